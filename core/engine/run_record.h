#pragma once

#include "core/base/bounds.h"
#include "core/base/remark.h"
#include "core/engine/parameter.h"
#include "core/subjects/data_repair.h"
#include "core/vector/column.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lommer::core {

/// One member of an input: its name without path, size and time of change.
struct RecordedFile {
    std::string name;
    std::int64_t bytes = 0;
    std::int64_t modifiedNanoseconds = 0;  // since 1970
};

/// Data that a run rests on, of whatever run they went into.
struct RecordedSource {
    std::string label;
    /// Of the register that they come from (`bgt`); empty where that is not known.
    std::string registerId = {};
    std::string referenceDate = {};
    std::string licence = {};
    /// Of a result that does not say what it rests on: the id of the output.
    std::string output = {};

    friend bool operator==(const RecordedSource&, const RecordedSource&) = default;
};

/// Data that went into a run.
struct RecordedInput {
    std::string role;
    std::string label;
    std::string subject;
    /// Of the register that it comes from (`bgt`); empty where that is not known.
    std::string registerId = {};
    /// SHA-256 over the sorted members.
    std::string identity;
    std::vector<RecordedFile> members;
    /// Where the files were; left out of a record that leaves the house.
    std::vector<std::string> paths;
    std::string layer;
    std::string referenceDate;
    std::string licence;
    std::string crs;
    std::string operation;
    double accuracyMetres = 0.0;
    std::string grid;
    /// Of an input that is itself a result: identity of that run's record and the output's id.
    std::string run;
    std::string runOutput;
    /// The analysis and the settings of that run, and the unit of the output's values where it has
    /// one.
    std::string runAnalysis = {};
    ParameterValues runParameters = {};
    /// Name of the scenario file of that run; empty: it was of the present situation.
    std::string runScenario = {};
    Unit unit = Unit::none;
    /// What that run rests on; empty where its record did not say.
    std::vector<RecordedSource> runSources = {};
    /// What was put right in the rows on the way in; how many is in the remarks.
    std::vector<DataRepair> repairs = {};
    /// Of an input of which a person said what it holds: the subject's columns → the canonical
    /// names of its own.
    std::optional<std::map<std::string, std::string>> assigned = {};
};

/// A file that came out of a run.
struct RecordedOutput {
    std::string id;
    std::string file;  // name without path
    std::string contentHash;
    std::string fileHash;
    std::int64_t bytes = 0;
    /// Of a table: the columns that are not open to everyone. Files do not keep this themselves.
    std::map<std::string, PrivacyClass> privacy = {};
    /// Of a table: the units of its columns, where they have one.
    std::map<std::string, Unit> units = {};
    /// What its cells, or its places by themselves, tell.
    PrivacyClass placePrivacy = PrivacyClass::open;
};

/// Everything that repeats a run and defends its outcome (design 3.1). Stands in `run.json`.
struct RunRecord {
    static constexpr int kFormatVersion = 1;

    std::string analysis;
    int analysisVersion = 0;
    std::string definition;
    ParameterValues parameters;
    std::vector<RecordedInput> inputs;
    std::vector<RecordedOutput> outputs;
    std::vector<Remark> remarks;
    std::optional<Bounds> region;
    /// Name of the scenario file, its SHA-256, and (in an internal record) where it was.
    std::string scenarioFile;
    std::string scenarioHash;
    std::string scenarioPath;
    std::string profile = "intern";
    std::string program;
    std::vector<std::string> libraries;
    /// UTC, ISO 8601.
    std::string startedAt;
    double seconds = 0.0;
};

/// What one input rests on: itself, or of a result what that rests on. Never empty.
std::vector<RecordedSource> sourcesOf(const RecordedInput& input);
/// What a run rests on, each once, in the order of the inputs. No results among them where their
/// records said what they rest on.
std::vector<RecordedSource> sourcesOf(const RunRecord& record);

/// How a record may be used: `internal` keeps paths and the places of remarks,
/// `published` keeps names of files only.
enum class RecordDetail { internal, published };

nlohmann::ordered_json toJson(const RunRecord& record, RecordDetail detail);

/// The text of run.json.
std::string toText(const RunRecord& record, RecordDetail detail);

/// Reads a record or a recipe (which has no identities and no outputs). Throws Error
/// record-invalid: no JSON, a missing member, a newer format, a file name that is a path.
RunRecord recordFromText(const std::string& text);

/// A recipe: the record without hashes, outputs, times and places; runs on other data.
nlohmann::ordered_json recipeOf(const RunRecord& record);

}  // namespace lommer::core
