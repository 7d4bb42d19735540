#include "app/style/nothing.h"

#include "core/base/assert.h"

#include <QCoreApplication>

namespace lommer::app {
namespace {

QColor grey(int level) {
    return {level, level, level};
}

}  // namespace

std::optional<Nothing> nothingOf(core::Presence presence) {
    switch (presence) {
        case core::Presence::present:
            return std::nullopt;
        case core::Presence::missing:
        case core::Presence::noLongerPublished:
            return Nothing::noData;
        case core::Presence::secret:
            return Nothing::tooFew;
        case core::Presence::notYetPublished:
            return Nothing::notYetKnown;
        case core::Presence::notApplicable:
            return Nothing::notApplicable;
    }
    return Nothing::noData;
}

QString labelOf(Nothing nothing) {
    switch (nothing) {
        case Nothing::noData:
            return QCoreApplication::translate("Nothing", "No data");
        case Nothing::tooFew:
            return QCoreApplication::translate("Nothing", "Too few to show");
        case Nothing::notApplicable:
            return QCoreApplication::translate("Nothing", "Not applicable");
        case Nothing::notYetKnown:
            return QCoreApplication::translate("Nothing", "Not yet known");
    }
    return {};
}

QBrush brushOf(Nothing nothing) {
    switch (nothing) {
        case Nothing::noData:
            return grey(190);
        case Nothing::tooFew:
            return {grey(110), Qt::BDiagPattern};
        case Nothing::notApplicable:
            return grey(255);
        case Nothing::notYetKnown:
            return grey(232);
    }
    return {};
}

QPen penOf(Nothing nothing, double width) {
    const bool isDotted = nothing == Nothing::notYetKnown;
    return {QBrush(grey(120)), width, isDotted ? Qt::DotLine : Qt::SolidLine};
}

}  // namespace lommer::app
