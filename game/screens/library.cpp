#include "game/screens/library.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <vector>

#include "game/screens/briefing.h"
#include "game/screens/course_map.h"
#include "game/screens/course_path.h"
#include "game/screens/doors.h"
#include "game/screens/labels.h"
#include "game/screens/library_hero.h"
#include "game/screens/main_bar.h"
#include "game/screens/play_results.h"
#include "game/screens/scenario_card.h"
#include "game/stage/play_screen.h"
#include "game/stage/standing_reader.h"

namespace mot {
namespace {

constexpr float kLeft = 32;
constexpr float kBar = 64;
constexpr float kGap = 16;
constexpr int kColumns = 4;
constexpr int kPlaysAStep = 8;
constexpr float kHeading = 58;  // "Scenarios for you" and its chips
constexpr float kWidth = 1216;
constexpr std::string_view kCard = "scenario-";
constexpr std::string_view kFilter = "setting-";

class Library : public Page {
 public:
  Library(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)),
        pictures_(*context_),
        results_(context_->plays_folder(), context_->settings.learner),
        learner_(context_->settings.learner),
        version_(context_->records_version()),
        reader_(context_->standing()) {
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
      find_next();
    }
    if (reader_.news(seen_)) {
      find_next();
      dirty_ = true;
    }
    for (int i = 0; i < kPlaysAStep && results_.step(context_->scenarios()); ++i) {
      dirty_ = true;
    }
    return Request::none();
  }
  bool waiting() const override { return !listed_ || !results_.done() || reader_.waiting(); }
  bool moving() const override { return pictures_.waiting(); }

  Request use(const std::string& id) override {
    if (id == "language") {
      next_language();
    } else if (id == "hero") {
      return start_hero();
    } else if (id == "next") {
      return brief(next_->scenario);
    } else if (id == "course") {
      return Request::replace(make_course_map_screen(toolkit_, context_));
    } else if (id.rfind(kFilter, 0) == 0) {
      setting_ = id.substr(kFilter.size());
      ui_.scroll_to("page", 0);
    } else if (id.rfind(kCard, 0) == 0) {
      for (const auto& scenario : scenarios_) {
        if (scenario->id == id.substr(kCard.size())) {
          return brief(scenario);
        }
      }
    } else {
      return use_main_bar(id, MainPage::library, toolkit_, context_);
    }
    return Request::none();
  }

  // Somebody else may play now, or have had all of theirs deleted.
  void resumed() override {
    Page::resumed();
    if (learner_ != context_->settings.learner || version_ != context_->records_version()) {
      learner_ = context_->settings.learner;
      version_ = context_->records_version();
      results_ = PlayResults(context_->plays_folder(), learner_);
    }
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
    draw_main_bar(canvas, ui_, *context_, MainPage::library);
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

  std::optional<std::size_t> course() const {
    return reader_.ready() ? course_followed(reader_.standing(), context_->settings.course)
                           : std::nullopt;
  }

  void find_next() {
    if (listed_ && reader_.ready()) {
      const auto followed = course();
      const std::string& language = context_->language();
      const auto& all = context_->scenarios();
      next_ = followed
                  ? next_in_course(reader_.standing(), *followed, among(all), words(), language)
                  : std::nullopt;
      if (!next_) {
        next_ = next_in_library(reader_.standing(), all, words(), language);
      }
    }
  }

  // To go on with, else what is next for this learner; before that is known the easiest that was
  // not finished yet, else the easiest.
  std::shared_ptr<const Scenario> hero_scenario() const {
    if (auto scenario = with_id(results_.to_continue())) {
      return scenario;
    }
    if (next_) {
      return next_->scenario;
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
              "",
              -1,
              0};
    if (next_ && next_->scenario.get() == &scenario) {
      hero.caption = text("library.next-here");
      hero.why = next_->why;
    }
    if (results.unfinished) {
      hero.why.clear();
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
      return best_of(*entry).has_value();
    });
    const float from =
        kLeft + canvas.text_width(text("library.scenarios"), theme::kPanelTitle) + 16;
    // Beside the heading where there is room, else below the cards.
    const std::string& note = text("library.results-note");
    note_below_ = figures && from + canvas.text_width(note, theme::kCaption) > x;
    if (figures && !note_below_) {
      canvas.text(note, {from, y + 35}, {theme::kCaption, theme::kInk2});
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
    const float content = 22 + above_ + kHeading + 8 + rows * (card_height + kGap) + below_ + 16;
    ui_.begin_scroll(canvas, "page", {0, kBar, kLogicalWidth, kLogicalHeight - kBar}, content);
    const auto scenario = hero_scenario();
    const float before = above_;
    above_ = draw_hero(canvas, ui_, {kLeft, kBar + 22}, hero_of(*scenario),
                       Reading(*scenario, context_->language()), words(), pictures_);
    above_ += draw_next(canvas, kBar + 22 + above_, *scenario);
    above_ += draw_course(canvas, kBar + 22 + above_);
    dirty_ = dirty_ || before != above_;
    const float top = kBar + 22 + above_;
    draw_heading(canvas, top);
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const auto column = static_cast<float>(i % kColumns);
      const auto row = static_cast<float>(i / kColumns);
      const Rect box{kLeft + column * (kCardWidth + kGap),
                     top + kHeading + row * (card_height + kGap), kCardWidth, card_height};
      draw_scenario_card(canvas, ui_, std::string(kCard) + std::string(cards[i]->id), box,
                         *cards[i], results_.of(cards[i]->id), best_of(*cards[i]), pictures_,
                         *context_);
    }
    const float end = top + kHeading + rows * (card_height + kGap);
    below_ = note_below_ ? draw_block(canvas, text("library.results-note"), {kLeft, end}, kWidth,
                                      {theme::kCaption, theme::kInk2})
                         : 0;
    ui_.end_scroll(canvas);
  }

