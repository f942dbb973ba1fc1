// The small pieces that moments, responses and customers have in common.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/scenario/read_context.h"
#include "engine/scenario/scene_name.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 7> kLineKeys{"when",   "text",  "feels", "speaker",
                                                    "thinks", "image", "sound"};
constexpr std::array<std::string_view, 2> kRouteKeys{"when", "go"};
constexpr std::array<std::string_view, 7> kPortraitKeys{"like",   "hair",    "hair_colour", "skin",
                                                        "outfit", "colours", "wears"};

void reject_last_condition(ReadContext& context, YamlNode when, std::string_view what) {
  context.reader.report(
      when, "M0074", fmt::format("the last {} has a 'when', but it is for all other cases", what),
      fmt::format("leave 'when' out, or add a {} without it behind this one", what));
}

// Warns once about what can never be taken because an entry before it always is.
void warn_unreachable(ReadContext& context, YamlNode item, std::string_view what) {
  context.reader.report(item, "M0102",
                        fmt::format("no {} after this one can be taken: it has no condition", what),
                        "add 'when', or move it to the end", Severity::warning);
}

Line read_line(ReadContext& context, YamlNode node, std::string_view what, Fields& fields) {
  Line line;
  if (context.reader.document().kind(node) == YamlKind::scalar) {
    context.reader.wrong_type(node, fmt::format("an entry of {}", what), "a map",
                              "write '- { text: … }', or one text without the list");
    return line;
  }
  if (!context.reader.fields(node, fmt::format("a variant of {}", what), kLineKeys, fields))
    return line;
  line.when = read_condition(context, fields["when"]);
  line.text =
      read_required_text(context, node, fmt::format("a variant of {}", what), fields, "text");
  line.thinks = read_text(context, fields["thinks"], "'thinks'");
  const Manner manner = read_manner(context, fields);
  line.feels = manner.feels;
  line.speaker = manner.speaker;
  line.image = manner.image;
  line.sound = manner.sound;
  return line;
}

void check_part(ReadContext& context,
                YamlNode node,
                std::string_view what,
                std::string_view value,
                const std::vector<std::string>& known) {
  if (known.empty() || std::find(known.begin(), known.end(), value) != known.end()) return;
  const std::vector<std::string_view> names(known.begin(), known.end());
  context.reader.report(
      node, "M0055",
      fmt::format("{} {} is not known; the default is shown", what, in_quotes(value)),
      context.reader.suggest(value, names), Severity::warning);
}

std::string read_part(ReadContext& context,
                      YamlNode node,
                      std::string_view what,
                      const std::vector<std::string>& known) {
  const std::optional<std::string_view> value = context.reader.text(node, what);
  if (!value) return {};
  check_part(context, node, what, *value, known);
  return std::string(*value);
}

}  // namespace

TextId read_text(ReadContext& context, YamlNode node, std::string_view what) {
  const std::optional<std::string_view> text = context.reader.text(node, what);
  if (!text) return kNoText;
  context.scenario.texts.push_back({*text, context.origin});
  return static_cast<TextId>(context.scenario.texts.size() - 1);
}

TextId read_required_text(ReadContext& context,
                          YamlNode owner,
                          std::string_view owner_name,
                          const Fields& fields,
                          std::string_view key) {
  const YamlNode node = fields[key];
  if (node == kNoNode) {
    context.reader.require(fields, owner, owner_name, key);
    return kNoText;
  }
  return read_text(context, node, fmt::format("'{}'", key));
}

bool read_expression(ReadContext& context,
                     YamlNode node,
                     ValueType wanted,
                     CodeRange& into,
                     std::string_view variable) {
  const YamlDocument& document = context.reader.document();
  into = {};
  if (document.kind(node) != YamlKind::scalar) {
    context.reader.report(
        node, "M0022", variable.empty() ? "a condition is one text" : "a new value is one text",
        variable.empty() ? "for example: mood < 0 and not visited(aftermath)"
                         : fmt::format("for example: {0}: 5, or {0}: {0} + 5", variable));
    return false;
  }
  ExpressionProblem problem;
  if (compile_expression(document.text(node), wanted, context.names, context.scenario.code, into,
                         problem))
    return true;
  if (context.names.is_follow_up(problem, document.text(node))) return false;
  if (!variable.empty() && problem.is_whole_type) {
    const bool number = wanted == ValueType::integer;
    problem.message =
        fmt::format("variable '{}' is {}, and this is {}", variable,
                    number ? "a number" : "true or false", number ? "true or false" : "a number");
    problem.hint =
        fmt::format("it starts as {}, and keeps its type", number ? "a number" : "true or false");
  }
  context.reader.sink().add({problem.code, Severity::error, document.source(),
                             document.position(node, problem.offset), problem.length,
                             std::move(problem.message), std::move(problem.hint)});
  return false;
}

CodeRange read_condition(ReadContext& context, YamlNode node) {
  CodeRange range;
  if (node != kNoNode) read_expression(context, node, ValueType::boolean, range);
  return range;
}

