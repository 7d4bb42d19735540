#include "app/desktop/recent_list.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace lommer::app {
namespace {

/// More would push the questions off the page.
constexpr std::size_t kShown = 5;

}  // namespace

RecentList::RecentList(const Texts& texts, QWidget* parent)
    : QWidget(parent), texts_(texts), lines_(new QVBoxLayout) {
    auto* heading = new QLabel(tr("Continue with"), this);
    QFont font = heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.1);
    heading->setFont(font);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(heading);
    layout->addLayout(lines_);
    layout->addStretch(1);
    renew();
}

void RecentList::renew() {
    places_ = recentPlaces();
    places_.resize(std::min(places_.size(), kShown));
    present(std::vector<bool>(places_.size(), true));
    task_.start([this, places = places_](const core::Progress&) {
        std::vector<bool> areThere;
        areThere.reserve(places.size());
        for (const RecentPlace& place : places) {
            areThere.push_back(QFileInfo::exists(place.path));
        }
        return [this, areThere] {
            if (areThere.size() == places_.size()) {
                present(areThere);
            }
        };
    });
}

QString RecentList::lineOf(const RecentPlace& place, bool isThere) const {
    const QString name = shownName(place, texts_).toHtmlEscaped();
    return isThere ? QStringLiteral("<a href=\"open\">%1</a>").arg(name)
                   : tr("%1, not found any more").arg(name);
}

void RecentList::present(const std::vector<bool>& areThere) {
    while (QLayoutItem* item = lines_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {
        auto* line = new QLabel(lineOf(places_[i], areThere[i]), this);
        line->setTextFormat(Qt::RichText);
        line->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        line->setToolTip(QDir::toNativeSeparators(places_[i].path).toHtmlEscaped());
        line->setEnabled(areThere[i]);
        line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        line->setWordWrap(true);
        connect(line, &QLabel::linkActivated, this,
                [this, path = places_[i].path] { Q_EMIT wanted(path); });
        lines_->addWidget(line);
    }
    setVisible(!places_.empty());
}

}  // namespace lommer::app
