#include "engine/base/draw.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <set>

using mot::below;
using mot::draw;
using mot::Stream;

namespace {

constexpr std::array kStreams = {Stream::fate, Stream::order, Stream::policy, Stream::crowd,
                                 Stream::verbatim};

/// Chi-square of ten equally likely outcomes; above 27.9 once in a thousand times (9 degrees of
/// freedom).
template <class Bits>
double chi_square_of_ten(Bits bits) {
  constexpr int kDraws = 100'000;
  std::array<int, 10> counts{};
  for (unsigned i = 0; i < kDraws; ++i) ++counts[below(bits(i), 10)];
  double sum = 0;
  for (const int count : counts) {
    const double off = count - kDraws / 10.0;
    sum += off * off / (kDraws / 10.0);
  }
  return sum;
}

}  // namespace

// Saved playthroughs depend on these numbers: they may never change.
static_assert(draw(0, Stream::fate, 0) == 0xe96272089be410dcULL);
static_assert(draw(1, Stream::fate, 1, 2) == 0xaa967ebd65832aaULL);
static_assert(draw(1, Stream::order, 1, 2) == 0x7b9c377763dd236aULL);
static_assert(draw(4294967295U, Stream::verbatim, 500, 31) == 0xf049c590a731623eULL);

static_assert(below(0, 7) == 0);
static_assert(below(~0ULL, 7) == 6);
static_assert(below(~0ULL, 1) == 0);
static_assert(below(1ULL << 63U, 10) == 5);

TEST_CASE("a draw is the same every time it is asked for") {
  REQUIRE(draw(7, Stream::crowd, 3, 4) == draw(7, Stream::crowd, 3, 4));
}

TEST_CASE("streams, turns and indices never share numbers") {
  std::set<std::uint64_t> seen;
  std::size_t drawn = 0;
  for (const Stream stream : kStreams) {
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
      for (std::uint64_t a = 0; a < 50; ++a) {
        for (std::uint64_t b = 0; b < 8; ++b, ++drawn) seen.insert(draw(seed, stream, a, b));
      }
    }
  }
  REQUIRE(seen.size() == drawn);
}

TEST_CASE("below is even over turns, over indices and over seeds, in every stream") {
  for (const Stream stream : kStreams) {
    CHECK(chi_square_of_ten([stream](unsigned i) { return draw(1, stream, i); }) < 27.9);
    CHECK(chi_square_of_ten([stream](unsigned i) { return draw(1, stream, 0, i); }) < 27.9);
    CHECK(chi_square_of_ten([stream](unsigned i) { return draw(i, stream, 7, 3); }) < 27.9);
  }
}

TEST_CASE("neighbouring seeds agree no more often than chance has it") {
  int same = 0;
  constexpr int kPairs = 10'000;
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    same += below(draw(seed, Stream::fate, 1), 4) == below(draw(seed + 1, Stream::fate, 1), 4);
  }
  REQUIRE(same == Approx(kPairs / 4.0).margin(150));  // 3.5 standard deviations
}
