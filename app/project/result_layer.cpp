#include "app/project/result_layer.h"

#include "app/composition/result_origin.h"
#include "app/project/class_codes.h"
#include "app/project/difference_classes.h"
#include "app/project/sources.h"
#include "app/style/classification.h"
#include "app/style/default_style.h"
#include "app/style/style_file.h"
#include "app/style/subject_style.h"
#include "app/text/number_format.h"
#include "app/text/utf8.h"
#include "core/engine/parameter_check.h"

#include <QFile>
#include <QRegularExpression>
#include <cmath>

namespace lommer::app {
namespace {

constexpr int kClasses = 5;

std::optional<LayerStyle> styleIn(const QString& name, const std::string& output) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const auto styles = readStyles(file.readAll(), name);
    const auto found = styles.find(fromUtf8(output));
    return found == styles.end() ? std::nullopt : std::optional(found->second);
}

std::optional<LayerStyle> declaredStyle(const core::AnalysisDeclaration& analysis,
                                        const core::OutputDeclaration& output) {
    return output.style.empty() ? std::nullopt
                                : styleIn(QStringLiteral(":/analyses/%1/%2.json")
                                              .arg(fromUtf8(analysis.id), fromUtf8(output.style)),
                                          output.id);
}

core::Unit unitOf(const core::OutputDeclaration& output, const QString& column,
                  const core::RunRecord& record) {
    for (const core::OutputColumn& one : output.columns) {
        if (fromUtf8(one.name) == column &&
            (one.unit != core::Unit::none || output.unitOfRole.empty())) {
            return one.unit;
        }
    }
    return app::unitOf(output, record);
}

/// What a hole of values that follow those of a result means: what it means there.
Nothing holeOf(const core::OutputDeclaration& output, const core::RunRecord& record,
               Nothing otherwise) {
    for (const core::RecordedInput& input : record.inputs) {
        if (input.role == output.unitOfRole && !input.runAnalysis.empty()) {
            const auto style =
                styleIn(QStringLiteral(":/analyses/%1/style.json").arg(fromUtf8(input.runAnalysis)),
                        input.runOutput);
            return style ? style->hole : otherwise;
        }
    }
    return otherwise;
}

/// Larger ones are rare enough to share the outermost class.
double largestThatCounts(std::vector<double> differences) {
    constexpr double kShare = 0.98;
    if (differences.empty()) {
        return 0.0;
    }
    for (double& value : differences) {
        value = std::abs(value);
    }
    const auto place =
        differences.begin() +
        static_cast<std::ptrdiff_t>(kShare * static_cast<double>(differences.size() - 1));
    std::nth_element(differences.begin(), place, differences.end());
    return *place;
}

/// The values that decide the colours: of a sample of the cells, or of the rows.
std::vector<double> valuesOf(const LayerStyle& style, const LayerData& data) {
    if (data.table == nullptr) {
        return *data.sample;
    }
    const auto index = data.table->indexOf(style.column.toStdString());
    return index ? numbersOf(data.table->column(*index)) : std::vector<double>{};
}

/// False where the style is none of differences, or their limit is not known.
bool fitDifferences(LayerStyle& style, const LayerData& data, const core::RunRecord& record,
                    const Texts& texts) {
    const auto found = record.parameters.find(style.differences.limit);
    const double* limit =
        found == record.parameters.end() ? nullptr : std::get_if<double>(&found->second);
    if (limit == nullptr || !(*limit > 0.0)) {
        return false;
    }
    style.kind = StyleKind::classes;
    style.classes = differenceClasses(style, *limit, largestThatCounts(valuesOf(style, data)),
                                      texts.unitSymbol(style.unit));
    return true;
}

/// A ramp whose ends the style leaves open: a class for each code where the cells are codes; five
/// classes for areas, which can be read off; a ramp from the 2nd to the 98th percentile for cells.
void fitToData(LayerStyle& style, const LayerData& data, const core::RunRecord& record,
               const Texts& texts) {
    if (style.kind != StyleKind::ramp || !style.isFitted) {
        return;
    }
    style.isFitted = false;
    if (fitDifferences(style, data, record, texts)) {
        return;
    }
    if (auto classes = classesOfCodes(record, style); !classes.empty()) {
        style.kind = StyleKind::classes;
        style.classes = std::move(classes);
        return;
    }
    if (data.table == nullptr) {
        const LayerStyle range = rasterStyle(*data.sample);
        style.minimum = range.minimum;
        style.maximum = range.maximum;
        return;
    }
    const auto values = valuesOf(style, data);
    if (!values.empty()) {
        style.kind = StyleKind::classes;
        style.classes =
            classesFor(classBounds(values, kClasses, ClassMethod::naturalBreaks), style.ramp);
    }
}

void chooseColumn(LayerStyle& style, const LayerData& data) {
    for (const QString& other : style.otherColumns) {
        if (data.table == nullptr || data.table->indexOf(style.column.toStdString())) {
            return;
        }
        style.column = other;
    }
}

/// A value as it stands in a title: moments by the Dutch clock, days as people write them.
QString titleText(const core::ParameterDeclaration& declaration, const core::ParameterValue& value,
                  Language language) {
    const QString text = fromUtf8(core::toText(value));
    return declaration.kind == core::ParameterKind::dateTime && !text.isEmpty()
               ? formatMoment(text, language)
               : formatDate(text, language);
}

/// Fills `name` in for `placeholder`; a word of ours takes a small letter inside a sentence.
void fillIn(QString& title, const QString& placeholder, QString name, bool isOurs) {
    const bool isInside = title.indexOf(placeholder) > 0;
    if (isInside && isOurs && name.size() > 1 && name[1].isLower()) {
        name[0] = name[0].toLower();
    }
    title.replace(placeholder, name);
}

/// A title with the names of the inputs in the places of their roles.
QString withNames(QString title, const core::RunRecord& record, const Texts& texts) {
    for (const core::RecordedInput& input : record.inputs) {
        const QString name = inputName(input, texts);
        fillIn(title, QStringLiteral("{%1}").arg(fromUtf8(input.role)), name,
               name != fromUtf8(input.label));
    }
    return title;
}

/// With the days or variants that tell the inputs apart filled in: `{later-state}`.
QString withStates(QString title, const core::RunRecord& record, const Texts& texts) {
    for (const auto& [role, state] : inputContrast(record, texts).names) {
        fillIn(title, QStringLiteral("{%1-state}").arg(fromUtf8(role)), state, false);
    }
    return title;
}

/// With the settings of the run filled in; places of those that were not given stay.
QString withSettings(QString title, const core::AnalysisDeclaration& analysis,
                     const core::RunRecord& record, const Texts& texts) {
    for (const core::ParameterDeclaration& parameter : analysis.parameters) {
        const auto value = record.parameters.find(parameter.id);
        const QString text = value == record.parameters.end()
                                 ? QString()
                                 : titleText(parameter, value->second, texts.language());
        if (!text.isEmpty()) {
            fillIn(title, QStringLiteral("{%1}").arg(fromUtf8(parameter.id)), text, false);
        }
    }
    return title;
}

/// Of several outputs: what it is called, with what tells it from that of another run.
QString outputName(const core::AnalysisDeclaration& analysis, const core::RunRecord& record,
                   const std::string& output, const Texts& texts) {
    QString name = texts.output(analysis.id, output);
    const QString key = QStringLiteral("outputWith");
    if (!texts.hasAnalysisText(analysis.id, {key})) {
        return name;
    }
    QString more = withSettings(texts.analysisText(analysis.id, key), analysis, record, texts);
    more.replace(QStringLiteral("{output}"), name);
    return more.contains(QLatin1Char('{')) ? name : more;
}

}  // namespace

