#include "game/cli/play_loop.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

#include "engine/base/ascii.h"
#include "game/cli/phrases.h"

namespace mot {
namespace {

/// A number from 1 to `most`, or nothing.
std::optional<std::size_t> number_in(std::string_view text, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number < 1 || number > most) return std::nullopt;
  return number;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

PlayLoop::PlayLoop(Screen& screen,
                   LineInput& input,
                   PlayLanguage& language,
                   Session& session,
                   PlayRecord& record)
    : screen_(screen), input_(input), language_(language), session_(session), record_(record) {}

PageStyle PlayLoop::style() const {
  return {language_.words, language_.reading, record_.identity().mode};
}

void PlayLoop::say(std::string_view key) {
  screen_.paragraph(language_.words.text(key), Ink::accent);
}

PlayEnd PlayLoop::run() {
  show_since_last_choice();
  watch_.restart();
  while (session_.status() == SessionStatus::waiting) {
    if (!screen_.healthy()) return PlayEnd::left;
    prompt();
    const std::optional<std::string> line = input_.next();
    screen_.answered();
    if (!line || !obey(*line)) return PlayEnd::left;
  }
  return PlayEnd::over;
}

/// The words that wait for an answer, and the answers.
void PlayLoop::show_current() {
  show_place(screen_, style(), now_);
  if (!now_.lines.empty()) show_line(screen_, style(), now_.lines.back());
  show_offers(screen_, style(), now_);
}

void PlayLoop::show_since_last_choice() {
  now_ = view(session_, language_.reading);
  const bool waiting = session_.status() == SessionStatus::waiting;
  const std::size_t on_the_way = now_.lines.size() - (waiting && !now_.lines.empty() ? 1 : 0);
  for (std::size_t i = 0; i < on_the_way; ++i) show_line(screen_, style(), now_.lines[i]);
  if (waiting) {
    show_current();
  } else {
    screen_.gap();
  }
}

void PlayLoop::prompt() {
  screen_.prompt(language_.words.text(in_practice() ? "cli.play.prompt" : "cli.play.prompt-exam",
                                      {{"count", fmt::format("{}", now_.offers.size())}}));
}

bool PlayLoop::obey(const std::string& line) {
  const std::string key = in_small_letters(line);
  if (key == "q" || key == "quit" || key == "exit") return false;
  if (key.empty()) {
    show_current();
  } else if (is_number(key)) {
    choose(key);
  } else if (key == "h" || key == "help") {
    show_help();
  } else if (key == "r") {
    show_reference(screen_, style(), session_.scenario());
  } else if (key == "l" || key.substr(0, 2) == "l ") {
    change_language(line.substr(std::min<std::size_t>(2, line.size())));
  } else if (!obey_practice_key(key)) {
    explain(line);
  }
  return true;
}

bool PlayLoop::obey_practice_key(const std::string& key) {
  if (key != "?" && key != "t" && key != "u") return false;
  if (!in_practice()) {
    say("cli.play.not-in-exam");
  } else if (key == "?") {
    show_hint();
  } else if (key == "t") {
    show_thought();
  } else {
    undo();
  }
  return true;
}

void PlayLoop::choose(const std::string& number) {
  const std::optional<std::size_t> index = number_in(number, now_.offers.size());
  if (!index) return explain(number);
  const ResponseIndex response = now_.offers[*index - 1].response;
  const Result<bool> made = session_.choose(response, watch_.seconds());
  if (!made) {
    screen_.paragraph(made.error().message, Ink::bad);
    return;
  }
  // Before anything that follows is seen: who is cut off now has not lost what they know.
  save();
  show_choice(screen_, style(), session_.scenario().responses[static_cast<std::size_t>(response)]);
  show_since_last_choice();
  watch_.restart();
}

void PlayLoop::save() {
  const SaveNews news = record_.save(session_, language_.tag);
  if (news == SaveNews::none) return;
  screen_.gap();
  if (news == SaveNews::works_again) return say("cli.play.saved-again");
  screen_.paragraph(language_.words.text("cli.play.not-saved", {{"cause", record_.cause()}}),
                    Ink::bad);
}

void PlayLoop::show_hint() {
  if (now_.hint.empty()) return say("cli.play.no-hint");
  screen_.paragraph(language_.words.text("cli.play.hint", {{"text", now_.hint}}), Ink::accent);
}

void PlayLoop::show_thought() {
  const auto line = std::find_if(now_.lines.rbegin(), now_.lines.rend(),
                                 [](const LineView& shown) { return !shown.thought.empty(); });
  if (line == now_.lines.rend()) return say("cli.play.no-thought");
  const std::string name(language_.reading.trimmed(session_.scenario().customer.name));
  screen_.paragraph(
      language_.words.text("cli.play.thought", {{"name", name}, {"text", line->thought}}),
      Ink::accent);
}

void PlayLoop::undo() {
  if (session_.turns().empty()) return say("cli.play.nothing-to-undo");
  session_.rewind(session_.turns().size() - 1);
  save();
  say("cli.play.undone");
  show_since_last_choice();
  watch_.restart();
}

void PlayLoop::change_language(const std::string& wanted) {
  const std::vector<std::string> tags = languages_for(session_.scenario());
  const auto current = std::find(tags.begin(), tags.end(), language_.tag);
  std::string tag = wanted;
  if (tag.empty()) {
    const bool wrap = current == tags.end() || current + 1 == tags.end();
    tag = wrap ? tags.front() : *(current + 1);
  }
  const auto same = [&](const std::string& known) { return same_but_for_capitals(known, tag); };
  const auto found = std::find_if(tags.begin(), tags.end(), same);
  if (found == tags.end()) {
    screen_.paragraph(
        language_.words.text("cli.play.unknown-language",
                             {{"tag", tag}, {"list", fmt::format("{}", fmt::join(tags, ", "))}}),
        Ink::bad);
    return;
  }
  language_.change_to(session_.scenario(), *found);
  now_ = view(session_, language_.reading);
  screen_.paragraph(language_.words.text("cli.play.language",
                                         {{"name", name_of_language(language_.words, *found)}}),
                    Ink::accent);
  show_current();
}

void PlayLoop::show_help() {
  screen_.gap();
  screen_.paragraph(language_.words.text(in_practice() ? "cli.play.help" : "cli.play.help-exam",
                                         {{"count", fmt::format("{}", now_.offers.size())}}));
  screen_.gap();
}

void PlayLoop::explain(const std::string& line) {
  constexpr std::size_t kQuoted = 40;
  const std::string_view key =
      in_practice() ? "cli.play.not-possible" : "cli.play.not-possible-exam";
  // Whole characters: what is cut is replaced by printable().
  screen_.paragraph(language_.words.text(key, {{"input", line.substr(0, kQuoted)},
                                               {"count", fmt::format("{}", now_.offers.size())}}),
                    Ink::bad);
}

}  // namespace mot
