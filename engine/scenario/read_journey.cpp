// A journey: the stages a scenario's moments may name.
#include <fmt/format.h>

#include <array>

#include "engine/scenario/read_context.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 5> kJourneyKeys{"mot", "id", "title", "stages", "language"};
constexpr std::array<std::string_view, 3> kInlineKeys{"id", "title", "stages"};
constexpr std::array<std::string_view, 4> kStageKeys{"id", "title", "standard", "about"};

void read_stage(ReadContext& context, YamlNode node) {
  const NodeReader& reader = context.reader;
  Fields fields;
  if (!reader.fields(node, "a stage", kStageKeys, fields)) {
    context.journey_broken = true;
    return;
  }
  Stage stage;
  const auto id = reader.declared_id(fields["id"], "the stage's id");
  reader.require(fields, node, "a stage", "id");
  if (id && !context.names.stages.add(*id)) {
    reader.report(fields["id"], "M0028", fmt::format("stage {} is there already", in_quotes(*id)),
                  "give each stage an id of its own");
    return;
  }
  stage.title = read_required_text(context, node, "a stage", fields, "title");
  stage.standard = read_text(context, fields["standard"], "'standard'");
  stage.about = read_text(context, fields["about"], "'about'");
  if (!id) {
    context.journey_broken = true;
    return;
  }
  stage.id = *id;
  context.scenario.stages.push_back(stage);
}

}  // namespace

void read_journey(ReadContext& context, YamlNode node, bool own_file) {
  const NodeReader& reader = context.reader;
  Fields fields;
  const auto keys = own_file ? std::span<const std::string_view>(kJourneyKeys)
                             : std::span<const std::string_view>(kInlineKeys);
  if ((own_file && !reader.version_is_known("mot")) ||
      !reader.fields(node, "a journey", keys, fields)) {
    context.journey_broken = true;
    return;
  }
  if (own_file) reader.require(fields, node, "the file", "mot", "start the file with 'mot: 1'");
  if (const auto id = reader.id(fields["id"], "the journey's id")) context.scenario.journey = *id;
  reader.require(fields, node, "a journey", "id");
  context.scenario.journey_title = read_required_text(context, node, "a journey", fields, "title");
  if (!fields.contains("stages")) {
    reader.require(fields, node, "a journey", "stages");
    context.journey_broken = true;
  } else {
    std::vector<YamlNode> items;
    if (!reader.items(fields["stages"], "'stages'", items)) context.journey_broken = true;
    if (items.empty() && !context.journey_broken) {
      reader.report(fields["stages"], "M0030", "the journey has no stage",
                    "for example: - { id: first-contact, title: First contact }");
      context.journey_broken = true;
    }
    if (items.size() > kMaxStages) {
      reader.report(
          items[kMaxStages], "M0029",
          fmt::format("there are {} stages; at most {} are allowed", items.size(), kMaxStages));
      items.resize(kMaxStages);
      context.journey_broken = true;
    }
    for (const YamlNode item : items) read_stage(context, item);
  }
  if (!own_file) return;
  if (const auto language = reader.language(fields["language"]))
    context.scenario.language[static_cast<std::size_t>(TextOrigin::journey)] = *language;
}

}  // namespace mot
