#include "gis/registers/ahn_sheets.h"

#include <array>
#include <cmath>

namespace lommer::gis {
namespace {

constexpr double kSheetWidth = 5000.0;
constexpr double kSheetHeight = 6250.0;
constexpr double kMapWidth = 40000.0;
constexpr double kMapHeight = 25000.0;
constexpr double kWest = 20000.0;
constexpr double kSouth = 425000.0;
/// The number of the map that would start at x 20 km, in rows of 25 km from y 425 km.
constexpr std::array kFirstNumbers{36, 29, 23, 17};

/// A map is 4 x 2 quarters, A B E F above C D G H; a quarter has a north and a south half, each of
/// two sheets.
std::string nameOf(int column, int row) {
    const int mapRow = row / 4;
    const int number = kFirstNumbers[static_cast<std::size_t>(mapRow)] + column / 8;
    const int quarterColumn = column % 8 / 2;
    const bool isUpper = row % 4 >= 2;
    constexpr std::string_view kUpper = "ABEF";
    constexpr std::string_view kLower = "CDGH";
    std::string name = std::to_string(number);
    name += (isUpper ? kUpper : kLower)[static_cast<std::size_t>(quarterColumn)];
    name += row % 2 == 1 ? 'N' : 'Z';
    name += column % 2 == 0 ? '1' : '2';
    return name;
}

}  // namespace

std::vector<AhnSheet> ahnSheets(const core::Bounds& bounds) {
    std::vector<AhnSheet> sheets;
    const int columns = static_cast<int>(7 * kMapWidth / kSheetWidth);
    const int rows = static_cast<int>(kFirstNumbers.size() * kMapHeight / kSheetHeight);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const double x = kWest + column * kSheetWidth;
            const double y = kSouth + row * kSheetHeight;
            const core::Bounds sheet{x, y, x + kSheetWidth, y + kSheetHeight};
            const core::Bounds common = core::intersection(sheet, bounds);
            if (common.width() > 0.0 && common.height() > 0.0) {
                sheets.push_back({nameOf(column, row), sheet});
            }
        }
    }
    return sheets;
}

}  // namespace lommer::gis
