#include "app/layout/check_report.h"

#include "app/layout/document_pdf.h"
#include "app/layout/whole_file.h"
#include "app/text/number_format.h"
#include "app/text/translator.h"
#include "app/text/utf8.h"

#include <algorithm>

namespace lommer::app {
namespace {

core::CheckOutcome outcomeOf(const Delivery& delivery) {
    auto worst = core::CheckOutcome::passed;
    for (const RecognisedLayer& layer : delivery.layers) {
        worst = layer.check ? std::max(worst, layer.check->outcome()) : worst;
    }
    return worst;
}

bool isAboutRepair(const core::Remark& remark) {
    return remark.code.starts_with("repaired-") || remark.code.starts_with("geometries-");
}

struct CheckedRule {
    std::string id;
    QStringList columns = {};
    core::CheckOutcome outcome = core::CheckOutcome::passed;
};

/// All that comes from data is escaped here.
class ReportWriter {
public:
    explicit ReportWriter(const Texts& texts) : texts_(texts) {}

    QString html(const CheckReport& report) {
        heading(1, title(report));
        paragraph(
            word("made-on", {{"date", localeOf(texts_.language())
                                          .toString(report.date, QStringLiteral("d MMMM yyyy"))
                                          .toStdString()}}));
        heading(2, word("verdict"));
        paragraph(QStringLiteral("<b>%1</b>").arg(word(core::toText(outcomeOf(report.found)))));
        overview(report.found);
        list(sentences(report.found.remarks, false));
        for (const RecognisedLayer& layer : report.found.layers) {
            addLayer(layer);
        }
        return html_;
    }
    QString title(const CheckReport& report) const {
        return texts_.common(QStringLiteral("check"), QStringLiteral("report"),
                             {{"delivery", report.delivery.toStdString()}});
    }

private:
    QString word(std::string_view id, const core::Arguments& arguments = {}) const {
        return texts_.common(QStringLiteral("check"), fromUtf8(id), arguments).toHtmlEscaped();
    }
    void heading(int level, const QString& text) {
        html_ += QStringLiteral("<h%1>%2</h%1>").arg(level).arg(text);
    }
    void paragraph(const QString& text) { html_ += QStringLiteral("<p>%1</p>").arg(text); }
    void list(const QStringList& items) {
        if (!items.isEmpty()) {
            html_ += QStringLiteral("<ul><li>") + items.join(QStringLiteral("</li><li>")) +
                     QStringLiteral("</li></ul>");
        }
    }
    void row(const QStringList& cells, const char* tag) {
        const QLatin1String name(tag);
        html_ += QStringLiteral("<tr>");
        for (const QString& cell : cells) {
            html_ += QStringLiteral("<%1 align=\"left\">%2</%1>").arg(name, cell);
        }
        html_ += QStringLiteral("</tr>");
    }

    QString nameOf(const RecognisedLayer& layer) const {
        const gis::LayerDescription& description = layer.description;
        const QString name = fromUtf8(description.name).toHtmlEscaped();
        return description.subject.empty()
                   ? name
                   : QStringLiteral("%1 (%2)").arg(
                         texts_.common(QStringLiteral("subjects"), fromUtf8(description.subject)),
                         name);
    }

    void overview(const Delivery& delivery) {
        html_ += QStringLiteral("<table width=\"100%\" cellpadding=\"3\">");
        row({word("layer"), word("rows"), word("reference-date"), word("verdict")}, "th");
        for (const RecognisedLayer& layer : delivery.layers) {
            const gis::LayerDescription& description = layer.description;
            const bool isTable =
                description.kind == core::DataKind::table && description.table.rowCount >= 0;
            row({nameOf(layer),
                 isTable ? formatCount(description.table.rowCount, texts_.language()) : QString(),
                 formatDateInTable(fromUtf8(description.referenceDate), texts_.language())
                     .toHtmlEscaped(),
                 layer.check ? word(core::toText(layer.check->outcome())) : word("not-checked")},
                "td");
        }
        html_ += QStringLiteral("</table>");
    }

    QStringList sentences(const std::vector<core::Remark>& remarks, bool areRepairs) const {
        QStringList lines;
        for (const core::Remark& remark : remarks) {
            if (isAboutRepair(remark) == areRepairs) {
                lines << texts_.sentence(remark).toHtmlEscaped();
            }
        }
        return lines;
    }

