#pragma once

#include "core/base/data_kind.h"
#include "core/base/unit.h"
#include "core/vector/column.h"
#include "core/vector/geometry_column.h"

#include <span>
#include <string_view>
#include <vector>

namespace lommer::core {

/// A column that data of a subject have once they are normalised, whatever the delivery called it.
struct SubjectColumn {
    std::string_view name;
    ColumnType type = ColumnType::text;
    Unit unit = Unit::none;
    /// Data of the subject must have it.
    bool isRequired = false;
    /// Id of the list (core/subjects/code_lists) that its values come from; empty = free.
    std::string_view codeList = {};
    PrivacyClass privacy = PrivacyClass::open;
};

/// What data can be: the one list that registers recognise and analyses ask for.
struct Subject {
    /// Stable, in records and declarations: `terrain-height`.
    std::string_view id;
    DataKind kind = DataKind::table;
    /// Empty = a table without places, or a raster.
    std::vector<GeometryKind> geometryKinds = {};
    std::vector<SubjectColumn> columns = {};
    /// The wider subject that this one is also: `neighbourhoods` are `areas`.
    std::string_view partOf = {};
};

/// All subjects, in the order in which people see them.
std::span<const Subject> subjects();

/// Null where there is none of that id.
const Subject* findSubject(std::string_view id);

/// True where data of subject `id` will do where `wanted` is asked: the same or part of it.
bool isSubject(std::string_view id, std::string_view wanted);

}  // namespace lommer::core
