// The form of an analysis and the keyboard: what is chosen stays chosen, and all has a name.

#include "app/composition/sample_service.h"
#include "app/desktop/desktop_program.h"
#include "app/desktop/save_file.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QTimer>

namespace lommer::app {
namespace {

constexpr int kPatience = 60000;  // milliseconds; a sanitizer is slow

class Form : public testing::Test {
protected:
    Form()
        : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache"}),
          program_(environment_, Language::nl, folder_.path() / "resultaten") {
        writeSample(
            {.folder = folder_.path() / "in", .areaSquareKilometres = 0.04, .cellMetres = 1.0},
            core::Progress());
    }
    Workspace& workspace() { return program_.workspace(); }
    MainWindow& window() { return program_.window(); }
    QString file(const char* name) const {
        return QString::fromStdString(gis::utf8(folder_.path() / "in" / name));
    }
    void open(const QStringList& files) {
        workspace().open(files);
        ASSERT_TRUE(QTest::qWaitFor(
            [&] {
                return workspace().project().count() == files.size() &&
                       !workspace().loader().isBusy();
            },
            kPatience));
    }

    test::TemporaryFolder folder_;
    Environment environment_;
    DesktopProgram program_;
};

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

TEST_F(Form, GivesEveryFieldANameForWhoHearsTheScreen) {
    for (const auto& analysis : environment_.catalogue().analyses()) {
        const core::AnalysisDeclaration& declaration = analysis->declaration();
        window().showAnalysis(declaration.id);
        const AnalysisForm* form = window().analysis().form();
        ASSERT_NE(form, nullptr);
        for (const core::ParameterDeclaration& parameter : declaration.parameters) {
            if (parameter.kind != core::ParameterKind::boolean) {  // says its name itself
                EXPECT_EQ(form->parameterField(parameter.id)->focusProxy()->accessibleName(),
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
    const QString folder = QString::fromStdString(gis::utf8(folder_.path()));
    QSettings().setValue(QStringLiteral("pageFolder"), folder);
    gis::writeTextFile(folder_.path() / "kaart.pdf", "van iemand anders");
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
