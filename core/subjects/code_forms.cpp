#include "core/subjects/code_forms.h"

#include "core/base/letter_case.h"

#include <algorithm>
#include <array>

namespace lommer::core {
namespace {

struct Shape {
    std::string_view letters;
    std::size_t digits = 0;
    /// With fewer it is something else: no gemeente begins with more than three zeros.
    std::size_t fewestDigits = 0;
};

/// `BU0222`: all codes of buurten and wijken begin with their gemeente.
constexpr std::size_t kLettersAndGemeente = 6;

constexpr Shape kBag{"", 16, 13};
constexpr Shape kBuurt{"BU", 8, 5};
constexpr Shape kWijk{"WK", 6, 3};
constexpr Shape kGemeente{"GM", 4, 1};

std::optional<Shape> shapeOf(CodeForm form, std::string_view code) {
    switch (form) {
        case CodeForm::bagIdentification:
            return kBag;
        case CodeForm::buurt:
            return kBuurt;
        case CodeForm::wijk:
            return kWijk;
        case CodeForm::gemeente:
            return kGemeente;
        case CodeForm::anyArea:
            for (const Shape& shape : {kBuurt, kWijk, kGemeente}) {
                if (code.starts_with(shape.letters)) {
                    return shape;
                }
            }
            return std::nullopt;
        case CodeForm::free:
            break;
    }
    return std::nullopt;
}

bool areDigits(std::string_view text) noexcept {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Codes of the country and its parts: NL00, PV25, CR07.
bool isWiderArea(std::string_view code) noexcept {
    constexpr std::size_t kLetters = 2;
    return code.size() >= kLetters + 2 &&
           std::all_of(code.begin(), code.begin() + kLetters,
                       [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           areDigits(code.substr(kLetters));
}

/// Names of columns; a year or a number of StatLine may stand behind them.
struct NamedForm {
    std::string_view stem;
    CodeForm form;
};

constexpr std::array kNames{
    NamedForm{"buurtcode", CodeForm::buurt},
    NamedForm{"bucode", CodeForm::buurt},
    NamedForm{"wijkcode", CodeForm::wijk},
    NamedForm{"wkcode", CodeForm::wijk},
    NamedForm{"gemeentecode", CodeForm::gemeente},
    NamedForm{"gmcode", CodeForm::gemeente},
    NamedForm{"codering", CodeForm::anyArea},
    NamedForm{"regios", CodeForm::anyArea},
    NamedForm{"wijkenenbuurten", CodeForm::anyArea},
    NamedForm{"pandidentificatie", CodeForm::bagIdentification},
    NamedForm{"bagpandid", CodeForm::bagIdentification},
    NamedForm{"bagpand", CodeForm::bagIdentification},
    NamedForm{"bagverblijfsobjectid", CodeForm::bagIdentification},
    NamedForm{"verblijfsobjectidentificatie", CodeForm::bagIdentification},
    NamedForm{"nummeraanduidingidentificatie", CodeForm::bagIdentification}};

}  // namespace

CodeForm codeFormOf(std::string_view subject, std::string_view column) {
    const bool isOfAddress =
        subject == "address-units" || subject == "dwellings" || subject == "addresses";
    if (isOfAddress && (column == "identificatie" || column == "pand")) {
        return CodeForm::bagIdentification;
    }
    if (column == "code") {
        return subject == "neighbourhoods"   ? CodeForm::buurt
               : subject == "districts"      ? CodeForm::wijk
               : subject == "municipalities" ? CodeForm::gemeente
               : subject == "area-figures"   ? CodeForm::anyArea
                                             : CodeForm::free;
    }
    const std::string name = canonicalName(column);
    const auto* const found =
        std::find_if(kNames.begin(), kNames.end(), [&name](const NamedForm& one) {
            const std::string_view rest =
                std::string_view(name).substr(std::min(one.stem.size(), name.size()));
            return name.starts_with(one.stem) && (rest.empty() || areDigits(rest));
        });
    return found == kNames.end() ? CodeForm::free : found->form;
}

CodeState codeStateOf(CodeForm form, std::string_view code, bool needsLetters) {
    const auto shape = shapeOf(form, code);
    if (!shape) {
        const bool isKnown = form == CodeForm::anyArea && (!needsLetters || isWiderArea(code));
        return form == CodeForm::free || isKnown ? CodeState::whole : CodeState::other;
    }
    const bool hasLetters = !shape->letters.empty() && code.starts_with(shape->letters);
    const std::string_view digits = code.substr(hasLetters ? shape->letters.size() : 0);
    if (!areDigits(digits) || digits.size() > shape->digits ||
        digits.size() < shape->fewestDigits) {
        return CodeState::other;
    }
    if (digits.size() == shape->digits) {
        const bool lacksLetters = needsLetters && !hasLetters && !shape->letters.empty();
        return lacksLetters ? CodeState::shortened : CodeState::whole;
    }
    // Programs that take codes for numbers drop all zeros, and never of a code with letters.
    return hasLetters || digits.front() == '0' ? CodeState::other : CodeState::shortened;
}

std::string completedCode(CodeForm form, std::string_view code, bool needsLetters) {
    if (codeStateOf(form, code, needsLetters) != CodeState::shortened) {
        return std::string(code);
    }
    const Shape shape = *shapeOf(form, code);
    const bool hasLetters = !shape.letters.empty() && code.starts_with(shape.letters);
    const std::string_view digits = code.substr(hasLetters ? shape.letters.size() : 0);
    std::string whole(hasLetters || needsLetters ? shape.letters : std::string_view());
    whole.append(shape.digits - digits.size(), '0');
    return whole.append(digits);
}

bool isBrokenAreaCode(CodeForm form, std::string_view code) {
    const auto shape = shapeOf(form, code);
    return shape && !shape->letters.empty() && code.starts_with(shape->letters) &&
           codeStateOf(form, code, true) == CodeState::other;
}

void AreaCodes::add(std::string_view code) {
    if (shapeOf(CodeForm::anyArea, code) &&
        codeStateOf(CodeForm::anyArea, code, true) == CodeState::whole) {
        codes_.emplace(code);
        covered_.emplace(code.substr(0, kLettersAndGemeente));
    }
}

std::optional<bool> AreaCodes::contains(CodeForm form, std::string_view code) const {
    const bool isOfArea =
        form == CodeForm::buurt || form == CodeForm::wijk || form == CodeForm::anyArea;
    const std::string whole = isOfArea ? completedCode(form, code, true) : std::string();
    const bool canTell = whole.size() > kLettersAndGemeente &&
                         covered_.contains(whole.substr(0, kLettersAndGemeente));
    return canTell ? std::optional(codes_.contains(whole)) : std::nullopt;
}

}  // namespace lommer::core
