#include "app/layout/tagged_pdf.h"

#include "gis/crs/amersfoort_position.h"
#include "tests/app/layout/tagged_sample.h"

// First: the others hold vectors of it, which clang wants whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

#include <QHashSeed>
#include <QPainter>
#include <QXmlStreamReader>
#include <set>

namespace lommer::app {
namespace {

using test::sampleMap;
using test::taggedSample;
using testing::ElementsAre;

constexpr double kPointsPerMillimetre = 72.0 / 25.4;

/// A PDF taken apart again.
class Parsed {
public:
    explicit Parsed(const TaggedDocument& document) : bytes_(taggedPdf(document)) {
        pdf_.processMemoryFile("test", bytes_.constData(), static_cast<std::size_t>(bytes_.size()));
    }

    QPDF& pdf() { return pdf_; }
    QPDFObjectHandle catalogue() { return pdf_.getRoot(); }
    QPDFObjectHandle page(std::size_t number) { return pdf_.getAllPages().at(number); }
    QPDFObjectHandle documentElement() {
        return catalogue().getKey("/StructTreeRoot").getKey("/K").getArrayItem(0);
    }
    /// All elements below the document with this type, in the order of reading.
    std::vector<QPDFObjectHandle> elements(const std::string& type) {
        std::vector<QPDFObjectHandle> found;
        collect(documentElement(), type, found);
        return found;
    }

private:
    static void collect(QPDFObjectHandle element, const std::string& type,
                        std::vector<QPDFObjectHandle>& found) {
        if (element.getKey("/S").getName() == type) {
            found.push_back(element);
        }
        if (element.getKey("/K").isArray()) {
            for (const QPDFObjectHandle& child : element.getKey("/K").aitems()) {
                collect(child, type, found);
            }
        }
    }

