// Ids of a scenario's moments and responses given anew wherever they are named, as edits of its
// text that touch nothing else.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/text_edit.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/base/result.h"

namespace mot {

/// Gives a moment another id, wherever it is named: targets, `visited(…)`, `chose(…)`, `accept`.
/// Refuses an id that is none or taken.
Result<TextEdit> rename_moment(const YamlSpans& spans,
                               std::string_view id,
                               std::string_view new_id);
/// The same for a response: `on_timeout`, `chose(…)`, `accept`.
Result<TextEdit> rename_response(const YamlSpans& spans,
                                 std::string_view moment,
                                 std::string_view id,
                                 std::string_view new_id);

/// Targets and conditions inside some moments: what names an old id names the new one. `names`: old
/// → new ids of moments. The moments' own ids stay.
TextEdit rename_inside(const YamlSpans& spans,
                       const std::vector<std::string>& moments,
                       const std::map<std::string, std::string>& names);

/// In a translation: the texts and marks of what stood at a path, and below it, stand at another
/// ("moments.first-call" → "moments.call"). What was left there of something that is gone, and
/// would stand there twice, is taken out.
TextEdit rename_paths(const YamlSpans& translation, std::string_view path, std::string_view to);

}  // namespace mot
