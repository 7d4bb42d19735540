#include "app/desktop/missing_text.h"

namespace lommer::app {

QString sourceHtml(const std::vector<std::string>& subjects, const SourceCatalogue& sources,
                   const Texts& texts) {
    const DataSource* source = nullptr;
    for (const std::string& subject : subjects) {
        source = source == nullptr ? sources.find(subject) : source;
    }
    if (source == nullptr) {
        return {};
    }
    QStringList lines;
    for (const QString& fact : factsOf(*source, texts)) {
        QString line = fact.toHtmlEscaped();
        if (!source->address.isEmpty()) {
            const QString address = source->address.toHtmlEscaped();
            // A panel is narrower than an address: it may break behind each slash.
            QString shown = address;
            shown.replace(QLatin1Char('/'), QStringLiteral("/\u200B"));
            line.replace(address, QStringLiteral("<a href=\"%1\">%2</a>").arg(address, shown));
        }
        lines << line;
    }
    lines.front() = QStringLiteral("<b>%1</b>").arg(lines.front());
    return QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

QString missingHtml(const std::string& analysis, const std::vector<MissingData>& missing,
                    const SourceCatalogue& sources, const Texts& texts) {
    QString html;
    for (const MissingData& one : missing) {
        const QString optional = one.isOptional
                                     ? QStringLiteral(" (%1)").arg(texts.common(
                                           QStringLiteral("delivery"), QStringLiteral("optional")))
                                     : QString();
        html += QStringLiteral("<h4>%1%2</h4>")
                    .arg(texts.roleName(analysis, one.role).toHtmlEscaped(), optional) +
                sourceHtml(one.subjects, sources, texts);
    }
    return html;
}

}  // namespace lommer::app
