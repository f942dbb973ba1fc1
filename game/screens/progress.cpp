#include "game/screens/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <map>

#include "engine/base/user_folders.h"
#include "engine/base/utc.h"
#include "engine/customer/satisfaction.h"
#include "engine/scenario/reading.h"
#include "game/screens/certificate_file.h"
#include "game/screens/course_path.h"
#include "game/screens/labels.h"
#include "game/screens/recommend_gauge.h"
#include "game/screens/skill_rows.h"
#include "game/screens/standing_page.h"

namespace mot {
namespace {

constexpr float kLeft = 32;
constexpr float kLeftWidth = 796;
constexpr float kRight = 844;
constexpr float kRightWidth = 404;
constexpr std::size_t kMostAttempts = 60;
constexpr std::size_t kMostComing = 4;
constexpr std::string_view kAgain = "again-";
constexpr std::string_view kCertificate = "certificate-";

class ProgressPage : public StandingPage {
 public:
  ProgressPage(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : StandingPage(toolkit, std::move(context), MainPage::progress) {}

 protected:
  std::string title() const override { return text("progress.tab"); }

  void standing_changed() override {
    due_ = due_scenarios(standing());
    skills_ = skill_rows(standing().mastery, standing().over_time, words());
  }

  Request use(const std::string& id) override {
    if (id.rfind(kAgain, 0) == 0) {
      return brief(scenarios()(id.substr(kAgain.size())));
    }
    if (id.rfind(kCertificate, 0) == 0) {
      certify(id.substr(kCertificate.size()));
      return Request::none();
    }
    return StandingPage::use(id);
  }

  float draw_standing(Canvas& canvas, float y) override {
    return std::max(draw_left(canvas, y), draw_right(canvas, y)) - theme::kGap;
  }

 private:
  std::string title_at(const std::string& scenario) {
    return scenario_title(scenario, scenarios(), context_->language());
  }

  void certify(const std::string& course) {
    for (const CourseStanding& at : standing().courses) {
      if (ready() && at.course->id == course && at.progress.finished()) {
        const auto folder = std::filesystem::path(user_data_folder()) / "certificates";
        const Result<std::string> written = write_certificate(
            folder.string(), at, context_->settings.learner, scenarios(), words());
        said_[course] = written ? words().text("progress.certificate-at", {{"path", *written}})
                                : words().text("progress.certificate-failed",
                                               {{"cause", written.error().message}});
      }
    }
    dirty_ = true;
  }

  float note(Canvas& canvas, Vec at, float width, const std::string& said) {
    return draw_block(canvas, said, at, width, {theme::kBody, theme::kInk2});
  }

  float draw_left(Canvas& canvas, float y) {
    y = draw_panel(canvas, "progress.skills", {kLeft, y, kLeftWidth, 0}, text("progress.skills"),
                   [&](Vec at, float width) {
                     float line = at.y;
                     line += note(canvas, {at.x, line}, width, text("progress.skills-mean")) + 8;
                     line += draw_skill_rows(canvas, {at.x, line}, width, skills_, words());
                     return line - at.y;
                   });
    return draw_panel(canvas, "progress.attempts", {kLeft, y, kLeftWidth, 0},
                      text("progress.attempts"),
                      [&](Vec at, float width) { return draw_attempts(canvas, at, width); });
  }

  float draw_right(Canvas& canvas, float y) {
    y = draw_panel(canvas, "progress.due", {kRight, y, kRightWidth, 0}, text("progress.due"),
                   [&](Vec at, float width) { return draw_due(canvas, at, width); });
    return draw_panel(canvas, "progress.courses", {kRight, y, kRightWidth, 0},
                      text("progress.courses"),
                      [&](Vec at, float width) { return draw_courses(canvas, at, width); });
  }

  // Day, title with the mode, the score, the answer.
  float draw_attempt(Canvas& canvas, Vec at, float width, const Attempt& attempt) {
    const TextStyle small{theme::kCaption.growing(1.6F), theme::kInk2};
    const float day = canvas.text_width("2026-12-30", small.type) + 18;
    const bool scored = attempt.score && attempt.score->score;
    const bool answered = attempt.score && attempt.score->recommend;
    const std::string score =
        scored ? words().text("courses.score",
                              {{"score", fmt::format("{}", std::lround(*attempt.score->score))}})
               : text(attempt.play.complete ? "progress.no-score" : "debrief.unfinished");
    const float score_width = canvas.text_width(score, theme::kLabel.growing(1.4F));
    const std::string answer =
        answered ? words().text("progress.answer",
                                {{"answer", fmt::format("{}", *attempt.score->recommend)}})
                 : std::string();
    const float chip = chip_width(canvas, answered ? answer : "10/10", true) + 16;
    const float title_width = width - day - score_width - chip - 28;
    const std::string title = title_at(attempt.play.scenario);
    const std::string mode =
        text(attempt.play.mode == PlayMode::exam ? "mode.exam" : "mode.practice");
    const float title_height = block_height(canvas, title, title_width, {theme::kLabel});
    const float height =
        std::max(46.F, title_height + block_height(canvas, mode, title_width, small) + 12);
    const float middle = at.y + height / 2;
    canvas.label(std::string(day_of(attempt.play.started)), {at.x, middle}, small);
    draw_block(canvas, title, {at.x + day, at.y + 6}, title_width, {theme::kLabel});
    draw_block(canvas, mode, {at.x + day, at.y + 6 + title_height}, title_width, small);
    TextStyle number{theme::kLabel.growing(1.4F)};
    number.align = Align::right;
    canvas.label(score, {at.x + width - chip - 4, middle}, number);
    if (answered) {
      const CategoryLook look = look_of(category_of(*attempt.score->recommend));
      draw_chip(canvas, {at.x + width - chip + 16, middle - 13}, answer, look.colour, look.ink,
                look.icon);
    }
    return height;
  }

  float draw_attempts(Canvas& canvas, Vec at, float width) {
    const auto& attempts = standing().attempts;
    if (attempts.empty()) {
      return note(canvas, at, width, text("progress.nothing-played"));
    }
    float y = at.y;
    y += note(canvas, {at.x, y}, width, text("progress.attempts-mean")) + 6;
    const std::size_t shown = std::min(kMostAttempts, attempts.size());
    for (std::size_t i = 0; i < shown; ++i) {
      canvas.line({at.x, y}, {at.x + width, y}, 1, theme::kLine);
      y += draw_attempt(canvas, {at.x, y}, width, attempts[attempts.size() - 1 - i]);
    }
    if (shown < attempts.size()) {
      y += note(canvas, {at.x, y + 4}, width,
                words().text("progress.more-attempts",
                             {{"count", fmt::format("{}", attempts.size() - shown)}})) +
           4;
    }
    return y - at.y;
  }

  float draw_due(Canvas& canvas, Vec at, float width) {
    float y = at.y;
    std::size_t today = 0;
    while (today < due_.size() && comes_today(due_[today].card, standing().now)) {
      y += draw_due_today(canvas, {at.x, y}, width, due_[today++].scenario) + 8;
    }
    if (today == 0) {
      const char* key = due_.empty() ? "progress.due-nothing-yet" : "progress.due-nothing";
      y += note(canvas, {at.x, y}, width, text(key)) + 6;
    }
    for (std::size_t i = today; i < std::min(due_.size(), today + kMostComing); ++i) {
      const std::string line =
          words().text("progress.due-on",
                       {{"date", day_of(due_[i].card.due)}, {"title", title_at(due_[i].scenario)}});
      y += note(canvas, {at.x, y}, width, line) + 4;
    }
    return y - at.y;
  }

  float draw_due_today(Canvas& canvas, Vec at, float width, const std::string& scenario) {
    const std::string title = title_at(scenario);
    const float height =
        std::max(48.F, block_height(canvas, title, width - 76, {theme::kLabel}) + 20);
    const Rect box{at.x, at.y, width, height};
    const ControlState state =
        ui_.place(canvas, std::string(kAgain) + scenario, box, theme::kRadiusCell);
    canvas.rounded(box, theme::kRadiusCell, mixed(theme::kAmber50, theme::kTeal50, state.hover));
    canvas.icon_centred("refresh", {box.x + 24, box.centre().y}, {20, theme::kAmber800, 2});
    canvas.paragraph(title, {box.x + 46, box.y, width - 76, height}, {theme::kLabel});
    canvas.icon_centred("right", {box.right() - 18, box.centre().y}, {18, theme::kInk2, 2.2F});
    return height;
  }

  float draw_courses(Canvas& canvas, Vec at, float width) {
    if (standing().courses.empty()) {
      return note(canvas, at, width, text("courses.none"));
    }
    float y = at.y;
    for (const CourseStanding& course : standing().courses) {
      y += draw_course(canvas, {at.x, y}, width, course) + 14;
    }
    return y - at.y - 14;
  }

  float draw_course(Canvas& canvas, Vec at, float width, const CourseStanding& course) {
    float y = at.y;
    y += draw_block(canvas, course.course->title, {at.x, y}, width, {theme::kLabel}) + 4;
    const auto count = static_cast<float>(std::max<std::size_t>(1, course.progress.lessons.size()));
    canvas.bar({at.x, y + 2, width, 10}, static_cast<float>(course.progress.passed) / count,
               theme::kTeal);
    y += 18;
    y += draw_block(canvas, progress_text(course, words()), {at.x, y}, width,
                    {theme::kCaption, theme::kInk2});
    if (!course.progress.finished()) {
      return y - at.y;
    }
    if (context_->settings.learner.empty()) {
      y += note(canvas, {at.x, y + 4}, width, text("progress.certificate-needs-name")) + 4;
      return y - at.y;
    }
    const theme::Type type = theme::kLabel.growing(1.5F);
    const std::string& label = text("progress.certificate");
    ui_.button(canvas, std::string(kCertificate) + course.course->id,
               {at.x, y + 8, canvas.text_width(label, type) + 64, 44}, label,
               {.kind = ButtonKind::outline, .icon = "trophy", .type = type});
    y += 60;
    if (const auto said = said_.find(course.course->id); said != said_.end()) {
      y += draw_block(canvas, said->second, {at.x, y}, width, {theme::kCaption, theme::kInk2}) + 4;
    }
    return y - at.y;
  }

  std::vector<DueScenario> due_;
  std::vector<SkillRow> skills_;
  std::map<std::string, std::string> said_;  // of certificates, by course
};

}  // namespace

std::unique_ptr<Screen> make_progress_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context) {
  return std::make_unique<ProgressPage>(toolkit, std::move(context));
}

}  // namespace mot
