#pragma once

#include "app/cli/options.h"
#include "app/text/texts.h"

namespace lommer::app {

/// Exit codes that scripts depend on.
enum class ExitCode : int { done = 0, failed = 1, wrongUsage = 2, cancelled = 130 };

/// Each prints its result on stdout and returns the exit code; errors are thrown.
ExitCode listAnalyses(const CommandLine& line, const Texts& texts);
ExitCode describeAnalysis(const CommandLine& line, const Texts& texts);
ExitCode runAnalysis(const CommandLine& line, const Texts& texts);
ExitCode recogniseFiles(const CommandLine& line, const Texts& texts);
ExitCode verifyRun(const CommandLine& line, const Texts& texts);
ExitCode explainValue(const CommandLine& line, const Texts& texts);
/// Starts Qt for its fonts, without a display.
ExitCode exportMap(const CommandLine& line, const Texts& texts);
ExitCode writeSample(const CommandLine& line, const Texts& texts);

}  // namespace lommer::app
