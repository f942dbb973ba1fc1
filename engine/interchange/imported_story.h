// A story of another program on its way to a scenario: what Twine, H5P and sheets have in common.
// Flow: an importer fills it, `settle` makes it fit the format, story_writer.h writes it as a
// draft.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/customer/dimensions.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// Something that could not be carried over, or was changed on the way.
struct ImportNotice {
  /// The last part of a key `import.notice.…` of the interface texts: "macro", "dangling-link".
  std::string_view kind;
  /// The passage or row it is about, as the source calls it; empty: the whole story.
  std::string where;
  /// What it is about, as in the source: "(set: $a to 1)"; may be empty.
  std::string what;
  /// Line in the source from 1; 0: not known.
  std::uint32_t line = 0;

  friend bool operator==(const ImportNotice&, const ImportNotice&) = default;
};

/// A way on that the player chooses.
struct ImportedResponse {
  /// Given by the source; else made of the text by `settle`.
  std::string id;
  std::string text;
  bool is_action = false;
  /// Name of the moment it leads to.
  std::string target;
  std::string reply;
  std::string coach;
  /// Where the moment is fate: 1 … 1000.
  int odds = 1;
  /// 1 … 10 by Dimension; 0: not rated.
  std::array<int, kDimensions> delivers{};
  /// Index of the moment, set by `settle`.
  std::size_t to = 0;
};

/// One passage, screen or group of rows.
struct ImportedMoment {
  /// What links call it. May be anything, also empty or there twice.
  std::string name;
  /// For readers, where the name is none ("7" of an H5P node); empty: the name.
  std::string title;
  /// Set by `settle` where the source gives none.
  std::string id;
  std::string says;
  std::string thinks;
  std::string hint;
  std::string feels;
  std::string stage;
  std::string channel;
  std::string touchpoint;
  /// Levels 1 … 10 by Dimension; 0: not at stake, or nothing known.
  std::array<int, kDimensions> expects{};
  std::vector<ImportedResponse> responses;
  /// Where it goes on without a choice; empty: nowhere.
  std::string next;
  std::size_t to = 0;
  bool is_line = false;
  /// Chance takes one of the responses, which then have no texts.
  bool is_fate = false;
  /// Set by the source, or by `settle` where nothing leads on.
  std::optional<EndingKind> ending;
  /// The kind of ending is a guess.
  bool ending_guessed = false;
  /// Pieces of the source that were left out: shown as remarks above the moment.
  std::vector<std::string> left_out;
  /// Whole remarks above the moment, added by `settle`.
  std::vector<std::string> remarks;
  std::uint32_t line = 0;
};

/// A stage of the journey.
struct ImportedStage {
  std::string id;
  std::string title;
};

/// A whole story.
struct ImportedStory {
  /// What it comes from, for people: "Twine 2, Harlowe 3.3.8".
  std::string format;
  std::string title;
  std::string id;
  /// BCP 47; empty: told from the texts by `settle`.
  std::string language;
  std::string summary;
  std::string brief;
  /// Name of the moment it begins with; empty: the first.
  std::string start;
  std::size_t start_index = 0;
  std::vector<ImportedStage> stages;
  std::vector<ImportedMoment> moments;
  std::vector<ImportNotice> notices;
};

/// A piece of a source as it may stand in a remark or a report: one line, at most 80 code points.
std::string in_one_line(std::string_view text);

/// "The refund, please!" → "the-refund-please": letters and digits of the Latin alphabet without
/// their accents, cut between words at `most` characters. Empty where there are none.
std::string id_from(std::string_view text, std::size_t most);

/// The language the texts look like: zh-CN where Chinese signs are frequent, else en.
std::string language_of_texts(const ImportedStory& story);

/// Makes the story fit the format: ids for names, targets for links (an ending for what is
/// missing), kinds for moments, an ending where there is none, no text and no list beyond its
/// limit. All that is changed is added to the notices. `words` speaks the story's language.
/// Requires a moment. A story that comes to more than kMaxImportMoments is left as it is then: it
/// is to be refused.
void settle(ImportedStory& story, const UiStrings& words);

}  // namespace mot
