#include "game/cli/format_schema.h"

#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <string>
#include <vector>

#include "engine/customer/dimensions.h"
#include "engine/scenario/expression.h"
#include "game/cli/format_table.h"

namespace mot {
namespace {

constexpr int kLongestText = 4000;
constexpr int kLongestId = 64;
constexpr int kMostMoments = 20'000;
constexpr int kMostResponses = 32;
constexpr int kMostBranches = 32;
constexpr int kMostVariables = 256;

constexpr std::string_view kIdPattern = "^[a-z0-9][a-z0-9-]*$";
constexpr std::string_view kVariablePattern =
    "^(?!(?:and|or|not|true|false|mood|turn|visited|chose|knows)$)[a-z][a-z0-9_]*$";

Json object_of(std::string_view key, Json value) {
  return Json().set(std::string(key), std::move(value));
}

Json type_named(std::string_view name) { return object_of("type", name); }

Json strings(std::initializer_list<std::string_view> values) {
  Json list(Json::Array{});
  for (const std::string_view value : values) list.push(value);
  return list;
}

template <class Names>
void push_all(Json& list, const Names& names) {
  for (const std::string_view name : names) list.push(name);
}

Json reference_to(std::string_view definition) {
  return object_of("$ref", fmt::format("#/definitions/{}", definition));
}

Json any_of(std::vector<Json> choices) {
  Json list(Json::Array{});
  for (Json& choice : choices) list.push(std::move(choice));
  return object_of("anyOf", std::move(list));
}

std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

std::int64_t take_number(std::string_view& text) {
  const std::string_view word = take_word(text);
  std::int64_t value = 0;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

/// The words of the format, by the name the table gives the list.
Json words_of(std::string_view list) {
  Json words(Json::Array{});
  if (list == "channel") push_all(words, kChannelNames);
  if (list == "feeling") push_all(words, kFeelingNames);
  if (list == "ending") push_all(words, kEndingKindNames);
  if (list == "kind") push_all(words, kExpectationKindNames);
  if (list == "behaviour" || list == "skill") push_all(words, kBehaviourNames);
  if (list == "dimension" || list == "skill") push_all(words, kDimensionNames);
  if (list == "category") push_all(words, kCategoryNames);
  if (list == "counts") words = strings({"first", "best", "last"});
  assert(words.array() != nullptr && !words.array()->empty());
  return words;
}

/// For authors, allowed in every map.
constexpr FormatKey kNoteKey{"note", "text", "For other authors; never shown."};

/// A schema with its meaning. What stands beside a $ref is ignored in draft-07, so it is wrapped.
Json described(std::string_view about, Json type) {
  Json schema = object_of("description", about);
  if (type.find("$ref") != nullptr) return schema.set("allOf", Json().push(std::move(type)));
  for (auto& [name, value] : *type.object()) schema.set(name, std::move(value));
  return schema;
}

/// What stands behind a dimension or a category, to be added to its meaning.
std::string_view how_written(std::string_view values) {
  if (values == "rating") return " What the customer gets of it, 1 … 10.";
  if (values == "level") return " What the customer expects of it, 1 … 10, or its level and kind.";
  if (values == "importance") return " How much it counts, 1 … 100.";
  return {};
}

Json needs(std::string_view key) { return object_of("required", strings({key})); }

/// Makes schemas in which some names are offered.
class SchemaMaker {
 public:
  explicit SchemaMaker(const SchemaNames& names) : names_(names) {}

  Json definitions() {
    Json all(Json::Object{});
    for (const FormatMap& map : format_maps()) {
      if (map.name == "moment") {
        add_moments(all);
      } else if (map.name == "response") {
        all.set("response", response_definition(map_definition(map)));
      } else if (map.name == "level") {
        all.set("level", map_definition(map).set("minProperties", 1));
      } else {
        all.set(std::string(map.name), map_definition(map));
      }
    }
    return all;
  }

 private:
  /// A schema with the names of a kind as examples, as far as there are some.
  Json with_names(Json schema, std::string_view kind) {
    const auto found = names_.find(kind);
    if (found == names_.end() || found->second.empty()) return schema;
    Json list(Json::Array{});
    for (const std::string& name : found->second) list.push(name);
    return schema.set("examples", std::move(list));
  }

  /// The file's variables as keys of `set`; others may stand there, too.
  void offer_variables(Json& schema) {
    const auto found = names_.find("variable");
    if (found == names_.end()) return;
    Json properties(Json::Object{});
    for (const std::string& name : found->second)
      properties.set(name, described("A variable of this scenario.", type_schema("expression")));
    schema.set("properties", std::move(properties));
  }

  Json list_schema(std::string_view item, int least, int most = 0) {
    Json schema = type_named("array").set("items", type_schema(item));
    if (least > 0) schema.set("minItems", least);
    if (most > 0) schema.set("maxItems", most);
    return schema;
  }

  /// Any scalar is a text: `title: 1984` too.
  Json text_schema(std::string_view offered = {}) {
    return with_names(object_of("type", strings({"string", "number", "boolean"}))
                          .set("pattern", "\\S")
                          .set("maxLength", kLongestText),
                      offered);
  }

  Json id_schema(std::string_view offered = {}) {
    return with_names(object_of("type", strings({"string", "integer"}))
                          .set("pattern", kIdPattern)
                          .set("maxLength", kLongestId)
                          .set("minimum", 0),
                      offered);
  }

  /// A condition or an expression may be written without quotes: `true`, `5`.
  Json expression_schema(std::initializer_list<std::string_view> types, std::string_view offered) {
    return with_names(object_of("type", strings(types))
                          .set("minLength", 1)
                          .set("maxLength", static_cast<std::int64_t>(kMaxExpressionLength)),
                      offered);
  }

  /// A number is a level; a map gives a level, a kind, or both.
  Json level_schema() { return any_of({type_schema("int 1 10"), reference_to("level")}); }

  Json map_schema(std::string_view keys, std::string_view values) {
    Json schema = type_named("object");
    if (keys == "dimension" || keys == "category") {
      Json properties(Json::Object{});
      const Json names = words_of(keys);
      for (const Json& name : *names.array()) {
        const std::string about =
            fmt::format("{}{}", format_word_about(*name.string()), how_written(values));
        properties.set(*name.string(), described(about, type_schema(values)));
      }
      properties.set("note", key_schema(kNoteKey));
      return schema.set("properties", std::move(properties)).set("additionalProperties", false);
    }
    schema.set("additionalProperties", type_schema(values));
    if (keys == "id") {
      schema.set("propertyNames", object_of("pattern", kIdPattern).set("maxLength", kLongestId));
    } else if (keys == "variable") {
      schema.set("propertyNames",
                 object_of("pattern", kVariablePattern).set("maxLength", kLongestId));
      schema.set("maxProperties", kMostVariables);
      if (values == "expression") offer_variables(schema);
    } else if (keys == "path") {
      schema.set("propertyNames", object_of("pattern", "^[a-z0-9-]+(\\.[a-z0-9-]+)*$"));
    } else {
      assert(keys == "part");
    }
    return schema;
  }

  Json expects_schema() {
    Json list = type_named("array")
                    .set("items", object_of("enum", words_of("dimension")))
                    .set("minItems", 1);
    return any_of({std::move(list), map_schema("dimension", "level").set("minProperties", 1)});
  }

  Json type_schema(std::string_view type) {
    if (const std::size_t bar = type.find(" | "); bar != std::string_view::npos) {
      return any_of({type_schema(type.substr(0, bar)), type_schema(type.substr(bar + 3))});
    }
    if (type.substr(0, 1) == "@") return reference_to(type.substr(1));
    std::string_view rest = type;
    const std::string_view name = take_word(rest);
    if (name == "text") return text_schema(rest);
    if (name == "id") return id_schema(rest);
    if (name == "bool") return type_named("boolean");
    if (name == "version") return object_of("const", 1);
    if (name == "int" || name == "number") {
      Json schema = type_named(name == "int" ? "integer" : "number");
      schema.set("minimum", take_number(rest));
      return schema.set("maximum", take_number(rest));
    }
    if (name == "word") return object_of("enum", words_of(rest));
    if (name == "list") return list_schema(rest, 0);
    if (name == "list+") return list_schema(rest, 1, rest == "@moment" ? kMostMoments : 0);
    if (name == "map") {
      const std::string_view keys = take_word(rest);
      return map_schema(keys, rest);
    }
    if (name == "language") {
      return type_named("string").set("pattern", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$");
    }
    if (name == "condition") return expression_schema({"string", "boolean"}, "condition");
    if (name == "expression")
      return expression_schema({"string", "boolean", "integer"}, "variable");
    if (name == "start") return object_of("type", strings({"integer", "boolean"}));
    if (name == "smell")
      return with_names(type_named("string").set("pattern", "^S[0-9]{4}$"), "smell");
    if (name == "digest") return type_named("string").set("pattern", "^[0-9a-f]{8}$");
    if (name == "rating") return type_schema("int 1 10");
    if (name == "importance") return type_schema("int 1 100");
    if (name == "level") return level_schema();
    if (name == "expects") return expects_schema();
    if (name == "portrait") return any_of({text_schema("person"), reference_to("portrait")});
    if (name == "lines") {
      return any_of({text_schema(), reference_to("line"), list_schema("@line", 1)});
    }
    if (name == "routes") return any_of({id_schema("moment"), list_schema("@route", 1)});
    if (name == "branches") return list_schema("@branch", 2, kMostBranches);
    assert(name == "responses");
    return list_schema("@response", 1, kMostResponses);
  }

  /// A key's type with its meaning.
  Json key_schema(const FormatKey& key) { return described(key.about, type_schema(key.type)); }

  Json map_definition(const FormatMap& map, MomentKeyUse kind = kOnAll) {
    Json properties(Json::Object{});
    Json required(Json::Array{});
    for (const FormatKey& key : map.keys) {
      if ((key.kinds & kind) == 0) continue;
      properties.set(std::string(key.name), key_schema(key));
      if (key.required) required.push(key.name);
    }
    properties.set("note", key_schema(kNoteKey));
    Json schema = object_of("description", map.about);
    schema.set("type", "object").set("properties", std::move(properties));
    if (!required.array()->empty()) schema.set("required", std::move(required));
    return schema.set("additionalProperties", false);
  }

  /// The four kinds of moments, and which one a moment is by the key that it has.
  void add_moments(Json& definitions) {
    const FormatMap& moment = format_map("moment");
    Json decision = map_definition(moment, kOnDecision);
    decision.set("dependencies", Json()
                                     .set("expects", strings({"stage", "channel", "touchpoint"}))
                                     .set("time_limit", strings({"on_timeout"})));
    Json line = map_definition(moment, kOnLine);
    for (Json* talking : {&decision, &line}) {
      talking->set("required", strings({"id", "says", talking == &line ? "next" : "responses"}));
    }
    definitions.set("decision", std::move(decision));
    definitions.set("spoken_line", std::move(line));
    definitions.set("fate", map_definition(moment, kOnFate));
    definitions.set("ending", map_definition(moment, kOnEnding));
    const auto where = [](std::string_view key, std::string_view kind, Json otherwise) {
      return object_of("if", needs(key))
          .set("then", reference_to(kind))
          .set("else", std::move(otherwise));
    };
    Json choice =
        where("responses", "decision",
              where("chance", "fate", where("ending", "ending", reference_to("spoken_line"))));
    definitions.set("moment", std::move(choice.set("description", moment.about)));
  }

  /// Either said or done; a wait takes the place of a rating for responsiveness.
  Json response_definition(Json schema) {
    schema.set("oneOf", Json().push(needs("say")).push(needs("do")));
    Json rated_twice = object_of("required", strings({"wait", "delivers"}));
    rated_twice.set(
        "properties",
        object_of("delivers",
                  needs("responsiveness").set("description", "No rating besides a wait.")));
    return schema.set("not", std::move(rated_twice));
  }

  const SchemaNames& names_;
};

/// By the same keys as the loader tells them, in its order.
Json any_file() {
  const auto where = [](std::string_view key, std::string_view kind, Json otherwise) {
    return object_of("if", needs(key))
        .set("then", reference_to(kind))
        .set("else", std::move(otherwise));
  };
  return where("mot-translation", "translation",
               where("moments", "scenario",
                     where("stages", "journey",
                           where("lessons", "course",
                                 where("name", "customer", reference_to("scenario"))))));
}

}  // namespace

Json format_schema(std::string_view kind, const SchemaNames& names) {
  Json schema;
  schema.set("$schema", "http://json-schema.org/draft-07/schema#");
  schema.set("title", kind.empty() ? std::string("Moments of Truth: any file")
                                   : fmt::format("Moments of Truth: {}", kind));
  schema.set("allOf", Json().push(kind.empty() ? any_file() : reference_to(kind)));
  return schema.set("definitions", SchemaMaker(names).definitions());
}

}  // namespace mot
