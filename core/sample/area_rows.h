#pragma once

#include "core/sample/chance.h"
#include "core/sample/sample_layer.h"
#include "core/sample/sample_records.h"

#include <string>
#include <vector>

namespace lommer::core {

/// Counts what stands in each neighbourhood and writes neighbourhoods, districts and municipality
/// with figures as the Wijk- en Buurtkaart has them: counts of people rounded to five, what is
/// about too few withheld (-99997), what comes later marked so (-99995).
class AreaRows {
public:
    AreaRows(SampleTableSink& sink, const Bounds& bounds, std::uint64_t seed);

    void add(SampleArea area);
    void count(const SampleBuilding& building);
    void count(const SurfacePart& part);
    void finish();

private:
    /// What was counted in an area; a district and the municipality are sums of it.
    struct Figures {
        std::int64_t homes = 0;
        std::int64_t flats = 0;
        std::int64_t homesBefore2000 = 0;
        std::int64_t workplaces = 0;
        double waterSquareMetres = 0.0;
        double squareMetres = 0.0;
        double inhabitants = 0.0;
        void add(const Figures& other);
    };
    struct Area {
        SampleArea area;
        Figures figures;
    };
    std::string nameOf(const Area& area) const;
    void writeNeighbourhoods();
    void writeDistricts();
    void writeMunicipality();
    void writeFigures(SampleLayerRows& rows, const Figures& figures, std::uint64_t key) const;

    SampleTableSink& sink_;
    Bounds bounds_;
    std::uint64_t seed_;
    std::vector<Area> neighbourhoods_;
    std::vector<Area> districts_;
};

}  // namespace lommer::core
