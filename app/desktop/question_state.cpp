#include "app/desktop/question_state.h"

#include "app/composition/role_proposal.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(QuestionState)
};

/// Cells or rows of a layer; nothing where they are not counted yet.
std::optional<double> amountIn(const Layer& layer, const TimeRate& rate) {
    const gis::LayerDescription& description = *layer.description;
    if (description.kind == core::DataKind::raster) {
        if (!description.grid) {
            return std::nullopt;
        }
        const core::CellWindow window = description.grid->window();
        const double cells = static_cast<double>(window.columns) * static_cast<double>(window.rows);
        const double share = rate.finestCellMetres > description.grid->cellSize()
                                 ? description.grid->cellSize() / rate.finestCellMetres
                                 : 1.0;
        return cells * share * share;
    }
    const auto table = layer.data.table;
    const std::int64_t rows = table != nullptr ? table->rowCount() : description.table.rowCount;
    return rows < 0 ? std::nullopt : std::optional(static_cast<double>(rows));
}

}  // namespace

QuestionState stateOf(const Question& question, const core::AnalysisDeclaration& analysis,
                      const std::vector<Layer>& layers) {
    std::vector<LayerCandidate> candidates;
    std::vector<const Layer*> described;
    for (const Layer& layer : layers) {
        if (layer.description != nullptr) {
            candidates.push_back({layer.description.get(), layer.origin.has_value()});
            described.push_back(&layer);
        }
    }
    QuestionState state;
    std::optional<double> amount;
    for (const core::RoleDeclaration& role : analysis.roles) {
        const std::vector<std::size_t> taken = proposedLayers(role, candidates);
        const bool mustBeFilled = role.minimumCount > 0;
        const bool isFilled = static_cast<int>(taken.size()) >= std::max(role.minimumCount, 1);
        if (mustBeFilled) {
            (isFilled ? state.present : state.missing).push_back(role.id);
        } else if (isFilled) {
            state.presentOptional.push_back(role.id);
        }
        if (question.time && question.time->role == role.id) {
            for (const std::size_t place : taken) {
                const auto more = amountIn(*described[place], *question.time);
                amount = more ? std::optional(amount.value_or(0.0) + *more) : amount;
            }
        }
    }
    if (state.isReady() && amount) {
        state.seconds = *amount / question.time->perSecond;
    }
    return state;
}

QString roughDuration(double seconds) {
    constexpr double kMinute = 60.0;
    constexpr double kHour = 3600.0;
    if (seconds <= 10.0) {
        return Words::tr("less than 10 seconds");
    }
    if (seconds < 0.9 * kMinute) {
        return Words::tr("about %n second(s)", nullptr,
                         10 * static_cast<int>(std::ceil(seconds / 10.0)));
    }
    if (seconds < 1.5 * kHour) {
        return Words::tr("about %n minute(s)", nullptr,
                         std::max(1, static_cast<int>(std::lround(seconds / kMinute))));
    }
    return Words::tr("about %n hour(s)", nullptr, static_cast<int>(std::lround(seconds / kHour)));
}

}  // namespace lommer::app
