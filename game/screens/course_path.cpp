#include "game/screens/course_path.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/text/numbers.h"

namespace mot {
namespace {

constexpr float kPadding = 24;
constexpr float kHead = 52;
constexpr theme::Type kStripTitle = theme::kPanelTitle.growing(1.4F);
constexpr theme::Type kStripText = theme::kLabel.growing(1.5F);

// The titles of the lessons before it that are not passed yet.
std::string missing_before(const CourseStanding& at,
                           std::size_t lesson,
                           const FindScenario& find,
                           const UiStrings& words) {
  std::vector<std::string> titles;
  for (const std::size_t before : at.course->lessons[lesson].after) {
    if (at.progress.lessons[before].state != LessonState::passed) {
      titles.push_back(words.text("common.quote", {{"text", title_of(at.course->lessons[before],
                                                                     find, words.language())}}));
    }
  }
  return fmt::format("{}", fmt::join(titles, words.text("common.list-comma")));
}

}  // namespace

std::vector<StationPlace> places_on_path(const Course& course) {
  std::vector<StationPlace> places;
  std::map<std::size_t, std::size_t> rows;
  for (const Lesson& lesson : course.lessons) {
    std::size_t column = 0;
    for (const std::size_t before : lesson.after) {
      // Lessons name earlier ones only.
      column = std::max(column, before < places.size() ? places[before].column + 1 : 0);
    }
    places.push_back({column, rows[column]++});
  }
  return places;
}

std::optional<std::size_t> lesson_at(const CourseProgress& progress) {
  for (std::size_t i = 0; i < progress.lessons.size(); ++i) {
    if (progress.lessons[i].state == LessonState::open) {
      return i;
    }
  }
  return std::nullopt;
}

std::string state_text(const CourseStanding& at,
                       std::size_t lesson,
                       const FindScenario& find,
                       const UiStrings& words) {
  const LessonProgress& progress = at.progress.lessons[lesson];
  const Lesson& written = at.course->lessons[lesson];
  const std::string pass = fmt::format("{}", at.course->pass);
  const std::string score = progress.score ? whole_text(*progress.score) : std::string();
  switch (progress.state) {
    case LessonState::locked:
      return words.text("courses.why-locked",
                        {{"lessons", missing_before(at, lesson, find, words)}});
    case LessonState::passed:
      return written.example ? words.text("courses.seen")
                             : words.text("courses.passed-with", {{"score", score}});
    case LessonState::used_up:
      return words.text("courses.used-up-with", {{"score", score}, {"pass", pass}});
    case LessonState::open: break;
  }
  if (written.example) {
    return words.text("courses.is-example");
  }
  return progress.score ? words.text("courses.not-passed-yet", {{"score", score}, {"pass", pass}})
                        : words.text("courses.open-with", {{"pass", pass}});
}

void draw_station(Canvas& canvas, Vec centre, LessonState state, bool here, std::size_t number) {
  if (here) {
    canvas.circle(centre, kStation + 7, theme::kAmber50);
    canvas.circle(centre, kStation + 2, theme::kAmber);
    canvas.icon_centred("flag", centre, {20, theme::kInk, 2.2F});
    return;
  }
  if (state == LessonState::passed) {
    canvas.circle(centre, kStation, theme::kTeal);
    canvas.icon_centred("check", centre, {20, theme::kPaper, 2.6F});
    return;
  }
  if (state == LessonState::open) {
    canvas.circle(centre, kStation, theme::kTeal);
    canvas.circle(centre, kStation - 3, theme::kPaper);
    TextStyle style{theme::kLabel.weighing(700).growing(1.2F), theme::kTeal};
    style.align = Align::centre;
    canvas.label(fmt::format("{}", number + 1), centre, style);
    return;
  }
  const bool locked = state == LessonState::locked;
  canvas.circle(centre, kStation, locked ? theme::kLine : theme::kCoral50);
  canvas.icon_centred(locked ? "lock" : "x", centre,
                      {18, locked ? theme::kInk2 : theme::kCoral800, 2.2F});
}

std::string progress_text(const CourseStanding& at, const UiStrings& words) {
  const std::size_t count = at.progress.lessons.size();
  const std::size_t passed = at.progress.passed;
  return words.text(
      "courses.progress",
      {{"passed", fmt::format("{}", passed)},
       {"count", fmt::format("{}", count)},
       {"percent", whole_text(100.0 * static_cast<double>(passed) /
                              static_cast<double>(std::max<std::size_t>(1, count)))}});
}

float draw_course_strip(Canvas& canvas,
                        Ui& ui,
                        Vec at,
                        float width,
                        const CourseStanding& course,
                        const FindScenario& find,
                        const GameContext& context) {
  const UiStrings& words = context.words();
  const std::size_t count = course.course->lessons.size();
  const float step = (width - 2 * kPadding) / static_cast<float>(std::max<std::size_t>(1, count));
  TextStyle label{kStripText};
  label.align = Align::centre;
  label.width = step - 12;
  std::vector<std::string> titles;
  float labels = 0;
  for (const Lesson& lesson : course.course->lessons) {
    titles.push_back(title_of(lesson, find, words.language()));
    labels = std::max(labels, canvas.measure(titles.back(), label).height);
  }
  // Names on two lines take some of the room around the stations.
  const float closer = labels > 1.5F * canvas.measure("A", {kStripText}).height ? 6 : 0;
  const float line = kHead + 20 - closer;
  const float names = line + kStation + 8 - closer / 2;
  const Rect box{at.x, at.y, width, std::round(names + labels + 14 - closer)};
  const ControlState state = ui.place(canvas, "course", box, 20);
  canvas.panel(box, 20, mixed(theme::kPaper, theme::kTeal50, state.hover), 1);

  const std::string progress = progress_text(course, words);
  TextStyle right{kStripText, theme::kTeal};
  right.align = Align::right;
  const float used = canvas.text_width(progress, kStripText);
  canvas.label(progress, {box.right() - kPadding, at.y + 27}, right);
  const std::string& name = words.text("courses.tab");
  canvas.label(name, {at.x + kPadding, at.y + 27}, {kStripTitle});
  TextStyle title{kStripText.weighing(400), theme::kInk2};
  const float from = at.x + kPadding + canvas.text_width(name, kStripTitle) + 14;
  title.width = box.right() - kPadding - used - 16 - from;
  title.max_lines = 1;
  canvas.label(course.course->title, {from, at.y + 28}, title);

  const std::optional<std::size_t> here = lesson_at(course.progress);
  const auto centre = [&](std::size_t i) {
    return Vec{at.x + kPadding + (static_cast<float>(i) + 0.5F) * step, at.y + line};
  };
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const bool done = course.progress.lessons[i].state == LessonState::passed;
    canvas.line(centre(i), centre(i + 1), 6, done ? theme::kTeal : theme::kLine);
  }
  for (std::size_t i = 0; i < count; ++i) {
    draw_station(canvas, centre(i), course.progress.lessons[i].state, here == i, i);
    TextStyle style = label;
    style.type = here == i ? kStripText.weighing(700) : kStripText.weighing(500);
    if (course.progress.lessons[i].state == LessonState::locked) {
      style.colour = theme::kInk2;
    }
    const float x = centre(i).x - label.width / 2;
    canvas.paragraph(titles[i], {x, at.y + names, label.width, labels}, style, false);
  }
  return box.h;
}

}  // namespace mot
