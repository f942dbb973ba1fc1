#include "game/screens/tour.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "game/screens/debrief.h"
#include "game/screens/page.h"
#include "game/stage/open_scenario.h"
#include "game/stage/play.h"
#include "game/stage/play_screen.h"

namespace mot {
namespace {

constexpr const char* kScenario = "twice-the-water";
constexpr float kPadding = 28;
constexpr float kKnock = 0.08F;   // between keys that bring the inner screen to where a step is
constexpr float kVeil = 0.24F;    // over all, where nothing is pointed at
constexpr float kAround = 0.46F;  // around what is pointed at, which is as bright as ever
constexpr Rect kNothing{};

// Where the inner screen must stand for a step.
enum class Stand { speaking, cards, hint, answered, conversation, reference, debrief };

struct Step {
  const char* key;  // of its title; the text is <key>-means
  Stand stand;
  Rect shown;      // what is pointed at; empty: nothing
  const char* id;  // or a control of the inner screen
  Vec card;        // left top of the tour's own card
  float width;
};

constexpr std::array kSteps{
    Step{"tour.customer", Stand::speaking, {20, 520, 752, 184}, "", {800, 96}, 448},
    Step{"tour.meters", Stand::cards, {20, 80, 244, 116}, "", {800, 96}, 448},
    Step{"tour.cards", Stand::cards, {784, 80, 476, 550}, "", {484, 84}, 292},
    Step{"tour.hint", Stand::hint, kNothing, "hint", {800, 96}, 448},
    Step{"tour.answer", Stand::answered, {20, 520, 752, 184}, "", {800, 96}, 448},
    Step{"tour.conversation", Stand::conversation, kNothing, "", {880, 430}, 376},
    Step{"tour.look-up", Stand::reference, kNothing, "", {880, 430}, 376},
    Step{"tour.pause", Stand::answered, {1220, 8, 52, 50}, "", {800, 96}, 448},
    Step{"tour.debrief", Stand::debrief, {20, 72, 820, 320}, "", {852, 300}, 404},
    Step{"tour.end", Stand::debrief, kNothing, "", {390, 200}, 500}};

Event press(Key key) {
  Event event;
  event.type = Event::Type::key_down;
  event.key = key;
  return event;
}

class TourScreen : public Screen {
 public:
  TourScreen(Toolkit& toolkit,
             std::shared_ptr<GameContext> context,
             AfterTour after,
             std::shared_ptr<const Scenario> scenario)
      : toolkit_(toolkit),
        context_(std::move(context)),
        after_(after),
        scenario_(std::move(scenario)),
        timer_before_(toolkit.preferences.timer_factor),
        feedback_before_(toolkit.preferences.feedback) {
    toolkit_.preferences.timer_factor = 0;  // nobody is hurried here
    toolkit_.preferences.feedback = false;  // it would lie over what is shown
    stage();
  }
  ~TourScreen() override {
    toolkit_.preferences.timer_factor = timer_before_;
    toolkit_.preferences.feedback = feedback_before_;
  }
  TourScreen(const TourScreen&) = delete;
  TourScreen& operator=(const TourScreen&) = delete;

  Request handle(const Event& event) override {
    if (event.type == Event::Type::key_down) {
      if (event.control && event.key == Key::l) {
        (void)inner_->handle(event);
        fresh_ = true;
        return Request::none();
      }
      if (event.key == Key::escape) {
        return leave();
      }
    }
    const std::string used = ui_.handle(event);
    fresh_ = true;
    if (used == "skip") {
      return leave();
    }
    return used == "next" ? next() : Request::none();
  }

  Request update(const Tick& tick) override {
    ui_.update(tick.dt);
    (void)inner_->update(tick);
    since_knock_ += tick.dt;
    if (!there_ && since_knock_ >= kKnock) {
      since_knock_ = 0;
      go_to_stand();
      fresh_ = true;
    }
    return Request::none();
  }

