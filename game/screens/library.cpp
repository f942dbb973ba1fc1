#include "game/screens/library.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <vector>

#include "game/screens/briefing.h"
#include "game/screens/doors.h"
#include "game/screens/labels.h"
#include "game/screens/library_hero.h"
#include "game/screens/play_results.h"
#include "game/screens/scenario_card.h"
#include "game/stage/play_screen.h"

namespace mot {
namespace {

// The bar is as high as it is.
constexpr theme::Type kBarTitle = theme::kPanelTitle.growing(1.4F);
constexpr theme::Type kBarText = theme::kLabel.sized(15).growing(1.4F);
constexpr float kLeft = 32;
constexpr float kBar = 64;
constexpr float kGap = 16;
constexpr int kColumns = 4;
constexpr int kPlaysAStep = 8;
constexpr float kHeading = 58;  // "Scenarios for you" and its chips
constexpr std::string_view kCard = "scenario-";
constexpr std::string_view kFilter = "setting-";

class Library : public Page {
 public:
  Library(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)),
        pictures_(*context_),
        results_(context_->plays_folder()) {
    context_->scenarios_ready();
    ui_.focus("hero");
  }

 protected:
  std::string title() const override { return text("library.scenarios"); }

  Request step(const Tick& /*tick*/) override {
    if (!listed_) {
      if (!context_->scenarios_ready()) {
        return Request::none();
      }
      list();
    }
    for (int i = 0; i < kPlaysAStep && results_.step(context_->scenarios()); ++i) {
      dirty_ = true;
    }
    return Request::none();
  }
  bool waiting() const override { return !listed_ || !results_.done(); }
  bool moving() const override { return pictures_.waiting(); }

  Request use(const std::string& id) override {
    if (id == "language") {
      next_language();
    } else if (id == "settings") {
      return Request::push(context_->open_settings());
    } else if (id == "hero") {
      return start_hero();
    } else if (id.rfind(kFilter, 0) == 0) {
      setting_ = id.substr(kFilter.size());
      ui_.scroll_to("page", 0);
    } else if (id.rfind(kCard, 0) == 0) {
      for (const auto& scenario : scenarios_) {
        if (scenario->id == id.substr(kCard.size())) {
          return brief(scenario);
        }
      }
    }
    return Request::none();
  }

  Request key(const Event& event) override {
    // Enter before anything was pointed at does what the amber button says.
    return event.key == Key::enter && !scenarios_.empty() ? start_hero() : Request::none();
  }

  void draw_page(Canvas& canvas) override {
    pictures_.begin_frame(canvas);
    if (scenarios_.empty()) {
      draw_empty(canvas);
    } else {
      draw_scenarios(canvas);
    }
    draw_bar(canvas);
  }

 private:
  // Easy and short ones first.
  void list() {
    listed_ = true;
    dirty_ = true;
    for (const LibraryScenario& entry : context_->scenarios()) {
      scenarios_.push_back(entry.scenario);
      if (!entry.scenario->setting.empty()) {
        settings_.insert(std::string(entry.scenario->setting));
      }
    }
    std::stable_sort(scenarios_.begin(), scenarios_.end(), [](const auto& a, const auto& b) {
      return std::tie(a->difficulty, a->minutes) < std::tie(b->difficulty, b->minutes);
    });
  }

  std::shared_ptr<const Scenario> with_id(std::string_view id) const {
    const auto found = std::find_if(scenarios_.begin(), scenarios_.end(),
                                    [&](const auto& scenario) { return scenario->id == id; });
    return found == scenarios_.end() ? nullptr : *found;
  }

  // To go on with, else the easiest that was not finished yet, else the easiest.
  std::shared_ptr<const Scenario> hero_scenario() const {
    if (auto scenario = with_id(results_.to_continue())) {
      return scenario;
    }
    for (const auto& scenario : scenarios_) {
      if (!results_.of(scenario->id).best) {
        return scenario;
      }
    }
    return scenarios_.front();
  }

  Request brief(const std::shared_ptr<const Scenario>& scenario) {
    return Request::replace(make_briefing_screen(toolkit_, context_, scenario));
  }

