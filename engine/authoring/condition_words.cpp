#include "engine/authoring/condition_words.h"

#include "engine/scenario/expression_words.h"

namespace mot {
namespace {

/// Needs by their texts, all other names as they are written.
class NamesOfText final : public NameWords {
 public:
  NamesOfText(const YamlSpans& spans, const UiStrings& words) : spans_(spans), words_(words) {}

  std::optional<std::string> call(std::string_view function,
                                  std::string_view name,
                                  bool negated) const override {
    if (negated || function != "knows") return std::nullopt;
    const YamlNode need = spans_.find("needs." + std::string(name));
    if (need == kNoNode) return std::nullopt;
    return words_.text("condition.knows", {{"name", spans_.document().text(need)}});
  }

  std::optional<std::string> variable(std::string_view /*name*/, bool /*negated*/) const override {
    return std::nullopt;
  }

 private:
  const YamlSpans& spans_;
  const UiStrings& words_;
};

}  // namespace

std::string condition_in_words(std::string_view condition,
                               const YamlSpans& spans,
                               const UiStrings& words) {
  return expression_in_words(condition, NamesOfText(spans, words), words);
}

}  // namespace mot
