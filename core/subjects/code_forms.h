#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace lommer::core {

/// What the codes of a column look like. Sources: Catalogus BAG 2018 (16 digits), CBS Toelichting
/// Wijk- en Buurtkaart (GM0222, WK022201, BU02220101; figures come with or without the letters).
enum class CodeForm {
    free,
    bagIdentification,
    buurt,
    wijk,
    gemeente,
    /// Any of the three of CBS with its letters, or of a wider area: NL00, PV25.
    anyArea,
};

/// By the subject and the name of the column, whatever its case and signs.
CodeForm codeFormOf(std::string_view subject, std::string_view column);

enum class CodeState {
    whole,
    /// A number: all zeros at the start, or the letters that the form asks for, are gone.
    /// `completedCode` puts them back.
    shortened,
    other,
};

/// `needsLetters`: a code of CBS without its letters is not whole.
CodeState codeStateOf(CodeForm form, std::string_view code, bool needsLetters);

/// The whole code; `code` itself where it is not shortened.
std::string completedCode(CodeForm form, std::string_view code, bool needsLetters);

/// True for what begins as a code of CBS of that form and does not go on as one: `WK0197`.
bool isBrokenAreaCode(CodeForm form, std::string_view code);

/// Areas of one year by their codes, with letters.
class AreaCodes {
public:
    /// What is no code of CBS is passed over.
    void add(std::string_view code);
    /// Nothing where no buurt (or wijk) of that gemeente is known: then nothing can be said, as of
    /// a gemeente itself.
    std::optional<bool> contains(CodeForm form, std::string_view code) const;
    bool isEmpty() const noexcept { return codes_.empty(); }

private:
    std::unordered_set<std::string> codes_;
    /// `BU0222` where a buurt of that gemeente is known.
    std::unordered_set<std::string> covered_;
};

}  // namespace lommer::core
