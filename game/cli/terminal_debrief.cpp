#include "game/cli/terminal_debrief.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "engine/base/utf8.h"
#include "engine/customer/constants.h"
#include "engine/customer/gap.h"
#include "engine/encounter/view.h"
#include "game/cli/phrases.h"

namespace mot {
namespace {

constexpr std::size_t kIndent = 4;

/// What all pages of a debrief are made of.
struct DebriefPage {
  Screen& screen;
  const PageStyle& style;
  const Session& session;
  const Scorecard& scorecard;

  const Scenario& scenario() const { return session.scenario(); }
  const UiStrings& words() const { return style.words; }
  std::string text(TextId id) const { return std::string(style.reading.trimmed(id)); }
};

void heading(const DebriefPage& page, std::string_view key) {
  page.screen.gap();
  page.screen.paragraph(page.words().text(key), Ink::strong);
}

Ink ink_of_gap(int gap) {
  return gap >= kMomentLabelThreshold    ? Ink::good
         : gap <= -kMomentLabelThreshold ? Ink::bad
                                         : Ink::plain;
}

std::string kind_note(const DebriefPage& page, const Expectation& expected) {
  if (expected.kind == ExpectationKind::performance) return {};
  return page.words().text(fmt::format("cli.debrief.kind-{}", name_of(expected.kind)));
}

/// "responsiveness   expected 9   delivered 10   +1"
void show_dimensions(const DebriefPage& page, const Moment& moment, const Response& response) {
  std::size_t widest = 0;
  for (const std::string_view name : kDimensionNames) {
    widest = std::max(widest, display_width(word(page.words(), "dimension", name)) + 2);
  }
  for (const Dimension d : kAllDimensions) {
    if (!has(moment.stake.at_stake, d)) continue;
    const auto i = static_cast<std::size_t>(d);
    const Expectation& expected = moment.stake.expected[i];
    const int delivered = response.delivers[i];
    const int difference = counted_rating(delivered, expected) - expected.level;
    const std::string sign = difference > 0 ? "+" : difference < 0 ? "−" : "±";
    std::string row = page.words().text(
        "cli.debrief.dimension",
        {{"dimension", padded(word(page.words(), "dimension", name_of(d)), widest)},
         {"expected", fmt::format("{:>2}", expected.level)},
         {"delivered", fmt::format("{:>2}", delivered)},
         {"difference", fmt::format("{}{}", sign, std::abs(difference))}});
    if (const std::string note = kind_note(page, expected); !note.empty()) row += "  " + note;
    page.screen.paragraph(row,
                          difference < 0   ? Ink::bad
                          : difference > 0 ? Ink::good
                                           : Ink::plain,
                          kIndent);
  }
}

void show_wait(const DebriefPage& page, const Moment& moment, const Response& response) {
  if (!response.has_wait || !has(moment.stake.at_stake, Dimension::responsiveness)) return;
  page.screen.paragraph(
      page.words().text(
          response.wait_informed ? "cli.debrief.wait-told" : "cli.debrief.wait-untold",
          {{"minutes", fmt::format("{}", response.wait_minutes)},
           {"acceptable", fmt::format("{}", moment.acceptable_wait)}}),
      Ink::faint, kIndent);
}

/// What was thought at a moment while it waited, or of a reply.
void show_thoughts(const DebriefPage& page,
                   const std::vector<SpokenLine>& lines,
                   MomentIndex moment,
                   bool of_reply) {
  for (const SpokenLine& spoken : lines) {
    if (spoken.moment != moment || (spoken.reply_to != kNone) != of_reply) continue;
    const LineView line = line_view(page.scenario(), spoken, page.style.reading);
    if (line.thought.empty()) continue;
    page.screen.paragraph(
        page.words().text("cli.play.thought", {{"name", page.text(page.scenario().customer.name)},
                                               {"text", line.thought}}),
        Ink::faint, kIndent);
  }
}

/// "+0.35", or nothing for less than a hundredth.
std::string signed_luck(double luck) {
  const int hundredths = static_cast<int>(std::lround(luck * 100));
  return hundredths == 0 ? std::string() : signed_points(hundredths);
}

/// What the exact analysis says of a choice.
void show_value(const DebriefPage& page, const MomentScore& score) {
  if (!score.value || !score.grade) return;
  const std::string grade = word(page.words(), "grade", name_of(*score.grade));
  page.screen.paragraph(
      *score.grade == Grade::best
          ? page.words().text("cli.debrief.was-best", {{"grade", grade}})
          : page.words().text(
                "cli.debrief.value",
                {{"grade", grade}, {"regret", fmt::format("{:.2f}", score.value->regret)}}),
      Ink::plain, kIndent);
  if (const std::string luck = signed_luck(score.value->luck); !luck.empty())
    page.screen.paragraph(page.words().text("cli.debrief.luck", {{"luck", luck}}), Ink::plain,
                          kIndent);
  if (score.value->best == kNone || score.value->best == score.response) return;
  const Response& best = page.scenario().responses[static_cast<std::size_t>(score.value->best)];
  page.screen.paragraph(page.words().text("cli.debrief.best", {{"text", page.text(best.text)}}),
                        Ink::plain, kIndent);
}

std::string moment_title(const DebriefPage& page, const Moment& moment) {
  if (moment.touchpoint != kNoText) return page.text(moment.touchpoint);
  return page.words().text("cli.debrief.free-choice");
}

void show_moment(const DebriefPage& page, std::size_t index) {
  const MomentScore& score = page.scorecard.moments[index];
  const Turn& turn = page.session.turns()[index];
  const Moment& moment = page.scenario().moments[static_cast<std::size_t>(score.moment)];
  const Response& response = page.scenario().responses[static_cast<std::size_t>(score.response)];
  page.screen.gap();
  std::string title = moment_title(page, moment);
  if (score.scored) {
    title = page.words().text("cli.debrief.moment",
                              {{"title", title},
                               {"gap", signed_points(score.gap)},
                               {"label", word(page.words(), "label", label_of_gap(score.gap))}});
  }
  page.screen.paragraph(title, score.scored ? ink_of_gap(score.gap) : Ink::plain, 0,
                        fmt::format("{:>2}. ", index + 1));
  page.screen.paragraph(
      page.words().text(response.is_action ? "cli.play.you-do" : "cli.play.you-say",
                        {{"text", page.text(response.text)}}),
      Ink::plain, kIndent);
  if (turn.timed_out)
    page.screen.paragraph(page.words().text("cli.debrief.timed-out"), Ink::bad, kIndent);
  if (score.scored) show_dimensions(page, moment, response);
  show_wait(page, moment, response);
  show_value(page, score);
  show_thoughts(page, index == 0 ? page.session.opening() : page.session.turns()[index - 1].lines,
                score.moment, false);
  show_thoughts(page, turn.lines, score.moment, true);
  if (response.coach != kNoText) {
    page.screen.paragraph(
        page.words().text("cli.debrief.coach", {{"text", page.text(response.coach)}}), Ink::accent,
        kIndent);
  }
}

void show_score(const DebriefPage& page) {
  const Scorecard& card = page.scorecard;
  if (card.best && card.worst) {
    page.screen.paragraph(
        page.words().text("cli.debrief.range", {{"best", fmt::format("{:.2f}", *card.best)},
                                                {"worst", fmt::format("{:.2f}", *card.worst)}}),
        Ink::plain, kIndent);
  }
  if (!card.score) return;
  page.screen.paragraph(
      page.words().text("cli.debrief.score", {{"score", fmt::format("{:.1f}", *card.score)}}),
      Ink::strong, kIndent);
}

void show_outcome(const DebriefPage& page) {
  const Scorecard& card = page.scorecard;
  heading(page, "cli.debrief.outcome");
  if (!card.complete) {
    page.screen.paragraph(page.words().text("cli.debrief.unfinished"), Ink::bad, kIndent);
    return;
  }
  page.screen.paragraph(
      page.words().text("cli.outcome.ending",
                        {{"ending", word(page.words(), "ending", name_of(*card.ending))}}),
      Ink::plain, kIndent);
  if (!card.satisfaction) return;
  page.screen.paragraph(satisfaction_line(page.words(), card), Ink::plain, kIndent);
  page.screen.paragraph(recommend_line(page.words(), card), Ink::plain, kIndent);
  show_score(page);
  page.screen.paragraph(page.words().text("cli.debrief.simulated"), Ink::faint, kIndent);
}

/// What the customer writes in the survey, where the ending has something for this category.
void show_verbatim(const DebriefPage& page) {
  if (!page.scorecard.category || !page.scorecard.complete) return;
  const Moment& ending =
      page.scenario().moments[static_cast<std::size_t>(page.session.state().place)];
  const TextId comment = ending.verbatim[static_cast<std::size_t>(*page.scorecard.category)];
  if (comment == kNoText) return;
  heading(page, "cli.debrief.survey");
  page.screen.paragraph(page.words().text("cli.debrief.quote", {{"text", page.text(comment)}}),
                        Ink::plain, kIndent);
}

void show_named(const DebriefPage& page,
                std::string_view key,
                const std::vector<NamedText>& named,
                const std::vector<int>& indices,
                std::string_view mark,
                Ink ink) {
  if (indices.empty()) return;
  heading(page, key);
  for (const int index : indices) {
    page.screen.paragraph(page.text(named[static_cast<std::size_t>(index)].text), ink, kIndent,
                          fmt::format("{} ", mark));
  }
}

template <class Names, class Values>
void show_skills(const DebriefPage& page,
                 std::string_view group,
                 const Names& names,
                 const Values& values) {
  constexpr std::size_t kCells = 10;
  constexpr std::size_t kColumn = 18;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!values[i]) continue;
    page.screen.line(fmt::format("{}{}{}  {:>3.0f} %", std::string(kIndent, ' '),
                                 padded(word(page.words(), group, names[i]), kColumn),
                                 share_bar(*values[i], kCells), *values[i]));
  }
}

