// How a course is drawn: its lessons in columns, each to the right of those it comes after, with
// what each station says; and the strip of the library that shows the course that is followed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/curriculum/standing.h"
#include "game/screens/page.h"

namespace mot {

// Where a lesson's station stands, both from 0.
struct StationPlace {
  std::size_t column = 0;
  std::size_t row = 0;

  friend bool operator==(const StationPlace&, const StationPlace&) = default;
};
// One a lesson: a column to the right of the last it comes after, rows in the order of the file.
std::vector<StationPlace> places_on_path(const Course& course);

// The lesson to go on with: the first that is open; nothing where none is.
std::optional<std::size_t> lesson_at(const CourseProgress& progress);

// What a lesson's state means, in a sentence: why it is locked, what passes it, what came of it.
std::string state_text(const CourseStanding& at,
                       std::size_t lesson,
                       const FindScenario& find,
                       const UiStrings& words);

// A station: filled with its sign when passed, a flag where one goes on, a number or a lock.
inline constexpr float kStation = 18;
void draw_station(Canvas& canvas, Vec centre, LessonState state, bool here, std::size_t number);

// "3 of 7 lessons · 43 %".
std::string progress_text(const CourseStanding& at, const UiStrings& words);

// The strip of the library: the whole is the control "course". Returns its height.
float draw_course_strip(Canvas& canvas,
                        Ui& ui,
                        Vec at,
                        float width,
                        const CourseStanding& course,
                        const FindScenario& find,
                        const GameContext& context);

}  // namespace mot
