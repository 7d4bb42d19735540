#include "tests/gis/vector_io/workbook_on_disk.h"

#include "gis/vector_io/ogr_handles.h"

#include <cpl_vsi.h>

#include <stdexcept>

namespace lommer::test {
namespace {

const std::string kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string kRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

void writePart(const std::filesystem::path& workbook, const std::string& part,
               const std::string& content) {
    const std::string path = "/vsizip/" + gis::gdalPath(workbook) + "/" + part;
    VSILFILE* file = VSIFOpenL(path.c_str(), "wb");
    if (file == nullptr || VSIFWriteL(content.data(), 1, content.size(), file) != content.size()) {
        throw std::runtime_error("cannot write " + path);
    }
    VSIFCloseL(file);
}

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        result += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    }
    return result;
}

std::string partType(const std::string& part, const std::string& type) {
    return "<Override PartName=\"/xl/" + part +
           ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." +
           type + "+xml\"/>";
}

}  // namespace

std::string worksheetXml(const SheetToWrite& sheet) {
    std::string xml = "<worksheet xmlns=\"" + kMain + "\"><sheetData>";
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const std::string number = std::to_string(row + 1);
        xml += "<row r=\"" + number + "\">";
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            const std::string& cell = sheet.rows[row][column];
            if (cell.empty()) {
                continue;
            }
            const std::string place =
                "<c r=\"" + std::string(1, static_cast<char>('A' + column)) + number + '"';
            xml += cell[0] == '=' ? place + "><v>" + cell.substr(1) + "</v></c>"
                                  : place + " t=\"str\"><v>" + escaped(cell) + "</v></c>";
        }
        xml += "</row>";
    }
    return xml + "</sheetData></worksheet>";
}

void writeWorkbook(const std::filesystem::path& path, const std::vector<SheetToWrite>& sheets) {
    std::string list;
    std::string relations;
    std::string parts;
    for (std::size_t index = 0; index < sheets.size(); ++index) {
        const std::string number = std::to_string(index + 1);
        list += "<sheet name=\"" + escaped(sheets[index].name) + "\" sheetId=\"" + number +
                "\" r:id=\"rId" + number + "\"/>";
        parts += partType("worksheets/sheet" + number, "worksheet");
        relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + kOffice +
                     "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    }
    // One handle keeps the archive open while its parts are written.
    const std::string archive = "/vsizip/" + gis::gdalPath(path);
    VSILFILE* whole = VSIFOpenL(archive.c_str(), "wb");
    writePart(path, "[Content_Types].xml",
              "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" +
                  partType("workbook", "sheet.main") + parts + "</Types>");
    writePart(path, "_rels/.rels",
              "<Relationships xmlns=\"" + kRelations + "\"><Relationship Id=\"rId1\" Type=\"" +
                  kOffice + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    writePart(path, "xl/workbook.xml",
              "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kOffice + "\"><sheets>" + list +
                  "</sheets></workbook>");
    writePart(path, "xl/_rels/workbook.xml.rels",
              "<Relationships xmlns=\"" + kRelations + "\">" + relations + "</Relationships>");
    for (std::size_t index = 0; index < sheets.size(); ++index) {
        writePart(path, "xl/worksheets/sheet" + std::to_string(index + 1) + ".xml",
                  sheets[index].xml.empty() ? worksheetXml(sheets[index]) : sheets[index].xml);
    }
    VSIFCloseL(whole);
}

}  // namespace lommer::test
