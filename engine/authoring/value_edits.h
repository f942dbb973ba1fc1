// Edits of values that forms make: a key that is not there yet goes where somebody writing by hand
// would put it, and a list or a map of few words is written in brackets. Beside scenario_edits.h,
// whose paths and promises hold here, too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/scenario_edits.h"

namespace mot {

/// Sets a text, or with ScalarKind::word any value as it is to be written ("8", "[a, b]",
/// "{ empathy: 7 }"), in place of whatever stands there. A missing key is put before those that
/// follow it in docs/scenario_format.md. Refuses a path whose map is not there.
Result<TextEdit> put_value(const YamlSpans& spans,
                           std::string_view path,
                           std::string_view value,
                           ScalarKind kind = ScalarKind::text);

/// Sets a text in a map of texts; a map that is not there is begun, with one text a line. Refuses a
/// path whose map's own map is not there.
Result<TextEdit> put_text_in(const YamlSpans& spans,
                             std::string_view map,
                             std::string_view key,
                             std::string_view text);
/// Puts `written`, as it is to stand behind the key's colon, in place of whatever stands there; a
/// list or map on lines of its own begins with a line end. Refuses a key that is not there.
Result<TextEdit> replace_value(const YamlSpans& spans,
                               std::string_view path,
                               std::string_view written);

/// What the keys of a map of names are.
enum class NameRule : unsigned char { id, variable };

/// Adds a name and its value, as it is to be written, to a map of names; a map that is not there,
/// or has nothing in it, is begun. Refuses a name that is taken or against the rule, and a path at
/// which something else stands.
Result<TextEdit> add_entry(const YamlSpans& spans,
                           std::string_view map,
                           std::string_view name,
                           std::string_view value,
                           NameRule rule);

/// Takes a key out, and the map that it stands in where it is the only key there.
Result<TextEdit> take_out(const YamlSpans& spans, std::string_view path);

/// The ids of a list of scalars; empty where there is no list.
std::vector<std::string> words_at(const YamlSpans& spans, std::string_view path);

/// "[a, b]".
std::string in_brackets(const std::vector<std::string>& words);

}  // namespace mot
