#include "tests/app/sample_town.h"

#include "app/composition/run_service.h"
#include "app/composition/sample_service.h"
#include "gis/platform/file_error.h"

namespace lommer::test {

SampleTown::SampleTown()
    : environment_(app::Environment::Options{.cacheFolder = folder_ / "cache"}) {
    app::writeSample({.folder = folder_ / "in", .areaSquareKilometres = 0.04, .cellMetres = 1.0},
                     core::Progress());
}

std::filesystem::path SampleTown::run(const std::string& analysis, const std::string& name,
                                      const std::vector<std::string>& inputs,
                                      const core::ParameterValues& parameters) const {
    std::vector<std::string> specifications;
    for (const std::string& input : inputs) {
        const std::size_t path = input.find('=') + 1;  // 0 where no role is named
        specifications.push_back(input.substr(0, path) +
                                 gis::utf8(folder_ / "in" / gis::pathFromUtf8(input.substr(path))));
    }
    core::RemarkList remarks;
    app::RunOrder order;
    order.analysis = analysis;
    order.inputs = app::bindInputs(environment_.catalogue().get(analysis).declaration(),
                                   specifications, remarks);
    order.parameters = parameters;
    order.output = folder_ / name;
    app::run(environment_, order, core::Progress());
    return order.output / "run.json";
}

}  // namespace lommer::test
