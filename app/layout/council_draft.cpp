#include "app/layout/council_draft.h"

#include "app/layout/layer_page.h"
#include "app/layout/result_answer.h"
#include "app/project/result_layer.h"
#include "app/project/sources.h"
#include "app/text/number_format.h"
#include "app/text/setting_text.h"
#include "app/text/utf8.h"

#include <QCryptographicHash>

namespace lommer::app {
namespace {

/// Remarks of any analysis that tell what an answer does not rest on.
const QStringList kGaps{QStringLiteral("many-holes"), QStringLiteral("edge-of-data")};

/// Eight letters and digits that belong to these results and no others.
QString checkCodeOf(const core::RunRecord& record) {
    constexpr qsizetype kLetters = 8;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const core::RecordedOutput& output : record.outputs) {
        hash.addData(QByteArray::fromStdString(output.id + '=' + output.contentHash + ';'));
    }
    return QString::fromLatin1(hash.result().toHex().left(kLetters));
}

/// A sentence about the settings that are not the usual ones; empty where all are.
QString settingsOf(const CouncilDraft& draft, const Texts& texts) {
    constexpr qsizetype kMost = 4;
    const auto rule = answerRuleOf(draft.analysis.id);
    const QStringList all =
        unusualSettings(draft.analysis, draft.record, rule ? rule->said : QStringList(), texts);
    if (all.isEmpty()) {
        return {};
    }
    const QString named = all.mid(0, kMost).join(QStringLiteral("; "));
    const QString listed =
        all.size() <= kMost
            ? named
            : texts.common(QStringLiteral("page"), QStringLiteral("settingsMore"),
                           {{"settings", named.toStdString()},
                            {"count", static_cast<std::int64_t>(all.size() - kMost)}});
    return texts.common(QStringLiteral("page"), QStringLiteral("settings"),
                        {{"settings", listed.toStdString()}});
}

QString statementOf(const CouncilDraft& draft, const Texts& texts) {
    const core::RunRecord& record = draft.record;
    const std::string followed = definitionOf(draft.analysis, record);
    const QString definition =
        followed.empty()
            ? QString()
            : texts.common(
                  QStringLiteral("page"), QStringLiteral("definition"),
                  {{"definition", texts.definition(draft.analysis.id, followed).toStdString()}});
    return texts.common(
        QStringLiteral("page"), QStringLiteral("statement"),
        {{"sources", sourceLine({&draft.layer}).toStdString()},
         {"program", record.program},
         {"date", formatMoment(fromUtf8(record.startedAt), texts.language()).toStdString()},
         {"name", texts.analysisText(draft.analysis.id, QStringLiteral("menu")).toStdString()},
         {"version", static_cast<std::int64_t>(record.analysisVersion)},
         {"definition", definition.toStdString()},
         {"settings", settingsOf(draft, texts).toStdString()}});
}

/// What the map does not say: of the analysis, and the gaps that this run noticed.
QString limitsOf(const CouncilDraft& draft, const QStringList& gaps, const Texts& texts) {
    QStringList sentences{texts.analysisText(draft.analysis.id, QStringLiteral("limits"))};
    for (const core::Remark& remark : draft.record.remarks) {
        if (gaps.contains(fromUtf8(remark.code))) {
            sentences << texts.sentence(remark, draft.analysis.id);
        }
    }
    return sentences.join(QLatin1Char(' '));
}

PdfAttachment attachedRecord(const core::RunRecord& record, const Texts& texts) {
    return {QStringLiteral("run.json"),
            QByteArray::fromStdString(core::toText(record, core::RecordDetail::published)),
            "application/json", texts.common(QStringLiteral("page"), QStringLiteral("record"))};
}

/// The question that the page answers: one for what tells the inputs of the run apart, or else the
/// first of the analysis.
QString questionOf(const CouncilDraft& draft, const Texts& texts) {
    QString key;
    switch (inputContrast(draft.record, texts).kind) {
        case InputContrast::Kind::days:  // it speaks of cooler and warmer
            key = draft.layer.style.unit == core::Unit::degreeCelsius
                      ? QStringLiteral("questionDays")
                      : QStringLiteral("question");
            break;
        case InputContrast::Kind::variants:
            key = QStringLiteral("questionVariants");
            break;
        case InputContrast::Kind::none:
            key = QStringLiteral("question");
            break;
    }
    return texts.hasAnalysisText(draft.analysis.id, {QStringLiteral("answer"), key})
               ? texts.answer(draft.analysis.id, key, {})
               : texts.analysisList(draft.analysis.id, QStringLiteral("questions")).value(0);
}

void addAreas(const AreaAnswer& answer, const Texts& texts, CouncilPage& page) {
    page.map.title = answer.title();
    page.table = answer.table();
    page.figures = answer.figures();
    page.map.labels = answer.labels();
    if (answer.isOfWhole()) {
        return;  // the key sentence says all there is to say of the map
    }
    page.mapAlternative = texts.common(
        QStringLiteral("page"), QStringLiteral("alternative"),
        {{"title",
          page.map.legend.empty() ? std::string() : page.map.legend.back().title.toStdString()},
         {"classes", static_cast<std::int64_t>(
                         page.map.legend.empty() ? 0 : page.map.legend.back().items.size())},
         {"names", answer.highest().toStdString()}});
}

}  // namespace

void setHouseStyle(CouncilPage& page, const HouseStyle& house, const Texts& texts) {
    page.house = house;
    page.map.style = house.page;
    page.contact = house.contact;
    page.logoAlternative = house.organisation.isEmpty()
                               ? texts.common(QStringLiteral("page"), QStringLiteral("logo"))
                               : texts.common(QStringLiteral("page"), QStringLiteral("logoOf"),
                                              {{"name", house.organisation.toStdString()}});
}

CouncilPage draftCouncilPage(const CouncilDraft& draft, const Texts& texts) {
    const auto rule = answerRuleOf(draft.analysis.id);
    CouncilPage page;
    std::vector<const Layer*> layers = draft.marks;
    layers.push_back(&draft.layer);
    page.map = pageOfLayers(layers, draft.layer.data.bounds(), texts);
    page.map.orientation = draft.orientation;
    page.map.title = pageTitle(draft.analysis, draft.record, texts);
    page.map.date = dutchDate(fromUtf8(draft.record.startedAt));
    page.mapAlternative = page.map.title;
    setHouseStyle(page, draft.house, texts);
    page.headline = draft.headline;
    page.question = questionOf(draft, texts);
    page.status = texts.common(QStringLiteral("page"), QStringLiteral("draft"));
    page.limits = limitsOf(draft, kGaps + (rule ? rule->gaps : QStringList()), texts);
    page.limitsTitle = texts.common(QStringLiteral("page"), QStringLiteral("limits"));
    page.meaningTitle = texts.common(QStringLiteral("page"), QStringLiteral("meaning"));
    page.legendName = texts.common(QStringLiteral("page"), QStringLiteral("legend"));
    page.dataStatement = statementOf(draft, texts);
    page.checkCode = texts.common(QStringLiteral("page"), QStringLiteral("check"),
                                  {{"code", checkCodeOf(draft.record).toStdString()}});
    page.attachments = {attachedRecord(draft.record, texts)};
    if (const auto answer = resultAnswer(draft.analysis, draft.record, draft.figures, texts)) {
        page.keySentence = answer->sentence;
        page.meaning = answer->meaning;
        page.shownFigures = answer->shown;
        if (answer->areas) {
            addAreas(*answer->areas, texts, page);
        }
    }
    return page;
}

}  // namespace lommer::app
