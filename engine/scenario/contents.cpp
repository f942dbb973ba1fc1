#include "engine/scenario/contents.h"

#include <algorithm>

#include "engine/scenario/reading.h"
#include "engine/scenario/scene_name.h"
#include "engine/text/word_count.h"

namespace mot {
namespace {

constexpr auto kOwnFile = static_cast<std::size_t>(TextOrigin::scenario);

void add_scene(std::vector<std::string_view>& scenes, std::string_view name) {
  const std::string_view scene = split_scene_name(name).room;
  if (scene.empty() || std::find(scenes.begin(), scenes.end(), scene) != scenes.end()) return;
  scenes.push_back(scene);
}

// Whether responses of a decision rate a dimension differently, as far as ratings count.
bool tells_apart(const Scenario& scenario, const Moment& moment, std::size_t dimension) {
  if (!moment.scored || !has(moment.stake.at_stake, kAllDimensions[dimension])) return false;
  const auto responses = scenario.responses_of(moment);
  const auto rating = [&](const Response& response) {
    return counted_rating(response.delivers[dimension], moment.stake.expected[dimension]);
  };
  return std::any_of(responses.begin(), responses.end(), [&](const Response& response) {
    return rating(response) != rating(responses.front());
  });
}

void count_moment(const Scenario& scenario, const Moment& moment, ScenarioContents& contents) {
  add_scene(contents.scenes, moment.scene);
  if (moment.kind == MomentKind::ending) ++contents.endings;
  if (moment.kind != MomentKind::decision) return;
  ++contents.decisions;
  if (moment.scored) ++contents.scored;
  for (std::size_t d = 0; d < kDimensions; ++d) {
    if (tells_apart(scenario, moment, d)) contents.dimensions |= bit(kAllDimensions[d]);
  }
}

LanguageSize own_language(const Scenario& scenario) {
  LanguageSize size{std::string(scenario.language[kOwnFile]), 0, 0};
  for (const Text& text : scenario.texts) {
    if (text.origin == TextOrigin::scenario) size.words += count_words(text.text).total();
  }
  return size;
}

LanguageSize translated(const Scenario& scenario, const Translation& translation) {
  LanguageSize size{translation.language, 0, 0};
  for (std::size_t i = 1; i < scenario.texts.size(); ++i) {
    if (scenario.texts[i].origin != TextOrigin::scenario || scenario.texts[i].text.empty())
      continue;
    const std::string_view text =
        i < translation.texts.size() ? translation.texts[i] : std::string_view();
    if (text.empty()) ++size.untranslated;
    size.words += count_words(text).total();
  }
  return size;
}

}  // namespace

ScenarioContents contents_of(const Scenario& scenario) {
  ScenarioContents contents;
  contents.moments = scenario.moments.size();
  contents.responses = scenario.responses.size();
  contents.needs = scenario.needs.size();
  contents.waits = static_cast<std::size_t>(
      std::count_if(scenario.responses.begin(), scenario.responses.end(),
                    [](const Response& response) { return response.has_wait; }));
  add_scene(contents.scenes, scenario.scene);
  for (const Moment& moment : scenario.moments) count_moment(scenario, moment, contents);
  contents.languages.push_back(own_language(scenario));
  for (const Translation& translation : scenario.translations) {
    if (translation.origin == TextOrigin::scenario)
      contents.languages.push_back(translated(scenario, translation));
  }
  return contents;
}

}  // namespace mot