  Request start_hero() {
    const auto scenario = hero_scenario();
    const ScenarioResults& results = results_.of(scenario->id);
    if (results.unfinished) {
      if (auto play = kept_play(*context_, scenario, results.unfinished->kept)) {
        return Request::replace(make_play_screen(toolkit_, context_, std::move(play)));
      }
    }
    return brief(scenario);
  }

  Hero hero_of(const Scenario& scenario) const {
    const ScenarioResults& results = results_.of(scenario.id);
    Hero hero{&scenario,
              text(results.best ? "library.play-again" : "library.start-here"),
              text("library.start"),
              "",
              -1,
              0};
    if (results.unfinished) {
      hero.caption = text("library.continue-here");
      hero.action = text("library.continue");
      hero.stage = results.unfinished->stage;
      hero.stages = results.unfinished->stages;
      hero.progress =
          hero.stages > 0 && hero.stage >= 0
              ? words().text("library.stage-of", {{"stage", std::to_string(hero.stage + 1)},
                                                  {"stages", std::to_string(hero.stages)}})
              : words().text("library.choices-made",
                             {{"count", std::to_string(results.unfinished->choices)}});
    }
    return hero;
  }

  void draw_bar(Canvas& canvas) {
    draw_bar_ground(canvas);
    const Sprite& logo = canvas.textures().get(
        {context_->assets() / "icons" / "moments-of-truth.svg", {}, canvas.scale() * 40 / 512, {}});
    canvas.sprite(logo, {28, 12}, 40.F / 512);
    canvas.label(text("common.game"), {80, 32}, {kBarTitle});
    float x = 80 + canvas.text_width(text("common.game"), kBarTitle) + 84;
    const theme::Type tab = kBarText;
    const float width = canvas.text_width(text("library.tab"), tab) + 58;
    canvas.pill({x, 12, width, 40}, theme::kTeal50);
    canvas.icon("book", {x + 16, 22}, {20, theme::kTeal, 2});
    canvas.label(text("library.tab"), {x + 42, 32}, {tab, theme::kTeal});
    x = draw_person_button(canvas);
    const std::string name = language_name(words(), context_->language());
    const float pill = canvas.text_width(name, theme::kLabel) + 56;
    ui_.button(canvas, "language", {x - pill - 16, 13, pill, 38}, name,
               {.kind = ButtonKind::quiet, .icon = "globe"});
  }

  // Settings, under the learner's name where there is one; returns its left end.
  float draw_person_button(Canvas& canvas) {
    const std::string& learner = context_->settings.learner;
    const theme::Type type = kBarText;
    const std::string& label = learner.empty() ? text("library.settings") : learner;
    const float name = std::min(220.F, canvas.text_width(label, type));
    const float width = name + 76;
    const Rect box{1256 - width, 12, width, 40};
    const ControlState state = ui_.place(canvas, "settings", box, 20);
    canvas.pill(box, faded(theme::kSand, state.hover));
    const Vec centre{box.x + 20, 32};
    canvas.circle(centre, 19, learner.empty() ? theme::kSand : theme::kAvatar);
    canvas.icon_centred(learner.empty() ? "tune" : "user", centre, {20, theme::kInk, 2});
    TextStyle style{type};
    style.width = name + 1;
    style.max_lines = 1;
    canvas.label(label, {box.x + 48, 32}, style);
    canvas.icon("chev", {box.right() - 24, 24}, {16, theme::kInk2, 2.4F});
    return box.x;
  }

  void draw_empty(Canvas& canvas) {
    if (!listed_) {
      return;
    }
    const Rect box{340, 240, 600, 240};
    canvas.panel(box, theme::kRadiusPanel, theme::kPaper, 2);
    canvas.icon_centred("search", {640, 300}, {36, theme::kInk2, 2});
    TextStyle style{theme::kPageTitle};
    style.align = Align::centre;
    canvas.text(text("library.empty"), {640, 356}, style);
    TextStyle where{theme::kBody, theme::kInk2};
    where.align = Align::centre;
    draw_block(canvas, words().text("library.empty-where", {{"folder", context_->library()}}),
               {380, 378}, 520, where);
  }

