#include "game/cli/outcome_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/base/source_line.h"
#include "engine/base/utf8.h"
#include "engine/customer/gap.h"
#include "game/cli/phrases.h"

namespace mot {
namespace {

/// "−9.00" and two spaces.
constexpr std::size_t kGapColumn = 7;

std::string choice_lines(const Session& session,
                         const Scorecard& scorecard,
                         const UiStrings& words) {
  std::size_t widest = 0;
  for (const MomentScore& score : scorecard.moments) {
    widest =
        std::max(widest, display_width(session.scenario().name_of_response(score.response)) + 2);
  }
  std::string out;
  for (const MomentScore& score : scorecard.moments) {
    const std::string name = session.scenario().name_of_response(score.response);
    out += "  " + (score.scored ? padded(name, widest) : name);
    if (score.scored) {
      out += fmt::format("{}{}", padded(signed_points(score.gap), kGapColumn),
                         word(words, "label", label_of_gap(score.gap)));
    }
    out += '\n';
  }
  return out;
}

template <class Named>
std::string ids_of(const std::vector<Named>& named, const std::vector<int>& indices) {
  std::string out;
  for (const int index : indices) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", named[static_cast<std::size_t>(index)].id);
  }
  return out;
}

void add_list(std::string& out,
              const UiStrings& words,
              std::string_view key,
              const std::string& list) {
  if (!list.empty()) out += fmt::format("{}\n", words.text(key, {{"list", list}}));
}

std::string waiting_line(const Session& session, const UiStrings& words) {
  const Scenario& scenario = session.scenario();
  std::string offers;
  for (const ResponseIndex response : session.offers()) {
    offers += fmt::format("{}{}", offers.empty() ? "" : ", ",
                          scenario.responses[static_cast<std::size_t>(response)].id);
  }
  const std::string_view place =
      scenario.moments[static_cast<std::size_t>(session.state().place)].id;
  return words.text("cli.run.waits", {{"moment", std::string(place)}, {"offers", offers}}) + '\n';
}

std::string figures(const Scenario& scenario, const Scorecard& scorecard, const UiStrings& words) {
  std::string out =
      satisfaction_line(words, scorecard) + '\n' + recommend_line(words, scorecard) + '\n';
  add_list(out, words, "cli.run.needs-found", ids_of(scenario.needs, scorecard.needs_found));
  add_list(out, words, "cli.run.needs-missed", ids_of(scenario.needs, scorecard.needs_missed));
  add_list(out, words, "cli.run.standards-met",
           ids_of(scenario.standards, scorecard.standards_met));
  add_list(out, words, "cli.run.standards-broken",
           ids_of(scenario.standards, scorecard.standards_broken));
  return out;
}

}  // namespace

std::string outcome_text(const Session& session,
                         const Scorecard& scorecard,
                         const UiStrings& words,
                         const Reading& reading) {
  const Scenario& scenario = session.scenario();
  std::string out =
      words.text("cli.run.title", {{"title", printable(reading.trimmed(scenario.title))},
                                   {"seed", fmt::format("{}", session.seed())}});
  out += '\n';
  out += choice_lines(session, scorecard, words);
  if (!scorecard.complete) return out + waiting_line(session, words);
  out += words.text("cli.outcome.ending",
                    {{"ending", word(words, "ending", name_of(*scorecard.ending))}});
  out += '\n';
  return out + figures(scenario, scorecard, words);
}

}  // namespace mot
