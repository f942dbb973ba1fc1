// What `mot simulate` prints: the keys of docs/command_line.md, or text for people that says
// "simulated".
#pragma once

#include <string>

#include "engine/analysis/crowd.h"
#include "engine/base/json.h"
#include "engine/encounter/session.h"

namespace mot {

/// A playthrough and what a crowd said of it.
struct Simulation {
  const Session& session;
  const JudgedPlay& play;
  const Crowd& crowd;
};

/// The object of `mot simulate --json`.
Json simulation_json(const Simulation& simulation);

/// The same for people, with bars and a line for each touchpoint.
std::string simulation_text(const Simulation& simulation);

}  // namespace mot
