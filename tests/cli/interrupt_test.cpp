// Ctrl-C while the exact analysis works: nothing half-printed, one line that says so, and a play
// that is kept.
#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>

#include "tests/cli/program.h"
#include "tests/support/long_story.h"

using namespace mot::test;

namespace {

constexpr int kDecisions = 30;

/// 3^30 states: more than there is time for.
std::string endless(const TemporaryFolder& folder, const std::string& name = "endless") {
  const std::string path = folder / (name + ".yaml");
  std::string text = endless_story(kDecisions);
  text.replace(text.find("id: endless"), 11, "id: " + name);
  std::ofstream(path) << text;
  return path;
}

Running interrupted(int after_milliseconds) {
  Running running;
  running.signal = SIGINT;
  running.after_milliseconds = after_milliseconds;
  return running;
}

}  // namespace

TEST_CASE("Ctrl-C ends an analysis with one line and nothing half-printed", "[e2e]") {
  const TemporaryFolder folder;
  const std::string story = endless(folder);
  // Of each only as many states are looked at as there may be: that takes seconds.
  for (const char* more : {"two", "three", "four", "five", "six", "seven"}) endless(folder, more);
  const std::vector<std::vector<std::string>> commands{
      {"analyse", story, "--limit", "100000000"},
      {"analyse", story, "--limit", "100000000", "--json"},
      {"library", "--stats", "--library", folder.path().string()}};
  for (const auto& command : commands) {
    // Time enough to begin on a busy machine; the work would take longer.
    const Ran ran = run_mot(command, interrupted(1500));
    CAPTURE(command, ran.err);
    CHECK(ran.code == 128 + SIGINT);
    CHECK(ran.out == "");
    CHECK(ran.err == "mot: broken off; nothing was printed\n");
    CHECK(ran.seconds < 10);
  }
}

TEST_CASE("A debrief in the terminal does not wait for the best play", "[e2e]") {
  const TemporaryFolder folder;
  Running running = interrupted(0);
  running.after_text = "Still working out the best play";
  running.input = "";
  for (int i = 0; i <= kDecisions; ++i) running.input += "1\n";
  const Ran ran = run_mot(
      {"play", endless(folder), "--terminal", "--session", folder / "play.json", "--seed", "1"},
      running);
  CAPTURE(ran.err);
  CHECK(ran.code == 128 + SIGINT);
  const std::size_t outcome = ran.out.find("What came of it");
  const std::size_t waiting = ran.out.find("Still working out the best play");
  CHECK(outcome != std::string::npos);
  CHECK(waiting != std::string::npos);
  CHECK(outcome < waiting);
  CHECK(content_of(folder / "play.json").find("\"complete\": true") != std::string::npos);
}
