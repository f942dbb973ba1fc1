// HTML as plain text: tags left out, line ends where a page has them, entities as signs. For texts
// inside stories, so it goes through them once and never nests. A whole HTML parser would build a
// tree that a hostile file makes as deep as it likes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// Entities (&amp; &#39; &#x4e2d; and the named ones of HTML 4) as signs; what is none stays.
std::string without_entities(std::string_view html);

/// One tag of HTML.
struct MarkupTag {
  /// In small letters; empty for comments and declarations.
  std::string name;
  bool closes = false;
  /// What stands behind the name.
  std::string_view attributes;
  /// Offset behind the tag.
  std::size_t end = 0;
};

/// The tag that begins at `at`, where there is one: a '<' before a letter, '/', '!' or '?', with no
/// other '<' outside quotes before its end.
/// A name of "" and an end of 0: there is none.
MarkupTag tag_at(std::string_view html, std::size_t at);

/// The value of an attribute, its entities as signs; empty where it is not there.
std::string attribute(std::string_view attributes, std::string_view name);

/// Offset behind the next `end` from `at` on; the length where there is none.
std::size_t offset_behind(std::string_view html, std::size_t at, std::string_view end);

/// Each '<' that begins no tag is looked at to the end of the text. After so many of them a text
/// has no tags any more, so that "<a<a<a…" stays cheap.
inline constexpr int kMostUnclosedTags = 50;

/// Offset behind the next closing tag of this name (in small letters), or the end.
std::size_t behind_closing(std::string_view html, std::size_t at, std::string_view name);

/// Whether a page breaks the line at this tag.
bool breaks_line(std::string_view tag);

/// Plain text of HTML. Each picture, sound, film or frame that was in it is added to `media`, by
/// its source, where given.
std::string plain_text(std::string_view html, std::vector<std::string>* media = nullptr);

/// Spaces at the ends of lines, more than one space and more than one empty line are left out.
std::string tidied_words(std::string_view text);

}  // namespace mot
