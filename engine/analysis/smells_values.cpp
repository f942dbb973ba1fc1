// Rules about ratings: what is never counted, never met or never missed, hits the ends of the
// scale, comes out the same for everybody, or lifts nobody.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/analysis/smells_parts.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

// Shares of all (decision, dimension) pairs; below this many decisions nothing is said (ours).
constexpr std::size_t kFewDecisions = 5;
constexpr double kMostShare = 0.6;
constexpr int kCeiling = 1000;
constexpr int kFloor = 100;

bool used_by_any(const SmellSearch& search, Range Response::*list, std::int32_t id) {
  for (std::size_t r = 0; r < search.scenario.responses.size(); ++r) {
    if (search.seen.offered[r] == 0) continue;
    const auto ids = search.scenario.ids_of(search.scenario.responses[r].*list);
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) return true;
  }
  return false;
}

// A variable that is only read to change itself counts as unread.
std::vector<char> variables_read(const Scenario& scenario) {
  std::vector<std::int32_t> assigned_to(scenario.code.size(), kNone);
  for (const Assignment& assignment : scenario.assignments) {
    for (std::uint32_t i = 0; i < assignment.value.count; ++i)
      assigned_to[assignment.value.first + i] = assignment.variable;
  }
  std::vector<char> read(scenario.variables.size(), 0);
  for (std::size_t i = 0; i < scenario.code.size(); ++i) {
    const Op& op = scenario.code[i];
    if (op.code == OpCode::variable && assigned_to[i] != op.argument)
      read[static_cast<std::size_t>(op.argument)] = 1;
  }
  return read;
}

// S1
void find_uncounted(SmellSearch& search) {
  const Scenario& scenario = search.scenario;
  const auto say = [&](std::string what, std::string hint) {
    search.add("S0001", Severity::hint, {}, std::move(what), std::move(hint));
  };
  for (std::size_t n = 0; n < scenario.needs.size(); ++n) {
    if (!used_by_any(search, &Response::uncovers, static_cast<std::int32_t>(n)))
      say(fmt::format("nothing that can be said uncovers the need '{}'", scenario.needs[n].id),
          "give a response `uncovers`, or leave the need out");
  }
  for (std::size_t n = 0; n < scenario.standards.size(); ++n) {
    const auto id = static_cast<std::int32_t>(n);
    if (!used_by_any(search, &Response::meets, id) && !used_by_any(search, &Response::breaks, id))
      say(fmt::format("no response meets or breaks the standard '{}'", scenario.standards[n].id),
          "name it in `meets` or `breaks`, or leave it out");
  }
  const std::vector<char> read = variables_read(scenario);
  for (std::size_t v = 0; v < read.size(); ++v) {
    if (read[v] == 0)
      say(fmt::format("no condition reads the variable '{}'", scenario.variables[v].name),
          "use it in a condition, or leave it out");
  }
}

struct DimensionUse {
  std::size_t decisions = 0;
  bool met = false;
  bool missed = false;
};

DimensionUse use_of(const SmellSearch& search, Dimension d) {
  DimensionUse use;
  const auto i = static_cast<std::size_t>(d);
  for (std::size_t m = 0; m < search.scenario.moments.size(); ++m) {
    const Moment& moment = search.scenario.moments[m];
    if (!moment.scored || search.seen.entered[m] == 0 || !has(moment.stake.at_stake, d)) continue;
    ++use.decisions;
    for (std::uint32_t k = 0; k < moment.responses.count; ++k) {
      const std::size_t r = moment.responses.first + k;
      if (search.seen.offered[r] == 0) continue;
      const bool met = search.scenario.responses[r].delivers[i] >= moment.stake.expected[i].level;
      use.met = use.met || met;
      use.missed = use.missed || !met;
    }
  }
  return use;
}

// S20, S28
void find_dimension_smells(SmellSearch& search) {
  std::array<DimensionUse, kDimensions> uses;
  std::size_t pairs = 0;
  for (const Dimension d : kAllDimensions) {
    uses[static_cast<std::size_t>(d)] = use_of(search, d);
    pairs += uses[static_cast<std::size_t>(d)].decisions;
  }
  const auto decisions = static_cast<std::size_t>(
      std::count_if(search.scenario.moments.begin(), search.scenario.moments.end(),
                    [](const Moment& moment) { return moment.scored; }));
  for (const Dimension d : kAllDimensions) {
    const DimensionUse& use = uses[static_cast<std::size_t>(d)];
    if (use.decisions == 0) continue;
    if (!use.met || !use.missed)
      search.add("S0028", Severity::hint, {},
                 fmt::format("no play {} what is expected of {}", use.met ? "misses" : "meets",
                             name_of(d)),
                 use.met ? "rate some response below the level, or do not put it at stake"
                         : "rate some response at the level or above, or expect less");
    if (decisions < kFewDecisions) continue;
    if (use.decisions < 2)
      search.add("S0020", Severity::hint, {},
                 fmt::format("{} is at stake in one decision only: its skill rests on one choice",
                             name_of(d)),
                 "put it at stake once more, or leave it out");
    if (static_cast<double>(use.decisions) > kMostShare * static_cast<double>(pairs))
      search.add(
          "S0020", Severity::hint, {},
          fmt::format("{} is most of what is at stake: {} of {}", name_of(d), use.decisions, pairs),
          "put other dimensions at stake, too");
  }
}

