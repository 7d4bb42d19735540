// Clicks through the window without a display: files in, a run from the form, map, chart, page.

#include "app/desktop/sample_dialog.h"
#include "gis/platform/file_error.h"
#include "tests/app/desktop/sample_window.h"

#include <qcustomplot.h>

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QUrl>
#include <fstream>
#include <set>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

class Desktop : public SampleWindow {
protected:
    fs::path results() const { return town_ / "resultaten"; }
    void openBoth() { open({file("cbs/buurten.gpkg"), file("ahn/R_41AZ1.tif")}); }
    void runZonalStatistics() {
        openBoth();
        window().showAnalysis("zonal-statistics");
        calculate();
        ASSERT_EQ(project().count(), 3) << said_.toStdString();
    }
    const Layer& result() { return project().layers().front(); }
};

/// The texts of all menus, for a look at the language.
QStringList menuTexts(const QMenuBar& bar) {
    QStringList texts;
    for (const QAction* action : bar.actions()) {
        texts << action->text().remove(QLatin1Char('&'));
    }
    return texts;
}

TEST_F(Desktop, OpensFilesOnMapListAndLegend) {
    openBoth();
    EXPECT_EQ(window().layers().list()->model()->rowCount(), 2);
    ASSERT_TRUE(QTest::qWaitFor([this] { return window().legend().sections().size() == 2U; }));
    const core::Bounds seen = window().map().view().bounds();
    for (const Layer& layer : project().layers()) {
        EXPECT_EQ(intersection(seen, layer.data.bounds()), layer.data.bounds());
    }
}

TEST_F(Desktop, ShortensLongNamesInTheListOfLayers) {
    open({file("cbs/buurten.gpkg")});
    const QListView* list = window().layers().list();
    list->model()->setData(list->model()->index(0, 0), QString(300, QLatin1Char('x')),
                           Qt::EditRole);
    QTest::qWait(10);
    EXPECT_EQ(list->horizontalScrollBar()->maximum(), 0);
    EXPECT_LE(list->visualRect(list->model()->index(0, 0)).right(), list->viewport()->width());
}

TEST_F(Desktop, PutsCellsFromAFileBelowTheFeatures) {
    openBoth();
    EXPECT_TRUE(project().layers().front().data.table != nullptr);
    EXPECT_TRUE(project().layers().back().data.raster != nullptr);
}

TEST_F(Desktop, StartsWithoutAnAnalysisAndWithNothingToUndo) {
    EXPECT_EQ(window().analysis().form(), nullptr);
    EXPECT_TRUE(window().analysis().startButton()->isHidden());
    const QAction* undo = window().menuBar()->actions().at(1)->menu()->actions().front();
    EXPECT_FALSE(undo->isEnabled());
    EXPECT_EQ(undo->text(), QStringLiteral("Ongedaan maken"));
    openBoth();
    EXPECT_TRUE(undo->isEnabled());
    EXPECT_EQ(
        undo->text(),
        QStringLiteral("Ongedaan maken: laag ‘Hoogte met bomen en gebouwen (R_41AZ1)’ toevoegen"));
}

TEST_F(Desktop, KeepsAFailureInSightWhenMoreIsSaid) {
    workspace().open({file("niets.tif"), file("cbs/buurten.gpkg")});
    ASSERT_TRUE(QTest::qWaitFor([this] { return project().count() == 1; }, kPatience));
    Q_EMIT workspace().reported({Message::Weight::noted, QStringLiteral("Een opmerking."), {}});
    EXPECT_TRUE(window().messages().text().contains(QStringLiteral("niets.tif")));
    EXPECT_TRUE(window().messages().text().contains(QStringLiteral("Een opmerking.")));
    workspace().beginAction();
    EXPECT_FALSE(window().messages().isVisible());
}

TEST_F(Desktop, OpensWhatIsDropped) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file("cbs/buurten.gpkg"))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &drop);
    EXPECT_TRUE(QTest::qWaitFor([this] { return project().count() == 1; }, kPatience));
}

