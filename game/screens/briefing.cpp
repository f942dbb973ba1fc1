#include "game/screens/briefing.h"

#include <algorithm>
#include <array>

#include "game/screens/debrief.h"
#include "game/screens/doors.h"
#include "game/screens/labels.h"
#include "game/screens/page.h"
#include "game/screens/play_results.h"
#include "game/screens/scenario_picture.h"
#include "game/screens/segments.h"
#include "game/stage/open_scenario.h"
#include "game/stage/play_screen.h"
#include "game/window/options.h"

namespace mot {
namespace {

constexpr float kTop = 64;
constexpr float kFooter = 84;
constexpr float kLeastSaid = 200;  // narrower columns of words are hard to read
constexpr float kLeft = 32;
constexpr float kLeftWidth = 420;
constexpr float kRight = 476;
constexpr float kRightWidth = 772;
constexpr float kPadding = 24;
constexpr float kPictureHeight = 280;
constexpr PictureCut kCut{{-38, -36, 896, 504}, {112, 9}, 0.434F, 24};
constexpr theme::Type kHeading = theme::kCardTitle;
// How it is played, and what that means, in the order of Manner.
enum class Manner : std::uint8_t { practice, exam, room };
constexpr std::array kMeanings{"briefing.practice-means", "briefing.exam-means",
                               "briefing.room-means"};

class Briefing : public Page {
 public:
  Briefing(Toolkit& toolkit,
           std::shared_ptr<GameContext> context,
           std::shared_ptr<const Scenario> scenario)
      : Page(toolkit, std::move(context)),
        scenario_(std::move(scenario)),
        pictures_(*context_),
        results_(context_->plays_folder(), context_->settings.learner) {
    pictures_.hurry();
    manner_ = toolkit.options.mode == "exam" ? Manner::exam : Manner::practice;
    ui_.focus("start", true);
  }

 protected:
  std::string title() const override {
    return std::string(Reading(*scenario_, context_->language()).trimmed(scenario_->title));
  }

  Request step(const Tick& /*tick*/) override {
    const auto only = [this](const std::string& id) {
      return std::optional(id == scenario_->id ? scenario_ : nullptr);
    };
    dirty_ = results_.step(only) || dirty_;
    // What was begun is to be gone on with: Enter does so, as long as nobody has gone elsewhere.
    if (!offered_ && to_continue() != nullptr) {
      offered_ = true;
      if (ui_.focused() == "start") ui_.focus("continue", true);
    }
    return Request::none();
  }
  bool waiting() const override { return !results_.done(); }

  Request use(const std::string& id) override {
    const ScenarioResults& results = results_.of(scenario_->id);
    const UnfinishedPlay* unfinished = to_continue();
    if (id == "back") {
      return leave();
    }
    if (id == "edit") {
      auto editor = context_->open_editor(*scenario_);
      if (editor) {
        return Request::replace(std::move(*editor));
      }
      problem_ = context_->said(editor.error());
      dirty_ = true;
      return Request::none();
    }
    if (id == "practice" || id == "exam" || id == "room") {
      // The trainer has chosen.
      if (in_session()) return Request::none();
      problem_.clear();
      manner_ = id == "exam" ? Manner::exam : id == "room" ? Manner::room : Manner::practice;
    } else if (id == "continue" && unfinished != nullptr) {
      return play(kept_play(*context_, scenario_, unfinished->kept));
    } else if (id == "start") {
      return play(new_play(*context_, scenario_,
                           {manner_ == Manner::exam ? PlayMode::exam : PlayMode::practice,
                            manner_ == Manner::room}));
    } else if (id == "last-debrief" && results.latest) {
      if (auto last = kept_play(*context_, scenario_, results.latest->kept)) {
        return Request::replace(make_debrief_screen(toolkit_, context_, std::move(last)));
      }
    }
    return Request::none();
  }

  Request key(const Event& event) override {
    if (event.key == Key::escape) {
      return leave();
    }
    if (event.key == Key::enter) {
      show_focus(to_continue() != nullptr ? "continue" : "start");
    }
    return Request::none();
  }

