#include "game/screens/debrief.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <map>

#include "engine/encounter/playthrough.h"
#include "engine/records/play_folder.h"
#include "engine/report/html_tables.h"
#include "engine/scenario/loader.h"
#include "game/screens/briefing.h"
#include "game/screens/debrief_moments.h"
#include "game/screens/debrief_notes.h"
#include "game/screens/debrief_panels.h"
#include "game/screens/debrief_timeline.h"
#include "game/screens/doors.h"
#include "game/screens/item_list.h"
#include "game/screens/moment_marker.h"
#include "game/screens/page.h"
#include "game/screens/play_debrief.h"
#include "game/screens/save_debrief.h"
#include "game/screens/survey_panel.h"
#include "game/stage/open_scenario.h"
#include "game/stage/play_screen.h"

namespace mot {
namespace {

constexpr float kTop = 64;
constexpr float kLeft = 24;
constexpr float kLeftWidth = 812;
constexpr float kRight = 852;
constexpr float kRightWidth = 404;
constexpr float kLeastPanel = 262;
constexpr std::size_t kMostTakeaway = 300;
// A sentence is kept when nobody has typed for so long, and at once when the field is left.
constexpr float kTypingPause = 1;

class DebriefScreen : public Page {
 public:
  DebriefScreen(Toolkit& toolkit, std::shared_ptr<GameContext> context, std::shared_ptr<Play> play)
      : Page(toolkit, std::move(context)), play_(std::move(play)), told_(*context_, play_) {
    takeaway_.set(play_->takeaway());
    const auto answer = static_cast<float>(told_.debrief().voice.recommend.value_or(0));
    if (toolkit.preferences.still) {
      grown_.set(1);
      needle_.set(answer);
    } else {
      grown_.go(1, theme::kDebriefLine, Easing::out);
      needle_.go(answer, theme::kNeedle, Easing::out_back);
    }
    pick_turning_point();
    ui_.focus(control_of("moment-", picked_), true);
  }
  ~DebriefScreen() override { keep_takeaway(); }
  DebriefScreen(const DebriefScreen&) = delete;
  DebriefScreen& operator=(const DebriefScreen&) = delete;

  Request handle(const Event& event) override {
    if (ui_.focused() == "takeaway" && type_takeaway(event)) {
      return Request::none();
    }
    const std::string before = ui_.focused();
    Request request = Page::handle(event);
    if (ui_.focused() != before) {
      if (before == "takeaway") {
        keep_takeaway();
      }
      follow_focus();
    }
    return request;
  }

  Listening listening() const override {
    return ui_.focused() == "takeaway" ? Listening::typing : Listening::commands;
  }

 protected:
  std::string title() const override {
    const Scenario& scenario = play_->scenario();
    return words().text("debrief.title",
                        {{"title", std::string(play_->reading().trimmed(scenario.title))}});
  }

  void language_changed() override {
    told_.say();
    figures_.forget();
  }

  Request step(const Tick& tick) override {
    if (told_.step()) {
      figures_.forget();
      if (!picked_by_hand_) {
        const bool here = ui_.focused() == control_of("moment-", picked_);
        pick_turning_point();
        if (here) ui_.focus(control_of("moment-", picked_), true);
      }
      dirty_ = true;
    }
    since_typed_ += typed_ ? tick.dt : 0;
    if (typed_ && since_typed_ > kTypingPause) {
      keep_takeaway();
    }
    grown_.update(tick.dt);
    needle_.update(tick.dt);
    return Request::none();
  }
  bool moving() const override { return grown_.moving() || needle_.moving(); }
  bool waiting() const override { return told_.working() || typed_; }

