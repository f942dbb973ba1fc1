// The text part of library_output.h.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/base/source_line.h"
#include "engine/base/utf8.h"
#include "engine/scenario/reading.h"
#include "game/cli/library_output.h"
#include "game/cli/library_totals.h"
#include "game/cli/phrases.h"
#include "game/cli/text_table.h"
#include "game/cli/wrap.h"

namespace mot {
namespace {

constexpr std::size_t kWidestId = 28;
constexpr std::size_t kWidestTitle = 40;
constexpr std::size_t kTextColumns = 110;
constexpr std::string_view kUnknown = "–";
/// Behind figures that have an aim.
constexpr char kMissed = '!';
constexpr char kUnmarked = ' ';

std::string wrapped(const std::string& text) {
  std::string out;
  for (const std::string& line : wrap(text, kTextColumns)) out += line + '\n';
  return out;
}

/// The figures of one row as cells: marked where an aim is missed.
class Cells {
 public:
  explicit Cells(const LibraryRow& row)
      : row_(row), missed_(missed_aims(row.contents, *row.figures)) {}

  std::string marked(const std::string& text, Aimed aim) const {
    const bool missed = std::find(missed_.begin(), missed_.end(), aim) != missed_.end();
    return text + (missed ? kMissed : kUnmarked);
  }
  std::string decimals(const std::optional<double>& value, int places) const {
    return value ? fmt::format("{:.{}f}", rounded(*value, places), places) : std::string(kUnknown);
  }
  std::string share(const std::optional<DecisionShare>& share) const {
    return share ? fmt::format("{:.0f}%", share->percent()) : std::string(kUnknown);
  }
  std::string range() const {
    const ScenarioFigures& figures = *row_.figures;
    if (!figures.best || !figures.worst) return std::string(kUnknown);
    return decimals(*figures.best - *figures.worst, 2);
  }
  std::string cost(const std::optional<LargestRegret>& regret) const {
    return regret ? fmt::format("{:.0f}%", regret->percent) : std::string(kUnknown);
  }
  /// All digits where there are few, else the first two: 1.2e24.
  std::string paths() const {
    if (!row_.figures->paths) return std::string(kUnknown);
    constexpr std::size_t kAllShown = 6;
    const std::string digits = row_.figures->paths->to_string();
    if (digits.size() <= kAllShown) return digits;
    return fmt::format("{}.{}e{}", digits[0], digits[1], digits.size() - 1);
  }
  std::string reaches(const UiStrings& words) const {
    std::string text;
    for (std::size_t c = 0; c < kCategories; ++c) {
      const auto& reached = row_.figures->categories[c];
      const std::string name = words.text(fmt::format("cli.library.reaches-{}", kCategoryNames[c]));
      text += text.empty() ? "" : " ";
      text += !reached ? "?" : *reached ? name : std::string(kUnknown);
    }
    return text;
  }

