#pragma once

#include "app/text/language.h"

#include <QString>
#include <QStringList>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::app {

/// Where data can be had. Texts in one language; what is not known is empty.
struct DataSource {
    std::string id;
    /// Ids of core/subjects.
    std::vector<std::string> subjects;
    /// As records name them (`bgt`).
    std::vector<std::string> registers;
    /// After how many years the data are old; 0 = they do not age.
    int yearsUntilOld = 0;
    /// In words that are the same in both languages.
    QString licence;
    /// Of the service; only shown, never opened by the program itself.
    QString address;
    QString name;
    QString how;
    QString size;
};

class Texts;

/// What to say of a source, a line each: its name, how to get it, the address, licence and size.
QStringList factsOf(const DataSource& source, const Texts& texts);

/// The list of sources in resources/catalogue/sources.json: which data exist, how to get them, how
/// soon they are old. Immutable; may be used from any thread.
class SourceCatalogue {
public:
    explicit SourceCatalogue(Language language);

    const std::vector<DataSource>& sources() const noexcept { return sources_; }
    /// Null where no source is known.
    const DataSource* find(std::string_view subject) const;
    /// By subject, for those that age.
    std::map<std::string, int> yearsUntilOld() const;

private:
    std::vector<DataSource> sources_;
};

/// The licences of that list by register, as they go into a record: `bgt` → "CC0".
std::map<std::string, std::string> licencesByRegister();

}  // namespace lommer::app
