#include "app/desktop/run_again.h"

#include "app/composition/recorded_order.h"
#include "gis/platform/file_error.h"

#include <algorithm>

namespace lommer::app {
namespace {

gis::LayerDescription descriptionOf(const core::RecordedInput& input,
                                    const gis::LayerLocation& location, core::DataKind kind) {
    gis::LayerDescription description;
    description.location = location;
    description.kind = kind;
    description.name = input.label;
    description.subject = input.subject;
    description.registerId = input.registerId;
    description.referenceDate = input.referenceDate;
    return description;
}

}  // namespace

RunAgain::RunAgain(Workspace& workspace, AnalysisPanel& panel, const OriginPanel& asking,
                   QObject* parent)
    : QObject(parent), workspace_(workspace), panel_(panel) {
    connect(&asking, &OriginPanel::repeatWanted, this, &RunAgain::start);
    connect(&workspace.loader(), &LayerLoader::finished, this, [this] {
        if (isWaiting_) {
            fill();
        }
    });
}

void RunAgain::start() {
    const Layer* result = workspace_.active();
    const core::RunRecord* record = result == nullptr ? nullptr : workspace_.recordOf(*result);
    if (record == nullptr) {
        return;
    }
    if (isWaiting_) {  // its data are on their way
        Q_EMIT formWanted(order_.analysis);
        return;
    }
    workspace_.beginAction();
    order_ = orderOf(*record, gis::pathFromUtf8(result->origin->folder.toStdString()));
    Q_EMIT formWanted(record->analysis);
    const auto missing = notInProject(*record);
    isWaiting_ = !missing.empty();
    for (const gis::LayerDescription& one : missing) {  // one that is gone keeps no other away
        workspace_.openBeside(QString::fromStdString(one.name), {one});
    }
    if (missing.empty()) {
        fill();
    }
}

std::vector<gis::LayerDescription> RunAgain::notInProject(const core::RunRecord& record) const {
    std::vector<gis::LayerDescription> missing;
    const core::Analysis* analysis = workspace_.environment().catalogue().find(record.analysis);
    for (std::size_t index = 0; analysis != nullptr && index < record.inputs.size(); ++index) {
        const core::RecordedInput& input = record.inputs[index];
        const core::RoleDeclaration* role = analysis->declaration().findRole(input.role);
        const gis::LayerLocation& location = order_.inputs[index].location;
        if (role != nullptr && !location.files.empty() &&
            workspace_.project().findAt(location) == nullptr) {
            missing.push_back(descriptionOf(input, location, role->kind));
        }
    }
    // They come in below each other: cells would hide what lies under them.
    std::stable_partition(missing.begin(), missing.end(),
                          [](const auto& one) { return one.kind == core::DataKind::table; });
    return missing;
}

void RunAgain::fill() {
    isWaiting_ = false;
    if (panel_.form() != nullptr && panel_.chosen() == order_.analysis) {
        tellWhatIsLeftOut(panel_.form()->fill(order_));
    }
}

void RunAgain::tellWhatIsLeftOut(const QStringList& notFound) {
    QStringList said;
    if (!notFound.isEmpty()) {
        said << tr("These data of then are not open: %1. Open them or choose others.")
                    .arg(notFound.join(QStringLiteral(", ")));
    }
    if (order_.region) {
        said << tr("Then a part of the area was calculated; this form calculates all of it.");
    }
    if (!order_.scenario.empty()) {
        said << tr("Then measures were counted in; this form calculates the present situation.");
    }
    if (!said.isEmpty()) {
        Q_EMIT workspace_.reported({Message::Weight::noted, said.join(QLatin1Char(' ')), {}});
    }
}

}  // namespace lommer::app
