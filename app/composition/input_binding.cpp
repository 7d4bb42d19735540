#include "app/composition/input_binding.h"

#include "core/base/error.h"
#include "core/subjects/subjects.h"
#include "gis/platform/file_error.h"
#include "gis/registers/inventory.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

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
                                            core::RemarkList& remarks,
                                            const gis::Mappings& mappings) {
    auto layers = gis::inspect(specification.path, remarks, mappings);
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

/// One layer of a file, once for each subject it holds.
using Variants = std::vector<gis::LayerDescription>;

std::vector<Variants> variantsOf(const std::vector<gis::LayerDescription>& layers) {
    std::vector<Variants> groups;
    for (const gis::LayerDescription& layer : layers) {
        const bool isSame = !groups.empty() &&
                            groups.back().front().location.files == layer.location.files &&
                            groups.back().front().location.layer == layer.location.layer;
        if (isSame) {
            groups.back().push_back(layer);
        } else {
            groups.push_back({layer});
        }
    }
    return groups;
}

/// Place of a subject in the preferences of a role.
std::optional<std::size_t> rankOf(const core::RoleDeclaration& role, const std::string& subject) {
    for (std::size_t rank = 0; rank < role.subjects.size(); ++rank) {
        if (core::isSubject(subject, role.subjects[rank])) {
            return rank;
        }
    }
    return std::nullopt;
}

/// The variant that the role prefers; where it wants none of them, the layer as it was delivered.
std::optional<gis::LayerDescription> chosenFor(const core::RoleDeclaration& role,
                                               const Variants& variants) {
    const gis::LayerDescription* best = nullptr;
    for (const gis::LayerDescription& variant : variants) {
        const auto rank = rankOf(role, variant.subject);
        if (rank && fits(role, variant) &&
            (best == nullptr || *rank < *rankOf(role, best->subject))) {
            best = &variant;
        }
    }
    if (best != nullptr) {
        return *best;
    }
    gis::LayerDescription plain = variants.front();
    plain.location.subject.clear();
    plain.location.mapping = nullptr;
    if (plain.kind == core::DataKind::table) {
        plain.subject.clear();
    }
    return fits(role, plain) ? std::optional(plain) : std::nullopt;
}

class Binder {
public:
    Binder(const core::AnalysisDeclaration& analysis, core::RemarkList& remarks,
           const gis::Mappings& mappings)
        : analysis_(analysis), remarks_(remarks), mappings_(mappings) {}

    void bindToRole(const Specification& specification) {
        const core::RoleDeclaration* role = analysis_.findRole(specification.role);
        if (role == nullptr) {
            throw Error(ErrorCode::roleUnknown,
                        {{"role", specification.role}, {"analysis", analysis_.id}});
        }
        const auto layers = layersOf(specification, remarks_, mappings_);
        std::vector<gis::LayerDescription> fitting;
        for (const Variants& variants : variantsOf(layers)) {
            if (const auto layer = chosenFor(*role, variants)) {
                fitting.push_back(*layer);
            }
        }
        // Recognised ones, where there are any: a delivery holds much that only has the same kind.
        const auto isWanted = [&](const gis::LayerDescription& layer) {
            return rankOf(*role, layer.subject).has_value();
        };
        if (std::any_of(fitting.begin(), fitting.end(), isWanted)) {
            fitting.erase(std::remove_if(fitting.begin(), fitting.end(), std::not_fn(isWanted)),
                          fitting.end());
        }
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
        const auto layers = layersOf(specification, remarks_, mappings_);
        const std::vector<Variants> groups = variantsOf(layers);
        std::vector<Variants> rest;
        for (const Variants& variants : groups) {
            if (!bindToWishes(variants)) {
                rest.push_back(variants);
            }
        }
        // What no role asks for by subject may still be meant for one that asks for nothing.
        const bool areRecognised = rest.size() < groups.size();
        std::vector<std::string> unused;
        for (const Variants& variants : rest) {
            if (!bindByKind(specification, variants, areRecognised, layers)) {
                unused.push_back(variants.front().name);
            }
        }
        if (!areRecognised && unused.size() == rest.size()) {
            throw Error(
                ErrorCode::roleNotFitting,
                {{"layer", gis::utf8(specification.path.filename())}, {"role", analysis_.id}});
        }
        remarkOnUnused(unused);
    }

    std::vector<InputOrder> take() { return std::move(orders_); }

private:
    void add(const core::RoleDeclaration& role, const gis::LayerDescription& layer) {
        orders_.push_back({role.id, layer.location});
        ++counts_[role.id];
    }

    bool hasRoom(const core::RoleDeclaration& role) const {
        const auto count = counts_.find(role.id);
        return count == counts_.end() || count->second < role.maximumCount;
    }

    /// To every role that wants one of its subjects.
    bool bindToWishes(const Variants& variants) {
        bool isUsed = false;
        for (const core::RoleDeclaration& role : analysis_.roles) {
            const auto layer = hasRoom(role) ? chosenFor(role, variants) : std::nullopt;
            if (layer && rankOf(role, layer->subject)) {
                add(role, *layer);
                isUsed = true;
            }
        }
        return isUsed;
    }

    /// To the first role with room that takes its kind; of a delivery with recognised layers only
    /// to one that asks for no subject.
    bool bindByKind(const Specification& specification, const Variants& variants,
                    bool areRecognised, const std::vector<gis::LayerDescription>& layers) {
        bool wouldDo = false;
        for (const core::RoleDeclaration& role : analysis_.roles) {
            const auto layer =
                areRecognised && !role.subjects.empty() ? std::nullopt : chosenFor(role, variants);
            if (layer && hasRoom(role)) {
                add(role, *layer);
                return true;
            }
            wouldDo = wouldDo || layer.has_value();
        }
        if (wouldDo && layers.size() > 1) {  // one of several, which only the user can choose from
            throw Error(
                ErrorCode::layerAmbiguous,
                {{"file", gis::utf8(specification.path.filename())}, {"allowed", namesOf(layers)}});
        }
        return false;
    }

    void remarkOnUnused(const std::vector<std::string>& names) {
        if (names.size() == 1) {
            remarks_.add({"layer-not-used", {{"layer", names.front()}}});
        } else if (!names.empty()) {
            std::string list;
            for (const std::string& name : names) {
                list += (list.empty() ? "" : ", ") + name;
            }
            remarks_.add({"layers-not-used",
                          {{"count", static_cast<std::int64_t>(names.size())}, {"layers", list}}});
        }
    }

    const core::AnalysisDeclaration& analysis_;
    core::RemarkList& remarks_;
    const gis::Mappings& mappings_;
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
                                   core::RemarkList& remarks, const gis::Mappings& mappings) {
    Binder binder(analysis, remarks, mappings);
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
