#include "game/stage/key_help.h"

#include <algorithm>
#include <initializer_list>

#include "game/stage/sheet.h"

namespace mot {
namespace {

constexpr theme::Type kCap = theme::kCaption.weighing(600).growing(1.4F);
constexpr float kCapHeight = 28;
constexpr float kWidth = 640;
constexpr float kPadding = 32;
constexpr float kRowGap = 12;
constexpr float kKeysWidth = 190;

struct Row {
  std::string keys;  // as the caps say, several with a space between
  const char* meaning;
};

constexpr const char* kDigits = "1 … 9";  // nobody changes these

// The player's keys of some commands.
std::string caps(const KeyMap& keys, std::initializer_list<Command> commands) {
  std::string all;
  for (const Command command : commands) {
    all += (all.empty() ? "" : " ") + caps_of(keys.key_of(command));
  }
  return all;
}

std::vector<Row> rows_of(KeySheet sheet, const KeyMap& keys) {
  const auto row = [&keys](Command command, const char* meaning) {
    return Row{caps(keys, {command}), meaning};
  };
  const Row this_sheet = row(Command::keys, "keys.this");
  const Row language = row(Command::language, "keys.language");
  const Row full_screen = row(Command::full_screen, "keys.full-screen");
  if (sheet == KeySheet::page) {
    return {{caps(keys, {Command::next, Command::up, Command::down, Command::left, Command::right}),
             "keys.focus"},
            row(Command::use, "keys.use"),
            {caps(keys, {Command::scroll_up, Command::scroll_down}), "keys.scroll"},
            language,
            full_screen,
            row(Command::back, "keys.back"),
            this_sheet};
  }
  const Row look_up = row(Command::look_up, "keys.look-up");
  const Row conversation = row(Command::conversation, "keys.conversation");
  const Row pause = row(Command::back, "keys.pause");
  if (sheet == KeySheet::room) {
    return {{kDigits, "keys.vote"},
            row(Command::take_back, "keys.vote-back"),
            {caps(keys, {Command::go_on, Command::reveal}), "keys.reveal"},
            row(Command::cues, "keys.cues"),
            look_up,
            conversation,
            language,
            full_screen,
            pause,
            this_sheet};
  }
  std::vector<Row> rows{{kDigits, "keys.choose"},
                        {caps(keys, {Command::up, Command::down, Command::use}), "keys.walk"},
                        row(Command::go_on, "keys.go-on")};
  if (sheet == KeySheet::practice) {
    rows.push_back(row(Command::hint, "keys.hint"));
  }
  rows.push_back(row(Command::sureness, "keys.sureness"));
  rows.insert(rows.end(), {look_up, conversation, language, full_screen, pause, this_sheet});
  return rows;
}

}  // namespace

float draw_caps(Canvas& canvas, const std::string& keys, Vec at, bool draws) {
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

void draw_key_help(Canvas& canvas,
                   Ui& ui,
                   const UiStrings& words,
                   const KeyMap& keys,
                   KeySheet sheet,
                   float strength) {
  const std::vector<Row> rows = rows_of(sheet, keys);
  TextStyle style{theme::kBody};
  float keys_width = kKeysWidth;
  for (const Row& row : rows) {
    keys_width = std::max(keys_width, draw_caps(canvas, row.keys, {0, 0}, false) + 14);
  }
  style.width = kWidth - 2 * kPadding - keys_width;
  std::vector<float> heights;
  float total = 0;
  for (const Row& row : rows) {
    heights.push_back(std::max(30.F, canvas.measure(words.text(row.meaning), style).height));
    total += heights.back() + kRowGap;
  }
  draw_sheet(canvas, ui, words,
             {"keys", words.text("keys.title"), kWidth, kPadding, total, strength}, [&](Vec at) {
               for (std::size_t i = 0; i < rows.size(); ++i) {
                 draw_caps(canvas, rows[i].keys, {at.x, at.y + (heights[i] - kCapHeight) / 2});
                 canvas.paragraph(words.text(rows[i].meaning),
                                  {at.x + keys_width, at.y, style.width, heights[i]}, style);
                 at.y += heights[i] + kRowGap;
               }
             });
}

}  // namespace mot
