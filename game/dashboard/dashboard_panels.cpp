#include "game/dashboard/dashboard_panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/report/cohort_text.h"
#include "engine/text/numbers.h"
#include "game/screens/page.h"
#include "game/screens/recommend_gauge.h"

namespace mot {
namespace {

using card::kPadding;
using card::kRow;
using card::kSmall;

constexpr theme::Type kTitle = theme::kCardTitle.sized(16).growing(1.2F);
constexpr float kBand = 22;
constexpr float kEffectRow = 37;
constexpr float kPale = 0.45F;

struct Share {
  Category category;
  const char* key;
  std::int64_t count;
};

std::array<Share, kCategories> shares_of(const NpsCounts& answers) {
  return {Share{Category::detractor, "cohort.detractors", answers.detractors},
          Share{Category::passive, "cohort.passives", answers.passives},
          Share{Category::promoter, "cohort.promoters", answers.promoters}};
}

std::string count_text(const Share& share, std::int64_t all) {
  return all < kFewestForNps ? fmt::format("{}", share.count)
                             : report::share_text(share.count, all);
}

void draw_sign(Canvas& canvas, const Share& share, Vec centre) {
  const CategoryLook look = look_of(share.category);
  canvas.circle(centre, 7, look.colour);
  canvas.icon_centred(look.icon, centre, {9, look.ink, 3});
}

// What the colours of the band mean: beside one another where their names have room for that, else
// a line each.
void draw_legend(Canvas& canvas,
                 Vec at,
                 float width,
                 const NpsCounts& answers,
                 const UiStrings& words) {
  constexpr float kSign = 19;
  constexpr float kLine = 20;
  const std::int64_t all = answers.customers();
  const auto shares = shares_of(answers);
  const float column = width / static_cast<float>(shares.size());
  const theme::Type number = theme::kLabel.sized(15).weighing(700);
  bool signed_names = true;
  bool bare_names = true;
  for (const Share& share : shares) {
    const float name = canvas.text_width(words.text(share.key), kSmall);
    signed_names = signed_names && name <= column - kSign - 3;
    bare_names = bare_names && name <= column - 2;
  }
  float x = at.x;
  float y = at.y;
  for (const Share& share : shares) {
    const std::string& name = words.text(share.key);
    const std::string count = count_text(share, all);
    if (!signed_names && !bare_names) {
      draw_sign(canvas, share, {at.x + 7, y + 11});
      canvas.label(count, {at.x + width, y + 11}, aligned({number.sized(14).growing(1.1F)}));
      draw_fitted(canvas, name, {at.x + kSign, y + 11}, width - kSign - 64, {kSmall, theme::kInk2});
      y += kLine;
      continue;
    }
    draw_sign(canvas, share, {x + 7, y + 21});
    draw_fitted(canvas, name, {signed_names ? x + kSign : x, y + (signed_names ? 21.F : 42.F)},
                column - (signed_names ? kSign + 3 : 2.F), {kSmall, theme::kInk2});
    canvas.label(count, {x + kSign, y + (signed_names ? 40.F : 21.F)}, {number});
    x += column;
  }
}

void draw_shares(Canvas& canvas,
                 Vec at,
                 float width,
                 const NpsCounts& answers,
                 const UiStrings& words) {
  float x = at.x;
  canvas.rounded({at.x, at.y, width, kBand}, 8, theme::kTrack);
  const auto drawn = static_cast<float>(std::max<std::int64_t>(1, answers.customers()));
  for (const Share& share : shares_of(answers)) {
    const float part = width * static_cast<float>(share.count) / drawn;
    if (part > 2) {
      canvas.rounded({x, at.y, part - 2, kBand}, 6, look_of(share.category).colour);
    }
    x += part;
  }
  draw_legend(canvas, {at.x, at.y + kBand}, width, answers, words);
}

// By how much the latest week's NPS differs from the first one's; empty where one has none.
std::string since_first_week(const Cohort& cohort, const UiStrings& words) {
  if (cohort.weeks.size() < 2) return {};
  const auto first = nps(cohort.weeks.front().answers);
  const auto latest = nps(cohort.weeks.back().answers);
  if (!first || !latest) return {};
  return words.text("dashboard.since-first",
                    {{"points", signed_whole_text(std::round(*latest) - std::round(*first))}});
}

}  // namespace

TextStyle aligned(TextStyle style, Align align) {
  style.align = align;
  return style;
}

void draw_whisker(Canvas& canvas, float low, float high, float y, float width, Colour colour) {
  constexpr float kCap = 6;
  canvas.line({low, y}, {high, y}, width, colour);
  canvas.line({low, y - kCap}, {low, y + kCap}, width, colour);
  canvas.line({high, y - kCap}, {high, y + kCap}, width, colour);
}

Vec draw_card(Canvas& canvas, Rect box, const std::string& title) {
  canvas.panel(box, 18, theme::kPaper, 1);
  draw_title(canvas, box, title, box.w - 2 * kPadding);
  return {box.x + kPadding, box.y + 44};
}

void draw_title(Canvas& canvas, Rect box, const std::string& title, float width) {
  draw_in_row(canvas, title, {box.x + kPadding, box.y + 26}, width, {kTitle});
}

void draw_fitted(Canvas& canvas,
                 const std::string& said,
                 Vec middle,
                 float width,
                 TextStyle style) {
  style.width = std::max(width, 1.F);
  style.max_lines = 1;
  canvas.label(said, middle, style);
}

void draw_in_row(Canvas& canvas,
                 const std::string& said,
                 Vec middle,
                 float width,
                 TextStyle style) {
  if (canvas.text_width(said, style.type) <= width) {
    canvas.label(said, middle, style);
    return;
  }
  constexpr float kHeight = 36;
  style.type = kSmall.sized(12.5F).weighing(style.type.weight).growing(1);
  style.max_lines = 2;
  canvas.paragraph(said, {middle.x, middle.y - kHeight / 2, width, kHeight}, style);
}

void draw_nps_card(Canvas& canvas, Rect box, const Cohort& cohort, const UiStrings& words) {
  const Vec at = draw_card(canvas, box, words.text("cohort.nps"));
  const float width = box.w - 2 * kPadding;
  const NpsCounts& answers = cohort.answers;
  const auto score = nps(answers);
  const auto interval = nps_interval(answers);
  theme::Type figure = theme::kBigNumber.growing(1);
  const std::string number = score ? signed_whole_text(*score) : "–";
  if (const std::string since = since_first_week(cohort, words); !since.empty()) {
    const float chip = chip_width(canvas, since, false);
    while (figure.size > 40 && canvas.text_width(number, figure) > width - chip - 12) {
      figure = figure.sized(figure.size - 4);
    }
    draw_chip(canvas, {box.right() - kPadding - chip, at.y + 17}, since, theme::kBlue50,
              theme::kBlue700, "", 30);
  }
  canvas.label(number, {at.x + 2, at.y + 31}, {figure});
  const std::string count =
      words.text("dashboard.answers", {{"count", fmt::format("{}", answers.customers())}});
  const std::string known =
      interval ? words.text("cohort.interval", {{"low", signed_whole_text(interval->low())},
                                                {"high", signed_whole_text(interval->high())}}) +
                     " · " + count
               : words.text("cohort.too-few");
  draw_fitted(canvas, known, {at.x, at.y + 74}, width, {kSmall, theme::kInk2});
  draw_shares(canvas, {at.x, at.y + 96}, width, answers, words);
}

void draw_funnel_card(Canvas& canvas, Rect box, const Funnel& funnel, const UiStrings& words) {
  const Vec at = draw_card(canvas, box, words.text("cohort.completion"));
  const float width = box.w - 2 * kPadding;
  const std::array steps{std::pair{"cohort.started", funnel.started},
                         std::pair{"cohort.finished", funnel.finished},
                         std::pair{"cohort.passed-one", funnel.passed_one},
                         std::pair{"cohort.passed-all", funnel.passed_all}};
  float names = 0;
  for (const auto& [key, people] : steps) {
    names = std::max(names, canvas.text_width(words.text(key), kRow));
  }
  names = std::min(names, width * 0.4F);
  const float bar = width - names - 108;
  float y = at.y + 26;
  std::size_t before = funnel.started;
  for (std::size_t i = 0; i < steps.size(); ++i, y += 41) {
    const auto& [key, people] = steps[i];
    draw_in_row(canvas, words.text(key), {at.x, y}, names + 2, {kRow});
    const Rect track{at.x + names + 10, y - 12, bar, 24};
    canvas.rounded(track, 8, theme::kSand);
    const float part =
        funnel.started == 0 ? 0 : static_cast<float>(people) / static_cast<float>(funnel.started);
    const float step = 0.55F + 0.15F * static_cast<float>(i);
    if (part > 0) {
      canvas.rounded({track.x, track.y, std::max(16.F, bar * part), track.h}, 8,
                     mixed(theme::kPaper, theme::kTeal, step));
    }
    canvas.label(fmt::format("{}", people), {box.right() - kPadding - 50, y},
                 aligned({theme::kLabel.weighing(700)}));
    if (i > 0 && before > 0) {
      canvas.label(
          report::share_text(static_cast<std::int64_t>(people), static_cast<std::int64_t>(before)),
          {box.right() - kPadding, y}, aligned({kSmall, theme::kInk2}));
    }
    before = people;
  }
}

void draw_effects_card(Canvas& canvas, Rect box, const Cohort& cohort, const CohortWords& words) {
  const Vec at = draw_card(canvas, box, words.words.text("cohort.effects"));
  const float width = box.w - 2 * kPadding;
  draw_fitted(canvas, words.words.text("dashboard.effects-means"), {at.x, at.y + 4}, width,
              {kSmall, theme::kInk2});
  const auto most = static_cast<std::size_t>((box.h - 100) / kEffectRow);
  const std::vector<MomentEffect> effects = largest_effects(cohort.effects, most);
  if (effects.empty()) {
    draw_block(canvas, words.words.text("cohort.too-few"), {at.x, at.y + 28}, width,
               {theme::kBody.growing(1.2F), theme::kInk2});
    return;
  }
  double low = 0;
  double high = 0;
  for (const MomentEffect& effect : effects) {
    low = std::min(low, effect.effect - effect.half_width);
    high = std::max(high, effect.effect + effect.half_width);
  }
  const float names = width * 0.46F;
  const float left = at.x + names + 6;
  const float span = width - names - 58;
  const auto x = [&](double value) {
    return left + span * static_cast<float>((value - low) / std::max(high - low, 1e-9));
  };
  float y = at.y + 36;
  for (const MomentEffect& effect : effects) {
    draw_in_row(canvas, words.moment(effect.scenario, effect.moment), {at.x, y}, names, {kRow});
    const Colour colour = effect.effect < 0 ? theme::kDetractor : theme::kPromoter;
    const float from = std::min(x(0), x(effect.effect));
    const float length = std::max(2.F, std::abs(x(effect.effect) - x(0)));
    canvas.rounded({from, y - 11, length, 22}, std::min(6.F, length / 2),
                   effect.is_clear() ? colour : mixed(theme::kPaper, colour, kPale));
    draw_whisker(canvas, x(effect.effect - effect.half_width), x(effect.effect + effect.half_width),
                 y, 2, theme::kInk);
    canvas.label(signed_whole_text(effect.effect), {box.right() - kPadding, y},
                 aligned({theme::kLabel.weighing(700),
                          effect.effect < 0 ? theme::kCoral800 : theme::kBlue700}));
    y += kEffectRow;
  }
  canvas.line({x(0), at.y + 18}, {x(0), y - 18}, 2, theme::kLinkIdle);
  draw_fitted(canvas, words.words.text("cohort.pale"), {at.x, box.bottom() - 20}, width,
              {kSmall, theme::kInk2});
}

}  // namespace mot
