#include "engine/interchange/paper_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/scenario/writer.h"

namespace mot {

std::string PaperWords::card(MomentIndex moment) const {
  return words_.text("script.card",
                     {{"number", fmt::format("{}", static_cast<std::size_t>(moment) + 1)}});
}

std::string PaperWords::letter(std::size_t response) {
  const std::string one(1, static_cast<char>('A' + response % 26));
  return response < 26 ? one : one + one;
}

std::string PaperWords::note(const Variable& variable) const {
  std::string name(variable.name);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string PaperWords::condition(CodeRange when) const {
  return in_words(write_expression(scenario_, when));
}

std::string PaperWords::change(const Assignment& set) const {
  const Variable& variable = scenario_.variables[static_cast<std::size_t>(set.variable)];
  const std::string name = note(variable);
  const std::string value = write_expression(scenario_, set.value, variable.type);
  if (variable.type == ValueType::boolean) {
    if (value == "true") return words_.text("script.set-noted", {{"name", name}});
    if (value == "false") return words_.text("script.set-struck", {{"name", name}});
    return words_.text("script.set-if", {{"name", name}, {"condition", in_words(value)}});
  }
  // "asked + 1" is one more of it.
  for (const auto& [sign, key] :
       {std::pair{" + ", "script.set-more"}, {" - ", "script.set-less"}}) {
    const std::string start = std::string(variable.name) + sign;
    const bool one_number =
        value.starts_with(start) && value.size() > start.size() &&
        value.find_first_not_of("0123456789", start.size()) == std::string::npos;
    if (one_number)
      return words_.text(key, {{"name", name}, {"value", value.substr(start.size())}});
  }
  return words_.text("script.set-number", {{"name", name}, {"value", in_words(value)}});
}

std::string PaperWords::notes_at_start() const {
  std::string all;
  for (const Variable& variable : scenario_.variables) {
    const bool is_number = variable.type == ValueType::integer;
    if (!is_number && variable.start == 0) continue;
    const std::string name = note(variable);
    all += all.empty() ? "" : words_.text("script.list-comma");
    all += is_number ? words_.text("script.note-value",
                                   {{"name", name}, {"value", fmt::format("{}", variable.start)}})
                     : words_.text("script.note-name", {{"name", name}});
  }
  return all;
}

std::optional<std::string> PaperWords::call(std::string_view function,
                                            std::string_view name,
                                            bool negated) const {
  if (function == "knows") {
    const auto need = std::find_if(scenario_.needs.begin(), scenario_.needs.end(),
                                   [&](const NamedText& each) { return each.id == name; });
    if (need == scenario_.needs.end()) return std::nullopt;
    return words_.text(negated ? "script.knows-not" : "condition.knows",
                       {{"name", reading_.trimmed(need->text)}});
  }
  if (function == "visited") {
    const MomentIndex moment = scenario_.find_moment(name);
    if (moment == kNone) return std::nullopt;
    return words_.text(negated ? "script.card-not-played" : "script.card-played",
                       {{"card", card(moment)}});
  }
  const ResponseIndex response = scenario_.find_response(name);
  if (response == kNone) return std::nullopt;
  const auto index = static_cast<std::size_t>(response);
  const MomentIndex moment = scenario_.responses[index].moment;
  const std::size_t first = scenario_.moments[static_cast<std::size_t>(moment)].responses.first;
  return words_.text(negated ? "script.answer-not-chosen" : "script.answer-chosen",
                     {{"letter", letter(index - first)}, {"card", card(moment)}});
}

std::optional<std::string> PaperWords::variable(std::string_view name, bool negated) const {
  const auto found = std::find_if(scenario_.variables.begin(), scenario_.variables.end(),
                                  [&](const Variable& each) { return each.name == name; });
  if (found == scenario_.variables.end()) return std::nullopt;
  if (found->type == ValueType::boolean)
    return words_.text(negated ? "script.not-noted" : "script.noted", {{"name", note(*found)}});
  if (negated) return std::nullopt;
  return words_.text("script.note-name", {{"name", note(*found)}});
}

}  // namespace mot
