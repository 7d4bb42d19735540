#include "core/subjects/absence_marks.h"

#include <algorithm>
#include <array>

namespace lommer::core {
namespace {

struct Mark {
    std::string_view text;
    Presence reason;
};

constexpr std::array kMarks{
    Mark{"", Presence::missing},
    Mark{".", Presence::secret},
    Mark{"x", Presence::secret},
    Mark{"X", Presence::secret},
    Mark{"-", Presence::missing},
    Mark{"\xE2\x80\x93", Presence::missing},
    Mark{"n.v.t.", Presence::notApplicable},
    Mark{"nvt", Presence::notApplicable},
    Mark{"NULL", Presence::missing},
    Mark{"null", Presence::missing},
    Mark{"NA", Presence::missing},
    Mark{"N/A", Presence::missing},
    Mark{"NaN", Presence::missing},
    Mark{"nan", Presence::missing},
    Mark{"n.b.", Presence::missing},
    Mark{"#N/B", Presence::missing},
    Mark{"#N/A", Presence::missing},
};

}  // namespace

std::optional<Presence> absenceOf(std::string_view text) noexcept {
    const auto* const found = std::find_if(kMarks.begin(), kMarks.end(),
                                           [text](const Mark& mark) { return mark.text == text; });
    return found == kMarks.end() ? std::nullopt : std::optional(found->reason);
}

}  // namespace lommer::core
