#pragma once

#include "core/sample/chance.h"
#include "core/sample/sample_layer.h"
#include "core/sample/sample_records.h"

#include <map>
#include <string>

namespace lommer::core {

/// Writes buildings as the Basisregistratie Adressen en Gebouwen has them, in the columns of the
/// "light" GeoPackage: every building, its homes and workplaces with an address, some planned,
/// demolished and withdrawn ones.
class BagRows {
public:
    BagRows(SampleTableSink& sink, std::uint64_t seed);

    /// Returns the identification of the building.
    std::string add(const SampleBuilding& building);
    void flush();

private:
    void addBuilding(const SampleBuilding& building, const std::string& id, std::string_view status,
                     std::string_view use, std::int64_t units, double unitArea);
    void addUnits(const SampleBuilding& building, const std::string& buildingId);

    ChanceStream chance_;
    SampleLayerRows buildings_;
    SampleLayerRows units_;
    std::int64_t buildingCount_ = 0;
    std::int64_t unitCount_ = 0;
    /// The last house number in each street.
    std::map<std::int64_t, std::int64_t> numbers_;
};

/// The name of a street, the same for the same number.
std::string streetName(std::int64_t street);
/// The postcode of a street: four digits, two letters.
std::string postcodeOf(std::int64_t street);

}  // namespace lommer::core