  void draw(Canvas& canvas) override {
    inner_->draw(canvas);
    const auto cards = canvas.places().find("response-1");
    cards_ = cards != canvas.places().end() && cards->second.h > 0;
    const auto marked = canvas.places().find(step().id);
    Rect shown = step().shown;
    if (marked != canvas.places().end()) {
      const Vec corner = canvas.to_logical({marked->second.x, marked->second.y});
      shown = Rect{corner.x, corner.y, marked->second.w / canvas.scale(),
                   marked->second.h / canvas.scale()}
                  .inset(-6);
    }
    draw_veil(canvas, shown);
    ui_.begin(toolkit_.preferences.still);
    draw_card(canvas, shown);
    ui_.end(canvas);
    fresh_ = false;
  }

  bool needs_frame() const override {
    return fresh_ || !there_ || ui_.moving() || inner_->needs_frame();
  }
  bool busy() const override { return !there_ || ui_.moving() || inner_->busy(); }
  bool over_control() const override { return !ui_.hovered().empty(); }
  Ui* controls() override { return &ui_; }
  std::string announcement() const override {
    const UiStrings& words = context_->words();
    return words.text(step().key) + "\n" + words.text(fmt::format("{}-means", step().key));
  }

 private:
  const Step& step() const { return kSteps[step_]; }

  // The encounter from its beginning; nothing of it is kept.
  void stage() {
    play_ = unrecorded_play(*context_, scenario_);
    inner_ = make_play_screen(toolkit_, context_, play_);
    enter();
  }

  void enter() {
    there_ = false;
    since_knock_ = 0;
    fresh_ = true;
    ui_.focus("next", true);
  }

  Request next() {
    if (step_ + 1 == kSteps.size()) {
      return leave();
    }
    // What lies over the stage goes before something else comes.
    if (step().stand == Stand::conversation || step().stand == Stand::reference) {
      (void)inner_->handle(press(Key::escape));
    }
    ++step_;
    enter();
    return Request::none();
  }

  Request leave() {
    return after_ == AfterTour::library ? Request::replace(context_->open_library())
                                        : Request::pop();
  }

  // One key nearer to where the step stands; again until it is there.
  void go_to_stand() {
    const bool chosen = !play_->session().turns().empty();
    switch (step().stand) {
      case Stand::speaking: there_ = true; return;
      case Stand::cards: knock_unless(cards_); return;
      case Stand::hint:
        (void)inner_->handle(press(Key::h));
        there_ = true;
        return;
      case Stand::answered:
        if (!chosen) {
          (void)inner_->handle(press(Key::digit1));
        }
        there_ = !play_->session().turns().empty();
        return;
      case Stand::conversation:
        (void)inner_->handle(press(Key::c));
        there_ = true;
        return;
      case Stand::reference:
        (void)inner_->handle(press(Key::r));
        there_ = true;
        return;
      case Stand::debrief: to_debrief(); return;
    }
  }

  void knock_unless(bool there) {
    there_ = there;
    if (!there) {
      (void)inner_->handle(press(Key::enter));
    }
  }

  // Plays on to the end with the first response each time, and looks back.
  void to_debrief() {
    there_ = true;
    if (debrief_) {
      return;
    }
    debrief_ = true;
    constexpr int kMostChoices = 100;  // in case an encounter goes round in circles
    for (int i = 0; i < kMostChoices && !play_->finished(); ++i) {
      if (!play_->choose(play_->view().offers.front().response, 3)) {
        break;
      }
    }
    inner_ = make_debrief_screen(toolkit_, context_, play_);
  }

  static void draw_veil(Canvas& canvas, Rect hole) {
    constexpr Rect kAll{-kLogicalWidth, -kLogicalHeight, 3 * kLogicalWidth, 3 * kLogicalHeight};
    if (hole.w <= 0) {
      canvas.rect(kAll, faded(theme::kNavy700, kVeil));
      return;
    }
    canvas.veil_around(hole, faded(theme::kNavy700, kAround));
    canvas.border(hole, 14, 7, theme::kPaper);
    canvas.border(hole, 14, 4, theme::kCoral700);
  }

