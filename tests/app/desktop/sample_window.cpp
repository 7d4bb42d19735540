#include "tests/app/desktop/sample_window.h"

#include "gis/platform/file_error.h"

#include <QPushButton>
#include <QSettings>
#include <QTest>

namespace lommer::app {

SampleWindow::SampleWindow() : program_(town_.environment(), Language::nl, town_ / "resultaten") {
    QObject::connect(&workspace(), &Workspace::reported, &workspace(),
                     [this](const Message& message) { said_ = message.text; });
}

SampleWindow::~SampleWindow() {
    QSettings().clear();
}

QString SampleWindow::file(const char* name) const {
    return shownPath(town_ / "in" / name);
}

void SampleWindow::open(const QStringList& files) {
    openAndWait(files, static_cast<int>(files.size()));
}

void SampleWindow::openResult(const std::filesystem::path& record, int layers) {
    openAndWait({shownPath(record)}, layers);
}

void SampleWindow::openAndWait(const QStringList& files, int layers) {
    const int wanted = project().count() + layers;
    workspace().open(files);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return project().count() == wanted && !workspace().loader().isBusy(); }, kPatience))
        << said_.toStdString();
    QTest::qWait(0);  // the window shows them
}

void SampleWindow::calculate() {
    QTest::mouseClick(window().analysis().startButton(), Qt::LeftButton);
    ASSERT_TRUE(workspace().runner().isRunning()) << said_.toStdString();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace().runner().isRunning(); }, kPatience));
}

}  // namespace lommer::app
