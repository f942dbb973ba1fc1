// One moment: which of the four kinds it is, and the keys of that kind.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/scenario/read_context.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 4> kKindKeys{"responses", "next", "chance", "ending"};
constexpr std::array<std::string_view, 4> kKindNames{"a decision", "a line", "fate", "an ending"};
constexpr std::array<std::string_view, 2> kLevelKeys{"level", "kind"};
constexpr std::array<std::string_view, 2> kBranchKeys{"odds", "next"};

// Which kinds a key is for, one bit a MomentKind.
constexpr unsigned kDecision = 1U << static_cast<unsigned>(MomentKind::decision);
constexpr unsigned kLine = 1U << static_cast<unsigned>(MomentKind::line);
constexpr unsigned kFate = 1U << static_cast<unsigned>(MomentKind::fate);
constexpr unsigned kEnding = 1U << static_cast<unsigned>(MomentKind::ending);
struct KeyUse {
  std::string_view key;
  unsigned kinds;
};
constexpr KeyUse kUses[] = {
    {"says", kDecision | kLine | kEnding},
    {"feels", kDecision | kLine | kEnding},
    {"speaker", kDecision | kLine | kEnding},
    {"thinks", kDecision | kLine | kEnding},
    {"image", kDecision | kLine | kEnding},
    {"sound", kDecision | kLine | kEnding},
    {"scene", kDecision | kLine | kFate | kEnding},
    {"stage", kDecision | kLine | kEnding},
    {"channel", kDecision | kLine | kEnding},
    {"touchpoint", kDecision | kLine | kEnding},
    {"expects", kDecision},
    {"weight", kDecision},
    {"acceptable_wait", kDecision},
    {"time_limit", kDecision},
    {"on_timeout", kDecision},
    {"hint", kDecision},
    {"shuffle", kDecision},
    {"verbatim", kEnding},
};

// The first kind whose key is there. A moment of several or of none is reported.
std::optional<MomentKind> kind_of(ReadContext& context,
                                  YamlNode node,
                                  const Fields& fields,
                                  bool& mixed) {
  std::optional<MomentKind> kind;
  for (std::size_t i = 0; i < kKindKeys.size(); ++i) {
    if (!fields.contains(kKindKeys[i])) continue;
    if (kind) {
      mixed = true;
      context.reader.report(
          fields.key(kKindKeys[i]), "M0080",
          fmt::format("this moment is {} ('{}') and {} ('{}') at once",
                      kKindNames[static_cast<std::size_t>(*kind)],
                      kKindKeys[static_cast<std::size_t>(*kind)], kKindNames[i], kKindKeys[i]),
          "keep one of the two keys, or split it into two moments");
      return kind;
    }
    kind = static_cast<MomentKind>(i);
  }
  if (!kind) {
    const YamlDocument& document = context.reader.document();
    context.reader.sink().add(
        {"M0081", Severity::error, document.source(), document.position(node), 1,
         "this moment leads nowhere: it has neither 'responses', 'next', 'chance' nor 'ending'",
         "add 'responses' (a decision), 'next' (a line), 'chance' (fate) or 'ending'"});
  }
  return kind;
}

void reject_foreign_keys(ReadContext& context, const Fields& fields, MomentKind kind) {
  for (const KeyUse& use : kUses) {
    if ((use.kinds & (1U << static_cast<unsigned>(kind))) != 0 || !fields.contains(use.key))
      continue;
    context.reader.report(fields.key(use.key), "M0025",
                          fmt::format("'{}' has no meaning on {}", use.key,
                                      kKindNames[static_cast<std::size_t>(kind)]),
                          "remove it, or move it to the moment it is meant for");
  }
}

void read_place(ReadContext& context, YamlNode node, const Fields& fields, Moment& moment) {
  const NodeReader& reader = context.reader;
  if (const YamlNode stage = fields["stage"]; stage != kNoNode && !context.journey_broken) {
    if (const auto index = read_name(context, stage, "stage", context.names.stages, "M0040"))
      moment.stage = static_cast<std::int16_t>(*index);
  }
  if (const auto channel = reader.word(fields["channel"], "channel", kChannelNames, "M0041"))
    moment.channel = static_cast<std::int8_t>(*channel);
  moment.touchpoint = read_text(context, fields["touchpoint"], "'touchpoint'");
  moment.scene = read_scene(context, fields["scene"]);
  if (!moment.scored) return;
  for (const std::string_view key : {"stage", "channel", "touchpoint"}) {
    reader.require(fields, node, "a scored decision", key);
  }
}

