// What a translator types into an editor: one text of a translation file, with the remarks and the
// marks that go with it.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/interchange/translation_work.h"

namespace mot {

/// The file of a translation with `words` for the text at `path`, which counts as made from the
/// source as it is now; everything else stays as it is. `file` empty: there is none yet. Empty
/// words take the text out. Refuses a file that is no YAML.
Result<std::string> with_translation(const TranslationSource& source,
                                     std::string_view language,
                                     const std::string& file,
                                     std::string_view path,
                                     const std::string& words);

}  // namespace mot
