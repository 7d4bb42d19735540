#include "app/desktop/role_field.h"

#include "app/composition/missing_data.h"
#include "app/composition/role_proposal.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace lommer::app {
namespace {

/// What the role wants comes first.
std::size_t rankOf(const core::RoleDeclaration& role, const Layer& layer) {
    return wishRank(role, *layer.description).value_or(role.subjects.size());
}

bool isAmong(const std::vector<const Layer*>& layers, const LayerId& id) {
    return std::any_of(layers.begin(), layers.end(),
                       [&id](const Layer* layer) { return layer->id == id; });
}

}  // namespace

RoleField::RoleField(const core::RoleDeclaration& role, const QString& accessibleName,
                     const QString& howToGet, QWidget* parent)
    : QWidget(parent), role_(role) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (int place = 0; place < role.maximumCount; ++place) {
        auto* box = new QComboBox(this);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        box->setAccessibleName(accessibleName);
        layout->addWidget(box);
        if (place == 0) {
            setFocusProxy(box);
        }
        places_.push_back({box});
        connect(box, &QComboBox::currentIndexChanged, this, &RoleField::changed);
        connect(box, &QComboBox::activated, this,
                [this, place] { places_[static_cast<std::size_t>(place)].isChosen = true; });
    }
    if (!howToGet.isEmpty() && !role.subjects.empty()) {
        makeHelp(howToGet);
    }
    connect(this, &RoleField::changed, this, &RoleField::showPlaces);
    showPlaces();
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
    fold->setChecked(role_.minimumCount > 0);  // without it nothing can be calculated
}

/// Up to the last that is filled, and a free one below it.
void RoleField::showPlaces() {
    auto shown = static_cast<std::size_t>(std::max(role_.minimumCount, 1));
    for (std::size_t place = 0; place < places_.size(); ++place) {
        if (!places_[place].box->currentData().toString().isEmpty()) {
            shown = std::max(shown, place + 2);
        }
    }
    for (std::size_t place = 0; place < places_.size(); ++place) {
        places_[place].box->setVisible(place < shown);
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
    if (help_ != nullptr) {
        help_->setVisible(std::none_of(fitting.begin(), fitting.end(), [this](const Layer* layer) {
            return isWanted(role_, *layer->description);
        }));
    }
    std::stable_sort(fitting.begin(), fitting.end(), [this](const Layer* a, const Layer* b) {
        return rankOf(role_, *a) < rankOf(role_, *b);
    });
    const std::vector<LayerId> wanted = layersOfPlaces(fitting);
    for (std::size_t place = 0; place < places_.size(); ++place) {
        fill(place, fitting, wanted[place]);
    }
    Q_EMIT changed();
}

/// What is to stand in each place: what people chose, as long as it is there, and in the others
/// what the role takes by itself.
std::vector<LayerId> RoleField::layersOfPlaces(const std::vector<const Layer*>& fitting) {
    std::vector<LayerId> wanted(places_.size());
    for (std::size_t place = 0; place < places_.size(); ++place) {
        const LayerId now = places_[place].box->currentData().toString();
        Place& one = places_[place];
        one.isChosen = one.isChosen && (now.isEmpty() ? isOptional(place) : isAmong(fitting, now));
        // Where anything would do, another layer on top is no reason to change.
        const bool isKept = one.isChosen || (role_.subjects.empty() && isAmong(fitting, now));
        wanted[place] = isKept ? now : LayerId();
    }
    std::vector<LayerCandidate> candidates;
    candidates.reserve(fitting.size());
    for (const Layer* layer : fitting) {
        candidates.push_back({layer->description.get(), layer->origin.has_value()});
    }
    std::size_t place = 0;
    for (const std::size_t proposed : proposedLayers(role_, candidates)) {
        const LayerId& id = fitting[proposed]->id;
        if (std::find(wanted.begin(), wanted.end(), id) != wanted.end()) {
            continue;
        }
        while (place < places_.size() && (places_[place].isChosen || !wanted[place].isEmpty())) {
            ++place;
        }
        if (place < places_.size()) {
            wanted[place++] = id;
        }
    }
    return wanted;
}

void RoleField::fill(std::size_t place, const std::vector<const Layer*>& fitting,
                     const LayerId& wanted) {
    QComboBox* box = places_[place].box;
    const QSignalBlocker blocker(box);
    box->clear();
    if (isOptional(place) || wanted.isEmpty()) {
        box->addItem(isOptional(place) ? tr("– none –")
                     : fitting.empty() ? tr("– no layer that fits –")
                                       : tr("– choose a layer –"),
                     QString());
    }
    for (const Layer* layer : fitting) {
        box->addItem(layer->name, layer->id);
        box->setItemData(box->count() - 1, layer->name, Qt::ToolTipRole);
    }
    box->setCurrentIndex(std::max(wanted.isEmpty() ? 0 : box->findData(wanted), 0));
}

void RoleField::follow(const LayerId& before, const LayerId& after) {
    for (const Place& place : places_) {
        if (const int index = place.box->findData(before); index >= 0) {
            place.box->setItemData(index, after);
        }
    }
}

void RoleField::choose(const LayerId& layer) {
    for (Place& place : places_) {
        const int index = place.box->findData(layer);
        if (index >= 0) {
            place.box->setCurrentIndex(index);
            place.isChosen = true;
            return;
        }
    }
}

void RoleField::setChosen(const std::vector<LayerId>& layers) {
    for (std::size_t place = 0; place < places_.size(); ++place) {
        const LayerId wanted = place < layers.size() ? layers[place] : LayerId();
        QComboBox* box = places_[place].box;
        if (box->findData(QString()) < 0) {  // a place that has to be filled, and was
            box->insertItem(0, tr("– choose a layer –"), QString());
        }
        box->setCurrentIndex(std::max(box->findData(wanted), 0));
        places_[place].isChosen = true;
    }
}

std::vector<LayerId> RoleField::chosen() const {
    std::vector<LayerId> layers;
    for (const Place& place : places_) {
        if (const LayerId layer = place.box->currentData().toString(); !layer.isEmpty()) {
            layers.push_back(layer);
        }
    }
    return layers;
}

}  // namespace lommer::app
