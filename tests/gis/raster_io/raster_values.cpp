#include "tests/gis/raster_io/raster_values.h"

#include <algorithm>

namespace lommer::test {

std::vector<float> valuesIn(const core::RasterSource& source, const core::CellWindow& window) {
    core::RasterBuffer<float> buffer(window.columns, window.rows, -99.0F);
    source.read(window, buffer.view());
    return {buffer.values().begin(), buffer.values().end()};
}

bool hasRemark(core::RemarkList& remarks, const std::string& code) {
    const auto all = remarks.take();
    return std::any_of(all.begin(), all.end(),
                       [&](const core::Remark& remark) { return remark.code == code; });
}

std::function<double(int, int)> oneRow(std::vector<double> values) {
    return [values = std::move(values)](int, int column) {
        return values[static_cast<std::size_t>(column)];
    };
}

}  // namespace lommer::test
