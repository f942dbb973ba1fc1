// From files of other programs to a scenario's draft: which program a file comes from is told by
// what is in it. Each importer fills an ImportedStory; a refusal names the place, what is wrong and
// the mend. Implements docs/importing.md.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/report.h"
#include "engine/base/result.h"
#include "engine/interchange/imported_story.h"

namespace mot {

/// Largest file that is read as text, in bytes: published pages have their pictures inside.
inline constexpr std::size_t kMaxImportBytes = std::size_t{64} << 20U;
/// Most passages, screens or groups of rows: the moments a scenario may have.
inline constexpr std::size_t kMaxImportMoments = 20'000;

/// What a file is.
enum class ImportKind : unsigned char { twee, twine_html, h5p_json, sheet, unknown };

/// Tells by the content; the name decides only where a sheet could be any text.
ImportKind kind_of_import(std::string_view content, std::string_view name);

/// Twee 1 to 3: passages as text.
Result<ImportedStory> import_twee(std::string_view text);
/// Published or archived HTML of Twine 1 and 2.
Result<ImportedStory> import_twine_html(std::string_view html);
/// content.json of an H5P Branching Scenario, and its h5p.json where there is one.
Result<ImportedStory> import_h5p(std::string_view content, std::string_view package = {});
/// A sheet of moments: CSV with commas, semicolons or tabs.
Result<ImportedStory> import_sheet(std::string_view csv);

/// Reads a file of any of these kinds. Refuses what is none of them. `words`: of findings inside
/// the refusal's values; null: English.
Result<ImportedStory> import_file(const std::string& path, const ReportWords* words = nullptr);

}  // namespace mot
