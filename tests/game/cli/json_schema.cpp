#include "tests/game/cli/json_schema.h"

#include <fmt/format.h>

#include <regex>
#include <set>

#include "engine/base/utf8.h"

namespace mot::test {
namespace {

bool same(const Json& a, const Json& b) { return a.dump(-1) == b.dump(-1); }

std::string type_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.boolean() != nullptr) return "boolean";
  if (value.integer() != nullptr) return "integer";
  if (value.is_number()) return "number";
  if (value.string() != nullptr) return "string";
  return value.array() != nullptr ? "array" : "object";
}

bool is_type(const Json& value, const std::string& type) {
  const std::string own = type_of(value);
  return own == type || (own == "integer" && type == "number");
}

class Validator {
 public:
  explicit Validator(const Json& root) : root_(root) {}

  void check(const Json& schema, const Json& value, const std::string& at) {
    if (const bool* all = schema.boolean(); all != nullptr) {
      if (!*all) add(at, "nothing is allowed here");
      return;
    }
    for (const auto& [keyword, argument] : *schema.object()) {
      check_keyword(schema, keyword, argument, value, at);
    }
  }

  std::vector<std::string> found;

 private:
  void add(const std::string& at, const std::string& what) {
    found.push_back(fmt::format("{}: {}", at, what));
  }

  bool is_valid(const Json& schema, const Json& value) {
    Validator inner(root_);
    inner.check(schema, value, "");
    return inner.found.empty();
  }

  void check_keyword(const Json& schema,
                     const std::string& keyword,
                     const Json& argument,
                     const Json& value,
                     const std::string& at) {
    static const std::set<std::string> kNotes{"$schema",     "title", "description", "examples",
                                              "definitions", "then",  "else"};
    if (kNotes.count(keyword) != 0) return;
    if (keyword == "$ref") {
      const std::string name = argument.string()->substr(std::string("#/definitions/").size());
      const Json* target = root_.find("definitions")->find(name);
      if (target == nullptr) return add(at, "dangling $ref " + name);
      return check(*target, value, at);
    }
    if (keyword == "type") return check_type(argument, value, at);
    if (keyword == "enum") return check_enum(argument, value, at);
    if (keyword == "const") {
      if (!same(argument, value)) add(at, "is not " + argument.dump(-1));
      return;
    }
    if (keyword == "allOf") {
      for (const Json& part : *argument.array()) check(part, value, at);
      return;
    }
    if (keyword == "anyOf" || keyword == "oneOf") return check_choice(keyword, argument, value, at);
    if (keyword == "not") {
      if (is_valid(argument, value)) add(at, "is what it must not be");
      return;
    }
    if (keyword == "if") {
      const Json* branch = schema.find(is_valid(argument, value) ? "then" : "else");
      if (branch != nullptr) check(*branch, value, at);
      return;
    }
    if (check_scalar(keyword, argument, value, at) || check_array(keyword, argument, value, at) ||
        check_object(schema, keyword, argument, value, at)) {
      return;
    }
    add(at, "unknown keyword " + keyword);
  }

  void check_type(const Json& argument, const Json& value, const std::string& at) {
    if (argument.string() != nullptr) {
      if (!is_type(value, *argument.string())) {
        add(at, fmt::format("is {}, not {}", type_of(value), *argument.string()));
      }
      return;
    }
    for (const Json& type : *argument.array()) {
      if (is_type(value, *type.string())) return;
    }
    add(at, fmt::format("is {}, not one of {}", type_of(value), argument.dump(-1)));
  }

  void check_enum(const Json& argument, const Json& value, const std::string& at) {
    for (const Json& word : *argument.array()) {
      if (same(word, value)) return;
    }
    add(at, fmt::format("{} is not one of {}", value.dump(-1), argument.dump(-1)));
  }

  void check_choice(const std::string& keyword,
                    const Json& argument,
                    const Json& value,
                    const std::string& at) {
    std::size_t fitting = 0;
    for (const Json& part : *argument.array()) fitting += is_valid(part, value) ? 1U : 0U;
    if (fitting == 0 || (keyword == "oneOf" && fitting != 1)) {
      add(at, fmt::format("fits {} of {}", fitting, keyword));
    }
  }