  void draw_page(Canvas& canvas) override {
    pictures_.begin_frame(canvas);
    const Reading reading(*scenario_, context_->language());
    const Footer footer = lay_out_footer(canvas);
    const Rect view{0, kTop, kLogicalWidth, kLogicalHeight - kTop - footer.height};
    ui_.begin_scroll(canvas, "page", view, height_);
    const float left = draw_left(canvas, reading, kTop + 24);
    const float right = draw_right(canvas, reading, kTop + 24);
    const float height = std::max(left, right) + 28 - kTop;
    remember(height_, height);
    ui_.end_scroll(canvas);
    draw_page_bar(canvas, ui_, std::string(reading.trimmed(scenario_->title)),
                  std::string(reading.trimmed(scenario_->journey_title)), 960);
    draw_edit(canvas);
    draw_footer(canvas, footer);
  }

 private:
  bool in_session() const { return context_->in_session(*scenario_); }
  // For trainers; a trainer's session has no place for it.
  void draw_edit(Canvas& canvas) {
    if (!context_->open_editor || !context_->session().id.empty() || !scenario_->source) {
      return;
    }
    const std::string& label = text("briefing.edit");
    const float width = canvas.text_width(label, theme::kLabel) + 62;
    ui_.button(canvas, "edit", {kLogicalWidth - kLeft - width, 12, width, 40}, label,
               {.kind = ButtonKind::outline, .icon = "tool"});
  }

  Request leave() { return Request::replace(context_->open_library()); }
  Request play(std::shared_ptr<Play> play) {
    return play ? Request::replace(make_play_screen(toolkit_, context_, std::move(play)))
                : Request::none();
  }

  // The picture with the name, who it is, the way through the encounter; returns the end.
  float draw_left(Canvas& canvas, const Reading& reading, float y) {
    const Rect picture{kLeft, y, kLeftWidth, kPictureHeight};
    canvas.shadow(picture, 24, 2);
    pictures_.draw(canvas, *scenario_, picture, kCut);
    y += kPictureHeight + theme::kGap;
    y = draw_person(canvas, reading, y) + theme::kGap;
    return scenario_->stages.empty() ? y - theme::kGap : draw_stages(canvas, reading, y);
  }

  float draw_person(Canvas& canvas, const Reading& reading, float y) {
    const Customer& who = scenario_->customer;
    const std::string about(reading.trimmed(who.about));
    std::string role(reading.trimmed(who.role));
    if (who.age >= 0) {
      role += (role.empty() ? "" : " · ") +
              words().text("briefing.age", {{"age", std::to_string(who.age)}});
    }
    const float inner = kLeftWidth - 2 * kPadding;
    const std::string name(reading.trimmed(who.name));
    const TextStyle role_style{theme::kLabel.weighing(400), theme::kInk2};
    const float name_height = block_height(canvas, name, inner, {theme::kPanelTitle});
    const float role_height = block_height(canvas, role, inner, role_style);
    const float about_height = block_height(canvas, about, inner, {theme::kBody});
    const Rect box{kLeft, y, kLeftWidth,
                   40 + name_height + role_height + (about_height > 0 ? 8 + about_height : 0)};
    canvas.panel(box, theme::kRadiusCard, theme::kPaper, 1);
    float at = y + 20;
    at += draw_block(canvas, name, {kLeft + kPadding, at}, inner, {theme::kPanelTitle});
    at += draw_block(canvas, role, {kLeft + kPadding, at}, inner, role_style) + 8;
    draw_block(canvas, about, {kLeft + kPadding, at}, inner, {theme::kBody});
    return box.bottom();
  }

