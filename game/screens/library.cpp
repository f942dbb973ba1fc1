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
#include "game/screens/library_foot.h"
#include "game/screens/library_hero.h"
#include "game/screens/main_bar.h"
#include "game/screens/play_results.h"
#include "game/screens/scenario_card.h"
#include "game/stage/library_shelf.h"
#include "game/stage/open_scenario.h"
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
constexpr float kCardShadow = 8;  // below a card
constexpr std::string_view kCard = "scenario-";
constexpr std::string_view kFilter = "setting-";

class Library : public Page {
 public:
  Library(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)),
        shelf_(context_->shelf()),
        pictures_(*context_),
        results_(context_->plays_folder(), context_->settings.learner),
        learner_(context_->settings.learner),
        version_(context_->records_version()),
        reader_(context_->standing()) {
    ui_.focus("hero", true);
  }

 protected:
  std::string title() const override { return text("library.scenarios"); }

  Request step(const Tick& /*tick*/) override {
    bool news = shelf_->step();
    news = reader_.news(seen_) || news;
    for (int i = 0; i < kPlaysAStep && results_.step(find_); ++i) {
      news = true;
    }
    if (news || (!settled_ && shelf_->glanced())) {
      find_next();
    }
    dirty_ = dirty_ || news;
    return Request::none();
  }
  bool waiting() const override {
    return !shelf_->complete() || !results_.done() || reader_.waiting();
  }
  bool moving() const override { return pictures_.waiting(); }

  Request use(const std::string& id) override {
    if (id == "language") {
      next_language();
    } else if (id == "hero") {
      return start_hero();
    } else if (id == "next") {
      return next_ ? brief(std::string(next_->scenario->id)) : Request::none();
    } else if (const std::string file = left_out_file(id, shelf_->left_out()); !file.empty()) {
      return mend(file);
    } else if (id == "new-scenario") {
      return Request::replace(context_->open_workshop());
    } else if (id == "course") {
      return Request::replace(make_course_map_screen(toolkit_, context_));
    } else if (id.rfind(kFilter, 0) == 0) {
      setting_ = id.substr(kFilter.size());
      ui_.scroll_to("page", 0);
    } else if (id.rfind(kCard, 0) == 0) {
      return brief(id.substr(kCard.size()));
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
    if (event.key == Key::enter && hero_scenario()) {
      show_focus("hero");
    }
    return Request::none();
  }

  void draw_page(Canvas& canvas) override {
    pictures_.begin_frame(canvas);
    if (!shelf_->glances().empty()) {
      draw_scenarios(canvas);
    } else if (shelf_->complete()) {
      draw_empty(canvas);
    }
    draw_main_bar(canvas, ui_, *context_, MainPage::library);
  }

 private:
  std::optional<std::size_t> course() const {
    return reader_.ready() ? course_followed(reader_.standing(), context_->settings.course)
                           : std::nullopt;
  }

  // What is next in the course is known when its lessons are read, so these come first; what is
  // next among all, when all are.
  void find_next() {
    next_.reset();
    if (!reader_.ready()) {
      return;
    }
    const std::string& language = context_->language();
    if (const auto followed = course()) {
      for (const Lesson& lesson : reader_.standing().courses[*followed].course->lessons) {
        if (!find_(lesson.scenario)) {
          return;
        }
      }
      const auto find = [this](std::string_view id) { return shelf_->find(id); };
      next_ = next_in_course(reader_.standing(), *followed, find, words(), language);
    }
    if (!next_ && shelf_->complete()) {
      next_ = next_in_library(reader_.standing(), shelf_->all(), words(), language);
    }
    settled_ = shelf_->complete();
  }

  // To go on with, else what is next for this learner, else the easiest that was not finished yet,
  // else the easiest; null as long as that cannot be told.
  std::shared_ptr<const Scenario> hero_scenario() const {
    if (auto scenario = shelf_->find(results_.to_continue())) {
      return scenario;
    }
    if (next_ && results_.done()) {
      return next_->scenario;
    }
    if (!shelf_->complete() || shelf_->glances().empty()) {
      return nullptr;
    }
    for (const ScenarioGlance& seen : shelf_->glances()) {
      if (!results_.of(seen.id).best) {
        return shelf_->find(seen.id);
      }
    }
    return shelf_->find(shelf_->glances().front().id);
  }

  // Of one that is not read yet, now; what cannot be played stays where it is.
  Request brief(const std::string& id) {
    auto scenario = shelf_->find(id);
    if (!scenario) {
      scenario = open_scenario(*context_, id).scenario;
    }
    return scenario
               ? Request::replace(make_briefing_screen(toolkit_, context_, std::move(scenario)))
               : Request::none();
  }

  // What is left out, in the editor, which says why.
  Request mend(const std::string& file) {
    auto editor = context_->open_editor_of_file(file);
    if (editor) {
      return Request::replace(std::move(*editor));
    }
    problem_ = context_->said(editor.error());
    dirty_ = true;
    return Request::none();
  }

  Request start_hero() {
    const auto scenario = hero_scenario();
    if (!scenario) {
      return Request::none();  // the records changed, and what is next is not known again yet
    }
    const ScenarioResults& results = results_.of(scenario->id);
    if (results.unfinished) {
      if (auto play = kept_play(*context_, scenario, results.unfinished->kept)) {
        return Request::replace(make_play_screen(toolkit_, context_, std::move(play)));
      }
    }
    return brief(std::string(scenario->id));
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
    constexpr float kWide = 520;
    constexpr float kTitle = 138;  // with the picture above it
    constexpr float kPadding = 24;
    const std::string& title = text("library.empty");
    const std::string said = words().text("library.empty-where", {{"folder", context_->library()}});
    TextStyle style{theme::kPageTitle};
    style.align = Align::centre;
    TextStyle where{theme::kBody, theme::kInk2};
    where.align = Align::centre;
    const float height = kTitle + block_height(canvas, said, kWide, where) +
                         library_foot_height(canvas, words(), foot(), kWide) + 2 * kPadding;
    const Rect box{340, std::max(kBar + kPadding, (kBar + kLogicalHeight - height) / 2), 600,
                   height};
    canvas.panel(box, theme::kRadiusPanel, theme::kPaper, 2);
    canvas.icon_centred("search", {640, box.y + 60}, {36, theme::kInk2, 2});
    canvas.text(title, {640, box.y + 116}, style);
    float y = box.y + kTitle;
    y += draw_block(canvas, said, {box.x + 40, y}, kWide, where);
    draw_library_foot(canvas, ui_, words(), foot(), {box.x + 40, y}, kWide);
  }

  std::vector<ScenarioCard> shown() const {
    std::vector<ScenarioCard> cards;
    for (const ScenarioGlance& seen : shelf_->glances()) {
      if (!setting_.empty() && seen.setting != setting_) {
        continue;
      }
      const Scenario* scenario = shelf_->find(seen.id).get();
      std::string title =
          scenario == nullptr
              ? seen.title
              : std::string(Reading(*scenario, context_->language()).trimmed(scenario->title));
      cards.push_back({seen, scenario, std::move(title), results_.of(seen.id), best_of(seen.id)});
    }
    return cards;
  }

  std::string label_of(const std::string& setting) const {
    return setting.empty() ? text("library.all") : title_of_setting(setting, words());
  }

  void draw_heading(Canvas& canvas, float y) {
    float x = 1248;
    std::set<std::string> settings;
    for (const ScenarioGlance& seen : shelf_->glances()) {
      settings.insert(seen.setting);
    }
    settings.erase("");
    if (settings.size() > 1) {
      std::vector<std::string> chips{settings.rbegin(), settings.rend()};
      chips.emplace_back();
      // They end at the right, and are walked through from the left.
      std::vector<std::pair<std::string, float>> placed;
      for (const std::string& setting : chips) {
        x -= canvas.text_width(label_of(setting), theme::kLabel.growing(1.5F)) + 30;  // as a chip
        placed.emplace_back(setting, x);
        x -= 8;
      }
      std::reverse(placed.begin(), placed.end());
      for (const auto& [setting, left] : placed) {
        ui_.choice_chip(canvas, std::string(kFilter) + setting, {left, y + 14}, label_of(setting),
                        setting == setting_);
      }
    }
    const auto& all = shelf_->glances();
    const bool figures = std::any_of(
        all.begin(), all.end(), [&](const auto& seen) { return best_of(seen.id).has_value(); });
    // As large as the chips leave room.
    const std::string& heading = text("library.scenarios");
    theme::Type type = theme::kPanelTitle;
    for (const float most : {1.5F, 1.25F, 1.F}) {
      if (kLeft + canvas.text_width(heading, type) + 16 > x) {
        type = type.growing(most);
      }
    }
    canvas.label(heading, {kLeft, y + 28}, {type});
    const float from = kLeft + canvas.text_width(heading, type) + 16;
    // Beside the heading where there is room, else below the cards.
    const std::string& note = text("library.results-note");
    note_below_ = figures && from + canvas.text_width(note, theme::kCaption) > x;
    if (figures && !note_below_) {
      canvas.text(note, {from, y + 35}, {theme::kCaption, theme::kInk2});
    }
  }

  void draw_scenarios(Canvas& canvas) {
    const auto cards = shown();
    const std::vector<float> heights = row_heights(canvas, cards, kBar + 22 + above_ + kHeading);
    float content = 22 + above_ + kHeading + 8 + below_ + 16;
    for (const float height : heights) {
      content += height + kGap;
    }
    ui_.begin_scroll(canvas, "page", {0, kBar, kLogicalWidth, kLogicalHeight - kBar}, content);
    const auto scenario = hero_scenario();
    const float before = above_;
    if (scenario) {
      above_ = draw_hero(canvas, ui_, {kLeft, kBar + 22}, hero_of(*scenario),
                         Reading(*scenario, context_->language()), words(), pictures_);
      above_ += draw_next(canvas, kBar + 22 + above_, *scenario);
    } else {
      above_ = draw_hero_ground(canvas, {kLeft, kBar + 22});
    }
    above_ += draw_course(canvas, kBar + 22 + above_);
    dirty_ = dirty_ || before != above_;
    const float top = kBar + 22 + above_;
    draw_heading(canvas, top);
    float end = top + kHeading;
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const std::size_t column = i % kColumns;
      const float height = heights[i / kColumns];
      const Rect box{kLeft + static_cast<float>(column) * (kCardWidth + kGap), end, kCardWidth,
                     height};
      draw_scenario_card(canvas, ui_, std::string(kCard) + cards[i].seen.id, box, cards[i],
                         pictures_, words());
      if (column + 1 == kColumns || i + 1 == cards.size()) {
        end += height + kGap;
      }
    }
    below_ = note_below_ ? draw_block(canvas, text("library.results-note"), {kLeft, end}, kWidth,
                                      {theme::kCaption, theme::kInk2})
                         : 0;
    below_ += draw_library_foot(canvas, ui_, words(), foot(), {kLeft, end + below_}, kWidth);
    ui_.end_scroll(canvas);
  }

  // Of each row of cards, the first of which begins at `top`: what its longest title needs. Where
  // little is missing for the first row to be seen whole without scrolling, all give some picture.
  static std::vector<float> row_heights(Canvas& canvas,
                                        const std::vector<ScenarioCard>& cards,
                                        float top) {
    std::vector<float> heights((cards.size() + kColumns - 1) / kColumns, kCardHeight);
    for (std::size_t i = 0; i < cards.size(); ++i) {
      float& height = heights[i / kColumns];
      height =
          std::max(height, kCardHeight + std::round(extra_card_height(canvas, cards[i].title)));
    }
    if (!heights.empty()) {
      const float missing = top + heights.front() + kCardShadow - kLogicalHeight;
      if (missing > 0 && missing <= kCardPicture - kLeastPicture) {
        std::for_each(heights.begin(), heights.end(), [&](float& height) { height -= missing; });
      }
    }
    return heights;
  }

  // For trainers, where it is in no learner's way; a trainer's session has no place for it.
  bool has_workshop() const { return context_->open_workshop && context_->session().id.empty(); }

  LibraryFoot foot() const { return {shelf_->left_out(), problem_, has_workshop()}; }

  // Of the plays kept here and of the records, which know of other machines, too.
  std::optional<int> best_of(std::string_view scenario) const {
    std::optional<int> best =
        reader_.ready() ? reader_.standing().at(scenario).best_recommend : std::nullopt;
    if (const auto& kept = results_.of(scenario).best) {
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
    return kGap + draw_course_strip(
                      canvas, ui_, {kLeft, y + kGap}, kWidth, reader_.standing().courses[*followed],
                      [this](std::string_view id) { return shelf_->find(id); }, *context_);
  }

  std::shared_ptr<LibraryShelf> shelf_;  // the context may have got another one meanwhile
  const PlayResults::Find find_ =
      [this](const std::string& id) -> std::optional<std::shared_ptr<const Scenario>> {
    if (auto scenario = shelf_->find(id)) {
      return scenario;
    }
    if (shelf_->complete()) {
      return nullptr;
    }
    shelf_->hurry(id);
    return std::nullopt;
  };
  ScenarioPictures pictures_;
  PlayResults results_;
  std::string learner_;  // whose results they are
  std::size_t version_;  // of the records when they were read
  StandingReader& reader_;
  std::size_t seen_ = 0;  // of what it has read
  std::optional<NextUp> next_;
  std::string problem_;      // why a file cannot be opened
  std::string setting_;      // the filter; empty: all
  bool note_below_ = false;  // what "best" means
  float below_ = 0;          // of that note
  float above_ = 212;        // of the hero and what stands between it and the cards
  bool settled_ = false;     // next_ can change no more by what is read
};

}  // namespace

std::unique_ptr<Screen> make_library_screen(Toolkit& toolkit,
                                            std::shared_ptr<GameContext> context) {
  return std::make_unique<Library>(toolkit, std::move(context));
}

}  // namespace mot
