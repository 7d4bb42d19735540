#include "tests/architecture/text_rules.h"

#include <algorithm>
#include <array>
#include <regex>
#include <set>

namespace lommer::test {
namespace {

struct Rule {
    const char* pattern;
    const char* fault;
};

constexpr std::array kRules{
    Rule{"!", "exclamation mark"},
    Rule{"\\.\\.\\.", "three dots instead of the one character"},
    Rule{"\"", "straight quotes"},
    // 's avonds and 't are words; any other straight quote before a word opens a quotation.
    Rule{"(^|[\\s(])'(?![st]\\b)", "straight quotes"},
    Rule{"\\d (m|km|cm|mm|ha|m²|m³|km²|°C)(?![A-Za-z])", "a hard space between number and unit"},
    Rule{"\\d(m|km|cm|mm|ha|m²|m³|km²|°C)(?![A-Za-z0-9²³])",
         "a hard space between number and unit"},
    Rule{"\\d\\s+%", "% follows the number directly"},
    Rule{"\\d\u00a0%", "% follows the number directly"},
};

constexpr std::array kDutchRules{
    Rule{"\\b(je|jouw|jij|jullie)\\b", "the reader is u"},
    Rule{"\\b(oeps|helaas|sorry|gewoon|simpelweg)\\b", "a word that does not inform"},
    Rule{"\\b(run|job|feature|layer|batch|preset|default|output|input|hotspot|workflow|tool)s?\\b",
         "an English word"},
    Rule{"(i\\.v\\.m\\.|m\\.b\\.t\\.|e\\.d\\.|s\\.v\\.p\\.|\\betc\\.)", "an abbreviation"},
};

template <class Rules>
void addFaults(const Rules& rules, const std::string& text, std::vector<std::string>& faults) {
    for (const Rule& rule : rules) {
        std::smatch match;
        const std::regex pattern(rule.pattern, std::regex::ECMAScript | std::regex::icase);
        if (std::regex_search(text, match, pattern)) {
            faults.push_back(std::string(rule.fault) + ": ‘" + match.str() + "’ in ‘" + text + "’");
        }
    }
}

void collect(const nlohmann::json& node, const std::string& path,
             std::vector<std::pair<std::string, std::string>>& strings) {
    if (node.is_string()) {
        strings.emplace_back(path, node.get<std::string>());
    } else if (node.is_structured()) {
        for (const auto& [key, child] : node.items()) {
            collect(child, path + '/' + key, strings);
        }
    }
}

std::multiset<std::string> placeholdersOf(const std::string& text) {
    static const std::regex pattern("\\{[^}]*\\}");
    std::multiset<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
        found.insert(at->str());
    }
    return found;
}

// Lists may differ in length between languages: a language has its own questions and words.
void compare(const nlohmann::json& dutch, const nlohmann::json& english, const std::string& path,
             std::vector<std::string>& found) {
    if (dutch.type() != english.type()) {
        found.push_back(path + ": not the same kind of value");
    } else if (dutch.is_object()) {
        for (const auto& [key, child] : dutch.items()) {
            if (english.contains(key)) {
                compare(child, english[key], path + '/' + key, found);
            } else {
                found.push_back(path + '/' + key + ": not in English");
            }
        }
        for (const auto& [key, child] : english.items()) {
            if (!dutch.contains(key)) {
                found.push_back(path + '/' + key + ": not in Dutch");
            }
        }
    } else if (dutch.is_string() && placeholdersOf(dutch) != placeholdersOf(english)) {
        found.push_back(path + ": other placeholders");
    }
}

bool isTextMap(const nlohmann::json& node, int depth) {
    return node.is_object() && std::all_of(node.begin(), node.end(), [depth](const auto& child) {
               return depth == 1 ? child.is_string() : isTextMap(child, depth - 1);
           });
}

}  // namespace

std::vector<std::string> wordingFaults(std::string_view text, Language language) {
    std::vector<std::string> faults;
    addFaults(kRules, std::string(text), faults);
    if (language == Language::dutch) {
        // Names in braces are never on screen.
        static const std::regex placeholder("\\{[^}]*\\}");
        addFaults(kDutchRules, std::regex_replace(std::string(text), placeholder, "{}"), faults);
    }
    return faults;
}

std::vector<std::string> shapeFaults(const nlohmann::json& texts) {
    std::vector<std::string> faults;
    if (!texts.is_object()) {
        return {"not an object"};
    }
    static const std::set<std::string> plain{"menu", "sentence", "pageTitle", "limits"};
    static const std::set<std::string> optional{"pageTitleWith", "outputWith"};
    static const std::set<std::string> lists{"questions", "searchWords"};
    static const std::set<std::string> flatMaps{"answer",  "explanation", "legendTitle",
                                                "roles",   "definitions", "outputs",
                                                "columns", "steps",       "remarks"};
    static const std::set<std::string> deepMaps{"parameters", "choices", "ruleColumns"};
    for (const std::string& key : plain) {
        if (!texts.contains(key) || !texts[key].is_string() || texts[key].empty() ||
            texts[key].get<std::string>().empty()) {
            faults.push_back(key + ": no text");
        }
    }
    for (const std::string& key : lists) {
        const std::size_t atLeast = key == "questions" ? 1 : 3;
        if (!texts.contains(key) || !texts[key].is_array() || texts[key].size() < atLeast) {
            faults.push_back(key + ": fewer than " + std::to_string(atLeast));
        }
    }
    for (const auto& [key, node] : texts.items()) {
        const bool isKnown = plain.count(key) + optional.count(key) + lists.count(key) +
                                 flatMaps.count(key) + deepMaps.count(key) >
                             0;
        if (!isKnown) {
            faults.push_back(key + ": unknown key");
        }
        if (optional.count(key) > 0 && (!node.is_string() || node.get<std::string>().empty())) {
            faults.push_back(key + ": no text");
        }
        if ((flatMaps.count(key) > 0 && !isTextMap(node, 1)) ||
            (deepMaps.count(key) > 0 && !isTextMap(node, 2))) {
            faults.push_back(key + ": not a map of texts");
        }
    }
    if (texts.contains("parameters")) {
        for (const auto& [id, node] : texts["parameters"].items()) {
            if (!node.contains("label") || !node.contains("help")) {
                faults.push_back("parameters/" + id + ": label or help missing");
            }
        }
    }
    for (const auto& [path, text] : stringsOf(texts)) {
        if (text.empty()) {
            faults.push_back(path + ": empty");
        }
    }
    return faults;
}

std::vector<std::string> differences(const nlohmann::json& dutch, const nlohmann::json& english) {
    std::vector<std::string> found;
    compare(dutch, english, "", found);
    return found;
}

std::vector<std::pair<std::string, std::string>> stringsOf(const nlohmann::json& texts) {
    std::vector<std::pair<std::string, std::string>> strings;
    collect(texts, "", strings);
    return strings;
}

}  // namespace lommer::test