  float draw_stages(Canvas& canvas, const Reading& reading, float y) {
    const float inner = kLeftWidth - 2 * kPadding - 44;
    std::vector<float> heights;
    float total = 20 + 32 + 16;
    for (const Stage& stage : scenario_->stages) {
      heights.push_back(std::max(
          40.F,
          block_height(canvas, std::string(reading.trimmed(stage.title)), inner, {theme::kLabel}) +
              16));
      total += heights.back();
    }
    canvas.panel({kLeft, y, kLeftWidth, total}, theme::kRadiusCard, theme::kPaper, 1);
    canvas.text(text("briefing.stages"), {kLeft + kPadding, y + 38}, {kHeading});
    float at = y + 56;
    for (std::size_t i = 0; i < heights.size(); ++i) {
      const Vec centre{kLeft + kPadding + 16, at + heights[i] / 2};
      if (i + 1 < heights.size()) {
        canvas.line(centre, {centre.x, at + heights[i] + heights[i + 1] / 2}, 3, theme::kLine);
      }
      at += heights[i];
    }
    at = y + 56;
    for (std::size_t i = 0; i < heights.size(); ++i) {
      const Vec centre{kLeft + kPadding + 16, at + heights[i] / 2};
      canvas.circle(centre, 16, theme::kTeal50);
      canvas.icon_centred(icon_of_stage(static_cast<int>(i)), centre, {18, theme::kTeal, 2});
      TextStyle style{theme::kLabel};
      style.width = inner;
      canvas.paragraph(std::string(reading.trimmed(scenario_->stages[i].title)),
                       {centre.x + 28, at, inner, heights[i]}, style);
      at += heights[i];
    }
    return y + total;
  }

  // What was begun and may go on: in a trainer's session only what belongs to it; for an exam only
  // the exam that was left.
  const UnfinishedPlay* to_continue() const {
    const ScenarioResults& results = results_.of(scenario_->id);
    const std::string session = in_session() ? context_->session().id : std::string();
    if (manner_ == Manner::exam) {
      const auto exam = results.exams.find(session);
      return exam != results.exams.end() && exam->second ? &*exam->second : nullptr;
    }
    const auto& unfinished = results.unfinished;
    return unfinished && unfinished->kept.playthrough.session == session ? &*unfinished : nullptr;
  }

  // The trainer's session: how it is called, until when; returns the end.
  float draw_session(Canvas& canvas, float y) {
    const TrainingSession& session = context_->session();
    const float inner = kRightWidth - 2 * kPadding - 40;
    const bool over = session.is_over(context_->now());
    const std::string due =
        session.due.empty()
            ? std::string()
            : words().text(over ? "session.over" : "session.due", {{"day", session.due}});
    const std::string& name = session.title.empty() ? session.id : session.title;
    const TextStyle note{theme::kBody, over ? theme::kCoral800 : theme::kInk2};
    const float height = 36 + block_height(canvas, name, inner, {theme::kPanelTitle}) +
                         (due.empty() ? 0 : block_height(canvas, due, inner, note));
    canvas.panel({kRight, y, kRightWidth, height}, theme::kRadiusCard, theme::kTeal50, 1);
    canvas.icon_centred("flag", {kRight + kPadding + 12, y + height / 2}, {24, theme::kTeal, 2});
    const float x = kRight + kPadding + 40;
    const float end = y + 18 + draw_block(canvas, name, {x, y + 18}, inner, {theme::kPanelTitle});
    draw_block(canvas, due, {x, end}, inner, note);
    return y + height;
  }

  // The session, the situation, what was reached so far, the standards; returns the end.
  float draw_right(Canvas& canvas, const Reading& reading, float y) {
    if (in_session()) {
      y = draw_session(canvas, y) + theme::kGap;
    }
    y = draw_situation(canvas, reading, y);
    if (results_.of(scenario_->id).best) {
      y = draw_results(canvas, y + theme::kGap);
    }
    if (!scenario_->standards.empty()) {
      y = draw_standards(canvas, reading, y + theme::kGap);
    }
    return y;
  }

  float draw_situation(Canvas& canvas, const Reading& reading, float y) {
    const float inner = kRightWidth - 2 * kPadding;
    const std::string summary(reading.trimmed(scenario_->summary));
    const std::string brief(reading.trimmed(scenario_->brief));
    const TextStyle summary_style{theme::kPanelTitle};
    const TextStyle brief_style{theme::kBody.sized(16)};
    const float summary_height = block_height(canvas, summary, inner, summary_style);
    const float brief_height = block_height(canvas, brief, inner, brief_style);
    const float line = std::max(26.F, canvas.measure("A", {theme::kLabel}).height);
    const Rect box{
        kRight, y, kRightWidth,
        20 + line + 14 + summary_height + (brief_height > 0 ? 10 + brief_height : 0) + 24};
    canvas.panel(box, theme::kRadiusCard, theme::kPaper, 1);
    float x = kRight + kPadding;
    if (!scenario_->setting.empty()) {
      x = draw_setting_chip(canvas, {x, y + 20}, scenario_->setting, words()).right() + 16;
    }
    draw_facts(canvas, {x, y + 33}, 500, {scenario_->minutes, scenario_->difficulty}, words());
    float at = y + 20 + line + 14;
    at += draw_block(canvas, summary, {kRight + kPadding, at}, inner, summary_style) + 10;
    draw_block(canvas, brief, {kRight + kPadding, at}, inner, brief_style);
    return box.bottom();
  }

