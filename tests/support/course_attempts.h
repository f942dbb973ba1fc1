// A course and attempts at its lessons, made by hand.
#pragma once

#include <memory>
#include <string>

#include "engine/records/attempt.h"
#include "engine/scenario/course.h"

namespace mot::test {

/// A play of a scenario that was scored, on that day at ten.
inline Attempt attempt_at(const std::string& scenario, const std::string& day, double score) {
  Attempt made;
  made.play.scenario = scenario;
  made.play.started = day + "T10:00:00Z";
  made.play.ended = made.play.started;
  made.play.complete = true;
  made.score.emplace();
  made.score->ending = EndingKind::resolved;
  made.score->score = score;
  made.score->satisfaction = static_cast<int>(score) * 9 + 100;
  made.score->recommend = static_cast<int>(score) / 10;
  ScoredChoice choice;
  choice.scored = true;
  choice.grade = score >= 60 ? Grade::best : Grade::harmful;
  choice.options = 4;
  choice.dimensions = bit(Dimension::empathy);
  made.score->choices.push_back(choice);
  return made;
}

/// Four lessons of shipped scenarios: one first, then two, then one after both.
inline std::shared_ptr<const Course> branched_course(const std::string& id, bool example) {
  auto made = std::make_shared<Course>();
  made->id = id;
  made->title = "Course " + id;
  made->lessons.resize(4);
  made->lessons[0] = {"watch", "twice-the-water", "", 0, 0, {}, 0, example};
  made->lessons[1] = {"one", "late-arrival", "One", 0, 0, {0}, 0, false};
  made->lessons[2] = {"two", "the-bad-survey", "Two", 0, 0, {0}, 0, false};
  made->lessons[3] = {"end", "check-out", "End", 0, 0, {1, 2}, 0, false};
  return made;
}

}  // namespace mot::test
