#include "game/cli/library_menu.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <system_error>

#include "engine/scenario/library.h"
#include "engine/scenario/reading.h"

namespace mot {
namespace {

constexpr std::size_t kIndent = 5;

/// The unfinished play to offer first: the newest whose scenario the library has.
std::optional<MenuChoice> to_continue(const std::vector<LibraryScenario>& library) {
  for (KeptPlay& play : unfinished_plays(play_folder())) {
    const auto entry =
        std::find_if(library.begin(), library.end(), [&](const LibraryScenario& known) {
          return known.scenario->id == play.playthrough.scenario;
        });
    if (entry != library.end()) return MenuChoice{*entry, std::move(play)};
  }
  return std::nullopt;
}

/// What is on offer: first what was begun, then all scenarios.
struct Menu {
  explicit Menu(const LoadOptions& options)
      : library(list_library(options)), unfinished(to_continue(library)) {
    const std::size_t files = scenario_ids(options.library).size();
    left_out = files - std::min(files, library.size());
  }

  std::size_t before() const { return unfinished ? 1 : 0; }
  std::size_t count() const { return library.size() + before(); }
  /// Requires a number from 1 to count().
  MenuChoice choice(std::size_t number) const {
    if (unfinished && number == 1) return *unfinished;
    return {library[number - 1 - before()], std::nullopt};
  }

  std::vector<LibraryScenario> library;
  std::optional<MenuChoice> unfinished;
  /// Files with errors.
  std::size_t left_out = 0;
};

std::string number_head(std::size_t number) { return fmt::format("{:>3}  ", number); }

std::string facts(const UiStrings& words, const Scenario& scenario) {
  std::string out;
  if (scenario.minutes > 0) {
    out = words.text("common.minutes", {{"count", fmt::format("{}", scenario.minutes)}});
  }
  if (scenario.difficulty > 0) {
    out += out.empty() ? "" : " · ";
    out += words.text("common.difficulty", {{"level", fmt::format("{}", scenario.difficulty)}});
  }
  return out;
}

void show_entry(Screen& screen,
                const UiStrings& words,
                const std::string& language,
                const Scenario& scenario,
                std::size_t number) {
  const Reading reading(scenario, language);
  screen.paragraph(reading.trimmed(scenario.title), Ink::strong, 0, number_head(number));
  if (scenario.summary != kNoText) {
    screen.paragraph(reading.trimmed(scenario.summary), Ink::plain, kIndent);
  }
  if (const std::string line = facts(words, scenario); !line.empty()) {
    screen.paragraph(line, Ink::faint, kIndent);
  }
}

void show_continue(Screen& screen,
                   const UiStrings& words,
                   const std::string& language,
                   const MenuChoice& choice) {
  const Reading reading(*choice.entry.scenario, language);
  screen.paragraph(
      words.text("cli.menu.continue",
                 {{"title", std::string(reading.trimmed(choice.entry.scenario->title))},
                  {"count", fmt::format("{}", choice.unfinished->playthrough.choices.size())}}),
      Ink::accent, 0, number_head(1));
}

void show_menu(Screen& screen,
               const UiStrings& words,
               const std::string& language,
               const Menu& menu) {
  screen.gap();
  screen.paragraph(words.text("cli.menu.title"), Ink::strong);
  screen.gap();
  if (menu.unfinished) show_continue(screen, words, language, *menu.unfinished);
  for (std::size_t i = 0; i < menu.library.size(); ++i) {
    show_entry(screen, words, language, *menu.library[i].scenario, i + 1 + menu.before());
  }
  if (menu.left_out > 0) {
    screen.paragraph(words.text("cli.menu.left-out", {{"count", fmt::format("{}", menu.left_out)}}),
                     Ink::bad);
  }
  screen.gap();
}

std::optional<std::size_t> number_in(std::string_view text, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

}  // namespace

std::vector<KeptPlay> unfinished_plays(const std::string& folder) {
  std::vector<KeptPlay> unfinished;
  std::set<std::string> seen;
  for (KeptPlay& play : list_plays(folder)) {
    // Whoever began again does not want to be asked about the older one any more.
    if (!seen.insert(play.playthrough.scenario).second) continue;
    const Playthrough& newest = play.playthrough;
    if (!newest.complete && !newest.broken_off) unfinished.push_back(std::move(play));
  }
  return unfinished;
}

std::optional<MenuChoice> choose_from_library(Screen& screen,
                                              LineInput& input,
                                              const UiStrings& words,
                                              const std::string& language,
                                              const LoadOptions& options) {
  const Menu menu(options);
  bool to_show = true;
  while (screen.healthy()) {
    if (to_show) show_menu(screen, words, language, menu);
    screen.prompt(words.text("cli.menu.prompt", {{"count", fmt::format("{}", menu.count())}}));
    const std::optional<std::string> line = input.next();
    screen.answered();
    if (!line || *line == "q" || *line == "Q") break;
    if (const auto number = number_in(*line, menu.count())) return menu.choice(*number);
    to_show = line->empty();
    if (to_show) continue;
    screen.paragraph(
        words.text("cli.menu.not-possible", {{"count", fmt::format("{}", menu.count())}}),
        Ink::bad);
  }
  return std::nullopt;
}

}  // namespace mot
