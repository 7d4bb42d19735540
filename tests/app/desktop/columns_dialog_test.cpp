// Columns of a municipal table, assigned in the window and remembered for the next file.

#include "app/desktop/columns_dialog.h"

#include "app/desktop/desktop_program.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <fstream>

namespace lommer::app {
namespace {

constexpr int kPatience = 60000;  // milliseconds; a sanitizer is slow

class Columns : public testing::Test {
protected:
    Columns()
        : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache",
                                            .mappingFolder = folder_.path() / "columns"}),
          program_(environment_, Language::nl, folder_.path() / "resultaten") {
        write("lijst.csv");
    }
    void write(const char* name) {
        std::ofstream(folder_ / name) << "NR;SRT;HOOGTE_M;X;Y\n1;Eik;12,5;200000;450000\n"
                                         "2;Linde;9;200050;450000\n";
    }
    Workspace& workspace() { return program_.workspace(); }
    const Layer& layer() { return workspace().project().layers().front(); }
    void open(const char* name) {
        workspace().open({QString::fromStdString(gis::utf8(folder_ / name))});
        ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace().loader().isBusy(); }, kPatience));
        ASSERT_GT(workspace().project().count(), 0);
    }
    ColumnsDialog* shown() {
        ColumnsDialog* dialog = program_.window().assignColumns(layer().id);
        EXPECT_TRUE(QTest::qWaitFor([dialog] { return !dialog->isBusy(); }, kPatience));
        return dialog;
    }
    static void choose(QComboBox* box, const QString& data) {
        ASSERT_NE(box, nullptr);
        const int index = box->findData(data);
        ASSERT_GE(index, 0) << data.toStdString();
        box->setCurrentIndex(index);
    }
    /// Says that the list is one of trees, with its columns.
    void assign() {
        const QPointer<ColumnsDialog> dialog = shown();
        choose(dialog->subjects(), QStringLiteral("tree-points"));
        choose(dialog->choiceFor("soort"), QStringLiteral("srt"));
        choose(dialog->choiceFor("identificatie"), QStringLiteral("nr"));
        QTest::mouseClick(dialog->rememberButton(), Qt::LeftButton);
        ASSERT_TRUE(QTest::qWaitFor([&dialog] { return dialog.isNull(); }, kPatience));
    }

    test::TemporaryFolder folder_;
    Environment environment_;
    DesktopProgram program_;
};

TEST_F(Columns, StartFromWhatIsLikely) {
    open("lijst.csv");
    ColumnsDialog* dialog = shown();
    EXPECT_FALSE(dialog->rememberButton()->isEnabled());  // too little speaks for anything
    choose(dialog->subjects(), QStringLiteral("tree-points"));
    EXPECT_TRUE(dialog->rememberButton()->isEnabled());
    EXPECT_EQ(dialog->choiceFor("hoogte")->currentText(), QStringLiteral("HOOGTE_M"));
    EXPECT_EQ(dialog->choiceFor("soort")->currentIndex(), 0);
    EXPECT_EQ(dialog->choiceFor("leeftijd"), nullptr);
}

TEST_F(Columns, AreUsedAtOnceAndCanBeUndone) {
    open("lijst.csv");
    ASSERT_EQ(layer().description->subject, "");
    assign();
    EXPECT_EQ(layer().description->subject, "tree-points");
    EXPECT_EQ(layer().data.table->columnNamed("soort").textAt(0), "Eik");
    EXPECT_EQ(layer().data.table->columnNamed("hoogte").realAt(0), 12.5);
    workspace().undo().undo();
    EXPECT_EQ(layer().description->subject, "");
}

TEST_F(Columns, LeaveTheNameThatAPersonGaveAndWhatIsHidden) {
    open("lijst.csv");
    workspace().project().rename(layer().id, QStringLiteral("Onze bomen"));
    workspace().project().setVisible(layer().id, false);
    assign();
    EXPECT_EQ(layer().name, QStringLiteral("Onze bomen"));
    EXPECT_FALSE(layer().isVisible);
}

TEST_F(Columns, AreNotAssignedToALayerThatIsGone) {
    open("lijst.csv");
    const QPointer<ColumnsDialog> dialog = shown();
    workspace().undo().undo();
    EXPECT_TRUE(QTest::qWaitFor([&dialog] { return dialog.isNull(); }, kPatience));
}

TEST_F(Columns, AreRememberedForTheNextFile) {
    open("lijst.csv");
    assign();
    write("lijst_volgende_maand.csv");
    open("lijst_volgende_maand.csv");
    ASSERT_EQ(workspace().project().count(), 2);
    for (const Layer& one : workspace().project().layers()) {
        EXPECT_EQ(one.description->subject, "tree-points");
    }
    EXPECT_EQ(shown()->choiceFor("soort")->currentText(), QStringLiteral("SRT"));
}

}  // namespace
}  // namespace lommer::app
