#include "game/screens/main_bar.h"

#include <algorithm>
#include <array>

#include "game/screens/course_map.h"
#include "game/screens/help.h"
#include "game/screens/labels.h"
#include "game/screens/learners.h"
#include "game/screens/progress.h"

namespace mot {
namespace {

constexpr float kRight = 1256;
constexpr float kTabAround = 50;
constexpr float kMostName = 190;
constexpr float kRound = 48;  // a round button and what is beside it

struct Tab {
  MainPage page;
  const char* id;
  const char* icon;
  const char* key;
};
constexpr std::array kTabs{Tab{MainPage::library, "tab-library", "book", "library.tab"},
                           Tab{MainPage::courses, "tab-courses", "map", "courses.tab"},
                           Tab{MainPage::progress, "tab-progress", "chart", "progress.tab"}};

// What is left of the bar for names once all else has its place.
struct Fit {
  theme::Type type;
  bool game_name = true;
};

std::string learner_name(const GameContext& context) {
  const std::string& learner = context.settings.learner;
  return learner.empty() ? context.words().text("learners.nobody") : learner;
}

float tabs_width(Canvas& canvas, const UiStrings& words, theme::Type type) {
  float width = 0;
  for (const Tab& tab : kTabs) {
    width += canvas.text_width(words.text(tab.key), type) + kTabAround;
  }
  return width;
}

// The right end needs the language's name, the learner's, two icons.
float right_width(Canvas& canvas, const GameContext& context, theme::Type type) {
  const std::string language = language_name(context.words(), context.language());
  return canvas.text_width(language, type) + 60 + 2 * kRound +
         std::min(kMostName, canvas.text_width(learner_name(context), type)) + 60;
}

// The largest letters at which everything has room; the game's name is the first to go.
Fit fit_of(Canvas& canvas, const GameContext& context) {
  const UiStrings& words = context.words();
  constexpr std::array kGrowths{1.4F, 1.25F, 1.1F, 1.F};
  for (const bool game_name : {true, false}) {
    for (const float growth : kGrowths) {
      const theme::Type type = theme::kLabel.sized(15).growing(growth);
      const float name =
          game_name ? canvas.text_width(words.text("common.game"), theme::kPanelTitle.growing(1.2F))
                    : 0;
      const float used = 80 + name + 24 + tabs_width(canvas, words, type) + 16 +
                         right_width(canvas, context, type);
      if (used <= kRight) {
        return {type, game_name};
      }
    }
  }
  return {theme::kLabel.growing(1), false};
}

void draw_tabs(Canvas& canvas,
               Ui& ui,
               const UiStrings& words,
               theme::Type type,
               float x,
               MainPage open) {
  for (const Tab& tab : kTabs) {
    const std::string& label = words.text(tab.key);
    const Rect box{x, 12, canvas.text_width(label, type) + kTabAround, 40};
    const bool here = tab.page == open;
    const ControlState state = ui.place(canvas, tab.id, box, 20);
    canvas.pill(box, here ? theme::kTeal50 : faded(theme::kSand, state.hover));
    const Colour ink = here ? theme::kTeal : theme::kInk2;
    canvas.icon(tab.icon, {box.x + 14, 22}, {20, ink, 2});
    canvas.label(label, {box.x + 39, 32}, {type, ink});
    x = box.right();
  }
}

// Who plays; returns its left end.
float draw_learner(Canvas& canvas, Ui& ui, const GameContext& context, theme::Type type) {
  const std::string label = learner_name(context);
  const float name = std::min(kMostName, canvas.text_width(label, type));
  const Rect box{kRight - name - 60, 12, name + 60, 40};
  const ControlState state = ui.place(canvas, "learner", box, 20);
  canvas.pill(box, faded(theme::kSand, state.hover));
  const Vec centre{box.x + 20, 32};
  canvas.circle(centre, 19, theme::kAvatar);
  canvas.icon_centred("user", centre, {20, theme::kInk, 2});
  TextStyle style{type};
  style.width = name + 1;
  style.max_lines = 1;
  canvas.label(label, {box.x + 46, 32}, style);
  return box.x;
}

}  // namespace

const char* tab_of(MainPage page) { return kTabs[static_cast<std::size_t>(page)].id; }

void draw_main_bar(Canvas& canvas, Ui& ui, const GameContext& context, MainPage open) {
  const UiStrings& words = context.words();
  const Fit fit = fit_of(canvas, context);
  draw_bar_ground(canvas);
  const Sprite& logo = canvas.textures().get(
      {context.assets() / "icons" / "moments-of-truth.svg", {}, canvas.scale() * 40 / 512, {}});
  canvas.sprite(logo, {28, 12}, 40.F / 512);
  float x = 80;
  if (fit.game_name) {
    const theme::Type name = theme::kPanelTitle.growing(1.2F);
    canvas.label(words.text("common.game"), {x, 32}, {name});
    x += canvas.text_width(words.text("common.game"), name) + 24;
  }
  const float right = right_width(canvas, context, fit.type);
  const float spare = kRight - right - x - tabs_width(canvas, words, fit.type);
  draw_tabs(canvas, ui, words, fit.type, x + std::clamp(spare - 16, 0.F, 60.F), open);
  const float learner = draw_learner(canvas, ui, context, fit.type);
  ui.button(canvas, "help", {learner - 2 * kRound, 12, 40, 40}, "",
            {.kind = ButtonKind::round, .icon = "bulb"});
  ui.button(canvas, "settings", {learner - kRound, 12, 40, 40}, "",
            {.kind = ButtonKind::round, .icon = "tune"});
  const std::string language = language_name(words, context.language());
  const float pill = canvas.text_width(language, fit.type) + 52;
  ui.button(canvas, "language", {learner - 2 * kRound - 10 - pill, 13, pill, 38}, language,
            {.kind = ButtonKind::quiet, .icon = "globe", .type = fit.type});
}

Request use_main_bar(const std::string& id,
                     MainPage open,
                     Toolkit& toolkit,
                     const std::shared_ptr<GameContext>& context) {
  if (id == "settings") {
    return Request::push(context->open_settings());
  }
  if (id == "help") {
    return Request::push(make_help_screen(toolkit, context));
  }
  if (id == "learner") {
    return Request::push(make_learners_screen(toolkit, context));
  }
  if (id == "tab-library" && open != MainPage::library) {
    return Request::replace(context->open_library());
  }
  if (id == "tab-courses" && open != MainPage::courses) {
    return Request::replace(make_course_map_screen(toolkit, context));
  }
  if (id == "tab-progress" && open != MainPage::progress) {
    return Request::replace(make_progress_screen(toolkit, context));
  }
  return Request::none();
}

}  // namespace mot
