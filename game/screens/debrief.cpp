#include "game/screens/debrief.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/analysis/background_solver.h"
#include "engine/analysis/solved_play.h"
#include "game/screens/debrief_contents.h"
#include "game/screens/debrief_moments.h"
#include "game/screens/doors.h"
#include "game/screens/item_list.h"
#include "game/screens/labels.h"
#include "game/screens/page.h"
#include "game/screens/survey_panel.h"
#include "game/stage/play_screen.h"

namespace mot {
namespace {

constexpr float kTop = 64;
constexpr float kLeft = 24;
constexpr float kLeftWidth = 812;
constexpr float kRight = 852;
constexpr float kRightWidth = 404;
constexpr float kPadding = 24;
constexpr float kRadius = 20;
constexpr float kLeastPanel = 262;
constexpr float kMostChart = 340;
constexpr theme::Type kTitle = theme::kPanelTitle.sized(18);

class Debrief : public Page {
 public:
  Debrief(Toolkit& toolkit, std::shared_ptr<GameContext> context, std::shared_ptr<Play> play)
      : Page(toolkit, std::move(context)), play_(std::move(play)) {
    context_->solver().want(play_->shared_scenario());
    take_best_play();
    Debrief::language_changed();
    const int turning = contents_.chart.turning_point;
    picked_ = turning >= 0 ? static_cast<std::size_t>(turning) : 0;
    if (toolkit.preferences.still) {
      grown_.set(1);
      needle_.set(static_cast<float>(contents_.recommend.value_or(0)));
    } else {
      grown_.go(1, theme::kDebriefLine, Easing::out);
      needle_.go(static_cast<float>(contents_.recommend.value_or(0)), theme::kNeedle,
                 Easing::out_back);
    }
    ui_.focus("moment-" + std::to_string(picked_ + 1));
  }

  Request handle(const Event& event) override {
    const std::string before = ui_.focused();
    Request request = Page::handle(event);
    if (ui_.focused() != before) {
      pick(ui_.focused());  // arrows and Tab pick as they go
    }
    return request;
  }

 protected:
  void language_changed() override {
    play_->set_language(context_->language());
    contents_ = debrief_contents(
        play_->session(), score(play_->session(), best_ ? &best_->session : nullptr),
        play_->reading(), words(), best_ && best_->best ? &*best_->best : nullptr);
  }

  Request step(const Tick& tick) override {
    if (working_out_) {
      take_best_play();
      if (!working_out_) {
        language_changed();
        dirty_ = true;
      }
    }
    grown_.update(tick.dt);
    needle_.update(tick.dt);
    return Request::none();
  }
  bool moving() const override { return grown_.moving() || needle_.moving(); }
  bool waiting() const override { return working_out_; }

  Request use(const std::string& id) override {
    if (id == "back" || id == "library") {
      return leave();
    }
    if (id == "again") {
      auto again =
          new_play(*context_, play_->shared_scenario(), play_->terms().mode, play_->terms().room);
      return Request::replace(make_play_screen(toolkit_, context_, std::move(again)));
    }
    if (id == "continue") {
      return Request::replace(make_play_screen(toolkit_, context_, play_));
    }
    pick(id);
    return Request::none();
  }

  Request key(const Event& event) override {
    return event.key == Key::escape ? leave() : Request::none();
  }

  void draw_page(Canvas& canvas) override {
    ui_.begin_scroll(canvas, "page", {0, kTop, kLogicalWidth, kLogicalHeight - kTop}, height_);
    const float top = draw_notice(canvas, kTop + 20);
    const float survey = std::max(kLeastPanel, gauge_height_);
    const float chart = std::min(survey, kMostChart);
    draw_chart(canvas, {kLeft, top, kLeftWidth, chart});
    remember(gauge_height_, draw_survey_panel(canvas, {kRight, top, kRightWidth, survey}, contents_,
                                              about_best_play(), words(), needle_.value()));
    float left = draw_moments(canvas, top + chart + theme::kGap);
    float right = draw_skills(canvas, top + survey + theme::kGap);
    draw_lists(canvas, left, right);
    remember(height_, std::max(left, right) + 8 - kTop);
    ui_.end_scroll(canvas);
    draw_page_bar(canvas, ui_, words().text("debrief.title", {{"title", contents_.title}}),
                  contents_.customer + " · " + contents_.summary, 800);
    draw_buttons(canvas);
  }

 private:
  // What the solver knows by now. The rest of the page is there meanwhile.
  void take_best_play() {
    const std::shared_ptr<SolvedScenario> solved = context_->solver().solved();
    working_out_ = context_->solver().working();
    if (!solved || solved->scenario != play_->shared_scenario()) {
      return;
    }
    best_ = solved_play(solved->solution, play_->session());
    if (!solved->solution.exact()) {
      bounds_ = solved->solution.bounds(Aim::best);
    }
  }

