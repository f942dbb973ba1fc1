#include "engine/authoring/condition_words.h"

#include <algorithm>
#include <array>
#include <utility>

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
  Wording(std::string_view rest, const YamlSpans& spans, const UiStrings& words)
      : rest_(rest), spans_(spans), words_(words) {}

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
    const auto end = static_cast<std::size_t>(
        std::find_if_not(rest_.begin(), rest_.end(), is_word_sign) - rest_.begin());
    const std::string_view word = rest_.substr(0, std::max<std::size_t>(end, 1));
    rest_.remove_prefix(word.size());
    const std::string_view call = trimmed(rest_);
    const std::string_view function = key_of(kFunctions, word);
    if (!function.empty() && call.starts_with("(")) return called(word, function, call);
    const std::string_view key = key_of(kWords, word);
    return key.empty() ? std::string(word) : words_.text(key);
  }

  std::string called(std::string_view word, std::string_view function, std::string_view call) {
    const std::size_t close = std::min(call.find(')'), call.size());
    std::string name(trimmed(call.substr(1, close - 1)));
    rest_ = call.substr(std::min(close + 1, call.size()));
    if (word == "knows") {
      const YamlNode need = spans_.find("needs." + name);
      if (need != kNoNode) name = spans_.document().text(need);
    }
    return words_.text(function, {{"name", name}});
  }

  std::string_view rest_;
  const YamlSpans& spans_;
  const UiStrings& words_;
  std::string said_;
};

}  // namespace

std::string condition_in_words(std::string_view condition,
                               const YamlSpans& spans,
                               const UiStrings& words) {
  return Wording(condition, spans, words).run();
}

}  // namespace mot
