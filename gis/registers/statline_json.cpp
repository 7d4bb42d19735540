#include "gis/registers/statline_json.h"

#include "core/base/error.h"
#include "core/base/letter_case.h"
#include "gis/platform/file_error.h"
#include "gis/registers/held_table.h"
#include "gis/vector_io/csv_bytes.h"
#include "gis/vector_io/csv_value.h"
#include "gis/vector_io/ogr_handles.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace lommer::gis {
namespace {

using core::Column;
using core::ColumnType;
using core::Presence;
using nlohmann::json;

constexpr std::size_t kHeadBytes = 4096;
constexpr std::size_t kReadBytes = 1 << 20;

/// StatLine puts a number behind what is counted, and none behind what it is counted for.
bool isTopic(std::string_view name) {
    const auto last = name.find_last_not_of("0123456789");
    return last != std::string_view::npos && last > 0 && last + 1 < name.size() &&
           name[last] == '_';
}

/// The part of an address that is a table: five digits and three letters.
std::string tableIn(std::string_view address) {
    constexpr std::size_t kDigits = 5;
    constexpr std::size_t kAll = 8;
    for (std::size_t start = 0; start < address.size();) {
        const std::size_t end = std::min(address.find_first_of("/$", start), address.size());
        const std::string_view part = address.substr(start, end - start);
        if (part.size() == kAll &&
            std::all_of(part.begin(), part.begin() + kDigits, core::isDigit) &&
            std::all_of(part.begin() + kDigits, part.end(), core::isLetter)) {
            return std::string(part);
        }
        start = end + 1;
    }
    return {};
}

std::optional<double> numberIn(std::string_view text) {
    double value = 0.0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = status == std::errc{} && end == text.data() + text.size();
    return isWhole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// The values of one name as they stand in the text.
struct Values {
    Column texts;
    /// A value stood between quotes, as codes do, and in UntypedDataSet numbers too.
    bool hasQuoted = false;

    explicit Values(std::string name) : texts({std::move(name), ColumnType::text}) {}
};

/// integer or real where all values are numbers or marks, and at least one is a number.
ColumnType typeOf(const Values& values) {
    if (values.hasQuoted && !isTopic(values.texts.info().name)) {
        return ColumnType::text;
    }
    bool hasNumber = false;
    bool isWhole = true;
    for (std::int64_t row = 0; row < values.texts.size(); ++row) {
        if (!values.texts.isPresent(row) || absenceOf(values.texts.textAt(row))) {
            continue;
        }
        const std::string_view text = values.texts.textAt(row);
        if (!numberIn(text) || numberFormOf(text) == NumberForm::code) {
            return ColumnType::text;
        }
        hasNumber = true;
        isWhole = isWhole && text.find_first_not_of("-0123456789") == std::string_view::npos;
    }
    return !hasNumber ? ColumnType::text : isWhole ? ColumnType::integer : ColumnType::real;
}

/// A blank stands for a figure that cannot be, another mark for what it says.
Presence reasonOf(std::string_view text) {
    return text.empty() ? Presence::notApplicable : *absenceOf(text);
}

Column typed(const Values& values) {
    const ColumnType type = typeOf(values);
    if (type == ColumnType::text) {
        return values.texts;
    }
    Column result({values.texts.info().name, type});
    result.reserve(values.texts.size());
    for (std::int64_t row = 0; row < values.texts.size(); ++row) {
        if (!values.texts.isPresent(row)) {
            result.appendAbsent();
            continue;
        }
        const std::string_view text = values.texts.textAt(row);
        if (absenceOf(text)) {
            result.appendAbsent(reasonOf(text));
        } else if (type == ColumnType::integer) {
            const auto whole = parseInteger(text);
            whole ? result.appendInteger(*whole) : result.appendAbsent();
        } else {
            result.appendReal(*numberIn(text));
        }
    }
    return result;
}

/// Takes the records as the parser comes by them, so that a text of a national table is never a
/// tree in memory. Records stand in the list `value` of the answer, or in a list that is the text.
class RecordReader : public json::json_sax_t {
public:
    explicit RecordReader(const std::stop_token& stop) : stop_(stop) {}

    bool null() override { return take({}, false); }
    bool boolean(bool value) override { return take(value ? "true" : "false", false); }
    bool number_integer(json::number_integer_t value) override {
        return take(std::to_string(value), false);
    }
    bool number_unsigned(json::number_unsigned_t value) override {
        return take(std::to_string(value), false);
    }
    bool number_float(json::number_float_t, const json::string_t& text) override {
        return take(text, false);
    }
    bool string(json::string_t& value) override { return take(std::string(trimmed(value)), true); }
    bool binary(json::binary_t&) override { return true; }

    bool start_object(std::size_t) override {
        ++depth_;
        return !stop_.stop_requested();
    }
    bool end_object() override {
        rowCount_ += isRecord() ? 1 : 0;
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override {
        if (depth_ == 0 || (depth_ == 1 && name_ == "value")) {
            recordDepth_ = depth_ + 2;
        }
        ++depth_;
        return true;
    }
    bool end_array() override {
        --depth_;
        recordDepth_ = depth_ + 2 == recordDepth_ ? 0 : recordDepth_;
        return true;
    }
    bool key(json::string_t& name) override {
        if (depth_ <= 1 || isRecord()) {
            name_ = name;
        }
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const json::exception& error) override {
        error_ = error.what();
        return false;
    }

    const std::string& error() const noexcept { return error_; }

    StatLineTable finish() {
        StatLineTable result{{}, tableIn(address_), isPart_, leftOut_};
        std::vector<core::ColumnPointer> columns;
        columns.reserve(values_.size());
        for (Values& values : values_) {
            fillTo(values, rowCount_);
            columns.push_back(std::make_shared<const Column>(typed(values)));
        }
        result.table = core::Table(rowCount_, std::move(columns), nullptr);
        return result;
    }

private:
    bool isRecord() const noexcept { return recordDepth_ > 0 && depth_ == recordDepth_; }

    static void fillTo(Values& values, std::int64_t rows) {
        while (values.texts.size() < rows) {
            values.texts.appendAbsent();
        }
    }

    bool take(const std::optional<std::string>& text, bool isQuoted) {
        if (depth_ == 1 && isQuoted) {
            takeHead(*text);
        }
        leftOut_ += recordDepth_ > 0 && depth_ + 1 == recordDepth_ ? 1 : 0;
        if (!isRecord()) {
            return true;
        }
        const auto [place, isNew] = places_.try_emplace(name_, values_.size());
        if (isNew) {
            values_.emplace_back(name_);
        }
        Values& values = values_[place->second];
        fillTo(values, rowCount_);
        if (values.texts.size() > rowCount_) {  // a name that stands twice in a record
            return true;
        }
        text ? values.texts.appendText(*text) : values.texts.appendAbsent();
        values.hasQuoted = values.hasQuoted || isQuoted;
        return true;
    }

    void takeHead(const std::string& text) {
        if (name_ == "odata.metadata" || name_ == "@odata.context") {
            address_ = text;
        }
        isPart_ = isPart_ || name_ == "odata.nextLink" || name_ == "@odata.nextLink";
    }

    const std::stop_token& stop_;
    int depth_ = 0;
    /// Depth of the records while inside their list; 0 outside.
    int recordDepth_ = 0;
    std::string name_;
    std::string address_;
    std::string error_;
    bool isPart_ = false;
    std::int64_t leftOut_ = 0;
    std::int64_t rowCount_ = 0;
    std::map<std::string, std::size_t> places_;
    std::vector<Values> values_;
};

std::string textOf(const std::filesystem::path& path, std::size_t limit,
                   const std::stop_token& stop) {
    CsvBytes bytes(path);
    std::string text;
    while (text.size() < limit && bytes.appendTo(text, std::min(kReadBytes, limit))) {
        if (stop.stop_requested()) {
            throw core::Cancelled{};
        }
    }
    return text;
}

}  // namespace

bool isStatLineJson(const std::filesystem::path& path) {
    if (lowerEnding(path) != ".json") {
        return false;
    }
    std::string head;
    try {
        head = textOf(path, kHeadBytes, {});
    } catch (const core::Error&) {
        return false;
    }
    const auto holds = [&head](std::string_view word) {
        return head.find(word) != std::string::npos;
    };
    const bool isAnswer = (holds("\"odata.metadata\"") || holds("\"@odata.context\"")) &&
                          (holds("DataSet") || holds("Observations"));
    const auto first = head.find_first_not_of(" \t\r\n");
    const bool isList = first != std::string::npos && head[first] == '[' &&
                        (holds("\"WijkenEnBuurten\"") || holds("\"RegioS\""));
    return isAnswer || isList;
}

StatLineTable parseStatLineJson(std::string_view text, const std::string& file,
                                const std::stop_token& stop) {
    RecordReader reader(stop);
    const bool isWhole = json::sax_parse(text.begin(), text.end(), &reader);
    if (stop.stop_requested()) {
        throw core::Cancelled{};
    }
    if (!isWhole) {
        throw core::Error(core::ErrorCode::fileIncomplete, {{"file", file}}, reader.error());
    }
    return reader.finish();
}

OpenedLayer<core::TableSource> openStatLineJson(const std::filesystem::path& path,
                                                const std::stop_token& stop) {
    constexpr std::size_t kNoLimit = std::string::npos;
    StatLineTable read = parseStatLineJson(textOf(path, kNoLimit, stop), shownName(path), stop);
    OpenedLayer<core::TableSource> opened;
    LayerDescription& description = opened.description;
    description.name = utf8(path.stem());
    description.location = {{path}};
    description.kind = core::DataKind::table;
    description.format = "StatLine";
    description.table = infoOf(description.name, read.table);
    const auto remark = [&description](const char* code, core::Arguments arguments) {
        arguments.insert(arguments.begin(), {"layer", description.name});
        description.remarks.push_back({code, std::move(arguments)});
    };
    if (!read.id.empty()) {
        remark("statline-table", {{"table", read.id}});
    }
    if (read.isPart) {
        remark("statline-part", {{"count", read.table.rowCount()}});
    }
    if (read.leftOut > 0) {
        remark("records-left-out", {{"count", read.leftOut}});
    }
    opened.source = std::make_shared<const HeldTable>(description.table, std::move(read.table));
    return opened;
}

}  // namespace lommer::gis
