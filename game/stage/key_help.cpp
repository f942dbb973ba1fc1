#include "game/stage/key_help.h"

#include <algorithm>

namespace mot {
namespace {

constexpr theme::Type kCap = theme::kCaption.weighing(600).growing(1.4F);
constexpr float kCapHeight = 28;
constexpr float kWidth = 640;
constexpr float kPadding = 32;
constexpr float kHead = 80;
constexpr float kFoot = 88;
constexpr float kRowGap = 12;
constexpr float kKeysWidth = 190;
constexpr float kVeilStrength = 0.45F;

struct Row {
  const char* keys;  // as the caps say, several with a space between; the same in every language
  const char* meaning;
};

std::vector<Row> rows_of(KeySheet sheet) {
  if (sheet == KeySheet::page) {
    return {{"Tab ↑ ↓ ← →", "keys.focus"},
            {"Enter", "keys.use"},
            {"PgUp PgDn", "keys.scroll"},
            {"Ctrl L", "keys.language"},
            {"F11", "keys.full-screen"},
            {"Esc", "keys.back"},
            {"F1", "keys.this"}};
  }
  if (sheet == KeySheet::room) {
    return {{"1 … 9", "keys.vote"},      {"Backspace", "keys.vote-back"},
            {"Space V", "keys.reveal"},  {"Q", "keys.cues"},
            {"R", "keys.look-up"},       {"C", "keys.conversation"},
            {"Ctrl L", "keys.language"}, {"F11", "keys.full-screen"},
            {"Esc", "keys.pause"},       {"F1", "keys.this"}};
  }
  std::vector<Row> rows{
      {"1 … 9", "keys.choose"}, {"↑ ↓ Enter", "keys.walk"}, {"Space", "keys.go-on"}};
  if (sheet == KeySheet::practice) {
    rows.push_back({"H", "keys.hint"});
  }
  rows.insert(rows.end(), {{"R", "keys.look-up"},
                           {"C", "keys.conversation"},
                           {"Ctrl L", "keys.language"},
                           {"F11", "keys.full-screen"},
                           {"Esc", "keys.pause"},
                           {"F1", "keys.this"}});
  return rows;
}

// Caps one after the other, or only where they would end; returns that.
float draw_caps(Canvas& canvas, const std::string& keys, Vec at, bool draws = true) {
  for (std::size_t first = 0; first < keys.size();) {
    const std::size_t end = std::min(keys.find(' ', first), keys.size());
    const std::string key = keys.substr(first, end - first);
    TextStyle style{kCap};
    style.align = Align::centre;
    const float width = std::max(kCapHeight, canvas.text_width(key, kCap) + 18);
    if (draws) {
      canvas.rounded({at.x, at.y, width, kCapHeight}, 8, theme::kSand);
      canvas.paragraph(key, {at.x, at.y, width, kCapHeight}, style);
    }
    at.x += width + 6;
    first = end + 1;
  }
  return at.x;
}

}  // namespace

void draw_key_help(Canvas& canvas, Ui& ui, const UiStrings& words, KeySheet sheet, float strength) {
  const std::vector<Row> rows = rows_of(sheet);
  TextStyle style{theme::kBody};
  float keys_width = kKeysWidth;
  for (const Row& row : rows) {
    keys_width = std::max(keys_width, draw_caps(canvas, row.keys, {0, 0}, false) + 14);
  }
  style.width = kWidth - 2 * kPadding - keys_width;
  std::vector<float> heights;
  float total = kHead + kFoot;
  for (const Row& row : rows) {
    heights.push_back(std::max(30.F, canvas.measure(words.text(row.meaning), style).height));
    total += heights.back() + kRowGap;
  }
  canvas.push();
  canvas.fade(strength);
  canvas.rect({-kLogicalWidth, -kLogicalHeight, 3 * kLogicalWidth, 3 * kLogicalHeight},
              faded(theme::kNavy700, kVeilStrength));
  const float height = std::min(total, kLogicalHeight - 32);
  const Rect panel{(kLogicalWidth - kWidth) / 2, (kLogicalHeight - height) / 2, kWidth, height};
  canvas.panel(panel, 24, theme::kCream, 3);
  canvas.text(words.text("keys.title"), {panel.x + kPadding, panel.y + 50}, {theme::kPageTitle});
  const Rect list{panel.x, panel.y + kHead, kWidth, height - kHead - kFoot};
  ui.begin_scroll(canvas, "keys", list, total - kHead - kFoot);
  float y = list.y;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    draw_caps(canvas, rows[i].keys, {panel.x + kPadding, y + (heights[i] - kCapHeight) / 2});
    canvas.paragraph(words.text(rows[i].meaning),
                     {panel.x + kPadding + keys_width, y, style.width, heights[i]}, style);
    y += heights[i] + kRowGap;
  }
  ui.end_scroll(canvas);
  ui.button(canvas, "close-keys", {panel.right() - kPadding - 150, panel.bottom() - 68, 150, 44},
            words.text("keys.close"), {.kind = ButtonKind::primary, .icon = ""});
  canvas.pop();
}

}  // namespace mot
