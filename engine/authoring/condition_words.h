// A condition read in plain words: "knows(baby) and mood < -20" → "knows 'The baby sleeps.' and
// mood is less than -20". For those who write one and don't program.
#pragma once

#include <string>
#include <string_view>

#include "engine/authoring/yaml_spans.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// The reading. Needs are said by their text in `spans`; what is not understood stays as it is.
std::string condition_in_words(std::string_view condition,
                               const YamlSpans& spans,
                               const UiStrings& words);

}  // namespace mot
