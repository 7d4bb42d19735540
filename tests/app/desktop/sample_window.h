#pragma once

#include "app/desktop/desktop_program.h"
#include "tests/app/sample_town.h"

#include <gtest/gtest.h>

namespace lommer::app {

constexpr int kPatience = 120000;  // milliseconds; a sanitizer is slow

/// The program as nobody has used it before, beside a sample municipality that is not open yet.
class SampleWindow : public testing::Test {
protected:
    SampleWindow();
    ~SampleWindow() override;

    const Environment& environment() const { return town_.environment(); }
    Workspace& workspace() { return program_.workspace(); }
    const Project& project() { return workspace().project(); }
    MainWindow& window() { return program_.window(); }
    AnalysisForm* form() { return window().analysis().form(); }
    /// In the folder of the sample.
    QString file(const char* name) const;
    /// Waits until the layers of those files are there.
    void open(const QStringList& files);
    /// The same for the `layers` outputs that a run.json names.
    void openResult(const std::filesystem::path& record, int layers);
    /// Starts a run from the form and waits for its end.
    void calculate();

    test::SampleTown town_;
    DesktopProgram program_;
    /// What the program said last.
    QString said_;

private:
    void openAndWait(const QStringList& files, int layers);
};

}  // namespace lommer::app