  float draw_standards(Canvas& canvas, const Reading& reading, float y) {
    const float inner = kRightWidth - 2 * kPadding - 34;
    std::vector<float> heights;
    float total = 20 + 32 + 14;
    for (const NamedText& standard : scenario_->standards) {
      heights.push_back(
          block_height(canvas, std::string(reading.trimmed(standard.text)), inner, {theme::kBody}) +
          8);
      total += heights.back();
    }
    canvas.panel({kRight, y, kRightWidth, total}, theme::kRadiusCard, theme::kPaper, 1);
    canvas.text(text("briefing.standards"), {kRight + kPadding, y + 38}, {kHeading});
    float at = y + 56;
    for (std::size_t i = 0; i < heights.size(); ++i) {
      canvas.icon("shield", {kRight + kPadding, at + 1}, {20, theme::kViolet, 2});
      draw_block(canvas, std::string(reading.trimmed(scenario_->standards[i].text)),
                 {kRight + kPadding + 34, at}, inner, {theme::kBody});
      at += heights[i];
    }
    return y + total;
  }

  float draw_results(Canvas& canvas, float y) {
    const ScenarioResults& results = results_.of(scenario_->id);
    const std::string& label = text("briefing.see-debrief");
    const float button = canvas.text_width(label, theme::kLabel) + 64;
    const float inner = kRightWidth - 2 * kPadding - button - 20;
    std::string note = text("briefing.results-note");
    if (results.latest && !results.latest->kept.playthrough.takeaway.empty()) {
      note += "\n" + words().text("debrief.takeaway-before",
                                  {{"text", results.latest->kept.playthrough.takeaway}});
    }
    const TextStyle style{theme::kCaption, theme::kInk2};
    const float height = std::max(92.F, 66 + block_height(canvas, note, inner, style));
    canvas.panel({kRight, y, kRightWidth, height}, theme::kRadiusCard, theme::kPaper, 1);
    const std::string& heading = text("briefing.results");
    canvas.text(heading, {kRight + kPadding, y + 38}, {kHeading});
    const std::string chip = words().text("library.best-result", {{"answer", "10"}});
    const float x = kRight + kPadding + canvas.text_width(heading, kHeading) + 14;
    draw_result_chip(canvas, {x + chip_width(canvas, chip, true), y + 20}, results.best->recommend,
                     words());
    draw_block(canvas, note, {kRight + kPadding, y + 54}, inner, style);
    ui_.button(canvas, "last-debrief",
               {kRight + kRightWidth - kPadding - button, y + height / 2 - 20, button, 40}, label,
               {.kind = ButtonKind::outline, .icon = "chart"});
    return y + height;
  }

  // The key of what the manner means. An exam that was left is counted; time limits hold in one.
  const char* meaning() const {
    if (manner_ != Manner::exam) {
      return kMeanings[static_cast<std::size_t>(manner_)];
    }
    const bool doubled =
        toolkit_.preferences.timer_factor <= 0 && context_->patience_factor(PlayMode::exam) > 0;
    return to_continue() != nullptr ? "briefing.exam-left"
           : doubled                ? "briefing.exam-doubled"
                                    : "briefing.exam-means";
  }

