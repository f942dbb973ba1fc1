#include "engine/scenario/node_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "engine/base/ascii.h"
#include "engine/base/edit_distance.h"
#include "engine/base/utf8.h"

namespace mot {
namespace {

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view kind_word(YamlKind kind) {
  switch (kind) {
    case YamlKind::null: return "nothing";
    case YamlKind::scalar: return "a single value";
    case YamlKind::sequence: return "a list";
    case YamlKind::map: return "a map";
  }
  return "";
}

}  // namespace

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > kMaxIdLength || text[0] == '-') return false;
  return std::all_of(text.begin(), text.end(), is_id_character);
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kShown = 60;
  if (count_code_points(text) <= kShown) return fmt::format("'{}'", text);
  std::size_t offset = 0;
  for (std::size_t i = 0; i < kShown; ++i) next_code_point(text, offset);
  return fmt::format("'{}…'", text.substr(0, offset));
}

// Two or three letters, then parts of up to eight letters and digits, of which one of a single
// character introduces others.
bool is_language_tag(std::string_view text) {
  std::size_t start = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '-') {
      if (!is_letter(text[i]) && (start == 0 || !is_digit(text[i]))) return false;
      continue;
    }
    length = i - start;
    if (length == 0 || length > 8) return false;
    if (start == 0 && (length < 2 || length > 3)) return false;
    start = i + 1;
  }
  return length > 1;
}

bool same_tag(std::string_view a, std::string_view b) { return same_but_for_capitals(a, b); }

bool Fields::lacks(std::string_view key) const {
  return !contains(key) && std::find(meant_.begin(), meant_.end(), key) == meant_.end();
}

YamlNode Fields::key(std::string_view key) const {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].first == key) return keys_[i];
  }
  return kNoNode;
}

void NodeReader::report(YamlNode at,
                        std::string_view code,
                        std::string message,
                        std::string hint,
                        Severity severity) const {
  sink_->add({code, severity, document_->source(), document_->position(at), document_->width(at),
              std::move(message), std::move(hint)});
}

std::string NodeReader::suggest(std::string_view name,
                                std::span<const std::string_view> names) const {
  // Thousands of misspelt names in a file of thousands of ids: stop looking after the first few
  // hundred findings.
  constexpr std::size_t kBudget = 2'000'000;
  if (names.size() * (sink_->total() + 1) <= kBudget) {
    const std::string_view nearest =
        nearest_name(name, std::vector<std::string_view>(names.begin(), names.end()));
    if (!nearest.empty()) return fmt::format("did you mean '{}'?", nearest);
  }
  constexpr std::size_t kListed = 24;
  if (names.empty() || names.size() > kListed) return {};
  return fmt::format("one of: {}", fmt::join(names.begin(), names.end(), ", "));
}

bool NodeReader::open_map(YamlNode node, std::string_view what) const {
  if (document_->kind(node) == YamlKind::map) return true;
  wrong_type(node, what, "a map of 'key: value'");
  return false;
}

std::optional<std::string_view> NodeReader::key_text(YamlNode key) const {
  if (document_->kind(key) == YamlKind::scalar) return document_->text(key);
  report(key, "M0022", "a key is a plain word", "write 'key: value'");
  return std::nullopt;
}

bool NodeReader::is_first(const Keys& firsts, std::string_view name, YamlNode key) {
  const auto found = std::lower_bound(firsts.begin(), firsts.end(), std::pair(name, YamlNode{0}));
  return found != firsts.end() && found->second == key;
}

bool NodeReader::has_repeated(YamlNode map, Keys& seen) const {
  bool repeated = false;
  std::unordered_map<std::string_view, YamlNode> index;
  constexpr std::size_t kSmall = 24;
  for (YamlNode key = document_->first(map); key != kNoNode;
       key = document_->next(document_->next(key))) {
    if (document_->kind(key) != YamlKind::scalar) continue;
    const std::string_view name = document_->text(key);
    YamlNode earlier = kNoNode;
    if (seen.size() < kSmall) {
      for (const auto& [other, at] : seen) {
        if (other == name) earlier = at;
      }
    } else {
      if (index.empty()) {
        for (const auto& [other, at] : seen) index.emplace(other, at);
      }
      if (const auto found = index.find(name); found != index.end()) earlier = found->second;
    }
    if (earlier == kNoNode) {
      seen.emplace_back(name, key);
      if (!index.empty()) index.emplace(name, key);
      continue;
    }
    repeated = true;
    report(key, "M0021", fmt::format("key {} is written twice", in_quotes(name)),
           fmt::format("the first stands in line {}", document_->position(earlier).line));
  }
  if (repeated) std::sort(seen.begin(), seen.end());
  return repeated;
}

namespace {

// The key that a misspelt one of a map with these keys most likely is; empty: none.
std::string_view meant_key(std::string_view name, std::span<const std::string_view> keys) {
  return nearest_name(name, std::vector<std::string_view>(keys.begin(), keys.end()));
}

// `do`, `go`, `say`: too many words are near to these to read one as the other.
bool long_enough_to_be_taken(std::string_view key) { return key.size() >= 4; }

}  // namespace

