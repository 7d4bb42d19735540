// The check of layers and deliveries in the window: look, repair, undo, print, choose.

#include "app/desktop/check_dialog.h"
#include "app/desktop/delivery_dialog.h"
#include "app/desktop/desktop_program.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>
#include <fstream>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

constexpr int kPatience = 60000;  // milliseconds; a sanitizer is slow

class CheckWindow : public testing::Test {
protected:
    CheckWindow()
        : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache"}),
          program_(environment_, Language::nl, folder_.path() / "resultaten") {
        fs::create_directories(folder_.path() / "in");
        write("bomen.csv",
              "boomnummer;boomsoort;gemeentecode;hoogte;wkt\n"
              "1;eik;197;-9999;\"SRID=28992;POINT (217001 442001)\"\n"
              "2;linde;197;12;\"SRID=28992;POINT (217002 442001)\"\n"
              "2;linde;197;12;\"SRID=28992;POINT (217002 442001)\"\n");
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_.path() / "in" / name) << text;
    }
    QString path(const char* name) const {
        return QString::fromStdString(gis::utf8(folder_.path() / "in" / name));
    }
    Workspace& workspace() { return program_.workspace(); }
    MainWindow& window() { return program_.window(); }
    void open() {
        workspace().open({path("bomen.csv")});
        ASSERT_TRUE(
            QTest::qWaitFor([this] { return workspace().project().count() == 1; }, kPatience));
    }
    const core::Table& table() { return *workspace().project().layers().front().data.table; }
    CheckDialog* checked() {
        CheckDialog* dialog = window().showCheck(workspace().project().layers().front().id);
        waitFor(*dialog);
        return dialog;
    }
    template <class Dialog>
    static void waitFor(const Dialog& dialog) {
        EXPECT_TRUE(QTest::qWaitFor([&dialog] { return !dialog.isBusy(); }, kPatience));
    }
    template <class Dialog>
    Dialog* opened() {
        const auto dialogs = window().findChildren<Dialog*>();
        return dialogs.isEmpty() ? nullptr : dialogs.back();
    }

    test::TemporaryFolder folder_;
    Environment environment_;
    DesktopProgram program_;
};

TEST_F(CheckWindow, ShowsTheWorstRuleFirstAndItsRowsOnTheMap) {
    open();
    CheckDialog* dialog = checked();
    ASSERT_FALSE(dialog->check().findings.empty());
    EXPECT_EQ(dialog->check().outcome(), core::CheckOutcome::failed);
    const QTreeWidgetItem* first = dialog->rules()->topLevelItem(0);
    EXPECT_TRUE(first->text(0).contains(QStringLiteral("afgekeurd")))
        << first->text(0).toStdString();
    Q_EMIT dialog->rules()->itemActivated(dialog->rules()->topLevelItem(0), 0);
    EXPECT_FALSE(workspace().selection().rows().empty());
}

TEST_F(CheckWindow, RepairsTheLayerAndUndoesIt) {
    open();
    CheckDialog* dialog = checked();
    const std::string before = gis::readTextFile(folder_.path() / "in" / "bomen.csv");
    EXPECT_EQ(table().rowCount(), 3);
    QTest::mouseClick(dialog->repairAll(), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([this] { return table().rowCount() == 2; }, kPatience));
    waitFor(*dialog);
    EXPECT_EQ(table().columnNamed("gemeentecode").textAt(0), "0197");
    EXPECT_FALSE(table().columnNamed("hoogte").isPresent(0));
    EXPECT_TRUE(dialog->check().repairs().empty());
    EXPECT_FALSE(dialog->repairAll()->isEnabled());
    EXPECT_EQ(gis::readTextFile(folder_.path() / "in" / "bomen.csv"), before);
    EXPECT_TRUE(workspace().undo().undoText().contains(QStringLiteral("herstellen")));
    workspace().undo().undo();
    EXPECT_EQ(table().rowCount(), 3);
    ASSERT_TRUE(QTest::qWaitFor(
        [dialog] { return !dialog->isBusy() && !dialog->check().repairs().empty(); }, kPatience));
}

TEST_F(CheckWindow, KeepsWhatThePlacesTellWhenItRepairs) {
    write("bomen.csv",
          "boomnummer;boomsoort;gemeentecode;bsn;wkt\n"
          "1;eik;197;111222333;\"SRID=28992;POINT (217001 442001)\"\n"
          "2;linde;197;123456782;\"SRID=28992;POINT (217002 442001)\"\n");
    open();
    const core::PrivacyClass before = workspace().project().layers().front().data.places;
    ASSERT_GT(before, core::PrivacyClass::open);
    const CheckDialog* dialog = checked();
    const LayerId layer = workspace().project().layers().front().id;
    ASSERT_TRUE(dialog->repairAll()->isEnabled());
    QTest::mouseClick(dialog->repairAll(), Qt::LeftButton);
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return workspace().project().find(layer) == nullptr; }, kPatience));
    EXPECT_EQ(workspace().project().layers().front().data.places, before);
}

