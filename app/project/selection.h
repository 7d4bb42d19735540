#pragma once

#include "app/project/layer.h"

#include <QObject>
#include <vector>

namespace lommer::app {

/// The one selection of the program: rows of one layer. Map, charts and table all show it and all
/// set it.
class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(QObject* parent = nullptr) : QObject(parent) {}

    /// Empty where nothing is selected.
    const LayerId& layer() const { return layer_; }
    /// Rising, each once.
    const std::vector<std::int64_t>& rows() const { return rows_; }
    /// The rows where the selection is in `layer`, none otherwise.
    std::vector<std::int64_t> rowsOf(const LayerId& layer) const;

    void set(const LayerId& layer, std::vector<std::int64_t> rows);
    void toggle(const LayerId& layer, std::int64_t row);
    void clear();

Q_SIGNALS:
    void changed();

private:
    LayerId layer_;
    std::vector<std::int64_t> rows_;
};

}  // namespace lommer::app
