#include "app/layout/result_answer.h"

#include "app/composition/result_origin.h"
#include "app/layout/difference_answer.h"

namespace lommer::app {
namespace {

std::optional<ResultAnswer> answerOfAreas(const AnswerRule& rule, const core::RunRecord& record,
                                          const core::Table& figures, const Texts& texts) {
    AreaAnswer areas(record, rule, figures, texts);
    if (areas.isEmpty()) {
        return std::nullopt;
    }
    ResultAnswer answer{areas.sentence(), areas.meaning(), areas.shown(), {}};
    answer.areas.emplace(std::move(areas));
    return answer;
}

std::optional<ResultAnswer> answerOfDifference(const core::RunRecord& record,
                                               const core::OutputDeclaration& output,
                                               const core::Table& figures, const Texts& texts) {
    const QString sentence = differenceSentence(record, figures, unitOf(output, record), texts);
    return sentence.isEmpty() ? std::nullopt
                              : std::optional(ResultAnswer{sentence, {}, figures, {}});
}

}  // namespace

std::optional<ResultAnswer> resultAnswer(const core::AnalysisDeclaration& analysis,
                                         const core::RunRecord& record, const core::Table* figures,
                                         const Texts& texts) {
    const auto rule = answerRuleOf(analysis.id);
    const core::OutputDeclaration* output =
        rule ? analysis.findOutput(answeringOutput(*rule, record).toStdString()) : nullptr;
    if (output == nullptr || figures == nullptr) {
        return std::nullopt;
    }
    switch (rule->kind) {
        case AnswerKind::areas:
            return answerOfAreas(*rule, record, *figures, texts);
        case AnswerKind::difference:
            return answerOfDifference(record, *output, *figures, texts);
    }
    return std::nullopt;
}

}  // namespace lommer::app
