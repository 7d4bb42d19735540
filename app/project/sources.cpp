#include "app/project/sources.h"

#include "app/text/number_format.h"
#include "app/text/utf8.h"

#include <QCoreApplication>
#include <algorithm>

namespace lommer::app {
namespace {

/// ISO 8601, so that their order is that of letters; empty: not known.
struct Source {
    QString name;
    QString licence;
    std::string firstDate;
    std::string lastDate;
};

Source sourceOf(const std::string& registerId, const QString& ownName, const std::string& date,
                const Texts& texts) {
    const QString id = fromUtf8(registerId);
    const bool isKnown = texts.hasCommonText({QStringLiteral("registers"), id});
    const bool isLicensed = texts.hasCommonText({QStringLiteral("registerLicences"), id});
    return {isKnown ? texts.common(QStringLiteral("registers"), id) : ownName,
            isLicensed ? texts.common(QStringLiteral("registerLicences"), id) : QString(), date,
            date};
}

void add(std::vector<Source>& sources, const Source& source) {
    const auto found = std::find_if(sources.begin(), sources.end(), [&source](const Source& one) {
        return one.name == source.name;
    });
    if (found == sources.end()) {
        sources.push_back(source);
    } else if (found->firstDate.empty()) {
        found->firstDate = source.firstDate;
        found->lastDate = source.lastDate;
    } else if (!source.firstDate.empty()) {
        found->firstDate = std::min(found->firstDate, source.firstDate);
        found->lastDate = std::max(found->lastDate, source.lastDate);
    }
}

QString textOf(const Source& source, const Texts& texts) {
    QStringList facts;
    const auto dateOf = [&texts](const std::string& date) {
        return formatDate(fromUtf8(date), texts.language()).toStdString();
    };
    if (source.firstDate != source.lastDate) {
        facts << texts.common(
            QStringLiteral("page"), QStringLiteral("referenceDates"),
            {{"first", dateOf(source.firstDate)}, {"last", dateOf(source.lastDate)}});
    } else if (!source.lastDate.empty()) {
        facts << texts.common(QStringLiteral("page"), QStringLiteral("referenceDate"),
                              {{"date", dateOf(source.lastDate)}});
    }
    if (!source.licence.isEmpty()) {
        facts << source.licence;
    }
    return facts.isEmpty()
               ? source.name
               : QStringLiteral("%1 (%2)").arg(source.name, facts.join(QStringLiteral(", ")));
}

}  // namespace

QString inputName(const core::RecordedInput& input, const Texts& texts) {
    const QString own = input.runOutput.empty() ? QString() : texts.outputAnywhere(input.runOutput);
    return own.isEmpty() ? fromUtf8(input.label) : own;
}

QStringList sourcesOf(const core::RunRecord& record, const Texts& texts) {
    std::vector<Source> sources;
    for (const core::RecordedInput& input : record.inputs) {
        // A result of ours keeps columns of the register that it was made of.
        const std::string registerId = input.run.empty() ? input.registerId : std::string();
        add(sources, sourceOf(registerId, inputName(input, texts), input.referenceDate, texts));
    }
    QStringList lines;
    for (const Source& source : sources) {
        lines << textOf(source, texts);
    }
    return lines;
}

QString sourceOf(const gis::LayerDescription& layer, const Texts& texts) {
    return textOf(sourceOf(layer.registerId, fromUtf8(layer.name), layer.referenceDate, texts),
                  texts);
}

QString sourceLine(const std::vector<const Layer*>& layers) {
    QStringList names;
    for (const Layer* layer : layers) {
        for (const QString& name : layer->attribution) {
            if (!name.isEmpty() && !names.contains(name)) {
                names << name;
            }
        }
    }
    return names.isEmpty() ? QString()
                           : QCoreApplication::translate("Sources", "Source: %1.")
                                 .arg(names.join(QStringLiteral("; ")));
}

}  // namespace lommer::app
