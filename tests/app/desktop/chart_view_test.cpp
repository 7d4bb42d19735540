// Where bars of a chart begin and end.

#include "app/charts/chart_view.h"

#include <gtest/gtest.h>
#include <qcustomplot.h>

#include <set>
#include <tuple>

namespace lommer::app {
namespace {

/// Place, beginning and end of each bar; a ringed one is there twice.
std::multiset<std::tuple<double, double, double>> barsOf(const ChartView& view) {
    std::multiset<std::tuple<double, double, double>> found;
    for (int index = 0; index < view.plot()->plottableCount(); ++index) {
        const auto* bars = qobject_cast<QCPBars*>(view.plot()->plottable(index));
        for (const QCPBarsData& bar : *bars->data()) {
            found.emplace(bar.key, bars->baseValue(), bars->baseValue() + bar.value);
        }
    }
    return found;
}

std::vector<RankedBar> temperatures() {
    return {{7, 38.0, Qt::red, QStringLiteral("De Esch")},
            {3, 37.0, Qt::yellow, QStringLiteral("Dorp")},
            {5, 34.5, Qt::yellow, QStringLiteral("Bos")}};
}

TEST(ChartView, DrawsTemperaturesFromTheirMean) {
    ChartView view;
    view.resize(600, 300);
    view.showRankedBars(temperatures(), QStringLiteral("°C"), ChartView::BarBase::mean);
    EXPECT_EQ(barsOf(view), (std::multiset<std::tuple<double, double, double>>{
                                {0.0, 36.5, 38.0}, {1.0, 36.5, 37.0}, {2.0, 36.5, 34.5}}));
    const QCPRange range = view.plot()->xAxis->range();
    EXPECT_LT(range.lower, 34.5);
    EXPECT_GT(range.lower, 34.0);
    EXPECT_GT(range.upper, 38.0);
    EXPECT_LT(range.upper, 38.5);
    view.setSelectedRows({5});
    EXPECT_EQ(barsOf(view).count({2.0, 36.5, 34.5}), 2U);
}

TEST(ChartView, DrawsAmountsFromZero) {
    ChartView view;
    view.resize(600, 300);
    view.showRankedBars(temperatures(), QStringLiteral("aantal"), ChartView::BarBase::zero);
    EXPECT_EQ(barsOf(view), (std::multiset<std::tuple<double, double, double>>{
                                {0.0, 0.0, 38.0}, {1.0, 0.0, 37.0}, {2.0, 0.0, 34.5}}));
    EXPECT_EQ(view.plot()->xAxis->range().lower, 0.0);
}

TEST(ChartView, DrawsBarsThatAreAllTheMeanFromZero) {
    ChartView view;
    view.resize(600, 300);
    view.showRankedBars({{0, 36.0, Qt::red, QStringLiteral("Dorp")}}, QStringLiteral("°C"),
                        ChartView::BarBase::mean);
    EXPECT_EQ(barsOf(view), (std::multiset<std::tuple<double, double, double>>{{0.0, 0.0, 36.0}}));
    EXPECT_TRUE(view.plot()->xAxis->range().contains(36.0));
    view.showRankedBars({}, QStringLiteral("°C"), ChartView::BarBase::mean);
    EXPECT_TRUE(barsOf(view).empty());
}

}  // namespace
}  // namespace lommer::app
