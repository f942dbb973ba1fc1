// Reads where the learner stands, on a thread of its own, for all pages that show it.
#pragma once

#include <cstddef>
#include <string>

#include "engine/base/background.h"
#include "engine/curriculum/standing.h"

namespace mot {

class GameContext;

// One for the program; pages ask it once a frame.
class StandingReader {
 public:
  explicit StandingReader(GameContext& context) : context_(context) {}

  // Once a frame: begins to read where nothing was read yet, the records hold something else than
  // then, the language changed or somebody else plays now. True when there is another standing
  // than the one that was `seen`, which is then that one; 0: none was seen.
  bool news(std::size_t& seen);
  bool waiting() const { return coming_.valid(); }
  // Whether the standing is that of the learner of now.
  bool ready() const { return version_ > 0 && learner_ == read_for_; }
  const Standing& standing() const { return standing_; }

 private:
  void read();

  GameContext& context_;
  Background<Standing> coming_;
  Standing standing_;
  std::size_t version_ = 0;  // how often it was read
  std::size_t records_ = 0;  // GameContext::records_version() when it was asked for last
  std::string language_;     // for which it was asked for last
  std::string learner_;      // of now, when last asked
  std::string asked_for_;    // the learner it was asked for last
  std::string read_for_;     // whose standing() is
};

}  // namespace mot
