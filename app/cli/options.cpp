#include "app/cli/options.h"

#include "app/composition/environment.h"
#include "core/base/error.h"
#include "core/engine/parameter_check.h"

#include <CLI/CLI.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace lommer::app {
namespace {

using core::Error;
using core::ErrorCode;

double parseNumber(const std::string& option, std::string_view text) {
    core::ParameterDeclaration declaration;
    declaration.id = option;
    return std::get<double>(core::parseValue(declaration, text));
}

/// 512M, 4G, 1500000000: bytes, at least 256 MiB.
std::int64_t parseMemory(const std::string& text) {
    constexpr std::int64_t kMebibyte = 1LL << 20;
    constexpr std::string_view kSuffixes = "KMGT";
    std::int64_t factor = 1;
    std::string number = text;
    const auto suffix = number.empty() ? std::string_view::npos : kSuffixes.find(number.back());
    if (suffix != std::string_view::npos) {
        number.pop_back();
        factor = std::int64_t{1} << (10 * (suffix + 1));
    }
    const double bytes = parseNumber("--memory", number) * static_cast<double>(factor);
    if (bytes < 256.0 * kMebibyte || bytes > 1e15) {
        throw Error(ErrorCode::valueOutOfRange, {{"parameter", std::string("--memory")},
                                                 {"value", text},
                                                 {"minimum", std::string("256M")},
                                                 {"unit", std::string("none")}});
    }
    return static_cast<std::int64_t>(bytes);
}

core::Point parsePlace(const std::string& text) {
    core::ParameterDeclaration declaration;
    declaration.id = "--at";
    declaration.kind = core::ParameterKind::numberList;
    const auto numbers = std::get<std::vector<double>>(core::parseValue(declaration, text));
    if (numbers.size() != 2) {
        throw Error(
            ErrorCode::valueUnknown,
            {{"parameter", std::string("--at")}, {"value", text}, {"allowed", std::string("X,Y")}});
    }
    return {numbers[0], numbers[1]};
}

core::Bounds parseRegion(const std::string& text) {
    core::ParameterDeclaration declaration;
    declaration.id = "--region";
    declaration.kind = core::ParameterKind::numberList;
    const auto corners = std::get<std::vector<double>>(core::parseValue(declaration, text));
    if (corners.size() != 4 || corners[0] >= corners[2] || corners[1] >= corners[3]) {
        throw Error(ErrorCode::valueUnknown, {{"parameter", std::string("--region")},
                                              {"value", text},
                                              {"allowed", std::string("xmin,ymin,xmax,ymax")}});
    }
    return {corners[0], corners[1], corners[2], corners[3]};
}

void requireRange(const std::string& option, double value, double minimum, double maximum) {
    if (!(value >= minimum && value <= maximum)) {
        throw Error(ErrorCode::valueOutOfRange, {{"parameter", option},
                                                 {"value", value},
                                                 {"minimum", minimum},
                                                 {"maximum", maximum},
                                                 {"unit", std::string("none")}});
    }
}

struct RawTexts {
    std::string memory;
    std::string region;
    std::string place;
    std::string language = "nl";
};

void addCommon(CLI::App& command, CommandLine& line, RawTexts& raw) {
    command.add_option("--language", raw.language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    command.add_flag("--json", line.json, "print JSON");
}

void addMachine(CLI::App& command, CommandLine& line, RawTexts& raw) {
    command.add_option("--threads", line.threads, "number of threads; 0 = one per processor");
    command.add_option("--memory", raw.memory, "memory for the whole program: 512M, 4G");
}

void addRun(CLI::App& app, CommandLine& line, RawTexts& raw) {
    CLI::App& run = *app.add_subcommand("run", "run an analysis");
    run.add_option("ANALYSIS", line.subject, "id of the analysis")->required();
    run.add_option("--input", line.inputs, "[ROLE=]PATH[|LAYER]")->allow_extra_args(false);
    run.add_option("--set", line.settings, "NAME=VALUE")->allow_extra_args(false);
    run.add_option("--definition", line.definition, "named settings");
    run.add_option("--output", line.output, "folder for the result")->required();
    run.add_option("--scenario", line.scenario, "file of measures");
    run.add_option("--region", raw.region, "xmin,ymin,xmax,ymax in RD");
    run.add_option("--profile", line.profile, "intern, samenwerking or openbaar");
    run.add_flag("--repair", line.repair, "repair in the data what the check can repair safely");
    run.add_flag("--overwrite", line.overwrite, "replace the result in the folder");
    addMachine(run, line, raw);
    run.add_option("--tile-size", line.tileSize, "cells along a tile, a multiple of 256");
    addCommon(run, line, raw);
}

void addOthers(CLI::App& app, CommandLine& line, RawTexts& raw) {
    addCommon(*app.add_subcommand("list", "list the analyses"), line, raw);
    CLI::App& describe = *app.add_subcommand("describe", "say what an analysis needs and gives");
    describe.add_option("ANALYSIS", line.subject, "id of the analysis")->required();
    addCommon(describe, line, raw);
    CLI::App& recognise = *app.add_subcommand("recognise", "say what files hold");
    recognise.add_option("PATH", line.paths, "files or folders")->required();
    recognise.add_option("--report", line.report, "write the check as a page: FILE.pdf");
    recognise.add_option("--for", line.analysis, "say what this analysis still misses");
    addCommon(recognise, line, raw);
    CLI::App& sample =
        *app.add_subcommand("sample", "write a made-up municipality to try things on");
    sample.add_option("DIR", line.subject, "folder to write into")->required();
    sample.add_option("--area", line.areaSquareKilometres, "square kilometres, 0.04 to 1000");
    sample.add_option("--cell", line.cellMetres, "cell size in metres");
    sample.add_option("--seed", line.seed, "another number gives another place");
    addCommon(sample, line, raw);
    CLI::App& verify = *app.add_subcommand("verify", "run again and compare");
    verify.add_option("RUN.json", line.subject, "record of the run")->required();
    addMachine(verify, line, raw);
    addCommon(verify, line, raw);
    CLI::App& explain = *app.add_subcommand("explain", "say why a place has its value");
    explain.add_option("RUN.json", line.subject, "record of the run")->required();
    explain.add_option("--at", raw.place, "X,Y in RD")->required();
    addMachine(explain, line, raw);
    addCommon(explain, line, raw);
    CLI::App& map = *app.add_subcommand("export-map", "make a page of a result");
    map.add_option("RUN.json", line.subject, "record of the run; project files are not read yet")
        ->required();
    map.add_option("--layer", line.layer, "output to draw; the first without");
    map.add_option("--template", line.templateName,
                   "portrait, landscape, council, council-landscape or word; by the shape of the "
                   "area without");
    map.add_option("--house-style", line.houseStyle,
                   "logo, fonts, colours and contact of the pages for the council, as JSON");
    map.add_option("--headline", line.headline, "what the page for the council belongs to");
    map.add_option("--output", line.output, "map.pdf, map.png or map.svg")->required();
    addCommon(map, line, raw);
}

void interpret(const RawTexts& raw, CommandLine& line) {
    if (!raw.memory.empty()) {
        line.memoryBytes = parseMemory(raw.memory);
    }
    if (!raw.region.empty()) {
        line.region = parseRegion(raw.region);
    }
    if (!raw.place.empty()) {
        line.place = parsePlace(raw.place);
    }
    line.language = raw.language == "en" ? Language::en : Language::nl;
    requireRange("--threads", line.threads, 0, 1024);
    requireRange("--area", line.areaSquareKilometres, 0.04, 1000);
    requireRange("--cell", line.cellMetres, 0.1, 25);
    requireRange("--tile-size", static_cast<double>(line.tileSize), 256, 65536);
    if (line.tileSize % 256 != 0) {
        throw Error(ErrorCode::valueUnknown, {{"parameter", std::string("--tile-size")},
                                              {"value", line.tileSize},
                                              {"allowed", std::string("256, 512, 768, …")}});
    }
}

}  // namespace

Language languageOf(int count, char** arguments) {
    for (int index = 1; index < count; ++index) {
        const std::string_view text = arguments[index];
        const bool isNext = text == "--language" && index + 1 < count;
        if (text == "--language=en" || (isNext && std::string_view(arguments[index + 1]) == "en")) {
            return Language::en;
        }
    }
    return Language::nl;
}

CommandLine parseCommandLine(int count, char** arguments) {
    CommandLine line;
    RawTexts raw;
    CLI::App app("GIS analysis for Dutch municipalities", "lommer-cli");
    app.set_version_flag("--version", Environment::programVersion());
    app.require_subcommand(1);
    addRun(app, line, raw);
    addOthers(app, line, raw);
    try {
        app.parse(count, arguments);
    } catch (const CLI::CallForVersion&) {
        line.help = Environment::programVersion() + '\n';
        return line;
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        line.help = chosen.empty() ? app.help() : chosen.front()->help();
        return line;
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorCode::optionUnknown,
                    {{"option", std::string(count > 1 ? arguments[1] : "lommer-cli")},
                     {"reason", std::string(error.what())}});
    }
    line.command = app.get_subcommands().front()->get_name();
    interpret(raw, line);
    return line;
}

}  // namespace lommer::app
