#include "engine/analysis/map_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/base/source_line.h"
#include "engine/base/utf8.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

constexpr std::size_t kLabelColumns = 30;

const Moment& moment_of(const MapTexts& texts, const MapBox& box) {
  return texts.scenario.moments[static_cast<std::size_t>(box.moment)];
}

std::string first_line(const MapTexts& texts, Range lines) {
  for (const Line& line : texts.scenario.lines_of(lines)) {
    if (line.text != kNoText) return printable(texts.reading.trimmed(line.text));
  }
  return {};
}

std::string title_of(const MapTexts& texts, const Moment& moment) {
  switch (moment.kind) {
    case MomentKind::decision:
      if (moment.touchpoint != kNoText) return printable(texts.reading.trimmed(moment.touchpoint));
      break;
    case MomentKind::fate: return texts.words.text("map.chance");
    case MomentKind::ending:
      return texts.words.text(fmt::format("ending.{}", name_of(moment.ending)));
    case MomentKind::line: break;
  }
  return first_line(texts, moment.says);
}

std::string signed_gap(int gap) {
  return fmt::format("{}{:.2f}", gap > 0 ? "+" : gap < 0 ? "−" : "", std::abs(gap) / 100.0);
}

std::string responses_of(const MapTexts& texts, const MapBox& box) {
  const Moment& moment = moment_of(texts, box);
  std::string out;
  for (std::uint32_t i = 0; i < moment.responses.count; ++i) {
    const auto r = static_cast<ResponseIndex>(moment.responses.first + i);
    const Response& response = texts.scenario.responses[static_cast<std::size_t>(r)];
    out += fmt::format("\n{}{}{}: {}", r == box.best_response ? "★ " : "", response.id,
                       moment.scored ? fmt::format(" ({})", signed_gap(response.gap)) : "",
                       printable(texts.reading.trimmed(response.text)));
  }
  return out;
}

// "mood >= 10", "else", or empty where nothing is asked.
std::string condition_of(const MapTexts& texts, const MapLine& line) {
  std::set<std::string> asked;
  for (const MapWay& way : line.ways) {
    if (!way.condition.empty()) asked.insert(write_expression(texts.scenario, way.condition));
  }
  if (asked.size() == 1) return *asked.begin();
  return asked.empty() && line.conditional ? texts.words.text("map.else") : std::string();
}

std::string names_of_responses(const MapTexts& texts, const MapLine& line) {
  std::string names;
  ResponseIndex last = kNone;
  for (const MapWay& way : line.ways) {
    if (way.response == last) continue;
    last = way.response;
    names += names.empty() ? "" : ", ";
    names += texts.scenario.responses[static_cast<std::size_t>(way.response)].id;
  }
  return names;
}

// Every response of the box goes this way, or may.
bool is_way_of_all(const MapTexts& texts, const MapLine& line) {
  std::set<ResponseIndex> responses;
  for (const MapWay& way : line.ways) responses.insert(way.response);
  return responses.size() == moment_of(texts, texts.map.boxes[line.from]).responses.count;
}

}  // namespace

std::string MapTexts::name(const MapBox& box) const {
  if (box.moment != kNone) return std::string(moment_of(*this, box).id);
  return write_expression(scenario, scenario.leaves[static_cast<std::size_t>(box.leave)].when);
}

std::string MapTexts::title(const MapBox& box) const {
  return box.moment == kNone ? words.text("map.leave") : title_of(*this, moment_of(*this, box));
}

std::string MapTexts::account(const MapBox& box) const {
  std::string out = name(box);
  if (box.moment == kNone) return out;
  const Moment& moment = moment_of(*this, box);
  for (const std::string& more : {title_of(*this, moment), first_line(*this, moment.says)}) {
    if (!more.empty() && out.find(more) == std::string::npos) out += "\n" + more;
  }
  return out + responses_of(*this, box);
}

std::string MapTexts::label(const MapLine& line) const {
  switch (line.kind) {
    case MapLineKind::leave: return {};
    case MapLineKind::chance:
      return words.text("figure.percent", {{"value", fmt::format("{:.0f}", 100 * line.share)}});
    case MapLineKind::next: return shortened(condition_of(*this, line), kLabelColumns);
    case MapLineKind::response: break;
  }
  if (is_way_of_all(*this, line)) return shortened(condition_of(*this, line), kLabelColumns);
  return shortened(names_of_responses(*this, line), kLabelColumns);
}

std::string MapTexts::lane(std::size_t index) const {
  const int stage = map.lanes[index];
  return stage < 0
             ? std::string()
             : printable(reading.trimmed(scenario.stages[static_cast<std::size_t>(stage)].title));
}

}  // namespace mot
