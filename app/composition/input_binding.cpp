#include "app/composition/input_binding.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/registers/inventory.h"

#include <algorithm>
#include <map>

namespace lommer::app {
namespace {

using core::Error;
using core::ErrorCode;

struct Specification {
    std::string role;
    std::filesystem::path path;
    std::string layer;
};

bool isIdText(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '-';
    });
}

Specification parse(std::string text) {
    Specification result;
    const auto sign = text.find('=');
    std::error_code ignored;
    const bool isWholePath = std::filesystem::exists(gis::pathFromUtf8(text), ignored);
    if (sign != std::string::npos && !isWholePath && isIdText(text.substr(0, sign))) {
        result.role = text.substr(0, sign);
        text.erase(0, sign + 1);
    }
    const auto bar = text.rfind('|');
    if (bar != std::string::npos) {
        result.layer = text.substr(bar + 1);
        text.erase(bar);
    }
    result.path = gis::pathFromUtf8(text);
    return result;
}

std::string namesOf(const std::vector<gis::LayerDescription>& layers) {
    std::string names;
    for (const gis::LayerDescription& layer : layers) {
        names += (names.empty() ? "" : ", ") + layer.name;
    }
    return names;
}

std::vector<gis::LayerDescription> layersOf(const Specification& specification,
                                            core::RemarkList& remarks) {
    auto layers = gis::inspect(specification.path, remarks);
    if (specification.layer.empty()) {
        return layers;
    }
    const std::string all = namesOf(layers);
    layers.erase(std::remove_if(layers.begin(), layers.end(),
                                [&](const gis::LayerDescription& layer) {
                                    return layer.name != specification.layer &&
                                           layer.location.layer != specification.layer;
                                }),
                 layers.end());
    if (layers.empty()) {
        throw Error(ErrorCode::layerUnknown, {{"file", gis::utf8(specification.path.filename())},
                                              {"layer", specification.layer},
                                              {"allowed", all}});
    }
    return layers;
}

class Binder {
public:
    Binder(const core::AnalysisDeclaration& analysis, core::RemarkList& remarks)
        : analysis_(analysis), remarks_(remarks) {}

    void bindToRole(const Specification& specification) {
        const core::RoleDeclaration* role = analysis_.findRole(specification.role);
        if (role == nullptr) {
            throw Error(ErrorCode::roleUnknown,
                        {{"role", specification.role}, {"analysis", analysis_.id}});
        }
        const auto layers = layersOf(specification, remarks_);
        std::vector<gis::LayerDescription> fitting;
        std::copy_if(layers.begin(), layers.end(), std::back_inserter(fitting),
                     [role](const gis::LayerDescription& layer) { return fits(*role, layer); });
        if (fitting.empty()) {
            throw Error(ErrorCode::roleNotFitting,
                        {{"layer", gis::utf8(specification.path.filename())}, {"role", role->id}});
        }
        if (static_cast<int>(fitting.size()) > role->maximumCount) {
            throw Error(ErrorCode::layerAmbiguous,
                        {{"file", gis::utf8(specification.path.filename())},
                         {"allowed", namesOf(fitting)}});
        }
        for (const gis::LayerDescription& layer : fitting) {
            add(*role, layer);
        }
    }

    void bindFreely(const Specification& specification) {
        const auto layers = layersOf(specification, remarks_);
        bool isUsed = false;
        for (const gis::LayerDescription& layer : layers) {
            const core::RoleDeclaration* role = roleFor(layer);
            if (role == nullptr) {
                requireNoChoice(specification, layer, layers);
                continue;
            }
            add(*role, layer);
            isUsed = true;
        }
        if (!isUsed) {
            throw Error(
                ErrorCode::roleNotFitting,
                {{"layer", gis::utf8(specification.path.filename())}, {"role", analysis_.id}});
        }
    }

    std::vector<InputOrder> take() { return std::move(orders_); }

private:
    void add(const core::RoleDeclaration& role, const gis::LayerDescription& layer) {
        orders_.push_back({role.id, layer.location});
        ++counts_[role.id];
    }

    /// A layer that no role has room for: one of several that would do, which only the user can
    /// choose from, or one that no role wants.
    void requireNoChoice(const Specification& specification, const gis::LayerDescription& layer,
                         const std::vector<gis::LayerDescription>& layers) {
        const bool wouldDo =
            std::any_of(analysis_.roles.begin(), analysis_.roles.end(),
                        [&](const core::RoleDeclaration& role) { return fits(role, layer); });
        if (wouldDo && layers.size() > 1) {
            throw Error(
                ErrorCode::layerAmbiguous,
                {{"file", gis::utf8(specification.path.filename())}, {"allowed", namesOf(layers)}});
        }
        remarks_.add({"layer-not-used", {{"layer", layer.name}}});
    }

    const core::RoleDeclaration* roleFor(const gis::LayerDescription& layer) const {
        const core::RoleDeclaration* firstFitting = nullptr;
        for (const core::RoleDeclaration& role : analysis_.roles) {
            const auto count = counts_.find(role.id);
            const bool isFull = count != counts_.end() && count->second >= role.maximumCount;
            if (isFull || !fits(role, layer)) {
                continue;
            }
            const bool wantsSubject = std::find(role.subjects.begin(), role.subjects.end(),
                                                layer.subject) != role.subjects.end();
            if (wantsSubject) {
                return &role;
            }
            firstFitting = firstFitting == nullptr ? &role : firstFitting;
        }
        return firstFitting;
    }

    const core::AnalysisDeclaration& analysis_;
    core::RemarkList& remarks_;
    std::vector<InputOrder> orders_;
    std::map<std::string, int> counts_;
};

}  // namespace

bool fits(const core::RoleDeclaration& role, const gis::LayerDescription& layer) {
    if (role.kind != layer.kind) {
        return false;
    }
    if (role.kind == core::DataKind::raster || role.geometryKinds.empty()) {
        return true;
    }
    if (layer.table.kinds.empty()) {
        return layer.table.hasGeometry;
    }
    return std::any_of(
        role.geometryKinds.begin(), role.geometryKinds.end(), [&](core::GeometryKind kind) {
            return std::find(layer.table.kinds.begin(), layer.table.kinds.end(), kind) !=
                   layer.table.kinds.end();
        });
}

std::vector<InputOrder> bindInputs(const core::AnalysisDeclaration& analysis,
                                   const std::vector<std::string>& specifications,
                                   core::RemarkList& remarks) {
    Binder binder(analysis, remarks);
    std::vector<Specification> free;
    for (const std::string& text : specifications) {
        Specification specification = parse(text);
        if (specification.role.empty()) {
            free.push_back(std::move(specification));
        } else {
            binder.bindToRole(specification);
        }
    }
    for (const Specification& specification : free) {
        binder.bindFreely(specification);
    }
    return binder.take();
}

}  // namespace lommer::app
