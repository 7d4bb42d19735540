// The page for the council in the window: seen, changed, saved and copied.

#include "app/desktop/council_dialog.h"

#include "tests/app/desktop/sample_window.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace lommer::app {
namespace {

class CouncilDialogOf : public SampleWindow {
protected:
    void computeMeans() {
        open({file("cbs/buurten.gpkg"), file("ahn/R_41AZ1.tif")});
        window().showAnalysis("zonal-statistics");
        calculate();
        ASSERT_EQ(project().count(), 3);
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

TEST_F(CouncilDialogOf, WritesOnePageAtATimeSoThatEachIsToldOf) {
    computeMeans();
    CouncilDialog* dialog = shown();
    ASSERT_TRUE(QTest::qWaitForWindowActive(dialog));
    QPushButton* pressed = dialog->writers().back();
    pressed->setFocus();
    QSignalSpy saved(dialog, &CouncilDialog::saved);
    dialog->saveAs(file("eerste.pdf"));
    EXPECT_TRUE(dialog->isWriting());
    for (const QPushButton* button : dialog->writers()) {
        EXPECT_FALSE(button->isEnabled()) << button->text().toStdString();
    }
    EXPECT_NE(dialog->focusWidget(), nullptr);
    dialog->copyForWord();  // another key than that of a button
    ASSERT_TRUE(saved.wait(kPatience));
    ASSERT_TRUE(QTest::qWaitFor([dialog] { return !dialog->isWriting(); }, kPatience));
    EXPECT_TRUE(dialog->said()->text().contains(QStringLiteral("eerste.pdf")))
        << dialog->said()->text().toStdString();
    EXPECT_TRUE(pressed->isEnabled());
    EXPECT_EQ(dialog->focusWidget(), pressed);
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
