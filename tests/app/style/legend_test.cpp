#include "app/style/legend.h"

#include "app/style/colour_scale.h"
#include "app/style/default_style.h"
#include "app/style/number_text.h"

#include <gtest/gtest.h>

#include <QImage>
#include <algorithm>
#include <map>

namespace lommer::app {
namespace {

const QLocale kDutch(QLocale::Dutch, QLocale::Netherlands);
const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

core::Table tableWithEveryKindOfNothing() {
    core::Column column({"mean", core::ColumnType::real, core::Unit::none});
    for (const double value : {0.0, 5.0, 10.0, 15.0}) {
        column.appendReal(value);
    }
    for (const core::Presence presence :
         {core::Presence::missing, core::Presence::secret, core::Presence::notApplicable,
          core::Presence::notYetPublished}) {
        column.appendAbsent(presence);
    }
    const std::int64_t rows = column.size();
    return {rows, {std::make_shared<core::Column>(std::move(column))}, nullptr};
}

TEST(NumberText, UsesCommaAndDotOfTheLanguage) {
    EXPECT_EQ(numberText(1234.5, kDutch), QStringLiteral("1.234,5"));
    EXPECT_EQ(numberText(1234.5, kEnglish), QStringLiteral("1,234.5"));
    EXPECT_EQ(numberText(-0.25, kDutch), QStringLiteral("−0,25"));
    EXPECT_EQ(numberText(-0.0, kDutch), QStringLiteral("0"));
    EXPECT_EQ(numberText(0.1 + 0.2, kDutch), QStringLiteral("0,3"));
    EXPECT_EQ(numberText(0.000123456789, kDutch, 3), QStringLiteral("0,000123"));
}

TEST(ClassLabel, NeverOverlapsItsNeighbour) {
    EXPECT_EQ(classLabel({29.0, 35.0}, kDutch), QStringLiteral("29 – < 35"));
    EXPECT_EQ(classLabel({0.5, 1.25}, kDutch), QStringLiteral("0,5 – < 1,25"));
}

TEST(ClassLabel, PrefersTheLabelOfTheStyle) {
    const StyleClass styleClass{1.0, 2.0, Qt::red, {"zon", "sun"}};
    EXPECT_EQ(classLabel(styleClass, kDutch), QStringLiteral("zon"));
    EXPECT_EQ(classLabel(styleClass, kEnglish), QStringLiteral("sun"));
}

TEST(Legend, NamesEachKindOfNothingThatOccursAndNoOther) {
    const core::Table table = tableWithEveryKindOfNothing();
    const LayerStyle style = classifiedStyle(table.column(0), 2, ClassMethod::equal);
    const LegendSection all = makeLegend(style, legendFactsOf(table, style), "t", kDutch);
    ASSERT_EQ(all.items.size(), 6u);
    std::set<QString> labels;
    for (const LegendItem& item : all.items) {
        labels.insert(item.label);
    }
    EXPECT_EQ(labels.size(), 6u) << "every item has a label of its own";

    const core::Table present = table.select({0, 1, 2, 3});
    EXPECT_EQ(makeLegend(style, legendFactsOf(present, style), "t", kDutch).items.size(), 2u);
}

QImage swatchOf(const LegendItem& item) {
    QImage image(40, 24, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSwatch(painter, {2, 2, 36, 20}, item);
    return image;
}

TEST(Legend, DrawsEachKindOfNothingDifferently) {
    std::vector<QImage> images;
    for (const Nothing nothing :
         {Nothing::noData, Nothing::tooFew, Nothing::notApplicable, Nothing::notYetKnown}) {
        LegendItem item;
        item.nothing = nothing;
        images.push_back(swatchOf(item));
    }
    for (std::size_t a = 0; a < images.size(); ++a) {
        for (std::size_t b = a + 1; b < images.size(); ++b) {
            EXPECT_NE(images[a], images[b]) << a << " and " << b;
        }
    }
}

TEST(ClassifiedStyle, TurnsToBothSidesOnlyAroundARealZero) {
    const auto lightest = [](std::initializer_list<double> values) {
        core::Column column({"x", core::ColumnType::real});
        for (const double value : values) {
            column.appendReal(value);
        }
        const LayerStyle style = classifiedStyle(column, 3, ClassMethod::equal);
        std::vector<double> lightness;
        for (const StyleClass& item : style.classes) {
            lightness.push_back(static_cast<double>(item.colour.lightnessF()));
        }
        return std::max_element(lightness.begin(), lightness.end()) - lightness.begin();
    };
    EXPECT_EQ(lightest({-10.0, -1.0, 2.0, 12.0}), 1);
    EXPECT_EQ(lightest({1.0, 5.0, 9.0, 12.0}), 0);
}

TEST(ClassifiedStyle, OfTextIsPlain) {
    core::Column column({"name", core::ColumnType::text});
    column.appendText("a");
    EXPECT_EQ(classifiedStyle(column, 5, ClassMethod::equal).kind, StyleKind::single);
}

TEST(ColourScale, GivesTheColourOfTheClassAndNoneOutside) {
    LayerStyle style;
    style.kind = StyleKind::classes;
    style.classes = {{0.0, 1.0, Qt::red}, {1.0, 2.0, Qt::blue}};
    const ColourScale scale(style);
    EXPECT_EQ(scale.colourOf(0.0), QColor(Qt::red).rgba());
    EXPECT_EQ(scale.colourOf(1.0), QColor(Qt::blue).rgba());
    EXPECT_FALSE(scale.colourOf(2.0).has_value());
    EXPECT_FALSE(scale.colourOf(-0.001).has_value());
}

}  // namespace
}  // namespace lommer::app
