// The responses of a decision: what is said, what it delivers, where it leads.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/edit_distance.h"
#include "engine/scenario/read_context.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 2> kWaitKeys{"minutes", "informed"};

void warn_repeated(ReadContext& context, YamlNode item) {
  context.reader.report(
      item, "M0103",
      fmt::format("{} stands twice in the list", in_quotes(context.reader.document().text(item))),
      "once is enough", Severity::warning);
}

Range read_ids(ReadContext& context,
               YamlNode node,
               std::string_view list,
               std::string_view what,
               const NameList& names,
               std::string_view code) {
  std::vector<std::int32_t>& ids = context.scenario.id_list;
  Range range{static_cast<std::uint32_t>(ids.size()), 0};
  std::vector<YamlNode> items;
  if (node == kNoNode || !context.reader.items(node, list, items)) return range;
  for (const YamlNode item : items) {
    const auto index = read_name(context, item, what, names, code);
    if (!index) continue;
    const auto own = ids.begin() + range.first;
    if (std::find(own, ids.end(), *index) != ids.end()) {
      warn_repeated(context, item);
    } else {
      ids.push_back(*index);
    }
  }
  range.count = static_cast<std::uint32_t>(ids.size()) - range.first;
  return range;
}

BitSet8 read_behaviours(ReadContext& context, YamlNode node) {
  BitSet8 behaviours = 0;
  std::vector<YamlNode> items;
  if (node == kNoNode || !context.reader.items(node, "'behaviours'", items)) return behaviours;
  for (const YamlNode item : items) {
    const auto index = context.reader.word(item, "behaviour", kBehaviourNames, "M0047");
    if (!index) continue;
    const auto one = static_cast<BitSet8>(1U << *index);
    if ((behaviours & one) != 0) warn_repeated(context, item);
    behaviours = static_cast<BitSet8>(behaviours | one);
  }
  return behaviours;
}

Range read_tags(ReadContext& context, YamlNode node) {
  Range range{static_cast<std::uint32_t>(context.scenario.tag_list.size()), 0};
  std::vector<YamlNode> items;
  if (node == kNoNode || !context.reader.items(node, "'tags'", items)) return range;
  for (const YamlNode item : items) {
    if (const auto tag = context.reader.id(item, "the tag"))
      context.scenario.tag_list.push_back(*tag);
  }
  range.count = static_cast<std::uint32_t>(context.scenario.tag_list.size()) - range.first;
  return range;
}

Range read_sets(ReadContext& context, YamlNode node) {
  Range range{static_cast<std::uint32_t>(context.scenario.assignments.size()), 0};
  if (node == kNoNode) return range;
  context.reader.entries(node, "'set'", [&](std::string_view name, YamlNode key, YamlNode value) {
    const NameTable::Variable variable = context.names.variable(name);
    if (variable.index < 0) {
      if (context.names.is_follow_up({"M0046", 0, 1, {}, {}, false}, name)) return;
      const std::string nearest = context.names.nearest_variable(name);
      context.reader.report(key, "M0046", fmt::format("there is no variable {}", in_quotes(name)),
                            nearest.empty() ? "declare it under 'variables:'"
                                            : fmt::format("did you mean '{}'?", nearest));
      return;
    }
    if (context.names.is_doubtful(name)) return;  // its type is not known
    Assignment set;
    set.variable = variable.index;
    if (read_expression(context, value, variable.type, set.value, name))
      context.scenario.assignments.push_back(set);
  });
  range.count = static_cast<std::uint32_t>(context.scenario.assignments.size()) - range.first;
  return range;
}

