#pragma once

#include "app/composition/missing_data.h"
#include "app/text/source_catalogue.h"
#include "app/text/texts.h"

#include <QString>
#include <string>
#include <vector>

namespace lommer::app {

/// How to get data of the first of these subjects that a source is known for, as HTML; empty where
/// there is none.
QString sourceHtml(const std::vector<std::string>& subjects, const SourceCatalogue& sources,
                   const Texts& texts);

/// The roles of an analysis that no layer fills, each with how to get its data, as HTML; empty
/// where nothing is missing.
QString missingHtml(const std::string& analysis, const std::vector<MissingData>& missing,
                    const SourceCatalogue& sources, const Texts& texts);

}  // namespace lommer::app
