#include "gis/vector_io/batch_reader.h"
#include "gis/vector_io/utf8.h"

#include <cpl_error.h>
#include <ogr_recordbatch.h>

#include <algorithm>
#include <string_view>

namespace lommer::gis {
namespace {

/// Objects of the Arrow C interface are released by a member of their own.
template <class Object>
struct Released {
    Object object{};
    Released() = default;
    Released(const Released&) = delete;
    Released& operator=(const Released&) = delete;
    ~Released() { release(); }
    void release() {
        if (object.release != nullptr) {
            object.release(&object);
            object.release = nullptr;
        }
    }
};

bool isSet(const void* bits, std::int64_t index) {
    const auto* bytes = static_cast<const std::uint8_t*>(bits);
    return (bytes[index / 8] >> (index % 8) & 1) != 0;
}

bool isNull(const ArrowArray& array, std::int64_t row) {
    return array.null_count != 0 && array.buffers[0] != nullptr &&
           !isSet(array.buffers[0], array.offset + row);
}

/// Bytes `row` of a text or binary array; `Offset` is int32 or, in the large formats, int64.
template <class Offset>
std::string_view bytesAt(const ArrowArray& array, std::int64_t row) {
    const auto* offsets = static_cast<const Offset*>(array.buffers[1]) + array.offset + row;
    return {static_cast<const char*>(array.buffers[2]) + offsets[0],
            static_cast<std::size_t>(offsets[1] - offsets[0])};
}

template <class Stored>
void addIntegers(const ArrowArray& array, core::Column& column) {
    const auto* values = static_cast<const Stored*>(array.buffers[1]) + array.offset;
    for (std::int64_t row = 0; row < array.length; ++row) {
        if (isNull(array, row)) {
            column.appendAbsent();
        } else {
            column.appendInteger(static_cast<std::int64_t>(values[row]));
        }
    }
}

template <class Stored>
void addReals(const ArrowArray& array, core::Column& column) {
    const auto* values = static_cast<const Stored*>(array.buffers[1]) + array.offset;
    for (std::int64_t row = 0; row < array.length; ++row) {
        if (isNull(array, row)) {
            column.appendAbsent();
        } else {
            column.appendReal(static_cast<double>(values[row]));
        }
    }
}

void addBooleans(const ArrowArray& array, core::Column& column) {
    for (std::int64_t row = 0; row < array.length; ++row) {
        if (isNull(array, row)) {
            column.appendAbsent();
        } else {
            column.appendInteger(isSet(array.buffers[1], array.offset + row) ? 1 : 0);
        }
    }
}

template <class Offset>
void addTexts(const ArrowArray& array, core::Column& column) {
    for (std::int64_t row = 0; row < array.length; ++row) {
        if (isNull(array, row)) {
            column.appendAbsent();
            continue;
        }
        const std::string_view text = bytesAt<Offset>(array, row);
        if (isUtf8(text)) {
            column.appendText(text);
        } else {
            column.appendText(fromWindows1252(text));
        }
    }
}

using Filler = void (*)(const ArrowArray&, core::Column&);

/// What fills a column of that type from an array of that format (Arrow C data interface).
Filler fillerFor(std::string_view format, core::ColumnType type) {
    using core::ColumnType;
    const auto whole = [](const ArrowArray& a, core::Column& c) {
        addIntegers<std::int32_t>(a, c);
    };
    if (type == ColumnType::text) {
        return format == "u" ? Filler(addTexts<std::int32_t>)
                             : (format == "U" ? Filler(addTexts<std::int64_t>) : nullptr);
    }
    if (type == ColumnType::real) {
        return format == "g" ? Filler(addReals<double>)
                             : (format == "f" ? Filler(addReals<float>) : nullptr);
    }
    if (type == ColumnType::date) {
        return format == "tdD" ? Filler(whole) : nullptr;
    }
    if (type == ColumnType::dateTime) {
        return format.starts_with("tsm:") ? Filler([](const ArrowArray& a, core::Column& c) {
            addIntegers<std::int64_t>(a, c);
        })
                                          : nullptr;
    }
    if (format == "b") {
        return addBooleans;
    }
    if (format == "i") {
        return whole;
    }
    if (format == "s") {
        return [](const ArrowArray& a, core::Column& c) { addIntegers<std::int16_t>(a, c); };
    }
    if (format == "l") {
        return [](const ArrowArray& a, core::Column& c) { addIntegers<std::int64_t>(a, c); };
    }
    return nullptr;
}

class ArrowReader : public BatchReader {
public:
    ArrowReader(const std::vector<LayerField>& fields, bool withGeometry)
        : fields_(fields), withGeometry_(withGeometry) {}

