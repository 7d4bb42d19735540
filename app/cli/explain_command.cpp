#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/composition/explain_service.h"
#include "app/platform/console.h"
#include "app/text/number_format.h"
#include "app/text/place_text.h"
#include "core/base/error.h"
#include "core/engine/run_record.h"
#include "gis/platform/file_error.h"

#include <nlohmann/json.hpp>

namespace lommer::app {
namespace {

using Json = nlohmann::ordered_json;

Json factsJson(const std::vector<core::PlaceFact>& facts) {
    Json json = Json::object();
    for (const core::PlaceFact& fact : facts) {
        std::visit([&](const auto& value) { json[fact.id] = value; }, fact.value);
    }
    return json;
}

Json explanationJson(const core::PlaceExplanation& explanation, core::Point place) {
    Json json{{"x", place.x}, {"y", place.y}};
    if (!explanation.hindrance.empty()) {
        json["noValue"] = explanation.hindrance;
        return json;
    }
    json["value"] = explanation.value;
    json["reference"] = explanation.reference;
    for (const core::PlaceShare& share : explanation.shares) {
        json["shares"][share.id] = share.amount;
    }
    json["facts"] = factsJson(explanation.facts);
    json["moments"] = Json::array();
    for (const core::PlaceMoment& moment : explanation.moments) {
        json["moments"].push_back({{"time", moment.time}, {"facts", factsJson(moment.facts)}});
    }
    return json;
}

void printLines(const std::vector<PlaceLine>& lines) {
    for (const PlaceLine& line : lines) {
        printLine(QStringLiteral("  %1: %2").arg(line.name, line.value));
    }
}

void printExplanation(const core::PlaceExplanation& explanation, const std::string& analysis,
                      const Texts& texts) {
    const PlaceText text(explanation, analysis, texts);
    printLine(text.sentence());
    if (!explanation.hindrance.empty()) {
        return;
    }
    printLine(text.word("shares") + QLatin1Char(':'));
    for (const ShownShare& share : text.shares()) {
        printLine(QStringLiteral("  %1: %2").arg(share.name, share.text));
    }
    printLine(text.word("facts") + QLatin1Char(':'));
    printLines(text.facts());
    if (!explanation.moments.empty()) {
        printLine(QStringLiteral("%1 (%2):")
                      .arg(text.word("moment"), text.hourOf(explanation.chiefMoment)));
        printLines(text.factsOf(explanation.chiefMoment));
        printLine(text.word("moment-note"));
    }
}

/// Ids, for the message that names them.
std::string explainingAnalyses(const Environment& environment) {
    std::string ids;
    for (const auto& analysis : environment.catalogue().analyses()) {
        if (analysis->canExplain()) {
            ids += (ids.empty() ? "" : ", ") + analysis->declaration().id;
        }
    }
    return ids;
}

}  // namespace

ExitCode explainValue(const CommandLine& line, const Texts& texts) {
    const auto environment = environmentFor(line);
    const std::filesystem::path recordPath = gis::pathFromUtf8(line.subject);
    const std::string analysis = core::recordFromText(gis::readTextFile(recordPath)).analysis;
    std::stop_source stop;
    const InterruptStop interrupt(stop);
    const auto explanation =
        ExplainedRun(*environment, recordPath)
            .explain(line.place.value(), terminalProgress(stop.get_token(), texts, analysis));
    clearProgress();
    if (!explanation) {
        throw core::Error(core::ErrorCode::valueUnknown,
                          {{"parameter", std::string("RUN.json")},
                           {"value", analysis},
                           {"allowed", explainingAnalyses(*environment)}});
    }
    if (line.json) {
        printLine(QString::fromStdString(explanationJson(*explanation, *line.place).dump(2)));
    } else {
        printExplanation(*explanation, analysis, texts);
    }
    return ExitCode::done;
}

}  // namespace lommer::app
