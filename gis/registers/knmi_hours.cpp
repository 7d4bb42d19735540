#include "gis/registers/knmi_hours.h"

#include "core/base/error.h"
#include "core/subjects/text_faults.h"
#include "gis/platform/file_error.h"
#include "gis/registers/held_table.h"
#include "gis/vector_io/ogr_handles.h"
#include "gis/vector_io/vector_dataset.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace lommer::gis {
namespace {

using core::Column;
using core::ColumnType;
using core::Unit;
using Cells = std::vector<std::string_view>;

constexpr int kLinesPerCheck = 4096;
constexpr std::int64_t kMillisecondsPerHour = 3'600'000;

void split(std::string_view line, Cells& cells) {
    cells.clear();
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find(',', start), line.size());
        cells.push_back(core::withoutOuterSpaces(line.substr(start, end - start)));
        start = end + 1;
    }
}

std::optional<std::int64_t> integerOf(std::string_view cell) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size() && !cell.empty()
               ? std::optional(value)
               : std::nullopt;
}

/// The line that names the columns: `# STN,YYYYMMDD,   HH,   DD, …`, in newer files without `#`.
bool isHead(std::string_view line) {
    Cells cells;
    split(line.substr(line.starts_with('#') ? 1 : 0), cells);
    constexpr std::array<std::string_view, 3> kNeeded{"STN", "YYYYMMDD", "HH"};
    return std::all_of(kNeeded.begin(), kNeeded.end(), [&cells](std::string_view code) {
        return std::find(cells.begin(), cells.end(), code) != cells.end();
    });
}

/// What a value means: `T` in tenths of a degree.
struct Measure {
    std::string_view code;
    std::string_view column;
    Unit unit;
    double perUnit;
};

constexpr std::array kMeasures{Measure{"T", "temperatuur", Unit::degreeCelsius, 10.0},
                               Measure{"FH", "windsnelheid", Unit::metrePerSecond, 10.0},
                               Measure{"DD", "windrichting", Unit::degree, 1.0},
                               Measure{"Q", "straling", Unit::none, 1.0},
                               Measure{"U", "vochtigheid", Unit::percent, 1.0},
                               Measure{"RH", "neerslag", Unit::millimetre, 10.0}};

std::optional<double> valueOf(const Measure& measure, std::string_view cell) {
    const auto value = integerOf(cell);
    if (!value) {
        return std::nullopt;
    }
    const bool isNoDirection = measure.code == "DD" && (*value == 0 || *value == 990);
    if (isNoDirection) {
        return std::nullopt;
    }
    if (measure.code == "RH" && *value == -1) {
        return 0.0;
    }
    return static_cast<double>(*value) / measure.perUnit;
}

