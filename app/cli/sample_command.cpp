#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/composition/sample_service.h"
#include "app/platform/console.h"
#include "gis/platform/file_error.h"

#include <nlohmann/json.hpp>

namespace lommer::app {

ExitCode writeSample(const CommandLine& line, const Texts& texts) {
    const auto environment = environmentFor(line);
    std::stop_source stop;
    const InterruptStop interrupt(stop);
    const auto files = writeSample(SampleOrder{.folder = gis::pathFromUtf8(line.subject),
                                               .areaSquareKilometres = line.areaSquareKilometres,
                                               .cellMetres = line.cellMetres,
                                               .seed = line.seed},
                                   terminalProgress(stop.get_token(), texts, {}));
    clearProgress();
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const auto& file : files) {
        json.push_back(gis::utf8(file));
        if (!line.json) {
            printLine(QString::fromStdString(gis::utf8(file)));
        }
    }
    if (line.json) {
        printLine(QString::fromStdString(json.dump(2)));
    }
    return ExitCode::done;
}

}  // namespace lommer::app
