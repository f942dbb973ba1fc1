// Pulling the plug: killed at any moment, a play resumes to the same end as one that was left
// alone.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <string>

#include "engine/base/draw.h"
#include "engine/base/file.h"
#include "engine/encounter/playthrough.h"
#include "tests/cli/program.h"

using namespace mot::test;

namespace {

const std::vector<std::string> kAnswers{"2", "1", "2", "3"};
constexpr int kKills = 50;

std::vector<std::string> words_of_play() {
  return {"play", data("late-parcel.yaml"), "--terminal", "--seed", "5"};
}

std::string input_from(std::size_t first) {
  std::string input;
  for (std::size_t i = first; i < kAnswers.size(); ++i) input += kAnswers[i] + "\n";
  return input;
}

mot::Playthrough play_in(const std::string& path) {
  auto play = mot::read_playthrough(content_of(path));
  if (!play) throw std::runtime_error(path + ": " + play.error().message);
  return std::move(*play);
}

std::string choices_of(const mot::Playthrough& play) {
  std::string names;
  for (const auto& choice : play.choices) names += choice.choice + " ";
  return names;
}

std::string satisfaction_of(const std::string& path) {
  const Ran ran = run_mot({"run", data("late-parcel.yaml"), "--replay", path, "--json"});
  REQUIRE(ran.code == 0);
  return json_in(ran.out).find("satisfaction")->dump(-1);
}

/// The newest kept play, or empty. Every file there must be whole.
std::string kept(const std::string& home) {
  const std::vector<std::string> plays = plays_in(home);
  for (const std::string& path : plays) play_in(path);
  return plays.empty() ? std::string() : plays.back();
}

}  // namespace

TEST_CASE("Killed at 50 random moments, a play resumes to the same end", "[e2e]") {
  const TemporaryFolder undisturbed;
  Running alone;
  alone.environment = home_in(undisturbed.path().string());
  alone.input = input_from(0);
  REQUIRE(run_mot(words_of_play(), alone).code == 0);
  const std::string whole = kept(undisturbed.path().string());
  const std::string expected = choices_of(play_in(whole));
  const std::string satisfaction = satisfaction_of(whole);

  constexpr std::uint64_t kSeed = 20261121;
  std::size_t interrupted = 0;
  for (int kill = 0; kill < kKills; ++kill) {
    const auto random = [&](std::uint64_t what, std::uint32_t n) {
      return mot::below(
          mot::draw(kSeed, mot::Stream::policy, static_cast<std::uint64_t>(kill), what), n);
    };
    const TemporaryFolder home;
    const std::string path = home.path().string();
    INFO("kill " << kill << " of seed " << kSeed);
    // So many answers are given, and it is killed so soon after.
    const std::size_t given = random(0, static_cast<std::uint32_t>(kAnswers.size()) + 1);
    Running killed;
    killed.environment = home_in(path);
    for (std::size_t i = 0; i < given; ++i) killed.input += kAnswers[i] + "\n";
    killed.signal = SIGKILL;
    killed.after_milliseconds = static_cast<int>(random(1, 60));
    run_mot(words_of_play(), killed);

    const std::string left = kept(path);
    const std::size_t made = left.empty() ? 0 : play_in(left).choices.size();
    const bool finished = !left.empty() && play_in(left).complete;
    if (!finished) {
      if (made > 0 && made < given) ++interrupted;
      Running again;
      again.environment = home_in(path);
      again.input = (left.empty() ? "" : "1\n") + input_from(made);
      const Ran ran = run_mot(words_of_play(), again);
      INFO(ran.out);
      REQUIRE(ran.code == 0);
    }
    const std::string end = kept(path);
    REQUIRE(!end.empty());
    CHECK(plays_in(path).size() == 1);
    CHECK(play_in(end).complete);
    CHECK(choices_of(play_in(end)) == expected);
    CHECK(satisfaction_of(end) == satisfaction);
  }
  INFO("stopped between two choices: " << interrupted);
  SUCCEED();
}
