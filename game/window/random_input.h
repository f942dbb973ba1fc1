// Input as nobody would give it: keys, clicks, a pad, other sizes and languages, by a seed. For
// --random-input, which looks for what breaks.
#pragma once

#include <cstdint>
#include <vector>

#include "game/window/event.h"

namespace mot {

// Seconds between two things that happen.
inline constexpr double kRandomEvery = 0.06;

class RandomInput {
 public:
  explicit RandomInput(std::uint32_t seed) : seed_(seed) {}

  // What happens next. `targets` are the middles of what can be clicked now, in logical units; may
  // be empty. The same seed, calls and targets give the same events.
  std::vector<Event> next(const std::vector<Vec>& targets);

 private:
  std::uint32_t pick(std::uint32_t n);
  Vec anywhere();
  std::vector<Event> key();
  std::vector<Event> click(Vec at);
  std::vector<Event> pad();
  std::vector<Event> resize();

  std::uint32_t seed_;
  std::uint64_t drawn_ = 0;
};

}  // namespace mot
