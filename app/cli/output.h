#pragma once

#include "app/cli/options.h"
#include "app/composition/environment.h"
#include "app/text/texts.h"
#include "core/engine/progress.h"

#include <QString>
#include <memory>
#include <stop_token>

namespace lommer::app {

/// A line on stdout, UTF-8.
void printLine(const QString& text);
/// A line on stderr, UTF-8: what was noticed, and stops nothing.
void printAside(const QString& text);

/// The environment that the machine options of a command line ask for, with the user's cache.
std::unique_ptr<Environment> environmentFor(const CommandLine& line);

/// Progress that draws a bar on stderr where that is a terminal, and nothing elsewhere.
core::Progress terminalProgress(const std::stop_token& stop, const Texts& texts,
                                const std::string& analysis);
/// Takes the bar away again.
void clearProgress();

}  // namespace lommer::app
