// What a scenario declares by name: standards, needs, reference pages, cast, variables. A wrong
// declaration is reported once, and what uses it is not.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "engine/scenario/read_context.h"
#include "engine/scenario/variable_name.h"

namespace mot {
namespace {

constexpr std::size_t kMaxVariables = 256;
constexpr std::size_t kMaxCast = 1000;  // ours: a line keeps its speaker in 16 bits
constexpr std::array<std::string_view, 2> kCastKeys{"name", "portrait"};
constexpr std::array<std::string_view, 2> kReferenceKeys{"title", "text"};

// Calls visit(id, value) for each entry. False: the map could not be read.
template <class Visit>
bool each_id(ReadContext& context,
             const Fields& fields,
             std::string_view key,
             std::string_view what,
             Visit&& visit) {
  if (!fields.contains(key)) return true;
  return context.reader.entries(fields[key], fmt::format("'{}'", key),
                                [&](std::string_view, YamlNode at, YamlNode value) {
                                  if (const auto id = context.reader.declared_id(at, what))
                                    visit(*id, at, value);
                                });
}

void read_named_texts(ReadContext& context,
                      const Fields& fields,
                      std::string_view key,
                      std::string_view what,
                      NameList& names,
                      std::vector<NamedText>& into) {
  const bool is_map =
      each_id(context, fields, key, fmt::format("the {}'s id", what),
              [&](std::string_view id, YamlNode, YamlNode value) {
                names.add(id);
                into.push_back({id, read_text(context, value, fmt::format("the {}", what))});
              });
  if (!is_map) names.mark_incomplete();
}

void read_reference(ReadContext& context, const Fields& fields) {
  each_id(
      context, fields, "reference", "the page's id",
      [&](std::string_view id, YamlNode, YamlNode value) {
        Fields page;
        if (!context.reader.fields(value, "a page of reference", kReferenceKeys, page)) return;
        ReferencePage reference;
        reference.id = id;
        reference.title = read_required_text(context, value, "a page of reference", page, "title");
        reference.text = read_required_text(context, value, "a page of reference", page, "text");
        context.scenario.reference.push_back(reference);
      });
}

void read_cast(ReadContext& context, const Fields& fields) {
  NameList& names = context.names.cast;
  const bool is_map =
      each_id(context, fields, "cast", "the cast member's id",
              [&](std::string_view id, YamlNode at, YamlNode value) {
                if (names.names().size() == kMaxCast) {
                  if (!names.incomplete())
                    context.reader.report(
                        at, "M0029", fmt::format("the cast has more than {} members", kMaxCast));
                  names.mark_incomplete();
                  return;
                }
                names.add(id);
                CastMember member;
                member.id = id;
                Fields person;
                if (context.reader.fields(value, "a cast member", kCastKeys, person)) {
                  member.name = read_required_text(context, value, "a cast member", person, "name");
                  member.portrait = read_portrait(context, person["portrait"]);
                }
                context.scenario.cast.push_back(std::move(member));
              });
  if (!is_map) names.mark_incomplete();
}

// Names that can't be used are reported; the variable takes part all the same.
void check_variable_name(ReadContext& context, std::string_view name, YamlNode key) {
  const bool reserved = is_reserved_name(name);
  if (!reserved && is_variable_name(name)) return;
  context.names.add_doubtful_variable(name);
  std::string hint = "small letters, digits and '_', a letter first: promised_minutes";
  if (name.size() > kMaxIdLength)
    hint = fmt::format("a variable's name has at most {} characters", kMaxIdLength);
  context.reader.report(key, "M0072",
                        reserved ? fmt::format("'{}' is a word of the language of conditions", name)
                                 : fmt::format("{} is not a variable name", in_quotes(name)),
                        reserved ? "choose another name" : std::move(hint));
}

Variable read_variable(ReadContext& context, std::string_view name, YamlNode value) {
  Variable variable;
  variable.name = name;
  const YamlDocument& document = context.reader.document();
  const std::string_view written = document.text(value);
  const bool plain = document.kind(value) == YamlKind::scalar && !document.quoted(value);
  if (plain && (written == "true" || written == "false")) {
    variable.type = ValueType::boolean;
    variable.start = written == "true" ? 1 : 0;
    return variable;
  }
  std::string_view digits = written;
  if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) digits.remove_prefix(1);
  const bool number =
      plain && !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!number) {
    context.names.add_doubtful_variable(name);
    context.reader.wrong_type(
        value, fmt::format("variable {}", in_quotes(name)), "a whole number, true or false",
        document.quoted(value) ? "write it without quotes" : "it starts with this value");
  } else if (const auto start =
                 context.reader.integer(value, fmt::format("variable {}", in_quotes(name)),
                                        std::numeric_limits<std::int32_t>::min(),
                                        std::numeric_limits<std::int32_t>::max())) {
    variable.start = *start;
  }
  return variable;
}

void read_variables(ReadContext& context, const Fields& fields) {
  if (!fields.contains("variables")) return;
  std::vector<Variable>& variables = context.scenario.variables;
  const bool is_map = context.reader.entries(
      fields["variables"], "'variables'", [&](std::string_view name, YamlNode key, YamlNode value) {
        if (variables.size() == kMaxVariables)
          context.reader.report(key, "M0029",
                                fmt::format("there are more than {} variables", kMaxVariables),
                                "a few that are counted up go further than many flags");
        check_variable_name(context, name, key);
        const Variable variable = read_variable(context, name, value);
        context.names.add_variable(name, variable.type);
        variables.push_back(variable);
      });
  if (!is_map) context.names.mark_variables_incomplete();
}

}  // namespace

void read_declarations(ReadContext& context, const Fields& fields) {
  read_named_texts(context, fields, "standards", "standard", context.names.standards,
                   context.scenario.standards);
  read_named_texts(context, fields, "needs", "need", context.names.needs, context.scenario.needs);
  read_reference(context, fields);
  read_cast(context, fields);
  read_variables(context, fields);
}

}  // namespace mot
