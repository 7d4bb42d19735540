// Drives the real window over the sample municipality and writes what README shows: the start page,
// a form, a result with its answer, the page for the council. Called by installer/screenshots.

#include "app/composition/sample_service.h"
#include "app/desktop/council_dialog.h"
#include "app/desktop/delivery_dialog.h"
#include "app/desktop/desktop_program.h"
#include "app/desktop/recent_places.h"
#include "gis/platform/file_error.h"

#include <QApplication>
#include <QFileInfo>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

namespace {

using namespace lommer::app;

constexpr int kPatience = 120000;  // milliseconds
constexpr QSize kWindow(1280, 800);
constexpr int kPageHeight = 1000;

/// Ends the program: a picture of something else than was meant would be worse than none.
void mustBe(bool isSo, const char* what) {
    if (!isSo) {
        std::cerr << "no screenshots: " << what << '\n';
        std::exit(1);
    }
}

bool isLike(QRgb a, QRgb b) {
    constexpr int kUnseen = 3;
    return std::abs(qRed(a) - qRed(b)) <= kUnseen && std::abs(qGreen(a) - qGreen(b)) <= kUnseen &&
           std::abs(qBlue(a) - qBlue(b)) <= kUnseen;
}

/// With 256 colours at the most, the most frequent first and none like another: a third of the
/// size, and nobody sees it.
QImage withFewColours(const QImage& picture) {
    constexpr qsizetype kColours = 256;
    const QImage whole = picture.convertToFormat(QImage::Format_RGB32);
    std::map<QRgb, int> counts;
    for (int y = 0; y < whole.height(); ++y) {
        for (int x = 0; x < whole.width(); ++x) {
            ++counts[whole.pixel(x, y)];
        }
    }
    std::vector<std::pair<int, QRgb>> ranked;
    for (const auto& [colour, count] : counts) {
        ranked.emplace_back(-count, colour);
    }
    std::sort(ranked.begin(), ranked.end());
    QList<QRgb> table;
    for (const auto& [count, colour] : ranked) {
        const bool isNew = std::none_of(table.begin(), table.end(), [like = colour](QRgb chosen) {
            return isLike(chosen, like);
        });
        if (isNew && table.size() < kColours) {
            table << colour;
        }
    }
    return whole.convertToFormat(QImage::Format_Indexed8, table, Qt::AvoidDither);
}

class Photographer {
public:
    Photographer(DesktopProgram& program, const QString& folder)
        : program_(program), folder_(folder) {
        window().setTheme(Theme::light);
        window().resize(kWindow);
        QTest::qWait(100);
    }

    void openDelivery(const QString& path) {
        window().openDropped({path});
        auto* dialog = window().findChild<DeliveryDialog*>();
        mustBe(dialog != nullptr, "no dialog for the delivery");
        mustBe(QTest::qWaitFor([dialog] { return !dialog->isBusy(); }, kPatience), "not read");
        dialog->addButton()->click();
        mustBe(QTest::qWaitFor(
                   [this] {
                       return workspace().project().count() > 0 && !workspace().loader().isBusy();
                   },
                   kPatience),
               "nothing opened");
        window().messages().clear();
    }

    void takeStart() {
        window().showStart();
        save(QStringLiteral("start.png"));
    }

    void takeForm() {
        window().showAnalysis("heat-stress");
        save(QStringLiteral("form.png"));
    }

    void takeResult() {
        window().analysis().startButton()->click();
        mustBe(QTest::qWaitFor([this] { return !workspace().runner().isRunning(); }, kPatience),
               "not computed");
        const Layer* result = workspace().active();
        mustBe(result != nullptr && result->origin.has_value(), "no result");
        window().messages().clear();
        QTest::qWait(100);
        Q_EMIT window().map().wholeWanted();
        save(QStringLiteral("result.png"));
    }

    void takeIdentified() {
        window().mapTools().actionOf(MapTool::identify)->trigger();
        // In a street, between the houses of the village.
        const MapView& view = window().map().view();
        QTest::mouseClick(&window().map(), Qt::LeftButton, Qt::NoModifier,
                          view.toScreen({220'381.0, 442'571.0}).toPoint());
        mustBe(QTest::qWaitFor([this] { return !window().identified().isBusy(); }, kPatience),
               "the place is not explained");
        save(QStringLiteral("identify.png"));
        window().mapTools().actionOf(MapTool::select)->trigger();
    }

    void takePage() {
        const QString whole = folder_ + QStringLiteral("/council-page.png");
        CouncilDialog* dialog = window().showCouncilPage();
        mustBe(dialog != nullptr, "no page");
        dialog->useHouseStyle(QStringLiteral(LOMMER_RESOURCES "/house_style/example.json"));
        QTest::qWait(300);
        mustBe(QTest::qWaitFor([dialog] { return !dialog->isDrawing(); }, kPatience),
               "the page is not drawn");
        write(dialog->grab().toImage(), folder_ + QStringLiteral("/council-dialog.png"));
        QSignalSpy saved(dialog, &CouncilDialog::saved);
        dialog->saveAs(whole);
        mustBe(saved.wait(kPatience), "the page is not saved");
        dialog->close();
        const QImage page(whole);
        mustBe(!page.isNull(), "the page is no picture");
        write(page.scaledToHeight(kPageHeight, Qt::SmoothTransformation), whole);
    }

private:
    Workspace& workspace() { return program_.workspace(); }
    MainWindow& window() { return program_.window(); }

    void save(const QString& name) {
        QTest::qWait(300);  // what was laid out anew
        mustBe(QTest::qWaitFor([this] { return !window().map().isDrawing(); }, kPatience),
               "the map does not end");
        QTest::qWait(300);
        write(window().grab().toImage(), folder_ + QLatin1Char('/') + name);
    }

    static void write(const QImage& picture, const QString& file) {
        constexpr int kSmallest = 0;  // quality of a PNG: how much it is compressed
        mustBe(withFewColours(picture).save(file, "PNG", kSmallest), "cannot write");
        std::cout << file.toStdString() << ' ' << QFileInfo(file).size() / 1000 << " kB\n";
    }

    DesktopProgram& program_;
    QString folder_;
};

}  // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    if (argc != 2) {
        std::cerr << "usage: lommer-screenshots DIR\n";
        return 2;
    }
    const QTemporaryDir place;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, place.path());
    QCoreApplication::setOrganizationName(QStringLiteral("Lommer"));
    QCoreApplication::setApplicationName(QStringLiteral("LommerScreenshots"));
    const Environment environment(Environment::Options{});
    const QString delivery = place.filePath(QStringLiteral("gegevens/voorbeeldgemeente"));
    writeSample({.folder = lommer::gis::pathFromUtf8(delivery.toStdString())},
                lommer::core::Progress());
    DesktopProgram program(
        environment, Language::nl,
        lommer::gis::pathFromUtf8(place.filePath(QStringLiteral("resultaten")).toStdString()));
    Photographer photographer(program, QString::fromLocal8Bit(argv[1]));
    photographer.openDelivery(delivery);
    photographer.takeStart();
    photographer.takeForm();
    photographer.takeResult();
    photographer.takeIdentified();
    photographer.takePage();
    return 0;
}
