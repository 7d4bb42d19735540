#pragma once

#include "core/sample/chance.h"
#include "core/sample/sample_layer.h"
#include "core/sample/sample_records.h"

#include <array>
#include <string>
#include <vector>

namespace lommer::core {

/// Writes pieces of the place as the Basisregistratie Grootschalige Topografie has them: about one
/// object in four has an older version, and some have gone.
class BgtRows {
public:
    BgtRows(SampleTableSink& sink, std::uint64_t seed);

    void add(const SurfacePart& part);
    void add(const SampleBuilding& building, std::string_view bagIdentification);
    void add(const SampleTree& tree);
    void flush();

private:
    struct Version {
        std::string id;
        std::string registered;
        std::string ended;
        std::string terminated;
    };
    std::vector<Version> versions();
    SampleLayerRows& begin(SampleLayer layer, const Version& version, std::int64_t level,
                           bool isPublic);

    ChanceStream chance_;
    std::vector<SampleLayerRows> layers_;
};

}  // namespace lommer::core
