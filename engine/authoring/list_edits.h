// Lists that a form makes longer and shorter: the customer's reasons to leave, texts and ways on
// that stand under conditions, branches of fate; and maps of named parts: the cast, what can be
// looked up. A list or map that is not there is begun, one that would be empty is taken out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/authoring/text_edit.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/base/result.h"

namespace mot {

/// Puts an item behind the last of a list of the scenario. `item`: a map in brackets, "{ when: …,
/// next: … }". Refuses a list in brackets, and a path at which something else stands.
Result<TextEdit> add_to_list(const YamlSpans& spans, std::string_view list, std::string_view item);
/// Takes an item out, counted from 0.
Result<TextEdit> drop_from_list(const YamlSpans& spans, std::string_view list, std::size_t index);

/// A text ("says", "reply", "thinks") or a target ("next") that may be another under conditions: a
/// list of which the last has none.
enum class VariantKind : unsigned char { text, target };

/// Puts one more variant before the last, with a condition to be changed and otherwise like the
/// last; what stands there alone becomes the last. Refuses what is neither a text, a target nor a
/// list of variants on lines of their own.
Result<TextEdit> add_variant(const YamlSpans& spans, std::string_view path, VariantKind kind);
/// Takes one with a condition out, counted from 0; where only the last is left and has nothing else
/// beside it, it stands alone again. Refuses the last.
Result<TextEdit> drop_variant(const YamlSpans& spans,
                              std::string_view path,
                              std::size_t index,
                              VariantKind kind);

/// Adds a part with texts of its own to a map of named parts: `texts` are keys and what they say.
/// Refuses an id that is none or taken.
Result<TextEdit> add_part(const YamlSpans& spans,
                          std::string_view map,
                          std::string_view id,
                          const std::vector<std::pair<std::string, std::string>>& texts);

}  // namespace mot
