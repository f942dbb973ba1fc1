// Twee: passages as text below headings ":: Name [tags] {metadata}". Part of import.h.
#include <fmt/format.h>

#include "engine/base/json.h"
#include "engine/base/json_members.h"
#include "engine/base/trim.h"
#include "engine/interchange/import.h"
#include "engine/interchange/twine_story.h"

namespace mot {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// Offset of the bracket that opens the block at the heading's end; those behind a backslash belong
/// to the name.
std::size_t last_block(std::string_view heading, char open, char close) {
  const bool escaped = heading.size() > 1 && heading[heading.size() - 2] == '\\';
  if (heading.empty() || heading.back() != close || escaped) return kNowhere;
  for (std::size_t i = heading.size() - 1; i-- > 0;) {
    if (heading[i] == open && (i == 0 || heading[i - 1] != '\\')) return i;
  }
  return kNowhere;
}

/// Offset of the metadata at the heading's end: an object of JSON.
std::size_t metadata(std::string_view heading) {
  constexpr int kMostTries = 8;
  if (heading.empty() || heading.back() != '}') return kNowhere;
  std::size_t at = heading.find('{');
  for (int tried = 0; at != kNowhere && tried < kMostTries; ++tried) {
    if ((at == 0 || heading[at - 1] != '\\') && parse_json(heading.substr(at))) return at;
    at = heading.find('{', at + 1);
  }
  return kNowhere;
}

std::string without_backslashes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

TwinePassage passage_of(std::string_view heading, std::uint32_t line) {
  TwinePassage passage;
  passage.line = line;
  heading = trimmed(heading);
  if (const std::size_t at = metadata(heading); at != kNowhere)
    heading = trimmed(heading.substr(0, at));
  if (const std::size_t at = last_block(heading, '<', '>'); at != kNowhere)
    heading = trimmed(heading.substr(0, at));
  if (const std::size_t at = last_block(heading, '[', ']'); at != kNowhere) {
    passage.tags = twine_tags(heading.substr(at + 1, heading.size() - at - 2));
    heading = trimmed(heading.substr(0, at));
  }
  passage.name = without_backslashes(heading);
  return passage;
}

void take_data(std::string_view text,
               TwineStory& story,
               std::vector<ImportNotice>& notices,
               std::uint32_t line) {
  const Result<Json> json = parse_json(text);
  if (!json || json->object() == nullptr) {
    notices.push_back({"story-data", {}, json ? "{" : in_one_line(json.error().message), line});
    return;
  }
  story.format = text_member(*json, "format");
  story.format_version = text_member(*json, "format-version");
  story.start = text_member(*json, "start");
}

std::string_view without_line_end(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace

Result<ImportedStory> import_twee(std::string_view text) {
  TwineStory story;
  std::uint32_t number = 0;
  bool before_first = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = without_line_end(text.substr(at, end - at));
    ++number;
    at = end + 1;
    if (line.substr(0, 2) == "::") {
      if (is_too_long(story)) return refuse_too_long();
      story.passages.push_back(passage_of(line.substr(2), number));
    } else if (story.passages.empty()) {
      before_first = before_first || !trimmed(line).empty();
    } else {
      // "\\::" is a line that begins with "::" and no heading.
      story.passages.back().text += line.substr(0, 3) == "\\::" ? line.substr(1) : line;
      story.passages.back().text += '\n';
    }
  }
  if (story.passages.empty())
    return refuse("refused.import-no-twee", {},
                  "there is no passage: in Twee each begins with a line ':: Its name'");
  std::vector<ImportNotice> notices;
  if (before_first) notices.push_back({"before-first", {}, {}, 1});
  bool has_start = false;
  for (const TwinePassage& passage : story.passages) {
    if (passage.name == "StoryData") take_data(passage.text, story, notices, passage.line);
    if (passage.name == "StoryTitle") story.title = in_one_line(passage.text);
    has_start = has_start || passage.name == "Start";
  }
  if (story.start.empty() && has_start) story.start = "Start";
  Result<ImportedStory> imported = story_of(std::move(story));
  if (imported) imported->notices.insert(imported->notices.begin(), notices.begin(), notices.end());
  return imported;
}

}  // namespace mot
