#pragma once

#include "app/style/nothing.h"
#include "core/base/unit.h"

#include <QColor>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lommer::app {

/// A text in both languages of the program.
struct LocalText {
    QString dutch = {};
    QString english = {};

    bool isEmpty() const { return dutch.isEmpty() && english.isEmpty(); }
    const QString& in(const QLocale& locale) const {
        return locale.language() == QLocale::Dutch ? dutch : english;
    }
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// Values from `from` (included) to `to` (not included); nothing = open end.
struct StyleClass {
    std::optional<double> from = {};
    std::optional<double> to = {};
    QColor colour = {};
    /// Empty: the label is made from the bounds.
    LocalText label = {};

    bool holds(double value) const { return (!from || value >= *from) && (!to || value < *to); }
    friend bool operator==(const StyleClass&, const StyleClass&) = default;
};

/// Texts that are drawn alike.
struct StyleCategory {
    /// Empty: all that no other category holds.
    std::vector<std::string> values = {};
    QColor colour = {};
    LocalText label = {};

    friend bool operator==(const StyleCategory&, const StyleCategory&) = default;
};

/// Where the classes of cells that are codes come from: settings of the run.
struct StyleCodes {
    /// The first of these settings that was given says which codes there are: rows of rules (from,
    /// to, code), bounds of classes 1, 2, 3 …, or their number.
    std::vector<std::string> from = {};
    /// A setting and its value with which the cells are not codes only.
    std::pair<std::string, std::string> unless = {};
    /// A setting and its value with which bounds belong to the class below.
    std::pair<std::string, std::string> withoutRanges = {};

    friend bool operator==(const StyleCodes&, const StyleCodes&) = default;
};

/// How a ramp of differences becomes classes that lie alike on both sides of zero. In the labels
/// `{x}` stands for a number or a range with its unit.
struct StyleDifferences {
    /// The setting from which on a difference is a clear one.
    std::string limit = {};
    LocalText none = {};
    /// Of the outermost classes.
    LocalText more = {};
    LocalText lower = {};
    LocalText higher = {};
    /// In the place of lower and higher for degrees Celsius.
    LocalText cooler = {};
    LocalText warmer = {};

    friend bool operator==(const StyleDifferences&, const StyleDifferences&) = default;
};

enum class StyleKind {
    single,      // one colour
    classes,     // a colour per class of a number
    categories,  // a colour per kind of text
    ramp,        // colours that run on between minimum and maximum
};

/// How one layer is drawn. A value, cheap enough to copy; saved whole with a project.
struct LayerStyle {
    StyleKind kind = StyleKind::single;
    /// The column that decides the colour; empty for rasters and for `single`.
    QString column = {};
    /// Take the place of `column` in a table that lacks it, the first that there is.
    QStringList otherColumns = {};
    /// What a cell without a value is.
    Nothing hole = Nothing::noData;
    QColor colour = QColor(QStringLiteral("#6d8ea8"));
    std::vector<StyleClass> classes = {};
    std::vector<StyleCategory> categories = {};
    /// Areas show as their outline, in `colour`.
    bool isOutline = false;
    /// Of the dot of a point, in pixels of a plain screen.
    double pointRadius = 3.5;
    /// At least two where `kind` is ramp.
    std::vector<QColor> ramp = {};
    double minimum = 0.0;
    double maximum = 1.0;
    /// The ends of the ramp are not given: whoever knows the data fills them in.
    bool isFitted = false;
    /// For a ramp that becomes classes as soon as the run is known; empty for all others.
    StyleCodes codes = {};
    /// Likewise for a ramp of differences.
    StyleDifferences differences = {};
    core::Unit unit = core::Unit::none;
    /// 0 (nothing to see) to 1.
    double opacity = 1.0;

    friend bool operator==(const LayerStyle&, const LayerStyle&) = default;
};

}  // namespace lommer::app
