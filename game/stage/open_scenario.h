// From what a person names on the command line to a loaded scenario and a play of it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "engine/encounter/playthrough.h"
#include "engine/scenario/model.h"

namespace mot {

class GameContext;
class Play;

// A scenario, or why there is none: the text for stderr and the program's exit code.
struct OpenedScenario {
  std::shared_ptr<const Scenario> scenario;
  std::string complaint;
  int exit_code = 0;
};

// `wanted` is a file if it exists or ends in .yaml, else an id of the library.
OpenedScenario open_scenario(GameContext& context, const std::string& wanted);

// The path of the library's first scenario, in the order of paths; empty where there is none.
std::string first_scenario(const GameContext& context);

// What is asked of a new play; the rest is the learner's or the session's.
struct NewPlay {
  PlayMode mode = PlayMode::practice;
  bool room = false;
  std::string learner = {};                // empty: that of the settings
  std::optional<std::uint32_t> seed = {};  // nothing: a new one
};
// A play that begins. It belongs to the trainer's session where it is of that session's scenario,
// else to the learner's own group. A draft is not recorded. An exam that begins breaks off the one
// that this learner left in that scenario and session: it goes into the records without an ending.
std::shared_ptr<Play> new_play(GameContext& context,
                               std::shared_ptr<const Scenario> scenario,
                               const NewPlay& wishes);

// A play of the scenario on those terms: the newest unfinished one of this learner, mode and (where
// given) seed goes on where it stands, else a new one begins. A draft is not recorded.
std::shared_ptr<Play> continue_or_begin(GameContext& context,
                                        std::shared_ptr<const Scenario> scenario,
                                        const std::string& mode,
                                        const std::string& learner,
                                        std::optional<std::uint32_t> seed);

// A play that leaves no trace, for measuring.
std::shared_ptr<Play> unrecorded_play(GameContext& context,
                                      std::shared_ptr<const Scenario> scenario);

}  // namespace mot