// A level and kind for one dimension at stake; the customer's own where the moment gives none.
void read_expectation(ReadContext& context,
                      YamlNode node,
                      YamlNode name,
                      std::size_t dimension,
                      Moment& moment,
                      bool& broken) {
  const NodeReader& reader = context.reader;
  const Persona& persona = context.scenario.customer.persona;
  Expectation expected{persona.level[dimension], persona.kind[dimension]};
  bool level_given = false;
  if (node != kNoNode && reader.document().kind(node) == YamlKind::map) {
    Fields fields;
    reader.fields(node, "an expectation", kLevelKeys, fields);
    if (fields.lacks("level") && fields.lacks("kind"))
      reader.report(node, "M0030", "an expectation needs a level or a kind",
                    "write a number from 1 to 10");
    if (const auto kind =
            reader.word(fields["kind"], "kind of expectation", kExpectationKindNames, "M0048"))
      expected.kind = static_cast<ExpectationKind>(*kind);
    node = fields["level"];
  }
  if (node != kNoNode) {
    level_given = true;
    const auto level = reader.integer(node, "the expected level", kLowestLevel, kHighestLevel);
    if (level) expected.level = *level;
    broken = broken || !level;
  }
  moment.stake.at_stake =
      static_cast<BitSet8>(moment.stake.at_stake | bit(kAllDimensions[dimension]));
  if (expected.level == 0) {
    if (!level_given && !context.customer_broken) {
      reader.report(
          name, "M0065",
          fmt::format("nobody says how much {} is expected here", kDimensionNames[dimension]),
          "give a level from 1 to 10 here or in the customer's file");
    }
    broken = true;
  }
  moment.stake.expected[dimension] = expected;
  moment.stake.importance[dimension] = persona.importance[dimension];
}

// False where what is at stake can't be told, so that ratings can't be checked.
bool read_expects(ReadContext& context, YamlNode node, Moment& moment) {
  const NodeReader& reader = context.reader;
  bool broken = false;
  bool unknown = false;
  const auto dimension_of = [&](std::string_view name, YamlNode at) {
    const auto dimension = dimension_named(reader, name, at);
    unknown = unknown || !dimension;
    return dimension;
  };
  if (reader.document().kind(node) == YamlKind::map) {
    reader.entries(node, "'expects'", [&](std::string_view name, YamlNode key, YamlNode value) {
      if (name == "note") return;
      if (const auto dimension = dimension_of(name, key))
        read_expectation(context, value, key, *dimension, moment, broken);
    });
  } else {
    std::vector<YamlNode> items;
    if (!reader.items(node, "'expects'", items)) return false;
    for (const YamlNode item : items) {
      if (reader.document().kind(item) != YamlKind::scalar) {
        reader.report(item, "M0022", "a dimension at stake is one word",
                      "write [empathy, reliability], or a map with levels");
        unknown = true;
      } else if (const auto dimension = dimension_of(reader.document().text(item), item)) {
        if (has(moment.stake.at_stake, kAllDimensions[*dimension])) {
          reader.report(item, "M0103",
                        fmt::format("'{}' stands twice in the list", kDimensionNames[*dimension]),
                        "once is enough", Severity::warning);
        } else {
          read_expectation(context, kNoNode, item, *dimension, moment, broken);
        }
      }
    }
  }
  if (moment.stake.at_stake == 0 && !unknown) {
    reader.report(node, "M0030", "'expects' names no dimension",
                  "name what is at stake, or leave 'expects' out for a free decision");
    unknown = true;
  }
  return !broken && !unknown;
}

