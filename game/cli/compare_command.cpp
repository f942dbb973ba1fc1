// `mot compare A B`: two playthroughs side by side, as text or JSON.
#include <fmt/format.h>

#include <algorithm>

#include "engine/debrief/comparison.h"
#include "engine/text/numbers.h"
#include "game/cli/commands.h"
#include "game/cli/comparison_json.h"
#include "game/cli/console.h"
#include "game/cli/debrief_source.h"
#include "game/cli/phrases.h"
#include "game/cli/screen.h"

namespace mot {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kColumn = 22;
constexpr std::size_t kFigure = 12;

struct Page {
  Screen& screen;
  const UiStrings& words;
  const Debrief& first;
  const Debrief& second;
  const Comparison& comparison;
};

std::string figure(const std::optional<int>& hundredths) {
  return hundredths ? points_text(*hundredths) : "–";
}

std::string whole(const std::optional<double>& value) {
  return value ? fmt::format("{:.0f}", *value) : "–";
}

void row(const Page& page, std::string_view name, const std::string& a, const std::string& b) {
  page.screen.line(fmt::format("    {}{}{}", padded(name, kColumn), padded(a, kFigure), b));
}

std::string category_of(const Page& page, const Debrief& debrief) {
  if (!debrief.voice.recommend) return "–";
  return fmt::format("{} {}", *debrief.voice.recommend,
                     word(page.words, "category", name_of(*debrief.voice.category)));
}

void show_outcome(const Page& page) {
  const auto& words = page.words;
  row(page, "", "A", "B");
  row(page, words.text("compare.satisfaction"), figure(page.first.voice.satisfaction),
      figure(page.second.voice.satisfaction));
  row(page, words.text("compare.score"), whole(page.first.score), whole(page.second.score));
  row(page, words.text("compare.recommend"), category_of(page, page.first),
      category_of(page, page.second));
  const auto nps = [](const Debrief& debrief) {
    return debrief.crowd ? signed_text(debrief.crowd->nps) : std::string("–");
  };
  row(page, words.text("compare.nps"), nps(page.first), nps(page.second));
  for (const ComparedSkill& skill : page.comparison.skills) {
    if (skill.first || skill.second) row(page, skill.name, whole(skill.first), whole(skill.second));
  }
}

/// "A −0.42  “…”"
void show_choice(const Page& page, std::string_view side, const MomentReview& moment) {
  const OptionReview& chosen = moment.chosen();
  const std::string cost = moment.cost ? signed_points_text(-*moment.cost) : "";
  page.screen.paragraph(
      page.words.text(chosen.is_action ? "debrief.done" : "common.quote", {{"text", chosen.text}}),
      Ink::plain, kIndent, fmt::format("{} {} ", side, padded(cost, 6)));
}

void show_moments(const Page& page) {
  const Comparison& comparison = page.comparison;
  for (std::size_t i = 0; i < comparison.moments.size(); ++i) {
    const ComparedMoment& moment = comparison.moments[i];
    page.screen.gap();
    const bool parts = comparison.parting == i;
    page.screen.paragraph(
        parts ? moment.title + "  ◀ " + page.words.text("compare.parting") : moment.title,
        moment.same ? Ink::plain : Ink::strong, 0, moment.same ? " =  " : " ≠  ");
    if (moment.first) show_choice(page, moment.same ? "=" : "A", page.first.moments[*moment.first]);
    if (moment.second && !moment.same) {
      show_choice(page, "B", page.second.moments[*moment.second]);
    }
  }
}

}  // namespace

int compare_command(const CompareOptions& options) {
  const KeptPlayOptions where{options.scenario, options.library, options.store, options.language};
  const auto first = open_play(options.first, where);
  if (!first) return first.error();
  const auto second = open_play(options.second, where);
  if (!second) return second.error();
  const DebriefLanguage language(options.language);
  const Debrief a = debrief_of(*first, language, {}, {});
  const Debrief b = debrief_of(*second, language, {}, {});
  const bool same = first->playthrough.scenario == second->playthrough.scenario;
  const Comparison comparison = compare(a, b, same);
  const int code = std::max(first->code, second->code);
  if (options.json) return finish(comparison_json(a, b, comparison).dump() + '\n', code);
  Screen screen;
  const Page page{screen, language.words, a, b, comparison};
  screen.paragraph(a.head.title, Ink::strong, 0, "A  ");
  screen.paragraph(b.head.title, Ink::strong, 0, "B  ");
  screen.gap();
  show_outcome(page);
  if (!same) {
    screen.gap();
    screen.paragraph(language.words.text("compare.different"));
  }
  show_moments(page);
  screen.gap();
  screen.paragraph(language.words.text("cli.debrief.simulated"), Ink::faint);
  return screen.healthy() ? code : kMachineRefused;
}

}  // namespace mot
