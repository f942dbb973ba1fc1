// The HTML that Twine publishes: its passages stand in <tw-passagedata>, or, of Twine 1, in a
// <div tiddler>. Everything else of the page is the story format's program. Part of import.h.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/interchange/import.h"
#include "engine/interchange/markup.h"
#include "engine/interchange/twine_story.h"

namespace mot {
namespace {

constexpr std::string_view kStory = "<tw-storydata";
constexpr std::string_view kTiddler = " tiddler=";
constexpr std::string_view kPassage = "<tw-passagedata";
constexpr std::size_t kNowhere = std::string_view::npos;

/// Counts lines on the way through a text.
class LineCount {
 public:
  explicit LineCount(std::string_view text) : text_(text) {}
  /// Line of an offset that is not before the last one asked for.
  std::uint32_t at(std::size_t offset) {
    line_ += static_cast<std::uint32_t>(
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(from_),
                   text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    from_ = offset;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t from_ = 0;
  std::uint32_t line_ = 1;
};

tl::unexpected<Refusal> unclosed(std::string_view what, std::uint32_t line) {
  return refuse("refused.import-unclosed",
                {{"line", std::to_string(line)}, {"what", std::string(what)}},
                fmt::format("line {}: {} is not closed, so the page is cut off or damaged; publish "
                            "the story to a file again",
                            line, what));
}

/// Finds passages in the order of a page. What stands in a story's scripts and styles is none, even
/// where it looks like one. Looks at each part of the page once for each element.
class PassageFinder {
 public:
  explicit PassageFinder(std::string_view html) : html_(html) {}
  /// Offset of the next passage's tag, not before the last one asked for; kNowhere: there is none.
  std::size_t from(std::size_t at) {
    while (true) {
      for (Element& element : elements_) {
        if (element.next < at || !element.known) element.next = html_.find(element.begin, at);
        element.known = true;
      }
      const auto& [passage, script, style] = elements_;
      const Element& code = script.next < style.next ? script : style;
      if (code.next >= passage.next) return passage.next;
      at = behind_closing(html_, code.next + 1, code.begin.substr(1));
    }
  }

 private:
  struct Element {
    std::string_view begin;
    std::size_t next = 0;
    bool known = false;
  };
  std::string_view html_;
  std::array<Element, 3> elements_{{{kPassage}, {"<script"}, {"<style"}}};
};

/// Passages of Twine 2 between two offsets; the name of the one with the number `start`.
Result<bool> read_passages(std::string_view html,
                           std::size_t from,
                           std::size_t end,
                           const std::string& start,
                           TwineStory& story) {
  LineCount lines(html);
  PassageFinder passages(html);
  for (std::size_t at = passages.from(from); at < end; at = passages.from(at + 1)) {
    const MarkupTag tag = tag_at(html, at);
    const std::uint32_t line = lines.at(at);
    if (tag.end == 0) return unclosed("<tw-passagedata", line);
    const std::size_t close = html.find("</tw-passagedata", tag.end);
    if (close == kNowhere) return unclosed("<tw-passagedata>", line);
    if (is_too_long(story)) return refuse_too_long();
    TwinePassage passage;
    passage.name = attribute(tag.attributes, "name");
    passage.tags = twine_tags(attribute(tag.attributes, "tags"));
    passage.text = without_entities(html.substr(tag.end, close - tag.end));
    passage.line = line;
    if (!start.empty() && attribute(tag.attributes, "pid") == start) story.start = passage.name;
    story.passages.push_back(std::move(passage));
    at = close;
  }
  return true;
}

Result<ImportedStory> read_twine_2(std::string_view html, std::size_t at) {
  const MarkupTag head = tag_at(html, at);
  if (head.end == 0) return unclosed("<tw-storydata", 1);
  TwineStory story;
  story.title = attribute(head.attributes, "name");
  story.format = attribute(head.attributes, "format");
  story.format_version = attribute(head.attributes, "format-version");
  const std::size_t end = std::min(html.find("</tw-storydata", head.end), html.size());
  const Result<bool> read =
      read_passages(html, head.end, end, attribute(head.attributes, "startnode"), story);
  if (!read) return tl::unexpected<Refusal>(read.error());
  const std::string_view inside = html.substr(head.end, end - head.end);
  std::vector<ImportNotice> notices;
  for (const std::string_view element : {"<script", "<style"}) {
    for (std::size_t i = inside.find(element); i != kNowhere; i = inside.find(element, i + 1)) {
      const MarkupTag tag = tag_at(inside, i);
      if (tag.end == 0) break;
      const std::size_t close = std::min(inside.find("</", tag.end), inside.size());
      const std::string code =
          in_one_line(inside.substr(tag.end, std::min<std::size_t>(close - tag.end, 500)));
      if (!code.empty()) notices.push_back({"script", {}, code, 0});
      i = close;
    }
  }
  // An archive holds several stories.
  for (std::size_t i = html.find(kStory, end); i != kNowhere; i = html.find(kStory, i)) {
    const MarkupTag tag = tag_at(html, i);
    if (tag.end == 0) break;
    i = tag.end;
    notices.push_back({"other-story", {}, in_one_line(attribute(tag.attributes, "name")), 0});
  }
  Result<ImportedStory> imported = story_of(std::move(story));
  if (imported) imported->notices.insert(imported->notices.begin(), notices.begin(), notices.end());
  return imported;
}

/// "\n" as Twine 1 wrote a line end.
std::string twine_1_text(std::string_view html) {
  const std::string text = without_entities(html);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '\\' && i + 1 < text.size();
    if (escaped && text[i + 1] == 'n') {
      out += '\n';
      ++i;
    } else if (escaped && (text[i + 1] == 't' || text[i + 1] == 's')) {
      out += text[i + 1] == 't' ? ' ' : '\\';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

Result<ImportedStory> read_twine_1(std::string_view html) {
  TwineStory story;
  story.format = "Twine 1";
  LineCount lines(html);
  // Nothing before `from` is looked at again.
  std::size_t from = 0;
  for (std::size_t at = html.find(kTiddler); at != kNowhere; at = html.find(kTiddler, from)) {
    const std::size_t open = html.substr(from, at - from).rfind('<');
    const bool is_tag = open != kNowhere && html[from + open + 1] != ' ';
    const MarkupTag tag = is_tag ? tag_at(html, from + open) : MarkupTag{};
    const std::uint32_t line = lines.at(at);
    if (is_tag && tag.end == 0) return unclosed("<div tiddler>", line);
    from = std::max(at + 1, tag.end);
    if (tag.name != "div" || tag.end < at) continue;
    const std::size_t close = html.find("</div", tag.end);
    if (close == kNowhere) return unclosed("<div tiddler>", line);
    if (is_too_long(story)) return refuse_too_long();
    TwinePassage passage;
    passage.name = attribute(tag.attributes, "tiddler");
    passage.tags = twine_tags(attribute(tag.attributes, "tags"));
    passage.text = twine_1_text(html.substr(tag.end, close - tag.end));
    passage.line = line;
    if (passage.name == "StoryTitle") story.title = in_one_line(passage.text);
    if (passage.name == "Start") story.start = passage.name;
    story.passages.push_back(std::move(passage));
    from = close;
  }
  return story_of(std::move(story));
}

}  // namespace

Result<ImportedStory> import_twine_html(std::string_view html) {
  // The story format's program may name the element, too; the story's own has attributes.
  for (std::size_t at = html.find(kStory); at != kNowhere;) {
    const MarkupTag tag = tag_at(html, at);
    const bool is_story = tag.end == 0 || !attribute(tag.attributes, "name").empty() ||
                          !attribute(tag.attributes, "startnode").empty() ||
                          !attribute(tag.attributes, "ifid").empty();
    if (is_story) return read_twine_2(html, at);
    at = html.find(kStory, tag.end);
  }
  if (html.find(kPassage) != kNowhere) {
    TwineStory story;
    const Result<bool> read = read_passages(html, 0, html.size(), {}, story);
    if (!read) return tl::unexpected<Refusal>(read.error());
    return story_of(std::move(story));
  }
  if (html.find(kTiddler) != kNowhere) return read_twine_1(html);
  return refuse(
      "refused.import-no-twine", {},
      "this page holds no Twine story (no <tw-storydata>); in Twine choose Build, Publish to File");
}

}  // namespace mot
