#include "app/layout/house_style.h"

#include "app/text/utf8.h"
#include "core/base/error.h"
#include "gis/platform/file_error.h"

#include <QFile>
#include <QFontInfo>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSvgRenderer>
#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

constexpr qint64 kLargestLogo = 5'000'000;

QByteArray contentOf(const fs::path& file, qint64 most) {
    QFile source(fromUtf8(gis::utf8(file)));
    return source.open(QIODevice::ReadOnly) && source.size() <= most ? source.readAll()
                                                                     : QByteArray();
}

/// Width and height; empty where it is no picture.
QSizeF sizeOfPicture(const QByteArray& bytes) {
    if (bytes.isEmpty()) {
        return {};
    }
    if (const QImage image = QImage::fromData(bytes); !image.isNull()) {
        return image.size();
    }
    const QSvgRenderer renderer(bytes);
    return renderer.isValid() ? QSizeF(renderer.viewBoxF().size()) : QSizeF();
}

double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrastOnWhite(const QColor& colour) {
    return 1.05 / (luminance(colour) + 0.05);
}

/// Takes what can be used out of the JSON; the rest becomes remarks.
class Reader {
public:
    Reader(const QJsonObject& json, fs::path folder) : json_(json), folder_(std::move(folder)) {}

    HouseStyle read() {
        style_.organisation = text(QStringLiteral("organisation"));
        style_.contact = text(QStringLiteral("contact"));
        readLogo();
        readFont(QStringLiteral("title"), style_.page.titleFamily);
        readFont(QStringLiteral("text"), style_.page.textFamily);
        constexpr double kReadable = 4.5;
        readColour(QStringLiteral("title"), kReadable, style_.page.title);
        readColour(QStringLiteral("text"), kReadable, style_.page.ink);
        readColour(QStringLiteral("secondary"), kReadable, style_.page.faint);
        readColour(QStringLiteral("line"), 0.0, style_.page.line);
        readColour(QStringLiteral("band"), 0.0, style_.page.band);
        readMeasure(QStringLiteral("marginMillimetres"), 8.0, 30.0, style_.page.marginMillimetres);
        readMeasure(QStringLiteral("wordWidthMillimetres"), 80.0, 250.0,
                    style_.wordWidthMillimetres);
        return std::move(style_);
    }

private:
    QString text(const QString& key) const { return json_.value(key).toString().simplified(); }

    void remark(const char* code, const QString& name, const QString& value) {
        style_.remarks.push_back(
            {code, {{"name", name.toStdString()}, {"value", value.toStdString()}}});
    }

    void readLogo() {
        const QString name = text(QStringLiteral("logo"));
        if (name.isEmpty()) {
            return;
        }
        const QByteArray bytes =
            contentOf(folder_ / gis::pathFromUtf8(name.toStdString()), kLargestLogo);
        if (sizeOfPicture(bytes).isEmpty()) {
            remark("house-style-logo", QStringLiteral("logo"), name);
        } else {
            style_.logo = bytes;
        }
    }

    void readFont(const QString& key, QString& family) {
        const QString wanted =
            json_.value(QStringLiteral("fonts")).toObject().value(key).toString().simplified();
        if (wanted.isEmpty()) {
            return;
        }
        if (QFontInfo(QFont(wanted)).family().compare(wanted, Qt::CaseInsensitive) == 0) {
            family = wanted;
        } else {
            remark("house-style-font", key, wanted);
        }
    }

    void readColour(const QString& key, double leastContrast, QColor& colour) {
        const QString name =
            json_.value(QStringLiteral("colours")).toObject().value(key).toString();
        if (name.isEmpty()) {
            return;
        }
        const QColor wanted(name);
        if (!wanted.isValid()) {
            remark("house-style-value", key, name);
        } else if (contrastOnWhite(wanted) < leastContrast) {
            remark("house-style-contrast", key, name);
        } else {
            colour = wanted;
        }
    }

    void readMeasure(const QString& key, double least, double most, double& millimetres) {
        if (!json_.contains(key)) {
            return;
        }
        const double wanted = json_.value(key).toDouble(std::nan(""));
        if (wanted >= least && wanted <= most) {
            millimetres = wanted;
        } else {
            remark("house-style-value", key, json_.value(key).toVariant().toString());
        }
    }

    QJsonObject json_;
    fs::path folder_;
    HouseStyle style_;
};

}  // namespace

HouseStyle readHouseStyle(const std::filesystem::path& file) {
    const std::string text = gis::readTextFile(file);
    QJsonParseError error;
    const QJsonObject json =
        QJsonDocument::fromJson(QByteArray::fromStdString(text), &error).object();
    if (json.value(QStringLiteral("format")).toString() != QStringLiteral("lommer-house-style")) {
        throw core::Error(core::ErrorCode::fileUnreadable, {{"file", gis::utf8(file.filename())}},
                          error.error == QJsonParseError::NoError
                              ? "no house style"
                              : error.errorString().toStdString());
    }
    return Reader(json, file.parent_path()).read();
}

double logoShape(const HouseStyle& style) {
    const QSizeF size = sizeOfPicture(style.logo);
    return size.isEmpty() ? 0.0 : size.width() / size.height();
}

void drawLogo(QPainter& painter, const HouseStyle& style, const QRectF& place) {
    const double shape = logoShape(style);
    if (shape <= 0.0) {
        return;
    }
    const double height = std::min(place.height(), place.width() / shape);
    const QRectF target(place.topLeft(), QSizeF(height * shape, height));
    if (const QImage image = QImage::fromData(style.logo); !image.isNull()) {
        painter.drawImage(target, image);
        return;
    }
    QSvgRenderer(style.logo).render(&painter, target);
}

}  // namespace lommer::app
