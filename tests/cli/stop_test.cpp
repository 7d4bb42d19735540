// Runs that do not come to their end: stopped, killed, or their data taken away.

#include "tests/cli/scene.h"
#include "tests/gis/vector_io/folder_state.h"

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <random>
#include <thread>

namespace lommer::test {
namespace {

namespace fs = std::filesystem;
using std::chrono::duration;
using std::chrono::steady_clock;

double secondsSince(steady_clock::time_point start) {
    return duration<double>(steady_clock::now() - start).count();
}

void waitFor(double seconds) {
    std::this_thread::sleep_for(duration<double>(seconds));
}

class Stop : public Scene {
protected:
    /// Until the run has a folder to work in: from then on it hears signals.
    void waitForWork() const {
        constexpr int kTries = 1000;
        for (int attempt = 0; attempt < kTries && !(fs::exists(out()) && !fs::is_empty(out()));
             ++attempt) {
            waitFor(0.01);
        }
    }
    /// Work for about a second.
    std::vector<std::string> longRun() {
        if (!fs::exists(in("noise.tif"))) {
            writeRaster(in("noise.tif"),
                        {.columns = 5000,
                         .rows = 5000,
                         .geotransform = {200'000.0, 1.0, 0.0, 455'000.0, 0.0, -1.0}},
                        [](int row, int column) {
                            return static_cast<float>((row * 7919 + column * 104729) % 9973);
                        });
        }
        return {"run",      "raster-calculator",
                "--input",  "a=" + in("noise.tif").string(),
                "--set",    "formula=sqrt(a) * 1.7 - exp(-a / 1000)",
                "--output", out().string()};
    }
    double secondsOfLongRun() {
        const auto arguments = longRun();
        const auto start = steady_clock::now();
        EXPECT_EQ(run(arguments).code, 0);
        const double seconds = secondsSince(start);
        fs::remove_all(out());
        return seconds;
    }
};

TEST_F(Stop, ByCtrlCEndsQuicklyWithNothingLeft) {
    const double whole = secondsOfLongRun();
    const auto before = stateOfFolder(root() / "in");
#if defined(__SANITIZE_ADDRESS__)
    constexpr double kLimitSeconds = 2.0;  // sanitizers slow a program down by about ten times
#else
    constexpr double kLimitSeconds = 0.2;
#endif
    double quickest = 1e9;
    constexpr int kTries = 5;  // another program may take the processor: the best try counts
    for (int attempt = 0; attempt < kTries && quickest > kLimitSeconds; ++attempt) {
        Program program(longRun(), cache());
        waitForWork();
        waitFor(whole * (0.1 + 0.08 * attempt));
        ASSERT_TRUE(program.isRunning());
        const auto asked = steady_clock::now();
        program.interrupt();
        const Ending ending = program.ending();
        quickest = std::min(quickest, secondsSince(asked));
        ASSERT_EQ(ending.code, 130) << ending.err;
        EXPECT_NE(ending.err, "");
        EXPECT_EQ(ending.out, "");
        expectNothingLeft();
    }
    EXPECT_LE(quickest, kLimitSeconds) << "of a run of " << whole << " s";
    EXPECT_EQ(stateOfFolder(root() / "in"), before);
}

TEST_F(Stop, ForWantOfItsDataIsAnError) {
    const double whole = secondsOfLongRun();
    Program program(longRun(), cache());
    waitFor(whole * 0.3);
    ASSERT_TRUE(program.isRunning());
    fs::remove(in("noise.tif"));
    const Ending ending = program.ending();
    EXPECT_EQ(ending.code, 1) << ending.err;
    EXPECT_TRUE(ending.err.starts_with("file-changed: ") ||
                ending.err.starts_with("file-missing: "))
        << ending.err;
    expectNothingLeft();
}

/// A folder after a kill: no result, or a whole one; beside it only what the next run removes.
void expectWholeOrNothing(const fs::path& out, bool& isWhole) {
    isWhole = fs::exists(out / "run.json");
    for (const auto& entry : fs::directory_iterator(out)) {
        const std::string name = entry.path().filename().string();
        const bool isResult = name == "run.json" || name == "result.tif";
        EXPECT_TRUE(name.starts_with(".partial-") || isResult) << "left behind: " << name;
    }
    if (isWhole) {
        EXPECT_TRUE(fs::exists(out / "result.tif"));
    }
}

// 100 times with LOMMER_TEST_KILLS=100.
TEST_F(Stop, ByAKillLeavesNoHalfResult) {
    const char* wanted = std::getenv("LOMMER_TEST_KILLS");
    const int kills = wanted == nullptr ? 10 : std::atoi(wanted);
    const double whole = secondsOfLongRun();
    EXPECT_EQ(run(longRun()).code, 0);
    const auto hashes = contentHashes(out());
    fs::remove_all(out());
    const auto before = stateOfFolder(root() / "in");
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> moment(0.0, 1.05 * whole);
    int killed = 0;
    for (int count = 0; count < kills; ++count) {
        auto arguments = longRun();
        arguments.push_back("--overwrite");
        Program program(arguments, cache());
        waitFor(moment(random));
        killed += program.isRunning() ? 1 : 0;
        program.kill();
        program.ending();
        bool isWhole = false;
        if (fs::exists(out())) {
            expectWholeOrNothing(out(), isWhole);
        }
        if (isWhole) {
            EXPECT_EQ(contentHashes(out()), hashes);
            EXPECT_EQ(run({"verify", (out() / "run.json").string()}).code, 0);
        }
        EXPECT_EQ(stateOfFolder(root() / "in"), before);
    }
    EXPECT_GT(killed, kills / 3);
    auto last = longRun();
    last.push_back("--overwrite");
    EXPECT_EQ(run(last).code, 0);
    EXPECT_EQ(contentHashes(out()), hashes);
    for (const auto& entry : fs::directory_iterator(out())) {
        EXPECT_FALSE(entry.path().filename().string().starts_with(".partial-")) << entry.path();
    }
    RecordProperty("killed", killed);
}

}  // namespace
}  // namespace lommer::test
