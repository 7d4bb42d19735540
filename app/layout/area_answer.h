#pragma once

#include "app/layout/item_writer.h"
#include "app/layout/map_page.h"
#include "app/text/answer_rule.h"
#include "app/text/texts.h"
#include "core/engine/run_record.h"
#include "core/vector/table.h"

#include <memory>
#include <optional>
#include <vector>

namespace lommer::app {

/// An area with the figures that are spoken of.
struct AnsweredArea {
    QString name;
    /// In the table of areas.
    std::int64_t row = 0;
    double value = 0.0;
    std::optional<double> share;
};

/// What the figures of areas say, or those of all ground as one.
class AreaAnswer {
public:
    /// Areas without a value stay out. Nothing is known where no column of the rule is there. A
    /// table of one row without a place is of all ground: then there is no table and no label.
    /// `texts` outlives the object.
    AreaAnswer(const core::RunRecord& record, const AnswerRule& rule, const core::Table& areas,
               const Texts& texts);

    bool isEmpty() const { return areas_.empty(); }
    bool isOfWhole() const { return places_ == nullptr; }
    QString title() const;
    QString sentence() const;
    /// What stands out, which ground the figures are of, how sure it is.
    QStringList meaning() const;
    /// The highest areas, at most eight.
    PageTable table() const;
    /// All areas.
    PageTable figures() const;
    /// The largest ones first; those without room for a name are left out. Looks for the places: as
    /// long as drawing.
    std::vector<MapLabel> labels() const;
    /// The columns that all this is made of.
    const core::Table& shown() const { return shown_; }
    /// "A, B en C": the areas whose whole value is that of the highest, at most four.
    QString highest() const;

private:
    QStringList highestNames() const;
    /// `others`: figures of other ground in the same areas.
    void read(const core::Column& values, const core::Column* shares, const core::Column* names,
              const std::vector<core::ColumnPointer>& others);
    /// The area with the largest share; null where none reaches a percent.
    const AnsweredArea* mostShared() const;
    void chooseLimit(const std::vector<double>& limits);
    core::Arguments settingsOf(const core::RunRecord& record) const;
    core::Arguments arguments() const;
    PageTable tableOf(std::size_t count) const;
    QString text(const QString& key) const;
    /// The text of `key` for how many of the areas reach the limit: none, some or all.
    QString byCount(const QString& key) const;
    QString wholeNumber(double value) const;

    std::string analysis_;
    const Texts& texts_;
    /// Settings of the run by their ids, and `day`.
    core::Arguments settings_;
    QString valueColumn_;
    /// Null where the figures are of all ground.
    std::shared_ptr<const core::GeometryColumn> places_;
    bool hasShares_ = false;
    /// The highest value first; of equals by name.
    std::vector<AnsweredArea> areas_;
    core::Table shown_;
    double limit_ = 0.0;
    std::int64_t reaching_ = 0;
    /// Areas that have no value of this ground, but have one of other ground. Areas without any lie
    /// outside the map, and are not spoken of.
    std::int64_t without_ = 0;
};

}  // namespace lommer::app
