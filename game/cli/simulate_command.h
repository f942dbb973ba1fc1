// `mot simulate`: its options. Declared apart from commands.h because the words it takes are
// checked here, too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/analysis/crowd.h"

namespace mot {

struct SimulateOptions {
  std::string scenario;
  /// Exactly one of the two is given: "moment.response,…", or a name of kPolicyNames.
  std::optional<std::string> choices;
  std::string policy;
  /// 1 … kMostCustomers.
  std::int64_t customers = kDefaultCustomers;
  std::uint32_t seed = 1;
  /// 1 … kMostThreads; 0: one for each processor.
  unsigned threads = 0;
  std::string library;
  bool json = false;
};

/// One playthrough, judged by a crowd. Returns the exit code.
int simulate_command(const SimulateOptions& options);

}  // namespace mot
