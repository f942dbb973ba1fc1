#include "tests/support/numbered_attempt.h"

#include <fmt/format.h>

namespace mot::test {

std::string uuid(std::size_t number) {
  return fmt::format("00000000-0000-4000-8000-{:012x}", number);
}

Attempt numbered_attempt(std::size_t number) {
  Attempt attempt;
  attempt.id = uuid(number);
  attempt.group = number % 2 == 0 ? "morning" : "";
  attempt.session = number % 5 == 0 ? "monday" : "";
  Playthrough& play = attempt.play;
  play.scenario = number % 10 < 5 ? "late-room" : "lost-case";
  play.content = std::string(64, 'a');
  play.seed = static_cast<std::uint32_t>(number);
  play.mode = number % 3 == 0 ? PlayMode::exam : PlayMode::practice;
  play.language = "en";
  play.learner = fmt::format("learner {}", number % kNumberedLearners);
  play.started = fmt::format("2026-11-{:02}T{:02}:15:00Z", 1 + number / 24 % 28, number % 24);
  play.ended = play.started;
  play.complete = true;
  play.prediction = 8;
  play.takeaway = "Ask first.";
  play.choices = {
      {"check-in.half-past", 12.5, false, {}, Confidence::sure, {{"half-past", 5}, {"wait", 2}}},
      {"next-morning.ask-back", 7.25, true, {1}, Confidence::unsaid}};
  AttemptScore score;
  score.ending = EndingKind::resolved;
  score.satisfaction = 600 + static_cast<int>(number % 400);
  score.recommend = static_cast<int>(number % 11);
  score.best = 8.9;
  score.worst = 1.0 / 3.0;
  score.score = static_cast<double>(number % 100) + 0.5;
  score.dimensions[0] = 50.0;
  score.behaviours[1] = 100.0 / 3.0;
  score.needs_found = {"baby-asleep"};
  score.standards_broken = {"repair-24h"};
  ScoredChoice first;
  first.scored = true;
  first.gap = -120;
  first.mood = -12;
  first.regret = 0.1;
  first.luck = -0.25;
  first.grade = Grade::good;
  first.best = "half-past";
  first.options = 3;
  first.dimensions = bit(Dimension::empathy);
  first.behaviours = bit(Behaviour::act);
  first.recommend_if_met = 9;
  score.choices = {first, ScoredChoice{}};
  attempt.score = score;
  return attempt;
}

}  // namespace mot::test
