#include "app/desktop/role_field.h"

#include <QComboBox>
#include <QVBoxLayout>
#include <algorithm>

namespace lommer::app {
namespace {

/// Lists below each other for a role that takes several layers.
constexpr int kMostPlaces = 4;

/// How much a layer is what the role asks for: 0 is best.
std::size_t rankOf(const core::RoleDeclaration& role, const Layer& layer) {
    const auto found =
        std::find(role.subjects.begin(), role.subjects.end(), layer.description->subject);
    return static_cast<std::size_t>(found - role.subjects.begin());
}

}  // namespace

RoleField::RoleField(const core::RoleDeclaration& role, const QString& accessibleName,
                     QWidget* parent)
    : QWidget(parent), role_(role) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (int place = 0; place < std::min(role.maximumCount, kMostPlaces); ++place) {
        auto* box = new QComboBox(this);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        box->setAccessibleName(accessibleName);
        layout->addWidget(box);
        if (place == 0) {
            setFocusProxy(box);
        }
        places_.push_back(box);
        connect(box, &QComboBox::currentIndexChanged, this, &RoleField::changed);
    }
}

bool RoleField::isOptional(std::size_t place) const {
    return static_cast<int>(place) >= role_.minimumCount || !role_.alternativeGroup.empty();
}

void RoleField::setLayers(const std::vector<Layer>& layers) {
    std::vector<const Layer*> fitting;
    for (const Layer& layer : layers) {
        if (layer.description != nullptr && fits(role_, *layer.description)) {
            fitting.push_back(&layer);
        }
    }
    std::stable_sort(fitting.begin(), fitting.end(), [this](const Layer* a, const Layer* b) {
        return rankOf(role_, *a) < rankOf(role_, *b);
    });
    for (std::size_t place = 0; place < places_.size(); ++place) {
        QComboBox* box = places_[place];
        const QSignalBlocker blocker(box);
        const QVariant before = box->currentData();
        box->clear();
        if (isOptional(place) || fitting.empty()) {
            box->addItem(isOptional(place) ? tr("– none –") : tr("– no layer that fits –"),
                         QString());
        }
        for (const Layer* layer : fitting) {
            box->addItem(layer->name, layer->id);
            box->setItemData(box->count() - 1, layer->name, Qt::ToolTipRole);
        }
        const int index = before.toString().isEmpty() ? -1 : box->findData(before);
        box->setCurrentIndex(std::max(index, 0));
    }
    Q_EMIT changed();
}

void RoleField::choose(const LayerId& layer) {
    for (QComboBox* box : places_) {
        const int index = box->findData(layer);
        if (index >= 0) {
            box->setCurrentIndex(index);
            return;
        }
    }
}

std::vector<LayerId> RoleField::chosen() const {
    std::vector<LayerId> layers;
    for (const QComboBox* box : places_) {
        if (const LayerId layer = box->currentData().toString(); !layer.isEmpty()) {
            layers.push_back(layer);
        }
    }
    return layers;
}

}  // namespace lommer::app
