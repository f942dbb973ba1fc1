#include "engine/authoring/new_items.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/customer/constants.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

std::string indented(std::string_view lines, std::string_view first, std::string_view others) {
  std::string out;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    out += fmt::format("{}{}\n", out.empty() ? first : others, line);
  }
  return out;
}

std::string entry(std::string_view key, std::string_view text) {
  return fmt::format("{}: {}\n", key, write_text(text, 0));
}

}  // namespace

std::string free_id(std::string_view wanted, const std::vector<std::string>& taken) {
  const auto is_taken = [&](const std::string& id) {
    return std::find(taken.begin(), taken.end(), id) != taken.end();
  };
  std::string id(wanted);
  for (int number = 2; is_taken(id); ++number) id = fmt::format("{}-{}", wanted, number);
  return id;
}

std::vector<std::string> moment_ids(const ScenarioOutline& outline) {
  std::vector<std::string> ids;
  ids.reserve(outline.moments.size());
  for (const OutlinedMoment& moment : outline.moments) ids.push_back(moment.id);
  return ids;
}

std::vector<std::string> response_ids(const OutlinedMoment& moment) {
  std::vector<std::string> ids;
  ids.reserve(moment.responses.size());
  for (const OutlinedResponse& response : moment.responses) ids.push_back(response.id);
  return ids;
}

std::string new_response(std::string_view id,
                         const std::vector<std::string>& dimensions,
                         std::string_view next,
                         const NewItemWords& words) {
  std::string out = fmt::format("id: {}\n", id) + entry("say", words.say);
  if (!dimensions.empty()) {
    std::vector<std::string> ratings;
    ratings.reserve(dimensions.size());
    for (const std::string& dimension : dimensions)
      ratings.push_back(fmt::format("{}: {}", dimension, kUsualLevel));
    out += fmt::format("delivers: {{ {} }}\n", fmt::join(ratings, ", "));
    out += entry("coach", words.coach);
  }
  return out + fmt::format("next: {}\n", next);
}

std::string new_moment(MomentKind kind,
                       std::string_view id,
                       std::string_view stage,
                       std::string_view next,
                       const NewItemWords& words) {
  std::string out = fmt::format("id: {}\n", id);
  switch (kind) {
    case MomentKind::line: return out + entry("says", words.says) + fmt::format("next: {}\n", next);
    case MomentKind::fate:
      return out +
             fmt::format("chance:\n  - {{ odds: 1, next: {0} }}\n  - {{ odds: 1, next: {0} }}\n",
                         next);
    case MomentKind::ending: return out + "ending: resolved\n" + entry("says", words.says);
    case MomentKind::decision: break;
  }
  std::vector<std::string> dimensions;
  if (!stage.empty()) {
    dimensions.emplace_back("empathy");
    out += fmt::format("stage: {}\nchannel: counter\n", stage) +
           entry("touchpoint", words.touchpoint) + "expects: [empathy]\n";
  }
  out += entry("says", words.says) + "responses:\n";
  for (const char* response : {"first", "second"})
    out += indented(new_response(response, dimensions, next, words), "  - ", "    ");
  return out;
}

}  // namespace mot
