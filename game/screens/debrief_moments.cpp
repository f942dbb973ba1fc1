#include "game/screens/debrief_moments.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/html_tables.h"
#include "engine/text/numbers.h"
#include "game/screens/cell.h"
#include "game/screens/labels.h"
#include "game/screens/moment_marker.h"
#include "game/screens/page.h"
#include "game/stage/character.h"

namespace mot {
namespace {

constexpr float kChipHeight = 36;
constexpr float kChipGap = 7;
constexpr float kNumberChip = 38;
constexpr float kPortrait = 27;
constexpr Colour kChip = rgb(0xF6EEE2);
constexpr theme::Type kChipText = theme::kCaption.weighing(600).growing(1.3F);

float titled_width(Canvas& canvas, const MomentReview& moment) {
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
  const std::string line = words.text("common.quote", {{"text", said.text}});
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

std::string shown(const OptionReview& option, const UiStrings& words) {
  return words.text(option.is_action ? "debrief.done" : "common.quote", {{"text", option.text}});
}

Cell plain_cell(const char* icon, const std::string& title) {
  return {icon, title, "", theme::kSand, theme::kInk, {}, {}};
}

Cell response_cell(const MomentReview& moment, const UiStrings& words) {
  const Tint tint = tint_of(moment.label);
  const OptionReview& chosen = moment.chosen();
  Cell cell =
      plain_cell("user", words.text(chosen.is_action ? "debrief.you-did" : "debrief.you-said"));
  cell.ground = tint.ground;
  cell.ink = tint.ink;
  if (moment.scored) {
    cell.figure = signed_points_text(moment.gap) + " · " + words.text(word_of(moment.label));
  }
  cell.texts.emplace_back(shown(chosen, words), TextStyle{theme::kBody});
  std::string how = chosen.effect;
  if (moment.seconds >= 0 && !moment.timed_out) {
    how +=
        (how.empty() ? "" : " · ") +
        words.text("debrief.decided-in", {{"time", report::duration_text(moment.seconds, words)}});
  }
  const TextStyle caption{theme::kCaption, theme::kInk2};
  if (moment.timed_out) {
    cell.texts.emplace_back(words.text("debrief.timed-out"),
                            TextStyle{theme::kCaption, theme::kCoral800});
  }
  cell.texts.emplace_back(how, caption);
  cell.texts.emplace_back(moment.confidence_text, caption);
  return cell;
}

Cell best_cell(const OptionReview& best, bool scored, const UiStrings& words) {
  Cell cell = plain_cell("star", words.text("report.best-response"));
  cell.ground = theme::kBlue50;
  cell.ink = theme::kBlue700;
  if (scored) {
    cell.figure = signed_points_text(best.gap);
  }
  cell.texts.emplace_back(shown(best, words), TextStyle{theme::kBody});
  cell.texts.emplace_back(best.reason, TextStyle{theme::kBody, theme::kInk2});
  if (!best.reply.empty()) {
    cell.texts.emplace_back(words.text("report.would-have-said", {{"text", best.reply}}),
                            TextStyle{theme::kCaption, theme::kInk2});
  }
  return cell;
}

Cell expected_cell(const MomentReview& moment, const UiStrings& words) {
  Cell cell = plain_cell("target", words.text("debrief.expected"));
  cell.rows = moment.dimensions;
  if (!moment.scored) {
    cell.texts.emplace_back(words.text("debrief.nothing-at-stake"), TextStyle{theme::kBody});
  }
  const TextStyle caption{theme::kCaption, theme::kInk2};
  if (moment.wait) {
    cell.texts.emplace_back(moment.wait->text, caption);
  }
  const auto add = [&](bool good, const char* key, const std::string& text) {
    cell.texts.emplace_back(fmt::format("{} {} · {}", good ? "✓" : "✗", words.text(key), text),
                            TextStyle{theme::kCaption, good ? theme::kBlue700 : theme::kCoral800});
  };
  for (const NeedReview& need : moment.needs) {
    add(need.found, need.found ? "debrief.needs-found" : "debrief.needs-missed", need.text);
  }
  for (const StandardReview& standard : moment.standards) {
    add(standard.met, standard.met ? "debrief.standards-met" : "debrief.standards-broken",
        standard.text);
  }
  return cell;
}

Cell reason_cell(const MomentReview& moment, const UiStrings& words) {
  Cell cell = plain_cell("bulb", words.text("debrief.why"));
  cell.texts.emplace_back(moment.chosen().reason, TextStyle{theme::kBody});
  return cell;
}

Cell felt_cell(const MomentReview& moment, const UiStrings& words, const std::string& customer) {
  Cell cell = plain_cell("heart", words.text("debrief.how-it-landed", {{"name", customer}}));
  if (moment.reply) {
    cell.texts.emplace_back(words.text("common.quote", {{"text", moment.reply->text}}),
                            TextStyle{theme::kBody});
  }
  for (const std::string& thought : moment.afterthoughts) {
    cell.texts.emplace_back(words.text("debrief.thought", {{"text", thought}}),
                            TextStyle{theme::kBody, theme::kViolet});
  }
  return cell;
}

// As in the mock-up: what was said beside the best, what was expected beside why.
std::vector<Cell> cells_of(const MomentReview& moment,
                           const UiStrings& words,
                           const std::string& customer) {
  std::vector<Cell> cells{response_cell(moment, words)};
  const OptionReview* best = moment.best();
  if (best != nullptr && !best->chosen) {
    cells.push_back(best_cell(*best, moment.scored, words));
  }
  cells.push_back(expected_cell(moment, words));
  cells.push_back(reason_cell(moment, words));
  if (moment.reply || !moment.afterthoughts.empty()) {
    cells.push_back(felt_cell(moment, words, customer));
  }
  for (Cell& cell : cells) {
    std::erase_if(cell.texts, [](const auto& text) { return text.first.empty(); });
  }
  return cells;
}

// What stands in a row of the other options.
struct OptionRow {
  std::string text;
  std::string effect;
  std::string reason;
};

OptionRow row_of(const OptionReview& option, GameContext& context) {
  const UiStrings& words = context.words();
  OptionRow row{shown(option, words), option.effect, option.reason};
  if (option.grade) {
    row.effect = capitalised(context.word("grade", name_of(*option.grade))) + " · " + row.effect;
  }
  if (option.best) {
    // The cell above has the rest.
    row = {"★ " + row.text, "", ""};
  }
  return row;
}

}  // namespace

float draw_moment_chips(Canvas& canvas,
                        Ui& ui,
                        Vec at,
                        float width,
                        const Debrief& debrief,
                        std::size_t picked) {
  float total = -kChipGap;
  for (const MomentReview& moment : debrief.moments) {
    total += titled_width(canvas, moment) + kChipGap;
  }
  const bool titled = total <= width;
  Vec now = at;
  for (std::size_t i = 0; i < debrief.moments.size(); ++i) {
    const MomentReview& moment = debrief.moments[i];
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
                  const Debrief& debrief,
                  std::size_t picked,
                  const Scenario& scenario,
                  GameContext& context) {
  const MomentReview& moment = debrief.moments[picked];
  const UiStrings& words = context.words();
  std::string place = moment.stage;
  if (!moment.channel.empty()) {
    place += (place.empty() ? "" : " · ") + moment.channel;
  }
  float y = at.y;
  y += draw_block(canvas, place, {at.x, y}, width, {theme::kCaption, theme::kInk2});
  y += place.empty() ? 0.F : 8.F;
  if (moment.said) {
    y += draw_said(canvas, {at.x, y}, width, *moment.said, scenario, context) + 12;
  }
  for (const std::string& thought : moment.thoughts) {
    y += draw_block(canvas, words.text("debrief.thought", {{"text", thought}}), {at.x + 86, y - 4},
                    width - 104, {theme::kBody, theme::kViolet}) +
         6;
  }
  y += draw_cells(canvas, cells_of(moment, words, debrief.head.customer), {at.x, y}, width, words);
  return y - at.y;
}

float draw_other_options(Canvas& canvas,
                         Ui& ui,
                         Vec at,
                         float width,
                         const MomentReview& moment,
                         GameContext& context) {
  const UiStrings& words = context.words();
  const bool others = moment.options.size() > 1;
  if (!others && moment.closed.empty()) {
    return 0;
  }
  const TextStyle said{theme::kBody};
  const TextStyle caption{theme::kCaption, theme::kInk2};
  const std::string& label = words.text("debrief.what-if");
  const float button = others ? canvas.text_width(label, theme::kLabel) + 66 : 0.F;
  const float inner = width - 16 - button - 20;
  float y = at.y + 4;
  y += draw_block(canvas, words.text("report.other-options"), {at.x, y}, width,
                  {theme::kLabel.weighing(700)});
  y += draw_block(canvas, words.text("debrief.what-if-means"), {at.x, y}, width, caption) + 6;
  for (std::size_t i = 0; i < moment.options.size(); ++i) {
    if (moment.options[i].chosen) {
      continue;
    }
    const OptionRow row = row_of(moment.options[i], context);
    canvas.rect({at.x, y, width, 1}, theme::kLine);
    const float top = y + 8;
    float end = top + draw_block(canvas, row.text, {at.x, top}, inner, said);
    end += draw_block(canvas, row.effect, {at.x, end}, inner, caption);
    end += draw_block(canvas, row.reason, {at.x, end}, inner, {theme::kBody, theme::kInk2});
    ui.button(canvas, "what-if-" + std::to_string(i + 1), {at.x + width - button, top, button, 36},
              label, {.kind = ButtonKind::outline, .icon = "play", .icon_size = 16});
    y = std::max(end, top + 36) + 8;
  }
  for (const ClosedOption& closed : moment.closed) {
    canvas.rect({at.x, y, width, 1}, theme::kLine);
    const std::string needs = fmt::format("{}", fmt::join(closed.needs, " "));
    y += 8 +
         draw_block(canvas, words.text("debrief.closed", {{"text", closed.text}, {"needs", needs}}),
                    {at.x, y + 8}, width, caption) +
         8;
  }
  return y - at.y;
}

}  // namespace mot