  bool check_scalar(const std::string& keyword,
                    const Json& argument,
                    const Json& value,
                    const std::string& at) {
    const std::string* text = value.string();
    if (keyword == "pattern") {
      if (text != nullptr && !std::regex_search(*text, std::regex(*argument.string()))) {
        add(at, fmt::format("'{}' does not match {}", *text, *argument.string()));
      }
    } else if (keyword == "maxLength") {
      if (text != nullptr &&
          count_code_points(*text) > static_cast<std::size_t>(*argument.integer()))
        add(at, "is too long");
    } else if (keyword == "minLength") {
      if (text != nullptr &&
          count_code_points(*text) < static_cast<std::size_t>(*argument.integer()))
        add(at, "is too short");
    } else if (keyword == "minimum") {
      if (value.is_number() && value.number() < argument.number())
        add(at, "is below " + argument.dump(-1));
    } else if (keyword == "maximum") {
      if (value.is_number() && value.number() > argument.number())
        add(at, "is above " + argument.dump(-1));
    } else {
      return false;
    }
    return true;
  }

  bool check_array(const std::string& keyword,
                   const Json& argument,
                   const Json& value,
                   const std::string& at) {
    const Json::Array* array = value.array();
    if (keyword == "items") {
      for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        check(argument, (*array)[i], fmt::format("{}/{}", at, i));
      }
    } else if (keyword == "minItems") {
      if (array != nullptr && array->size() < static_cast<std::size_t>(*argument.integer()))
        add(at, "has too few entries");
    } else if (keyword == "maxItems") {
      if (array != nullptr && array->size() > static_cast<std::size_t>(*argument.integer()))
        add(at, "has too many entries");
    } else {
      return false;
    }
    return true;
  }

  bool check_object(const Json& schema,
                    const std::string& keyword,
                    const Json& argument,
                    const Json& value,
                    const std::string& at) {
    static const std::set<std::string> kKnown{
        "properties",    "additionalProperties", "required",    "propertyNames",
        "minProperties", "maxProperties",        "dependencies"};
    if (kKnown.count(keyword) == 0) return false;
    const Json::Object* object = value.object();
    if (object == nullptr) return true;
    if (keyword == "minProperties" &&
        object->size() < static_cast<std::size_t>(*argument.integer()))
      add(at, "has too few keys");
    if (keyword == "maxProperties" &&
        object->size() > static_cast<std::size_t>(*argument.integer()))
      add(at, "has too many keys");
    if (keyword == "required") {
      for (const Json& name : *argument.array()) {
        if (value.find(*name.string()) == nullptr) add(at, "lacks " + *name.string());
      }
    }
    if (keyword == "dependencies") {
      for (const auto& [name, needed] : *argument.object()) {
        if (value.find(name) == nullptr) continue;
        for (const Json& other : *needed.array()) {
          if (value.find(*other.string()) == nullptr)
            add(at, fmt::format("has {} and lacks {}", name, *other.string()));
        }
      }
    }
    for (const auto& [name, member] : *object) {
      const Json* properties = schema.find("properties");
      const Json* own = properties == nullptr ? nullptr : properties->find(name);
      if (keyword == "properties" && own != nullptr) check(*own, member, at + "/" + name);
      if (keyword == "additionalProperties" && own == nullptr)
        check(argument, member, at + "/" + name);
      if (keyword == "propertyNames") check(argument, Json(name), at + "/" + name + " (its name)");
    }
    return true;
  }

  const Json& root_;
};

Json scalar_of(std::string_view text) {
  static const std::regex integer(R"([-+]?[0-9]+)");
  static const std::regex decimal(R"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?))");
  const std::string value(text);
  if (value == "true" || value == "false") return Json(value == "true");
  if (value.empty() || value == "~" || value == "null") return Json();
  if (std::regex_match(value, integer)) return Json(static_cast<std::int64_t>(std::stoll(value)));
  if (std::regex_match(value, decimal)) return Json(std::stod(value));
  return Json(value);
}

Json json_of(const YamlDocument& document, YamlNode node) {
  switch (document.kind(node)) {
    case YamlKind::null: return Json();
    case YamlKind::scalar:
      return document.quoted(node) ? Json(document.text(node)) : scalar_of(document.text(node));
    case YamlKind::sequence: {
      Json list(Json::Array{});
      for (YamlNode item = document.first(node); item != kNoNode; item = document.next(item)) {
        list.push(json_of(document, item));
      }
      return list;
    }
    case YamlKind::map: break;
  }
  Json map(Json::Object{});
  for (YamlNode key = document.first(node); key != kNoNode;
       key = document.next(document.next(key))) {
    map.set(std::string(document.text(key)), json_of(document, document.next(key)));
  }
  return map;
}

}  // namespace

std::vector<std::string> violations(const Json& schema, const Json& value) {
  Validator validator(schema);
  validator.check(schema, value, "");
  return std::move(validator.found);
}

Json json_of(const YamlDocument& document) { return json_of(document, document.root()); }

}  // namespace mot::test
