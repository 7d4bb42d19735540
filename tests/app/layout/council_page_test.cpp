// The page for the council: what it says of figures, and that everything on it has a place.

#include "app/layout/council_draft.h"
#include "app/layout/council_export.h"
#include "app/layout/page_picture.h"
#include "core/base/error.h"
#include "core/engine/catalogue.h"
#include "tests/support/geometries.h"
#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

#include <QXmlStreamReader>
#include <cmath>

namespace lommer::app {
namespace {

using core::PrivacyClass;

/// Areas of 100 m side by side, each with a mean and a share from 41 °C.
core::Table areasOf(const std::vector<std::pair<std::string, double>>& means,
                    PrivacyClass privacy = PrivacyClass::open) {
    core::GeometryColumn places;
    std::vector<std::optional<std::string>> names;
    std::vector<double> values;
    std::vector<double> shares;
    for (const auto& [name, mean] : means) {
        const double x = 200'000.0 + 100.0 * static_cast<double>(values.size());
        test::addPolygon(places, {test::rectangle(x, 450'000, x + 100, 450'100)});
        names.emplace_back(name);
        values.push_back(mean);
        shares.push_back((mean - 30.0) / 20.0);
    }
    std::vector<core::Column> columns;
    columns.push_back(test::textColumn("naam", names));
    columns.push_back(test::realColumn("pet_mean", values, core::Unit::degreeCelsius, privacy));
    columns.push_back(test::realColumn("share_above_41", shares, core::Unit::fraction));
    return test::tableOf(std::move(places), std::move(columns));
}

class CouncilPageOf : public testing::Test {
protected:
    CouncilPageOf() {
        record_.analysis = "heat-stress";
        record_.analysisVersion = 1;
        record_.definition = "standard";
        record_.program = "Lommer 0.1";
        record_.startedAt = "2026-07-01T12:00:00Z";
        record_.outputs.emplace_back();
        record_.outputs.back().id = "neighbourhoods";
        record_.outputs.back().contentHash = "abc";
        record_.inputs.emplace_back();
        record_.inputs.back().role = "dsm";
        record_.inputs.back().label = "ahn";
        record_.inputs.back().paths = {"/home/someone/ahn.tif"};
    }

    CouncilPage draft(const core::Table* areas,
                      QPageLayout::Orientation orientation = QPageLayout::Portrait) {
        layer_.name = QStringLiteral("Gevoelstemperatuur per gebied");
        layer_.attribution = {QStringLiteral("AHN")};
        layer_.data = LayerData::of(std::make_shared<const core::Table>(
            areas == nullptr ? areasOf({{"A", 36.0}}) : *areas));
        return draftCouncilPage(
            {catalogue_.get(record_.analysis).declaration(), record_, layer_, areas, orientation},
            texts_);
    }

