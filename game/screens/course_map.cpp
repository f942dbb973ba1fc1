#include "game/screens/course_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/curriculum/why.h"
#include "engine/text/numbers.h"
#include "game/screens/course_path.h"
#include "game/screens/standing_page.h"

namespace mot {
namespace {

constexpr float kLeft = 32;
constexpr float kWidth = 1216;
constexpr float kPadding = 24;
constexpr float kCardGap = 22;
constexpr float kCardHead = 52;  // station and state of a lesson's card
constexpr std::string_view kLesson = "lesson-";
constexpr std::string_view kCourse = "course-";

class CourseMap : public StandingPage {
 public:
  CourseMap(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : StandingPage(toolkit, std::move(context), MainPage::courses) {}

  Request handle(const Event& event) override {
    const std::string before = ui_.focused();
    Request request = Page::handle(event);
    if (ui_.focused() != before) {
      pick_named(ui_.focused());
    }
    return request;
  }

 protected:
  std::string title() const override { return text("courses.tab"); }

  void standing_changed() override { choose_course(); }

  Request use(const std::string& id) override {
    if (id == "start-lesson") {
      return brief(scenarios()(at().course->lessons[picked_].scenario));
    }
    if (id.rfind(kCourse, 0) == 0) {
      context_->settings.course = id.substr(kCourse.size());
      context_->apply_settings();
      choose_course();
    } else if (id.rfind(kLesson, 0) == 0) {
      pick_named(id);
    } else {
      return StandingPage::use(id);
    }
    return Request::none();
  }

  float draw_standing(Canvas& canvas, float y) override {
    if (!course_) {
      return y + draw_block(canvas, text("courses.none"), {kLeft, y}, kWidth, {theme::kBody});
    }
    y = draw_choice(canvas, y);
    y = draw_head(canvas, y) + theme::kGap;
    y = draw_path(canvas, y) + theme::kGap;
    return draw_picked(canvas, y);
  }

 private:
  const CourseStanding& at() const { return standing().courses[*course_]; }

  void choose_course() {
    course_ = course_followed(standing(), context_->settings.course);
    picked_ = course_ ? lesson_at(at().progress).value_or(0) : 0;
    dirty_ = true;
  }

  void pick_named(const std::string& id) {
    if (course_ && id.rfind(kLesson, 0) == 0) {
      const auto number = static_cast<std::size_t>(std::stoul(id.substr(kLesson.size())));
      picked_ = std::min(number, at().course->lessons.size()) - 1;
      dirty_ = true;
    }
  }

  // A chip a course, in as many rows as it takes.
  float draw_choice(Canvas& canvas, float y) {
    float x = kLeft;
    for (const CourseStanding& one : standing().courses) {
      const std::string& title = one.course->title;
      const float width = canvas.text_width(title, theme::kLabel.growing(1.5F)) + 30;
      if (x > kLeft && x + width > kLeft + kWidth) {
        x = kLeft;
        y += 44;
      }
      ui_.choice_chip(canvas, std::string(kCourse) + one.course->id, {x, y}, title,
                      one.course == at().course);
      x += width + 8;
    }
    return y + 48;
  }

  float draw_head(Canvas& canvas, float y) {
    const float inner = kWidth - 2 * kPadding;
    const std::string rule = words().text(
        "courses.rule",
        {{"pass", fmt::format("{}", at().course->pass)},
         {"counts", text(at().course->counts == CountedAttempt::first  ? "courses.counts-first"
                         : at().course->counts == CountedAttempt::last ? "courses.counts-last"
                                                                       : "courses.counts-best")}});
    const TextStyle body{theme::kBody, theme::kInk2};
    const TextStyle progress{theme::kLabel, theme::kTeal};
    float height = 18 + block_height(canvas, at().course->title, inner, {theme::kPageTitle}) + 6;
    height += block_height(canvas, at().course->about, inner, body) + 6;
    height += block_height(canvas, rule, inner, body) + 6;
    height += block_height(canvas, progress_text(at(), words()), inner, progress) + 16;
    canvas.panel({kLeft, y, kWidth, height}, 20, theme::kPaper, 1);
    const float x = kLeft + kPadding;
    float line = y + 18;
    line += draw_block(canvas, at().course->title, {x, line}, inner, {theme::kPageTitle}) + 6;
    line += draw_block(canvas, at().course->about, {x, line}, inner, body) + 6;
    line += draw_block(canvas, rule, {x, line}, inner, body) + 6;
    draw_block(canvas, progress_text(at(), words()), {x, line}, inner, progress);
    return y + height;
  }

  float card_height(Canvas& canvas, float width) {
    float height = 0;
    for (const Lesson& lesson : at().course->lessons) {
      height =
          std::max(height, block_height(canvas, title_of(lesson, scenarios(), words().language()),
                                        width - 28, {theme::kLabel}));
    }
    return std::round(kCardHead + height + 40);
  }

  float draw_path(Canvas& canvas, float y) {
    const std::vector<StationPlace> places = places_on_path(*at().course);
    std::size_t columns = 1;
    for (const StationPlace& place : places) {
      columns = std::max(columns, place.column + 1);
    }
    const auto count = static_cast<float>(columns);
    const float width = std::min(300.F, (kWidth - (count - 1) * kCardGap) / count);
    const float height = card_height(canvas, width);
    std::vector<std::size_t> rows(columns, 0);
    for (const StationPlace& place : places) {
      ++rows[place.column];
    }
    const auto most = static_cast<float>(*std::max_element(rows.begin(), rows.end()));
    const float total = most * (height + kCardGap) - kCardGap;
    std::vector<Rect> boxes;
    for (const StationPlace& place : places) {
      const float used = static_cast<float>(rows[place.column]) * (height + kCardGap) - kCardGap;
      boxes.push_back({kLeft + static_cast<float>(place.column) * (width + kCardGap),
                       y + (total - used) / 2 + static_cast<float>(place.row) * (height + kCardGap),
                       width, height});
    }
    draw_links(canvas, boxes);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      draw_card(canvas, boxes[i], i);
    }
    return y + total;
  }

