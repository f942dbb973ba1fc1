// Where in a text the parts of a YAML document stand: scalars, entries of maps, items of lists,
// with the remarks that belong to them. What an edit replaces is one of these spans; everything
// else stays as the author wrote it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/text_edit.h"
#include "engine/base/result.h"
#include "engine/base/yaml.h"

namespace mot {

/// A stretch of a text, in bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// A path without its last step, and that step; a path of one step stands in the document itself,
/// whose path is empty.
std::string_view parent_path(std::string_view path);
std::string_view last_step(std::string_view path);

/// How a scalar is written.
enum class ScalarStyle : unsigned char { plain, single_quoted, double_quoted, block };

/// A document with the text it stands in.
class YamlSpans {
 public:
  /// Refuses a text that is not YAML of the format, with the first finding. `path` names it for
  /// whoever reads the document further.
  static Result<YamlSpans> parse(std::string text, const std::string& path = "text");

  /// The same as parse() of the text that an edit leaves; of a long text only what the edit touches
  /// is read where that is enough. Requires that the edit fits.
  Result<YamlSpans> after(const TextEdit& edit) const;

  const std::string& text() const { return document_->source()->text; }
  const YamlDocument& document() const { return *document_; }
  /// The same, to be kept; nothing is wrong with it as YAML.
  const std::shared_ptr<const YamlDocument>& shared_document() const { return document_; }

  /// The node at a path: keys of maps, and of lists the item whose `id` it is, or its number
  /// from 1. kNoNode: there is none.
  YamlNode find(std::string_view path) const;
  /// The value of a key; kNoNode: there is none.
  YamlNode value(YamlNode map, std::string_view key) const;
  /// The key node before a value of a map; kNoNode: there is none.
  YamlNode key_of(YamlNode map, YamlNode value) const;
  std::vector<YamlNode> items(YamlNode list) const;

  /// Whether the node stands inside brackets, or is brackets itself.
  bool in_brackets(YamlNode node) const;
  /// Whether there is such a node, of that kind.
  bool is(YamlNode node, YamlKind kind) const {
    return node != kNoNode && document_->kind(node) == kind;
  }
  /// From the first sign of a scalar, map or list to behind its last; a block's line end is not
  /// part of it.
  Span span(YamlNode node) const;
  ScalarStyle style(YamlNode scalar) const;
  /// Column, from 0, in which the node begins.
  std::size_t column(YamlNode node) const;

  /// The lines of an item of a list without brackets: its own and the remarks right above it, each
  /// with its line end.
  Span item_lines(YamlNode list, std::size_t index) const;
  /// The lines of a key and its value in a map without brackets.
  Span entry_lines(YamlNode map, YamlNode key) const;

 private:
  explicit YamlSpans(std::shared_ptr<const YamlDocument> document);
  std::size_t scalar_end(YamlNode scalar) const;
  std::size_t plain_end(std::size_t begin, YamlNode scalar) const;
  std::size_t block_end(std::size_t begin, YamlNode scalar) const;
  std::size_t quoted_end(std::size_t begin) const;
  std::size_t brackets_end(std::size_t begin) const;
  std::size_t line_begin(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;
  std::size_t behind_lines(std::size_t begin) const;
  std::size_t above_remarks(std::size_t begin, std::size_t column) const;
  void note_parents();

  std::shared_ptr<const YamlDocument> document_;
  /// By node: the map or list it is in.
  std::vector<YamlNode> parent_;
};

}  // namespace mot