  Request use(const std::string& id) override {
    if (id == "back" || id == "library") {
      return Request::replace(context_->open_library());
    }
    if (id == "again") {
      return play(new_play(*context_, play_->shared_scenario(),
                           {play_->terms().mode, play_->terms().room}));
    }
    if (id == "continue") {
      return play(play_);
    }
    if (id == "next" || id == "next-case") {
      return open_next();
    }
    if (id == "original") {
      return open_original();
    }
    if (id == "save-page") {
      save();
      return Request::none();
    }
    if (id == "takeaway") {
      return Request::none();
    }
    if (const auto option = number_in(id, "what-if-")) {
      return play_what_if(*option);
    }
    if (const auto other = number_in(id, "beside-")) {
      beside_ = *other;
    } else if (const auto instead = number_in(id, "try-")) {
      pick(told_.debrief().advice.instead[*instead].choice);
      ui_.scroll_to("page", 0);
    } else {
      pick_named(id);
    }
    return Request::none();
  }

  Request key(const Event& event) override {
    return event.key == Key::escape ? use("back") : Request::none();
  }

  void draw_page(Canvas& canvas) override {
    ui_.begin_scroll(canvas, "page", {0, kTop, kLogicalWidth, kLogicalHeight - kTop}, height_);
    const float top =
        draw_debrief_notes(canvas, kTop + 20, debrief_notices(*play_, told_, *context_), saved_);
    const float end = std::max(draw_left(canvas, top), draw_right(canvas, top));
    remember(height_, end + 8 - kTop);
    ui_.end_scroll(canvas);
    const DebriefHead& head = told_.debrief().head;
    draw_page_bar(canvas, ui_, words().text("debrief.title", {{"title", head.title}}), summary(),
                  620);
    draw_buttons(canvas);
  }

 private:
  // Controls are numbered from 1.
  static std::string control_of(const char* prefix, std::size_t index) {
    return prefix + std::to_string(index + 1);
  }
  static std::optional<std::size_t> number_in(const std::string& id, std::string_view prefix) {
    if (id.rfind(prefix, 0) != 0) {
      return std::nullopt;
    }
    return static_cast<std::size_t>(std::stoul(id.substr(prefix.size()))) - 1;
  }

  Request play(std::shared_ptr<Play> play) {
    return Request::replace(make_play_screen(toolkit_, context_, std::move(play)));
  }

  Request play_what_if(std::size_t option) {
    const MomentReview& moment = told_.debrief().moments[picked_];
    // In a folder of their own, so that they count for nothing.
    const std::string folder = what_if_folder(context_->plays_folder());
    const std::string path =
        play_->terms().path.empty()
            ? std::string()
            : new_play_path(folder, play_->scenario().id, context_->now(), play_->terms().seed);
    auto other = Play::what_if(play_, picked_, moment.options[option].response, path);
    return other ? play(*std::move(other)) : Request::none();
  }

  // As the library would open it: from its file.
  Request open_original() {
    const Play& original = *play_->original();
    auto again = kept_play(*context_, original.shared_scenario(),
                           {original.terms().path, original.playthrough()});
    return again ? Request::replace(make_debrief_screen(toolkit_, context_, std::move(again)))
                 : Request::none();
  }

  Request open_next() {
    const auto& next = told_.debrief().advice.next;
    for (const LibraryScenario& entry : context_->scenarios()) {
      if (next && entry.scenario->id == next->id) {
        return Request::replace(make_briefing_screen(toolkit_, context_, entry.scenario));
      }
    }
    return Request::replace(context_->open_library());
  }

  void save() {
    const std::string kept = std::filesystem::path(play_->terms().path).stem().string();
    saved_ = save_debrief(told_.debrief(), kept.empty() ? play_->scenario().id : kept, words());
    ui_.scroll_to("page", 0);
    dirty_ = true;
  }

