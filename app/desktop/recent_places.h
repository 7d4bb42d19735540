#pragma once

#include "app/text/texts.h"

#include <QString>
#include <vector>

namespace lommer::app {

/// Something that was opened before: a file, a folder or zip with data, or the run.json of a
/// result.
struct RecentPlace {
    QString path;
    /// Id of the analysis of a result; empty for data.
    QString analysis = {};
};

/// What was opened before, the last one first; at most eight. Kept in the settings of the user.
std::vector<RecentPlace> recentPlaces();
/// Puts a place on top of the list.
void rememberPlace(const RecentPlace& place);

/// "levering – gegevens": what it is called and where it lies, in short.
QString shownName(const RecentPlace& place, const Texts& texts);

}  // namespace lommer::app