    QString rowsOf(const core::CheckFinding& finding) const {
        constexpr std::size_t kShown = 5;
        QStringList numbers;
        for (std::size_t i = 0; i < std::min(kShown, finding.examples.size()); ++i) {
            numbers << formatCount(finding.examples[i] + 1, texts_.language());
        }
        return numbers.isEmpty()
                   ? QString()
                   : word("rows-by-number",
                          {{"rows", numbers.join(QStringLiteral(", ")).toStdString()}});
    }

    void addLayer(const RecognisedLayer& layer) {
        heading(2, nameOf(layer));
        if (!layer.check) {
            list(sentences(layer.description.remarks, false));
            paragraph(word("not-checked-why"));
            return;
        }
        paragraph(QStringLiteral("<b>%1</b>: %2")
                      .arg(word("verdict"), word(core::toText(layer.check->outcome()))));
        QStringList remarks = sentences(layer.description.remarks, false);
        QStringList ofSupplier;
        for (const core::CheckFinding& finding : layer.check->findings) {
            if (finding.outcome == core::CheckOutcome::passed) {
                continue;
            }
            const QString text = findingText(finding, texts_).toHtmlEscaped();
            const QString advice = adviceText(finding, texts_).toHtmlEscaped();
            remarks << text + QLatin1Char(' ') + rowsOf(finding) +
                           (finding.repair ? QLatin1Char(' ') + advice : QString());
            if (!finding.repair) {
                ofSupplier << text + QLatin1Char(' ') + advice;
            }
        }
        section("remarks-heading", remarks);
        section("repaired", sentences(layer.description.remarks, true));
        section("supplier", ofSupplier);
        section("checked", checkedRules(*layer.check));
    }

    void section(const char* title, const QStringList& items) {
        if (!items.isEmpty()) {
            heading(3, word(title));
            list(items);
        }
    }

    /// Each rule once, with the columns that it was about and, where it was not kept, the verdict.
    QStringList checkedRules(const core::DataCheck& check) const {
        std::vector<CheckedRule> rules;
        for (const core::CheckFinding& finding : check.findings) {
            auto known =
                std::find_if(rules.begin(), rules.end(),
                             [&finding](const CheckedRule& one) { return one.id == finding.rule; });
            if (known == rules.end()) {
                known = rules.insert(rules.end(), {finding.rule});
            }
            known->outcome = std::max(known->outcome, finding.outcome);
            if (!finding.column.empty()) {
                known->columns << fromUtf8(finding.column).toHtmlEscaped();
            }
        }
        QStringList lines;
        for (const CheckedRule& rule : rules) {
            QString line =
                texts_.common(QStringLiteral("rules"), fromUtf8(rule.id)).toHtmlEscaped();
            if (!rule.columns.isEmpty()) {
                line += QStringLiteral(": ") + rule.columns.join(QStringLiteral(", "));
            }
            if (rule.outcome != core::CheckOutcome::passed) {
                line += QStringLiteral(" – <b>%1</b>").arg(word(core::toText(rule.outcome)));
            }
            lines << line;
        }
        return lines;
    }

    const Texts& texts_;
    QString html_;
};

}  // namespace

ReleasedReport released(CheckReport report) {
    return core::PrivacyCheck(core::ReleaseProfile::openbaar).release(std::move(report), {});
}

QString findingText(const core::CheckFinding& finding, const Texts& texts) {
    return texts.sentence(core::Remark{"check-" + finding.rule,
                                       {{"column", finding.column}, {"count", finding.rows}}});
}

QString adviceText(const core::CheckFinding& finding, const Texts& texts) {
    return texts.common(QStringLiteral("advice"), fromUtf8(finding.rule));
}

QString reportHtml(const ReleasedReport& report, const Texts& texts) {
    return ReportWriter(texts).html(report.value());
}

QByteArray reportAsPdf(const ReleasedReport& report, const Texts& texts) {
    return documentAsPdf(reportHtml(report, texts), ReportWriter(texts).title(report.value()),
                         localeOf(texts.language()));
}

void saveReport(const ReleasedReport& report, const Texts& texts, const QString& fileName) {
    writeWhole(fileName, reportAsPdf(report, texts));
}

}  // namespace lommer::app
