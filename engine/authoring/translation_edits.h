// What a translator types into an editor: one text of a translation file, with the remark and the
// mark that go with it; and the marks that keep it in step while its source is edited. All else in
// the file stays as it is. A text without a mark is not compared with its source.
#pragma once

#include <string>
#include <string_view>

#include "engine/authoring/yaml_spans.h"
#include "engine/base/result.h"
#include "engine/interchange/translation_work.h"

namespace mot {

/// The file of a translation with `words` for the text at `path`, marked as made from the source as
/// it is now. `file` empty: there is none yet. Empty words take the text out. Refuses a file that
/// is no YAML.
Result<std::string> with_translation(const TranslationSource& source,
                                     std::string_view language,
                                     const std::string& file,
                                     std::string_view path,
                                     const std::string& words);

/// The file where the words at `path`, as they are, count as made from the source as it is now.
/// Refuses the same.
Result<std::string> still_right(const TranslationSource& source,
                                const std::string& file,
                                std::string_view path);

/// The file once its source is `now` and no longer `before`: what it has words for, and no mark,
/// gets the mark of the text before where that is another now. Refuses the same.
Result<std::string> with_marks_of_changed(const std::string& file,
                                          const YamlSpans& before,
                                          const YamlSpans& now);

}  // namespace mot
