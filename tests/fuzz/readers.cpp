#include "tests/fuzz/readers.h"

#include "core/base/error.h"
#include "core/disclosure/personal_data.h"
#include "core/engine/run_record.h"
#include "core/engine/scenario.h"
#include "core/subjects/data_check.h"
#include "gis/registers/inventory.h"
#include "gis/registers/knmi_hours.h"
#include "gis/registers/mapping_files.h"
#include "gis/registers/register_tables.h"
#include "gis/registers/statline_json.h"
#include "gis/registers/value_rules.h"
#include "gis/vector_io/wkb_decoder.h"
#include "tests/gis/vector_io/workbook_on_disk.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace lommer::fuzz {
namespace {

namespace fs = std::filesystem;

std::string startOf(const fs::path& file) {
    constexpr std::size_t kBytes = 12'000;
    std::ifstream stream(file, std::ios::binary);
    std::string text(kBytes, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(kBytes));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

void addRealStarts(std::vector<std::string>& texts, const std::vector<fs::path>& files) {
    for (const fs::path& file : files) {
        if (fs::exists(file)) {
            texts.push_back(startOf(file));
        }
    }
}

/// What happens to the rows of a layer on its way in: rules for values, classes, the data check.
void goThrough(const core::Table& table) {
    core::findPersonalData(table);
    for (const core::ColumnPointer& column : table.columns()) {
        for (const auto rule : {gis::ValueRule::bagIdentification, gis::ValueRule::buildingYear,
                                gis::ValueRule::list, gis::ValueRule::bgtTerm}) {
            for (const auto type :
                 {core::ColumnType::text, core::ColumnType::integer, core::ColumnType::real}) {
                gis::convert(*column, {column->info().name, type}, {rule, true});
            }
        }
    }
    for (const char* subject : {"neighbourhoods", "addresses", "dwellings", "buildings"}) {
        core::checkData(core::findSubject(subject), table);
    }
}

/// All layers of a file with this content, opened and read as the program does.
void readFile(const fs::path& file) {
    core::RemarkList remarks;
    for (const gis::LayerDescription& layer : gis::inspect(file, remarks)) {
        goThrough(gis::openRegisterTable(layer.location, remarks).source->read({}, {}));
    }
}

void writeAndRead(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
    readFile(file);
}

Reader csvReader(const fs::path& folder, const fs::path& realData) {
    Reader reader{
        "csv",
        {"code;naam;x;y;datum;aantal\nBU00010001;Wijk 1;217000,5;442000,25;2024-01-31;"
         "1.234\nBU00010002;\"Noord; zuid\";217001,5;442001,25;31-01-2024;.\n",
         "id,geom,postcode,huisnummer\n1,\"POINT (217000 442000)\",1234 AB,5\n2,\"POLYGON "
         "((0 0, 10 0, 10 10, 0 0))\",1234AB,6\n",
         "bsn\tmail\tbedrag\n111222333\ta@b.nl\t1.234,50\n123456782\t\t-99997\n"},
        [file = folder / "invoer.csv"](const std::string& text) { writeAndRead(file, text); }};
    addRealStarts(reader.texts, {realData / "cbs_nl/neighbourhoods_nl_2021.csv",
                                 realData / "weather_knmi/vlissingen_prec_hourly.csv"});
    return reader;
}

Reader weatherReader(const fs::path& realData) {
    Reader reader{"knmi",
                  {"# STN,YYYYMMDD,   HH,   DD,   FH,   FF,    T,   RH,    Q,    U\n\n"
                   "  260,20180726,   13,  120,   30,   40,  345,   -1,  250,   35\n"
                   "  260,20180726,   14,  990,   30,   40,  351,    0,  240,   33\n"},
                  [](const std::string& text) { gis::parseKnmiHours(text, "uurgeg.txt"); }};
    addRealStarts(reader.texts, {realData / "weather_knmi/uurgeg_260_1991-2000.txt"});
    return reader;
}

Reader gmlReader(const fs::path& folder) {
    return {
        "gml",
        {"<?xml version=\"1.0\"?><CityModel xmlns=\"http://www.opengis.net/citygml/2.0\" "
         "xmlns:gml=\"http://www.opengis.net/gml\" xmlns:imgeo=\"http://www.geostandaarden.nl/imgeo"
         "/2.1\"><cityObjectMember><BuildingPart gml:id=\"b1\"><creationDate>2016-01-01"
         "</creationDate><imgeo:bronhouder>G0228</imgeo:bronhouder><imgeo:geometrie2dGrondvlak>"
         "<gml:Polygon srsName=\"urn:ogc:def:crs:EPSG::28992\"><gml:exterior><gml:LinearRing>"
         "<gml:posList>182000 458000 182010 458000 182010 458010 182000 458000</gml:posList>"
         "</gml:LinearRing></gml:exterior></gml:Polygon></imgeo:geometrie2dGrondvlak>"
         "</BuildingPart></cityObjectMember></CityModel>\n"},
        [file = folder / "invoer.gml"](const std::string& text) { writeAndRead(file, text); }};
}

Reader statLineReader() {
    return {
        "statline",
        {R"({"odata.metadata":"https://opendata.cbs.nl/ODataApi/OData/85984NED/$metadata#Cbs.)"
         R"(OData.WebAPI.TypedDataSet","value":[{"ID":0,"WijkenEnBuurten":"NL00      ",)"
         R"("Gemeentenaam_1":"Nederland ","AantalInwoners_5":17942942,"Grootte_33":2.1},)"
         R"({"ID":1,"WijkenEnBuurten":"BU01970101","AantalInwoners_5":null,"Grootte_33":"."}]})",
         R"({"@odata.context":"https://datasets.cbs.nl/odata/v1/CBS/85984NED/$metadata#)"
         R"(Observations","value":[{"Id":0,"Measure":"M1","ValueAttribute":"Secret",)"
         R"("Value":null,"StringValue":null,"WijkenEnBuurten":"BU1 ","Perioden":"2024JJ00"},)"
         R"({"Id":1,"Measure":"M1","Value":5.0,"WijkenEnBuurten":"BU2 "}]})",
         R"([{"RegioS":"A","In":{"N_1":1,"List":[1]},"N_1":3,"N_1":4},5,null])"},
        [](const std::string& text) {
            goThrough(gis::parseStatLineJson(text, "cijfers.json").table);
        }};
}

Reader mappingReader(const fs::path& folder) {
    const fs::path mappings = folder / "mappings";
    gis::ColumnMapping mapping;
    mapping.delivery = {"boomnr", "hoogtem", "soort"};
    mapping.subject = "tree-points";
    mapping.columns = {{"height", "hoogtem"}, {"species", "soort"}};
    gis::rememberMapping(mapping, mappings);
    const fs::path file = fs::directory_iterator(mappings)->path();
    return {"mapping", {startOf(file)}, [file, mappings](const std::string& text) {
                std::ofstream(file, std::ios::binary) << text;
                core::RemarkList remarks;
                for (const auto& read : gis::readMappings(mappings, remarks)) {
                    gis::mappingOf({}, {read});
                }
            }};
}

Reader geoJsonReader(const fs::path& folder) {
    return {
        "geojson",
        {R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
         R"({"naam":"a","nr":1},"geometry":{"type":"Polygon","coordinates":)"
         R"([[[5.1,52.1],[5.2,52.1],[5.2,52.2],[5.1,52.1]]]}}]})"},
        [file = folder / "invoer.geojson"](const std::string& text) { writeAndRead(file, text); }};
}

Reader workbookReader(const fs::path& folder) {
    const test::SheetToWrite sheet{"Bomen",
                                   {{"Bomen van de gemeente"},
                                    {"boomnummer", "soort", "x", "y", "plantjaar"},
                                    {"0012", "Quercus robur", "=217000.5", "=442000", "=1980"},
                                    {"0013", "Tilia", "=217001", "=442001.25", "12,5"}}};
    return {"workbook",
            {test::worksheetXml(sheet)},
            [file = folder / "invoer.xlsx"](const std::string& text) {
                fs::remove(file);
                test::writeWorkbook(file, {{"Bomen", {}, text}});
                readFile(file);
            }};
}

Reader recordReader() {
    core::RunRecord record;
    record.analysis = "zonal-statistics";
    record.analysisVersion = 1;
    record.parameters = {{"median", true}, {"quantiles", std::vector<double>{0.1, 0.9}}};
    record.inputs.emplace_back();
    record.inputs.back().role = "zones";
    record.inputs.back().label = "buurten";
    record.outputs.emplace_back();
    record.outputs.back().id = "zones";
    record.outputs.back().file = "zones.gpkg";
    record.outputs.back().privacy["naam"] = core::PrivacyClass::personal;
    record.outputs.back().units["count"] = core::Unit::count;
    record.region = core::Bounds{0.0, 0.0, 10.0, 10.0};
    record.remarks.push_back(
        {"geometries-repaired", {{"count", std::int64_t{3}}}, core::Point{1.5, 2.5}});
    return {"record",
            {core::toText(record, core::RecordDetail::internal), core::recipeOf(record).dump(2)},
            [](const std::string& text) {
                core::toText(core::recordFromText(text), core::RecordDetail::published);
            }};
}

Reader scenarioReader() {
    return {
        "scenario",
        {R"({"format":"lommer-scenario","formatVersion":1,"name":"bomen","edits":[)"
         R"({"edit":"set-value","role":"surface","value":12.5,"polygon":[[0,0],[10,0],[10,10]]},)"
         R"({"edit":"add-value","role":"surface","value":-1,"polygon":[[0,0],[5,0],[5,5]]}]})"},
        [](const std::string& text) {
            const core::Scenario scenario = core::scenarioFromText(text);
            scenario.boundsOf("surface");
            const core::Grid grid(0.0, 16.0, 1.0, 16, 16);
            core::RasterBuffer<float> cells(16, 16);
            for (const auto& edit : scenario.edits) {
                edit->apply(grid, grid.window(), cells.view());
            }
        }};
}

Reader wkbReader() {
    const std::string point(
        "\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\xF0\x3F"
        "\x00\x00\x00\x00\x00\x00\x00\x40",
        21);
    const std::string collection =
        std::string("\x01\x07\x00\x00\x00\x02\x00\x00\x00", 9) + point + point;
    return {"wkb", {point, collection}, [](const std::string& text) {
                core::GeometryColumn geometries;
                gis::appendWkb({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()},
                               geometries);
            }};
}

}  // namespace

std::vector<Reader> allReaders(const fs::path& folder, const fs::path& realData) {
    return {csvReader(folder, realData),
            weatherReader(realData),
            gmlReader(folder),
            geoJsonReader(folder),
            workbookReader(folder),
            statLineReader(),
            mappingReader(folder),
            recordReader(),
            scenarioReader(),
            wkbReader()};
}

}  // namespace lommer::fuzz
