// The text of a Twine passage: what is said, where links lead, and what only Twine's story formats
// (Harlowe, SugarCube, Chapbook, Snowman) could have done with the rest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// Which program the passages are written for; its signs mean different things in each.
enum class TwineFormat : unsigned char { unknown, harlowe, sugarcube, chapbook, snowman };

/// "Harlowe" → harlowe; unknown for others.
TwineFormat twine_format_named(std::string_view name);

/// A link of a passage.
struct TwineLink {
  std::string text;
  /// Name of a passage.
  std::string target;

  friend bool operator==(const TwineLink&, const TwineLink&) = default;
};

/// Something that was left out.
struct TwineLeftOut {
  /// "macro", "condition", "variable", "computed-text", "media", "script", "note", "include",
  /// "computed-link", "back-link", "form": the last part of a key `import.notice.…`.
  std::string_view kind;
  /// As it stands in the passage.
  std::string what;

  friend bool operator==(const TwineLeftOut&, const TwineLeftOut&) = default;
};

/// What a passage is made of.
struct TwineText {
  std::string prose;
  /// Each pair of text and target once, in their order.
  std::vector<TwineLink> links;
  /// Where the passage jumps to without being asked; empty: nowhere.
  std::string jump;
  std::vector<TwineLeftOut> left_out;
};

/// Takes a passage apart. Never fails: what is not understood stays as text.
TwineText read_twine_text(std::string_view passage, TwineFormat format);

}  // namespace mot
