#pragma once

#include "app/layout/page_text.h"
#include "core/base/remark.h"

#include <QByteArray>
#include <filesystem>
#include <vector>

namespace lommer::app {

/// What the pages of an organisation look like, and what always stands on them.
struct HouseStyle {
    PageStyle page = {};
    /// "Gemeente Lommerdal"
    QString organisation = {};
    /// Function and address, no person.
    QString contact = {};
    /// A whole SVG, PNG or JPEG; empty without.
    QByteArray logo = {};
    double wordWidthMillimetres = 160.0;
    /// What of the file was not used, and why: house-style-logo, house-style-font,
    /// house-style-contrast, house-style-value.
    std::vector<core::Remark> remarks = {};
};

/// Reads a house style (JSON; see resources/house_style/example.json). A logo that cannot be drawn,
/// a font that is not on this computer, a colour that cannot be read on white (less than 4.5:1,
/// WCAG 1.4.3) and a measure out of range are left at their defaults, with a remark. Throws Error
/// file-missing, and file-unreadable where it is no house style.
HouseStyle readHouseStyle(const std::filesystem::path& file);

/// Draws the logo into `place`, as large as fits, at its left and its top. Nothing without one.
void drawLogo(QPainter& painter, const HouseStyle& style, const QRectF& place);
/// Width against height; 0 without a logo.
double logoShape(const HouseStyle& style);

}  // namespace lommer::app
