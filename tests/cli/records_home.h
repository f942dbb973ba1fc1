// Plays and lists of the real program in a home of its own.
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace mot::test {

/// Variables of the environment beside those of the home.
using Environment = std::map<std::string, std::string>;

/// Runs `mot` with these words; stdin chooses the first response until the shortest story is over.
inline Ran run_at(const TemporaryFolder& home,
                  const std::vector<std::string>& words,
                  Environment more = {}) {
  Running running;
  running.input = "1\n1\n1\n1\n1\n1\n1\n1\n";
  running.environment = home_in(home.path().string());
  running.environment.merge(more);
  return run_mot(words, running);
}

/// Plays late-parcel.yaml to its end.
inline Ran play_at(const TemporaryFolder& home,
                   const std::string& name,
                   const Environment& more = {}) {
  return run_at(home, {"play", data("late-parcel.yaml"), "--terminal", "--name", name}, more);
}

/// The number of attempts that `mot records list` shows with these words more.
inline std::size_t listed_at(const TemporaryFolder& home,
                             std::vector<std::string> words = {},
                             const Environment& more = {}) {
  words.insert(words.begin(), {"records", "list", "--json"});
  const Ran ran = run_at(home, words, more);
  REQUIRE(ran.code == 0);
  return json_in(ran.out).find("attempts")->array()->size();
}

}  // namespace mot::test
