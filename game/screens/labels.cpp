#include "game/screens/labels.h"

#include <array>

#include "engine/customer/satisfaction.h"
#include "game/screens/recommend_gauge.h"
#include "game/window/widgets.h"

namespace mot {

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

SettingLook look_of_setting(std::string_view setting) {
  if (setting == "property") {
    return {"building", theme::kTeal, theme::kTeal50};
  }
  if (setting == "hotel") {
    return {"bed", theme::kCoral800, theme::kCoral50};
  }
  if (setting == "appliance") {
    return {"washer", theme::kViolet, theme::kViolet50};
  }
  if (setting == "airline") {
    return {"plane", theme::kBlue700, theme::kBlue50};
  }
  if (setting == "retail") {
    return {"heart", theme::kAmber800, theme::kAmber50};
  }
  return {"users", theme::kInk, theme::kSand};
}

std::string title_of_setting(std::string_view setting, const UiStrings& words) {
  const std::string key = "library.setting-" + std::string(setting);
  return words.contains(key) ? words.text(key) : capitalised(std::string(setting));
}

const char* icon_of_stage(int stage) {
  constexpr std::array kIcons{"chat", "bell", "tool", "phone", "heart", "flag"};
  return kIcons[static_cast<std::size_t>(stage) % kIcons.size()];
}

float draw_facts(Canvas& canvas,
                 Vec at,
                 float width,
                 const ScenarioFacts& facts,
                 const UiStrings& words) {
  const theme::Type type = theme::kLabel.weighing(400);
  const float line = canvas.measure("A", {type}).height;
  float x = at.x;
  if (facts.minutes > 0) {
    canvas.icon("clock", {x - 1, at.y - 9}, {18, theme::kInk2, 2});
    x += 22;
    const std::string minutes =
        words.text("common.minutes", {{"count", std::to_string(facts.minutes)}});
    canvas.paragraph(minutes, {x, at.y - line / 2, 400, line}, {type, theme::kInk2});
    x += canvas.text_width(minutes, type) + 16;
  }
  if (facts.difficulty == 0) {
    return line;
  }
  for (int dot = 1; dot <= 5; ++dot) {
    canvas.circle({x + 4.5F, at.y}, 4.5F, dot <= facts.difficulty ? theme::kInk : rgb(0xDCCFBB));
    x += 13;
  }
  x += 5;
  const std::string& word = words.text("common.difficulty-" + std::to_string(facts.difficulty));
  const bool fits = x + canvas.text_width(word, type) <= at.x + width;
  const Vec left_top = fits ? Vec{x, at.y - line / 2} : Vec{at.x, at.y + line / 2};
  canvas.paragraph(word, {left_top.x, left_top.y, 400, line}, {type, theme::kInk2});
  return fits ? line : 2 * line;
}

Rect draw_result_chip(Canvas& canvas, Vec right_top, int recommend, const UiStrings& words) {
  const CategoryLook look = look_of(category_of(recommend));
  const std::string label =
      words.text("library.best-result", {{"answer", std::to_string(recommend)}});
  const float width = chip_width(canvas, label, true);
  return draw_chip(canvas, {right_top.x - width, right_top.y}, label, look.colour, look.ink,
                   look.icon);
}

Rect draw_setting_chip(Canvas& canvas,
                       Vec left_top,
                       std::string_view setting,
                       const UiStrings& words) {
  const SettingLook look = look_of_setting(setting);
  return draw_chip(canvas, left_top, title_of_setting(setting, words), look.tint, look.ink,
                   look.icon);
}

void draw_bar_ground(Canvas& canvas) {
  canvas.rect({0, 0, kLogicalWidth, 64}, theme::kPaper);
  canvas.fade_down({0, 64, kLogicalWidth, 10}, faded(theme::kShadow, 0.14F),
                   faded(theme::kShadow, 0));
}

}  // namespace mot
