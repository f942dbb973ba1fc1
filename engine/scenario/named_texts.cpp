#include "engine/scenario/named_texts.h"

#include "engine/scenario/reading.h"

namespace mot {
namespace {

std::string text_or(const Scenario& scenario,
                    std::string_view language,
                    TextId text,
                    const std::string& otherwise) {
  return text == kNoText ? otherwise : std::string(Reading(scenario, language).trimmed(text));
}

const Moment* moment_in(const Scenario* scenario, const std::string& id) {
  const MomentIndex index = scenario == nullptr ? kNone : scenario->find_moment(id);
  return index == kNone ? nullptr : &scenario->moments[static_cast<std::size_t>(index)];
}

}  // namespace

std::string title_of_scenario(const Scenario* scenario,
                              std::string_view language,
                              const std::string& id) {
  return scenario == nullptr ? id : text_or(*scenario, language, scenario->title, id);
}

std::string title_of_moment(const Scenario* scenario,
                            std::string_view language,
                            const std::string& moment) {
  const Moment* found = moment_in(scenario, moment);
  return found == nullptr ? moment : text_or(*scenario, language, found->touchpoint, moment);
}

std::string text_of_response(const Scenario* scenario,
                             std::string_view language,
                             const std::string& moment,
                             const std::string& response) {
  const Moment* found = moment_in(scenario, moment);
  if (found == nullptr) return response;
  for (const Response& one : scenario->responses_of(*found)) {
    if (one.id == response) return text_or(*scenario, language, one.text, response);
  }
  return response;
}

}  // namespace mot
