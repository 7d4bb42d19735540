// The start page: questions found, cards that know what data there are, the keyboard, what was
// opened before.

#include "app/desktop/start_page.h"

#include "app/composition/sample_service.h"
#include "app/desktop/desktop_program.h"
#include "app/desktop/drop_box.h"
#include "app/desktop/recent_list.h"
#include "app/desktop/recent_places.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTest>

namespace lommer::app {
namespace {

constexpr int kPatience = 60000;  // milliseconds; a sanitizer is slow

class Start : public testing::Test {
protected:
    Start()
        : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache",
                                            .questionFolder = ownQuestions()}),
          program_(environment_, Language::nl, folder_.path() / "resultaten") {
        writeSample(
            {.folder = folder_.path() / "in", .areaSquareKilometres = 0.04, .cellMetres = 1.0},
            core::Progress());
    }
    void SetUp() override {
        QSettings().remove(QStringLiteral("recent"));
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    }
    std::filesystem::path ownQuestions() const {
        const auto folder = folder_.path() / "vragen";
        std::filesystem::create_directories(folder);
        gis::writeTextFile(folder / "kapot.json", "{");
        return folder;
    }
    Workspace& workspace() { return program_.workspace(); }
    MainWindow& window() { return program_.window(); }
    StartPage& start() { return window().start(); }
    const std::vector<QuestionCard*>& cards() { return start().questions()->shown(); }
    QString file(const char* name) const {
        return QString::fromStdString(gis::utf8(folder_.path() / "in" / name));
    }
    void open(const QStringList& files) {
        const int before = workspace().project().count();
        workspace().open(files);
        ASSERT_TRUE(QTest::qWaitFor(
            [&] {
                return workspace().project().count() == before + files.size() &&
                       !workspace().loader().isBusy();
            },
            kPatience));
    }
    QuestionCard* card(const char* analysis) {
        const auto found = std::find_if(
            cards().begin(), cards().end(),
            [analysis](const QuestionCard* one) { return one->question().analysis == analysis; });
        return found == cards().end() ? nullptr : *found;
    }

    test::TemporaryFolder folder_;
    Environment environment_;
    DesktopProgram program_;
};

TEST_F(Start, IsThereByItselfWhileTheProjectIsEmpty) {
    EXPECT_TRUE(window().isAtStart());
    EXPECT_TRUE(start().isVisible());
    EXPECT_FALSE(window().layers().isVisible());
    EXPECT_TRUE(start().search()->hasFocus());
    EXPECT_TRUE(start().mapButton()->isHidden());
    EXPECT_FALSE(cards().empty());
    open({file("cbs/buurten.gpkg")});
    EXPECT_FALSE(window().isAtStart());
    EXPECT_TRUE(window().layers().isVisible());
    workspace().undo().undo();
    EXPECT_TRUE(window().isAtStart());
}

TEST_F(Start, ComesBackWhenAskedForAndLeavesThePanelsAsTheyWere) {
    open({file("cbs/buurten.gpkg")});
    auto* table = window().findChild<QDockWidget*>(QStringLiteral("table"));
    table->hide();
    window().showStart();
    EXPECT_TRUE(window().isAtStart());
    EXPECT_FALSE(window().legend().isVisible());
    ASSERT_FALSE(start().mapButton()->isHidden());
    QTest::mouseClick(start().mapButton(), Qt::LeftButton);
    EXPECT_FALSE(window().isAtStart());
    EXPECT_TRUE(window().legend().isVisible());
    EXPECT_TRUE(table->isHidden());
}

TEST_F(Start, SaysWhichDataArePresentAndHowLongItTakes) {
    QuestionCard* hot = card("heat-stress");
    ASSERT_NE(hot, nullptr);
    EXPECT_FALSE(hot->state().isReady());
    EXPECT_EQ(hot->state().missing, (std::vector<std::string>{"dsm", "dtm"}));
    EXPECT_TRUE(hot->shownState().startsWith(QStringLiteral("✗ Ontbreekt: Hoogte met bomen")));
    EXPECT_FALSE(hot->shownState().contains(QStringLiteral("Duur")));
    EXPECT_EQ(hot->accessibleDescription(), hot->shownState());
    EXPECT_TRUE(hot->accessibleName().startsWith(
        QStringLiteral("Waar voelt het op een hete dag te warm aan? Analyse: Hittestress")));
    open({file("ahn/R_41AZ1.tif"), file("ahn/M_41AZ1.tif"), file("cbs/buurten.gpkg")});
    EXPECT_TRUE(hot->state().isReady());
    EXPECT_EQ(hot->state().presentOptional, (std::vector<std::string>{"neighbourhoods"}));
    const std::int64_t cells = 200 * 200;
    ASSERT_TRUE(hot->state().seconds.has_value());
    EXPECT_NEAR(*hot->state().seconds, static_cast<double>(cells) / hot->question().time->perSecond,
                1e-3);
    EXPECT_TRUE(hot->shownState().endsWith(QStringLiteral("Duur: minder dan 10 seconden")))
        << hot->shownState().toStdString();
}

TEST_F(Start, FindsQuestionsAndSaysWhatToDoWhereItFindsNone) {
    const std::size_t first = cards().size();
    QTest::keyClicks(start().search(), QStringLiteral("gevoelstemp"));
    ASSERT_EQ(cards().size(), 1U);
    EXPECT_EQ(cards().front()->question().analysis, "heat-stress");
    EXPECT_TRUE(start().nothing()->isHidden());
    EXPECT_FALSE(start().dropBox()->isVisible());
    start().search()->setText(QStringLiteral("xyzzy"));
    EXPECT_TRUE(cards().empty());
    EXPECT_EQ(start().nothing()->text(),
              QStringLiteral("Niets gevonden voor ‘xyzzy’. Zoek op een ander woord of bekijk "
                             "alle vragen."));
    EXPECT_TRUE(start().nothing()->isVisible());
    QTest::mouseClick(start().allButton(), Qt::LeftButton);
    EXPECT_TRUE(start().search()->text().isEmpty());
    EXPECT_GT(cards().size(), first);
    EXPECT_EQ(cards().size(), environment_.catalogue().analyses().size());
}

