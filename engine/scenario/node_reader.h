// Typed reading of YAML nodes: every wrong key, type and range becomes a finding, never a default.
// One NodeReader per file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"

namespace mot {

/// Longest text in code points, longest id in characters.
inline constexpr std::size_t kMaxTextLength = 4000;
inline constexpr std::size_t kMaxIdLength = 64;
/// Newest version of the format: `mot: 1`.
inline constexpr int kFormatVersion = 1;
/// Most stages of a journey; ours: nobody finds a way through more.
inline constexpr std::size_t kMaxStages = 1000;

/// In quotes, cut after 60 code points: for messages.
std::string in_quotes(std::string_view text);
/// Whether it has the form [a-z0-9][a-z0-9-]*, at most 64 characters.
bool is_id(std::string_view text);
/// Whether it is well-formed as a BCP 47 language tag: "en", "zh-CN", "zh-Hant-TW".
bool is_language_tag(std::string_view text);
/// Language tags are equal whatever their capitals.
bool same_tag(std::string_view a, std::string_view b);

/// The entries of a map whose keys are fixed. Absent keys give kNoNode. A misspelt key stands for
/// the one it is near to, so that what it holds is read and not reported as missing.
class Fields {
 public:
  YamlNode operator[](std::string_view key) const {
    for (const auto& [name, node] : entries_) {
      if (name == key) return node;
    }
    return kNoNode;
  }
  bool contains(std::string_view key) const { return (*this)[key] != kNoNode; }
  /// Whether the key is absent, and no misspelt key can have meant it.
  bool lacks(std::string_view key) const;
  /// The node of a key itself, for findings about the key.
  YamlNode key(std::string_view key) const;

 private:
  friend class NodeReader;
  std::vector<std::pair<std::string_view, YamlNode>> entries_;
  std::vector<YamlNode> keys_;
  /// Keys too short to be taken for what a misspelt one near to them meant.
  std::vector<std::string_view> meant_;
};

/// Reads one document and reports into a sink.
class NodeReader {
 public:
  NodeReader(const YamlDocument& document, DiagnosticSink& sink)
      : document_(&document), sink_(&sink) {}

  const YamlDocument& document() const { return *document_; }
  DiagnosticSink& sink() const { return *sink_; }

  /// Adds a finding at a node.
  void report(YamlNode at,
              std::string_view code,
              std::string message,
              std::string hint = {},
              Severity severity = Severity::error) const;
  /// "did you mean" over the names, or a list of them where none is near and they are few.
  std::string suggest(std::string_view name, std::span<const std::string_view> names) const;

  /// The value of one key of a map, as `fields` would find it; kNoNode: none. Reports nothing.
  YamlNode value_of(YamlNode map,
                    std::string_view key,
                    std::span<const std::string_view> keys) const;
  /// The entries of a map with fixed keys; `note` is always allowed. Unknown and repeated keys are
  /// reported. False: not a map (reported).
  bool fields(YamlNode node,
              std::string_view what,
              std::span<const std::string_view> keys,
              Fields& into) const;
  /// Calls visit(key text, key node, value node) for each entry of a map with free keys; repeated
  /// keys are reported and skipped. False: not a map (reported).
  template <class Visit>
  bool entries(YamlNode node, std::string_view what, Visit&& visit) const;
  /// The items of a list; false: not a list (reported).
  bool items(YamlNode node, std::string_view what, std::vector<YamlNode>& into) const;

  /// Reports M0022: "'minutes' is a whole number, not 'eight'".
  void wrong_type(YamlNode node,
                  std::string_view what,
                  std::string_view wanted,
                  std::string hint = {}) const;
  /// Reports M0024 at `at` (a map) for a key that `fields` lacks: "response 'act' needs 'next'".
  void require(const Fields& fields,
               YamlNode at,
               std::string_view what,
               std::string_view key,
               std::string hint = {}) const;
  /// Reports M0024 at `at` (a map).
  void missing(YamlNode at,
               std::string_view what,
               std::string_view key,
               std::string hint = {}) const;

  /// A text: any scalar, at most 4,000 characters, not empty (reported; nothing comes back). Absent
  /// (kNoNode): nothing, unreported.
  std::optional<std::string_view> text(YamlNode node, std::string_view what) const;
  /// A whole number between bounds, not in quotes.
  std::optional<std::int32_t> integer(YamlNode node,
                                      std::string_view what,
                                      std::int32_t least,
                                      std::int32_t most) const;
  /// A number with decimals between bounds.
  std::optional<double> number(YamlNode node,
                               std::string_view what,
                               double least,
                               double most) const;
  /// true or false.
  std::optional<bool> boolean(YamlNode node, std::string_view what) const;
  /// A well-formed id.
  std::optional<std::string_view> id(YamlNode node, std::string_view what) const;
  /// The same, but an ill-formed one (reported) comes back too: names are found although their
  /// declaration is wrong.
  std::optional<std::string_view> declared_id(YamlNode node, std::string_view what) const;
  /// A BCP 47 tag (M0114).
  std::optional<std::string_view> language(YamlNode node) const;
  /// Whether the file is of version 1 as far as the key tells; another version is reported (M0011),
  /// and nothing else of the file should be. An absent key is for `require`.
  bool version_is_known(std::string_view key) const;
  /// A word of a fixed list; `code` is the finding when it is none of them.
  template <std::size_t N>
  std::optional<std::size_t> word(YamlNode node,
                                  std::string_view what,
                                  const std::array<std::string_view, N>& words,
                                  std::string_view code) const {
    return word(node, what, std::span<const std::string_view>(words), code);
  }
  std::optional<std::size_t> word(YamlNode node,
                                  std::string_view what,
                                  std::span<const std::string_view> words,
                                  std::string_view code) const;

 private:
  using Keys = std::vector<std::pair<std::string_view, YamlNode>>;
  /// Reports repeated keys; `firsts` becomes the first of each, sorted if any was repeated.
  bool has_repeated(YamlNode map, Keys& firsts) const;
  static bool is_first(const Keys& firsts, std::string_view name, YamlNode key);
  bool open_map(YamlNode node, std::string_view what) const;
  std::optional<std::string_view> key_text(YamlNode key) const;

  const YamlDocument* document_;
  DiagnosticSink* sink_;
};

template <class Visit>
bool NodeReader::entries(YamlNode node, std::string_view what, Visit&& visit) const {
  if (!open_map(node, what)) return false;
  Keys seen;
  const bool repeated = has_repeated(node, seen);
  for (YamlNode key = document_->first(node); key != kNoNode;) {
    const YamlNode value = document_->next(key);
    const std::optional<std::string_view> name = key_text(key);
    bool skip = !name;
    if (repeated && name) skip = !is_first(seen, *name, key);
    if (!skip) visit(*name, key, value);
    key = document_->next(value);
  }
  return true;
}

}  // namespace mot
