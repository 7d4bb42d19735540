#include "app/layout/council_draft.h"

#include "app/layout/layer_page.h"
#include "app/layout/result_answer.h"
#include "app/project/result_layer.h"
#include "app/project/sources.h"
#include "app/text/number_format.h"
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

QString statementOf(const CouncilDraft& draft, const Texts& texts) {
    const core::RunRecord& record = draft.record;
    const QString definition =
        record.definition.empty()
            ? QString()
            : texts.common(
                  QStringLiteral("page"), QStringLiteral("definition"),
                  {{"definition",
                    texts.definition(draft.analysis.id, record.definition).toStdString()}});
    return texts.common(
        QStringLiteral("page"), QStringLiteral("statement"),
        {{"sources", sourceLine({&draft.layer}).toStdString()},
         {"program", record.program},
         {"date", formatMoment(fromUtf8(record.startedAt), texts.language()).toStdString()},
         {"name", texts.analysisText(draft.analysis.id, QStringLiteral("menu")).toStdString()},
         {"version", static_cast<std::int64_t>(record.analysisVersion)},
         {"definition", definition.toStdString()}});
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

void addAreas(const AreaAnswer& answer, const Texts& texts, CouncilPage& page) {
    page.map.title = answer.title();
    page.table = answer.table();
    page.figures = answer.figures();
    page.map.labels = answer.labels();
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
    const QStringList questions =
        texts.analysisList(draft.analysis.id, QStringLiteral("questions"));
    page.question = questions.value(0);
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