  // Picking a moment.
  void pick(std::size_t choice) {
    picked_ = choice;
    picked_by_hand_ = true;
    dirty_ = true;
  }
  void pick_named(const std::string& id) {
    for (const char* prefix : {"moment-", "marker-"}) {
      if (const auto choice = number_in(id, prefix)) {
        pick(*choice);
      }
    }
  }
  // Arrows and Tab pick as they go.
  void follow_focus() { pick_named(ui_.focused()); }
  void pick_turning_point() {
    const Debrief& debrief = told_.debrief();
    if (debrief.account && !debrief.account->turning_points.empty()) {
      picked_ = debrief.account->turning_points.front();
    } else if (debrief.timeline.peak) {
      picked_ = *debrief.timeline.peak;
    }
  }

  // The take-away.
  bool type_takeaway(const Event& event) {
    const std::string before = takeaway_.text();
    if (event.type == Event::Type::key_down && event.key == Key::enter) {
      keep_takeaway();
      return true;
    }
    if (!takeaway_.handle(event, toolkit_.platform)) {
      return false;
    }
    if (takeaway_.text() != before) {
      typed_ = true;
      kept_ = false;
      since_typed_ = 0;
    }
    dirty_ = true;
    return true;
  }
  void keep_takeaway() {
    if (!typed_ && takeaway_.text() == play_->takeaway()) {
      return;
    }
    kept_ = play_->take_away(takeaway_.text());
    if (play_->finished()) {
      context_->record(*play_);
    }
    typed_ = false;
    dirty_ = true;
  }

  DebriefInk ink(Canvas& canvas) {
    return {canvas, ui_, figures_, words(), toolkit_.preferences.text_size};
  }

  std::string summary() const {
    const DebriefHead& head = told_.debrief().head;
    std::string out = head.customer + " · " +
                      (head.ending.empty() ? text("debrief.unfinished") : head.ending) + " · " +
                      words().text("debrief.choices",
                                   {{"count", std::to_string(told_.debrief().moments.size())}});
    if (head.seconds >= 1) {
      out += " · " + report::duration_text(head.seconds, words());
    }
    return out;
  }

  void draw_buttons(Canvas& canvas) {
    float x = 1256;
    const theme::Type type = theme::kLabel.sized(15);
    const auto button = [&](const char* id, const std::string& label, ButtonLook look) {
      look.type = type;
      const float width = canvas.text_width(label, type) + (look.icon.empty() ? 44.F : 70.F);
      x -= width;
      ui_.button(canvas, id, {x, 12, width, 40}, label, look);
      x -= 10;
    };
    const bool open = !play_->finished();
    const ButtonLook outline{.kind = ButtonKind::outline, .icon = ""};
    const ButtonLook primary{.kind = ButtonKind::primary, .icon = "arrow", .icon_right = true};
    if (told_.debrief().advice.next && !open) {
      button("next-case", text("debrief.next-case"), primary);
    }
    button("library", text("common.library"), outline);
    if (!told_.working()) {
      button("save-page", text("debrief.save"), {.kind = ButtonKind::outline, .icon = "download"});
    }
    button("again", text("debrief.again"), outline);
    if (open) {
      button("continue", text("library.continue"),
             {.kind = ButtonKind::amber, .icon = "play", .icon_filled = true});
    }
    if (play_->original() && !told_.others().empty()) {
      button("original", text("debrief.original"), outline);
    }
  }

