#include "app/cli/proposal_output.h"

#include "app/cli/output.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace lommer::app {
namespace {

/// Two decimals: more would promise what a guess cannot keep.
double rounded(double score) {
    return std::round(score * 100.0) / 100.0;
}

}  // namespace

nlohmann::ordered_json proposalJson(const gis::MappingProposal& proposal,
                                    const core::TableInfo& table) {
    nlohmann::ordered_json columns = nlohmann::ordered_json::array();
    for (const auto& [to, from] : proposal.mapping.columns) {
        columns.push_back({{"to", to},
                           {"from", gis::columnCalled(from, table)},
                           {"score", rounded(proposal.columnScores.at(to))}});
    }
    return {{"subject", proposal.mapping.subject},
            {"score", rounded(proposal.score)},
            {"columns", columns}};
}

void printProposal(const gis::MappingProposal& proposal, const gis::LayerDescription& layer,
                   const Texts& texts) {
    gis::ColumnMapping mapping = proposal.mapping;
    const bool isKnown = layer.subject == mapping.subject;
    if (isKnown) {
        std::erase_if(mapping.columns, [&proposal](const auto& column) {
            return proposal.columnScores.at(column.first) >= 1.0;
        });
        if (mapping.columns.empty()) {
            return;
        }
    }
    const QString subject =
        texts.common(QStringLiteral("subjects"), QString::fromStdString(mapping.subject));
    printLine(QStringLiteral("  ") +
              texts.common(QStringLiteral("command"),
                           isKnown ? QStringLiteral("proposal-more") : QStringLiteral("proposal"),
                           {{"subject", subject.toStdString()}}));
    const std::string columns = gis::textOf(mapping, layer.table);
    if (!columns.empty()) {
        printLine(QStringLiteral("    ") + QString::fromStdString(columns));
    }
}

}  // namespace lommer::app