// A rating by the clock instead of a number.
void read_wait(ReadContext& context, YamlNode node, const Moment& moment, Response& response) {
  const NodeReader& reader = context.reader;
  Fields fields;
  if (reader.document().kind(node) != YamlKind::map) {
    reader.wrong_type(node, "'wait'", "a map", "write 'wait: { minutes: 25, informed: true }'");
    return;
  }
  reader.fields(node, "a wait", kWaitKeys, fields);
  reader.require(fields, node, "a wait", "minutes");
  const auto minutes = reader.integer(fields["minutes"], "'minutes'", 0, 100'000);
  if (const auto informed = reader.boolean(fields["informed"], "'informed'"))
    response.wait_informed = *informed;
  if (minutes) response.wait_minutes = *minutes;
  constexpr auto kSlot = static_cast<std::size_t>(Dimension::responsiveness);
  if (!has(moment.stake.at_stake, Dimension::responsiveness)) return;
  if (moment.acceptable_wait == 0) {
    reader.report(
        node, "M0064",
        fmt::format("a wait is judged by 'acceptable_wait', and moment '{}' has none", moment.id),
        "add 'acceptable_wait: 20' (minutes) to the moment");
  } else if (moment.acceptable_wait > 0) {
    response.delivers[kSlot] =
        rating_of_wait(moment.stake.expected[kSlot].level, response.wait_minutes,
                       response.wait_informed, moment.acceptable_wait);
  }
}

// Fills the ratings; `rated` are the dimensions that something was written for. A misspelt one
// counts for what it is near to, else for all: nothing more can be said about what is missing.
void read_delivers(ReadContext& context,
                   YamlNode node,
                   const Moment& moment,
                   bool stake_known,
                   Response& response,
                   BitSet8& rated) {
  const NodeReader& reader = context.reader;
  constexpr BitSet8 kAll = (1U << kDimensions) - 1;
  const std::vector<std::string_view> names(kDimensionNames.begin(), kDimensionNames.end());
  const bool is_map =
      reader.entries(node, "'delivers'", [&](std::string_view name, YamlNode key, YamlNode value) {
        if (name == "note") return;
        const auto dimension = dimension_named(reader, name, key);
        if (!dimension) {
          const auto meant = index_of(kDimensionNames, nearest_name(name, names));
          rated = static_cast<BitSet8>(rated | (meant ? bit(kAllDimensions[*meant]) : kAll));
          return;
        }
        rated = static_cast<BitSet8>(rated | bit(kAllDimensions[*dimension]));
        const auto rating = reader.integer(value, "the rating", kLowestLevel, kHighestLevel);
        if (rating) response.delivers[*dimension] = *rating;
        if (stake_known && !has(moment.stake.at_stake, kAllDimensions[*dimension])) {
          reader.report(
              key, "M0061",
              fmt::format("'{}' is rated, but it is not at stake in this moment", name),
              moment.scored
                  ? "remove the rating, or add the dimension to the moment's 'expects'"
                  : "this decision has no 'expects': add it to score the decision, or remove "
                    "'delivers'");
        }
      });
  if (!is_map) rated = kAll;
}

void read_ratings(ReadContext& context,
                  YamlNode node,
                  const Fields& fields,
                  const Moment& moment,
                  Response& response) {
  const NodeReader& reader = context.reader;
  const bool stake_known = !moment.scored || moment.stake.at_stake != 0;
  BitSet8 rated = 0;
  const YamlNode written = fields["delivers"];
  if (written != kNoNode) read_delivers(context, written, moment, stake_known, response, rated);
  if (const YamlNode wait = fields["wait"]; wait != kNoNode) {
    response.has_wait = true;
    const bool in_delivers =
        written != kNoNode &&
        reader.value_of(written, name_of(Dimension::responsiveness), kDimensionNames) != kNoNode;
    if (in_delivers) {
      reader.report(fields.key("wait"), "M0063",
                    "responsiveness is rated twice: by 'wait' and in 'delivers'",
                    "keep one of the two");
    } else if (stake_known && !has(moment.stake.at_stake, Dimension::responsiveness)) {
      reader.report(fields.key("wait"), "M0061",
                    "'wait' rates responsiveness, but that is not at stake in this moment",
                    "remove the wait, or add responsiveness to the moment's 'expects'");
    }
    read_wait(context, wait, moment, response);
    rated = static_cast<BitSet8>(rated | bit(Dimension::responsiveness));
  }
  if (!moment.scored || !stake_known) return;
  std::vector<std::string_view> unrated;
  for (std::size_t d = 0; d < kDimensions; ++d) {
    if (!has(moment.stake.at_stake, kAllDimensions[d])) continue;
    if (!has(rated, kAllDimensions[d])) unrated.push_back(kDimensionNames[d]);
    // What a draft leaves open counts as expected, so that it can be previewed.
    if (response.delivers[d] == 0) response.delivers[d] = moment.stake.expected[d].level;
  }
  if (!unrated.empty()) {
    const YamlNode at = fields.contains("delivers") ? fields.key("delivers")
                        : fields.contains("id")     ? fields["id"]
                                                    : node;
    reader.report(at, "M0060",
                  fmt::format("response '{}' does not rate {}, which {} at stake here", response.id,
                              fmt::join(unrated, ", "), unrated.size() == 1 ? "is" : "are"),
                  fmt::format("add it under 'delivers', from 1 to 10: {}: 7", unrated.front()),
                  context.unless_draft());
  }
  response.gap = gap(moment.stake, response.delivers);
}

void reject_met_and_broken(ReadContext& context, const Fields& fields, const Response& response) {
  for (const std::int32_t broken : context.scenario.ids_of(response.breaks)) {
    const auto met = context.scenario.ids_of(response.meets);
    if (std::find(met.begin(), met.end(), broken) == met.end()) continue;
    context.reader.report(
        fields["breaks"], "M0062",
        fmt::format("standard '{}' is both met and broken",
                    context.names.standards.names()[static_cast<std::size_t>(broken)]),
        "decide which of the two this response does");
  }
}

void read_response(ReadContext& context,
                   YamlNode node,
                   MomentIndex index,
                   Response& response,
                   Fields& fields) {
  const NodeReader& reader = context.reader;
  const Moment& moment = context.scenario.moments[static_cast<std::size_t>(index)];
  const std::string name =
      is_id(response.id) ? fmt::format("response '{}'", response.id) : "a response";
  if (!reader.fields(node, name, kResponseKeys, fields)) {
    context.mark_unknown_target();
    return;
  }
  response.position = reader.document().position(node);
  response.is_action = fields.contains("do") && !fields.contains("say");
  if (fields.contains("do") && fields.contains("say")) {
    reader.report(fields.key("do"), "M0066", "a response is either said ('say') or done ('do')",
                  "keep one; what is done can be told in the reply");
  } else if (fields.lacks("do") && fields.lacks("say")) {
    reader.missing(node, name, "say", "write 'say: …', or 'do: …' for an action without words");
  }
  response.text = response.is_action ? read_text(context, fields["do"], "'do'")
                                     : read_text(context, fields["say"], "'say'");
  response.when = read_condition(context, fields["when"]);
  if (const auto once = reader.boolean(fields["once"], "'once'")) response.once = *once;
  read_ratings(context, node, fields, moment, response);
  response.behaviours = read_behaviours(context, fields["behaviours"]);
  const NameIndex& names = context.names;
  response.meets =
      read_ids(context, fields["meets"], "'meets'", "standard", names.standards, "M0044");
  response.breaks =
      read_ids(context, fields["breaks"], "'breaks'", "standard", names.standards, "M0044");
  response.uncovers =
      read_ids(context, fields["uncovers"], "'uncovers'", "need", names.needs, "M0045");
  reject_met_and_broken(context, fields, response);
  response.tags = read_tags(context, fields["tags"]);
  response.sets = read_sets(context, fields["set"]);
  response.reply = read_lines(context, fields["reply"], "'reply'");
  response.thinks = read_lines(context, fields["thinks"], "'thinks'");
  response.manner = read_manner(context, fields);
  response.coach = read_text(context, fields["coach"], "'coach'");
  if (moment.scored && fields.lacks("coach")) {
    const YamlNode at = fields.contains("id") ? fields["id"] : node;
    reader.report(at, "M0101", fmt::format("response '{}' has no 'coach'", response.id),
                  "say in a sentence or two what it did to the customer and why",
                  Severity::warning);
  }
  if (fields.contains("next")) {
    response.next = read_routes(context, fields["next"], fmt::format("response '{}'", response.id));
  } else {
    reader.require(fields, node, name, "next", "name the moment it leads to");
    context.mark_unknown_target();
  }
}

}  // namespace

void read_responses(ReadContext& context, YamlNode node, MomentIndex index) {
  const YamlDocument& document = context.reader.document();
  if (document.kind(node) != YamlKind::sequence) {
    std::vector<YamlNode> none;
    context.reader.items(node, "'responses'", none);
    context.mark_unknown_target();
    return;
  }
  if (document.first(node) == kNoNode) {
    context.reader.report(node, "M0030", "a decision needs one response at least",
                          "write '- id: …' with 'say' and 'next'");
    context.mark_unknown_target();
    return;
  }
  const Range range = context.scenario.moments[static_cast<std::size_t>(index)].responses;
  Fields fields;
  std::uint32_t i = 0;
  for (YamlNode item = document.first(node); item != kNoNode && i < range.count;
       item = document.next(item), ++i) {
    read_response(context, item, index, context.scenario.responses[range.first + i], fields);
  }
}

}  // namespace mot