 private:
  const LibraryRow& row_;
  std::vector<Aimed> missed_;
};

std::string id_cell(const LibraryRow& row) { return shortened(row.entry.scenario->id, kWidestId); }

std::string judgement_table(const std::vector<LibraryRow>& rows, const UiStrings& words) {
  TextTable table;
  table.add_column(words.text("cli.library.scenario"));
  for (const char* key : {"cli.library.decisions", "cli.library.responses", "cli.library.paths",
                          "cli.library.best", "cli.library.worst"})
    table.add_column(words.text(key), Align::right);
  for (const char* key :
       {"cli.library.range", "cli.library.reaches", "cli.library.longest", "cli.library.first",
        "cli.library.at-best", "cli.library.regret", "cli.library.random", "cli.library.passive"})
    table.add_column(words.text(key) + kUnmarked, Align::right);
  for (const LibraryRow& row : rows) {
    const ScenarioFigures& figures = *row.figures;
    const Cells cells(row);
    table.add_row({id_cell(row), fmt::format("{}", row.contents.decisions),
                   fmt::format("{}", row.contents.responses), cells.paths(),
                   cells.decimals(figures.best, 2), cells.decimals(figures.worst, 2),
                   cells.marked(cells.range(), Aimed::range),
                   cells.marked(cells.reaches(words), Aimed::reaches),
                   cells.marked(cells.share(figures.longest), Aimed::longest),
                   cells.marked(cells.share(figures.first), Aimed::first),
                   cells.cost(figures.regret_on_best_path) + kUnmarked,
                   cells.marked(cells.cost(figures.regret), Aimed::regret),
                   cells.marked(cells.decimals(figures.random.score, 1), Aimed::random),
                   cells.marked(cells.decimals(figures.passive.score, 1), Aimed::passive)});
  }
  return table.text(1);
}

/// "exp – act con": the short word of each name that is in the set, a dash for the others.
template <class Names>
std::string skills_cell(const UiStrings& words,
                        std::string_view group,
                        BitSet8 set,
                        const Names& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += text.empty() ? "" : " ";
    text += ((set >> i) & 1U) != 0 ? words.text(fmt::format("cli.library.{}-{}", group, names[i]))
                                   : std::string(kUnknown);
  }
  return text;
}

std::string words_cell(const ScenarioContents& contents) {
  std::string text;
  for (const LanguageSize& size : contents.languages) {
    text += fmt::format("{}{} {}", text.empty() ? "" : "  ", size.language, size.words);
    if (size.untranslated > 0) text += fmt::format(" (−{})", size.untranslated);
  }
  return text;
}

std::string contents_table(const std::vector<LibraryRow>& rows, const UiStrings& words) {
  TextTable table;
  table.add_column(words.text("cli.library.scenario"));
  table.add_column(words.text("cli.library.moments"), Align::right);
  table.add_column(words.text("cli.library.endings"), Align::right);
  table.add_column(words.text("cli.library.needs") + kUnmarked, Align::right);
  table.add_column(words.text("cli.library.waits") + kUnmarked, Align::right);
  table.add_column(words.text("cli.library.scenes"), Align::right);
  table.add_column(words.text("cli.library.dimensions"));
  table.add_column(words.text("cli.library.behaviours"));
  table.add_column(words.text("cli.library.words"));
  for (const LibraryRow& row : rows) {
    const Cells cells(row);
    table.add_row({id_cell(row), fmt::format("{}", row.contents.moments),
                   fmt::format("{}", row.contents.endings),
                   cells.marked(fmt::format("{}", row.contents.needs), Aimed::needs),
                   cells.marked(fmt::format("{}", row.contents.waits), Aimed::waits),
                   fmt::format("{}", row.contents.scenes.size()),
                   skills_cell(words, "dimension", row.contents.dimensions, kDimensionNames),
                   skills_cell(words, "behaviour", row.figures->behaviours.value_or(BitSet8{0}),
                               kBehaviourNames),
                   words_cell(row.contents)});
  }
  return table.text(2);
}

std::string share_line(const UiStrings& words, std::string_view key, const DecisionShare& share) {
  return words.text(key, {{"percent", fmt::format("{:.0f}", share.percent())},
                          {"decisions", fmt::format("{}", share.decisions)},
                          {"of", fmt::format("{}", share.of)},
                          {"mark", misses_aim(share) ? "!" : ""}}) +
         '\n';
}

std::string totals_text(const std::vector<LibraryRow>& rows, const UiStrings& words, bool stats) {
  const LibraryTotals totals = totals_of(rows);
  std::string counts;
  for (const auto& [language, count] : totals.words)
    counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", language, count);
  const auto number = [](std::size_t count) { return fmt::format("{}", count); };
  std::string out =
      words.text("cli.library.totals", {{"scenarios", number(totals.scenarios)},
                                        {"decisions", number(totals.decisions)},
                                        {"responses", number(totals.responses)},
                                        {"customers", number(totals.customers.size())},
                                        {"scenes", number(totals.scenes.size())},
                                        {"words", counts}}) +
      '\n';
  if (!stats) return out;
  out += share_line(words, "cli.library.longest-of-all", totals.longest);
  return out + share_line(words, "cli.library.first-of-all", totals.first);
}

/// The choice that costs most, of the scenarios where one costs too much.
std::string costly_choices(const std::vector<LibraryRow>& rows, const UiStrings& words) {
  std::string out;
  for (const LibraryRow& row : rows) {
    const auto missed = missed_aims(row.contents, *row.figures);
    if (std::find(missed.begin(), missed.end(), Aimed::regret) == missed.end()) continue;
    const Scenario& scenario = *row.entry.scenario;
    const LargestRegret& regret = *row.figures->regret;
    out += wrapped(words.text("cli.library.costs-most",
                              {{"scenario", std::string(scenario.id)},
                               {"response", scenario.name_of_response(regret.response)},
                               {"points", fmt::format("{:.2f}", regret.points)},
                               {"after", fmt::format("{}", fmt::join(regret.after, ", "))}}));
  }
  return out;
}

}  // namespace

std::string library_text(const std::vector<LibraryRow>& rows, const UiStrings& words) {
  TextTable table;
  table.add_column(words.text("cli.library.scenario"));
  table.add_column(words.text("cli.library.title"));
  table.add_column(words.text("cli.library.setting"));
  table.add_column(words.text("cli.library.minutes"), Align::right);
  table.add_column(words.text("cli.library.difficulty"), Align::right);
  table.add_column(words.text("cli.library.languages"));
  for (const LibraryRow& row : rows) {
    const Scenario& scenario = *row.entry.scenario;
    const Reading reading(scenario, words.language());
    std::string languages;
    for (const LanguageSize& size : row.contents.languages)
      languages += (languages.empty() ? "" : " ") + size.language;
    const auto given = [](std::int32_t value) {
      return value > 0 ? fmt::format("{}", value) : std::string(kUnknown);
    };
    table.add_row({id_cell(row),
                   shortened(printable(reading.trimmed(scenario.title)), kWidestTitle),
                   std::string(scenario.setting), given(scenario.minutes),
                   given(scenario.difficulty), languages});
  }
  return table.text() + '\n' + totals_text(rows, words, false);
}

std::string library_stats_text(const std::vector<LibraryRow>& rows, const UiStrings& words) {
  return judgement_table(rows, words) + '\n' + contents_table(rows, words) + '\n' +
         totals_text(rows, words, true) + costly_choices(rows, words) + '\n' +
         wrapped(words.text("cli.library.legend"));
}

}  // namespace mot
