#include "app/project/project.h"

#include "core/base/assert.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace lommer::app {

namespace {

std::vector<std::filesystem::path> wholePaths(const std::vector<std::filesystem::path>& files) {
    std::vector<std::filesystem::path> whole;
    for (const std::filesystem::path& file : files) {
        std::error_code ignored;
        whole.push_back(std::filesystem::absolute(file, ignored).lexically_normal());
    }
    return whole;
}

}  // namespace

Project::Project(QObject* parent) : QObject(parent) {}

int Project::positionOf(const LayerId& id) const {
    const auto found = std::find_if(layers_.begin(), layers_.end(),
                                    [&id](const Layer& layer) { return layer.id == id; });
    return found == layers_.end() ? -1 : static_cast<int>(found - layers_.begin());
}

const Layer* Project::find(const LayerId& id) const {
    const int position = positionOf(id);
    return position < 0 ? nullptr : &layers_[static_cast<std::size_t>(position)];
}

const Layer* Project::findAt(const gis::LayerLocation& location) const {
    const auto files = wholePaths(location.files);
    const auto found = std::find_if(layers_.begin(), layers_.end(), [&](const Layer& layer) {
        if (layer.description == nullptr) {
            return false;
        }
        const gis::LayerLocation& own = layer.description->location;
        // Cells are the same whatever they are called.
        const bool isSameSubject = layer.data.raster != nullptr ||
                                   own.subject == location.subject ||
                                   layer.description->subject == location.subject;
        return isSameSubject && own.layer == location.layer && own.repairs == location.repairs &&
               wholePaths(own.files) == files;
    });
    return found == layers_.end() ? nullptr : &*found;
}

Layer& Project::get(const LayerId& id) {
    const int position = positionOf(id);
    LOMMER_ASSERT(position >= 0);
    return layers_[static_cast<std::size_t>(position)];
}

LayerId Project::adopt(Layer layer) {
    layer.id = QStringLiteral("layer-%1").arg(nextNumber_++);
    LayerId id = layer.id;
    bin_.emplace(id, std::move(layer));
    return id;
}

void Project::putBack(const LayerId& id, int position) {
    auto node = bin_.extract(id);
    LOMMER_ASSERT(!node.empty());
    const int place = std::clamp(position, 0, count());
    Q_EMIT layerAboutToBeInserted(place);
    layers_.insert(layers_.begin() + place, std::move(node.mapped()));
    Q_EMIT layerInserted(place);
    Q_EMIT changed();
}

void Project::takeOut(const LayerId& id) {
    const int position = positionOf(id);
    LOMMER_ASSERT(position >= 0);
    Q_EMIT layerAboutToBeTakenOut(position);
    bin_.emplace(id, std::move(layers_[static_cast<std::size_t>(position)]));
    layers_.erase(layers_.begin() + position);
    Q_EMIT layerTakenOut(id);
    Q_EMIT changed();
}

void Project::replace(const LayerId& before, const LayerId& after) {
    Layer& place = get(before);
    auto node = bin_.extract(after);
    LOMMER_ASSERT(!node.empty());
    std::swap(place, node.mapped());
    node.key() = before;
    bin_.insert(std::move(node));
    Q_EMIT layerReplaced(before, after);
    Q_EMIT layerChanged(positionOf(after));
    Q_EMIT changed();
}

void Project::move(const LayerId& id, int position) {
    const int from = positionOf(id);
    LOMMER_ASSERT(from >= 0);
    const int to = std::clamp(position, 0, count() - 1);
    if (from == to) {
        return;
    }
    Q_EMIT layerAboutToMove(from, to);
    const auto begin = layers_.begin();
    if (from < to) {
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    } else {
        std::rotate(begin + to, begin + from, begin + from + 1);
    }
    Q_EMIT layerMoved();
    Q_EMIT changed();
}

void Project::rename(const LayerId& id, const QString& name) {
    get(id).name = name;
    Q_EMIT layerChanged(positionOf(id));
    Q_EMIT changed();
}

void Project::setVisible(const LayerId& id, bool isVisible) {
    get(id).isVisible = isVisible;
    Q_EMIT layerChanged(positionOf(id));
    Q_EMIT changed();
}

void Project::setStyle(const LayerId& id, const LayerStyle& style) {
    get(id).style = style;
    Q_EMIT layerChanged(positionOf(id));
    Q_EMIT changed();
}

core::Bounds Project::bounds() const {
    core::Bounds bounds;
    for (const Layer& layer : layers_) {
        bounds.include(layer.data.bounds());
    }
    return bounds;
}

}  // namespace lommer::app
