#include "engine/authoring/completion.h"

#include <algorithm>
#include <array>

#include "engine/base/trim.h"
#include "engine/customer/dimensions.h"

namespace mot {
namespace {

bool is_name_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

std::size_t word_begin(std::string_view text, std::size_t at) {
  while (at > 0 && is_name_sign(text[at - 1])) --at;
  return at;
}

template <class Names>
void add(std::vector<std::string>& words, const Names& names) {
  words.insert(words.end(), names.begin(), names.end());
}

/// Those that begin with what was typed, without that itself.
Completion fitting(std::size_t begin, std::string_view typed, std::vector<std::string> words) {
  std::erase_if(words, [&](const std::string& word) {
    return word == typed || !std::string_view(word).starts_with(typed);
  });
  return {begin, std::move(words)};
}

void add_keys(const YamlSpans& spans, std::string_view path, std::vector<std::string>& words) {
  const YamlNode map = spans.find(path);
  const YamlDocument& document = spans.document();
  if (!spans.is(map, YamlKind::map)) return;
  for (YamlNode name = document.first(map); name != kNoNode;
       name = document.next(document.next(name)))
    words.emplace_back(document.text(name));
}

/// The key before the caret, and where its value begins.
struct KeyBefore {
  std::string_view key;
  std::size_t value = 0;
};

KeyBefore key_before(std::string_view line, std::size_t at) {
  const std::size_t colon = line.substr(0, at).rfind(": ");
  if (colon == std::string_view::npos) return {};
  const std::size_t begin = word_begin(line, colon);
  return {line.substr(begin, colon - begin), colon + 2};
}

}  // namespace

NamesInText names_in(const YamlSpans& spans, const ScenarioOutline& outline) {
  NamesInText names;
  for (const OutlinedMoment& moment : outline.moments) {
    names.moments.push_back(moment.id);
    for (const OutlinedResponse& response : moment.responses)
      names.responses.push_back(moment.id + "." + response.id);
    if (!moment.stage.empty() &&
        std::find(names.stages.begin(), names.stages.end(), moment.stage) == names.stages.end())
      names.stages.push_back(moment.stage);
  }
  add_keys(spans, "variables", names.variables);
  add_keys(spans, "needs", names.needs);
  add_keys(spans, "standards", names.standards);
  return names;
}

Completion complete_condition(std::string_view condition,
                              std::size_t at,
                              const NamesInText& names) {
  at = std::min(at, condition.size());
  const std::size_t begin = word_begin(condition, at);
  const std::string_view typed = condition.substr(begin, at - begin);
  std::string_view before = trimmed(condition.substr(0, begin));
  std::vector<std::string> words;
  if (!before.empty() && before.back() == '(') {
    before = trimmed(before.substr(0, before.size() - 1));
    if (before.ends_with("visited")) add(words, names.moments);
    if (before.ends_with("chose")) add(words, names.responses);
    if (before.ends_with("knows")) add(words, names.needs);
    return fitting(begin, typed, std::move(words));
  }
  if (typed.empty()) return {begin, {}};
  add(words, names.variables);
  add(words, std::array{"mood", "turn", "visited(", "chose(", "knows(", "not", "and", "or", "true",
                        "false"});
  return fitting(begin, typed, std::move(words));
}

Completion complete_line(std::string_view line, std::size_t at, const NamesInText& names) {
  at = std::min(at, line.size());
  const KeyBefore before = key_before(line, at);
  const std::string_view key = before.key;
  if (key == "when" || key == "set") {
    Completion found = complete_condition(line.substr(before.value), at - before.value, names);
    found.begin += before.value;
    return found;
  }
  const std::size_t begin = word_begin(line, at);
  const std::string_view typed = line.substr(begin, at - begin);
  std::vector<std::string> words;
  if (key == "next" || key == "go" || key == "start") add(words, names.moments);
  if (key == "stage") add(words, names.stages);
  if (key == "meets" || key == "breaks") add(words, names.standards);
  if (key == "uncovers") add(words, names.needs);
  if (key == "feels") add(words, kFeelingNames);
  if (key == "channel") add(words, kChannelNames);
  if (key == "behaviours") add(words, kBehaviourNames);
  if (key == "ending") add(words, kEndingKindNames);
  if (key == "expects") add(words, kDimensionNames);
  return fitting(begin, typed, std::move(words));
}

}  // namespace mot
