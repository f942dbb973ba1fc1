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
/// and "something was scored", each kind from a new word on.
class Liveness {
 public:
  /// `texts`: what chooses a variant of a text is read, too.
  explicit Liveness(const Program& program, bool texts = false);

  /// Whether a piece can still be read when an encounter waits at `place`.
  bool mood(MomentIndex place) const { return last_word(place) & kMood; }
  bool turn(MomentIndex place) const { return last_word(place) & kTurn; }
  /// `leaves` may still be checked, and are only from the first scored choice on.
  bool scored(MomentIndex place) const { return last_word(place) & kScored; }

  /// Calls `with(word, mask)` for each half of a word of State::bits, counted from the lower half
  /// of the first, some of whose bits can still be read when an encounter waits at `place`; the
  /// mask holds those bits. Ascending.
  template <class With>
  void each_half_word(MomentIndex place, With&& with) const {
    const std::uint64_t* read = read_at(place);
    for (std::size_t word = 0; word < slot_words_; ++word) {
      const auto lower = static_cast<std::uint32_t>(read[word]);
      const auto upper = static_cast<std::uint32_t>(read[word] >> 32U);
      if (lower != 0) with(word * 2, lower);
      if (upper != 0) with(word * 2 + 1, upper);
    }
  }
  /// Calls `with(variable)` for each variable that can still be read when an encounter waits at
  /// `place`; ascending.
  template <class With>
  void each_variable(MomentIndex place, With&& with) const {
    const std::uint64_t* read = read_at(place) + slot_words_;
    for (std::size_t word = 0; word < variable_words_; ++word) {
      for (std::uint64_t cells = read[word]; cells != 0; cells &= cells - 1)
        with(word * 64 + static_cast<std::size_t>(std::countr_zero(cells)));
    }
  }

 private:
  using Set = std::vector<std::uint64_t>;

  // Bits of the last word.
  static constexpr std::uint64_t kMood = 1;
  static constexpr std::uint64_t kTurn = 2;
  static constexpr std::uint64_t kScored = 4;

  const std::uint64_t* read_at(MomentIndex place) const {
    return read_.data() + (keep_all_ ? 0 : static_cast<std::size_t>(place)) * words_;
  }
  std::uint64_t last_word(MomentIndex place) const { return read_at(place)[words_ - 1]; }
  /// Number of the piece that is a bit.
  static std::size_t cell(std::int32_t slot) { return static_cast<std::size_t>(slot); }
  std::size_t cell_of_variable(std::int32_t v) const {
    return slot_words_ * 64 + static_cast<std::size_t>(v);
  }
  void add_reads(CodeRange code, Set& set) const;
  void add_variants(Range lines, Set& set) const;
  /// What is read after entering `target`, seen from before it.
  void add_entry(MomentIndex target, Set& set) const;
  bool update(MomentIndex place);
  void add_choice(ResponseIndex response, Set& set) const;

  const Program& program_;
  std::size_t slot_words_;
  std::size_t variable_words_;
  std::size_t words_;
  bool texts_;
  /// There is one set for all moments, with everything in it.
  bool keep_all_ = false;
  /// While they are worked out, by moment; then one after the other.
  std::vector<Set> in_;
  std::vector<std::uint64_t> read_;
};

}  // namespace mot
