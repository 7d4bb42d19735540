#pragma once

#include "app/layout/tagged_pdf.h"

namespace lommer::app::test {

/// Two pages of A4: title, map, sentence, two points of a list, a table of three rows, a line that
/// is decoration, a file with all bytes there are.
TaggedDocument taggedSample();

/// Where the map lies and what it shows: 900 m over 180 mm.
GeoReference sampleMap();

}  // namespace lommer::app::test
