#pragma once

#include "core/base/data_kind.h"
#include "core/engine/parameter.h"
#include "core/raster/raster_sink.h"
#include "core/vector/geometry_column.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lommer::core {

/// How far an edit of an input can change the result.
struct Reach {
    /// In metres around the edit; infinity = everywhere. Asked after the parameters are known.
    std::function<double(const Parameters&)> metres;

    static Reach cell();        // only where the edit is
    static Reach everywhere();  // no bound
    static Reach of(double metres);
};

/// A slot of an analysis that data are put into.
struct RoleDeclaration {
    std::string id;
    DataKind kind = DataKind::table;
    /// Geometry kinds that fit a table role; empty = any, also none.
    std::vector<GeometryKind> geometryKinds = {};
    /// Subjects (core/subjects) that fit, the preferred first; empty = anything of the kind.
    std::vector<std::string> subjects = {};
    int minimumCount = 1;  // 0 = optional
    int maximumCount = 1;
    /// Of all roles with the same group exactly one must be filled.
    std::string alternativeGroup = {};
    Reach reach = Reach::everywhere();
};

/// One column that an output adds.
struct OutputColumn {
    std::string name;
    ColumnType type = ColumnType::real;
    Unit unit = Unit::none;
    /// The class of the column whatever goes in; it also inherits the highest of the inputs.
    PrivacyClass privacy = PrivacyClass::open;
    /// Present only where this holds.
    std::optional<ParameterCondition> condition = {};
    /// Present only where this role is filled; empty = always.
    std::string needsRole = {};
    /// A column for each entry of this number list: `name` holds `{}` where the number comes.
    std::string perValueOf = {};
    /// Takes the name of the column that this `column` parameter names, with `name` behind it.
    std::string namedAfter = {};
};

/// `rankedAroundMean`: bars from the mean instead of zero, for quantities whose zero means nothing
/// (temperatures).
enum class ChartKind { histogram, rankedBars, rankedAroundMean, classShares };

struct ChartDeclaration {
    ChartKind kind = ChartKind::histogram;
    /// The column drawn; empty for a raster's cell values.
    std::string column = {};
};

/// One result of an analysis: `DIR/<id>.tif` or `DIR/<id>.gpkg`.
struct OutputDeclaration {
    std::string id;
    DataKind kind = DataKind::raster;
    std::optional<ParameterCondition> condition = {};
    /// Made only where this role is filled; empty = always.
    std::string needsRole = {};
    /// Made only where this role is empty; empty = always.
    std::string withoutRole = {};

    // raster
    Unit unit = Unit::none;
    /// The unit of the cells (of a table: of columns without a unit of their own) is that of the
    /// data in this role, where it is known; empty = `unit`.
    std::string unitOfRole = {};
    StorageType storage = StorageType::float32;
    /// Values are rounded to a multiple of 2^resolutionExponent before they are stored, so that
    /// files are small and equal; nothing = stored as computed.
    std::optional<int> resolutionExponent = {};

    // table
    /// The roles whose features (geometry and columns) this output repeats, columns in this order;
    /// with one role of the same name as the output: that role's features plus `columns`.
    std::vector<std::string> columnsOfRoles = {};
    std::vector<OutputColumn> columns = {};
    std::vector<GeometryKind> geometryKinds = {};

    /// How far values may lie apart on another build or processor and still count as the same.
    double tolerance = 0.0;
    /// File name without ending in resources/analyses/<analysis>/, empty = plain style.
    std::string style = {};
    std::vector<ChartDeclaration> charts = {};
};

/// Which kind of access to rasters the analysis makes (design 3.5); for memory and region planning.
enum class RasterAccess { none, cell, window, sweep, graph, reduce };

/// Everything that form, command line, help, run record and contract tests need to know.
struct AnalysisDeclaration {
    std::string id;
    /// Raised whenever equal input gives another outcome.
    int version = 1;
    /// Folder of the catalogue: basic, climate …
    std::string family;
    RasterAccess access = RasterAccess::none;
    std::vector<RoleDeclaration> roles;
    std::vector<ParameterDeclaration> parameters;
    /// Without a definition the defaults hold. A definition named `standard` equals the defaults.
    std::vector<Definition> definitions;
    std::vector<OutputDeclaration> outputs;
    /// What a published method is called and where it stands, for the record.
    std::vector<std::string> references;

    const RoleDeclaration* findRole(std::string_view roleId) const noexcept;
    const ParameterDeclaration* findParameter(std::string_view parameterId) const noexcept;
    const OutputDeclaration* findOutput(std::string_view outputId) const noexcept;
    const Definition* findDefinition(std::string_view definitionId) const noexcept;
};

/// True where `condition` holds for `parameters`; no condition always holds.
bool holds(const std::optional<ParameterCondition>& condition, const Parameters& parameters);

}  // namespace lommer::core