    QByteArray bytes_;
    QPDF pdf_;
};

/// "Table(TR(TH TH))"
std::string outline(QPDFObjectHandle element) {
    std::string text = element.getKey("/S").getName().substr(1);
    if (element.getKey("/K").isArray()) {
        std::string children;
        for (const QPDFObjectHandle& child : element.getKey("/K").aitems()) {
            children += (children.empty() ? "" : " ") + outline(child);
        }
        text += "(" + children + ")";
    }
    return text;
}

std::vector<double> numbers(QPDFObjectHandle array) {
    std::vector<double> values;
    for (QPDFObjectHandle item : array.getArrayAsVector()) {
        values.push_back(item.getNumericValue());
    }
    return values;
}

std::string streamText(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

TEST(TaggedPdf, HasThePartsInTheOrderOfReading) {
    Parsed parsed(taggedSample());
    EXPECT_EQ(outline(parsed.documentElement()),
              "Document(H1 Figure P L(LI(LBody) LI(LBody)) H2 "
              "Table(TR(TH TH) TR(TH TD) TR(TH TD)))");
    EXPECT_TRUE(parsed.catalogue().getKey("/MarkInfo").getKey("/Marked").getBoolValue());
}

TEST(TaggedPdf, StartsANewListAfterAnythingButDecoration) {
    const auto nothing = [](QPainter&) {};
    const TaggedText point{TextRole::listItem, {0, nothing}};
    TaggedDocument document = taggedSample();
    document.items = {point, Decoration{{0, nothing}}, point,
                      TaggedText{TextRole::paragraph, {0, nothing}}, point};
    document.maps.clear();
    Parsed parsed(document);
    EXPECT_EQ(outline(parsed.documentElement()), "Document(L(LI(LBody) LI(LBody)) P L(LI(LBody)))");
}

// A reader goes from the content to its part by the parent tree, and back by /Pg and /K.
TEST(TaggedPdf, TiesEachMarkedContentToItsPart) {
    Parsed parsed(taggedSample());
    std::vector<QPDFObjectHandle> tree = parsed.catalogue()
                                             .getKey("/StructTreeRoot")
                                             .getKey("/ParentTree")
                                             .getKey("/Nums")
                                             .getArrayAsVector();
    ASSERT_EQ(tree.size(), 4U);
    for (std::size_t number = 0; number < 2; ++number) {
        QPDFObjectHandle page = parsed.page(number);
        EXPECT_EQ(page.getKey("/StructParents").getIntValue(), tree[2 * number].getIntValue());
        EXPECT_EQ(page.getKey("/Tabs").getName(), "/S");
        const std::string contents = streamText(page.getKey("/Contents"));
        long long marked = 0;
        for (QPDFObjectHandle owner : tree[2 * number + 1].getArrayAsVector()) {
            EXPECT_EQ(owner.getKey("/Pg").getObjGen(), page.getObjGen());
            EXPECT_EQ(owner.getKey("/K").getIntValue(), marked);
            const std::string tag =
                owner.getKey("/S").getName() + " <</MCID " + std::to_string(marked) + ">> BDC";
            EXPECT_THAT(contents, testing::HasSubstr(tag));
            ++marked;
        }
        EXPECT_EQ(contents.find("/MCID " + std::to_string(marked)), std::string::npos);
    }
}

TEST(TaggedPdf, KeepsDecorationOutOfTheStructure) {
    Parsed parsed(taggedSample());
    EXPECT_TRUE(streamText(parsed.page(0).getKey("/Contents"))
                    .starts_with("/Artifact <</Type /Layout>> BDC"));
}

TEST(TaggedPdf, SaysTitleAndLanguageWhereReadersLook) {
    Parsed parsed(taggedSample());
    QPDFObjectHandle catalogue = parsed.catalogue();
    EXPECT_EQ(catalogue.getKey("/Lang").getUTF8Value(), "nl-NL");
    EXPECT_TRUE(catalogue.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    QPDFObjectHandle information = parsed.pdf().getTrailer().getKey("/Info");
    EXPECT_EQ(information.getKey("/Title").getUTF8Value(), taggedSample().title.toStdString());
    EXPECT_EQ(information.getKey("/Author").getUTF8Value(), "Team Geo-informatie");
    EXPECT_EQ(information.getKey("/CreationDate").getUTF8Value(), "D:20260305");
}

TEST(TaggedPdf, RepeatsThemInXmp) {
    Parsed parsed(taggedSample());
    QStringList found;
    QXmlStreamReader xml(
        QByteArray::fromStdString(streamText(parsed.catalogue().getKey("/Metadata"))));
    QString property;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("li")) {
            const QString language = xml.attributes().value(QStringLiteral("xml:lang")).toString();
            found << property + QLatin1Char('@') + language + QLatin1Char('=') +
                         xml.readElementText();
        } else if (xml.isStartElement() && xml.namespaceUri().contains(QLatin1String("dc/"))) {
            property = xml.name().toString();
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_EQ(found.join(QLatin1Char('|')).toStdString(),
              "title@x-default=Warmte in de gemeente <Ede & omgeving>|"
              "title@nl-NL=Warmte in de gemeente <Ede & omgeving>|"
              "creator@=Team Geo-informatie|"
              "description@x-default=Bijlage bij het raadsvoorstel|"
              "description@nl-NL=Bijlage bij het raadsvoorstel|language@=nl-NL");
}

TEST(TaggedPdf, DescribesFiguresAndSaysWhereTheyAre) {
    Parsed parsed(taggedSample());
    QPDFObjectHandle figure = parsed.elements("/Figure").at(0);
    EXPECT_EQ(figure.getKey("/Alt").getUTF8Value(),
              "Kaart: het warmst in de kern, koeler op de heide.");
    // 15 to 195 mm from the left, 40 to 160 mm from the top of 297 mm.
    const double expected[] = {15.0, 297.0 - 160.0, 195.0, 297.0 - 40.0};
    const std::vector<double> box = numbers(figure.getKey("/A").getKey("/BBox"));
    ASSERT_EQ(box.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(box[i], expected[i] * kPointsPerMillimetre, 1e-4);
    }
}

TEST(TaggedPdf, ReadsOtherWordsWhereTheyAreGiven) {
    Parsed parsed(taggedSample());
    EXPECT_EQ(parsed.elements("/P").at(0).getKey("/ActualText").getUTF8Value(),
              "Gemiddeld per buurt, in graden Celsius.");
    EXPECT_FALSE(parsed.elements("/LBody").at(0).hasKey("/ActualText"));
}

TEST(TaggedPdf, SaysWhatTheHeadersOfATableAreAbout) {
    Parsed parsed(taggedSample());
    std::vector<std::string> scopes;
    for (QPDFObjectHandle header : parsed.elements("/TH")) {
        scopes.push_back(header.getKey("/ActualText").getUTF8Value() +
                         header.getKey("/A").getKey("/Scope").getName());
    }
    EXPECT_THAT(scopes, ElementsAre("Buurt/Column", "Bomen/Column", "Kern/Row", "Heide/Row"));
    QPDFObjectHandle table = parsed.elements("/Table").at(0);
    EXPECT_EQ(table.getKey("/A").getKey("/Summary").getUTF8Value(), "Bomen per buurt");
}

TEST(TaggedPdf, LeavesAnEmptyCellInItsRow) {
    TaggedDocument document = taggedSample();
    TaggedTable& table = std::get<TaggedTable>(document.items.back());
    table.rows[1][1].painted.paint = {};
    Parsed parsed(document);
    EXPECT_EQ(outline(parsed.elements("/Table").at(0)), "Table(TR(TH TH) TR(TH TD) TR(TH TD))");
    EXPECT_FALSE(parsed.elements("/TD").at(0).hasKey("/K"));
    EXPECT_EQ(parsed.elements("/TD").at(1).getKey("/ActualText").getUTF8Value(), "56");
}

TEST(TaggedPdf, HangsABookmarkOnEachHeading) {
    Parsed parsed(taggedSample());
    QPDFObjectHandle title = parsed.catalogue().getKey("/Outlines").getKey("/First");
    EXPECT_EQ(title.getKey("/Title").getUTF8Value(), "Ruim een derde van de buurten is warm");
    QPDFObjectHandle figures = title.getKey("/First");
    EXPECT_EQ(figures.getKey("/Title").getUTF8Value(), "De cijfers");
    EXPECT_EQ(figures.getKey("/Dest").getArrayItem(0).getObjGen(), parsed.page(1).getObjGen());
}

TEST(TaggedPdf, KeepsAttachedFilesUnharmed) {
    const TaggedDocument document = taggedSample();
    Parsed parsed(document);
    const auto file = QPDFEmbeddedFileDocumentHelper(parsed.pdf())
                          .getEmbeddedFile(document.attachments[0].fileName.toStdString());
    ASSERT_NE(file, nullptr);
    QPDFEFStreamObjectHelper stream(file->getEmbeddedFileStream());
    EXPECT_EQ(QByteArray::fromStdString(streamText(stream.getObjectHandle())),
              document.attachments[0].bytes);
    EXPECT_EQ(stream.getSubtype(), "application/json");
    EXPECT_EQ(file->getDescription(), "Waar de gegevens vandaan komen");
    EXPECT_EQ(file->getObjectHandle().getKey("/AFRelationship").getName(), "/Data");
    EXPECT_EQ(parsed.catalogue().getKey("/AF").getArrayItem(0).getObjGen(),
              file->getObjectHandle().getObjGen());
}

TEST(TaggedPdf, SaysWhereTheMapLies) {
    Parsed parsed(taggedSample());
    QPDFObjectHandle viewport = parsed.page(0).getKey("/VP").getArrayItem(0);
    QPDFObjectHandle measure = viewport.getKey("/Measure");
    EXPECT_EQ(measure.getKey("/Subtype").getName(), "/GEO");
    EXPECT_EQ(measure.getKey("/GCS").getKey("/EPSG").getIntValue(), 28992);
    const std::vector<double> local = numbers(measure.getKey("/LPTS"));
    const std::vector<double> geographic = numbers(measure.getKey("/GPTS"));
    ASSERT_EQ(local.size(), 8U);
    ASSERT_EQ(geographic.size(), 8U);
    const core::Bounds rd = sampleMap().rdBounds;
    std::set<std::pair<double, double>> corners;
    for (std::size_t i = 0; i < 8; i += 2) {
        corners.insert({local[i], local[i + 1]});
        // (0, 0) is the lower left corner of the viewport, (1, 1) the upper right one.
        const gis::AmersfoortPosition expected = gis::amersfoortPosition(
            {rd.xmin + local[i] * rd.width(), rd.ymin + local[i + 1] * rd.height()});
        EXPECT_NEAR(geographic[i], expected.latitudeDegrees, 1e-9);
        EXPECT_NEAR(geographic[i + 1], expected.longitudeDegrees, 1e-9);
    }
    EXPECT_EQ(corners.size(), 4U);
    EXPECT_FALSE(parsed.page(1).hasKey("/VP"));
}

TEST(TaggedPdf, EmbedsEachFontOnceUnderOneName) {
    Parsed parsed(taggedSample());
    std::set<std::string> names;
    int files = 0;
    for (QPDFObjectHandle object : parsed.pdf().getAllObjects()) {
        if (object.isDictionary() && object.hasKey("/BaseFont")) {
            names.insert(object.getKey("/BaseFont").getName());
        } else if (object.isDictionary() && object.hasKey("/FontFile2")) {
            names.insert(object.getKey("/FontName").getName());
            ++files;
        }
    }
    EXPECT_EQ(files, 2);
    EXPECT_THAT(names, ElementsAre(testing::MatchesRegex("/[A-Z]+\\+DejaVuSans.*"),
                                   testing::MatchesRegex("/[A-Z]+\\+DejaVuSans.*")));
}

// QPdfWriter numbers fonts in the order of a hash table.
TEST(TaggedPdf, HasTheSameBytesWhateverTheHashSeed) {
    const TaggedDocument document = taggedSample();
    QHashSeed::setDeterministicGlobalSeed();
    const QByteArray expected = taggedPdf(document);
    for (int i = 0; i < 5; ++i) {
        QHashSeed::resetRandomGlobalSeed();
        EXPECT_TRUE(taggedPdf(document) == expected);
    }
}

TEST(TaggedPdf, IsSmall) {
    EXPECT_LT(taggedPdf(taggedSample()).size(), 60'000);
}

}  // namespace
}  // namespace lommer::app