  // Of the plays kept here and of the records, which know of other machines, too.
  std::optional<int> best_of(const Scenario& scenario) const {
    std::optional<int> best =
        reader_.ready() ? reader_.standing().at(scenario.id).best_recommend : std::nullopt;
    if (const auto& kept = results_.of(scenario.id).best) {
      best = std::max(kept->recommend, best.value_or(0));
    }
    return best;
  }

  // Below a play to go on with: what is next after it, and why. Returns the height.
  float draw_next(Canvas& canvas, float y, const Scenario& hero) {
    if (!next_ || next_->scenario.get() == &hero) {
      return 0;
    }
    const std::string& name = text("library.next");
    const TextStyle title{theme::kLabel.sized(15), theme::kTeal};
    const TextStyle body{theme::kBody, theme::kInk};
    const float from = 60 + canvas.text_width(name, title.type) + 16;
    const float width = kWidth - from - 60;
    const float height = std::max(56.F, block_height(canvas, next_->why, width, body) + 28);
    const Rect box{kLeft, y + kGap, kWidth, height};
    const ControlState state = ui_.place(canvas, "next", box, theme::kRadiusCard);
    canvas.panel(box, theme::kRadiusCard, mixed(theme::kPaper, theme::kTeal50, state.hover), 1);
    canvas.icon_centred("star", {box.x + 36, box.centre().y}, {22, theme::kTeal, 2});
    canvas.label(name, {box.x + 60, box.centre().y}, title);
    canvas.paragraph(next_->why, {box.x + from, box.y, width, height},
                     {body.type, body.colour, width});
    canvas.icon_centred("right", {box.right() - 30, box.centre().y}, {20, theme::kInk2, 2.2F});
    return height + kGap;
  }

  float draw_course(Canvas& canvas, float y) {
    const auto followed = course();
    if (!followed) {
      return 0;
    }
    return kGap + draw_course_strip(canvas, ui_, {kLeft, y + kGap}, kWidth,
                                    reader_.standing().courses[*followed],
                                    among(context_->scenarios()), *context_);
  }

  ScenarioPictures pictures_;
  PlayResults results_;
  std::string learner_;  // whose results they are
  std::size_t version_;  // of the records when they were read
  StandingReader& reader_;
  std::size_t seen_ = 0;  // of what it has read
  std::optional<NextUp> next_;
  std::vector<std::shared_ptr<const Scenario>> scenarios_;
  std::set<std::string> settings_;
  std::string setting_;      // the filter; empty: all
  bool note_below_ = false;  // what "best" means
  float below_ = 0;          // of that note
  float above_ = 212;        // of the hero and what stands between it and the cards
  bool listed_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_library_screen(Toolkit& toolkit,
                                            std::shared_ptr<GameContext> context) {
  return std::make_unique<Library>(toolkit, std::move(context));
}

}  // namespace mot
