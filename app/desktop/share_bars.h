#pragma once

#include "app/text/place_text.h"

#include <QWidget>

namespace lommer::app {

/// Shares as bars to both sides of a line: warmer to the right, cooler to the left, each with its
/// name and amount. Follows font and theme; says the same in words to a screen reader.
class ShareBars : public QWidget {
    Q_OBJECT
public:
    explicit ShareBars(QWidget* parent = nullptr);

    void setShares(std::vector<ShownShare> shares);
    const std::vector<ShownShare>& shares() const { return shares_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;

    std::vector<ShownShare> shares_;
};

}  // namespace lommer::app
