// A scenario with all that it needs in one file, and the way back: nothing of a pack is used before
// all of it is checked. Implements docs/packs.md.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/base/report.h"
#include "engine/base/result.h"
#include "engine/scenario/loader.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// Ending of a pack's name.
inline constexpr const char* kPackEnding = ".motpack";
/// Most bytes of a picture or sound, and of all files of a pack together.
inline constexpr std::size_t kMaxPackedFile = std::size_t{16} << 20U;
inline constexpr std::size_t kMaxPacked = std::size_t{64} << 20U;

/// What was packed or unpacked.
struct Packed {
  std::string scenario;
  /// The pack, or the scenario's file in the new folder.
  std::string path;
  std::vector<std::string> files;
};

/// Why nothing was packed or unpacked.
enum class PackObstacle : unsigned char {
  /// What is in it is not right.
  content,
  /// Something is in the place where it would go.
  taken,
  /// It could not be written.
  machine,
};
/// Its sentence names file, cause and mend.
struct PackRefusal : Refusal {
  PackObstacle obstacle = PackObstacle::content;
  /// What stands as {reason} in it, to be said in the reader's language; without a message: nothing
  /// does.
  Refusal cause{};
};
/// The sentence in the language of `words`.
std::string sentence_of(const PackRefusal& refusal, const UiStrings& words);
using PackResult = tl::expected<Packed, PackRefusal>;

/// Packs the scenario of a file with its customer, journey, translations, pictures and sounds; the
/// same files give the same pack. Refuses a scenario with errors and files beyond the limits.
/// `output` empty: ID.motpack in the current folder. A file that is there is replaced if `force`.
/// `words`: of findings inside the refusal's values; null: English.
PackResult pack_scenario(const std::string& path,
                         const LoadOptions& options,
                         std::string output,
                         bool force,
                         const ReportWords* words = nullptr);

/// Whether an archive says of itself that it is a pack.
bool is_pack(const std::string& path);

/// Opens a pack into a new folder `folder`/ID, all of it or nothing: names, sizes, checksums, SVG
/// pictures and the scenario itself are checked before the folder gets its name. Refuses where that
/// folder is there already. `words` as above.
PackResult open_pack(const std::string& path,
                     const std::string& folder,
                     const LoadOptions& options,
                     const ReportWords* words = nullptr);

}  // namespace mot