/// Milliseconds since 1970 of the end of hour `hour` (1 to 24) of a day YYYYMMDD; nothing where
/// there is no such hour.
std::optional<std::int64_t> momentOf(std::string_view day, std::string_view hour) {
    const auto date = integerOf(day);
    const auto hours = integerOf(hour);
    if (!date || !hours || *hours < 1 || *hours > 24) {
        return std::nullopt;
    }
    const std::chrono::year_month_day calendar{
        std::chrono::year{static_cast<int>(*date / 10'000)},
        std::chrono::month{static_cast<unsigned>(*date / 100 % 100)},
        std::chrono::day{static_cast<unsigned>(*date % 100)}};
    if (!calendar.ok()) {
        return std::nullopt;
    }
    const std::int64_t days = std::chrono::sys_days{calendar}.time_since_epoch().count();
    return (days * 24 + *hours) * kMillisecondsPerHour;
}

/// Takes the lines one by one.
class HoursReader {
public:
    bool hasHead() const noexcept { return !columns_.empty(); }

    void take(std::string_view line) {
        if (!hasHead() && isHead(line)) {
            split(line.substr(line.starts_with('#') ? 1 : 0), cells_);
            columns_.assign(cells_.begin(), cells_.end());
            return;
        }
        if (!hasHead() || line.empty() || line.front() == '#') {
            return;
        }
        split(line, cells_);
        const auto moment = momentOf(cell("YYYYMMDD"), cell("HH"));
        const auto station = integerOf(cell("STN"));
        if (cells_.size() != columns_.size() || !moment || !station) {
            ++leftOut_;
            return;
        }
        moments_.appendInteger(*moment);
        stations_.appendInteger(*station);
        for (std::size_t index = 0; index < kMeasures.size(); ++index) {
            const auto value = valueOf(kMeasures[index], cell(kMeasures[index].code));
            value ? values_[index].appendReal(*value) : values_[index].appendAbsent();
        }
    }

    KnmiHours finish() {
        const auto rows = moments_.size();
        std::vector<core::ColumnPointer> columns{
            std::make_shared<const Column>(std::move(moments_)),
            std::make_shared<const Column>(std::move(stations_))};
        for (Column& column : values_) {
            columns.push_back(std::make_shared<const Column>(std::move(column)));
        }
        return {core::Table(rows, std::move(columns), nullptr), leftOut_};
    }

private:
    static std::vector<Column> measureColumns() {
        std::vector<Column> columns;
        columns.reserve(kMeasures.size());
        for (const Measure& measure : kMeasures) {
            columns.emplace_back(
                core::ColumnInfo{std::string(measure.column), ColumnType::real, measure.unit});
        }
        return columns;
    }

    std::string_view cell(std::string_view code) const {
        const auto found = std::find(columns_.begin(), columns_.end(), code);
        const auto index = static_cast<std::size_t>(found - columns_.begin());
        return index < cells_.size() && found != columns_.end() ? cells_[index]
                                                                : std::string_view();
    }

    std::vector<std::string> columns_;
    Cells cells_;
    Column moments_{{"tijdstip", ColumnType::dateTime}};
    Column stations_{{"station", ColumnType::integer}};
    std::vector<Column> values_ = measureColumns();
    std::int64_t leftOut_ = 0;
};

struct VsiCloser {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};

/// The first bytes of a file, also of one in a zip; fewer where it is shorter or cannot be opened.
std::string startOf(const std::filesystem::path& path, std::size_t count) {
    const std::unique_ptr<VSILFILE, VsiCloser> file(VSIFOpenL(gdalPath(path).c_str(), "rb"));
    std::string bytes(count, '\0');
    bytes.resize(file == nullptr ? 0 : VSIFReadL(bytes.data(), 1, count, file.get()));
    return bytes;
}

std::string textOf(const std::filesystem::path& path) {
    return startOf(path, static_cast<std::size_t>(stateOf(path).bytes));
}

/// The day of the latest hour: hour 24 is of the day that it ends.
std::string lastDay(const Column& moments) {
    std::int64_t latest = std::numeric_limits<std::int64_t>::min();
    for (std::int64_t row = 0; row < moments.size(); ++row) {
        latest = std::max(latest, moments.integerAt(row));
    }
    Column last(moments.info());
    last.appendInteger(latest - kMillisecondsPerHour);
    constexpr std::size_t kDay = 10;
    return last.displayAt(0).substr(0, kDay);
}

LayerDescription describe(const std::filesystem::path& path, const core::Table& table) {
    LayerDescription description;
    description.name = utf8(path.stem());
    description.location = {{path}, "", "weather-hours"};
    description.kind = core::DataKind::table;
    description.format = "KNMI";
    description.subject = "weather-hours";
    description.registerId = "knmi";
    description.table = infoOf(description.name, table);
    if (table.rowCount() > 0) {
        description.referenceDate = lastDay(table.columnNamed("tijdstip"));
    }
    return description;
}

}  // namespace

bool isKnmiHours(const std::filesystem::path& path) {
    if (lowerEnding(path) != ".txt") {
        return false;
    }
    constexpr std::size_t kHead = 16'384;
    const std::string head = startOf(path, kHead);
    for (std::size_t start = 0; start < head.size();) {
        const std::size_t end = std::min(head.find('\n', start), head.size());
        if (isHead(std::string_view(head).substr(start, end - start))) {
            return true;
        }
        start = end + 1;
    }
    return false;
}

KnmiHours parseKnmiHours(std::string_view text, const std::string& file,
                         const std::stop_token& stop) {
    HoursReader reader;
    int count = 0;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        reader.take(core::withoutOuterSpaces(text.substr(start, end - start)));
        start = end + 1;
        if (++count % kLinesPerCheck == 0 && stop.stop_requested()) {
            throw core::Cancelled{};
        }
    }
    if (!reader.hasHead()) {
        throw core::Error(core::ErrorCode::fileIncomplete, {{"file", file}},
                          "no line names the columns");
    }
    return reader.finish();
}

LayerDescription describeKnmiHours(const std::filesystem::path& path) {
    return describe(path, parseKnmiHours(textOf(path), shownName(path)).table);
}

OpenedLayer<core::TableSource> openKnmiHours(const std::filesystem::path& path,
                                             core::RemarkList& remarks,
                                             const std::stop_token& stop) {
    KnmiHours hours = parseKnmiHours(textOf(path), shownName(path), stop);
    OpenedLayer<core::TableSource> opened;
    opened.description = describe(path, hours.table);
    if (hours.leftOut > 0) {
        remarks.add({"rows-ragged",
                     {{"layer", opened.description.name},
                      {"count", hours.leftOut},
                      {"total", hours.table.rowCount() + hours.leftOut}}});
    }
    opened.source =
        std::make_shared<const HeldTable>(opened.description.table, std::move(hours.table));
    return opened;
}

}  // namespace lommer::gis
