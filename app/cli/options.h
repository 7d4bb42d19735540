#pragma once

#include "app/text/language.h"
#include "core/base/bounds.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lommer::app {

/// What was typed: the subcommand and its options, still as text where an analysis must be known.
struct CommandLine {
    std::string command;
    /// The analysis, the record or the folder that the command is about.
    std::string subject;
    std::vector<std::string> paths;     // recognise
    std::string analysis;               // recognise --for
    std::string report;                 // recognise
    std::vector<std::string> inputs;    // [ROLE=]PATH[|LAYER]
    std::vector<std::string> settings;  // NAME=VALUE
    std::string definition;
    std::string output;
    std::string scenario;
    std::string profile = "intern";
    std::string layer;
    std::string templateName;
    std::string houseStyle;  // export-map
    std::string headline;    // export-map
    std::optional<core::Bounds> region;
    std::optional<core::Point> place;  // explain
    int threads = 0;
    std::int64_t memoryBytes = 0;
    std::int64_t tileSize = 1024;
    double areaSquareKilometres = 1.0;
    double cellMetres = 0.5;
    std::uint64_t seed = 1;
    bool overwrite = false;
    bool repair = false;  // run
    bool json = false;
    Language language = Language::nl;
    /// What to print instead of doing anything: help or version.
    std::optional<std::string> help;
};

/// Reads the arguments. Throws Error option-unknown (anything the words cannot mean),
/// value-not-a-number, value-out-of-range, value-unknown.
CommandLine parseCommandLine(int count, char** arguments);

/// The language asked for, found before the rest is read so that errors are in it too.
Language languageOf(int count, char** arguments);

}  // namespace lommer::app
