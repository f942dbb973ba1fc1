#include "engine/authoring/story_map.h"

#include <map>
#include <set>
#include <utility>

#include "engine/encounter/program.h"

namespace mot {
namespace {

constexpr double kLaneWidth = kMapBoxWidth + 40;

std::string text_of(const Scenario& scenario, TextId text) {
  return text == kNoText ? std::string() : std::string(scenario.texts[text].text);
}

MapCard card_of(const Scenario& scenario, const MapBox& box, const std::set<std::string>& best) {
  MapCard card;
  if (box.moment == kNone) return card;
  const Moment& moment = scenario.moments[static_cast<std::size_t>(box.moment)];
  card.moment = moment.id;
  const auto lines = scenario.lines_of(moment.says);
  card.text = lines.empty() ? std::string() : text_of(scenario, lines.front().text);
  for (std::uint32_t i = 0; i < moment.responses.count; ++i) {
    const auto index = static_cast<ResponseIndex>(moment.responses.first + i);
    const Response& response = scenario.responses[moment.responses.first + i];
    card.rows.push_back({std::string(response.id), text_of(scenario, response.text),
                         best.count(scenario.name_of_response(index)) != 0});
  }
  if (moment.kind == MomentKind::line) card.rows.push_back({});
  return card;
}

/// What can be come to by some way, whatever is asked on it.
std::vector<bool> reached(const ScenarioMap& map) {
  std::vector<bool> seen(map.boxes.size(), false);
  std::vector<std::vector<std::size_t>> ways(map.boxes.size());
  for (const MapLine& line : map.lines) ways[line.from].push_back(line.to);
  std::vector<std::size_t> open{map.start};
  for (std::size_t b = 0; b < map.boxes.size(); ++b) {
    if (map.boxes[b].moment == kNone) open.push_back(b);
  }
  while (!open.empty()) {
    const std::size_t box = open.back();
    open.pop_back();
    if (seen[box]) continue;
    seen[box] = true;
    open.insert(open.end(), ways[box].begin(), ways[box].end());
  }
  return seen;
}

/// The responses of that name, in the order of the names.
std::vector<ResponseIndex> responses_named(const Scenario& scenario,
                                           const std::vector<std::string>& names) {
  std::map<std::string, ResponseIndex> index;
  for (ResponseIndex r = 0; r < static_cast<ResponseIndex>(scenario.responses.size()); ++r)
    index.emplace(scenario.name_of_response(r), r);
  std::vector<ResponseIndex> responses;
  for (const std::string& name : names) {
    if (const auto found = index.find(name); found != index.end())
      responses.push_back(found->second);
  }
  return responses;
}

}  // namespace

StoryMap story_map(std::shared_ptr<const Scenario> scenario, const std::vector<std::string>& best) {
  StoryMap story;
  story.scenario = std::move(scenario);
  story.map = map_of(*story.scenario);
  const std::set<std::string> choices(best.begin(), best.end());
  const std::vector<bool> seen = reached(story.map);
  LayoutInput input;
  for (std::size_t b = 0; b < story.map.boxes.size(); ++b) {
    story.map.boxes[b].reachable = seen[b];
    story.cards.push_back(card_of(*story.scenario, story.map.boxes[b], choices));
    const auto rows = static_cast<double>(story.cards.back().rows.size());
    input.boxes.push_back(
        {kMapBoxWidth, kMapBoxHead + rows * kMapRow + kMapBoxFoot, story.map.boxes[b].lane});
  }
  mark_best_path(story.map, Program(*story.scenario), responses_named(*story.scenario, best));
  for (const MapLine& line : story.map.lines)
    input.lines.push_back({line.from, line.to, 0, 0, line.on_best_path ? 4.0 : 1.0});
  input.start = story.map.start;
  input.lanes.assign(story.map.lanes.size(), kLaneWidth);
  story.layout = lay_out(input);
  return story;
}

}  // namespace mot