TEST_F(Start, IsWalkedThroughWithTheKeyboard) {
    QTest::keyClick(start().search(), Qt::Key_Down);
    ASSERT_TRUE(cards()[0]->hasFocus());
    QTest::keyClick(cards()[0], Qt::Key_Right);
    ASSERT_TRUE(cards()[1]->hasFocus());
    QTest::keyClick(cards()[1], Qt::Key_Left);
    ASSERT_TRUE(cards()[0]->hasFocus());
    QTest::keyClick(cards()[0], Qt::Key_Up);
    EXPECT_TRUE(start().search()->hasFocus());
    cards()[1]->setFocus();
    QTest::keyClick(cards()[1], Qt::Key_S);  // typing means the search box, and no tool of the map
    EXPECT_TRUE(start().search()->hasFocus());
    QTest::keyClicks(start().search(), QStringLiteral("chaduw"));
    EXPECT_EQ(start().search()->text(), QStringLiteral("schaduw"));
    QTest::keyClick(start().search(), Qt::Key_Escape);
    EXPECT_TRUE(start().search()->text().isEmpty());
    cards()[0]->setFocus();
    QTest::keyClick(cards()[0], Qt::Key_Return);
    EXPECT_FALSE(window().isAtStart());
    EXPECT_NE(window().analysis().form(), nullptr);
}

TEST_F(Start, OpensTheFormWithWhatIsMissingAndHowToGetIt) {
    QTest::mouseClick(card("heat-stress"), Qt::LeftButton);
    EXPECT_FALSE(window().isAtStart());
    const AnalysisForm* form = window().analysis().form();
    ASSERT_NE(form, nullptr);
    const RoleField* surface = form->roleField("dsm");
    EXPECT_EQ(form->firstUnfilled(), surface);
    EXPECT_TRUE(surface->isAncestorOf(window().focusWidget()));
    bool isSaid = false;
    for (const QLabel* label : surface->findChildren<QLabel*>()) {
        isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("AHN")));
    }
    EXPECT_TRUE(isSaid);
}

TEST_F(Start, RemembersWhatWasOpenedAndSaysWhatIsGone) {
    open({file("cbs/buurten.gpkg")});
    open({file("cbs/wijken.gpkg")});
    ASSERT_EQ(recentPlaces().size(), 2U);
    EXPECT_EQ(recentPlaces().front().path, file("cbs/wijken.gpkg"));
    rememberPlace({file("weg/run.json"), QStringLiteral("heat-stress")});
    window().showStart();
    const auto lines = [this] {
        QStringList texts;
        for (const QLabel* label : start().recent()->findChildren<QLabel*>()) {
            texts << label->text();
        }
        return texts;
    };
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            return lines().contains(
                QStringLiteral("Hittestress – resultaat ‘weg’, niet meer gevonden"));
        },
        kPatience))
        << lines().join(QLatin1Char('\n')).toStdString();
    EXPECT_TRUE(lines().contains(QStringLiteral("<a href=\"open\">wijken.gpkg – cbs</a>")));
    Q_EMIT start().recent()->wanted(file("cbs/wijken.gpkg"));
    EXPECT_TRUE(QTest::qWaitFor([this] { return workspace().project().count() == 3; }, kPatience));
}

TEST_F(Start, ShowsQuestionsInThePanelWhileNoAnalysisIsChosen) {
    open({file("ahn/R_41AZ1.tif")});
    QuestionList* list = window().analysis().questions();
    ASSERT_NE(list, nullptr);
    const auto shade =
        std::find_if(list->shown().begin(), list->shown().end(),
                     [](const QuestionCard* one) { return one->question().analysis == "shade"; });
    ASSERT_NE(shade, list->shown().end());
    EXPECT_TRUE((*shade)->state().isReady());
    (*shade)->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return window().analysis().form() != nullptr; }));
    EXPECT_EQ(window().analysis().chosen(), "shade");
    EXPECT_EQ(window().analysis().questions(), nullptr);
    EXPECT_EQ(window().analysis().form()->firstUnfilled(), nullptr);
    EXPECT_TRUE(window().analysis().startButton()->hasFocus());
}

TEST_F(Start, ScrollsInsteadOfClippingInASmallWindow) {
    window().resize(420, 400);
    auto* scroll = start().findChild<QScrollArea*>();
    ASSERT_NE(scroll, nullptr);
    const auto isLaidOut = [&] {
        const auto list = cards();
        return scroll->horizontalScrollBar()->maximum() == 0 &&
               scroll->verticalScrollBar()->maximum() > 0 &&
               std::all_of(list.begin(), list.end(), [](const QuestionCard* one) {
                   return one->height() >= one->heightForWidth(one->width());
               });
    };
    EXPECT_TRUE(QTest::qWaitFor(isLaidOut)) << scroll->horizontalScrollBar()->maximum();
    cards().back()->setFocus(Qt::TabFocusReason);
    const QRect seen(cards().back()->mapTo(scroll->viewport(), QPoint()), cards().back()->size());
    EXPECT_TRUE(scroll->viewport()->rect().intersects(seen));
}

TEST_F(Start, SaysWhichQuestionOfOnesOwnCannotBeRead) {
    EXPECT_TRUE(window().messages().text().contains(QStringLiteral("kapot.json")));
}

}  // namespace
}  // namespace lommer::app
