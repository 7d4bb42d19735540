#include "core/base/error.h"
#include "gis/crs/proj_handles.h"
#include "gis/crs/transformer.h"

#include <proj_experimental.h>  // proj_crs_demote_to_2D

#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <mutex>
#include <string_view>

namespace lommer::gis {
namespace {

constexpr int kRdNewCode = 28992;

/// One parameter that makes a double stereographic projection RD New, with how far off a writer's
/// rounding may be. Values: EPSG conversion 19914 "RD New"; angles in degrees.
struct ExpectedParameter {
    std::string_view name;  // EPSG's; PROJ maps other vocabularies to it
    double value;
    double tolerance;
};

constexpr std::array<ExpectedParameter, 5> kRdNewParameters{{
    {"Latitude of natural origin", 52.156160555555556, 1e-7},
    {"Longitude of natural origin", 5.387638888888889, 1e-7},
    {"Scale factor at natural origin", 0.9999079, 1e-9},
    {"False easting", 155000.0, 1e-4},
    {"False northing", 463000.0, 1e-4},
}};
constexpr double kBesselSemiMajorMetres = 6377397.155;

bool hasParameter(PJ_CONTEXT* context, const PJ* conversion, const ExpectedParameter& expected) {
    const int count = proj_coordoperation_get_param_count(context, conversion);
    for (int index = 0; index < count; ++index) {
        const char* name = nullptr;
        double value = 0.0;
        double toSi = 1.0;
        const char* category = nullptr;
        if (proj_coordoperation_get_param(context, conversion, index, &name, nullptr, nullptr,
                                          &value, nullptr, &toSi, nullptr, nullptr, nullptr,
                                          &category) == 0 ||
            name != expected.name) {
            continue;
        }
        const bool isAngle = category != nullptr && std::strcmp(category, "angular") == 0;
        const double inUnit = isAngle ? value * toSi * 180.0 / M_PI : value * toSi;
        return std::abs(inUnit - expected.value) <= expected.tolerance;
    }
    return false;
}

/// RD New by its numbers, whatever its name: Bessel 1841, double stereographic, the five constants.
bool hasRdNewNumbers(PJ_CONTEXT* context, const PJ* crs) {
    const ProjObject ellipsoid(proj_get_ellipsoid(context, crs));
    double semiMajor = 0.0;
    if (ellipsoid == nullptr ||
        proj_ellipsoid_get_parameters(context, ellipsoid.get(), &semiMajor, nullptr, nullptr,
                                      nullptr) == 0 ||
        std::abs(semiMajor - kBesselSemiMajorMetres) > 1e-3) {
        return false;
    }
    const ProjObject conversion(proj_crs_get_coordoperation(context, crs));
    const char* method = nullptr;
    if (conversion == nullptr || proj_coordoperation_get_method_info(
                                     context, conversion.get(), &method, nullptr, nullptr) == 0) {
        return false;
    }
    // Some writers call it plain "Stereographic"; that is another formula and another system.
    if (std::string_view(method) != "Oblique Stereographic") {
        return false;
    }
    for (const ExpectedParameter& expected : kRdNewParameters) {
        if (!hasParameter(context, conversion.get(), expected)) {
            return false;
        }
    }
    return true;
}

/// The horizontal system inside compound and bound (TOWGS84) definitions, without a third axis.
ProjObject horizontalPart(PJ_CONTEXT* context, ProjObject crs) {
    for (;;) {
        const PJ_TYPE type = proj_get_type(crs.get());
        if (type == PJ_TYPE_COMPOUND_CRS) {
            crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
        } else if (type == PJ_TYPE_BOUND_CRS) {
            crs.reset(proj_get_source_crs(context, crs.get()));
        } else if (type == PJ_TYPE_GEOGRAPHIC_3D_CRS) {
            crs.reset(proj_crs_demote_to_2D(context, nullptr, crs.get()));
        } else {
            return crs;
        }
        if (crs == nullptr) {
            return crs;
        }
    }
}

std::optional<int> epsgOf(PJ_CONTEXT* context, const PJ* crs) {
    const auto codeOf = [](const PJ* object) -> std::optional<int> {
        const char* authority = proj_get_id_auth_name(object, 0);
        const char* code = proj_get_id_code(object, 0);
        if (authority == nullptr || code == nullptr) {
            return std::nullopt;
        }
        const std::string_view name(authority);
        if (name == "EPSG") {
            return std::stoi(code);
        }
        // CRS84 is WGS 84 with the longitude first, which all coordinates here have.
        if (name == "OGC" && std::string_view(code) == "CRS84") {
            return 4326;
        }
        return std::nullopt;
    };
    if (const auto own = codeOf(crs)) {
        return own;
    }
    int* confidences = nullptr;
    const ProjList candidates(proj_identify(context, crs, "EPSG", nullptr, &confidences));
    std::optional<int> found;
    constexpr int kSameDefinition = 90;  // proj_identify: equivalent, perhaps another name
    if (candidates != nullptr && proj_list_get_count(candidates.get()) > 0 &&
        confidences[0] >= kSameDefinition) {
        const ProjObject best(proj_list_get(context, candidates.get(), 0));
        found = codeOf(best.get());
    }
    proj_int_list_destroy(confidences);
    return found;
}

/// Engineering ("local") systems of writers that knew the name of RD New and not its numbers.
bool isRdNewByName(const PJ* crs) {
    const std::string_view name(proj_get_name(crs) == nullptr ? "" : proj_get_name(crs));
    return proj_get_type(crs) == PJ_TYPE_ENGINEERING_CRS &&
           (name == "Amersfoort / RD New" || name == "RD New" || name == "RD_New");
}

CrsInfo makeRdNew() {
    const ProjContext context = makeProjContext();
    const ProjObject crs(proj_create(context.get(), "EPSG:28992"));
    if (crs == nullptr) {
        throw core::Error(core::ErrorCode::crsUnknown, {{"crs", std::string("EPSG:28992")}},
                          "proj.db was not found");
    }
    return {kRdNewCode, proj_get_name(crs.get()),
            proj_as_wkt(context.get(), crs.get(), PJ_WKT2_2019, nullptr), true};
}

}  // namespace

const CrsInfo& rdNew() {
    static const CrsInfo info = makeRdNew();
    return info;
}

namespace {

CrsInfo parsed(const std::string& definition) {
    const ProjContext context = makeProjContext();
    ProjObject crs(proj_create(context.get(), definition.c_str()));
    if (crs != nullptr && proj_is_crs(crs.get()) != 0) {
        crs = horizontalPart(context.get(), std::move(crs));
    }
    if (crs == nullptr || proj_is_crs(crs.get()) == 0) {
        throw core::Error(core::ErrorCode::crsUnknown, {{"crs", definition.substr(0, 80)}},
                          definition);
    }
    const auto code = epsgOf(context.get(), crs.get());
    if (code == kRdNewCode || isRdNewByName(crs.get()) ||
        hasRdNewNumbers(context.get(), crs.get())) {
        return rdNew();
    }
    const char* wkt = proj_as_wkt(context.get(), crs.get(), PJ_WKT2_2019, nullptr);
    const char* name = proj_get_name(crs.get());
    return {code, name == nullptr ? "" : name, wkt == nullptr ? definition : wkt, false};
}

}  // namespace

CrsInfo parseCrs(const std::string& definition) {
    // Layers of a delivery have the same few definitions; each look opens the database of PROJ.
    // A text of megabytes is none of those and is not kept.
    constexpr std::size_t kMost = 64;
    constexpr std::size_t kLongest = 16'384;
    static std::mutex mutex;
    static std::map<std::string, CrsInfo> known;
    {
        const std::lock_guard lock(mutex);
        if (const auto found = known.find(definition); found != known.end()) {
            return found->second;
        }
    }
    CrsInfo info = parsed(definition);
    if (definition.size() > kLongest) {
        return info;
    }
    const std::lock_guard lock(mutex);
    if (known.size() >= kMost) {
        known.clear();
    }
    known.emplace(definition, info);
    return info;
}

}  // namespace lommer::gis
