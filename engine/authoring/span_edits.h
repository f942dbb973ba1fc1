// The pieces that edits of a scenario's text are made of: a span replaced, a scalar written in the
// style of the one that stood there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/authoring/text_edit.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/base/result.h"

namespace mot {

/// Puts something in place of a span.
TextChange replacing(const YamlSpans& spans, Span span, std::string inserted);

/// Refusals of a path at which nothing fitting stands, of what is no id, of an id that is there.
tl::unexpected<Refusal> no_place(std::string_view path);
tl::unexpected<Refusal> no_id(std::string_view id);
tl::unexpected<Refusal> taken(std::string_view id);
/// Why an id is none for a new item of the list at a path: it is no id, or another has it. Nothing
/// where it is free.
std::optional<Refusal> why_not_free(const YamlSpans& spans,
                                    std::string_view list,
                                    std::string_view id);

/// `value` as it is to be written in place of a scalar: in the same style where it can be.
/// `indent`: the column of its key.
std::string in_style_of(const YamlSpans& spans,
                        YamlNode scalar,
                        std::size_t indent,
                        std::string_view value);

}  // namespace mot
