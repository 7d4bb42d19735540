// The page for the council in the window: seen, changed, saved and copied.

#include "app/desktop/council_dialog.h"

#include "app/composition/sample_service.h"
#include "app/desktop/desktop_program.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace lommer::app {
namespace {

constexpr int kPatience = 60000;  // milliseconds; a sanitizer is slow

class CouncilDialogOf : public testing::Test {
protected:
    CouncilDialogOf()
        : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache"}),
          program_(environment_, Language::nl, folder_.path() / "resultaten") {
        QSettings().clear();
        writeSample(
            {.folder = folder_.path() / "in", .areaSquareKilometres = 0.04, .cellMetres = 1.0},
            core::Progress());
    }
    Workspace& workspace() { return program_.workspace(); }
    MainWindow& window() { return program_.window(); }
    QString file(const char* name) const {
        return QString::fromStdString(gis::utf8(folder_.path() / name));
    }
    void computeMeans() {
        workspace().open({file("in/cbs/buurten.gpkg"), file("in/ahn/R_41AZ1.tif")});
        ASSERT_TRUE(QTest::qWaitFor(
            [this] { return workspace().project().count() == 2 && !workspace().loader().isBusy(); },
            kPatience));
        window().showAnalysis("zonal-statistics");
        QTest::mouseClick(window().analysis().startButton(), Qt::LeftButton);
        ASSERT_TRUE(
            QTest::qWaitFor([this] { return !workspace().runner().isRunning(); }, kPatience));
        ASSERT_EQ(workspace().project().count(), 3);
    }
    CouncilDialog* shown() {
        CouncilDialog* dialog = window().showCouncilPage();
        EXPECT_NE(dialog, nullptr);
        EXPECT_TRUE(QTest::qWaitFor([dialog] { return !dialog->isDrawing(); }, kPatience));
        return dialog;
    }
    static void save(CouncilDialog& dialog, const QString& fileName) {
        QSignalSpy saved(&dialog, &CouncilDialog::saved);
        dialog.saveAs(fileName);
        ASSERT_TRUE(saved.wait(kPatience)) << dialog.said()->text().toStdString();
    }
    static QByteArray startOf(const QString& fileName) {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? file.read(5) : QByteArray();
    }

    test::TemporaryFolder folder_;
    Environment environment_;
    DesktopProgram program_;
};

TEST_F(CouncilDialogOf, IsNotThereWithoutAResult) {
    EXPECT_EQ(window().showCouncilPage(), nullptr);
}

TEST_F(CouncilDialogOf, ShowsSavesAndCopiesWhatWasChanged) {
    computeMeans();
    CouncilDialog* dialog = shown();
    const QImage before = dialog->preview();
    EXPECT_FALSE(before.isNull());
    dialog->title()->setPlainText(QStringLiteral("Het hoogst\nligt het noorden"));
    dialog->headline()->setText(QStringLiteral("Bijlage 2"));
    dialog->status()->setCurrentIndex(1);
    ASSERT_TRUE(QTest::qWaitFor([dialog] { return !dialog->isDrawing(); }, kPatience));
    EXPECT_NE(dialog->preview(), before);
    EXPECT_EQ(dialog->page().map.title, QStringLiteral("Het hoogst ligt het noorden"));
    EXPECT_EQ(dialog->page().status, QStringLiteral("Voor besluit"));
    save(*dialog, file("pagina.pdf"));
    EXPECT_EQ(startOf(file("pagina.pdf")), QByteArray("%PDF-"));

    dialog->form()->setCurrentIndex(2);
    ASSERT_TRUE(QTest::qWaitFor([dialog] { return !dialog->isDrawing(); }, kPatience));
    save(*dialog, file("kaart.svg"));
    EXPECT_EQ(startOf(file("kaart.svg")), QByteArray("<?xml"));

    dialog->copyForWord();
    const auto isCopied = [] {
        const QMimeData* copied = QApplication::clipboard()->mimeData();
        return copied != nullptr && copied->hasHtml();
    };
    ASSERT_TRUE(QTest::qWaitFor(isCopied, kPatience));
    const QMimeData* data = QApplication::clipboard()->mimeData();
    EXPECT_TRUE(data->html().contains(QStringLiteral("alt=\"")));
    EXPECT_TRUE(data->text().startsWith(QStringLiteral("Het hoogst ligt het noorden")));
    EXPECT_TRUE(data->hasImage());
}

TEST_F(CouncilDialogOf, TakesAHouseStyleAndRemembersIt) {
    computeMeans();
    const QString style = QStringLiteral(LOMMER_RESOURCES "/house_style/example.json");
    shown()->useHouseStyle(style);
    CouncilDialog* again = shown();
    EXPECT_EQ(again->page().contact, QStringLiteral("Team Geo-informatie, geo@lommerdal.example"));
    QFile::copy(style, file("huisstijl.json"));  // without its logo
    again->useHouseStyle(file("huisstijl.json"));
    EXPECT_TRUE(again->said()->text().contains(QStringLiteral("logo")));
    again->useHouseStyle(file("weg.json"));
    EXPECT_TRUE(again->said()->text().contains(QStringLiteral("weg.json")));
}

TEST_F(CouncilDialogOf, SaysWhyAPageCannotBeSaved) {
    computeMeans();
    CouncilDialog* dialog = shown();
    dialog->saveAs(file("nergens/pagina.pdf"));
    ASSERT_TRUE(QTest::qWaitFor(
        [dialog] { return dialog->said()->text().contains(QStringLiteral("nergens")); },
        kPatience));
}

}  // namespace
}  // namespace lommer::app
