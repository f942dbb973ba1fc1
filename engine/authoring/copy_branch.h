// A copy of a part of a story: a moment with everything that only it leads to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/text_edit.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/base/result.h"

namespace mot {

/// The moment and all that nothing but it leads to, whatever conditions say, in the order of the
/// text; empty where there is no such moment. Of the first moment that is the whole story.
std::vector<std::string> branch_of(const YamlSpans& spans, std::string_view moment);

/// A branch that was copied.
struct CopiedBranch {
  TextEdit edit;
  /// The new id of the moment that it begins with.
  std::string id;
  /// How many moments were copied.
  std::size_t moments = 0;
};

/// Puts a copy of a moment's branch behind the last of its moments, with ids that are free. What
/// leads on or asks inside the copy names the copy; what leads out of it leads where it led.
/// Refuses a moment that is not there or a list in brackets.
Result<CopiedBranch> copy_branch(const YamlSpans& spans, std::string_view moment);

}  // namespace mot
