#pragma once

#include "app/charts/chart_data.h"

#include <QLocale>
#include <QWidget>
#include <vector>

class QCPAxis;
class QCPBars;
class QCPItemStraightLine;
class QCustomPlot;
class QScrollBar;
class QMouseEvent;

namespace lommer::app {

/// Ranked bars or a histogram in the colours of the map. Clicking a bar asks to select its rows;
/// selected rows are ringed.
class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);

    /// With the mean of the bars as a dashed line, which `title` tells of. Bars begin at zero or at
    /// that line, where they differ.
    enum class BarBase { zero, mean };
    void showRankedBars(std::vector<RankedBar> bars, const QString& title, BarBase base);
    /// `values` by row (NaN where missing), empty for a raster: then bars cannot be clicked.
    void showHistogram(std::vector<HistogramBar> bars, std::vector<double> values,
                       const QString& title, const QString& countTitle);
    void clear();
    void setSelectedRows(const std::vector<std::int64_t>& rows);
    void setLocale(const QLocale& locale);
    /// Says in words what is drawn.
    void setAccessibleText(const QString& text);
    QCustomPlot* plot() const { return plot_; }

Q_SIGNALS:
    void rowsClicked(const std::vector<std::int64_t>& rows, bool isToggling);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void start(const QString& title, bool isHorizontal);
    void applyPalette();
    void addBars(const std::vector<std::pair<double, std::pair<double, QColor>>>& bars,
                 bool isHorizontal, double width);
    void setBarRange();
    void addMean();
    void ringSelected();
    void showFrom(int first);
    int visibleBars() const;
    void onClick(QMouseEvent* event);
    QCPBars* makeBars(bool isHorizontal, double width);

    QCustomPlot* plot_;
    QScrollBar* scroll_;
    std::vector<RankedBar> ranked_;
    std::vector<HistogramBar> histogram_;
    std::vector<double> values_;
    std::vector<std::int64_t> selected_;
    QCPBars* ring_ = nullptr;
    /// A light line below a dashed one in dark, or the other way round: seen on bars of any colour.
    /// Empty without ranked bars.
    std::vector<QCPItemStraightLine*> mean_;
    /// Where ranked bars begin.
    double base_ = 0.0;
    /// How many ranked bars were thought to fit: known for certain after the plot is laid out.
    int fitting_ = 0;
};

}  // namespace lommer::app