// S12
void find_clashes(SmellSearch& search) {
  constexpr auto kNumber = [](Feeling f) { return static_cast<std::int8_t>(f); };
  for (std::size_t r = 0; r < search.scenario.responses.size(); ++r) {
    const Response& response = search.scenario.responses[r];
    if (!search.moment(response.moment).scored) continue;
    const std::int8_t face = response.manner.feels;
    const std::string_view label = label_of_gap(response.gap);
    const bool glad = face == kNumber(Feeling::delighted) || face == kNumber(Feeling::pleased);
    const bool cross = face == kNumber(Feeling::annoyed) || face == kNumber(Feeling::angry);
    if ((!glad || label != "misery") && (!cross || label != "magic")) continue;
    search.add(
        "S0012", Severity::hint, {response.moment, static_cast<ResponseIndex>(r)},
        fmt::format("the customer looks {}, and the moment is one of {} ({:+.2f})",
                    kFeelingNames[static_cast<unsigned char>(face)], label, response.gap / 100.0),
        "correct the face or the ratings, or say with `accept` why they differ");
  }
}

Category category_at(int hundredths) { return category_of(recommend(hundredths)); }

// S18, S29
void find_scale_smells(SmellSearch& search) {
  EndingRange all;
  for (const EndingRange& range : *search.endings) {
    if (range.empty()) continue;
    all.low = std::min(all.low, range.low);
    all.high = std::max(all.high, range.high);
  }
  if (all.empty()) return;
  if (all.high >= kCeiling)
    search.add("S0018", Severity::hint, {},
               "the best play reaches 10.00, the end of the scale: what lies above is lost",
               "expect a little more, or rate the best responses a little lower");
  if (all.low <= kFloor)
    search.add("S0018", Severity::hint, {},
               "the worst play reaches 1.00, the end of the scale: what lies below is lost",
               "rate the worst responses a little higher");
  if (category_at(all.low) == category_at(all.high))
    search.add("S0029", Severity::warning, {},
               fmt::format("whatever is said, the customer ends as a {} ({:.2f} to {:.2f})",
                           name_of(category_at(all.low)), all.low / 100.0, all.high / 100.0),
               "rate good and bad responses further apart");
}

// S27: what the customer writes, for every category an ending can come with.
void find_missing_verbatim(SmellSearch& search) {
  for (std::size_t m = 0; m < search.endings->size(); ++m) {
    const EndingRange& range = (*search.endings)[m];
    const Moment& moment = search.scenario.moments[m];
    const bool any = std::any_of(moment.verbatim.begin(), moment.verbatim.end(),
                                 [](TextId text) { return text != kNoText; });
    if (range.empty() || !any) continue;
    const Category highest = category_at(range.high);
    const Category lowest = category_at(range.low);
    for (std::size_t c = 0; c < kCategories; ++c) {
      const auto category = static_cast<Category>(c);
      const bool outside = category < highest || category > lowest;
      const bool written = moment.verbatim[c] != kNoText;
      if (!written && (category == highest || category == lowest))
        search.add("S0027", Severity::warning, {static_cast<MomentIndex>(m)},
                   fmt::format("'{}' can end with a {}, and nothing is written for one ({:.2f} to "
                               "{:.2f})",
                               moment.id, name_of(category), range.low / 100.0, range.high / 100.0),
                   fmt::format("add `verbatim: {{ {}: … }}`", name_of(category)));
      if (written && outside)
        search.add("S0027", Severity::hint, {static_cast<MomentIndex>(m)},
                   fmt::format("nobody ends at '{}' as a {}: what is written for one is never read "
                               "({:.2f} to {:.2f})",
                               moment.id, name_of(category), range.low / 100.0, range.high / 100.0),
                   "remove the text, or rate what leads here differently");
    }
  }
}

}  // namespace

void find_value_smells(SmellSearch& search) {
  find_uncounted(search);
  find_dimension_smells(search);
  find_clashes(search);
  if (!search.endings) return;
  find_scale_smells(search);
  find_missing_verbatim(search);
}

}  // namespace mot
