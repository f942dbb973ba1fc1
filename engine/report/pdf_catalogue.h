// What Cairo leaves out of a PDF's catalogue: that it is tagged, its language, and that readers
// show the title rather than the file's name.
#pragma once

#include <string>
#include <string_view>

namespace mot::report {

/// The PDF with an incremental update that adds it (ISO 32000-1, 7.5.6); as it was where its
/// catalogue is not found. `language` is a BCP 47 tag.
std::string with_catalogue(std::string pdf, std::string_view language);

}  // namespace mot::report