  void draw_links(Canvas& canvas, const std::vector<Rect>& boxes) {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (const std::size_t before : at().course->lessons[i].after) {
        const bool done = at().progress.lessons[before].state == LessonState::passed;
        const float middle = boxes[i].x - kCardGap / 2;
        const float from = boxes[before].y + kCardHead / 2 + 6;
        const float to = boxes[i].y + kCardHead / 2 + 6;
        const Vec points[]{
            {boxes[before].right() - 4, from}, {middle, from}, {middle, to}, {boxes[i].x + 4, to}};
        canvas.polyline(points, 5, done ? theme::kTeal : theme::kLinkIdle);
      }
    }
  }

  void draw_card(Canvas& canvas, Rect box, std::size_t i) {
    const LessonProgress& progress = at().progress.lessons[i];
    const ControlState state =
        ui_.place(canvas, std::string(kLesson) + std::to_string(i + 1), box, 16);
    const bool picked = picked_ == i;
    canvas.panel(box, 16,
                 picked ? theme::kTeal50 : mixed(theme::kPaper, theme::kTeal50, state.hover), 1);
    if (picked) {
      canvas.border(box, 16, theme::kSelectionBorder, theme::kTeal);
    }
    draw_station(canvas, {box.x + 34, box.y + 34}, progress.state, lesson_at(at().progress) == i,
                 i);
    const theme::Type small = theme::kCaption.weighing(600).growing(1.3F);
    TextStyle style{small, theme::kInk2};
    style.width = box.w - 76;
    style.max_lines = 1;
    canvas.label(text(fmt::format("course.{}", name_of(progress.state))), {box.x + 64, box.y + 34},
                 style);
    const TextStyle title{theme::kLabel};
    draw_block(canvas, title_of(at().course->lessons[i], scenarios(), words().language()),
               {box.x + 14, box.y + kCardHead + 8}, box.w - 28, title);
    if (progress.score) {
      style.colour = theme::kTeal;
      style.width = box.w - 28;
      canvas.label(words().text("courses.score", {{"score", whole_text(*progress.score)}}),
                   {box.x + 14, box.bottom() - 17}, style);
    }
  }

  // The lesson that was picked: what it asks for and the way into it.
  float draw_picked(Canvas& canvas, float y) {
    const Lesson& lesson = at().course->lessons[picked_];
    const LessonProgress& progress = at().progress.lessons[picked_];
    std::vector<std::string> said{state_text(at(), picked_, scenarios(), words())};
    if (lesson.attempts > 0) {
      said.push_back(
          words().text("courses.attempts-of", {{"count", fmt::format("{}", progress.attempts)},
                                               {"of", fmt::format("{}", lesson.attempts)}}));
    } else if (progress.attempts > 0) {
      said.push_back(
          words().text("courses.attempts", {{"count", fmt::format("{}", progress.attempts)}}));
    }
    const std::string due = due_text(progress.card, standing().now, words());
    if (!due.empty()) {
      said.push_back(words().text("courses.due", {{"date", due}}));
    }
    if (!lesson.example) {
      said.push_back(text("progress.simulated"));
    }
    const std::string& go = text("courses.to-briefing");
    const float button = canvas.text_width(go, theme::kLabel) + 76;
    const float inner = kWidth - 2 * kPadding - button - 24;
    const std::string title = title_of(lesson, scenarios(), words().language());
    const std::string about = fmt::format("{}", fmt::join(said, "\n"));
    const float height =
        std::max(84.F, 18 + block_height(canvas, title, inner, {theme::kPanelTitle}) + 6 +
                           block_height(canvas, about, inner, {theme::kBody, theme::kInk2}) + 18);
    const Rect box{kLeft, y, kWidth, height};
    canvas.panel(box, 20, theme::kPaper, 1);
    float line = y + 18;
    line += draw_block(canvas, title, {kLeft + kPadding, line}, inner, {theme::kPanelTitle}) + 6;
    draw_block(canvas, about, {kLeft + kPadding, line}, inner, {theme::kBody, theme::kInk2});
    const bool open = progress.state == LessonState::open || progress.state == LessonState::passed;
    ui_.button(canvas, "start-lesson",
               {box.right() - kPadding - button, box.centre().y - 24, button, 48}, go,
               {.kind = ButtonKind::primary,
                .icon = open ? "arrow" : "lock",
                .icon_right = open,
                .enabled = open});
    return y + height;
  }

  std::optional<std::size_t> course_;
  std::size_t picked_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_course_map_screen(Toolkit& toolkit,
                                               std::shared_ptr<GameContext> context) {
  return std::make_unique<CourseMap>(toolkit, std::move(context));
}

}  // namespace mot