TEST_F(Desktop, CopiesRowsOnlyAsFarAsTheyAreForEveryone) {
    std::ofstream(town_ / "in" / "clienten.csv")
        << "kenmerk;soort;x;y\n111222333;a;200010;450010\n123456782;b;200020;450020\n";
    std::ofstream(town_ / "in" / "banken.csv")
        << "nummer;lengte;x;y\n1;1,5;200010;450010\n2;2;200020;450020\n";
    QGuiApplication::clipboard()->setText(QStringLiteral("wat er stond"));
    const auto copyFirstRow = [this](const char* name, int count) {
        workspace().open({file(name)});
        ASSERT_TRUE(QTest::qWaitFor([&] { return project().count() == count; }, kPatience));
        for (const Layer& layer : project().layers()) {
            if (layer.name.contains(QString::fromLatin1(name).section(QLatin1Char('.'), 0, 0))) {
                workspace().select(layer.id, {0}, false);
            }
        }
        QTest::keySequence(window().table().view(), QKeySequence::Copy);
    };
    copyFirstRow("clienten.csv", 1);
    EXPECT_TRUE(said_.contains(QStringLiteral("kenmerk"))) << said_.toStdString();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("wat er stond"));
    copyFirstRow("banken.csv", 2);
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              QStringLiteral("nummer\tlengte\tx\ty\n1\t1,5\t200010\t450010\n"));
}

TEST_F(Desktop, SaysWhyAFileCannotBeOpened) {
    workspace().open({file("niets.tif")});
    ASSERT_TRUE(QTest::qWaitFor([this] { return !said_.isEmpty(); }, kPatience));
    EXPECT_TRUE(said_.contains(QStringLiteral("niets.tif"))) << said_.toStdString();
    EXPECT_TRUE(window().messages().isVisible());
}

TEST_F(Desktop, ShowsTheResultOfTheFormOnMapLegendAndChart) {
    runZonalStatistics();
    ASSERT_TRUE(result().origin.has_value());
    EXPECT_TRUE(fs::exists(results() / "001-zonal-statistics" / "run.json"));
    EXPECT_EQ(workspace().activeLayer(), result().id);
    EXPECT_TRUE(said_.startsWith(QStringLiteral("Klaar in "))) << said_.toStdString();
    ASSERT_TRUE(QTest::qWaitFor([this] { return window().legend().sections().size() == 3U; }));
    EXPECT_TRUE(
        window().legend().sections().front().title.startsWith(QStringLiteral("Gemiddelde")));
    EXPECT_GT(window().legend().sections().front().items.size(), 1U);
    ASSERT_TRUE(window().chart().hasChart());
    QCustomPlot* plot = window().chart().view()->plot();
    EXPECT_GT(plot->plottableCount(), 1);
    const core::Column& means = result().data.table->columnNamed("mean");
    double sum = 0.0;
    for (std::int64_t row = 0; row < result().data.table->rowCount(); ++row) {
        sum += means.numberAt(row);
    }
    const auto* line = qobject_cast<QCPItemStraightLine*>(plot->item(0));
    ASSERT_NE(line, nullptr);
    EXPECT_NEAR(line->point1->key(), sum / static_cast<double>(result().data.table->rowCount()),
                1e-9);
    // As many bars as there is room for, not only the first.
    ASSERT_TRUE(QTest::qWaitFor([plot] { return plot->axisRect()->height() > 60; }));
    EXPECT_TRUE(QTest::qWaitFor([plot] { return plot->yAxis->range().size() > 2.0; }));
}

TEST_F(Desktop, SelectsTheSameAreaOnMapAndChart) {
    runZonalStatistics();
    const Layer layer = result();
    const std::int64_t row = layer.data.table->rowCount() / 2;
    const core::Bounds bounds = layer.data.index->boundsOf(row);
    const core::Point middle{(bounds.xmin + bounds.xmax) / 2.0, (bounds.ymin + bounds.ymax) / 2.0};
    MapCanvas& map = window().map();
    const auto found = layer.data.index->rowAt(middle, 0.0);
    ASSERT_TRUE(found.has_value());
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.view().toScreen(middle).toPoint());
    EXPECT_EQ(workspace().selection().layer(), layer.id);
    EXPECT_EQ(workspace().selection().rows(), std::vector<std::int64_t>{*found});
    const auto drawn = mapLayersOf(project(), workspace().selection());
    EXPECT_EQ(drawn.back().selectedRows, std::vector<std::int64_t>{*found});

    QCustomPlot* plot = window().chart().view()->plot();
    const QPoint first(plot->axisRect()->center().x(),
                       static_cast<int>(plot->yAxis->coordToPixel(0.0)));
    QTest::mouseClick(plot, Qt::LeftButton, {}, first);
    const auto bars = rankedBars(*layer.data.table, QStringLiteral("mean"), {}, layer.style);
    EXPECT_EQ(workspace().selection().rows(), std::vector<std::int64_t>{bars.front().row});
}