  std::vector<std::shared_ptr<const Scenario>> shown() const {
    std::vector<std::shared_ptr<const Scenario>> out;
    for (const auto& scenario : scenarios_) {
      if (setting_.empty() || scenario->setting == setting_) {
        out.push_back(scenario);
      }
    }
    return out;
  }

  std::string label_of(const std::string& setting) const {
    return setting.empty() ? text("library.all") : title_of_setting(setting, words());
  }

  void draw_heading(Canvas& canvas, float y) {
    canvas.label(text("library.scenarios"), {kLeft, y + 28}, {theme::kPanelTitle});
    float x = 1248;
    if (settings_.size() > 1) {
      std::vector<std::string> chips{settings_.rbegin(), settings_.rend()};
      chips.emplace_back();
      // They end at the right, and are walked through from the left.
      std::vector<std::pair<std::string, float>> placed;
      for (const std::string& setting : chips) {
        x -= canvas.text_width(label_of(setting), theme::kLabel) + 30;
        placed.emplace_back(setting, x);
        x -= 8;
      }
      std::reverse(placed.begin(), placed.end());
      for (const auto& [setting, left] : placed) {
        ui_.choice_chip(canvas, std::string(kFilter) + setting, {left, y + 14}, label_of(setting),
                        setting == setting_);
      }
    }
    const bool figures = std::any_of(scenarios_.begin(), scenarios_.end(), [&](const auto& entry) {
      return results_.of(entry->id).best.has_value();
    });
    const float from =
        kLeft + canvas.text_width(text("library.scenarios"), theme::kPanelTitle) + 16;
    if (figures && x > from + 120) {
      TextStyle note{theme::kCaption, theme::kInk2};
      note.width = x - from;
      note.max_lines = 1;
      canvas.text(text("library.results-note"), {from, y + 35}, note);
    }
  }

  void draw_scenarios(Canvas& canvas) {
    const auto cards = shown();
    float extra = 0;
    for (const auto& scenario : cards) {
      const Reading reading(*scenario, context_->language());
      extra =
          std::max(extra, extra_card_height(canvas, std::string(reading.trimmed(scenario->title))));
    }
    const float card_height = kCardHeight + std::round(extra);
    const auto rows = static_cast<float>((cards.size() + kColumns - 1) / kColumns);
    const float content =
        22 + hero_height_ + kHeading + 8 + rows * (card_height + kGap) - kGap + 32;
    ui_.begin_scroll(canvas, "page", {0, kBar, kLogicalWidth, kLogicalHeight - kBar}, content);
    const auto scenario = hero_scenario();
    const float before = hero_height_;
    hero_height_ = draw_hero(canvas, ui_, {kLeft, kBar + 22}, hero_of(*scenario),
                             Reading(*scenario, context_->language()), words(), pictures_);
    dirty_ = dirty_ || before != hero_height_;
    const float top = kBar + 22 + hero_height_;
    draw_heading(canvas, top);
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const auto column = static_cast<float>(i % kColumns);
      const auto row = static_cast<float>(i / kColumns);
      const Rect box{kLeft + column * (kCardWidth + kGap),
                     top + kHeading + row * (card_height + kGap), kCardWidth, card_height};
      draw_scenario_card(canvas, ui_, std::string(kCard) + std::string(cards[i]->id), box,
                         *cards[i], results_.of(cards[i]->id), pictures_, *context_);
    }
    ui_.end_scroll(canvas);
  }

  ScenarioPictures pictures_;
  PlayResults results_;
  std::vector<std::shared_ptr<const Scenario>> scenarios_;
  std::set<std::string> settings_;
  std::string setting_;  // the filter; empty: all
  float hero_height_ = 212;
  bool listed_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_library_screen(Toolkit& toolkit,
                                            std::shared_ptr<GameContext> context) {
  return std::make_unique<Library>(toolkit, std::move(context));
}

}  // namespace mot
