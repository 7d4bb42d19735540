#include "app/project/sources.h"

#include "app/text/answer_rule.h"
#include "app/text/number_format.h"
#include "app/text/source_catalogue.h"
#include "app/text/utf8.h"
#include "gis/registers/made_up.h"

#include <QCoreApplication>
#include <QFileInfo>
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

QString nameOf(const std::string& label, const std::string& output, const Texts& texts) {
    const QString name = output.empty() ? QString() : texts.outputAnywhere(output);
    return name.isEmpty() ? fromUtf8(label) : name;
}

QString licenceOf(const core::RecordedSource& source) {
    // Layers, and records of before licences stood in them, name the register only.
    static const auto ofRegisters = licencesByRegister();
    const auto found = ofRegisters.find(source.registerId);
    const bool isOfRegister = source.licence.empty() && found != ofRegisters.end();
    return fromUtf8(isOfRegister ? found->second : source.licence);
}

Source sourceOf(const core::RecordedSource& source, const Texts& texts) {
    const QString id = fromUtf8(source.registerId);
    const QString name = texts.hasCommonText({QStringLiteral("registers"), id})
                             ? texts.common(QStringLiteral("registers"), id)
                             : nameOf(source.label, source.output, texts);
    // A date that is made up too would lend them a standing that they do not have.
    const std::string date =
        source.registerId == gis::kMadeUpRegister ? std::string() : source.referenceDate;
    return {name, licenceOf(source), date, date};
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

QString variantOf(const std::string& scenarioFile, const Texts& texts) {
    return scenarioFile.empty()
               ? texts.common(QStringLiteral("page"), QStringLiteral("presentSituation"))
               : texts.common(
                     QStringLiteral("page"), QStringLiteral("variant"),
                     {{"name",
                       QFileInfo(fromUtf8(scenarioFile)).completeBaseName().toStdString()}});
}

bool differ(const std::map<std::string, QString>& names) {
    return std::any_of(names.begin(), names.end(),
                       [&names](const auto& one) { return one.second != names.begin()->second; });
}

}  // namespace

QString inputName(const core::RecordedInput& input, const Texts& texts) {
    return nameOf(input.label, input.runOutput, texts);
}

InputContrast inputContrast(const core::RunRecord& record, const Texts& texts) {
    std::map<std::string, QString> days;
    std::map<std::string, QString> variants;
    for (const core::RecordedInput& input : record.inputs) {
        if (input.run.empty()) {
            continue;
        }
        const QString day = dayOf(input.runAnalysis, input.runParameters, texts);
        if (!day.isEmpty()) {
            days[input.role] = day;
        }
        variants[input.role] = variantOf(input.runScenario, texts);
    }
    if (!differ(days)) {
        return differ(variants) ? InputContrast{InputContrast::Kind::variants, variants}
                                : InputContrast{};
    }
    if (differ(variants)) {
        for (auto& [role, day] : days) {
            day = QStringLiteral("%1 (%2)").arg(day, variants.at(role));
        }
    }
    return {InputContrast::Kind::days, days};
}

QStringList sourcesOf(const std::vector<core::RecordedSource>& sources, const Texts& texts) {
    std::vector<Source> named;
    for (const core::RecordedSource& source : sources) {
        add(named, sourceOf(source, texts));
    }
    QStringList lines;
    for (const Source& source : named) {
        lines << textOf(source, texts);
    }
    return lines;
}

QStringList sourcesOf(const core::RunRecord& record, const Texts& texts) {
    return sourcesOf(core::sourcesOf(record), texts);
}

QString sourceOf(const gis::LayerDescription& layer, const Texts& texts) {
    return textOf(
        sourceOf(core::RecordedSource{layer.name, layer.registerId, layer.referenceDate}, texts),
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
