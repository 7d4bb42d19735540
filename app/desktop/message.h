#pragma once

#include <QString>

namespace lommer::app {

/// Something to say to whoever is at the window.
struct Message {
    enum class Weight {
        stopped,  // it did not happen
        noted,    // it happened; this was noticed
    };
    Weight weight = Weight::noted;
    QString text = {};
    /// Technical text, shown on request; may be empty.
    QString details = {};
};

}  // namespace lommer::app
