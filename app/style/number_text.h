#pragma once

#include <QLocale>
#include <QString>

namespace lommer::app {

/// A number as people read it: at most `digits` figures that count, no zeros at the end, decimal
/// comma and thousands dot in Dutch. Years are not set apart: the caller decides what is a number.
QString numberText(double value, const QLocale& locale, int digits = 6);

/// The same with every value at the number of decimals that the finest of them needs.
int decimalsNeeded(double value, int digits = 6);

}  // namespace lommer::app
