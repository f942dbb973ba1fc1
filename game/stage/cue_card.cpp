#include "game/stage/cue_card.h"

#include <array>
#include <string>
#include <vector>

#include "game/stage/sheet.h"

namespace mot {
namespace {

constexpr float kWidth = 760;
constexpr float kPadding = 40;
constexpr float kIndent = 34;  // of a question behind its dot
constexpr float kGap = 18;

using Questions = std::array<const char*, 4>;
constexpr std::array<Questions, 3> kQuestions{
    Questions{"room.before-1", "room.before-2", "room.before-3", "room.before-4"},
    Questions{"room.split-1", "room.split-2", "room.split-3", "room.split-4"},
    Questions{"room.afterwards-1", "room.afterwards-2", "room.afterwards-3", "room.afterwards-4"}};

}  // namespace

void draw_cue_card(Canvas& canvas, Ui& ui, const UiStrings& words, Cue cue, float strength) {
  TextStyle style{theme::kPanelTitle.weighing(500)};
  style.width = kWidth - 2 * kPadding - kIndent;
  std::vector<std::string> questions;
  std::vector<float> heights;
  float total = 0;
  for (const char* key : kQuestions[static_cast<std::size_t>(cue)]) {
    questions.push_back(words.text(key));
    heights.push_back(canvas.measure(questions.back(), style).height);
    total += heights.back() + kGap;
  }
  draw_sheet(
      canvas, ui, words, {"cues", words.text("room.cues"), kWidth, kPadding, total, strength},
      [&](Vec at) {
        for (std::size_t i = 0; i < questions.size(); ++i) {
          canvas.circle({at.x + 8, at.y + 15}, 5, theme::kTeal);
          canvas.paragraph(questions[i], {at.x + kIndent, at.y, style.width, heights[i]}, style);
          at.y += heights[i] + kGap;
        }
      });
}

}  // namespace mot
