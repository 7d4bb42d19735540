// Boxes without a mark can be seen on dark ground.

#include "app/desktop/clear_style.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <QStyleOption>
#include <algorithm>

namespace lommer::app {
namespace {

/// How light the lightest pixel of an empty box is, on ground of that colour.
int lightest(QStyle::PrimitiveElement element, const QColor& ground, const QColor& faintText) {
    QStyleOptionViewItem option;
    option.rect = QRect(4, 4, 14, 14);
    option.state = QStyle::State_Enabled | QStyle::State_Off;
    option.palette.setColor(QPalette::Window, ground);
    option.palette.setColor(QPalette::Base, ground);
    option.palette.setColor(QPalette::PlaceholderText, faintText);
    QImage image(22, 22, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    ClearStyle().drawPrimitive(element, &option, &painter, nullptr);
    painter.end();
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            found = std::max(found, image.pixelColor(x, y).lightness());
        }
    }
    return found;
}

TEST(ClearStyle, DrawsEmptyBoxesInTheColourOfFaintTextOnDarkGround) {
    for (const auto element :
         {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorItemViewItemCheck}) {
        EXPECT_GT(lightest(element, QColor(0x1c, 0x1f, 0x20), QColor(0x9a, 0xa3, 0x9d)), 120);
    }
}

TEST(ClearStyle, LeavesBoxesOnLightGroundAsTheyWere) {
    // No pixel lighter than the ground: nothing of the faint text, which is lighter here.
    EXPECT_LE(lightest(QStyle::PE_IndicatorItemViewItemCheck, QColor(200, 200, 200), Qt::white),
              201);
}

}  // namespace
}  // namespace lommer::app
