#pragma once

#include "app/composition/input_binding.h"
#include "app/project/project.h"

#include <QWidget>
#include <vector>

class QComboBox;

namespace lommer::app {

/// Where people choose the layers of the project that go into one role: a list for each layer that
/// is chosen, and a free one as long as the role takes more. Only layers that fit stand in it.
class RoleField : public QWidget {
    Q_OBJECT
public:
    /// `howToGet`: where data for the role can be had, as HTML; shown while no layer is of a
    /// subject that the role asks for. May be empty.
    RoleField(const core::RoleDeclaration& role, const QString& accessibleName,
              const QString& howToGet, QWidget* parent);

    const core::RoleDeclaration& role() const { return role_; }
    /// The layers to choose from. What people chose stays as long as it is there; the other places
    /// get what the role takes by itself (proposedLayers).
    void setLayers(const std::vector<Layer>& layers);
    /// Where `before` was chosen, `after` is from now on; `setLayers` comes after it.
    void follow(const LayerId& before, const LayerId& after);
    void choose(const LayerId& layer);
    /// These, and nothing in the other places, as if people had chosen so. Layers that do not fit
    /// are left out.
    void setChosen(const std::vector<LayerId>& layers);
    std::vector<LayerId> chosen() const;

Q_SIGNALS:
    void changed();

private:
    struct Place {
        QComboBox* box;
        /// By a person, also where "none" was chosen.
        bool isChosen = false;
    };

    bool isOptional(std::size_t place) const;
    void makeHelp(const QString& howToGet);
    void showPlaces();
    std::vector<LayerId> layersOfPlaces(const std::vector<const Layer*>& fitting);
    void fill(std::size_t place, const std::vector<const Layer*>& fitting, const LayerId& wanted);

    core::RoleDeclaration role_;
    std::vector<Place> places_;
    /// Null where there is nothing to say.
    QWidget* help_ = nullptr;
};

}  // namespace lommer::app
