#include "tests/architecture/text_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// The checker of texts itself: what breaks a rule must be found, and good sentences must pass.

namespace lommer::test {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

json soundTexts() {
    return json::parse(R"({
        "menu": "Schaduw", "sentence": "Waar schaduw valt.", "pageTitle": "Schaduw",
        "limits": "Zonder bewolking.", "questions": ["Waar is schaduw?"],
        "searchWords": ["zon", "schaduw", "hitte"], "roles": {"surface": "Hoogtemodel"},
        "parameters": {"azimuth": {"label": "Richting", "help": "Vanaf het noorden."}},
        "choices": {"method": {"exact": "Precies"}}, "remarks": {"holes": "{count} gaten."}})");
}

TEST(TextRules, LetGoodSentencesPass) {
    for (const auto* text :
         {"Binnen 300\u00a0m van een woning ligt groen.", "12% van de buurten haalt de norm.",
          "Kies een laag in ‘buurten.gpkg’.", "Foto's van 's avonds.", "Instellingen…",
          "3-30-300-regel", "Een meter meet 5 maanden.", "De 3D-modellen van de BAG."}) {
        EXPECT_THAT(wordingFaults(text, Language::dutch), IsEmpty()) << text;
    }
}

TEST(TextRules, FindWhatNoLanguageMayHold) {
    for (const auto* text : {"Klaar!", "Open...", "Laag \"buurten\"", "Laag 'buurten'", "300 m",
                             "300m verder", "12 %", "12\u00a0%", "35 °C"}) {
        EXPECT_THAT(wordingFaults(text, Language::english), Not(IsEmpty())) << text;
    }
}

TEST(TextRules, FindWordsThatAreNotDutch) {
    for (const auto* text : {"Kies je laag.", "Is dit jouw wijk?", "Helaas.", "De run is klaar.",
                             "Open een layer", "Twee outputs", "i.v.m. regen", "bomen etc."}) {
        EXPECT_THAT(wordingFaults(text, Language::dutch), Not(IsEmpty())) << text;
    }
    EXPECT_THAT(wordingFaults("The run of this layer.", Language::english), IsEmpty());
    EXPECT_THAT(wordingFaults("Kruinen van bomen in een buurtje.", Language::dutch), IsEmpty());
}

TEST(TextRules, FindKeysThatAreMissingUnknownOrOfTheWrongShape) {
    EXPECT_THAT(shapeFaults(soundTexts()), IsEmpty());
    const auto faultsWith = [](const char* key, const json& value) {
        json texts = soundTexts();
        texts[key] = value;
        return shapeFaults(texts);
    };
    EXPECT_THAT(faultsWith("menu", ""), Not(IsEmpty()));
    EXPECT_THAT(faultsWith("questions", json::array()), ElementsAre("questions: fewer than 1"));
    EXPECT_THAT(faultsWith("searchWords", {"a", "b"}), ElementsAre("searchWords: fewer than 3"));
    EXPECT_THAT(faultsWith("colour", "groen"), ElementsAre("colour: unknown key"));
    EXPECT_THAT(faultsWith("roles", {"a"}), ElementsAre("roles: not a map of texts"));
    EXPECT_THAT(faultsWith("parameters", {{"azimuth", {{"label", "Richting"}}}}),
                ElementsAre("parameters/azimuth: label or help missing"));
    json withoutLimits = soundTexts();
    withoutLimits.erase("limits");
    EXPECT_THAT(shapeFaults(withoutLimits), ElementsAre("limits: no text"));
}

TEST(TextRules, FindWhatOnlyOneLanguageHas) {
    const json dutch = soundTexts();
    json english = dutch;
    EXPECT_THAT(differences(dutch, english), IsEmpty());
    english["questions"].push_back("Where is shade?");
    EXPECT_THAT(differences(dutch, english), IsEmpty());
    english["roles"].erase("surface");
    english["roles"]["zones"] = "Areas";
    english["remarks"]["holes"] = "Holes.";
    EXPECT_THAT(differences(dutch, english),
                ElementsAre("/remarks/holes: other placeholders", "/roles/surface: not in English",
                            "/roles/zones: not in Dutch"));
}

}  // namespace
}  // namespace lommer::test
