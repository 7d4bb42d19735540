#include "gis/vector_io/ogr_table_sink.h"

#include "core/base/assert.h"
#include "core/base/error.h"
#include "gis/crs/transformer.h"
#include "gis/platform/file_error.h"
#include "gis/platform/gdal_error.h"
#include "gis/platform/sync_file.h"
#include "gis/raster_io/output_file.h"
#include "gis/vector_io/ogr_formats.h"
#include "gis/vector_io/ogr_handles.h"
#include "gis/vector_io/table_hash.h"
#include "gis/vector_io/wkb_encoder.h"

#include <cpl_error.h>
#include <ogr_srs_api.h>

#include <set>

namespace lommer::gis {
namespace {

using core::ErrorCode;

/// Writing a database that is thrown away when the run fails needs no journal on disk; the time
/// that GDAL writes in it would make two equal results differ.
struct WriteSettings {
    ThreadSetting date{"OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z"};
    ThreadSetting synchronous{"OGR_SQLITE_SYNCHRONOUS", "OFF"};
    ThreadSetting journal{"OGR_SQLITE_JOURNAL", "MEMORY"};
    // Each row goes into the index at once: else GDAL does all of them at the end and hears no
    // stop.
    ThreadSetting index{"OGR_GPKG_DEFERRED_SPI_UPDATE_THRESHOLD", "2147483647"};
    // The spatial index is written all over: with SQLite's own 2 MB pages come and go all the time.
    ThreadSetting cache{"OGR_SQLITE_CACHE", "64"};  // MB
};

struct FeatureDeleter {
    void operator()(void* feature) const noexcept { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<void, FeatureDeleter>;

std::string sqlText(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c == '\'' ? std::string("''") : std::string(1, c);
    }
    return quoted + "'";
}

class OgrTableSink : public FileTableSink {
public:
    OgrTableSink(std::filesystem::path path, std::string layerName, std::string description,
                 OgrFormat format, std::stop_token stop)
        : path_(std::move(path)),
          layerName_(std::move(layerName)),
          description_(std::move(description)),
          format_(format),
          stop_(std::move(stop)) {}
    ~OgrTableSink() override;

    void append(const core::Released<core::Table>& released) override;
    WrittenFile finish() override;

private:
    void create(const core::Table& first);
    void createColumns(const core::Table& first);
    void write(const core::Table& batch, std::int64_t row, OGRFeatureH feature);
    void setCell(const core::Column& column, std::int64_t row, int field, OGRFeatureH feature);
    void writeGeometryType();
    void createSpatialIndex();
    void execute(const std::string& sql);
    void require(bool isDone) const;