TEST_F(Desktop, ShowsTheTableOfTheResultAndSelectsFromIt) {
    runZonalStatistics();
    window().showTable();
    TableModel* model = window().table().model();
    ASSERT_NE(model, nullptr);
    EXPECT_EQ(model->rowCount(), static_cast<int>(result().data.table->rowCount()));
    QTableView* view = window().table().view();
    const auto click = [&](int place, Qt::KeyboardModifiers modifiers) {
        const QPoint middle = view->visualRect(model->index(place, 0)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, middle);
    };
    click(1, {});
    EXPECT_EQ(workspace().selection().layer(), result().id);
    EXPECT_EQ(workspace().selection().rows(), std::vector<std::int64_t>{1});
    const QHeaderView* head = view->horizontalHeader();
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                      QPoint(head->sectionViewportPosition(0) + 20, head->height() / 2));
    ASSERT_TRUE(QTest::qWaitFor([head] { return head->sortIndicatorSection() == 0; }));
    EXPECT_EQ(workspace().selection().rows(), std::vector<std::int64_t>{1});
    view->sortByColumn(-1, Qt::AscendingOrder);
    workspace().select(result().id, {0}, false);  // as the map would
    EXPECT_TRUE(model->data(model->index(0, 0), Qt::BackgroundRole).isValid());
    EXPECT_FALSE(model->data(model->index(1, 0), Qt::BackgroundRole).isValid());
    workspace().setActiveLayer(project().layers().back().id);  // cells
    EXPECT_EQ(window().table().model(), nullptr);
}

TEST_F(Desktop, SaysWhereAResultComesFrom) {
    runZonalStatistics();
    for (const char* section : {"data", "method", "remarks", "origin"}) {
        Q_EMIT window().origin().anchorClicked(
            QUrl(QLatin1String("fold:") + QLatin1String(section)));
    }
    const QString text = window().origin().toPlainText();
    for (const char* part : {"Opmerkingen (", "Gebruikte gegevens", "buurten", "R_41AZ1",
                             "Mediaan berekenen: nee", "Lommer ", "Zo is het berekend"}) {
        EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part << text.toStdString();
    }
    workspace().setActiveLayer(project().layers().back().id);
    EXPECT_TRUE(window().origin().toPlainText().contains(QStringLiteral("Celgrootte: 1 m")))
        << window().origin().toPlainText().toStdString();
}

TEST_F(Desktop, TakesAResultBackAndPutsItThereAgain) {
    runZonalStatistics();
    workspace().undo().undo();
    EXPECT_EQ(project().count(), 2);
    EXPECT_FALSE(workspace().active()->origin.has_value());
    workspace().undo().redo();
    EXPECT_EQ(project().count(), 3);
    EXPECT_TRUE(result().origin.has_value());
}

TEST_F(Desktop, StopsARunAndLeavesNothing) {
    openBoth();
    window().showAnalysis("zonal-statistics");
    QTest::mouseClick(window().analysis().startButton(), Qt::LeftButton);
    ASSERT_TRUE(window().analysis().stopButton()->isVisible());
    EXPECT_EQ(window().focusWidget(), window().analysis().stopButton());
    QTest::mouseClick(window().analysis().stopButton(), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace().runner().isRunning(); }, kPatience));
    EXPECT_EQ(said_, QStringLiteral("Gestopt. Er is niets opgeslagen."));
    EXPECT_EQ(window().focusWidget(), window().analysis().startButton());
    EXPECT_EQ(project().count(), 2);
    EXPECT_FALSE(fs::exists(results() / "001-zonal-statistics"));
}

TEST_F(Desktop, WaitsForARunToStopBeforeItCloses) {
    openBoth();
    window().showAnalysis("zonal-statistics");
    QTest::mouseClick(window().analysis().startButton(), Qt::LeftButton);
    EXPECT_FALSE(window().close());
    ASSERT_TRUE(QTest::qWaitFor([this] { return !window().isVisible(); }, kPatience));
    EXPECT_FALSE(fs::exists(results() / "001-zonal-statistics"));
}

TEST_F(Desktop, SaysWhatTheFormStillNeeds) {
    window().showAnalysis("zonal-statistics");
    QTest::mouseClick(window().analysis().startButton(), Qt::LeftButton);
    EXPECT_FALSE(workspace().runner().isRunning());
    EXPECT_TRUE(said_.contains(QStringLiteral("ontbreekt nog"))) << said_.toStdString();
    const AnalysisForm* form = window().analysis().form();
    EXPECT_TRUE(form->roleField("zones")->isAncestorOf(window().focusWidget()));
}

