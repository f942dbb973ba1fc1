// Counter-based random numbers: the same (seed, stream, a, b) always gives the same number, so
// there is no generator state to save, and rewinding, what-if and threads keep the same luck.
#pragma once

#include <cstdint>

namespace mot {

/// What a number is drawn for. Streams never share numbers.
enum class Stream : std::uint32_t { fate = 1, order = 2, policy = 3, crowd = 4, verbatim = 5 };

/// 64 well-mixed bits (two rounds of the SplitMix64 finaliser over a weighted sum of the
/// arguments).
constexpr std::uint64_t draw(std::uint64_t seed,
                             Stream stream,
                             std::uint64_t a,
                             std::uint64_t b = 0) {
  auto mix = [](std::uint64_t x) {
    x ^= x >> 30U;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27U;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
  };
  const std::uint64_t base =
      mix(seed + 0x9e3779b97f4a7c15ULL * (static_cast<std::uint64_t>(stream) + 1));
  return mix(mix(base + 0x9e3779b97f4a7c15ULL * (a + 1)) + 0xd1342543de82ef95ULL * (b + 1));
}

/// A number in 0 … n − 1 from 64 random bits; even to within 2^-32. Requires n > 0.
constexpr std::uint32_t below(std::uint64_t bits, std::uint32_t n) {
  return static_cast<std::uint32_t>(((bits >> 32U) * n) >> 32U);
}

}  // namespace mot
