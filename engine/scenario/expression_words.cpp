#include "engine/scenario/expression_words.h"

#include <algorithm>
#include <array>

#include "engine/base/trim.h"

namespace mot {
namespace {

struct Sign {
  std::string_view text;
  std::string_view key;
};
constexpr std::array<Sign, 6> kSigns{{{"<=", "condition.le"},
                                      {">=", "condition.ge"},
                                      {"==", "condition.eq"},
                                      {"!=", "condition.ne"},
                                      {"<", "condition.lt"},
                                      {">", "condition.gt"}}};
constexpr std::array<Sign, 5> kWords{{{"and", "condition.and"},
                                      {"or", "condition.or"},
                                      {"not", "condition.not"},
                                      {"mood", "condition.mood"},
                                      {"turn", "condition.turn"}}};
constexpr std::array<Sign, 3> kFunctions{
    {{"visited", "condition.visited"}, {"chose", "condition.chose"}, {"knows", "condition.knows"}}};

template <class Table>
std::string_view key_of(const Table& table, std::string_view text) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Sign& sign) { return sign.text == text; });
  return found == table.end() ? std::string_view() : found->key;
}

bool is_word_sign(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

class Wording {
 public:
  Wording(std::string_view rest, const NameWords& names, const UiStrings& words)
      : rest_(rest), names_(names), words_(words) {}

  std::string run() {
    while (!(rest_ = trimmed(rest_)).empty()) say(next());
    return said_;
  }

 private:
  void say(std::string_view part) {
    const bool tight = said_.empty() || said_.back() == '(' || said_.back() == '-' || part == ")";
    if (!tight) said_ += ' ';
    said_ += part;
  }

  std::string next() {
    for (const Sign& sign : kSigns) {
      if (rest_.starts_with(sign.text)) {
        rest_.remove_prefix(sign.text.size());
        return words_.text(sign.key);
      }
    }
    const std::string_view word = take_word();
    if (word == "not") {
      const std::string_view behind = rest_;
      rest_ = trimmed(rest_);
      if (std::optional<std::string> said = name(take_word(), true)) return *said;
      rest_ = behind;
    }
    if (std::optional<std::string> said = name(word, false)) return *said;
    const std::string_view key = key_of(kWords, word);
    return key.empty() ? std::string(word) : words_.text(key);
  }

  /// A word, or one sign.
  std::string_view take_word() {
    const auto end = static_cast<std::size_t>(
        std::find_if_not(rest_.begin(), rest_.end(), is_word_sign) - rest_.begin());
    const std::string_view word = rest_.substr(0, std::max<std::size_t>(end, 1));
    rest_.remove_prefix(word.size());
    return word;
  }

  /// What a word names: a function with its brackets, or a variable. Nothing: neither, or it has no
  /// opposite.
  std::optional<std::string> name(std::string_view word, bool negated) {
    const std::string_view call = trimmed(rest_);
    const std::string_view function = key_of(kFunctions, word);
    if (!function.empty() && call.starts_with("(")) {
      const std::size_t close = std::min(call.find(')'), call.size());
      const std::string_view name = trimmed(call.substr(1, close - 1));
      std::optional<std::string> said = names_.call(word, name, negated);
      if (!said && negated) return said;
      rest_ = call.substr(std::min(close + 1, call.size()));
      return said ? said : words_.text(function, {{"name", name}});
    }
    const bool is_name = !word.empty() && word.front() >= 'a' && word.front() <= 'z' &&
                         word != "true" && word != "false" && key_of(kWords, word).empty();
    return is_name ? names_.variable(word, negated) : std::nullopt;
  }

  std::string_view rest_;
  const NameWords& names_;
  const UiStrings& words_;
  std::string said_;
};

}  // namespace

std::string expression_in_words(std::string_view expression,
                                const NameWords& names,
                                const UiStrings& words) {
  return Wording(expression, names, words).run();
}

}  // namespace mot
