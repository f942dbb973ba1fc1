// What the rest of an encounter can still read, moment by moment: everything else is dropped from
// the states that are told apart. Backward over the graph of moments (docs/analysis.md). Texts
// choose their variants but steer nothing, so their conditions do not count unless asked for.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "engine/encounter/program.h"

namespace mot {

/// The pieces of a state that conditions may read, numbered: bits, then variables, then mood, turn
/// and "something was scored".
class Liveness {
 public:
  /// `texts`: what chooses a variant of a text is read, too.
  explicit Liveness(const Program& program, bool texts = false);

  /// Whether a piece can still be read when an encounter waits at `place`.
  bool mood(MomentIndex place) const { return live(place, slots_ + variables_); }
  bool turn(MomentIndex place) const { return live(place, slots_ + variables_ + 1); }
  /// `leaves` may still be checked, and are only from the first scored choice on.
  bool scored(MomentIndex place) const { return live(place, slots_ + variables_ + 2); }

  /// Calls `with(word, mask)` for each half of a word of State::bits, counted from the lower half
  /// of the first, some of whose bits can still be read when an encounter waits at `place`; the
  /// mask holds those bits. Ascending.
  template <class With>
  void each_half_word(MomentIndex place, With&& with) const {
    const Set& set = read_at(place);
    for (std::size_t half = 0; half * 32 < slots_; ++half) {
      auto mask = static_cast<std::uint32_t>(set[half / 2] >> (half % 2 * 32));
      if (slots_ - half * 32 < 32) mask &= (std::uint32_t{1} << (slots_ % 32)) - 1;
      if (mask != 0) with(half, mask);
    }
  }
  /// Calls `with(variable)` for each variable that can still be read when an encounter waits at
  /// `place`; ascending.
  template <class With>
  void each_variable(MomentIndex place, With&& with) const {
    if (variables_ == 0) return;
    const Set& set = read_at(place);
    const std::size_t end = slots_ + variables_;
    for (std::size_t word = slots_ / 64; word <= (end - 1) / 64; ++word) {
      std::uint64_t cells = set[word];
      if (word == slots_ / 64) cells &= ~std::uint64_t{0} << (slots_ % 64);
      if (word == end / 64) cells &= (std::uint64_t{1} << (end % 64)) - 1;
      for (; cells != 0; cells &= cells - 1)
        with(word * 64 + static_cast<std::size_t>(std::countr_zero(cells)) - slots_);
    }
  }

 private:
  using Set = std::vector<std::uint64_t>;

  const Set& read_at(MomentIndex place) const {
    return in_[keep_all_ ? 0 : static_cast<std::size_t>(place)];
  }
  bool live(MomentIndex place, std::size_t cell) const {
    return ((read_at(place)[cell / 64] >> (cell % 64)) & 1U) != 0;
  }
  /// Number of the piece that is a bit.
  static std::size_t cell(std::int32_t slot) { return static_cast<std::size_t>(slot); }
  std::size_t cell_of_variable(std::int32_t v) const {
    return slots_ + static_cast<std::size_t>(v);
  }
  void add_reads(CodeRange code, Set& set) const;
  void add_variants(Range lines, Set& set) const;
  /// What is read after entering `target`, seen from before it.
  void add_entry(MomentIndex target, Set& set) const;
  bool update(MomentIndex place);
  void add_choice(ResponseIndex response, Set& set) const;

  const Program& program_;
  std::size_t variables_;
  std::size_t slots_;
  std::size_t words_;
  bool texts_;
  /// There is one set for all moments, with everything in it.
  bool keep_all_ = false;
  std::vector<Set> in_;
};

}  // namespace mot
