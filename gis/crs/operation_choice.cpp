#include "gis/crs/operation_choice.h"

#include "core/base/error.h"

#include <string>

namespace lommer::gis {
namespace {

constexpr const char* kEtrs89 = "EPSG:4258";

core::Error tooCoarse(const CrsInfo& from, const CrsInfo& to, const std::string& why) {
    return core::Error(core::ErrorCode::transformationTooCoarse,
                       {{"crs", from.isRdNew ? to.name : from.name}}, why);
}

ProjObject createCrs(PJ_CONTEXT* context, const std::string& definition) {
    ProjObject crs(proj_create(context, definition.c_str()));
    if (crs == nullptr) {
        throw core::Error(core::ErrorCode::crsUnknown, {{"crs", definition.substr(0, 80)}});
    }
    return crs;
}

/// Accuracy in metres; conversions such as map projections are exact, PROJ says -1 or 0 for them.
double accuracyOf(PJ_CONTEXT* context, const PJ* operation) {
    const double metres = proj_coordoperation_get_accuracy(context, operation);
    return metres < 0.0 ? 0.0 : metres;
}

bool statesAccuracy(PJ_CONTEXT* context, const PJ* operation) {
    return proj_coordoperation_get_accuracy(context, operation) >= 0.0;
}

std::string gridOf(PJ_CONTEXT* context, const PJ* operation) {
    const char* name = nullptr;
    if (proj_coordoperation_get_grid_used_count(context, operation) > 0 &&
        proj_coordoperation_get_grid_used(context, operation, 0, &name, nullptr, nullptr, nullptr,
                                          nullptr, nullptr, nullptr) != 0 &&
        name != nullptr) {
        return name;
    }
    return {};
}

ProjFactory makeFactory(PJ_CONTEXT* context, const core::Bounds& geographicArea) {
    ProjFactory factory(proj_create_operation_factory_context(context, nullptr));
    proj_operation_factory_context_set_grid_availability_use(
        context, factory.get(), PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
    proj_operation_factory_context_set_allow_ballpark_transformations(context, factory.get(), 0);
    proj_operation_factory_context_set_spatial_criterion(
        context, factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    if (!geographicArea.isEmpty()) {
        proj_operation_factory_context_set_area_of_interest(
            context, factory.get(), geographicArea.xmin, geographicArea.ymin, geographicArea.xmax,
            geographicArea.ymax);
    }
    return factory;
}

/// The most accurate of PROJ's candidates; of equals the one PROJ puts first. Null without any.
ProjObject bestBetween(PJ_CONTEXT* context, const PJ* from, const PJ* to,
                       const core::Bounds& geographicArea) {
    const ProjFactory factory = makeFactory(context, geographicArea);
    const ProjList candidates(proj_create_operations(context, from, to, factory.get()));
    ProjObject best;
    const int count = candidates == nullptr ? 0 : proj_list_get_count(candidates.get());
    for (int index = 0; index < count; ++index) {
        ProjObject candidate(proj_list_get(context, candidates.get(), index));
        if (candidate == nullptr ||
            proj_coordoperation_has_ballpark_transformation(context, candidate.get()) != 0 ||
            proj_coordoperation_is_instantiable(context, candidate.get()) == 0) {
            continue;
        }
        const bool isBetter =
            best == nullptr ||
            (statesAccuracy(context, candidate.get()) && !statesAccuracy(context, best.get())) ||
            (statesAccuracy(context, candidate.get()) &&
             accuracyOf(context, candidate.get()) < accuracyOf(context, best.get()));
        if (isBetter) {
            best = std::move(candidate);
        }
    }
    return best;
}

/// East and north (or longitude and latitude in degrees) in this order, whatever the CRS says.
ProjObject eastFirst(PJ_CONTEXT* context, ProjObject operation) {
    return ProjObject(proj_normalize_for_visualization(context, operation.get()));
}

/// A part of the world to choose operations for: the bounding box of `area` in longitude and
/// latitude, generous; the Netherlands where the area is not known or the CRS is not geographic.
core::Bounds geographicArea(const PJ* from, const core::Bounds& area) {
    const PJ_TYPE type = proj_get_type(from);
    const core::Bounds world{-180.0, -90.0, 180.0, 90.0};
    if (type == PJ_TYPE_GEOGRAPHIC_2D_CRS && !area.isEmpty() && area.intersects(world)) {
        return intersection(area, world);
    }
    return {3.2, 50.75, 7.22, 53.7};  // EPSG extent 1275: Netherlands, onshore
}

}  // namespace

ChosenOperation chooseOperation(PJ_CONTEXT* context, const CrsInfo& from, const CrsInfo& to,
                                const core::Bounds& area) {
    const ProjObject source = createCrs(context, from.wkt);
    const ProjObject target = createCrs(context, to.wkt);
    const ProjObject middle = createCrs(context, kEtrs89);
    const core::Bounds place = geographicArea(source.get(), area);
    const auto isSame = [](const PJ* a, const PJ* b) {
        return proj_is_equivalent_to(a, b, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
    };
    ChosenOperation chosen;
    const auto addStep = [&](ProjObject& step, const PJ* a, const PJ* b) {
        ProjObject operation = bestBetween(context, a, b, place);
        if (operation == nullptr) {
            throw tooCoarse(from, to, "only a ballpark transformation is known");
        }
        const char* name = proj_get_name(operation.get());
        std::string& text = chosen.operation.name;
        text = text == "none" ? std::string(name) : text + " + " + name;
        chosen.operation.accuracyMetres += accuracyOf(context, operation.get());
        if (chosen.operation.gridName.empty()) {
            chosen.operation.gridName = gridOf(context, operation.get());
        }
        step = eastFirst(context, std::move(operation));
        if (step == nullptr) {
            throw tooCoarse(from, to, "the operation cannot be carried out");
        }
    };
    if (isSame(source.get(), target.get())) {
        return chosen;
    }
    if (!isSame(source.get(), middle.get())) {
        addStep(chosen.first, source.get(), middle.get());
    }
    if (!isSame(middle.get(), target.get())) {
        addStep(chosen.second, middle.get(), target.get());
    }
    return chosen;
}

}  // namespace lommer::gis
