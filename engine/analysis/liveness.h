// What the rest of an encounter can still read, moment by moment: everything else is dropped from
// the states that are told apart. Backward over the graph of moments (docs/analysis.md). Texts
// choose their variants but steer nothing, so their conditions do not count unless asked for.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/encounter/program.h"

namespace mot {

/// The pieces of a state that conditions may read, numbered: variables, then bits, then mood, turn
/// and "something was scored".
class Liveness {
 public:
  /// `texts`: what chooses a variant of a text is read, too.
  explicit Liveness(const Program& program, bool texts = false);

  /// Whether a piece can still be read when an encounter waits at `place`.
  bool variable(MomentIndex place, std::size_t v) const { return live(place, v); }
  bool slot(MomentIndex place, std::size_t s) const { return live(place, variables_ + s); }
  bool mood(MomentIndex place) const { return live(place, variables_ + slots_); }
  bool turn(MomentIndex place) const { return live(place, variables_ + slots_ + 1); }
  /// `leaves` may still be checked, and are only from the first scored choice on.
  bool scored(MomentIndex place) const { return live(place, variables_ + slots_ + 2); }

  std::size_t variables() const { return variables_; }
  std::size_t slots() const { return slots_; }

 private:
  using Set = std::vector<std::uint64_t>;

  bool live(MomentIndex place, std::size_t cell) const {
    return keep_all_ ||
           ((in_[static_cast<std::size_t>(place)][cell / 64] >> (cell % 64)) & 1U) != 0;
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
  bool keep_all_ = false;
  std::vector<Set> in_;
};

}  // namespace mot