  // The tour's own card, beside what is `shown`.
  void draw_card(Canvas& canvas, Rect shown) {
    const UiStrings& words = context_->words();
    const std::string& title = words.text(step().key);
    const std::string& about = words.text(fmt::format("{}-means", step().key));
    const TextStyle title_style{theme::kPageTitle.sized(20)};
    const TextStyle body{theme::kBody.sized(16)};
    // Large letters need a wider card.
    const float grown = (toolkit_.preferences.text_size - 1) * 260;
    const float width = step().width + grown;
    const float inner = width - 2 * kPadding;
    const float text_height = block_height(canvas, title, inner, title_style) + 8 +
                              block_height(canvas, about, inner, body);
    const bool last = step_ + 1 == kSteps.size();
    const theme::Type type = theme::kLabel.growing(1.3F);
    const std::string& go = words.text(last ? "tour.done" : "tour.next");
    const float go_width = canvas.text_width(go, type) + 76;
    const std::string& skip = words.text("tour.skip");
    const float skip_width = canvas.text_width(skip, type) + 44;
    const bool stacked = !last && go_width + skip_width + 12 > inner;
    const float height = 24 + 26 + text_height + 20 + (stacked ? 104.F : 48.F) + 24;
    float left = std::min(step().card.x, kLogicalWidth - width - 24);
    if (step().card.x < shown.x) {
      left = std::max(16.F, std::min(left, shown.x - 8 - width));
    }
    const Rect box{left, std::max(16.F, std::min(step().card.y, kLogicalHeight - height - 16)),
                   width, height};
    canvas.panel(box, 22, theme::kPaper, 3);
    float y = box.y + 24;
    canvas.text(words.text("tour.step", {{"number", fmt::format("{}", step_ + 1)},
                                         {"count", fmt::format("{}", kSteps.size())}}),
                {box.x + kPadding, y + 14},
                {theme::kCaption.weighing(600).growing(1.3F), theme::kTeal});
    y += 26;
    y += draw_block(canvas, title, {box.x + kPadding, y}, inner, title_style) + 8;
    y += draw_block(canvas, about, {box.x + kPadding, y}, inner, body) + 20;
    ui_.button(canvas, "next", {box.right() - kPadding - go_width, y, go_width, 48}, go,
               {.kind = ButtonKind::primary, .icon = "arrow", .icon_right = true, .type = type});
    if (!last) {
      ui_.button(canvas, "skip",
                 {box.x + kPadding, stacked ? y + 56 : y, std::min(inner, skip_width), 48}, skip,
                 {.kind = ButtonKind::plain, .icon = "", .type = type});
    }
  }

  Toolkit& toolkit_;
  std::shared_ptr<GameContext> context_;
  AfterTour after_;
  std::shared_ptr<const Scenario> scenario_;
  float timer_before_;
  bool feedback_before_ = false;
  std::shared_ptr<Play> play_;
  std::unique_ptr<Screen> inner_;
  Ui ui_;
  std::size_t step_ = 0;
  bool there_ = false;    // the inner screen stands where the step needs it
  bool cards_ = false;    // the cards are on the screen
  bool debrief_ = false;  // the inner screen is the debrief
  bool fresh_ = true;
  float since_knock_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_tour_screen(Toolkit& toolkit,
                                         std::shared_ptr<GameContext> context,
                                         AfterTour after) {
  OpenedScenario opened = open_scenario(*context, kScenario);
  if (!opened.scenario) {
    opened = open_scenario(*context, first_scenario(*context));
  }
  if (!opened.scenario) {
    return nullptr;
  }
  return std::make_unique<TourScreen>(toolkit, std::move(context), after,
                                      std::move(opened.scenario));
}

}  // namespace mot