TEST_F(CheckWindow, SaysNothingOfTheLayerBeforeWhileItChecksTheNext) {
    open();
    CheckDialog* dialog = checked();
    QTest::mouseClick(dialog->repairAll(), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([this] { return table().rowCount() == 2; }, kPatience));
    EXPECT_TRUE(dialog->isBusy());
    EXPECT_TRUE(dialog->check().findings.empty());
    EXPECT_EQ(dialog->rules()->topLevelItemCount(), 0);
    QTest::mouseClick(dialog->stopButton(), Qt::LeftButton);
    waitFor(*dialog);
    EXPECT_TRUE(dialog->check().findings.empty());
    EXPECT_FALSE(dialog->saveButton()->isEnabled());
}

TEST_F(CheckWindow, SelectsNoRowsThatTheLayerDoesNotHave) {
    open();
    workspace().select(workspace().project().layers().front().id, {0, 2, 3, 4000}, false);
    EXPECT_EQ(workspace().selection().rows(), (std::vector<std::int64_t>{0, 2}));
}

TEST_F(CheckWindow, ShowsWhatWasSavedAndWhatWentWrong) {
    open();
    CheckDialog* dialog = checked();
    EXPECT_TRUE(dialog->said()->isHidden());
    dialog->saveReportAs(path("keuring.pdf"));
    waitFor(*dialog);
    EXPECT_FALSE(dialog->said()->isHidden());
    EXPECT_TRUE(dialog->said()->text().contains(QStringLiteral("‘keuring.pdf’")));
    dialog->saveReportAs(path("is er niet/keuring.pdf"));
    waitFor(*dialog);
    EXPECT_TRUE(dialog->said()->text().contains(QStringLiteral("‘is er niet’")))
        << dialog->said()->text().toStdString();
    window().openDropped({path("")});
    auto* delivery = opened<DeliveryDialog>();
    ASSERT_NE(delivery, nullptr);
    waitFor(*delivery);
    delivery->saveReportAs(path("is er niet/keuring.pdf"));
    waitFor(*delivery);
    EXPECT_TRUE(delivery->said()->text().contains(QStringLiteral("‘is er niet’")));
    EXPECT_FALSE(delivery->said()->isHidden());
}

TEST_F(CheckWindow, PrintsItsReport) {
    open();
    CheckDialog* dialog = checked();
    const fs::path report = folder_.path() / "keuring.pdf";
    dialog->saveReportAs(QString::fromStdString(gis::utf8(report)));
    waitFor(*dialog);
    EXPECT_TRUE(gis::readTextFile(report).starts_with("%PDF-1."));
}

TEST_F(CheckWindow, ShowsAFolderBeforeAnyOfItComesIn) {
    write("toelichting.pdf", "%PDF");
    write("half.zip", "PK\x03\x04");
    write("los.csv", "naam;n\na;1\n");
    window().openDropped({path("")});
    auto* dialog = opened<DeliveryDialog>();
    ASSERT_NE(dialog, nullptr);
    waitFor(*dialog);
    ASSERT_EQ(dialog->layers()->topLevelItemCount(), 2);
    EXPECT_EQ(workspace().project().count(), 0);
    // Why a layer was not passed can be read without a mouse.
    EXPECT_TRUE(dialog->remarks()->toPlainText().contains(QStringLiteral("-9999")))
        << dialog->remarks()->toPlainText().toStdString();
    // What is recognised is ticked; the rest waits to be asked for.
    EXPECT_EQ(dialog->layers()->topLevelItem(0)->checkState(0), Qt::Checked);
    EXPECT_EQ(dialog->layers()->topLevelItem(1)->checkState(0), Qt::Unchecked);
    EXPECT_EQ(dialog->delivery().remarks.size(), 1U);
    dialog->accept();
    ASSERT_TRUE(QTest::qWaitFor([this] { return workspace().project().count() == 1; }, kPatience));
    EXPECT_EQ(workspace().project().layers().front().description->subject, "tree-points");
}

TEST_F(CheckWindow, SaysWhatAnAnalysisMissesAndHowToGetIt) {
    window().openDropped({path("")});
    auto* dialog = opened<DeliveryDialog>();
    ASSERT_NE(dialog, nullptr);
    waitFor(*dialog);
    dialog->analyses()->setCurrentIndex(
        dialog->analyses()->findData(QStringLiteral("sky-view-factor")));
    const QString text = dialog->missing()->toPlainText().remove(QChar(0x200B));
    EXPECT_TRUE(text.startsWith(QStringLiteral("Ontbreekt – zo komt u eraan")))
        << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("service.pdok.nl/rws/ahn")));
    dialog->analyses()->setCurrentIndex(dialog->analyses()->findData(QStringLiteral("buffer")));
    EXPECT_EQ(dialog->missing()->toPlainText(), QStringLiteral("Er ontbreekt niets."));
    dialog->reject();
}

TEST_F(CheckWindow, HelpsInTheFormWhereDataAreMissing) {
    window().showAnalysis("sky-view-factor");
    const auto folds = window().analysis().findChildren<QToolButton*>();
    const auto isHelp = [](const QToolButton* button) {
        return button->text() == QStringLiteral("Ontbreekt – zo komt u eraan");
    };
    EXPECT_TRUE(std::any_of(folds.begin(), folds.end(), [&](const QToolButton* button) {
        return isHelp(button) && !button->parentWidget()->isHidden();
    }));
}

}  // namespace
}  // namespace lommer::app
