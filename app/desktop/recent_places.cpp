#include "app/desktop/recent_places.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <algorithm>

namespace lommer::app {
namespace {

const QString kRecentKey = QStringLiteral("recent");
const QString kPathKey = QStringLiteral("path");
const QString kAnalysisKey = QStringLiteral("analysis");
constexpr std::size_t kMost = 8;

class Words {
    Q_DECLARE_TR_FUNCTIONS(RecentPlace)
};

void write(const std::vector<RecentPlace>& places) {
    QSettings settings;
    settings.beginWriteArray(kRecentKey, static_cast<int>(places.size()));
    for (std::size_t i = 0; i < places.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(kPathKey, places[i].path);
        settings.setValue(kAnalysisKey, places[i].analysis);
    }
    settings.endArray();
}

}  // namespace

std::vector<RecentPlace> recentPlaces() {
    std::vector<RecentPlace> places;
    QSettings settings;
    const int count = settings.beginReadArray(kRecentKey);
    for (int i = 0; i < count && places.size() < kMost; ++i) {
        settings.setArrayIndex(i);
        RecentPlace place{settings.value(kPathKey).toString(),
                          settings.value(kAnalysisKey).toString()};
        if (!place.path.isEmpty()) {
            places.push_back(std::move(place));
        }
    }
    settings.endArray();
    return places;
}

void rememberPlace(const RecentPlace& place) {
    std::vector<RecentPlace> places = recentPlaces();
    RecentPlace whole = place;
    whole.path = QDir::cleanPath(whole.path);
    places.erase(
        std::remove_if(places.begin(), places.end(),
                       [&whole](const RecentPlace& one) { return one.path == whole.path; }),
        places.end());
    places.insert(places.begin(), std::move(whole));
    places.resize(std::min(places.size(), kMost));
    write(places);
}

QString shownName(const RecentPlace& place, const Texts& texts) {
    const QFileInfo info(place.path);
    const QString folder = info.dir().dirName();  // of a result: that holds its run.json
    return place.analysis.isEmpty()
               ? QStringLiteral("%1 – %2").arg(info.fileName(), folder)
               : Words::tr("%1 – result ‘%2’")
                     .arg(texts.analysisText(place.analysis.toStdString(), QStringLiteral("menu")),
                          folder);
}

}  // namespace lommer::app
