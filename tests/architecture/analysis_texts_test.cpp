#include "core/engine/catalogue.h"
#include "tests/architecture/text_rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

// The texts, styles and method cards in resources/analyses, against the rules of wording and
// against what the analyses declare.

namespace lommer::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kFolder = fs::path(LOMMER_SOURCE_DIR) / "resources" / "analyses";

json parsed(const fs::path& path) {
    std::ifstream stream(path);
    return json::parse(stream, nullptr, false);
}

std::vector<fs::path> analysisFolders() {
    std::vector<fs::path> folders;
    if (fs::is_directory(kFolder)) {
        for (const auto& entry : fs::directory_iterator(kFolder)) {
            folders.push_back(entry.path());
        }
    }
    return folders;
}

TEST(AnalysisTexts, ParseHaveTheRightShapeAndObeyTheRules) {
    for (const fs::path& folder : analysisFolders()) {
        for (const auto& [file, language] : {std::pair{"texts.nl.json", Language::dutch},
                                             std::pair{"texts.en.json", Language::english}}) {
            SCOPED_TRACE((folder / file).string());
            const json texts = parsed(folder / file);
            ASSERT_FALSE(texts.is_discarded()) << "missing or not JSON";
            for (const std::string& fault : shapeFaults(texts)) {
                ADD_FAILURE() << fault;
            }
            for (const auto& [path, text] : stringsOf(texts)) {
                for (const std::string& fault : wordingFaults(text, language)) {
                    ADD_FAILURE() << path << ": " << fault;
                }
            }
        }
    }
}

TEST(AnalysisTexts, AreTheSameInBothLanguages) {
    for (const fs::path& folder : analysisFolders()) {
        SCOPED_TRACE(folder.filename().string());
        for (const std::string& difference :
             differences(parsed(folder / "texts.nl.json"), parsed(folder / "texts.en.json"))) {
            ADD_FAILURE() << difference;
        }
    }
}

TEST(QuestionTexts, AreThereInBothLanguagesAndObeyTheRules) {
    int count = 0;
    for (const auto& entry :
         fs::directory_iterator(fs::path(LOMMER_SOURCE_DIR) / "resources" / "questions")) {
        SCOPED_TRACE(entry.path().filename().string());
        const json question = parsed(entry.path());
        ASSERT_FALSE(question.is_discarded()) << "not JSON";
        for (const auto& [key, language] :
             {std::pair{"nl", Language::dutch}, std::pair{"en", Language::english}}) {
            const json texts = question.value(key, json::object());
            const std::string asked = texts.value("question", "");
            EXPECT_FALSE(asked.empty()) << key;
            EXPECT_TRUE(asked.empty() || asked.back() == '?') << asked;
            EXPECT_GE(texts.value("words", json::array()).size(), 3u) << key;
            for (const auto& [path, text] : stringsOf(texts)) {
                for (const std::string& fault : wordingFaults(text, language)) {
                    ADD_FAILURE() << key << path << ": " << fault;
                }
            }
        }
        ++count;
    }
    EXPECT_GT(count, 10);
}

TEST(AnalysisTexts, HaveAMethodCardInBothLanguages) {
    for (const fs::path& folder : analysisFolders()) {
        for (const auto* card : {"method.nl.md", "method.en.md"}) {
            std::error_code missing;
            EXPECT_GT(fs::file_size(folder / card, missing), 200u) << folder / card;
        }
    }
}

void checkClass(const json& one) {
    EXPECT_TRUE(one.contains("label") && one["label"].contains("nl") && one["label"].contains("en"))
        << one.dump();
    EXPECT_TRUE(one.contains("colour") &&
                std::regex_match(one["colour"].get<std::string>(), std::regex("#[0-9a-fA-F]{6}")))
        << one.dump();
}

TEST(AnalysisTexts, HaveStylesWithClassesARampOrAColourForOutputsThatExist) {
    const core::Catalogue catalogue = core::makeCatalogue();
    for (const fs::path& folder : analysisFolders()) {
        if (!fs::exists(folder / "style.json")) {
            continue;
        }
        SCOPED_TRACE(folder.filename().string());
        const json styles = parsed(folder / "style.json");
        ASSERT_TRUE(styles.is_object());
        const core::Analysis* analysis = catalogue.find(folder.filename().string());
        for (const auto& [output, style] : styles.items()) {
            EXPECT_TRUE(analysis == nullptr ||
                        analysis->declaration().findOutput(output) != nullptr)
                << output << " is no output";
            const auto ways = static_cast<int>(style.contains("classes")) +
                              static_cast<int>(style.contains("ramp")) +
                              static_cast<int>(style.contains("colour"));
            EXPECT_EQ(ways, 1) << output;
            const json classes = style.value("classes", json::array());
            for (const json& one : classes) {
                checkClass(one);
            }
        }
    }
}

