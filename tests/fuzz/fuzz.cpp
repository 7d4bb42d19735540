// Damaged texts for every reader: each must end in a result or in an error that says what to do.
//
//   lommer_fuzz [SECONDS] [SEED] [READER]
//
// A failure prints reader, seed and number of the text, and keeps the text in the folder where the
// program runs. The same seed gives the same texts.

#include "core/base/error.h"
#include "gis/platform/session.h"
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/readers.h"
#include "tests/support/temporary_folder.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace lommer::fuzz {
namespace {

using Clock = std::chrono::steady_clock;

struct Order {
    double seconds = 3.0;
    std::uint64_t seed = 1;
    std::string reader;
};

/// One damaged text; false where the reader ended in another way than it may.
bool isTaken(const Reader& reader, const std::string& text) {
    try {
        reader.read(text);
    } catch (const core::Error&) {
        // the text cannot be read, and the error says so
    } catch (const std::exception& error) {
        std::cerr << reader.name << ": " << error.what() << '\n';
        return false;
    }
    return true;
}

/// Which text is being read, for who finds the program ended by it.
void note(const std::string& text) {
    std::ofstream("fuzz-last-text", std::ios::binary) << text;
}

bool passes(const Reader& reader, const Order& order, double seconds) {
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    std::uint64_t number = 0;
    for (; Clock::now() < end; ++number) {
        Mutator mutator(order.seed * 1'000'003 + number);
        const std::string text =
            mutator.damaged(reader.texts[number % reader.texts.size()], reader.texts);
        note(text);
        if (!isTaken(reader, text)) {
            std::cerr << reader.name << ", seed " << order.seed << ", text " << number
                      << ": kept in fuzz-last-text\n";
            return false;
        }
    }
    std::cout << reader.name << ": " << number << " texts\n";
    return true;
}

int run(const Order& order) {
    const gis::Session session({});
    const test::TemporaryFolder folder;
    auto readers = allReaders(folder.path(), LOMMER_REAL_DATA);
    std::erase_if(readers, [&order](const Reader& reader) {
        return !order.reader.empty() && reader.name != order.reader;
    });
    bool isGood = !readers.empty();
    for (const Reader& reader : readers) {
        isGood =
            passes(reader, order, order.seconds / static_cast<double>(readers.size())) && isGood;
    }
    if (isGood) {
        std::filesystem::remove("fuzz-last-text");
    }
    return isGood ? 0 : 1;
}

}  // namespace
}  // namespace lommer::fuzz

int main(int count, char** arguments) {
    lommer::fuzz::Order order;
    if (count > 1) {
        order.seconds = std::atof(arguments[1]);
    }
    if (count > 2) {
        order.seed = std::strtoull(arguments[2], nullptr, 10);
    }
    if (count > 3) {
        order.reader = arguments[3];
    }
    return lommer::fuzz::run(order);
}