    /// False where a field comes in a form that only the feature loop reads.
    bool open(OGRLayerH layer);
    bool next(RowBatch& batch) override;

private:
    void addGeometries(const ArrowArray& array, core::GeometryColumn& geometries);

    const std::vector<LayerField>& fields_;
    bool withGeometry_;
    Released<ArrowArrayStream> stream_;
    std::vector<std::int64_t> children_;  // of the fields
    std::vector<Filler> fillers_;
    std::int64_t geometryChild_ = -1;
};

bool ArrowReader::open(OGRLayerH layer) {
    std::string withoutFid = "INCLUDE_FID=NO";
    std::string batchRows = "MAX_FEATURES_IN_BATCH=" + std::to_string(kRows);
    char* options[] = {withoutFid.data(), batchRows.data(), nullptr};
    if (!OGR_L_GetArrowStream(layer, &stream_.object, options)) {
        return false;
    }
    Released<ArrowSchema> schema;
    if (stream_.object.get_schema(&stream_.object, &schema.object) != 0) {
        return false;
    }
    const ArrowSchema& top = schema.object;
    const auto childNamed = [&top](const std::string& name) -> std::int64_t {
        for (std::int64_t index = 0; index < top.n_children; ++index) {
            if (name == top.children[index]->name) {
                return index;
            }
        }
        return -1;
    };
    for (const LayerField& field : fields_) {
        const std::int64_t child = childNamed(field.fileName);
        const Filler filler =
            child < 0 ? nullptr : fillerFor(top.children[child]->format, field.info.type);
        if (filler == nullptr) {
            return false;
        }
        children_.push_back(child);
        fillers_.push_back(filler);
    }
    if (withGeometry_) {
        const char* column = OGR_L_GetGeometryColumn(layer);
        geometryChild_ = childNamed(column == nullptr || *column == '\0' ? "wkb_geometry" : column);
        return geometryChild_ >= 0 && std::string_view(top.children[geometryChild_]->format) == "z";
    }
    return true;
}

bool ArrowReader::next(RowBatch& batch) {
    Released<ArrowArray> rows;
    const int outcome = stream_.object.get_next(&stream_.object, &rows.object);
    if (outcome != 0) {
        const char* text = stream_.object.get_last_error(&stream_.object);
        // Whoever collects GDAL's errors knows the file and throws.
        CPLError(CE_Failure, CPLE_AppDefined, "%s", text == nullptr ? "no more rows" : text);
        return false;
    }
    if (rows.object.release == nullptr) {
        return false;
    }
    batch.rowCount += rows.object.length;
    for (std::size_t index = 0; index < fields_.size(); ++index) {
        fillers_[index](*rows.object.children[children_[index]], batch.columns[index]);
    }
    if (withGeometry_) {
        addGeometries(*rows.object.children[geometryChild_], batch.geometries);
    }
    return true;
}

void ArrowReader::addGeometries(const ArrowArray& array, core::GeometryColumn& geometries) {
    for (std::int64_t row = 0; row < array.length; ++row) {
        const std::string_view wkb =
            isNull(array, row) ? std::string_view{} : bytesAt<std::int32_t>(array, row);
        addGeometry({reinterpret_cast<const std::uint8_t*>(wkb.data()), wkb.size()}, geometries);
    }
}

}  // namespace

std::unique_ptr<BatchReader> makeArrowReader(OGRLayerH layer, const std::vector<LayerField>& fields,
                                             bool withGeometry) {
    const bool isPlain = std::all_of(fields.begin(), fields.end(), [](const LayerField& field) {
        return field.isPlain && field.strayTexts == nullptr;
    });
    auto reader = std::make_unique<ArrowReader>(fields, withGeometry);
    return isPlain && reader->open(layer) ? std::move(reader) : nullptr;
}

}  // namespace lommer::gis