/// Declared ids against the keys of a map of texts; both ways.
void expectSameIds(const std::set<std::string>& declared, const json& texts, const char* map) {
    std::set<std::string> written;
    const json entries = texts.value(map, json::object());
    for (const auto& [id, text] : entries.items()) {
        written.insert(id);
    }
    EXPECT_EQ(written, declared) << map;
}

template <class Items>
std::set<std::string> idsOf(const Items& items) {
    std::set<std::string> ids;
    for (const auto& item : items) {
        ids.insert(item.id);
    }
    return ids;
}

TEST(AnalysisTexts, NameEveryRoleSettingChoiceDefinitionAndOutputThatIsDeclared) {
    const core::Catalogue catalogue = core::makeCatalogue();
    for (const auto& analysis : catalogue.analyses()) {
        const core::AnalysisDeclaration& declaration = analysis->declaration();
        SCOPED_TRACE(declaration.id);
        for (const auto* file : {"texts.nl.json", "texts.en.json"}) {
            const json texts = parsed(kFolder / declaration.id / file);
            ASSERT_TRUE(texts.is_object()) << file;
            expectSameIds(idsOf(declaration.roles), texts, "roles");
            expectSameIds(idsOf(declaration.parameters), texts, "parameters");
            expectSameIds(idsOf(declaration.definitions), texts, "definitions");
            expectSameIds(idsOf(declaration.outputs), texts, "outputs");
            for (const core::ParameterDeclaration& parameter : declaration.parameters) {
                const json choices = texts.value("choices", json::object());
                expectSameIds({parameter.choices.begin(), parameter.choices.end()}, choices,
                              parameter.id.c_str());
                const json rules = texts.value("ruleColumns", json::object());
                expectSameIds(idsOf(parameter.ruleColumns), rules, parameter.id.c_str());
            }
        }
    }
}

TEST(CommonTexts, SayWhyAFormulaCannotBeRead) {
    std::ifstream stream(fs::path(LOMMER_SOURCE_DIR) / "core/raster/formula.cpp");
    const std::string source{std::istreambuf_iterator<char>(stream), {}};
    const std::regex pattern("\"(formula-[a-z-]+)\"");
    for (const auto* file : {"common.nl.json", "common.en.json"}) {
        const json reasons =
            parsed(fs::path(LOMMER_SOURCE_DIR) / "resources/texts" / file).at("reasons");
        int found = 0;
        for (std::sregex_iterator at(source.begin(), source.end(), pattern), end; at != end; ++at) {
            EXPECT_TRUE(reasons.contains((*at)[1].str())) << file << ": " << (*at)[1];
            ++found;
        }
        EXPECT_GT(found, 5);
    }
}

TEST(CommonTexts, NameEveryRemarkOfTheRoomThatReads) {
    const fs::path root = LOMMER_SOURCE_DIR;
    const std::regex pattern("(\\{|remark\\(|remarks_, )\"([a-z]+(-[a-z]+)+)\",\\s*(\\{\\{|info_)");
    std::set<std::string> codes;
    for (const auto& entry : fs::recursive_directory_iterator(root / "gis")) {
        if (entry.path().extension() != ".cpp") {
            continue;
        }
        std::ifstream stream(entry.path());
        const std::string source{std::istreambuf_iterator<char>(stream), {}};
        for (std::sregex_iterator at(source.begin(), source.end(), pattern), end; at != end; ++at) {
            codes.insert((*at)[2].str());
        }
    }
    EXPECT_GT(codes.size(), 10u);
    for (const auto* file : {"common.nl.json", "common.en.json"}) {
        const json remarks = parsed(root / "resources/texts" / file).at("remarks");
        for (const std::string& code : codes) {
            EXPECT_TRUE(remarks.contains(code)) << file << ": " << code;
        }
    }
}

TEST(AnalysisTexts, NameEveryColumnThatIsDeclared) {
    const core::Catalogue catalogue = core::makeCatalogue();
    for (const auto& analysis : catalogue.analyses()) {
        const core::AnalysisDeclaration& declaration = analysis->declaration();
        const json texts = parsed(kFolder / declaration.id / "texts.nl.json");
        ASSERT_TRUE(texts.is_object()) << declaration.id;
        const json columns = texts.value("columns", json::object());
        for (const core::OutputDeclaration& output : declaration.outputs) {
            for (const core::OutputColumn& column : output.columns) {
                EXPECT_TRUE(columns.contains(column.name))
                    << declaration.id << ": column " << column.name;
            }
        }
    }
}

}  // namespace
}  // namespace lommer::test
