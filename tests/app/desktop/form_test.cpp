// The form of an analysis and the keyboard: what is chosen stays chosen, and all has a name.

#include "app/desktop/save_file.h"
#include "gis/platform/file_error.h"
#include "tests/app/desktop/sample_window.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QTimer>

namespace lommer::app {
namespace {

using Form = SampleWindow;

TEST_F(Form, KeepsTheChosenLayerWhenAnotherTakesItsPlace) {
    open({file("cbs/buurten.gpkg"), file("cbs/wijken.gpkg")});
    window().showAnalysis("zonal-statistics");
    RoleField* zones = window().analysis().form()->roleField("zones");
    const LayerId before = workspace().project().layers().back().id;
    ASSERT_NE(zones->chosen().front(), before);  // not what the form would choose by itself
    zones->choose(before);
    const LayerId after = workspace().replace(before, workspace().project().layers().back(),
                                              QStringLiteral("herstellen"));
    EXPECT_EQ(zones->chosen(), std::vector<LayerId>{after});
    workspace().undo().undo();
    EXPECT_EQ(zones->chosen(), std::vector<LayerId>{before});
    EXPECT_EQ(workspace().activeLayer(), before);
}

TEST_F(Form, HasAPlaceForEveryLayerThatARoleTakesAndOneThatIsFree) {
    window().showAnalysis("heat-stress");
    const RoleField* green = form()->roleField("green");
    const auto shown = [green] {
        int count = 0;
        for (const QComboBox* box : green->findChildren<QComboBox*>()) {
            count += box->isHidden() ? 0 : 1;
        }
        return count;
    };
    EXPECT_EQ(shown(), 1);
    const QString areas = file("bgt/bgt_begroeidterreindeel.gpkg");
    open({areas, areas, areas, areas, areas, areas});
    EXPECT_EQ(green->chosen().size(), 6U);
    EXPECT_EQ(shown(), 7);
    open({areas, areas, areas});
    EXPECT_EQ(green->chosen().size(), 8U);  // more it does not take
    EXPECT_EQ(shown(), 8);
    const LayerId before = green->chosen().back();
    auto* last = green->findChildren<QComboBox*>().back();
    last->setCurrentIndex(0);
    EXPECT_EQ(green->chosen().size(), 7U);
    EXPECT_EQ(shown(), 8);
}

TEST_F(Form, IsFilledInAsItWasForAResult) {
    const auto areas = town_ / "in/eigen gebieden.gpkg";
    std::filesystem::copy_file(town_ / "in/cbs/buurten.gpkg", areas);
    openResult(
        town_.run(
            "heat-stress", "nu",
            {"dsm=ahn/R_41AZ1.tif", "dtm=ahn/M_41AZ1.tif", "green=bgt/bgt_begroeidterreindeel.gpkg",
             "green=bgt/bgt_ondersteunendwegdeel.gpkg", "neighbourhoods=eigen gebieden.gpkg"},
            {{"hours", std::vector<double>{13.0}}, {"wall-faces", true}}),
        6);
    const LayerId result = workspace().activeLayer();
    const int before = project().count();
    window().resize(1300, 800);
    Q_EMIT window().origin().anchorClicked(QUrl(QStringLiteral("run:again")));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace().loader().isBusy(); }, kPatience));
    ASSERT_EQ(project().count(), before + 5) << said_.toStdString();
    // They are there to be calculated with: what was looked at stays in sight.
    EXPECT_EQ(workspace().activeLayer(), result);
    EXPECT_EQ(project().layers().front().origin->output, QStringLiteral("pet"));
    EXPECT_FALSE(window().analysis().visibleRegion().isEmpty());
    ASSERT_NE(form(), nullptr);
    EXPECT_EQ(form()->roleField("green")->chosen().size(), 2U);
    for (const char* role : {"dsm", "dtm", "green", "neighbourhoods"}) {
        for (const LayerId& id : form()->roleField(role)->chosen()) {
            EXPECT_FALSE(project().find(id)->isVisible);
        }
        EXPECT_FALSE(form()->roleField(role)->chosen().empty()) << role;
    }
    EXPECT_TRUE(form()->roleField("buildings")->chosen().empty());
    QTest::qWait(50);  // the form is laid out anew
    for (const QComboBox* box : form()->findChildren<QComboBox*>()) {
        EXPECT_TRUE(!box->isVisible() || box->height() >= box->sizeHint().height())
            << box->accessibleName().toStdString();
    }
    const RunOrder order = form()->order();
    EXPECT_EQ(order.parameters.at("hours"), core::ParameterValue(std::vector<double>{13.0}));
    EXPECT_EQ(order.parameters.at("wall-faces"), core::ParameterValue(true));
    EXPECT_EQ(order.parameters.size(), 2U);
    EXPECT_TRUE(form()->parameterField("wall-faces")->isVisibleTo(form()));  // unfolded
    // Once more: all is there by now.
    Q_EMIT window().origin().anchorClicked(QUrl(QStringLiteral("run:again")));
    EXPECT_FALSE(workspace().loader().isBusy());
    EXPECT_EQ(project().count(), before + 5);
    EXPECT_EQ(form()->order().inputs.size(), 5U);
}