void ReadContext::mark_unknown_target() {
  if (current == kNone) {
    unknown_leave = true;
    return;
  }
  const auto moment = static_cast<std::size_t>(current);
  if (unknown_targets.size() <= moment) unknown_targets.resize(moment + 1, 0);
  unknown_targets[moment] = 1;
}

MomentIndex read_target(ReadContext& context, YamlNode node, std::string_view who) {
  const YamlDocument& document = context.reader.document();
  // A moment with an ill-formed id is found all the same: that is reported where it stands.
  if (document.kind(node) == YamlKind::scalar) {
    if (const MomentIndex found = context.names.moment(document.text(node)); found != kNone)
      return found;
  }
  const std::optional<std::string_view> id = context.reader.id(node, "the target");
  if (!id) {
    context.mark_unknown_target();
    return kNone;
  }
  const std::string nearest = context.names.nearest_moment(*id);
  if (!nearest.empty() || !context.names.has_unnamed())
    context.reader.report(node, "M0012", fmt::format("{} leads to unknown moment '{}'", who, *id),
                          nearest.empty() ? "add a moment with this id, or name one that exists"
                                          : fmt::format("did you mean '{}'?", nearest));
  if (nearest.empty()) {
    context.mark_unknown_target();
    return kNone;
  }
  return context.names.moment(nearest);
}

std::optional<std::int32_t> read_name(ReadContext& context,
                                      YamlNode node,
                                      std::string_view what,
                                      const NameList& names,
                                      std::string_view code) {
  if (node == kNoNode) return std::nullopt;
  const NodeReader& reader = context.reader;
  const YamlDocument& document = reader.document();
  if (document.kind(node) != YamlKind::scalar) {
    reader.wrong_type(node, fmt::format("the {}", what), "one word");
    return std::nullopt;
  }
  const std::string_view name = document.text(node);
  if (const std::int32_t index = names.find(name); index != kNone) return index;
  if (names.incomplete()) return std::nullopt;
  std::string hint = reader.suggest(name, names.names());
  if (names.names().empty()) hint = fmt::format("this scenario declares no {}", what);
  reader.report(node, code, fmt::format("{} {} is not known", what, in_quotes(name)),
                std::move(hint));
  return std::nullopt;
}

std::optional<std::size_t> dimension_named(const NodeReader& reader,
                                           std::string_view name,
                                           YamlNode key) {
  const auto dimension = index_of(kDimensionNames, name);
  if (!dimension)
    reader.report(key, "M0043", fmt::format("dimension {} is not known", in_quotes(name)),
                  reader.suggest(name, kDimensionNames));
  return dimension;
}

std::string_view read_scene(ReadContext& context, YamlNode node) {
  const auto scene = context.reader.text(node, "'scene'");
  if (!scene) return {};
  const auto& known = context.options.pictures.known().scenes;
  const auto is_known = [&](std::string_view name) {
    return std::find(known.begin(), known.end(), name) != known.end();
  };
  if (!known.empty() && !is_known(*scene) && !is_known(split_scene_name(*scene).room)) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    context.reader.report(
        node, "M0054",
        fmt::format("scene {} is not known; the default picture is shown", in_quotes(*scene)),
        context.reader.suggest(split_scene_name(*scene).room, names), Severity::warning);
  }
  return *scene;
}

Range read_lines(ReadContext& context, YamlNode node, std::string_view what) {
  Range range{static_cast<std::uint32_t>(context.scenario.lines.size()), 0};
  if (node == kNoNode) return range;
  const YamlDocument& document = context.reader.document();
  Fields fields;
  if (document.kind(node) == YamlKind::map) {
    const Line line = read_line(context, node, what, fields);
    if (fields.contains("when")) reject_last_condition(context, fields.key("when"), "variant");
    context.scenario.lines.push_back(line);
  } else if (document.kind(node) == YamlKind::sequence) {
    if (document.first(node) == kNoNode)
      context.reader.report(node, "M0030", fmt::format("{} is an empty list", what),
                            "write a text, or leave the key out");
    bool warned = false;
    for (YamlNode item = document.first(node); item != kNoNode; item = document.next(item)) {
      const bool last = document.next(item) == kNoNode;
      Line line = read_line(context, item, what, fields);
      line.listed = true;
      const bool is_map = document.kind(item) == YamlKind::map;
      if (last && is_map && fields.contains("when"))
        reject_last_condition(context, fields.key("when"), "variant");
      if (!last && is_map && !fields.contains("when") && !warned) {
        warn_unreachable(context, item, "variant");
        warned = true;
      }
      context.scenario.lines.push_back(line);
    }
  } else {
    const TextId text = read_text(context, node, what);
    if (text == kNoText) return range;
    Line line;
    line.text = text;
    context.scenario.lines.push_back(line);
  }
  range.count = static_cast<std::uint32_t>(context.scenario.lines.size()) - range.first;
  return range;
}