bool has_skills(const Scorecard& card) {
  const auto known = [](const std::optional<double>& value) { return value.has_value(); };
  return std::any_of(card.dimensions.begin(), card.dimensions.end(), known) ||
         std::any_of(card.behaviours.begin(), card.behaviours.end(), known);
}

}  // namespace

void show_debrief(Screen& screen,
                  const PageStyle& style,
                  const Session& session,
                  const Scorecard& scorecard) {
  const DebriefPage page{screen, style, session, scorecard};
  const Scenario& scenario = page.scenario();
  heading(page, "cli.debrief.title");
  for (std::size_t i = 0; i < scorecard.moments.size(); ++i) show_moment(page, i);
  show_outcome(page);
  show_verbatim(page);
  show_named(page, "cli.debrief.needs-found", scenario.needs, scorecard.needs_found, "✓",
             Ink::good);
  show_named(page, "cli.debrief.needs-missed", scenario.needs, scorecard.needs_missed, "○",
             Ink::plain);
  show_named(page, "cli.debrief.standards-met", scenario.standards, scorecard.standards_met, "✓",
             Ink::good);
  show_named(page, "cli.debrief.standards-broken", scenario.standards, scorecard.standards_broken,
             "✗", Ink::bad);
  if (has_skills(scorecard)) {
    heading(page, "cli.debrief.skills");
    show_skills(page, "dimension", kDimensionNames, scorecard.dimensions);
    show_skills(page, "behaviour", kBehaviourNames, scorecard.behaviours);
  }
  screen.gap();
  screen.paragraph(
      page.words().text("cli.debrief.seed", {{"seed", fmt::format("{}", session.seed())}}),
      Ink::faint);
}

void show_best_play(Screen& screen,
                    const PageStyle& style,
                    const Session& session,
                    const Scorecard& scorecard) {
  if (!scorecard.best) return;
  const DebriefPage page{screen, style, session, scorecard};
  heading(page, "cli.debrief.best-play");
  for (std::size_t i = 0; i < scorecard.moments.size(); ++i) {
    const auto m = static_cast<std::size_t>(scorecard.moments[i].moment);
    screen.paragraph(moment_title(page, page.scenario().moments[m]), Ink::plain, 0,
                     fmt::format("{:>2}. ", i + 1));
    show_value(page, scorecard.moments[i]);
  }
  show_score(page);
  show_skills(page, "behaviour", kBehaviourNames, scorecard.behaviours);
}

void show_bounds(Screen& screen, const PageStyle& style, const ValueBounds& best) {
  screen.gap();
  screen.paragraph(
      style.words.text("cli.debrief.too-large", {{"low", fmt::format("{:.2f}", best.low / 100)},
                                                 {"high", fmt::format("{:.2f}", best.high / 100)}}),
      Ink::accent);
}

}  // namespace mot
