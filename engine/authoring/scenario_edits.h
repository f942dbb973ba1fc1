// What a form or a map does to a scenario, as edits of its text: each touches its own span and
// leaves comments, order and layout of everything else as they are. A path is written as in
// translations: "moments.first-call.responses.act.say"; an item of a list without an id is its
// number from 1.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/text_edit.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/base/result.h"

namespace mot {

/// What stands behind a key.
enum class ScalarKind : unsigned char {
  /// Words: written plain, in quotes or as a block, in the style that is there where it can be.
  text,
  /// A number, true, false, an id: written as it is.
  word,
};

/// A number, true, false or an expression, as somebody types it, for ScalarKind::word: a whole
/// number as it is, all else plain or, where YAML would read it otherwise, in quotes.
std::string written_value(std::string_view value);

/// Sets the scalar at a path; a key that its map does not have is added as the last one. Refuses a
/// path whose map is not there, and one at which a map or a list stands.
Result<TextEdit> set_scalar(const YamlSpans& spans,
                            std::string_view path,
                            std::string_view value,
                            ScalarKind kind = ScalarKind::text);

/// The same for a key of a map that is known, also one with dots in it.
Result<TextEdit> set_value(const YamlSpans& spans,
                           YamlNode map,
                           std::string_view key,
                           std::string_view value,
                           ScalarKind kind = ScalarKind::text);

/// Takes a key and all below it out. Refuses the last key of a map.
Result<TextEdit> remove_key(const YamlSpans& spans, std::string_view path);

/// The lists of a scenario: "moments", "moments.first-call.responses". Positions count from 0.
/// All refuse a list in brackets: that is edited as text.

/// Puts an item before position `before` (the number of items: behind the last). `item` is YAML of
/// one map without the "- " and without indentation: "id: a\nsay: Hello\n".
Result<TextEdit> insert_item(const YamlSpans& spans,
                             std::string_view list,
                             std::size_t before,
                             std::string_view item);
/// Takes an item out with the remarks above it. Refuses the only one.
Result<TextEdit> remove_item(const YamlSpans& spans, std::string_view list, std::size_t index);
/// Moves an item so that it is at position `to` afterwards.
Result<TextEdit> move_item(const YamlSpans& spans,
                           std::string_view list,
                           std::size_t index,
                           std::size_t to);
/// Puts a copy with another id right behind an item.
Result<TextEdit> duplicate_item(const YamlSpans& spans,
                                std::string_view list,
                                std::size_t index,
                                std::string_view id);
/// An item and the id of its copy.
struct ItemCopy {
  std::size_t index = 0;
  std::string id;
};
/// Puts copies of one or several items, in that order, before position `before`. Their ids differ.
Result<TextEdit> duplicate_items(const YamlSpans& spans,
                                 std::string_view list,
                                 const std::vector<ItemCopy>& copies,
                                 std::size_t before);

}  // namespace mot
