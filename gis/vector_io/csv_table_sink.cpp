#include "core/base/error.h"
#include "gis/platform/sync_file.h"
#include "gis/raster_io/output_file.h"
#include "gis/vector_io/ogr_table_sink.h"
#include "gis/vector_io/table_hash.h"
#include "gis/vector_io/wkt_text.h"

#include <span>

namespace lommer::gis {
namespace {

class CsvTableSink : public FileTableSink {
public:
    CsvTableSink(const std::filesystem::path& path, std::stop_token stop)
        : file_(path), stop_(std::move(stop)) {}

    void append(const core::Released<core::Table>& released) override;
    WrittenFile finish() override;

private:
    void addQuoted(std::string_view text);
    void addHeader(const core::Table& table);
    void addCell(const core::Column& column, std::int64_t row);
    void flush();

    OutputFile file_;
    std::stop_token stop_;
    std::string pending_;
    bool hasHeader_ = false;
    TableHash hash_;
};

void CsvTableSink::append(const core::Released<core::Table>& released) {
    const core::Table& batch = released.value();
    if (!hasHeader_) {
        addHeader(batch);
        hasHeader_ = true;
    }
    constexpr std::size_t kEnough = 1 << 20;
    for (std::int64_t row = 0; row < batch.rowCount(); ++row) {
        if (stop_.stop_requested()) {
            throw core::Cancelled{};
        }
        for (std::size_t index = 0; index < batch.columns().size(); ++index) {
            pending_ += index == 0 ? "" : ",";
            addCell(batch.column(index), row);
        }
        if (batch.hasGeometry()) {
            pending_ += batch.columns().empty() ? "" : ",";
            addQuoted(wktOf(batch.geometries(), row));
        }
        pending_ += "\r\n";
        if (pending_.size() > kEnough) {
            flush();
        }
    }
    hash_.add(batch);
}

WrittenFile CsvTableSink::finish() {
    flush();
    file_.close();
    syncFile(file_.path());
    WrittenFile written;
    written.path = file_.path();
    written.contentHash = hash_.finish();
    written.fileHash = sha256OfFile(file_.path(), stop_);
    written.bytes = static_cast<std::int64_t>(std::filesystem::file_size(file_.path()));
    file_.keep();
    return written;
}

void CsvTableSink::addHeader(const core::Table& table) {
    for (std::size_t index = 0; index < table.columns().size(); ++index) {
        pending_ += index == 0 ? "" : ",";
        addQuoted(table.column(index).info().name);
    }
    if (table.hasGeometry()) {
        pending_ += table.columns().empty() ? "wkt" : ",wkt";
    }
    pending_ += "\r\n";
}

/// Texts stand in quotes, which keeps an empty text apart from a missing one; the rest does not.
void CsvTableSink::addCell(const core::Column& column, std::int64_t row) {
    if (column.info().type == core::ColumnType::text && column.isPresent(row)) {
        addQuoted(column.textAt(row));
    } else {
        pending_ += column.displayAt(row);
    }
}

void CsvTableSink::addQuoted(std::string_view text) {
    if (text.empty()) {
        pending_ += "\"\"";
        return;
    }
    pending_ += '"';
    for (const char c : text) {
        pending_ += c;
        if (c == '"') {
            pending_ += c;
        }
    }
    pending_ += '"';
}

void CsvTableSink::flush() {
    file_.append(std::as_bytes(std::span(pending_)));
    pending_.clear();
}

}  // namespace

std::unique_ptr<FileTableSink> makeCsvTableSink(const std::filesystem::path& path,
                                                const std::stop_token& stop) {
    return std::make_unique<CsvTableSink>(path, stop);
}

}  // namespace lommer::gis