  // The trainee's way: the line, the choices, the account, what the customer tells others, what
  // comes next.
  float draw_left(Canvas& canvas, float y) {
    const Debrief& debrief = told_.debrief();
    const auto panel = [&](const char* id, const char* key, const Inside& inside) {
      y = draw_panel(canvas, id, {kLeft, y, kLeftWidth, 0}, text(key), inside);
    };
    panel("timeline", "debrief.chart", [&](Vec at, float width) {
      return draw_timeline(ink(canvas), at, width, told_, grown_.value(), picked_);
    });
    if (!debrief.moments.empty()) {
      y = draw_panel(canvas, "moments", {kLeft, y, kLeftWidth, 338}, "",
                     [&](Vec at, float width) { return draw_moments(canvas, at, width); });
    }
    if (debrief.account) {
      panel("account", "debrief.account",
            [&](Vec at, float width) { return draw_account(ink(canvas), at, width, told_); });
    }
    panel("voice", "debrief.afterwards",
          [&](Vec at, float width) { return draw_voice(ink(canvas), at, width, debrief.voice); });
    panel("advice", "debrief.advice",
          [&](Vec at, float width) { return draw_advice(ink(canvas), at, width, debrief.advice); });
    panel("takeaway", "debrief.takeaway", [&](Vec at, float width) {
      return draw_takeaway(ink(canvas), at, width, takeaway_, told_.last_takeaway(), kept_);
    });
    if (!told_.others().empty()) {
      panel("beside", "debrief.compare", [&](Vec at, float width) {
        return draw_beside(ink(canvas), at, width, told_,
                           std::min(beside_, told_.others().size() - 1));
      });
    }
    return y;
  }

  // The customer's answer, skills, needs and standards, the crowd.
  float draw_right(Canvas& canvas, float y) {
    const Debrief& debrief = told_.debrief();
    const auto panel = [&](const char* id, const char* key, const Inside& inside) {
      y = draw_panel(canvas, id, {kRight, y, kRightWidth, 0}, text(key), inside);
    };
    const Rect survey{kRight, y, kRightWidth, std::max(kLeastPanel, survey_height_)};
    remember(survey_height_, draw_survey_panel(canvas, survey, told_, figures_, words(),
                                               toolkit_.preferences.text_size, needle_.value()));
    y = survey.bottom() + theme::kGap;
    panel("skills", "debrief.skills",
          [&](Vec at, float width) { return draw_skills(ink(canvas), at, width, told_); });
    y = draw_items(canvas, y,
                   {"search", text("debrief.needs"), text("debrief.needs-found"),
                    text("debrief.needs-missed")},
                   debrief.skills.needs);
    y = draw_items(canvas, y,
                   {"shield", text("debrief.standards"), text("debrief.standards-met"),
                    text("debrief.standards-broken")},
                   debrief.skills.standards);
    if (debrief.crowd) {
      panel("crowd", "debrief.crowd",
            [&](Vec at, float width) { return draw_crowd(ink(canvas), at, width, told_); });
    }
    return y;
  }

  float draw_items(Canvas& canvas,
                   float y,
                   const ItemList& list,
                   const std::vector<ItemReview>& items) {
    const float height = draw_item_list(canvas, {kRight, y}, kRightWidth, list, items);
    return y + (height > 0 ? height + theme::kGap : 0.F);
  }

  float draw_moments(Canvas& canvas, Vec at, float width) {
    const Debrief& debrief = told_.debrief();
    const MomentReview& moment = debrief.moments[picked_];
    float y = at.y;
    y += draw_moment_chips(canvas, ui_, {at.x, y}, width, debrief, picked_) + 12;
    y += draw_moment(canvas, {at.x, y}, width, debrief, picked_, play_->scenario(), *context_);
    y += draw_other_options(canvas, ui_, {at.x, y}, width, moment, *context_);
    return y - at.y;
  }

  std::shared_ptr<Play> play_;
  PlayDebrief told_;
  FigurePictures figures_;
  TextField takeaway_{kMostTakeaway};
  bool typed_ = false;  // and not kept yet
  bool kept_ = false;
  float since_typed_ = 0;
  std::size_t picked_ = 0;
  bool picked_by_hand_ = false;
  std::size_t beside_ = 0;
  Tween grown_;
  Tween needle_;
  float height_ = 0;
  float survey_height_ = 0;
  std::string saved_;  // where the page was saved, or why not
};

}  // namespace

std::unique_ptr<Screen> make_debrief_screen(Toolkit& toolkit,
                                            std::shared_ptr<GameContext> context,
                                            std::shared_ptr<Play> play) {
  return std::make_unique<DebriefScreen>(toolkit, std::move(context), std::move(play));
}

}  // namespace mot