    core::Catalogue catalogue_ = core::makeCatalogue();
    core::RunRecord record_;
    Layer layer_;
    Texts texts_{Language::nl};
};

TEST_F(CouncilPageOf, AnswersWithTheHighestLimitThatIsReached) {
    const core::Table areas = areasOf({{"Dorp", 38.4}, {"Noord", 36.2}, {"Oost", 39.1}});
    const CouncilPage page = draft(&areas);
    EXPECT_EQ(page.map.title.toStdString(),
              "In 2 van de 3 gebieden is het gemiddeld 38\u00a0°C of heter");
    EXPECT_TRUE(page.keySentence.contains(QStringLiteral("Tot de warmste behoort Oost.")))
        << page.keySentence.toStdString();
    ASSERT_EQ(page.table.rows.size(), 3U);
    EXPECT_EQ(page.table.rows[0],
              (QStringList{QStringLiteral("Oost"), QStringLiteral("39"), QStringLiteral("46%")}));
    EXPECT_EQ(page.meaning.size(), 4);
    EXPECT_LE(page.map.title.split(QLatin1Char(' ')).size(), 12);
}

// 38.4 and 37.6 are both 38 in whole degrees: no order between them.
TEST_F(CouncilPageOf, NamesTogetherWhatIsNotClearlyDifferent) {
    const core::Table areas = areasOf({{"Dorp", 38.4}, {"Noord", 37.6}, {"Oost", 35.1}});
    EXPECT_TRUE(draft(&areas).keySentence.contains(QStringLiteral("behoren Dorp en Noord.")));
}

TEST_F(CouncilPageOf, SaysSoWhereNoLimitIsReached) {
    const core::Table areas = areasOf({{"Dorp", 25.0}, {"Noord", 24.0}});
    EXPECT_TRUE(draft(&areas).map.title.startsWith(QStringLiteral("In geen van de 2 gebieden")));
}

TEST_F(CouncilPageOf, SaysAllWhereTheLimitIsReachedEverywhere) {
    const core::Table areas = areasOf({{"Dorp", 38.4}, {"Noord", 41.2}, {"Oost", 42.0}});
    EXPECT_TRUE(draft(&areas).map.title.startsWith(QStringLiteral("In 2 van de 3 gebieden")));
    const core::Table hot = areasOf({{"Noord", 41.2}, {"Oost", 42.0}, {"Zuid", 43.0}});
    const CouncilPage page = draft(&hot);
    EXPECT_TRUE(page.map.title.startsWith(QStringLiteral("In alle 3 gebieden")));
    EXPECT_TRUE(page.keySentence.startsWith(QStringLiteral("In alle 3 gebieden")));
    const core::Table two = areasOf({{"Noord", 41.2}, {"Oost", 42.0}});
    EXPECT_TRUE(draft(&two).map.title.startsWith(QStringLiteral("In 2 van de 2 gebieden")));
}

TEST_F(CouncilPageOf, SaysWhichGroundTheFiguresAreOf) {
    record_.parameters["built-up-distance"] = 30.0;
    const core::Table all = areasOf({{"Dorp", 38.4}, {"Noord", 36.2}});
    EXPECT_TRUE(draft(&all).meaning.join(QLatin1Char('\n')).contains(QStringLiteral("alle grond")));
    const double none = std::nan("");
    core::Table built =
        areasOf({{"Dorp", 38.4}, {"Noord", 36.2}, {"Veld", none}, {"Ver", none}, {"Verder", none}});
    std::vector<core::Column> columns;
    columns.push_back(test::textColumn("naam", {"Dorp", "Noord", "Veld", "Ver", "Verder"}));
    columns.push_back(
        test::realColumn("pet_mean", {37.4, 36.0, 35.5, none, none}, core::Unit::degreeCelsius));
    columns.push_back(test::realColumn("pet_mean_built_up", {38.4, 36.2, none, none, none},
                                       core::Unit::degreeCelsius));
    built = test::tableOf(core::GeometryColumn(built.geometries()), std::move(columns));
    const QString meaning = draft(&built).meaning.join(QLatin1Char('\n'));
    EXPECT_TRUE(meaning.contains(QStringLiteral("tot 30\u00a0m van een gebouw")))
        << meaning.toStdString();
    // What lies outside the map has no figure of any ground, and is not spoken of.
    EXPECT_TRUE(meaning.contains(QStringLiteral("Eén gebied heeft geen cijfer")))
        << meaning.toStdString();
}

TEST_F(CouncilPageOf, SaysWhereTheLargestPartIsHotAndNothingOfNone) {
    core::Table areas = areasOf({{"Dorp", 38.4}, {"Noord", 36.2}});
    const auto meaning = [&](const std::vector<double>& shares) {
        std::vector<core::Column> columns;
        columns.push_back(test::textColumn("naam", {"Dorp", "Noord"}));
        columns.push_back(test::realColumn("pet_mean", {38.4, 36.2}, core::Unit::degreeCelsius));
        columns.push_back(test::realColumn("share_above_41", shares, core::Unit::fraction));
        const core::Table table =
            test::tableOf(core::GeometryColumn(areas.geometries()), std::move(columns));
        return draft(&table).meaning.join(QLatin1Char('\n'));
    };
    EXPECT_TRUE(meaning({0.004, 0.13}).contains(QStringLiteral("In Noord voelt 13% van")))
        << meaning({0.004, 0.13}).toStdString();
    EXPECT_FALSE(meaning({0.004, 0.0}).contains(QStringLiteral("buitenruimte aan als")))
        << meaning({0.004, 0.0}).toStdString();
}

TEST_F(CouncilPageOf, AnswersOfAllGroundWhereThereAreNoAreas) {
    record_.outputs.back().id = "whole";
    std::vector<core::Column> columns;
    columns.push_back(test::realColumn("pet_mean", {37.6}, core::Unit::degreeCelsius));
    columns.push_back(test::realColumn("share_above_41", {0.123}, core::Unit::fraction));
    std::vector<core::ColumnPointer> pointers;
    for (core::Column& column : columns) {
        pointers.push_back(std::make_shared<const core::Column>(std::move(column)));
    }
    const core::Table whole(1, std::move(pointers), nullptr);
    const core::Table place = areasOf({{"A", 36.0}});
    layer_.data = LayerData::of(std::make_shared<const core::Table>(place));
    const CouncilPage page = draftCouncilPage({catalogue_.get("heat-stress").declaration(), record_,
                                               layer_, &whole, QPageLayout::Portrait},
                                              texts_);
    EXPECT_EQ(page.map.title,
              QStringLiteral("Gemiddeld voelt het op een zeer warme zomermiddag als 38\u00a0°C"));
    EXPECT_EQ(page.keySentence,
              QStringLiteral("Op een zeer warme zomermiddag voelt het in het berekende gebied "
                             "buiten gemiddeld als 38\u00a0°C. 12% van de buitenruimte voelt aan "
                             "als 41\u00a0°C of heter."));
    EXPECT_TRUE(page.table.isEmpty());
    EXPECT_TRUE(page.map.labels.empty());
    ASSERT_EQ(page.figures.rows.size(), 1U);
    EXPECT_EQ(page.figures.rows[0], (QStringList{QStringLiteral("Het hele gebied"),
                                                 QStringLiteral("38"), QStringLiteral("12%")}));
    ASSERT_EQ(page.meaning.size(), 1);
    EXPECT_TRUE(page.meaning[0].contains(QStringLiteral("alle grond")));
    EXPECT_FALSE(page.mapAlternative.isEmpty());
}

TEST_F(CouncilPageOf, NamesTheDayOfOtherWeather) {
    record_.parameters["date"] = std::string("2018-07-26");
    const core::Table areas = areasOf({{"Dorp", 38.4}, {"Noord", 36.2}});
    EXPECT_TRUE(
        draft(&areas).keySentence.contains(QStringLiteral("op de middag van 26 juli 2018")));
}

TEST_F(CouncilPageOf, AsksAboutWhatTellsTheMapsOfADifferenceApart) {
    EXPECT_EQ(draft(nullptr).question,
              texts_.analysisList("heat-stress", QStringLiteral("questions")).value(0));
    record_.analysis = "difference";
    record_.inputs.clear();
    for (const char* role : {"later", "earlier"}) {
        core::RecordedInput input;
        input.role = role;
        input.run = "abc";
        input.runAnalysis = "heat-stress";
        input.runOutput = "pet";
        record_.inputs.push_back(input);
    }
    EXPECT_EQ(draft(nullptr).question, QStringLiteral("Wat is er anders tussen de twee kaarten?"));
    record_.inputs.front().runScenario = "bomen.json";
    EXPECT_EQ(draft(nullptr).question,
              QStringLiteral("Wat verandert er tussen de twee varianten?"));
    record_.inputs.front().runParameters["date"] = std::string("2020-06-25");
    EXPECT_EQ(draft(nullptr).question, QStringLiteral("Wat is er anders tussen de twee kaarten?"));
    layer_.style.unit = core::Unit::degreeCelsius;
    EXPECT_EQ(draft(nullptr).question,
              QStringLiteral("Waar is het koeler of warmer dan op een andere dag?"));
    record_.parameters["limit"] = 0.1;  // which the sentence and the legend say
    EXPECT_FALSE(draft(nullptr).dataStatement.contains(QStringLiteral("Grens")));
}

TEST_F(CouncilPageOf, NamesSettingsThatAreNotTheUsualOnes) {
    record_.definition.clear();  // the usual one
    record_.parameters = {{"hours", std::vector<double>{10, 11, 12, 13, 14, 15, 16}},
                          {"directions", std::int64_t{16}},
                          {"date", std::monostate()}};
    EXPECT_TRUE(draft(nullptr).dataStatement.contains(
        QStringLiteral("versie 1, definitie ‘Landelijke methode’. Kaart in RD")))
        << draft(nullptr).dataStatement.toStdString();
    record_.parameters["hours"] = std::vector<double>{12, 13, 14};
    record_.parameters["directions"] = std::int64_t{8};
    record_.parameters["date"] = std::string("2018-07-26");  // stands in the key sentence
    EXPECT_TRUE(draft(nullptr).dataStatement.contains(QStringLiteral(
        "definitie ‘Landelijke methode’. Andere instellingen dan gebruikelijk: Uren: 12–14; "
        "Aantal richtingen: 8. Kaart in RD")))
        << draft(nullptr).dataStatement.toStdString();
    record_.parameters["observer-height"] = 1.2;
    record_.parameters["max-distance"] = 50.0;
    record_.parameters["built-up-distance"] = 20.0;
    EXPECT_TRUE(draft(nullptr).dataStatement.contains(QStringLiteral(" en nog 1. Kaart in RD")))
        << draft(nullptr).dataStatement.toStdString();
    // A definition of its own values.
    record_.parameters = {{"directions", std::int64_t{64}}};
    record_.definition = "accurate";
    EXPECT_FALSE(draft(nullptr).dataStatement.contains(QStringLiteral("Aantal richtingen")));
}

TEST_F(CouncilPageOf, SpeaksOfASingleAreaAsSuch) {
    const core::Table areas = areasOf({{"", 38.4}});
    const CouncilPage page = draft(&areas);
    EXPECT_EQ(page.map.title.toStdString(),
              "Gemiddeld voelt het op een zeer warme zomermiddag als 38\u00a0°C");
    EXPECT_TRUE(page.keySentence.startsWith(QStringLiteral("In Gebied 1 is")));
    EXPECT_EQ(page.meaning.size(), 3);  // no spread
}

TEST_F(CouncilPageOf, WithoutAreasHasTheTitleOfTheAnalysis) {
    const CouncilPage page = draft(nullptr);
    EXPECT_EQ(page.map.title, QStringLiteral("Gevoelstemperatuur op een zeer warme zomermiddag"));
    EXPECT_TRUE(page.table.isEmpty());
    EXPECT_FALSE(taggedPdf(councilDocument(page)).isEmpty());
}

TEST_F(CouncilPageOf, ReadsFromTitleToMapToFigures) {
    const core::Table areas = areasOf({{"Dorp", 38.4}, {"Noord", 36.2}});
    const CouncilPage page = draft(&areas);
    const TaggedDocument document = councilDocument(page);
    std::vector<std::string> order;
    for (const TaggedItem& item : document.items) {
        if (const auto* text = std::get_if<TaggedText>(&item)) {
            if (text->role == TextRole::heading1 || text->role == TextRole::heading2) {
                order.push_back(text->text.toStdString());
            }
        } else if (const auto* figure = std::get_if<TaggedFigure>(&item)) {
            order.push_back(figure->alternative.left(6).toStdString());
        } else if (std::holds_alternative<TaggedTable>(item)) {
            order.emplace_back("table");
        }
    }
    EXPECT_EQ(order, (std::vector<std::string>{page.map.title.toStdString(), "Kaart ", "Legend",
                                               "Wat betekent dit?", "Warmste gebieden", "table",
                                               "Wat zegt deze kaart niet?",
                                               "De cijfers bij deze kaart", "table"}));
    EXPECT_EQ(document.pageSizesMillimetres.size(), 2U);
}

// Everything between the margins, whatever the length of the title and the number of areas.
TEST_F(CouncilPageOf, KeepsMapAndLegendOnThePage) {
    std::vector<std::pair<std::string, double>> means;
    for (int index = 0; index < 150; ++index) {
        means.emplace_back("Gebied met een lange naam nummer " + std::to_string(index),
                           35.0 + 0.05 * index);
    }
    const core::Table areas = areasOf(means);
    for (const auto orientation : {QPageLayout::Portrait, QPageLayout::Landscape}) {
        CouncilPage page = draft(&areas, orientation);
        page.map.title = QStringLiteral("woord ").repeated(66);
        const TaggedDocument document = councilDocument(page);
        const QRectF paper(QPointF(), document.pageSizesMillimetres.front());
        for (const TaggedItem& item : document.items) {
            if (const auto* figure = std::get_if<TaggedFigure>(&item)) {
                EXPECT_TRUE(paper.contains(figure->placeMillimetres));
                EXPECT_GT(figure->placeMillimetres.height(), 3.0);
            }
        }
        EXPECT_GE(document.pageSizesMillimetres.size(), 4U);
    }
}

TEST_F(CouncilPageOf, HasAsManyRowsAsFitAboveWhatItDoesNotSay) {
    std::vector<std::pair<std::string, double>> means;
    for (int index = 0; index < 8; ++index) {
        means.emplace_back("Gebied " + std::to_string(index), 35.0 + 0.5 * index);
    }
    const core::Table areas = areasOf(means);
    const auto rows = [&](int marks, QPageLayout::Orientation orientation) {
        CouncilPage page = draft(&areas, orientation);
        LegendSection section;
        section.items.resize(static_cast<std::size_t>(marks));
        for (LegendItem& item : section.items) {
            item.label = QStringLiteral("iets");
        }
        page.map.legend.insert(page.map.legend.begin(), section);
        const TaggedDocument document = councilDocument(page);
        std::vector<std::size_t> found;
        for (const TaggedItem& item : document.items) {
            if (const auto* table = std::get_if<TaggedTable>(&item)) {
                found.push_back(table->rows.size());
            }
        }
        EXPECT_EQ(found.back(), 9U);  // all, on the second page
        return found.size() == 2 ? found.front() : 0;
    };
    EXPECT_EQ(rows(1, QPageLayout::Landscape), 9U);
    const std::size_t some = rows(10, QPageLayout::Landscape);
    EXPECT_GT(some, 1U);
    EXPECT_LT(some, 9U);
    EXPECT_EQ(rows(40, QPageLayout::Landscape), 0U);
    EXPECT_EQ(rows(10, QPageLayout::Portrait), 9U);  // there the map gets lower
}

TEST_F(CouncilPageOf, HoldsThePublicRecordAndACheckCode) {
    const CouncilPage page = draft(nullptr);
    ASSERT_EQ(page.attachments.size(), 1U);
    EXPECT_FALSE(page.attachments[0].bytes.contains("someone"));
    EXPECT_TRUE(page.attachments[0].bytes.contains("heat-stress"));
    EXPECT_TRUE(page.checkCode.startsWith(QStringLiteral("Narekenen: ")));
    const QString code = page.checkCode;
    EXPECT_EQ(draft(nullptr).checkCode, code);  // of the same results the same
    record_.outputs.back().contentHash = "abd";
    EXPECT_NE(draft(nullptr).checkCode, code);
}

TEST_F(CouncilPageOf, DoesNotLeaveWithFiguresOfPersons) {
    const core::Table areas = areasOf({{"Dorp", 38.4}}, PrivacyClass::personal);
    const CouncilPage page = draft(&areas);
    EXPECT_THROW(released(page, core::ReleaseProfile::openbaar), core::Error);
    EXPECT_NO_THROW(released(page, core::ReleaseProfile::intern));
}

TEST_F(CouncilPageOf, IsAPictureWithADescriptionToo) {
    const core::Table areas = areasOf({{"Dorp", 38.4}, {"Noord", 36.2}});
    const CouncilPage page = draft(&areas);
    const QImage image = pagePicture(councilDocument(page), 0, 60);
    EXPECT_EQ(image.width(), 496);
    EXPECT_TRUE(image.text(QStringLiteral("Description")).startsWith(page.mapAlternative));
}

TEST_F(CouncilPageOf, IsAPictureForATextDocument) {
    const core::Table areas = areasOf({{"Dorp", 38.4}, {"Noord", 36.2}});
    CouncilPage page = draft(&areas);
    page.house.wordWidthMillimetres = 160.0;
    const QImage image = pagePicture(wordPicture(page), 0);
    EXPECT_EQ(image.width(), 1890);  // 16 cm of 300 dots per inch
    const WordContent content = wordContent(released(page, core::ReleaseProfile::openbaar));
    EXPECT_TRUE(
        content.html.contains(QStringLiteral("alt=\"") + page.mapAlternative.toHtmlEscaped()));
    EXPECT_TRUE(content.plainText.startsWith(page.map.title));
    EXPECT_EQ(content.picture.size(), image.size());
}

// "29 – < 35" stands in the words of the legend.
TEST_F(CouncilPageOf, IsWellFormedAsSvg) {
    const core::Table areas = areasOf({{"Dorp & Co <1>", 38.4}, {"Noord", 36.2}});
    const CouncilPage page = draft(&areas);
    QXmlStreamReader reader(pageSvg(councilDocument(page), 0));
    QString title;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement &&
            reader.name() == QStringLiteral("title")) {
            title += reader.readElementText();
        }
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_EQ(title, page.map.title);
}

// Title of 400 characters, logo, headline: all keep their place on the page.
TEST_F(CouncilPageOf, HoldsAHouseStyleOnEachShape) {
    const core::Table areas = areasOf({{"Dorp", 38.4}, {"Noord", 36.2}});
    for (const auto orientation : {QPageLayout::Portrait, QPageLayout::Landscape}) {
        CouncilPage page = draft(&areas, orientation);
        setHouseStyle(page,
                      readHouseStyle(std::filesystem::path(LOMMER_RESOURCES) / "house_style" /
                                     "example.json"),
                      texts_);
        page.headline = QStringLiteral("Bijlage 2 bij raadsvoorstel ").repeated(12);
        page.map.title = QStringLiteral("woord ").repeated(66);
        const TaggedDocument document = councilDocument(page);
        const auto* logo = std::get_if<TaggedFigure>(&document.items.front());
        ASSERT_NE(logo, nullptr);
        EXPECT_EQ(logo->alternative, QStringLiteral("Logo van Gemeente Lommerdal"));
        EXPECT_FALSE(taggedPdf(document).isEmpty());
    }
}

}  // namespace
}  // namespace lommer::app