    std::filesystem::path path_;
    std::string layerName_;
    std::string description_;
    OgrFormat format_;
    std::stop_token stop_;
    DatasetHandle dataset_;
    OGRLayerH layer_ = nullptr;
    bool hasTransaction_ = false;
    bool isCreated_ = false;
    bool isFinished_ = false;
    GdalErrors* errors_ = nullptr;
    std::set<OGRwkbGeometryType> types_;
    std::vector<std::uint8_t> wkb_;
    TableHash hash_;
};

OgrTableSink::~OgrTableSink() {
    if (!isFinished_ && isCreated_) {
        const GdalErrors errors;
        const WriteSettings settings;
        if (hasTransaction_) {
            GDALDatasetRollbackTransaction(dataset_.get());
        }
        dataset_.reset();
        for (const auto& member : membersOf(path_, format_)) {
            std::error_code ignored;
            std::filesystem::remove(member, ignored);
        }
    }
}

/// Some drivers report a failure by a message and no return value: both are looked at.
void OgrTableSink::require(bool isDone) const {
    if (!isDone || errors_->hasFailed()) {
        throw gdalWriteError(path_);
    }
}

void OgrTableSink::append(const core::Released<core::Table>& released) {
    const core::Table& batch = released.value();
    GdalErrors errors;
    errors_ = &errors;
    const WriteSettings settings;
    if (layer_ == nullptr) {
        create(batch);
    }
    const FeatureHandle feature(OGR_F_Create(OGR_L_GetLayerDefn(layer_)));
    for (std::int64_t row = 0; row < batch.rowCount(); ++row) {
        if (stop_.stop_requested()) {
            throw core::Cancelled{};
        }
        write(batch, row, feature.get());
    }
    hash_.add(batch);
}

void OgrTableSink::create(const core::Table& first) {
    GDALDriverH driver = GDALGetDriverByName(format_.driver);
    LOMMER_ASSERT(driver != nullptr);
    dataset_.reset(GDALCreate(driver, gdalPath(path_).c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    require(dataset_ != nullptr);
    isCreated_ = true;
    OGRSpatialReferenceH reference = nullptr;
    if (first.hasGeometry()) {
        reference = OSRNewSpatialReference(rdNew().wkt.c_str());
        OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    }
    layer_ = GDALDatasetCreateLayer(dataset_.get(), layerName_.c_str(), reference,
                                    layerTypeFor(format_, first),
                                    layerOptions(format_, first, description_).List());
    OSRRelease(reference);
    require(layer_ != nullptr);
    createColumns(first);
    createSpatialIndex();
    if (GDALDatasetTestCapability(dataset_.get(), ODsCTransactions) != 0) {
        hasTransaction_ = true;
        require(GDALDatasetStartTransaction(dataset_.get(), FALSE) == OGRERR_NONE);
    }
}

void OgrTableSink::createColumns(const core::Table& first) {
    for (const core::ColumnPointer& column : first.columns()) {
        const OgrFieldType type = fieldTypeFor(format_, column->info().type);
        OGRFieldDefnH field = OGR_Fld_Create(column->info().name.c_str(), type.type);
        OGR_Fld_SetSubType(field, type.subType);
        const OGRErr outcome = OGR_L_CreateField(layer_, field, TRUE);
        OGR_Fld_Destroy(field);
        require(outcome == OGRERR_NONE);
    }
    LOMMER_ASSERT(OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer_)) ==
                  static_cast<int>(first.columns().size()));
}

void OgrTableSink::write(const core::Table& batch, std::int64_t row, OGRFeatureH feature) {
    OGR_F_SetFID(feature, OGRNullFID);
    for (std::size_t index = 0; index < batch.columns().size(); ++index) {
        setCell(batch.column(index), row, static_cast<int>(index), feature);
    }
    if (batch.hasGeometry()) {
        encodeWkb(batch.geometries(), row, wkb_);
        OGRGeometryH geometry = nullptr;
        if (!wkb_.empty()) {
            require(OGR_G_CreateFromWkb(wkb_.data(), nullptr, &geometry,
                                        static_cast<int>(wkb_.size())) == OGRERR_NONE);
            types_.insert(OGR_G_GetGeometryType(geometry));
            if (format_.hasOneType && types_.size() > 1) {
                OGR_G_DestroyGeometry(geometry);
                throw core::Error(ErrorCode::geometryFailed, {{"file", shownName(path_)}},
                                  "a shapefile holds one kind of geometry");
            }
        }
        require(OGR_F_SetGeometryDirectly(feature, geometry) == OGRERR_NONE);
    }
    require(OGR_L_CreateFeature(layer_, feature) == OGRERR_NONE);
}

void OgrTableSink::setCell(const core::Column& column, std::int64_t row, int field,
                           OGRFeatureH feature) {
    if (!column.isPresent(row)) {
        OGR_F_SetFieldNull(feature, field);
        return;
    }
    switch (column.info().type) {
        case core::ColumnType::text:
            OGR_F_SetFieldString(feature, field, std::string(column.textAt(row)).c_str());
            break;
        case core::ColumnType::real:
            OGR_F_SetFieldDouble(feature, field, column.realAt(row));
            break;
        case core::ColumnType::integer:
        case core::ColumnType::boolean:
            OGR_F_SetFieldInteger64(feature, field, column.integerAt(row));
            break;
        case core::ColumnType::date:
        case core::ColumnType::dateTime:
            setMoment(format_, column, row, field, feature);
            break;
    }
}

/// The layer was made for any type, since the rows came later; now they are known.
void OgrTableSink::writeGeometryType() {
    if (!format_.isGeoPackage || types_.size() != 1) {
        return;
    }
    std::string name = OGRGeometryTypeToName(*types_.begin());
    std::erase(name, ' ');
    execute("UPDATE gpkg_geometry_columns SET geometry_type_name = upper('" + name +
            "') WHERE table_name = " + sqlText(layerName_));
}

/// While there are no rows: each then goes into it when it is written.
void OgrTableSink::createSpatialIndex() {
    const std::string column = OGR_L_GetGeometryColumn(layer_);
    if (format_.isGeoPackage && !column.empty()) {
        execute("SELECT CreateSpatialIndex(" + sqlText(layerName_) + ", " + sqlText(column) + ')');
        require(OGR_L_TestCapability(layer_, OLCFastSpatialFilter) != 0);
    }
}

void OgrTableSink::execute(const std::string& sql) {
    GDALDatasetReleaseResultSet(
        dataset_.get(), GDALDatasetExecuteSQL(dataset_.get(), sql.c_str(), nullptr, nullptr));
}

WrittenFile OgrTableSink::finish() {
    LOMMER_ASSERT(layer_ != nullptr);
    GdalErrors errors;
    errors_ = &errors;
    const WriteSettings settings;
    if (hasTransaction_) {
        hasTransaction_ = false;
        require(GDALDatasetCommitTransaction(dataset_.get()) == OGRERR_NONE);
    }
    require(OGR_L_SyncToDisk(layer_) == OGRERR_NONE);
    writeGeometryType();
    GDALFlushCache(dataset_.get());
    require(true);
    dataset_.reset();
    require(true);

    WrittenFile written;
    written.path = path_;
    written.contentHash = hash_.finish();
    const auto members = membersOf(path_, format_);
    for (const auto& member : members) {
        syncFile(member);
        written.bytes += static_cast<std::int64_t>(std::filesystem::file_size(member));
    }
    written.fileHash =
        members.size() == 1 ? sha256OfFile(path_, stop_) : identityOf(members, {}, stop_).sha256;
    isFinished_ = true;
    return written;
}

}  // namespace

std::unique_ptr<FileTableSink> makeOgrTableSink(const std::filesystem::path& path,
                                                const std::string& layerName,
                                                const std::stop_token& stop,
                                                const std::string& description) {
    return std::make_unique<OgrTableSink>(path, layerName, description, formatFor(path), stop);
}

}  // namespace lommer::gis
