#include "app/project/selection.h"

#include <gmock/gmock.h>

#include <QSignalSpy>

namespace lommer::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Selection, KeepsRowsRisingAndOnce) {
    Selection selection;
    selection.set("layer-1", {7, 3, 7});
    EXPECT_THAT(selection.rows(), ElementsAre(3, 7));
    EXPECT_THAT(selection.rowsOf("layer-1"), ElementsAre(3, 7));
    EXPECT_THAT(selection.rowsOf("layer-2"), IsEmpty());
}

TEST(Selection, TellsOnlyOfRealChanges) {
    Selection selection;
    QSignalSpy spy(&selection, &Selection::changed);
    selection.set("layer-1", {3});
    selection.set("layer-1", {3});
    selection.clear();
    selection.clear();
    EXPECT_EQ(spy.count(), 2);
}

TEST(Selection, TogglesRowsOfOneLayerAndStartsAnewOnAnother) {
    Selection selection;
    selection.toggle("layer-1", 5);
    selection.toggle("layer-1", 2);
    EXPECT_THAT(selection.rows(), ElementsAre(2, 5));
    selection.toggle("layer-1", 5);
    EXPECT_THAT(selection.rows(), ElementsAre(2));
    selection.toggle("layer-2", 9);
    EXPECT_EQ(selection.layer(), QStringLiteral("layer-2"));
    EXPECT_THAT(selection.rows(), ElementsAre(9));
    selection.toggle("layer-2", 9);
    EXPECT_TRUE(selection.layer().isEmpty());
}

}  // namespace
}  // namespace lommer::app