  // What is to be said of the best play while it is not known.
  std::string about_best_play() const {
    if (working_out_) {
      return text("debrief.working-out");
    }
    if (bounds_) {
      return words().text("debrief.too-large",
                          {{"low", fmt::format("{:.2f}", bounds_->low / 100)},
                           {"high", fmt::format("{:.2f}", bounds_->high / 100)}});
    }
    return "";
  }

  Request leave() { return Request::replace(context_->open_library()); }

  void pick(const std::string& id) {
    for (const std::string_view prefix : {"moment-", "marker-"}) {
      if (id.rfind(prefix, 0) == 0) {
        picked_ = static_cast<std::size_t>(std::stoul(id.substr(prefix.size()))) - 1;
        dirty_ = true;
      }
    }
  }

  // Heights are known when things are drawn; a panel's ground follows a frame later.
  void remember(float& height, float now) {
    dirty_ = dirty_ || height != now;
    height = now;
  }

  void draw_buttons(Canvas& canvas) {
    float x = 1256;
    const auto button = [&](const char* id, const std::string& label, const ButtonLook& look) {
      const float width = canvas.text_width(label, look.type) + (look.icon.empty() ? 56.F : 76.F);
      x -= width;
      ui_.button(canvas, id, {x, 12, width, 40}, label, look);
      x -= 12;
    };
    const theme::Type type = theme::kLabel.sized(15);
    const bool open = !play_->finished();
    button("library", text("common.library"),
           {.kind = open ? ButtonKind::outline : ButtonKind::primary,
            .icon = "arrow",
            .icon_right = true,
            .type = type});
    ButtonLook outline;
    outline.kind = ButtonKind::outline;
    outline.type = type;
    button("again", text("debrief.again"), outline);
    if (open) {
      button("continue", text("library.continue"),
             {.kind = ButtonKind::amber, .icon = "play", .icon_filled = true, .type = type});
    }
  }

  // What must be said before the figures; returns where they begin.
  float draw_notice(Canvas& canvas, float y) {
    std::string said;
    if (!play_->notice().key.empty()) {
      said = words().text(
          play_->notice().key,
          {{"cause", play_->notice().cause}, {"number", std::to_string(play_->notice().number)}});
    }
    if (!contents_.complete) {
      said += (said.empty() ? "" : " ") + text("debrief.unfinished-means");
    }
    if (said.empty()) {
      return y;
    }
    const float width = kLogicalWidth - 2 * kLeft - 76;
    const float height = block_height(canvas, said, width, {theme::kBody}) + 24;
    const Rect box{kLeft, y, kLogicalWidth - 2 * kLeft, height};
    canvas.rounded(box, 14, theme::kAmber50);
    canvas.border(box, 14, 2, theme::kPassive);
    canvas.icon("warn", {box.x + 18, box.y + height / 2 - 10}, {20, theme::kAmber800, 2});
    draw_block(canvas, said, {box.x + 52, y + 12}, width, {theme::kBody});
    return y + height + theme::kGap;
  }

  // A width of 0 is a dashed line.
  float legend_line(Canvas& canvas,
                    float right,
                    float y,
                    const char* key,
                    float width,
                    Colour colour,
                    Colour ink) {
    const theme::Type type = theme::kCaption.weighing(600);
    const float w = canvas.text_width(text(key), type);
    canvas.text(text(key), {right - w, y}, {type, ink});
    const std::array line{Vec{right - w - 34, y - 5}, Vec{right - w - 10, y - 5}};
    if (width > 0) {
      canvas.line(line[0], line[1], width, colour);
    } else {
      canvas.dashed(line, 2, 5, 4, colour);
    }
    return right - w - 54;
  }

  void draw_chart(Canvas& canvas, Rect box) {
    canvas.panel(box, kRadius, theme::kPaper, 1);
    canvas.text(text("debrief.chart"), {box.x + kPadding, box.y + 34}, {kTitle});
    float x = box.right() - kPadding;
    x = legend_line(canvas, x, box.y + 34, "debrief.mood", 2.5F, theme::kViolet, theme::kViolet);
    x = legend_line(canvas, x, box.y + 34, "debrief.satisfaction", 4, theme::kTeal, theme::kInk);
    if (!contents_.chart.best.empty()) {
      legend_line(canvas, x, box.y + 34, "debrief.best-path", 0, theme::kInk2, theme::kInk2);
    }
    if (contents_.moments.empty()) {
      canvas.text(text("debrief.no-choice"), {box.x + kPadding, box.y + 80},
                  {theme::kBody, theme::kInk2});
      return;
    }
    const Rect plot{box.x + kPadding, box.y + 52, box.w - kPadding - 12, box.h - 52 - 44};
    const std::vector<Rect> markers = draw_satisfaction_chart(
        canvas, plot, contents_.chart, grown_.value(), static_cast<int>(picked_));
    for (std::size_t i = 0; i < markers.size(); ++i) {
      ui_.place(canvas, "marker-" + std::to_string(i + 1), markers[i], markers[i].h / 2);
    }
    draw_marker_legend(canvas, box);
  }

