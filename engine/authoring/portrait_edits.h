// How somebody looks, as a form sets it: `portrait` is a person of the cast by name, or a map of
// that person and what is different.
#pragma once

#include <string>
#include <string_view>

#include "engine/authoring/text_edit.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/base/result.h"

namespace mot {

/// Sets one part of the portrait at a path: "like" (the person), "hair", "hair_colour", "skin",
/// "outfit", or "wears". `value` is written as it is ("bob", "[glasses]"); empty: as the person; of
/// "like": no portrait. Refuses another part where no person is named yet.
Result<TextEdit> set_portrait(const YamlSpans& spans,
                              std::string_view path,
                              std::string_view part,
                              std::string_view value);

/// A part as it is written, of a portrait in either form; empty: not there, or a list.
std::string portrait_part(const YamlSpans& spans, std::string_view path, std::string_view part);

}  // namespace mot
