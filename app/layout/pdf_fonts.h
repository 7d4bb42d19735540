#pragma once

// First: the others hold vectors of it, which clang wants whole.
#include <qpdf/JSON.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

namespace lommer::app {

/// Puts right what QPdfWriter of Qt 6.4 writes about the fonts that these forms use:
/// - names: each subset gets a tag that follows from its bytes, the same in all three places (ISO
///   32000-1, 9.6.4). Qt leaves it out of two, so that programs that join PDFs mix up subsets, and
///   derives the third from the order of a hash table, which differs per process;
/// - spaces: a space is read as a space (9.10.3), where Qt says tab because both have one glyph.
void repairPdfFonts(const std::vector<QPDFObjectHandle>& forms);

}  // namespace lommer::app
