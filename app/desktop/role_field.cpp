#include "app/desktop/role_field.h"

#include "app/composition/missing_data.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>
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
                     const QString& howToGet, QWidget* parent)
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
    if (!howToGet.isEmpty() && !role.subjects.empty()) {
        makeHelp(howToGet);
    }
}

void RoleField::makeHelp(const QString& howToGet) {
    help_ = new QWidget(this);
    auto* layout = new QVBoxLayout(help_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* fold = new QToolButton(help_);
    fold->setText(tr("Missing – how to get it"));
    fold->setCheckable(true);
    fold->setAutoRaise(true);
    fold->setArrowType(Qt::RightArrow);
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* text = new QLabel(howToGet, help_);
    text->setWordWrap(true);
    text->setOpenExternalLinks(true);  // in the browser of whoever clicks
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text->setContentsMargins(12, 0, 0, 4);
    text->hide();
    connect(fold, &QToolButton::toggled, text, [fold, text](bool isOpen) {
        text->setVisible(isOpen);
        fold->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    });
    layout->addWidget(fold);
    layout->addWidget(text);
    this->layout()->addWidget(help_);
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
    if (help_ != nullptr) {
        help_->setVisible(std::none_of(fitting.begin(), fitting.end(), [this](const Layer* layer) {
            return isWanted(role_, *layer->description);
        }));
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

void RoleField::follow(const LayerId& before, const LayerId& after) {
    for (QComboBox* box : places_) {
        if (const int index = box->findData(before); index >= 0) {
            box->setItemData(index, after);
        }
    }
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