TEST_F(Form, SaysWhichDataOfThenAreGone) {
    const auto areas = town_ / "in/eigen gebieden.gpkg";
    std::filesystem::copy_file(town_ / "in/cbs/buurten.gpkg", areas);
    openResult(town_.run("zonal-statistics", "nu",
                         {"zones=eigen gebieden.gpkg", "values=ahn/M_41AZ1.tif"}),
               1);
    std::filesystem::remove(areas);
    open({file("cbs/wijken.gpkg")});
    workspace().setActiveLayer(project().layers().back().id);  // the result
    ASSERT_TRUE(project().layers().back().origin);
    Q_EMIT window().origin().anchorClicked(QUrl(QStringLiteral("run:again")));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace().loader().isBusy(); }, kPatience));
    EXPECT_TRUE(said_.contains(QStringLiteral("eigen gebieden.gpkg"))) << said_.toStdString();
    EXPECT_TRUE(said_.contains(QStringLiteral("kies andere"))) << said_.toStdString();
    // What is there is filled in; nothing else takes the place of what is gone.
    EXPECT_EQ(form()->roleField("values")->chosen().size(), 1U);
    EXPECT_TRUE(form()->roleField("zones")->chosen().empty());
}

TEST_F(Form, LetsTheCommandLineOfAResultBeCopied) {
    const auto record =
        town_.run("zonal-statistics", "nu", {"zones=cbs/buurten.gpkg", "values=ahn/M_41AZ1.tif"});
    openResult(record, 1);
    Q_EMIT window().origin().anchorClicked(QUrl(QStringLiteral("run:command")));
    const QString line = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(line.startsWith(QStringLiteral("lommer-cli run zonal-statistics --input ")))
        << line.toStdString();
    EXPECT_TRUE(line.contains(QStringLiteral("zones=") + file("cbs/buurten.gpkg")))
        << line.toStdString();
    EXPECT_TRUE(line.endsWith(QStringLiteral("--output zonal-statistics-opnieuw")))
        << line.toStdString();
}

TEST_F(Form, LeavesTheKeyHomeToWhoTypes) {
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    open({file("cbs/buurten.gpkg")});
    window().showAnalysis("heat-stress");
    MapCanvas& map = window().map();
    map.zoomBy(4.0);
    const MapView view = map.view();
    for (QWidget* field : std::initializer_list<QWidget*>{
             form()->parameterField("resolution")->focusProxy(), window().origin().viewport(),
             window().layers().list(), &window().origin()}) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Home);
        EXPECT_EQ(map.view(), view) << field->metaObject()->className();
    }
    auto* line = qobject_cast<QLineEdit*>(form()->parameterField("resolution")->focusProxy());
    ASSERT_NE(line, nullptr);
    line->setText(QStringLiteral("12,5"));
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Home);
    EXPECT_EQ(line->cursorPosition(), 0);
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Home);
    EXPECT_NE(map.view(), view);
}

TEST_F(Form, GivesEveryFieldANameForWhoHearsTheScreen) {
    for (const auto& analysis : environment().catalogue().analyses()) {
        const core::AnalysisDeclaration& declaration = analysis->declaration();
        window().showAnalysis(declaration.id);
        ASSERT_NE(form(), nullptr);
        for (const core::ParameterDeclaration& parameter : declaration.parameters) {
            if (parameter.kind != core::ParameterKind::boolean) {  // says its name itself
                EXPECT_EQ(form()->parameterField(parameter.id)->focusProxy()->accessibleName(),
                          program_.workspace().language().texts().parameterLabel(declaration.id,
                                                                                 parameter.id));
            }
        }
    }
}

TEST_F(Form, LetsTheKeyboardSelectSeveralRows) {
    open({file("bag/pand.gpkg")});
    window().showTable();
    QTableView* view = window().table().view();
    ASSERT_TRUE(QTest::qWaitFor([view] { return view->hasFocus(); }, kPatience));
    view->setCurrentIndex(window().table().model()->index(0, 0));
    const auto rows = [this] { return workspace().selection().rows(); };
    QTest::keyClick(view, Qt::Key_Down);
    EXPECT_EQ(rows(), (std::vector<std::int64_t>{1}));
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(rows(), (std::vector<std::int64_t>{1, 2, 3}));
    view->selectionModel()->setCurrentIndex(window().table().model()->index(2, 0),
                                            QItemSelectionModel::NoUpdate);
    workspace().select(workspace().activeLayer(), {1, 2, 3}, false);
    QTest::keyClick(view, Qt::Key_Space, Qt::ControlModifier);
    EXPECT_EQ(rows(), (std::vector<std::int64_t>{1, 3}));
}

TEST_F(Form, AsksBeforeItSavesOverAFile) {
    const QString folder = QString::fromStdString(gis::utf8((town_ / "in")));
    QSettings().setValue(QStringLiteral("pageFolder"), folder);
    gis::writeTextFile((town_ / "in") / "kaart.pdf", "van iemand anders");
    bool wasAsked = false;
    QTimer::singleShot(0, qApp, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        ASSERT_NE(dialog, nullptr);
        dialog->selectFile(QStringLiteral("kaart"));
        QTimer::singleShot(0, qApp, [&] {
            auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            wasAsked = question != nullptr;
            if (wasAsked) {
                question->reject();
            }
        });
        static_cast<QDialog*>(dialog)->accept();
        dialog->reject();
    });
    EXPECT_EQ(chosenSaveFile(&window(), {}, QStringLiteral("kaartpagina"), QStringLiteral("pdf")),
              QString());
    EXPECT_TRUE(wasAsked);
    QTimer::singleShot(0, qApp, [] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        ASSERT_NE(dialog, nullptr);
        dialog->selectFile(QStringLiteral("nieuw"));
        static_cast<QDialog*>(dialog)->accept();
    });
    EXPECT_EQ(chosenSaveFile(&window(), {}, QStringLiteral("kaartpagina"), QStringLiteral("pdf")),
              folder + QStringLiteral("/nieuw.pdf"));
}

}  // namespace
}  // namespace lommer::app
