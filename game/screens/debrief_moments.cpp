#include "game/screens/debrief_moments.h"

#include <fmt/format.h>

#include <algorithm>

#include "game/screens/cell.h"
#include "game/screens/labels.h"
#include "game/screens/page.h"
#include "game/stage/character.h"

namespace mot {
namespace {

constexpr float kChipHeight = 36;
constexpr float kChipGap = 7;
constexpr float kNumberChip = 38;
constexpr float kPortrait = 27;
constexpr Colour kChip = rgb(0xF6EEE2);
constexpr theme::Type kChipText = theme::kCaption.weighing(600);

float titled_width(Canvas& canvas, const DebriefMoment& moment) {
  return canvas.text_width(moment.title, kChipText) + 50;
}

struct Tint {
  Colour ground;
  Colour ink;
};
Tint tint_of(MomentLabel label) {
  switch (label) {
    case MomentLabel::misery: return {theme::kCoral50, theme::kCoral800};
    case MomentLabel::neutral: return {theme::kAmber50, theme::kAmber800};
    case MomentLabel::magic: return {theme::kBlue50, theme::kBlue700};
    case MomentLabel::none: break;
  }
  return {theme::kSand, theme::kInk};
}

const char* word_of(MomentLabel label) {
  return label == MomentLabel::misery  ? "label.misery"
         : label == MomentLabel::magic ? "label.magic"
                                       : "label.neutral";
}

// The face of who spoke: the customer, or somebody else of the cast.
PortraitWish wish_of_speaker(const Scenario& scenario, const std::string& speaker) {
  for (const CastMember& member : scenario.cast) {
    if (member.id == speaker) {
      return wish_of(member.portrait);
    }
  }
  return wish_of(scenario.customer.portrait);
}

// The bubble with the line that was answered; returns its height.
float draw_said(Canvas& canvas,
                Vec at,
                float width,
                const LineView& said,
                const Scenario& scenario,
                GameContext& context) {
  const UiStrings& words = context.words();
  const float inner = width - 68 - 36;
  const TextStyle style{theme::kBody.sized(16).weighing(500)};
  const std::string line = quoted(said.text, words);
  const std::string who =
      said.speaker_name + " · " + context.word("feeling", name_of(said.feeling));
  const float who_height = canvas.measure("A", {theme::kCaption}).height;
  const float height = std::max(60.F, 24 + who_height + block_height(canvas, line, inner, style));
  const Rect bubble{at.x + 68, at.y, width - 68, height};
  canvas.rounded(bubble, 16, theme::kCream);
  const float tip = at.y + std::min(height / 2, 34.F);
  const std::array beak{Vec{bubble.x + 1, tip - 8}, Vec{bubble.x + 1, tip + 8},
                        Vec{bubble.x - 7, tip}};
  canvas.polygon(beak, theme::kCream);
  draw_portrait(canvas, context.wardrobe(),
                resolve(context.wardrobe().cast(), wish_of_speaker(scenario, said.speaker)),
                said.feeling, {at.x + 28, tip}, kPortrait, rgb(0xF4DDD3));
  draw_block(canvas, who, {bubble.x + 18, at.y + 11}, inner, {theme::kCaption, theme::kInk2});
  draw_block(canvas, line, {bubble.x + 18, at.y + 11 + who_height}, inner, style);
  return height;
}

// "Weak: it cost 0.85 points of satisfaction. Luck afterwards: +0.20"
std::string value_of(const DebriefMoment& moment, const UiStrings& words) {
  std::string out;
  if (*moment.grade != Grade::best) {
    out = words.text(
        "debrief.cost",
        {{"grade", capitalised(words.text("grade." + std::string(name_of(*moment.grade))))},
         {"points", fmt::format("{:.2f}", moment.regret)}});
  }
  if (const std::string luck = signed_points(moment.luck); luck != signed_points(0)) {
    out += words.text("debrief.luck", {{"points", luck}});
  }
  return out;
}

Cell response_cell(const DebriefMoment& moment, const UiStrings& words) {
  const Tint tint = tint_of(moment.label);
  Cell cell{"user",   words.text(moment.is_action ? "debrief.you-did" : "debrief.you-said"),
            "",       tint.ground,
            tint.ink, {},
            {}};
  if (moment.scored) {
    cell.figure = signed_points(moment.gap) + " · " + words.text(word_of(moment.label));
  }
  cell.texts.emplace_back(moment.is_action ? moment.response : quoted(moment.response, words),
                          TextStyle{theme::kBody});
  if (const std::string value = moment.grade ? value_of(moment, words) : ""; !value.empty()) {
    cell.texts.emplace_back(value, TextStyle{theme::kCaption, theme::kInk2});
  }
  if (moment.timed_out) {
    cell.texts.emplace_back(words.text("debrief.timed-out"),
                            TextStyle{theme::kCaption, theme::kCoral800});
  } else if (moment.seconds >= 0) {
    cell.texts.emplace_back(
        words.text("debrief.decided-in", {{"time", duration_text(moment.seconds, words)}}),
        TextStyle{theme::kCaption, theme::kInk2});
  }
  return cell;
}

Cell expected_cell(const DebriefMoment& moment, const UiStrings& words) {
  Cell cell{"target", words.text("debrief.expected"), "", theme::kSand, theme::kInk, {}, {}};
  cell.rows = moment.dimensions;
  if (!moment.scored) {
    cell.texts.emplace_back(words.text("debrief.nothing-at-stake"), TextStyle{theme::kBody});
  }
  if (!moment.wait.empty()) {
    cell.texts.emplace_back(moment.wait, TextStyle{theme::kCaption, theme::kInk2});
  }
  return cell;
}

// What would have been best, or why that is not known.
Cell best_cell(const DebriefMoment& moment, const std::string& about_best, const UiStrings& words) {
  Cell cell{"star", words.text("debrief.best"), "", theme::kBlue50, theme::kBlue700, {}, {}};
  if (!moment.grade) {
    cell.texts.emplace_back(about_best, TextStyle{theme::kBody});
  } else if (moment.best_response.empty()) {
    cell.texts.emplace_back(words.text("debrief.was-best"), TextStyle{theme::kBody});
  } else {
    cell.figure = signed_points(moment.regret);
    cell.texts.emplace_back(
        moment.best_is_action ? moment.best_response : quoted(moment.best_response, words),
        TextStyle{theme::kBody});
  }
  return cell;
}

std::vector<Cell> cells_of(const DebriefMoment& moment,
                           const std::string& about_best,
                           const UiStrings& words,
                           const std::string& customer) {
  std::vector<Cell> cells{response_cell(moment, words)};
  if (moment.grade || !about_best.empty()) {
    cells.push_back(best_cell(moment, about_best, words));
  }
  cells.push_back(expected_cell(moment, words));
  if (!moment.coach.empty()) {
    Cell why{"bulb", words.text("debrief.why"), "", theme::kSand, theme::kInk, {}, {}};
    why.texts.emplace_back(moment.coach, TextStyle{theme::kBody});
    cells.push_back(std::move(why));
  }
  if (moment.reply || !moment.thoughts.empty()) {
    Cell felt{"heart",     words.text("debrief.how-it-landed", {{"name", customer}}),
              "",          theme::kSand,
              theme::kInk, {},
              {}};
    if (moment.reply) {
      felt.texts.emplace_back(quoted(moment.reply->text, words), TextStyle{theme::kBody});
    }
    for (const std::string& thought : moment.thoughts) {
      felt.texts.emplace_back(words.text("debrief.thought", {{"text", thought}}),
                              TextStyle{theme::kBody, theme::kViolet});
    }
    cells.push_back(std::move(felt));
  }
  return cells;
}

}  // namespace

float draw_moment_chips(Canvas& canvas,
                        Ui& ui,
                        Vec at,
                        float width,
                        const DebriefContents& contents,
                        std::size_t picked) {
  float total = -kChipGap;
  for (const DebriefMoment& moment : contents.moments) {
    total += titled_width(canvas, moment) + kChipGap;
  }
  const bool titled = total <= width;
  Vec now = at;
  for (std::size_t i = 0; i < contents.moments.size(); ++i) {
    const DebriefMoment& moment = contents.moments[i];
    const bool chosen = i == picked;
    const bool with_title = titled || chosen;
    const float w = with_title ? std::min(width, titled_width(canvas, moment)) : kNumberChip;
    if (now.x > at.x && now.x + w > at.x + width) {
      now = {at.x, now.y + kChipHeight + kChipGap};
    }
    const Rect box{now.x, now.y, w, kChipHeight};
    const ControlState state =
        ui.place(canvas, "moment-" + std::to_string(i + 1), box, kChipHeight / 2);
    canvas.pill(box, chosen ? theme::kInk : mixed(kChip, theme::kLine, state.hover));
    draw_marker(canvas, {box.x + 19, box.y + kChipHeight / 2}, 10, moment.label,
                static_cast<int>(i) + 1);
    if (with_title) {
      TextStyle style{kChipText, chosen ? theme::kPaper : theme::kInk};
      style.width = w - 48;
      style.max_lines = 1;
      canvas.paragraph(moment.title, {box.x + 36, box.y, style.width, kChipHeight}, style);
    }
    now.x += w + kChipGap;
  }
  return now.y + kChipHeight - at.y;
}

float draw_moment(Canvas& canvas,
                  Vec at,
                  float width,
                  const DebriefMoment& moment,
                  const std::string& about_best,
                  const Scenario& scenario,
                  GameContext& context,
                  const std::string& customer) {
  float y = at.y;
  y += draw_block(canvas, moment.place, {at.x, y}, width, {theme::kCaption, theme::kInk2});
  y += moment.place.empty() ? 0.F : 8.F;
  if (moment.said) {
    y += draw_said(canvas, {at.x, y}, width, *moment.said, scenario, context) + 12;
  }
  y += draw_cells(canvas, cells_of(moment, about_best, context.words(), customer), {at.x, y}, width,
                  context.words());
  return y - at.y;
}

}  // namespace mot
