#pragma once

#include "core/engine/parameter.h"

#include <QLocale>
#include <QString>

namespace lommer::app {

/// What people typed for a setting, with the decimal sign of `locale`; monostate for nothing.
///   number, integer   1,5
///   numberList        10; 50; 90 (or spaces between)
///   dateTime          1-7-2026 14:00 in Dutch local time, or ISO 8601 with its zone
///   text              as it stands
/// Throws Error value-not-a-number, value-out-of-range, value-unknown. Other kinds are not typed
/// (asserted).
core::ParameterValue typedValue(const core::ParameterDeclaration& declaration, const QString& text,
                                const QLocale& locale);

/// The reverse; empty for monostate.
QString typedText(const core::ParameterDeclaration& declaration, const core::ParameterValue& value,
                  const QLocale& locale);

/// A number as typed, without thousands signs.
QString typedNumber(double value, const QLocale& locale);

}  // namespace lommer::app
