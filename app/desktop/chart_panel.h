#pragma once

#include "app/charts/chart_view.h"
#include "app/desktop/workspace.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace lommer::app {

/// The chart of the active layer, in the colours of the map: what its analysis declares (of very
/// many areas their spread), or how the values of a raster are spread. Shows the selection and sets
/// it.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    explicit ChartPanel(Workspace& workspace, QWidget* parent = nullptr);

    ChartView* view() const { return view_; }
    /// False while there is nothing to draw and the panel says so.
    bool hasChart() const;

private:
    void renew();
    bool showChart(const Layer& layer);
    bool showDeclared(const Layer& layer, const core::ChartDeclaration& chart);
    void showBars(const Layer& layer, const QString& column, ChartView::BarBase base);
    void showSpread(const Layer& layer, std::span<const double> values, bool isByRow,
                    const QString& title);
    QString titleOf(const Layer& layer, const QString& column) const;

    Workspace& workspace_;
    QStackedLayout* stack_;
    QLabel* empty_;
    ChartView* view_;
};

}  // namespace lommer::app
