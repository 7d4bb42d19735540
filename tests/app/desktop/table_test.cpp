// The table of the window: order, words for what is missing, one selection.

#include "app/desktop/row_order.h"
#include "app/desktop/table_model.h"
#include "core/base/error.h"

#include <gtest/gtest.h>

#include <QBrush>
#include <QTest>

namespace lommer::app {
namespace {

constexpr int kPatience = 60000;  // milliseconds
using Rows = std::vector<std::int64_t>;

core::Column names() {
    core::Column column(core::ColumnInfo{"naam", core::ColumnType::text});
    for (const char* name : {"Zuid", "noord", "Bos", "bos"}) {
        column.appendText(name);
    }
    column.appendAbsent(core::Presence::secret);
    return column;
}

core::Column heights() {
    core::Column column(core::ColumnInfo{"hoogte", core::ColumnType::real, core::Unit::metre});
    for (const double height : {12.25, -1.5, 1234.5}) {
        column.appendReal(height);
    }
    column.appendAbsent(core::Presence::notYetPublished);
    column.appendReal(12.25);
    return column;
}

core::Column homes() {
    core::Column column(core::ColumnInfo{"woningen", core::ColumnType::integer});
    for (const std::int64_t count : {2024, 123456, 0, -5, 7}) {
        column.appendInteger(count);
    }
    return column;
}

std::shared_ptr<const core::Table> table() {
    return std::make_shared<const core::Table>(
        5,
        std::vector<core::ColumnPointer>{std::make_shared<const core::Column>(names()),
                                         std::make_shared<const core::Column>(heights()),
                                         std::make_shared<const core::Column>(homes())},
        nullptr);
}

TEST(RowOrder, PutsWhatIsMissingLastInEitherDirection) {
    EXPECT_EQ(sortedRows(heights(), true, {}), (Rows{1, 0, 4, 2, 3}));
    EXPECT_EQ(sortedRows(heights(), false, {}), (Rows{2, 0, 4, 1, 3}));
    EXPECT_EQ(sortedRows(names(), true, {}), (Rows{2, 3, 1, 0, 4}));
    EXPECT_EQ(sortedRows(homes(), true, {}), (Rows{3, 2, 4, 0, 1}));
}

TEST(RowOrder, StopsWhenAsked) {
    core::Column many(core::ColumnInfo{"n", core::ColumnType::integer});
    for (std::int64_t row = 0; row < 100000; ++row) {
        many.appendInteger(row * 7919 % 100003);
    }
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(sortedRows(many, true, stop.get_token()), core::Cancelled);
    const Rows rows = sortedRows(many, true, {});
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [&](std::int64_t a, std::int64_t b) {
        return many.integerAt(a) < many.integerAt(b);
    }));
}

class TableShown : public testing::Test {
protected:
    QString cell(int row, int column) const {
        return model_.data(model_.index(row, column), Qt::DisplayRole).toString();
    }
    bool isMarked(int row) const {
        return model_.data(model_.index(row, 0), Qt::BackgroundRole).isValid();
    }
    void sort(int column, Qt::SortOrder order) {
        bool isSorted = false;
        const auto connection =
            QObject::connect(&model_, &TableModel::sorted, [&isSorted] { isSorted = true; });
        model_.sort(column, order);
        EXPECT_TRUE(QTest::qWaitFor([&isSorted] { return isSorted; }, kPatience));
        QObject::disconnect(connection);
    }

    const Texts texts_{Language::nl};
    TableModel model_{table(), {}, texts_};
};

TEST_F(TableShown, WritesValuesAsPeopleDo) {
    EXPECT_EQ(model_.rowCount(), 5);
    EXPECT_EQ(model_.columnCount(), 3);
    EXPECT_EQ(cell(0, 1), QStringLiteral("12,25"));
    EXPECT_EQ(cell(2, 1), QStringLiteral("1.234,5"));
    EXPECT_EQ(cell(0, 2), QStringLiteral("2024"));
    EXPECT_EQ(cell(1, 2), QStringLiteral("123.456"));
    EXPECT_EQ(cell(2, 2), QStringLiteral("0"));
    EXPECT_EQ(model_.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
              QStringLiteral("hoogte, m"));
}

TEST_F(TableShown, SaysWhyAValueIsMissing) {
    EXPECT_EQ(cell(4, 0), QStringLiteral("Te weinig waarnemingen"));
    EXPECT_EQ(cell(3, 1), QStringLiteral("Nog niet bekend"));
}

TEST_F(TableShown, SortsByAPermutationThatTheSelectionFollows) {
    model_.setSelectedRows({2});
    EXPECT_TRUE(isMarked(2));
    sort(1, Qt::DescendingOrder);
    EXPECT_EQ(cell(0, 1), QStringLiteral("1.234,5"));
    EXPECT_EQ(model_.rowAt(0), 2);
    EXPECT_EQ(model_.placeOf(3), 4);
    EXPECT_TRUE(isMarked(0));
    EXPECT_FALSE(isMarked(2));
    sort(-1, Qt::AscendingOrder);
    EXPECT_EQ(model_.rowAt(2), 2);
}

TEST_F(TableShown, KeepsTheLastOrderThatWasAskedFor) {
    model_.sort(0, Qt::AscendingOrder);
    sort(2, Qt::AscendingOrder);
    EXPECT_EQ(cell(0, 2), QStringLiteral("-5"));
}

}  // namespace
}  // namespace lommer::app