YamlNode NodeReader::value_of(YamlNode map,
                              std::string_view key,
                              std::span<const std::string_view> keys) const {
  if (document_->kind(map) != YamlKind::map) return kNoNode;
  for (YamlNode at = document_->first(map); at != kNoNode;
       at = document_->next(document_->next(at))) {
    if (document_->text(at) == key) return document_->next(at);
  }
  if (!long_enough_to_be_taken(key)) return kNoNode;
  for (YamlNode at = document_->first(map); at != kNoNode;
       at = document_->next(document_->next(at))) {
    const std::string_view name = document_->text(at);
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
    if (meant_key(name, keys) == key) return document_->next(at);
  }
  return kNoNode;
}

bool NodeReader::fields(YamlNode node,
                        std::string_view what,
                        std::span<const std::string_view> keys,
                        Fields& into) const {
  into.entries_.clear();
  into.keys_.clear();
  into.meant_.clear();
  if (!open_map(node, what)) return false;
  std::vector<YamlNode> unknown;
  for (YamlNode key = document_->first(node); key != kNoNode;) {
    const YamlNode value = document_->next(key);
    const std::optional<std::string_view> name = key_text(key);
    if (name) {
      const YamlNode earlier = into.key(*name);
      if (earlier != kNoNode) {
        report(key, "M0021", fmt::format("key {} is written twice", in_quotes(*name)),
               fmt::format("the first stands in line {}", document_->position(earlier).line));
      } else if (*name == "note" || std::find(keys.begin(), keys.end(), *name) != keys.end()) {
        into.entries_.emplace_back(*name, value);
        into.keys_.push_back(key);
      } else {
        unknown.push_back(key);
      }
    }
    key = document_->next(value);
  }
  constexpr std::size_t kCompared = 100;  // a map of thousands of strange keys is no misspelling
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    const YamlNode key = unknown[i];
    const std::string_view name = document_->text(key);
    const std::string_view meant = i < kCompared ? meant_key(name, keys) : std::string_view();
    report(key, "M0020", fmt::format("{} has no key {}", what, in_quotes(name)),
           meant.empty()
               ? fmt::format("{} has: {}", what, fmt::join(keys.begin(), keys.end(), ", "))
               : fmt::format("did you mean '{}'?", meant));
    if (meant.empty() || into.contains(meant)) continue;
    if (!long_enough_to_be_taken(meant)) {
      into.meant_.push_back(meant);
      continue;
    }
    into.entries_.emplace_back(meant, document_->next(key));
    into.keys_.push_back(key);
  }
  if (const YamlNode note = into["note"]; note != kNoNode) {
    const YamlKind kind = document_->kind(note);
    if (kind == YamlKind::sequence || kind == YamlKind::map) wrong_type(note, "'note'", "a text");
  }
  return true;
}

void NodeReader::require(const Fields& fields,
                         YamlNode at,
                         std::string_view what,
                         std::string_view key,
                         std::string hint) const {
  if (fields.lacks(key)) missing(at, what, key, std::move(hint));
}

bool NodeReader::items(YamlNode node, std::string_view what, std::vector<YamlNode>& into) const {
  into.clear();
  if (document_->kind(node) != YamlKind::sequence) {
    wrong_type(node, what, "a list", "write '[a, b]', or one line each with '- '");
    return false;
  }
  for (YamlNode item = document_->first(node); item != kNoNode; item = document_->next(item))
    into.push_back(item);
  return true;
}

namespace {

// What to write for a key that is missing, where the reader of the part has no better advice.
std::string_view advice_for(std::string_view key) {
  constexpr std::pair<std::string_view, std::string_view> kAdvice[] = {
      {"id", "a short name of small letters, digits and '-': first-call"},
      {"title", "what people read in menus, in a few words"},
      {"name", "what people call them: Mrs Chen"},
      {"language", "the language of the texts in this file: en, zh-CN"},
      {"customer", "the id of a file of the folder customers, or a map with id, name and expects"},
      {"moments", "a list of what happens: decisions, lines, fate, endings"},
      {"stages", "a list of maps with id and title"},
      {"lessons", "a list of maps with id and scenario"},
      {"scenario", "the id of a scenario of the library"},
      {"stage", "a stage of the journey"},
      {"channel", "phone, counter, visit, chat, web, email or letter"},
      {"touchpoint", "the contact in the customer's words: The repair call is answered"},
      {"says", "what the customer says here"},
      {"text", "write 'text: …'"},
      {"go", "the id of a moment: { when: …, go: first-call }"},
      {"next", "the id of a moment"},
      {"when", "a condition: mood <= -60"},
      {"minutes", "the wait in minutes"},
      {"smell", "the code of what is accepted: S0014"},
      {"because", "the reason, in a sentence"},
      {"of", "the id of what is translated"},
      {"texts", "a map from path to text, as `mot translate` writes it"}};
  for (const auto& [name, advice] : kAdvice) {
    if (name == key) return advice;
  }
  return {};
}

}  // namespace

void NodeReader::missing(YamlNode at,
                         std::string_view what,
                         std::string_view key,
                         std::string hint) const {
  sink_->add({"M0024", Severity::error, document_->source(), document_->position(at), 1,
              fmt::format("{} needs '{}'", what, key),
              hint.empty() ? std::string(advice_for(key)) : std::move(hint)});
}

void NodeReader::wrong_type(YamlNode node,
                            std::string_view what,
                            std::string_view wanted,
                            std::string hint) const {
  const YamlKind kind = document_->kind(node);
  const std::string found =
      kind == YamlKind::scalar ? in_quotes(document_->text(node)) : std::string(kind_word(kind));
  report(node, "M0022", fmt::format("{} is {}, not {}", what, wanted, found), std::move(hint));
}

}  // namespace mot
