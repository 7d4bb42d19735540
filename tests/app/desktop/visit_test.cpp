// The whole visit of somebody new: a question, a folder that is dropped, a run, the answer, and a
// page for the council.

#include "app/desktop/council_dialog.h"
#include "app/desktop/delivery_dialog.h"
#include "gis/platform/file_error.h"
#include "tests/app/desktop/sample_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>
#include <set>

namespace lommer::app {
namespace {

class Visit : public SampleWindow {
protected:
    /// Drops the folder on the window and adds what the dialog proposes.
    void dropDelivery() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(gis::utf8(town_ / "in")))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(&window(), &enter);
        ASSERT_TRUE(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &drop);
        auto* dialog = window().findChild<DeliveryDialog*>();
        ASSERT_NE(dialog, nullptr);
        ASSERT_TRUE(QTest::qWaitFor([dialog] { return !dialog->isBusy(); }, kPatience));
        missing_ = dialog->missing()->toPlainText();
        wanted_ = dialog->analyses()->currentData().toString();
        QTest::mouseClick(dialog->addButton(), Qt::LeftButton);
        ASSERT_TRUE(QTest::qWaitFor(
            [this] { return project().count() > 10 && !workspace().loader().isBusy(); }, kPatience))
            << said_.toStdString();
    }
    /// The cells are on the map, and the areas that the answer is about stand in order and in the
    /// table; one that is chosen there is seen on the map.
    void showsMapAndRanking(const QString& answer) {
        ASSERT_TRUE(project().layers().front().isVisible);
        EXPECT_EQ(project().layers().front().origin->output, QStringLiteral("pet"));
        const Layer& areas = *workspace().active();
        EXPECT_EQ(areas.origin->output, QStringLiteral("neighbourhoods"));
        EXPECT_FALSE(areas.isVisible);
        EXPECT_TRUE(answer.contains(QStringLiteral("Wat laat de kaart zien?\nGevoelstemperatuur")))
            << answer.toStdString();
        ASSERT_TRUE(window().chart().hasChart());
        EXPECT_TRUE(window().chart().isVisible());
        EXPECT_TRUE(
            window().chart().view()->accessibleName().contains(QStringLiteral(" staven, van ")));
        EXPECT_EQ(window().table().model()->rowCount(),
                  static_cast<int>(areas.data.table->rowCount()));
        const auto picture = [this] {
            QTest::qWait(50);
            EXPECT_TRUE(QTest::qWaitFor([this] { return !window().map().isDrawing(); }, kPatience));
            return window().map().grab().toImage();
        };
        const QImage before = picture();
        workspace().select(areas.id, {0}, false);
        EXPECT_NE(picture(), before);
        workspace().selection().clear();
        EXPECT_EQ(picture(), before);
    }

    QString missing_;
    QString wanted_;
};

TEST_F(Visit, GoesFromAQuestionToAPageForTheCouncil) {
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    ASSERT_TRUE(window().isAtStart());
    QTest::keyClicks(window().start().search(), QStringLiteral("hitte"));
    QTest::keyClick(window().start().search(), Qt::Key_Return);
    ASSERT_EQ(window().analysis().chosen(), "heat-stress");
    EXPECT_NE(form()->firstUnfilled(), nullptr);

    dropDelivery();
    EXPECT_EQ(wanted_, QStringLiteral("heat-stress"));
    EXPECT_FALSE(missing_.contains(QStringLiteral("DSM"))) << missing_.toStdString();
    EXPECT_EQ(form()->firstUnfilled(), nullptr);
    for (const char* role : {"dsm", "dtm", "buildings", "water", "green", "neighbourhoods"}) {
        EXPECT_FALSE(form()->roleField(role)->chosen().empty()) << role;
    }

    calculate();
    const QString answer = window().origin().toPlainText();
    EXPECT_TRUE(window().origin().isVisible());
    const QStringList headings{QStringLiteral("Antwoord"),
                               QStringLiteral("Wat laat de kaart zien?"),
                               QStringLiteral("Wat zegt de kaart niet?"),
                               QStringLiteral("Gebruikte gegevens"),
                               QStringLiteral("Zo is het berekend"),
                               QStringLiteral("Opmerkingen ("),
                               QStringLiteral("Herkomst")};
    qsizetype place = -1;
    for (const QString& heading : headings) {
        const qsizetype next = answer.indexOf(heading);
        EXPECT_GT(next, place) << heading.toStdString() << '\n' << answer.toStdString();
        place = next;
    }
    EXPECT_TRUE(answer.contains(QStringLiteral("gemiddelde gevoelstemperatuur op een zeer warme")));
    showsMapAndRanking(answer);

    const auto pdf = town_ / "raadspagina.pdf";
    CouncilDialog* page = window().showCouncilPage();
    ASSERT_NE(page, nullptr);
    QSignalSpy saved(page, &CouncilDialog::saved);
    page->saveAs(QString::fromStdString(gis::utf8(pdf)));
    ASSERT_TRUE(saved.wait(kPatience)) << page->said()->text().toStdString();
    EXPECT_EQ(gis::readTextFile(pdf).substr(0, 5), "%PDF-");
}

TEST_F(Visit, BindsTheSameFromTheFormAsFromTheCommandLine) {
    dropDelivery();
    window().showAnalysis("heat-stress");
    std::set<std::string> fromForm;
    for (const InputOrder& input : form()->order().inputs) {
        fromForm.insert(input.role + ' ' + gis::utf8(input.location.files.front().filename()) +
                        ' ' + input.location.subject);
    }
    core::RemarkList remarks;
    std::set<std::string> fromLine;
    for (const InputOrder& input :
         bindInputs(environment().catalogue().get("heat-stress").declaration(),
                    {gis::utf8(town_ / "in")}, remarks)) {
        fromLine.insert(input.role + ' ' + gis::utf8(input.location.files.front().filename()) +
                        ' ' + input.location.subject);
    }
    EXPECT_EQ(fromForm, fromLine);
}

TEST_F(Visit, FoldsOutWhatAResultWasMadeOf) {
    dropDelivery();
    window().showAnalysis("sky-view-factor");
    calculate();
    OriginPanel& panel = window().origin();
    EXPECT_FALSE(panel.toPlainText().contains(QStringLiteral("Aantal richtingen: ")));
    Q_EMIT panel.anchorClicked(QUrl(QStringLiteral("fold:origin")));
    EXPECT_TRUE(panel.toPlainText().contains(QStringLiteral("Aantal richtingen: ")));
    Q_EMIT panel.anchorClicked(QUrl(QStringLiteral("fold:origin")));
    EXPECT_FALSE(panel.toPlainText().contains(QStringLiteral("Aantal richtingen: ")));
}

}  // namespace
}  // namespace lommer::app
