#include "app/desktop/comparison.h"

#include "core/base/assert.h"

#include <algorithm>

namespace lommer::app {

Comparison::Comparison(Project& project, QObject* parent) : QObject(parent), project_(project) {
    connect(&project, &Project::layerReplaced, this, &Comparison::follow);
    connect(&project, &Project::changed, this, [this] {
        if (pair_ &&
            (project_.find(pair_->left) == nullptr || project_.find(pair_->right) == nullptr)) {
            end();
        }
    });
}

void Comparison::compare(const LayerPair& pair) {
    const Layer* left = project_.find(pair.left);
    const Layer* right = project_.find(pair.right);
    LOMMER_ASSERT(left != nullptr && right != nullptr && areComparable(*left, *right));
    if (pair_ != pair) {
        pair_ = pair;
        Q_EMIT changed();
    }
}

void Comparison::end() {
    if (pair_) {
        pair_.reset();
        Q_EMIT changed();
    }
}

void Comparison::follow(const LayerId& before, const LayerId& after) {
    if (pair_ && pair_->left == before) {
        pair_->left = after;
    }
    if (pair_ && pair_->right == before) {
        pair_->right = after;
    }
}

bool areComparable(const Layer& a, const Layer& b) {
    if (a.id == b.id || a.data.raster == nullptr || b.data.raster == nullptr ||
        a.origin.has_value() != b.origin.has_value()) {
        return false;
    }
    if (a.origin) {
        return a.origin->analysis == b.origin->analysis && a.origin->output == b.origin->output;
    }
    return a.description != nullptr && b.description != nullptr &&
           a.description->subject == b.description->subject;
}

std::vector<const Layer*> counterpartsOf(const Project& project, const Layer& layer) {
    std::vector<const Layer*> found;
    for (const Layer& other : project.layers()) {
        if (areComparable(layer, other)) {
            found.push_back(&other);
        }
    }
    return found;
}

const Layer* comparableAt(const Project& project, const Layer& layer) {
    if (!counterpartsOf(project, layer).empty()) {
        return &layer;
    }
    const Layer* found = nullptr;
    for (const Layer& other : project.layers()) {
        const bool isOfRun =
            layer.origin && other.origin && other.origin->folder == layer.origin->folder;
        const bool isBetter = found == nullptr || (other.isVisible && !found->isVisible);
        if (isOfRun && isBetter && !counterpartsOf(project, other).empty()) {
            found = &other;
        }
    }
    return layer.data.raster == nullptr ? found : nullptr;
}

std::vector<const Layer*> comparableLayers(const Project& project) {
    std::vector<const Layer*> found;
    for (const Layer& layer : project.layers()) {
        if (!counterpartsOf(project, layer).empty()) {
            found.push_back(&layer);
        }
    }
    return found;
}

std::optional<LayerPair> pairToBeginWith(const Project& project) {
    for (const bool onlyVisible : {true, false}) {
        for (const Layer* layer : comparableLayers(project)) {
            for (const Layer* other : counterpartsOf(project, *layer)) {
                if (!onlyVisible || (layer->isVisible && other->isVisible)) {
                    return LayerPair{other->id, layer->id};
                }
            }
        }
    }
    return std::nullopt;
}

std::vector<MapLayer> sideOf(const Project& project, const Selection& selection,
                             const LayerPair& pair, const LayerId& shown) {
    const auto isOfPair = [&pair](const Layer& layer) {
        return layer.id == pair.left || layer.id == pair.right;
    };
    std::vector<MapLayer> layers;
    const auto add = [&](const Layer& layer) {
        layers.push_back({layer.id, layer.data, layer.style, selection.rowsOf(layer.id)});
    };
    const auto& all = project.layers();
    const auto topmost = std::find_if(all.begin(), all.end(), [&](const Layer& layer) {
        return isOfPair(layer) || (layer.isVisible && layer.data.raster != nullptr);
    });
    for (auto layer = all.rbegin(); layer != all.rend(); ++layer) {
        if (!isOfPair(*layer) && layer->isVisible && layer->data.canBeDrawn()) {
            add(*layer);
        }
        if (&*layer == &*topmost) {
            add(*project.find(shown));
        }
    }
    return layers;
}

}  // namespace lommer::app
