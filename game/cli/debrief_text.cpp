#include "game/cli/debrief_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "engine/base/source_line.h"
#include "engine/base/utf8.h"
#include "engine/customer/satisfaction.h"
#include "engine/text/numbers.h"
#include "game/cli/phrases.h"

namespace mot {
namespace {

constexpr std::size_t kIndent = 4;
/// "−12.34" and a space.
constexpr std::size_t kPoints = 7;

/// What all parts are made of.
struct Page {
  Screen& screen;
  const UiStrings& words;
  const Debrief& debrief;

  void heading(std::string_view key) const {
    screen.gap();
    screen.paragraph(words.text(key), Ink::strong);
  }
  void line(const std::string& text, Ink ink = Ink::plain, std::string_view head = {}) const {
    if (!text.empty()) screen.paragraph(text, ink, kIndent, head);
  }
  std::string quoted(const std::string& text) const {
    return words.text("common.quote", {{"text", text}});
  }
  /// A response as it is shown: in quotation marks where it is said.
  std::string shown(const OptionReview& option) const {
    return words.text(option.is_action ? "debrief.done" : "common.quote", {{"text", option.text}});
  }
};

Ink ink_of(MomentLabel label) {
  return label == MomentLabel::magic    ? Ink::good
         : label == MomentLabel::misery ? Ink::bad
                                        : Ink::plain;
}

Ink ink_of(int difference) {
  return difference < 0 ? Ink::bad : difference > 0 ? Ink::good : Ink::plain;
}

std::string word_of(const UiStrings& words, MomentLabel label) {
  return word(words, "label",
              label == MomentLabel::magic    ? "magic"
              : label == MomentLabel::misery ? "misery"
                                             : "neutral");
}

/// Right-aligned in so many columns.
std::string right(const std::string& text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(width < columns ? columns - width : 0, ' ') + text;
}

void show_head(const Page& page) {
  const DebriefHead& head = page.debrief.head;
  page.heading("debrief.heading");
  page.line(head.title);
  if (!head.learner.empty()) {
    page.line(page.words.text("debrief.played-by", {{"name", head.learner}}), Ink::faint);
  }
  for (const DebriefNotice& notice : page.debrief.notices) {
    page.screen.gap();
    page.line(notice.text, Ink::accent, "! ");
  }
}

void show_answer(const Page& page) {
  const CustomersVoice& voice = page.debrief.voice;
  if (!page.debrief.head.ending.empty()) {
    page.line(page.words.text("cli.outcome.ending", {{"ending", page.debrief.head.ending}}));
  }
  if (!voice.satisfaction) return;
  page.line(page.words.text("cli.outcome.satisfaction",
                            {{"points", points_text(*voice.satisfaction)},
                             {"csat", fmt::format("{:.1f}", csat(*voice.satisfaction / 100.0))}}));
  page.line(
      page.words.text("cli.outcome.recommend",
                      {{"answer", fmt::format("{}", *voice.recommend)},
                       {"category", word(page.words, "category", name_of(*voice.category))}}));
  page.line(voice.prediction_text, Ink::accent);
}

void show_felt(const Page& page) {
  constexpr std::array<std::string_view, 3> kKeys{"debrief.to-friend", "debrief.to-public",
                                                  "debrief.to-manager"};
  const CustomersVoice& voice = page.debrief.voice;
  page.heading("debrief.felt");
  show_answer(page);
  for (const std::string& sentence : voice.remembers) page.line(sentence);
  if (!voice.comment.empty()) {
    page.line(page.words.text("debrief.in-survey") + " " + page.quoted(voice.comment));
  }
  for (const Echo& echo : voice.echoes) {
    page.line(page.words.text(kKeys[static_cast<std::size_t>(echo.audience)]) + " " + echo.text);
  }
}

/// "  −0.42  4. A time is promised  ◀ turning point"
void show_step(const Page& page, std::size_t i, bool turning) {
  const AccountStep& step = page.debrief.account->steps[i];
  const auto row = [&](int points, const std::string& text, Ink ink) {
    page.screen.paragraph(text, ink, 2, right(signed_points_text(points), kPoints) + "  ");
  };
  if (step.choice != 0) {
    std::string text = fmt::format("{}. {}", i + 1, page.debrief.moments[i].title);
    if (turning) text += "  ◀ " + page.words.text("debrief.turning");
    row(step.choice, text, turning ? Ink::bad : Ink::plain);
  }
  if (step.luck != 0) {
    row(step.luck, page.words.text("debrief.luck-after", {{"number", fmt::format("{}", i + 1)}}),
        Ink::faint);
  }
}

void show_crowd(const Page& page) {
  constexpr std::size_t kCells = 30;
  if (!page.debrief.crowd) return;
  const CrowdReview& crowd = *page.debrief.crowd;
  page.heading("debrief.crowd");
  page.line(crowd.text);
  for (std::size_t answer = 0; answer < crowd.histogram.size(); ++answer) {
    const double share =
        100.0 * static_cast<double>(crowd.histogram[answer]) / static_cast<double>(crowd.customers);
    page.screen.line(
        fmt::format("    {:>2}  {} {:>5.1f} %", answer, share_bar(share, kCells), share));
  }
  page.line(page.words.text("debrief.impact"));
  for (const TouchpointReview& touchpoint : crowd.touchpoints) {
    page.screen.paragraph(
        fmt::format("{}. {}", touchpoint.choice + 1, touchpoint.title), Ink::plain, 2,
        fmt::format("{} ± {:<5.1f}", right(signed_text(touchpoint.impact), kPoints),
                    touchpoint.standard_error));
  }
  page.line(crowd.reservation, Ink::faint);
}

/// "Responsiveness   expected 9   delivered 10   +1"
void show_dimensions(const Page& page, const MomentReview& moment) {
  std::size_t widest = 0;
  for (const std::string_view name : kDimensionNames) {
    widest = std::max(widest, display_width(word(page.words, "dimension", name)) + 2);
  }
  for (const DimensionReview& dimension : moment.dimensions) {
    const std::string sign = dimension.difference > 0 ? "+" : dimension.difference < 0 ? "−" : "±";
    std::string row = page.words.text(
        "cli.debrief.dimension",
        {{"dimension", padded(dimension.name, widest)},
         {"expected", fmt::format("{:>2}", dimension.expected)},
         {"delivered", fmt::format("{:>2}", dimension.delivered)},
         {"difference", fmt::format("{}{}", sign, std::abs(dimension.difference))}});
    row += "  " + word(page.words, "verdict", name_of(dimension.verdict));
    if (!dimension.note.empty()) row += " " + dimension.note;
    page.line(row, ink_of(dimension.difference));
  }
}

/// What came back, after the response that was taken.
void show_reaction(const Page& page, const MomentReview& moment) {
  constexpr std::size_t kBelow = kIndent + 2;
  if (moment.reply)
    page.screen.paragraph("← " + page.quoted(moment.reply->text), Ink::plain, kBelow);
  for (const std::string& thought : moment.afterthoughts) {
    page.screen.paragraph(page.words.text("debrief.thought", {{"text", thought}}), Ink::faint,
                          kBelow);
  }
}

void show_option(const Page& page, const OptionReview& option) {
  const std::string_view mark = option.chosen ? "▶ " : option.best ? "★ " : "  ";
  page.screen.paragraph(page.shown(option), option.chosen ? Ink::strong : Ink::plain, kIndent,
                        mark);
  constexpr std::size_t kBelow = kIndent + 2;
  std::string effect = option.effect;
  if (option.grade) {
    effect = word(page.words, "grade", name_of(*option.grade)) + " · " + effect;
  }
  if (!effect.empty()) page.screen.paragraph(effect, ink_of(option.label), kBelow);
  page.screen.paragraph(option.reason, Ink::accent, kBelow);
}

void show_moment(const Page& page, const MomentReview& moment) {
  page.screen.gap();
  std::string title = moment.title;
  if (moment.scored) {
    title = page.words.text("cli.debrief.moment", {{"title", moment.title},
                                                   {"gap", signed_points_text(moment.gap)},
                                                   {"label", word_of(page.words, moment.label)}});
  }
  page.screen.paragraph(title, ink_of(moment.label), 0, fmt::format("{:>2}. ", moment.choice + 1));
  if (moment.said) {
    page.line(
        page.words.text("cli.play.speaker",
                        {{"name", moment.said->speaker_name},
                         {"feeling", word(page.words, "feeling", name_of(moment.said->feeling))}}) +
        " " + page.quoted(moment.said->text));
  }
  for (const std::string& thought : moment.thoughts) {
    page.line(page.words.text("debrief.thought", {{"text", thought}}), Ink::faint);
  }
  if (moment.timed_out) page.line(page.words.text("cli.debrief.timed-out"), Ink::bad);
  show_dimensions(page, moment);
  if (moment.wait) page.line(moment.wait->text, Ink::faint);
  for (const OptionReview& option : moment.options) {
    show_option(page, option);
    if (option.chosen) show_reaction(page, moment);
  }
  for (const ClosedOption& closed : moment.closed) {
    page.line(page.words.text("debrief.closed",
                              {{"text", closed.text},
                               {"needs", fmt::format("{}", fmt::join(closed.needs, " "))}}),
              Ink::faint);
  }
  page.line(moment.confidence_text, Ink::faint);
}

/// "Empathy          ▓▓▓▓▓▓▓···   74 %   before 52 %"
void show_skills(const Page& page, const std::vector<SkillReview>& skills) {
  constexpr std::size_t kCells = 10;
  constexpr std::size_t kColumn = 18;
  for (const SkillReview& skill : skills) {
    if (!skill.now) continue;
    std::string row = fmt::format("    {}{}  {:>3.0f} %", padded(skill.name, kColumn),
                                  share_bar(*skill.now, kCells), *skill.now);
    if (skill.before) {
      row += "   " +
             page.words.text("debrief.before", {{"value", fmt::format("{:.0f}", *skill.before)}});
    }
    page.screen.line(row);
  }
}

void show_items(const Page& page,
                const std::vector<ItemReview>& items,
                std::string_view good_key,
                std::string_view bad_key) {
  for (const bool good : {true, false}) {
    const bool any = std::any_of(items.begin(), items.end(),
                                 [good](const ItemReview& item) { return item.good == good; });
    if (!any) continue;
    page.heading(good ? good_key : bad_key);
    for (const ItemReview& item : items) {
      if (item.good == good)
        page.line(item.text, good ? Ink::good : Ink::plain, good ? "✓ " : "○ ");
    }
  }
}

void show_advice(const Page& page) {
  const Advice& advice = page.debrief.advice;
  page.heading("debrief.advice");
  for (const TryInstead& instead : advice.instead) {
    page.line(instead.text);
    page.screen.paragraph(instead.reason, Ink::accent, kIndent + 2);
  }
  page.line(advice.tip);
  if (advice.next) {
    page.line(page.words.text("debrief.next", {{"title", advice.next->title}}) + " " +
                  advice.next->reason,
              Ink::strong);
  }
  if (!page.debrief.head.takeaway.empty()) {
    page.heading("debrief.takeaway");
    page.line(page.quoted(page.debrief.head.takeaway));
  }
}

}  // namespace

void show_account(Screen& screen, const UiStrings& words, const Debrief& debrief) {
  if (!debrief.account) return;
  const Page page{screen, words, debrief};
  const Account& account = *debrief.account;
  page.heading("debrief.account");
  const auto total = [&](int points, std::string_view key) {
    screen.paragraph(words.text(key), Ink::strong, 2, right(points_text(points), kPoints) + "  ");
  };
  total(account.best, "debrief.best-within-reach");
  for (std::size_t i = 0; i < account.steps.size(); ++i) {
    const auto& turning = account.turning_points;
    show_step(page, i, std::find(turning.begin(), turning.end(), i) != turning.end());
  }
  total(account.reached, account.complete ? "debrief.reached" : "debrief.still-within-reach");
  if (debrief.score) {
    page.line(words.text("cli.debrief.score", {{"score", fmt::format("{:.1f}", *debrief.score)}}),
              Ink::strong);
  }
}

void show_debrief(Screen& screen, const UiStrings& words, const Debrief& debrief) {
  const Page page{screen, words, debrief};
  show_head(page);
  show_felt(page);
  show_account(screen, words, debrief);
  if (!debrief.moments.empty()) page.heading("debrief.moments");
  for (const MomentReview& moment : debrief.moments) show_moment(page, moment);
  const auto known = [](const SkillReview& skill) { return skill.now.has_value(); };
  const SkillsReview& skills = debrief.skills;
  if (std::any_of(skills.dimensions.begin(), skills.dimensions.end(), known)) {
    page.heading("debrief.skills");
    show_skills(page, skills.dimensions);
    show_skills(page, skills.behaviours);
  }
  show_items(page, skills.needs, "cli.debrief.needs-found", "cli.debrief.needs-missed");
  show_items(page, skills.standards, "cli.debrief.standards-met", "cli.debrief.standards-broken");
  show_crowd(page);
  show_advice(page);
  screen.gap();
  screen.paragraph(words.text("cli.debrief.simulated"), Ink::faint);
  screen.paragraph(words.text("cli.debrief.seed", {{"seed", fmt::format("{}", debrief.head.seed)}}),
                   Ink::faint);
}

}  // namespace mot
