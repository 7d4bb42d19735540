#include "core/base/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace lommer::core {
namespace {

bool isKebabCase(std::string_view text) {
    const bool hasOnlyItsCharacters = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    return hasOnlyItsCharacters && !text.empty() && text.front() != '-' && text.back() != '-' &&
           text.find("--") == std::string_view::npos;
}

TEST(ErrorCode, HasItsOwnKebabCaseText) {
    std::set<std::string_view> texts;
    for (const ErrorCode code : allErrorCodes()) {
        EXPECT_TRUE(isKebabCase(toText(code))) << toText(code);
        EXPECT_TRUE(texts.insert(toText(code)).second) << toText(code) << " twice";
    }
}

TEST(ErrorCode, ListHoldsEveryCodeOnceInTheOrderOfTheEnumeration) {
    // programFault is the last of the enumeration, so the list has one entry more than its number.
    const auto codes = allErrorCodes();
    ASSERT_EQ(codes.size(), static_cast<std::size_t>(ErrorCode::programFault) + 1);
    for (std::size_t index = 0; index < codes.size(); ++index) {
        EXPECT_EQ(static_cast<std::size_t>(codes[index]), index);
    }
}

TEST(ErrorCode, TellsAWrongRequestFromDataThatStandInTheWay) {
    EXPECT_TRUE(isUsageError(ErrorCode::analysisUnknown));
    EXPECT_TRUE(isUsageError(ErrorCode::optionUnknown));
    EXPECT_FALSE(isUsageError(ErrorCode::crsMissing));
    EXPECT_FALSE(isUsageError(ErrorCode::programFault));
}

TEST(Error, WritesALogLineWithItsArgumentsInOrderAndADecimalDot) {
    const Error error(
        ErrorCode::valueOutOfRange,
        {{"parameter", std::string("azimuth")}, {"value", 360.5}, {"count", std::int64_t{3}}},
        "details are not in the line");
    EXPECT_STREQ(error.what(), "value-out-of-range: parameter=azimuth, value=360.5, count=3");
    EXPECT_EQ(error.details(), "details are not in the line");
    EXPECT_EQ(error.arguments().size(), 3u);
}

TEST(Error, WithoutArgumentsIsItsCodeAlone) {
    EXPECT_STREQ(Error(ErrorCode::diskFull).what(), "disk-full");
}

TEST(Argument, IsWrittenSoThatNothingIsLost) {
    EXPECT_EQ(toText(Argument{0.1}), "0.1");
    EXPECT_EQ(toText(Argument{1e300}), "1e+300");
    EXPECT_EQ(toText(Argument{std::int64_t{-9223372036854775807}}), "-9223372036854775807");
    EXPECT_EQ(toText(Argument{std::string("buurten.gpkg")}), "buurten.gpkg");
}

}  // namespace
}  // namespace lommer::core
