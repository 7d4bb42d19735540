#pragma once

#include "core/engine/declaration.h"
#include "core/vector/table_source.h"
#include "gis/registers/classified_table.h"

#include <functional>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace lommer::app {

/// What the outputs of a run may tell, from what its inputs tell. Columns carry their own class
/// through an analysis; cells and places do not, so their class is the highest of all that they can
/// have been made of.
class InputPrivacy {
public:
    void addRaster(const std::string& role, core::PrivacyClass cells);
    /// `privacy` tells what was read; asked when the run has ended.
    void addTable(const std::string& role, const core::TableInfo& info,
                  std::function<gis::TablePrivacy(const std::stop_token&)> privacy);

    /// What the cells of a raster or the places of a table tell. An output that is a role's
    /// features plus columns has the places of that role; all others may show those of any. Throws
    /// what reading tables throws.
    core::PrivacyClass placesOf(const core::OutputDeclaration& output,
                                const std::stop_token& stop) const;

    /// The rows of an output, with the class of all rasters for columns that no input has: they may
    /// be figures of cells.
    core::Table withCells(const core::Table& rows) const;

private:
    struct Input {
        std::string role;
        bool isRaster = false;
        core::PrivacyClass cells = core::PrivacyClass::open;
        std::function<gis::TablePrivacy(const std::stop_token&)> table;
    };

    std::vector<Input> inputs_;
    std::set<std::string> columns_;
};

}  // namespace lommer::app
