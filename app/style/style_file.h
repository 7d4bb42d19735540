#pragma once

#include "app/style/layer_style.h"

#include <QByteArray>
#include <QString>
#include <map>

namespace lommer::app {

/// Styles by output id, as `resources/analyses/<id>/style.json` holds them, or by subject, as
/// `resources/subjects/style.json` does:
///
///   {"<output>": {"column": "mean", "classes": [{"from": 29, "to": 35, "colour": "#fdc66b",
///                                                "label": {"nl": "…", "en": "…"}}]}}
///   {"<output>": {"ramp": ["#eaf4fb", "#143d76"], "minimum": 0, "maximum": 1}}
///
///   {"<output>": {"ramp": ["#ffffcc", "#253494"], "codes": {"from": ["<setting>"],
///                 "unless": ["<setting>", "<value>"], "withoutRanges": ["<setting>", "<value>"]}}}
///
///   {"<subject>": {"colour": "#9cc6e8", "outline": true, "pointRadius": 2.2}}
///   {"<subject>": {"column": "class", "categories": [{"values": ["heath"], "colour": "#c9a3bd",
///                                                     "label": {"nl": "…", "en": "…"}}]}}
///
/// A category without `values` holds all other texts. `column` may be a list: the first that there
/// is.
/// `"holes": "not-applicable"` says what cells without a value are.
/// `from` and `to` may be left out (open end), `column` for rasters, `minimum` and `maximum` where
/// the data decide (`isFitted`); `codes` is StyleCodes. Throws Error file-unreadable naming
/// `fileName` with what is wrong and where under details.
std::map<QString, LayerStyle> readStyles(const QByteArray& json, const QString& fileName);

}  // namespace lommer::app
