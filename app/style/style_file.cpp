#include "app/style/style_file.h"

#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lommer::app {
namespace {

class StyleReader {
public:
    explicit StyleReader(QString fileName) : fileName_(std::move(fileName)) {}

    std::map<QString, LayerStyle> read(const QByteArray& json) const {
        QJsonParseError parseError;
        const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
        if (!document.isObject()) {
            fail(parseError.errorString());
        }
        std::map<QString, LayerStyle> styles;
        const QJsonObject root = document.object();
        for (auto entry = root.begin(); entry != root.end(); ++entry) {
            styles[entry.key()] = readStyle(entry.key(), entry.value().toObject());
        }
        return styles;
    }

private:
    [[noreturn]] void fail(const QString& details) const {
        throw core::Error(core::ErrorCode::fileUnreadable, {{"file", fileName_.toStdString()}},
                          details.toStdString());
    }

    LayerStyle readStyle(const QString& output, const QJsonObject& object) const {
        LayerStyle style;
        readColumns(object["column"], style);
        if (object["holes"].toString() == QLatin1String("not-applicable")) {
            style.hole = Nothing::notApplicable;
        }
        if (object["classes"].isArray()) {
            style.kind = StyleKind::classes;
            for (const auto& value : object["classes"].toArray()) {
                style.classes.push_back(readClass(output, value.toObject()));
            }
        } else if (object["ramp"].isArray()) {
            style.kind = StyleKind::ramp;
            readRamp(output, object, style);
        } else if (object["categories"].isArray()) {
            style.kind = StyleKind::categories;
            for (const auto& value : object["categories"].toArray()) {
                style.categories.push_back(readCategory(output, value.toObject()));
            }
        } else if (object.contains("colour")) {
            style.colour = readColour(output, object["colour"]);
        } else {
            fail(output + QStringLiteral(": neither colour, classes, categories nor ramp"));
        }
        style.isOutline = object["outline"].toBool();
        style.pointRadius = object["pointRadius"].toDouble(style.pointRadius);
        return style;
    }

    static void readColumns(const QJsonValue& value, LayerStyle& style) {
        for (const auto& column : value.toArray()) {
            style.otherColumns << column.toString();
        }
        style.column =
            style.otherColumns.isEmpty() ? value.toString() : style.otherColumns.takeFirst();
    }

    QColor readColour(const QString& where, const QJsonValue& value) const {
        const QColor colour(value.toString());
        if (!colour.isValid()) {
            fail(where + QStringLiteral(": not a colour: ") + value.toString());
        }
        return colour;
    }

    StyleClass readClass(const QString& output, const QJsonObject& object) const {
        StyleClass result;
        if (object["from"].isDouble()) {
            result.from = object["from"].toDouble();
        }
        if (object["to"].isDouble()) {
            result.to = object["to"].toDouble();
        }
        if (result.from && result.to && !(*result.from < *result.to)) {
            fail(output + QStringLiteral(": a class that ends before it starts"));
        }
        result.colour = readColour(output, object["colour"]);
        const QJsonObject label = object["label"].toObject();
        result.label = {label["nl"].toString(), label["en"].toString()};
        return result;
    }

    StyleCategory readCategory(const QString& output, const QJsonObject& object) const {
        StyleCategory category;
        for (const auto& value : object["values"].toArray()) {
            category.values.push_back(value.toString().toStdString());
        }
        category.colour = readColour(output, object["colour"]);
        const QJsonObject label = object["label"].toObject();
        category.label = {label["nl"].toString(), label["en"].toString()};
        if (category.label.dutch.isEmpty() || category.label.english.isEmpty()) {
            fail(output + QStringLiteral(": a category needs a label in both languages"));
        }
        return category;
    }

    void readRamp(const QString& output, const QJsonObject& object, LayerStyle& style) const {
        for (const auto& value : object["ramp"].toArray()) {
            style.ramp.push_back(readColour(output, value));
        }
        style.minimum = object["minimum"].toDouble(0.0);
        style.maximum = object["maximum"].toDouble(1.0);
        style.isFitted = !object["minimum"].isDouble() && !object["maximum"].isDouble();
        readCodes(output, object["codes"].toObject(), style.codes);
        if (object.contains("differences")) {
            readDifferences(output, object["differences"].toObject(), style.differences);
        }
        if (style.ramp.size() < 2 || !(style.minimum < style.maximum)) {
            fail(output + QStringLiteral(": a ramp needs two colours and minimum < maximum"));
        }
    }

    void readCodes(const QString& output, const QJsonObject& object, StyleCodes& codes) const {
        const auto pairIn = [&](const char* key) -> std::pair<std::string, std::string> {
            const QJsonArray pair = object[QLatin1String(key)].toArray();
            if (!pair.isEmpty() && pair.size() != 2) {
                fail(output + QStringLiteral(": not a setting and its value: ") + key);
            }
            return {pair[0].toString().toStdString(), pair[1].toString().toStdString()};
        };
        for (const auto& setting : object["from"].toArray()) {
            codes.from.push_back(setting.toString().toStdString());
        }
        codes.unless = pairIn("unless");
        codes.withoutRanges = pairIn("withoutRanges");
    }

    void readDifferences(const QString& output, const QJsonObject& object,
                         StyleDifferences& differences) const {
        differences.limit = object["limit"].toString().toStdString();
        for (const auto& [key, text] :
             {std::pair{"none", &differences.none}, std::pair{"more", &differences.more},
              std::pair{"lower", &differences.lower}, std::pair{"higher", &differences.higher},
              std::pair{"cooler", &differences.cooler}, std::pair{"warmer", &differences.warmer}}) {
            const QJsonObject label = object[QLatin1String(key)].toObject();
            *text = {label["nl"].toString(), label["en"].toString()};
            if (text->dutch.isEmpty() || text->english.isEmpty() || differences.limit.empty()) {
                fail(output + QStringLiteral(": differences need a limit and all labels"));
            }
        }
    }

    QString fileName_;
};

}  // namespace

std::map<QString, LayerStyle> readStyles(const QByteArray& json, const QString& fileName) {
    return StyleReader(fileName).read(json);
}

}  // namespace lommer::app
