// A customer, inline or in a file of its own.
#include <fmt/format.h>

#include <array>

#include "engine/scenario/read_context.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 13> kCustomerKeys{
    "mot",   "id",   "name",    "role",       "age",    "about",   "portrait",
    "voice", "mood", "expects", "importance", "spread", "language"};
// Inline, the version and the language are the scenario's.
constexpr std::array<std::string_view, 11> kInlineKeys{"id",      "name",       "role",  "age",
                                                       "about",   "portrait",   "voice", "mood",
                                                       "expects", "importance", "spread"};
constexpr std::array<std::string_view, 2> kVoiceKeys{"pitch", "speed"};
constexpr std::array<std::string_view, 2> kLevelKeys{"level", "kind"};

void read_level(ReadContext& context, YamlNode node, std::size_t dimension) {
  Persona& persona = context.scenario.customer.persona;
  const NodeReader& reader = context.reader;
  YamlNode level = node;
  if (reader.document().kind(node) == YamlKind::map) {
    Fields fields;
    reader.fields(node, "an expectation", kLevelKeys, fields);
    level = fields["level"];
    if (const auto kind =
            reader.word(fields["kind"], "kind of expectation", kExpectationKindNames, "M0048")) {
      persona.kind[dimension] = static_cast<ExpectationKind>(*kind);
    }
    if (fields.lacks("level") && fields.lacks("kind")) {
      reader.report(node, "M0030", "an expectation needs a level", "write a number from 1 to 10");
      context.customer_broken = true;
    }
    if (level == kNoNode) return;
  }
  if (const auto value = reader.integer(level, "the expected level", kLowestLevel, kHighestLevel)) {
    persona.level[dimension] = *value;
  } else {
    context.customer_broken = true;
  }
}

void read_expectations(ReadContext& context, YamlNode node) {
  const bool is_map = context.reader.entries(
      node, "'expects'", [&](std::string_view name, YamlNode key, YamlNode value) {
        if (name == "note") return;
        const auto dimension = dimension_named(context.reader, name, key);
        if (!dimension) {
          context.customer_broken = true;
          return;
        }
        read_level(context, value, *dimension);
      });
  if (!is_map) {
    context.customer_broken = true;
    return;
  }
  bool any = context.customer_broken;
  for (const int level : context.scenario.customer.persona.level) any = any || level > 0;
  if (!any) {
    context.reader.report(node, "M0030",
                          "the customer expects nothing: give a level for one dimension at least",
                          "for example: expects: { reliability: 8 }");
    context.customer_broken = true;
  }
}

void read_importance(ReadContext& context, YamlNode node) {
  context.reader.entries(
      node, "'importance'", [&](std::string_view name, YamlNode key, YamlNode value) {
        if (name == "note") return;
        const auto dimension = dimension_named(context.reader, name, key);
        if (!dimension) return;
        if (const auto importance = context.reader.integer(value, "importance", 1, 100)) {
          context.scenario.customer.persona.importance[*dimension] = *importance;
        }
      });
}

void recommend_keys(ReadContext& context, YamlNode node, const Fields& fields) {
  for (const std::string_view key : {"role", "about", "portrait"}) {
    if (!fields.lacks(key)) continue;
    const YamlDocument& document = context.reader.document();
    context.reader.sink().add({"M0100", Severity::warning, document.source(),
                               document.position(node), 1,
                               fmt::format("the customer has no '{}'", key),
                               "trainees read it before they meet the customer"});
  }
}

}  // namespace

void read_customer(ReadContext& context, YamlNode node, bool own_file) {
  const NodeReader& reader = context.reader;
  Customer& customer = context.scenario.customer;
  Fields fields;
  const auto keys = own_file ? std::span<const std::string_view>(kCustomerKeys)
                             : std::span<const std::string_view>(kInlineKeys);
  if ((own_file && !reader.version_is_known("mot")) ||
      !reader.fields(node, "a customer", keys, fields)) {
    context.customer_broken = true;
    return;
  }
  if (own_file) reader.require(fields, node, "the file", "mot", "start the file with 'mot: 1'");
  if (const auto id = reader.id(fields["id"], "the customer's id")) customer.id = *id;
  reader.require(fields, node, "a customer", "id");
  customer.name = read_required_text(context, node, "a customer", fields, "name");
  customer.role = read_text(context, fields["role"], "'role'");
  customer.about = read_text(context, fields["about"], "'about'");
  if (const auto age = reader.integer(fields["age"], "'age'", 0, 120)) customer.age = *age;
  customer.portrait = read_portrait(context, fields["portrait"]);
  if (const auto mood = reader.integer(fields["mood"], "'mood'", -kMoodBound, kMoodBound))
    customer.persona.mood = *mood;
  if (const auto spread = reader.number(fields["spread"], "'spread'", 0, 5))
    customer.persona.spread = *spread;
  if (fields.contains("importance")) read_importance(context, fields["importance"]);
  if (fields.contains("expects")) {
    read_expectations(context, fields["expects"]);
  } else {
    reader.require(fields, node, "a customer", "expects",
                   "for example: expects: { reliability: 8, empathy: 7 }");
    context.customer_broken = true;
  }
  if (fields.contains("voice")) {
    Fields voice;
    reader.fields(fields["voice"], "a voice", kVoiceKeys, voice);
    if (const auto pitch = reader.integer(voice["pitch"], "'pitch'", 0, 100))
      customer.voice.pitch = *pitch;
    if (const auto speed = reader.integer(voice["speed"], "'speed'", 80, 450))
      customer.voice.speed = *speed;
  }
  if (!own_file) return;
  if (const auto language = reader.language(fields["language"]))
    context.scenario.language[static_cast<std::size_t>(TextOrigin::customer)] = *language;
  recommend_keys(context, node, fields);
}

}  // namespace mot