void read_decision(ReadContext& context, YamlNode node, const Fields& fields, MomentIndex index) {
  const NodeReader& reader = context.reader;
  Moment& moment = context.scenario.moments[static_cast<std::size_t>(index)];
  reader.require(fields, node, "a decision", "says");
  if (const auto weight = reader.integer(fields["weight"], "'weight'", 1, 5))
    moment.weight = *weight;
  if (const auto wait = reader.integer(fields["acceptable_wait"], "'acceptable_wait'", 1, 100'000))
    moment.acceptable_wait = *wait;
  if (fields.contains("acceptable_wait") && moment.acceptable_wait == 0)
    moment.acceptable_wait = -1;  // wrong, and reported
  if (const auto limit = reader.integer(fields["time_limit"], "'time_limit'", 5, 600))
    moment.time_limit = *limit;
  if (const auto shuffle = reader.boolean(fields["shuffle"], "'shuffle'"))
    moment.shuffle = *shuffle;
  moment.hint = read_text(context, fields["hint"], "'hint'");
  bool stake_known = true;
  if (moment.scored) stake_known = read_expects(context, fields["expects"], moment);
  if (!stake_known) moment.stake.at_stake = 0;
  read_responses(context, fields["responses"], index);
  if (moment.acceptable_wait < 0) moment.acceptable_wait = 0;

  const YamlNode on_timeout = fields["on_timeout"];
  if (on_timeout == kNoNode) {
    if (fields.contains("time_limit"))
      reader.require(fields, node, "a decision with 'time_limit'", "on_timeout",
                     "name the response that is taken when time runs out");
    return;
  }
  if (!fields.contains("time_limit")) {
    reader.report(fields.key("on_timeout"), "M0104",
                  "'on_timeout' does nothing without 'time_limit'",
                  "add 'time_limit: 30', or remove it", Severity::warning);
  }
  const bool scalar = reader.document().kind(on_timeout) == YamlKind::scalar;
  const ResponseIndex response =
      scalar ? context.names.response(index, reader.document().text(on_timeout)) : kNone;
  if (response == kNone) {
    const auto id = reader.id(on_timeout, "the response taken on time-out");
    const auto ids = context.names.responses_of(index);
    if (!id || context.names.has_unnamed() || ids.empty()) return;
    reader.report(on_timeout, "M0013", fmt::format("this moment has no response '{}'", *id),
                  reader.suggest(*id, ids));
    return;
  }
  const Response& taken = context.scenario.responses[static_cast<std::size_t>(response)];
  if (taken.once || !taken.when.empty()) {
    reader.report(on_timeout, "M0088",
                  fmt::format("response '{}' is not always on offer: it has '{}'", taken.id,
                              taken.once ? "once" : "when"),
                  "name a response without 'when' and 'once'");
    return;
  }
  moment.on_timeout = response;
}

void read_chance(ReadContext& context, YamlNode node, Moment& moment) {
  const NodeReader& reader = context.reader;
  constexpr std::size_t kMaxBranches = 32;
  std::vector<YamlNode> items;
  moment.chance.first = static_cast<std::uint32_t>(context.scenario.branches.size());
  if (!reader.items(node, "'chance'", items)) {
    context.mark_unknown_target();
    return;
  }
  if (items.size() < 2) {
    reader.report(node, "M0030", "fate needs two branches at least",
                  "with one way only, write a line with 'next'");
    if (items.empty()) context.mark_unknown_target();
  }
  if (items.size() > kMaxBranches) {
    reader.report(
        items[kMaxBranches], "M0029",
        fmt::format("fate has {} branches; at most {} are allowed", items.size(), kMaxBranches));
    items.resize(kMaxBranches);
    context.mark_unknown_target();
  }
  for (const YamlNode item : items) {
    Fields fields;
    if (!reader.fields(item, "a branch of fate", kBranchKeys, fields)) {
      context.mark_unknown_target();
      continue;
    }
    FateBranch branch;
    reader.require(fields, item, "a branch of fate", "odds",
                   "odds are relative: 3 and 1 make three to one");
    if (const auto odds = reader.integer(fields["odds"], "'odds'", 1, 1000)) branch.odds = *odds;
    if (fields.contains("next")) {
      branch.target = read_target(context, fields["next"], "a branch of fate");
    } else {
      reader.require(fields, item, "a branch of fate", "next");
      context.mark_unknown_target();
    }
    context.scenario.branches.push_back(branch);
  }
  moment.chance.count =
      static_cast<std::uint32_t>(context.scenario.branches.size()) - moment.chance.first;
}

void read_ending(ReadContext& context, const Fields& fields, Moment& moment) {
  const NodeReader& reader = context.reader;
  if (const auto kind = reader.word(fields["ending"], "kind of ending", kEndingKindNames, "M0049"))
    moment.ending = static_cast<EndingKind>(*kind);
  if (!fields.contains("verbatim")) return;
  reader.entries(fields["verbatim"], "'verbatim'",
                 [&](std::string_view name, YamlNode key, YamlNode value) {
                   if (name == "note") return;
                   const auto category = index_of(kCategoryNames, name);
                   if (!category) {
                     reader.report(key, "M0053",
                                   fmt::format("survey category {} is not known", in_quotes(name)),
                                   reader.suggest(name, kCategoryNames));
                     return;
                   }
                   moment.verbatim[*category] = read_text(context, value, "'verbatim'");
                 });
}

}  // namespace

void read_moment(ReadContext& context, YamlNode node, MomentIndex index) {
  context.current = index;
  Moment& moment = context.scenario.moments[static_cast<std::size_t>(index)];
  const std::string name =
      is_id(moment.id) ? fmt::format("moment '{}'", moment.id) : std::string("a moment");
  Fields fields;
  bool mixed = false;
  std::optional<MomentKind> kind;
  if (context.reader.fields(node, name, kMomentKeys, fields))
    kind = kind_of(context, node, fields, mixed);
  // One of two kinds is read as the first, so that the rest of it is checked in the same run.
  if (!kind || mixed) {
    context.mark_unknown_target();
    context.unknown_kind = true;
  }
  if (!kind) return;
  moment.kind = *kind;
  moment.scored = *kind == MomentKind::decision && fields.contains("expects");
  if (!mixed) reject_foreign_keys(context, fields, *kind);
  read_place(context, node, fields, moment);
  if (*kind != MomentKind::fate) {
    moment.says = read_lines(context, fields["says"], "'says'");
    moment.thinks = read_lines(context, fields["thinks"], "'thinks'");
    moment.manner = read_manner(context, fields);
  }
  switch (*kind) {
    case MomentKind::decision: read_decision(context, node, fields, index); break;
    case MomentKind::line:
      if (!mixed) context.reader.require(fields, node, "a line", "says");
      moment.next = read_routes(context, fields["next"], "this line");
      break;
    case MomentKind::fate: read_chance(context, fields["chance"], moment); break;
    case MomentKind::ending: read_ending(context, fields, moment); break;
  }
}

}  // namespace mot
