#include "engine/outcome/play_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <system_error>

#include "engine/base/edit_distance.h"
#include "engine/base/json.h"
#include "engine/base/trim.h"
#include "engine/encounter/view.h"

namespace mot {
namespace {

/// The words after `expect`, by ScriptVerb.
constexpr std::array<std::string_view, 10> kVerbNames{"choose",    "line",   "face", "options",
                                                      "at",        "ending", "mood", "satisfaction",
                                                      "recommend", "score"};

/// Cuts the first word off.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  const std::string_view word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// A decimal number without exponent as hundredths: "8.7" → 870.
std::optional<int> hundredths_in(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::optional<int> whole = number_in<int>(text.substr(0, point));
  std::string digits(text.substr(std::min(point + 1, text.size())));
  if (!whole || *whole < 0 || *whole > 1000 || digits.size() > 2) return std::nullopt;
  if (point < text.size() && digits.empty()) return std::nullopt;
  digits.append(2 - digits.size(), '0');
  if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  return *whole * 100 + *number_in<int>(digits);
}

std::vector<std::string> names_in(std::string_view list) {
  std::vector<std::string> names;
  while (true) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (const std::string_view name = trimmed(list.substr(0, comma)); !name.empty()) {
      names.emplace_back(name);
    }
    if (comma == list.size()) return names;
    list.remove_prefix(comma + 1);
  }
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Whether the argument of an expectation can be compared at all; else what it should be.
std::string wrong_argument(ScriptVerb verb, std::string_view argument) {
  if (argument.empty() && verb != ScriptVerb::options) return "something to compare with";
  switch (verb) {
    case ScriptVerb::face:
      return index_of(kFeelingNames, argument) ? "" : "a feeling, like anxious";
    case ScriptVerb::ending:
      return index_of(kEndingKindNames, argument) ? "" : "resolved, unresolved, lost or escalated";
    case ScriptVerb::mood:
    case ScriptVerb::recommend: return number_in<int>(argument) ? "" : "a whole number";
    case ScriptVerb::satisfaction:
    case ScriptVerb::score: return hundredths_in(argument) ? "" : "a number like 8.71";
    default: return {};
  }
}

Result<ScriptStep> read_step(std::string_view word, std::string_view rest, std::uint32_t line) {
  if (word == "choose") {
    if (rest.empty()) return refuse("'choose' needs the name of a response");
    return ScriptStep{ScriptVerb::choose, std::string(rest), line};
  }
  const std::string_view wanted = take_word(rest);
  const std::optional<std::size_t> verb = index_of(kVerbNames, wanted);
  if (!verb || *verb == 0) {
    const std::vector<std::string_view> names(kVerbNames.begin() + 1, kVerbNames.end());
    const std::string_view near = nearest_name(wanted, names);
    return refuse(fmt::format(
        "'expect {}' is not known; {}", wanted,
        near.empty() ? "it may be followed by " + fmt::format("{}", fmt::join(names, ", "))
                     : fmt::format("did you mean '{}'?", near)));
  }
  const auto step_verb = static_cast<ScriptVerb>(*verb);
  if (const std::string wants = wrong_argument(step_verb, rest); !wants.empty()) {
    return refuse(fmt::format("'expect {}' needs {}", wanted, wants));
  }
  return ScriptStep{step_verb, std::string(rest), line};
}

Result<bool> read_line(std::string_view text, std::uint32_t number, PlayScript& script) {
  text = trimmed(text);
  if (text.empty() || text.front() == '#') return true;
  std::string_view rest = text;
  const std::string_view word = take_word(rest);
  if (word == "choose" || word == "expect") {
    Result<ScriptStep> step = read_step(word, rest, number);
    if (!step) return refuse(step.error().message);
    script.steps.push_back(std::move(*step));
    return true;
  }
  if (word == "scenario" && !rest.empty()) {
    script.scenario = rest;
  } else if (word == "language" && !rest.empty()) {
    script.language = rest;
  } else if (word == "seed") {
    script.seed = number_in<std::uint32_t>(rest);
    if (!script.seed) return refuse("a seed is a whole number from 0 to 4294967295");
  } else {
    return refuse(fmt::format(
        "'{}' is not known; a line begins with scenario, seed, language, choose, expect or #",
        word));
  }
  return true;
}

std::vector<std::string> offer_ids(const Session& session) {
  std::vector<std::string> ids;
  for (const ResponseIndex response : session.offers()) {
    ids.emplace_back(session.scenario().responses[static_cast<std::size_t>(response)].id);
  }
  return ids;
}

std::optional<std::string> unless(bool holds, std::string seen) {
  if (holds) return std::nullopt;
  return seen;
}

std::optional<std::string> unmet_line(const ScriptStep& step, const EncounterView& now) {
  std::string seen;
  for (const LineView& line : now.lines) {
    if (line.text.find(step.argument) != std::string::npos) return std::nullopt;
    seen += fmt::format("{}'{}'", seen.empty() ? "" : ", ", line.text);
  }
  return seen.empty() ? "nothing is said" : seen;
}

std::optional<std::string> unmet_options(const ScriptStep& step, const Session& session) {
  std::vector<std::string> wanted = names_in(step.argument);
  std::vector<std::string> seen = offer_ids(session);
  const std::string shown = joined(seen);
  std::sort(wanted.begin(), wanted.end());
  std::sort(seen.begin(), seen.end());
  return unless(wanted == seen, shown.empty() ? "nothing is on offer" : shown);
}

/// `seen` in hundredths; nothing where there is none (yet).
std::optional<std::string> unmet_number(const ScriptStep& step, const std::optional<int>& seen) {
  if (!seen) return "there is none yet";
  return unless(hundredths_in(step.argument) == seen,
                fmt::format("{}.{:02}", *seen / 100, *seen % 100));
}

}  // namespace

std::string_view name_of(ScriptVerb verb) { return kVerbNames[static_cast<std::size_t>(verb)]; }

Result<PlayScript> read_play_script(std::string_view text) {
  PlayScript script;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    ++number;
    if (const Result<bool> read = read_line(text.substr(0, end), number, script); !read) {
      return refuse(fmt::format("line {}: {}", number, read.error().message));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return script;
}

Result<bool> choose_by_name(Session& session, std::string_view name) {
  if (name.find('.') != std::string_view::npos || session.state().place == kNone) {
    return session.choose(name);
  }
  const auto place = static_cast<std::size_t>(session.state().place);
  return session.choose(fmt::format("{}.{}", session.scenario().moments[place].id, name));
}

std::optional<std::string> unmet(const ScriptStep& step,
                                 const Session& session,
                                 const Reading& reading,
                                 const Scorecard& scorecard) {
  const EncounterView now = view(session, reading);
  const std::string_view place =
      session.scenario().moments[static_cast<std::size_t>(session.state().place)].id;
  switch (step.verb) {
    case ScriptVerb::choose: break;
    case ScriptVerb::line: return unmet_line(step, now);
    case ScriptVerb::face: {
      if (now.lines.empty()) return "nothing is said";
      const std::string_view face = name_of(now.lines.back().feeling);
      return unless(face == step.argument, std::string(face));
    }
    case ScriptVerb::options: return unmet_options(step, session);
    case ScriptVerb::at: return unless(place == step.argument, std::string(place));
    case ScriptVerb::ending:
      if (!now.ending) return fmt::format("it goes on at '{}'", place);
      return unless(name_of(*now.ending) == step.argument, std::string(name_of(*now.ending)));
    case ScriptVerb::mood:
      return unless(number_in<int>(step.argument) == now.mood, fmt::format("{}", now.mood));
    case ScriptVerb::satisfaction: return unmet_number(step, scorecard.satisfaction);
    case ScriptVerb::recommend:
      if (!scorecard.recommend) return "there is none yet";
      return unless(number_in<int>(step.argument) == *scorecard.recommend,
                    fmt::format("{}", *scorecard.recommend));
    case ScriptVerb::score: {
      if (!scorecard.score) return "it is not known";
      return unmet_number(step, static_cast<int>(rounded(*scorecard.score, 1) * 100 + 0.5));
    }
  }
  return std::nullopt;
}

}  // namespace mot