LayerData dataOf(const LoadedLayer& loaded) {
    LayerData data =
        loaded.raster != nullptr ? LayerData::of(loaded.raster) : LayerData::of(loaded.table);
    data.places = loaded.places;
    return data;
}

QString pageTitle(const core::AnalysisDeclaration& analysis, const core::RunRecord& record,
                  const Texts& texts) {
    for (const QString& key : {QStringLiteral("pageTitleWith"), QStringLiteral("pageTitle")}) {
        if (!texts.hasAnalysisText(analysis.id, {key})) {
            continue;
        }
        const QString named = withNames(texts.analysisText(analysis.id, key), record, texts);
        QString title = withSettings(withStates(named, record, texts), analysis, record, texts);
        if (!title.contains(QLatin1Char('{'))) {
            return title;
        }
    }
    return texts.analysisText(analysis.id, QStringLiteral("menu"));
}

Layer resultLayer(const core::AnalysisDeclaration& analysis, const core::RunRecord& record,
                  const std::string& output, const LoadedLayer& loaded, const QString& folder,
                  const Texts& texts) {
    Layer layer;
    layer.data = dataOf(loaded);
    layer.description = loaded.description;
    layer.name = analysis.outputs.size() > 1 ? outputName(analysis, record, output, texts)
                                             : pageTitle(analysis, record, texts);
    layer.attribution = sourcesOf(record, texts);
    layer.origin = ResultOrigin{fromUtf8(analysis.id), fromUtf8(output), folder};
    layer.style = layer.data.raster != nullptr ? rasterStyle(*layer.data.sample) : plainStyle(0);
    const core::OutputDeclaration* declaration = analysis.findOutput(output);
    if (declaration == nullptr) {
        return layer;
    }
    const auto style = declaredStyle(analysis, *declaration);
    if (style) {
        layer.style = *style;
        chooseColumn(layer.style, layer.data);
        layer.style.hole = holeOf(*declaration, record, layer.style.hole);
    }
    layer.style.unit = unitOf(*declaration, layer.style.column, record);
    if (style) {
        fitToData(layer.style, layer.data, record, texts);  // its labels name the unit
    }
    const QString title = texts.hasAnalysisText(analysis.id, {"legendTitle", fromUtf8(output)})
                              ? texts.legendTitle(analysis.id, output)
                              : texts.output(analysis.id, output);
    layer.legendTitle = withSettings(withNames(title, record, texts), analysis, record, texts);
    if (layer.legendTitle != title) {  // it says what of: so should the layer
        layer.name = layer.legendTitle;
    }
    return layer;
}

QString fileLayerName(const gis::LayerDescription& description, const Texts& texts) {
    const QString name = fromUtf8(description.name);
    return description.subject.empty()
               ? name
               : QStringLiteral("%1 (%2)").arg(
                     texts.common(QStringLiteral("subjects"), fromUtf8(description.subject)), name);
}

Layer fileLayer(const LoadedLayer& loaded, int index, const Texts& texts) {
    Layer layer;
    layer.data = dataOf(loaded);
    layer.description = loaded.description;
    layer.attribution = {sourceOf(*loaded.description, texts)};
    layer.name = fileLayerName(*loaded.description, texts);
    const std::string& subject = loaded.description->subject;
    layer.style = loaded.raster != nullptr ? rasterStyle(*layer.data.sample)
                                           : subjectStyle(subject).value_or(plainStyle(index));
    return layer;
}

}  // namespace lommer::app