  void draw_marker_legend(Canvas& canvas, Rect box) {
    const float y = box.bottom() - 16;
    constexpr std::array kLabels{MomentLabel::magic, MomentLabel::neutral, MomentLabel::misery};
    constexpr std::array kKeys{"label.magic", "label.neutral", "label.misery"};
    const theme::Type type = theme::kCaption;
    float x = box.x + kPadding + 32;
    for (std::size_t i = 0; i < kLabels.size(); ++i) {
      draw_marker(canvas, {x + 6, y - 5}, 6, kLabels[i], 0);
      const std::string word = capitalised(text(kKeys[i]));
      canvas.text(word, {x + 19, y}, {type, theme::kInk2});
      x += canvas.text_width(word, type) + 36;
    }
    TextStyle note{type, theme::kInk2};
    note.align = Align::right;
    canvas.text(text("debrief.chart-note"), {box.right() - kPadding, y}, note);
  }

  float draw_moments(Canvas& canvas, float y) {
    if (contents_.moments.empty()) {
      return y;
    }
    canvas.panel({kLeft, y, kLeftWidth, moments_height_}, kRadius, theme::kPaper, 1);
    const float x = kLeft + 20;
    const float inner = kLeftWidth - 40;
    float at = y + 16;
    at += draw_moment_chips(canvas, ui_, {x, at}, inner, contents_, picked_) + 12;
    at += draw_moment(canvas, {x, at}, inner, contents_.moments[picked_], about_best_play(),
                      play_->scenario(), *context_, contents_.customer);
    remember(moments_height_, std::max(338.F, at + 10 - y));
    return y + moments_height_ + theme::kGap;
  }

  float draw_skills(Canvas& canvas, float y) {
    if (contents_.dimensions.empty() && contents_.behaviours.empty()) {
      return y;
    }
    canvas.panel({kRight, y, kRightWidth, skills_height_}, kRadius, theme::kPaper, 1);
    const float x = kRight + kPadding;
    const float inner = kRightWidth - 2 * kPadding;
    canvas.text(text("debrief.skills"), {x, y + 34}, {kTitle});
    float at = y + 60;
    const Rect radar{x - 8, at, inner + 16, 256};
    if (radar_fits(canvas, radar, contents_.dimensions)) {
      draw_radar(canvas, radar, contents_.dimensions, grown_.value());
      at += radar.h;
    } else {
      at += draw_skill_bars(canvas, {x, at, inner, 0}, contents_.dimensions, grown_.value());
    }
    at += draw_skill_bars(canvas, {x, at, inner, 0}, contents_.behaviours, grown_.value());
    if (!contents_.dimensions_left_out.empty()) {
      at += draw_block(canvas,
                       words().text("debrief.left-out", {{"names", contents_.dimensions_left_out}}),
                       {x, at + 4}, inner, {theme::kSmallest, theme::kInk2});
    }
    at += draw_block(canvas, text("debrief.skills-note"), {x, at + 4}, inner,
                     {theme::kSmallest, theme::kInk2});
    remember(skills_height_, at + 18 - y);
    return y + skills_height_ + theme::kGap;
  }

  // Needs found and missed, standards kept and broken, each where there is more room.
  void draw_lists(Canvas& canvas, float& left, float& right) {
    const ItemList needs{"search", text("debrief.needs"), text("debrief.needs-found"),
                         text("debrief.needs-missed")};
    const ItemList standards{"shield", text("debrief.standards"), text("debrief.standards-met"),
                             text("debrief.standards-broken")};
    const auto add = [&](const ItemList& list, const std::vector<DebriefItem>& items) {
      const bool at_right = right <= left;
      float& y = at_right ? right : left;
      const float height = draw_item_list(canvas, {at_right ? kRight : kLeft, y},
                                          at_right ? kRightWidth : kLeftWidth, list, items);
      y += height > 0 ? height + theme::kGap : 0.F;
    };
    add(needs, contents_.needs);
    add(standards, contents_.standards);
  }

  std::shared_ptr<Play> play_;
  DebriefContents contents_;
  bool working_out_ = false;
  std::optional<SolvedPlay> best_;     // nothing while it is not known
  std::optional<ValueBounds> bounds_;  // where it can't be known
  std::size_t picked_ = 0;
  Tween grown_;
  Tween needle_;
  float height_ = 0;
  float gauge_height_ = 262;
  float moments_height_ = 338;
  float skills_height_ = 338;
};

}  // namespace

std::unique_ptr<Screen> make_debrief_screen(Toolkit& toolkit,
                                            std::shared_ptr<GameContext> context,
                                            std::shared_ptr<Play> play) {
  return std::make_unique<Debrief>(toolkit, std::move(context), std::move(play));
}

}  // namespace mot