TEST_F(Desktop, MakesAFormForEveryAnalysisWithAFieldForEverySetting) {
    openBoth();
    for (const auto& analysis : environment().catalogue().analyses()) {
        const core::AnalysisDeclaration& declaration = analysis->declaration();
        window().showAnalysis(declaration.id);
        AnalysisForm* form = window().analysis().form();
        ASSERT_NE(form, nullptr);
        for (const core::RoleDeclaration& role : declaration.roles) {
            EXPECT_NE(form->roleField(role.id), nullptr) << declaration.id << ' ' << role.id;
        }
        for (const core::ParameterDeclaration& parameter : declaration.parameters) {
            ParameterField* field = form->parameterField(parameter.id);
            ASSERT_NE(field, nullptr) << declaration.id << ' ' << parameter.id;
            if (declaration.definitions.empty()) {
                EXPECT_EQ(field->value(), parameter.defaultValue)
                    << declaration.id << ' ' << parameter.id;
            }
        }
    }
}

TEST_F(Desktop, SavesThePageAsPdfAndAsImage) {
    runZonalStatistics();
    const fs::path pdf = town_ / "kaart.pdf";
    const fs::path png = town_ / "kaart.png";
    for (const fs::path& path : {pdf, png}) {
        said_.clear();
        window().savePageAs(QString::fromStdString(gis::utf8(path)));
        ASSERT_TRUE(QTest::qWaitFor([this] { return !said_.isEmpty(); }, kPatience));
        EXPECT_TRUE(said_.contains(QString::fromStdString(gis::utf8(path.filename()))));
    }
    EXPECT_EQ(gis::readTextFile(pdf).substr(0, 5), "%PDF-");
    const QImage image(QString::fromStdString(gis::utf8(png)));
    ASSERT_GT(image.width(), 2000);  // A4 at 300 dots per inch
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 20) {
        for (int x = 0; x < image.width(); x += 20) {
            colours.insert(image.pixel(x, y));
        }
    }
    EXPECT_GT(colours.size(), 5U);
}

TEST_F(Desktop, ChangesLanguageAndKeepsWhatWasOpen) {
    openBoth();
    EXPECT_TRUE(menuTexts(*window().menuBar()).contains(QStringLiteral("Bestand")));
    EXPECT_EQ(window().analysis().startButton()->text(), QStringLiteral("Berekenen"));
    program_.setLanguage(Language::en);
    EXPECT_TRUE(menuTexts(*window().menuBar()).contains(QStringLiteral("File")));
    EXPECT_EQ(window().analysis().startButton()->text(), QStringLiteral("Calculate"));
    EXPECT_EQ(window().layers().list()->model()->rowCount(), 2);
    program_.setLanguage(Language::nl);
}

TEST_F(Desktop, ClearsAwayWhatAKilledRunHasLeft) {
    fs::create_directories(results() / "001-buffer" / ".partial-dead");
    runZonalStatistics();
    EXPECT_FALSE(fs::exists(results() / "001-buffer"));
}

TEST_F(Desktop, NumbersTheFoldersOfResults) {
    EXPECT_EQ(nextResultFolder(results(), "buffer"), results() / "001-buffer");
    fs::create_directories(results() / "007-clip");
    fs::create_directories(results() / "iets anders");
    EXPECT_EQ(nextResultFolder(results(), "buffer"), results() / "008-buffer");
}

TEST_F(Desktop, MakesASampleMunicipalityAndOpensIt) {
    QSettings().setValue(QStringLiteral("sampleFolder"), file("made"));
    SampleDialog* dialog = window().showSampleDialog();
    EXPECT_EQ(dialog->folder()->text(), file("made"));
    QTest::mouseClick(dialog->makeButton(), Qt::LeftButton);
    EXPECT_TRUE(dialog->isMaking());
    dialog->reject();  // stops it
    ASSERT_TRUE(QTest::qWaitFor([dialog] { return !dialog->isMaking(); }, kPatience));
    EXPECT_TRUE(QDir(file("made/voorbeeldgemeente 1 km2")).isEmpty());
    EXPECT_FALSE(dialog->said()->text().isEmpty());
    EXPECT_TRUE(dialog->cancelButton()->isEnabled());
    QTest::mouseClick(dialog->makeButton(), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor(
        [this] { return project().count() > 10 && !workspace().loader().isBusy(); }, kPatience))
        << said_.toStdString();
    EXPECT_TRUE(QFileInfo::exists(file("made/voorbeeldgemeente 1 km2/bgt/bgt_wegdeel.gpkg")));
}

}  // namespace
}  // namespace lommer::app
