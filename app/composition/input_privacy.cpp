#include "app/composition/input_privacy.h"

#include "core/disclosure/personal_data.h"

#include <algorithm>

namespace lommer::app {

void InputPrivacy::addRaster(const std::string& role, core::PrivacyClass cells) {
    inputs_.push_back({role, true, cells, {}});
}

void InputPrivacy::addTable(const std::string& role, const core::TableInfo& info,
                            std::function<gis::TablePrivacy(const std::stop_token&)> privacy) {
    for (const core::ColumnInfo& column : info.columns) {
        columns_.insert(column.name);
    }
    inputs_.push_back({role, false, core::PrivacyClass::open, std::move(privacy)});
}

core::PrivacyClass InputPrivacy::placesOf(const core::OutputDeclaration& output,
                                          const std::stop_token& stop) const {
    const bool isTable = output.kind == core::DataKind::table;
    const bool isOfRole =
        isTable && std::any_of(inputs_.begin(), inputs_.end(), [&output](const Input& input) {
            return !input.isRaster && input.role == output.id;
        });
    core::PrivacyClass highest = core::PrivacyClass::open;
    for (const Input& input : inputs_) {
        if (input.isRaster) {
            highest = isOfRole ? highest : std::max(highest, input.cells);
        } else if (!isOfRole || input.role == output.id) {
            const gis::TablePrivacy privacy = input.table(stop);
            highest = std::max(
                {highest, privacy.places, isTable ? core::PrivacyClass::open : privacy.columns});
        }
    }
    return highest;
}

core::Table InputPrivacy::withCells(const core::Table& rows) const {
    core::PrivacyClass cells = core::PrivacyClass::open;
    for (const Input& input : inputs_) {
        cells = std::max(cells, input.cells);
    }
    if (cells == core::PrivacyClass::open) {
        return rows;
    }
    std::vector<core::PrivacyFinding> made;
    for (const core::ColumnPointer& column : rows.columns()) {
        if (!columns_.contains(column->info().name)) {
            made.push_back({column->info().name, cells});
        }
    }
    return core::withPrivacy(rows, made);
}

}  // namespace lommer::app
