#pragma once

#include "app/project/layer.h"
#include "app/text/texts.h"
#include "core/engine/run_record.h"

#include <QStringList>
#include <map>
#include <string>
#include <vector>

namespace lommer::app {

/// What people call an input: a result of ours by the name of its output, other data by their own.
QString inputName(const core::RecordedInput& input, const Texts& texts);

/// What tells the results among the inputs of a run apart.
struct InputContrast {
    enum class Kind { none, days, variants };
    Kind kind = Kind::none;
    /// By role, as they stand in a sentence: "de middag van 26 juli 2018", "variant ‘bomen’". Of
    /// days with the variant behind it where that differs too.
    std::map<std::string, QString> names = {};
};
InputContrast inputContrast(const core::RunRecord& record, const Texts& texts);

/// Data as a page names them: registers by their names with reference dates (the first and the last
/// where layers differ) and licence, other data by their own names. Each once, in their order:
/// "BGT (peildatum 1 maart 2026, CC0)". Made-up data are called that, whatever they are made to
/// look like.
QStringList sourcesOf(const std::vector<core::RecordedSource>& sources, const Texts& texts);
/// Those that a run stands on; of a result among its inputs what that stands on.
QStringList sourcesOf(const core::RunRecord& record, const Texts& texts);
/// The same for one layer of a delivery.
QString sourceOf(const gis::LayerDescription& layer, const Texts& texts);

/// "Bron: a; b." for the foot of a page, each source once; empty without sources.
QString sourceLine(const std::vector<const Layer*>& layers);

}  // namespace lommer::app
