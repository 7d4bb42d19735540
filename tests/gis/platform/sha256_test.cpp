#include "gis/platform/identity.h"

#include <gtest/gtest.h>

#include <string>

namespace lommer::gis {
namespace {

// FIPS 180-4, the examples of appendix B (as published with the standard).
TEST(Sha256, AgreesWithTheExamplesOfTheStandard) {
    Sha256 abc;
    abc.add("abc", 3);
    EXPECT_EQ(abc.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Sha256 twoBlocks;
    const std::string text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    twoBlocks.add(text.data(), text.size());
    EXPECT_EQ(twoBlocks.finish(),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, DoesNotSeeWhereThePiecesWereCut) {
    Sha256 pieces;
    pieces.add("a", 1);
    pieces.add("", 0);
    Sha256 moved = std::move(pieces);
    moved.add("bc", 2);
    EXPECT_EQ(moved.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace lommer::gis
