#include "app/text/source_catalogue.h"

#include "app/text/json_file.h"
#include "app/text/texts.h"
#include "core/base/assert.h"

#include <QJsonArray>
#include <algorithm>

namespace lommer::app {
namespace {

std::vector<std::string> idsOf(const QJsonValue& list) {
    std::vector<std::string> ids;
    for (const QString& id : stringsOf(list)) {
        ids.push_back(id.toStdString());
    }
    return ids;
}

DataSource sourceOf(const QJsonObject& json, const QString& language) {
    const auto text = [](const QJsonObject& object, const char* key) {
        return object.value(QLatin1String(key)).toString();
    };
    const QJsonObject words = json.value(language).toObject();
    return {.id = text(json, "id").toStdString(),
            .subjects = idsOf(json.value(QStringLiteral("subjects"))),
            .registers = idsOf(json.value(QStringLiteral("registers"))),
            .yearsUntilOld = json.value(QStringLiteral("yearsUntilOld")).toInt(),
            .licence = text(json, "licence"),
            .address = text(json, "address"),
            .name = text(words, "name"),
            .how = text(words, "how"),
            .size = text(words, "size")};
}

}  // namespace

QStringList factsOf(const DataSource& source, const Texts& texts) {
    QStringList facts{source.name, source.how};
    const auto add = [&](const char* id, const QString& value) {
        if (!value.isEmpty()) {
            facts << texts.common(QStringLiteral("delivery"), QLatin1String(id),
                                  {{"value", value.toStdString()}});
        }
    };
    add("address", source.address);
    add("licence", source.licence);
    add("size", source.size);
    return facts;
}

SourceCatalogue::SourceCatalogue(Language language) {
    const QJsonObject root = readJsonObject(QStringLiteral(":/catalogue/sources.json"));
    LOMMER_ASSERT(!root.isEmpty());
    for (const auto& source : root.value(QStringLiteral("sources")).toArray()) {
        sources_.push_back(sourceOf(source.toObject(), toText(language)));
    }
}

const DataSource* SourceCatalogue::find(std::string_view subject) const {
    const auto found =
        std::find_if(sources_.begin(), sources_.end(), [subject](const DataSource& source) {
            return std::find(source.subjects.begin(), source.subjects.end(), subject) !=
                   source.subjects.end();
        });
    return found == sources_.end() ? nullptr : &*found;
}

std::map<std::string, int> SourceCatalogue::yearsUntilOld() const {
    std::map<std::string, int> years;
    for (const DataSource& source : sources_) {
        for (const std::string& subject : source.subjects) {
            if (source.yearsUntilOld > 0) {
                years[subject] = source.yearsUntilOld;
            }
        }
    }
    return years;
}

std::map<std::string, std::string> licencesByRegister() {
    std::map<std::string, std::string> licences;
    const SourceCatalogue catalogue(Language::nl);  // licences are the same in both
    for (const DataSource& source : catalogue.sources()) {
        for (const std::string& id : source.registers) {
            if (!source.licence.isEmpty()) {
                licences[id] = source.licence.toStdString();
            }
        }
    }
    return licences;
}

}  // namespace lommer::app
