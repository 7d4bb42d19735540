#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lommer::fuzz {
namespace {

using namespace std::string_view_literals;

constexpr std::array kWords{"\""sv,
                            "\"\""sv,
                            ";"sv,
                            ","sv,
                            "\t"sv,
                            "\n"sv,
                            "\r\n"sv,
                            "\0"sv,
                            "\xEF\xBB\xBF"sv,
                            "\xFF\xFE"sv,
                            "\xC3"sv,
                            "\x80"sv,
                            "-"sv,
                            "nan"sv,
                            "inf"sv,
                            "1e999"sv,
                            "-1e-999"sv,
                            "9223372036854775807"sv,
                            "9223372036854775808"sv,
                            "-9223372036854775808"sv,
                            "99999999999999999999999999"sv,
                            "0000-00-00"sv,
                            "9999-12-31T23:59:60Z"sv,
                            "20200230"sv,
                            "POINT (1 2"sv,
                            "POLYGON ((0 0, 1 0, 0 0))"sv,
                            "POINT EMPTY"sv,
                            "SRID=28992;"sv,
                            "["sv,
                            "]"sv,
                            "{"sv,
                            "}"sv,
                            "null"sv,
                            "true"sv,
                            "<"sv,
                            "</gml:pos>"sv,
                            "\\u0000"sv,
                            "../"sv,
                            "#"sv,
                            "."sv};

}  // namespace

std::size_t Mutator::below(std::size_t count) {
    return count == 0 ? 0 : static_cast<std::size_t>(random_() % count);
}

void Mutator::damageOnce(std::string& text, const std::vector<std::string>& others) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(below(2) == 0 ? 8 : 512);
    switch (below(9)) {
        case 0:
            if (at < text.size()) {
                text[at] = static_cast<char>(below(256));
            }
            break;
        case 1:
            if (at < text.size()) {
                text[at] =
                    static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << below(8)));
            }
            break;
        case 2:
            text.erase(at, length);
            break;
        case 3:
            text.insert(at, text.substr(below(text.size() + 1), length));
            break;
        case 4:
            text.resize(at);
            break;
        case 5:
            text.insert(at, std::string(length, static_cast<char>(below(256))));
            break;
        case 6: {
            const std::string& other = others[below(others.size())];
            text.replace(at, length, other.substr(below(other.size() + 1), length));
            break;
        }
        default:
            text.insert(at, kWords[below(kWords.size())]);
            break;
    }
}

std::string Mutator::damaged(const std::string& text, const std::vector<std::string>& others) {
    constexpr std::size_t kMostBytes = 64 * 1024;
    std::string result = text;
    for (std::size_t times = 1 + below(below(4) == 0 ? 64 : 6); times > 0; --times) {
        damageOnce(result, others);
    }
    result.resize(std::min(result.size(), kMostBytes));
    return result;
}

}  // namespace lommer::fuzz