  // One of the buttons that begin.
  struct Begin {
    const char* id;
    std::string label;
    ButtonLook look;
    float width;
  };
  // How to play and the buttons that begin, always in sight: what the manner means stands between
  // the two, else above them, as high as it needs to be.
  struct Footer {
    std::vector<Segment> manners;
    std::vector<Begin> buttons;  // from the right
    float between = 0;           // room for words on the row of the buttons
    float above = 0;             // height of the words over that row; 0: they are on it
    float row = 0;               // height of a row of manners of their own; 0: on the buttons' row
    float height = kFooter;
  };

  std::string said() const { return problem_.empty() ? text(meaning()) : problem_; }
  TextStyle said_style() const {
    return {theme::kCaption, problem_.empty() ? theme::kInk2 : theme::kCoral800};
  }

  std::vector<Begin> begin_buttons(Canvas& canvas) const {
    const UnfinishedPlay* unfinished = to_continue();
    const theme::Type type = theme::kCardTitle.sized(16);
    const ButtonLook amber{
        .kind = ButtonKind::amber, .icon = "play", .icon_filled = true, .type = type};
    const ButtonLook plain{.kind = ButtonKind::outline, .icon = "", .type = type};
    const auto button = [&](const char* id, const std::string& label, const ButtonLook& look) {
      const float around = look.icon.empty() ? 48 : 76;
      return Begin{id, label, look, std::max(150.F, canvas.text_width(label, type) + around)};
    };
    if (unfinished == nullptr) {
      return {button("start", text("briefing.start"), amber)};
    }
    const int stage = unfinished->stage;
    return {button("continue",
                   stage >= 0 ? words().text("briefing.continue-at",
                                             {{"stage", std::to_string(stage + 1)}})
                              : text("library.continue"),
                   amber),
            button("start", text("briefing.start-again"), plain)};
  }

  Footer lay_out_footer(Canvas& canvas) const {
    Footer footer;
    footer.manners = {{"practice", capitalised(context_->word("mode", "practice"))},
                      {"exam", capitalised(context_->word("mode", "exam"))},
                      {"room", text("briefing.room")}};
    footer.buttons = begin_buttons(canvas);
    footer.between = kLogicalWidth - 2 * kLeft - segments_width(canvas, footer.manners) - 26;
    for (const Begin& button : footer.buttons) {
      footer.between -= button.width + 14;
    }
    if (footer.between < 0) {
      footer.row = 56;
    } else if (footer.between >= kLeastSaid &&
               block_height(canvas, said(), footer.between, said_style()) <= kFooter - 12) {
      return footer;
    }
    footer.above = 14 + block_height(canvas, said(), kLogicalWidth - 2 * kLeft, said_style());
    footer.height = kFooter + footer.row + footer.above;
    return footer;
  }

  void draw_footer(Canvas& canvas, const Footer& footer) {
    const float top = kLogicalHeight - footer.height;
    const float y = kLogicalHeight - kFooter;
    canvas.fade_down({0, top - 10, kLogicalWidth, 10}, faded(theme::kShadow, 0),
                     faded(theme::kShadow, 0.12F));
    canvas.rect({0, top, kLogicalWidth, footer.height}, theme::kPaper);
    const Rect modes = draw_segments(canvas, ui_, {kLeft, y + 22 - footer.row}, footer.manners,
                                     static_cast<std::size_t>(manner_));
    float x = kLogicalWidth - kLeft;
    for (const Begin& button : footer.buttons) {
      x -= button.width;
      ui_.button(canvas, button.id, {x, y + 18, button.width, 48}, button.label, button.look);
      x -= 14;
    }
    if (footer.above > 0) {
      draw_block(canvas, said(), {kLeft, top + 14}, kLogicalWidth - 2 * kLeft, said_style());
      return;
    }
    TextStyle style = said_style();
    style.width = footer.between;
    canvas.paragraph(said(), {modes.right() + 20, y, style.width, kFooter}, style);
  }

  std::shared_ptr<const Scenario> scenario_;
  ScenarioPictures pictures_;
  PlayResults results_;
  Manner manner_ = Manner::practice;
  bool offered_ = false;  // to go on with what was begun
  std::string problem_;   // why there is no editor
  float height_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_briefing_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context,
                                             std::shared_ptr<const Scenario> scenario) {
  return std::make_unique<Briefing>(toolkit, std::move(context), std::move(scenario));
}

}  // namespace mot
