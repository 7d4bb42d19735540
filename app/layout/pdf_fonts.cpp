#include "app/layout/pdf_fonts.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>
#include <set>
#include <string>

namespace lommer::app {
namespace {

constexpr int kTagLength = 6;

QByteArray bytesOf(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData();
    return {reinterpret_cast<const char*>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

/// Six capitals that follow from the bytes of the font.
std::string tagOf(const QPDFObjectHandle& fontFile) {
    const QByteArray hash = QCryptographicHash::hash(bytesOf(fontFile), QCryptographicHash::Sha256);
    std::string tag;
    for (const char byte : hash.first(kTagLength)) {
        tag += static_cast<char>('A' + static_cast<unsigned char>(byte) % 26);
    }
    return tag;
}

void setTag(QPDFObjectHandle dictionary, const char* key, const std::string& tag) {
    const std::string name = dictionary.getKey(key).getName().substr(1);
    const bool hasTag = name.find('+') == kTagLength;
    dictionary.replaceKey(
        key,
        QPDFObjectHandle::newName("/" + tag + "+" + (hasTag ? name.substr(kTagLength + 1) : name)));
}

void tagSubset(QPDFObjectHandle font) {
    QPDFObjectHandle descendant = font.getKey("/DescendantFonts").getArrayItem(0);
    QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
    for (const char* key : {"/FontFile2", "/FontFile3"}) {
        if (descriptor.hasKey(key)) {
            const std::string tag = tagOf(descriptor.getKey(key));
            setTag(font, "/BaseFont", tag);
            setTag(descendant, "/BaseFont", tag);
            setTag(descriptor, "/FontName", tag);
        }
    }
}

/// In lines "<first> <last> …" of a CMap the letters stand behind the range of glyphs.
QByteArray withSpacesForTabs(const QByteArray& map) {
    const qsizetype behindRange = QByteArray("<0001> <0017> ").size();
    QByteArray result;
    for (const QByteArray& line : map.split('\n')) {
        const bool isRange = line.startsWith('<') && line.size() > behindRange;
        QByteArray letters = isRange ? line.sliced(behindRange) : QByteArray();
        result += line.first(line.size() - letters.size());
        result += letters.replace("<0009>", "<0020>") + '\n';
    }
    result.chop(1);
    return result;
}

void readSpacesAsSpaces(QPDFObjectHandle font) {
    QPDFObjectHandle map = font.getKey("/ToUnicode");
    if (map.isStream()) {
        map.replaceStreamData(withSpacesForTabs(bytesOf(map)).toStdString(),
                              QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

}  // namespace

void repairPdfFonts(const std::vector<QPDFObjectHandle>& forms) {
    std::set<QPDFObjGen> done;
    for (QPDFObjectHandle form : forms) {
        QPDFObjectHandle fonts = form.getDict().getKey("/Resources").getKey("/Font");
        for (const auto& [name, font] : fonts.ditems()) {
            QPDFObjectHandle one = font;
            const bool isComposite = one.getKey("/Subtype").isNameAndEquals("/Type0");
            if (isComposite && done.insert(one.getObjGen()).second) {
                tagSubset(one);
                readSpacesAsSpaces(one);
            }
        }
    }
}

}  // namespace lommer::app