Manner read_manner(ReadContext& context, const Fields& fields) {
  Manner manner;
  if (const auto feels = context.reader.word(fields["feels"], "feeling", kFeelingNames, "M0042"))
    manner.feels = static_cast<std::int8_t>(*feels);
  if (const YamlNode speaker = fields["speaker"]; speaker != kNoNode) {
    if (const auto member = read_name(context, speaker, "speaker", context.names.cast, "M0050"))
      manner.speaker = static_cast<std::int16_t>(*member);
  }
  manner.image = read_media(context, fields["image"], "'image'");
  manner.sound = read_media(context, fields["sound"], "'sound'");
  return manner;
}

Range read_routes(ReadContext& context, YamlNode node, std::string_view who) {
  Range range{static_cast<std::uint32_t>(context.scenario.routes.size()), 0};
  const YamlDocument& document = context.reader.document();
  if (document.kind(node) != YamlKind::sequence) {
    context.scenario.routes.push_back({{}, read_target(context, node, who)});
    range.count = 1;
    return range;
  }
  if (document.first(node) == kNoNode) {
    context.reader.report(node, "M0030", "'next' is an empty list",
                          "write the id of a moment, or routes like '- { when: …, go: … }'");
    context.mark_unknown_target();
  }
  bool warned = false;
  for (YamlNode item = document.first(node); item != kNoNode; item = document.next(item)) {
    const bool last = document.next(item) == kNoNode;
    Fields fields;
    if (!context.reader.fields(item, "a route", kRouteKeys, fields)) {
      context.mark_unknown_target();
      continue;
    }
    Route route;
    route.when = read_condition(context, fields["when"]);
    if (fields.contains("go")) {
      route.target = read_target(context, fields["go"], who);
    } else {
      context.reader.require(fields, item, "a route", "go");
      context.mark_unknown_target();
    }
    if (last && fields.contains("when"))
      reject_last_condition(context, fields.key("when"), "route");
    if (!last && !fields.contains("when") && !warned) {
      warn_unreachable(context, item, "route");
      warned = true;
    }
    context.scenario.routes.push_back(route);
  }
  range.count = static_cast<std::uint32_t>(context.scenario.routes.size()) - range.first;
  return range;
}

std::string_view read_media(ReadContext& context, YamlNode node, std::string_view what) {
  namespace fs = std::filesystem;
  const std::optional<std::string_view> name = context.reader.text(node, what);
  if (!name) return {};
  const fs::path relative(*name);
  bool outside = relative.is_absolute() || name->find('\\') != std::string_view::npos ||
                 name->find(':') != std::string_view::npos;
  for (const fs::path& part : relative) outside = outside || part == "..";
  std::error_code error;  // a name longer than any file's, a circle of links: there is no such file
  const fs::path folder = fs::weakly_canonical(context.scenario.folder, error);
  const fs::path file = outside ? fs::path() : fs::weakly_canonical(folder / relative, error);
  if (!outside && !error) {
    // A link that leads out of the folder counts as outside, too.
    const auto [end, ignored] =
        std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    outside = end != folder.end();
  }
  if (outside) {
    context.reader.report(
        node, "M0090",
        fmt::format("{} {} lies outside the scenario's folder", what, in_quotes(*name)),
        "copy the file below the scenario's folder and name it from there: images/stain.svg");
    return {};
  }
  if (!fs::is_regular_file(file, error)) {
    const std::string_view found = fs::exists(file, error) ? "is no file" : "is not there";
    context.reader.report(node, "M0091", fmt::format("{} {} {}", what, in_quotes(*name), found),
                          "the path starts at the scenario's own folder, capital letters count");
    return {};
  }
  return *name;
}

Portrait read_portrait(ReadContext& context, YamlNode node) {
  Portrait portrait;
  if (node == kNoNode) return portrait;
  const PictureVocabulary& known = context.options.pictures.known();
  if (context.reader.document().kind(node) != YamlKind::map) {
    portrait.like = read_part(context, node, "portrait", known.people);
    return portrait;
  }
  Fields fields;
  context.reader.fields(node, "a portrait", kPortraitKeys, fields);
  portrait.like = read_part(context, fields["like"], "portrait", known.people);
  portrait.hair = read_part(context, fields["hair"], "hair", known.hair);
  portrait.hair_colour =
      read_part(context, fields["hair_colour"], "hair colour", known.hair_colours);
  portrait.skin = read_part(context, fields["skin"], "skin", known.skins);
  portrait.outfit = read_part(context, fields["outfit"], "outfit", known.outfits);
  if (const YamlNode colours = fields["colours"]; colours != kNoNode) {
    context.reader.entries(
        colours, "'colours'", [&](std::string_view part, YamlNode key, YamlNode value) {
          if (part == "note") return;
          check_part(context, key, "part of the clothing", part, known.coloured_parts);
          portrait.colours[std::string(part)] = read_part(context, value, "colour", known.colours);
        });
  }
  std::vector<YamlNode> items;
  if (fields.contains("wears") && context.reader.items(fields["wears"], "'wears'", items)) {
    for (const YamlNode item : items) {
      std::string worn = read_part(context, item, "accessory", known.wears);
      if (!worn.empty()) portrait.wears.push_back(std::move(worn));
    }
  }
  return portrait;
}

}  // namespace mot
