// What a room did beside its choices: how it voted, wherever it stood, and the ways it went and
// left. A way is the choices from the start.
#pragma once

#include <optional>
#include <vector>

#include "engine/encounter/playthrough.h"

namespace mot {

// Invariant: no branch is the beginning of another, and at most one is the first.
class RoomRecord {
 public:
  using Way = std::vector<PlayedChoice>;

  RoomRecord() = default;
  // As a playthrough kept them.
  RoomRecord(std::vector<Poll> polls, std::vector<Branch> branches);

  const std::vector<Poll>& polls() const { return polls_; }
  const std::vector<Branch>& branches() const { return branches_; }

  // How the room voted at the end of `way`, else null. Good until the next change.
  const Poll* poll_at(const Way& way) const;
  // The room votes there; in the place of what was noted there before.
  void vote(const Way& way, std::vector<Vote> votes, bool revealed);

  // Choices of `way` are about to be taken back. It is kept, unless another holds all of it; as the
  // first where none is.
  void leave(const Way& way);
  // The room has come to the end of `way`: what it has gone again is left no more.
  void reach(const Way& way);
  // The first branch, which is left no more; nothing where there is none.
  std::optional<Way> take_first();
  bool has_first() const;
  // There is no way back to the first branch: it is one that was left, as the others.
  void forget_first();

 private:
  bool drop_beginnings_of(const Way& way);  // was the first among them?

  std::vector<Poll> polls_;
  std::vector<Branch> branches_;
};

}  // namespace mot
