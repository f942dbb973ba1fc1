#include "engine/interchange/twine_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"
#include "engine/interchange/import.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 26> kSpecialNames{
    "StoryInit",       "StoryCaption",  "StoryMenu",         "StoryBanner",     "StoryAuthor",
    "StorySubtitle",   "StorySettings", "StoryInterface",    "StoryShare",      "StoryIncludes",
    "StoryStylesheet", "StoryScript",   "StoryDisplayTitle", "StoryJavaScript", "StoryMetadata",
    "StoryLicense",    "StoryData",     "StoryTitle",        "PassageHeader",   "PassageFooter",
    "PassageReady",    "PassageDone",   "MenuOptions",       "MenuShare",       "MenuStory",
    "ClickToPlay"};
constexpr std::array<std::string_view, 13> kSpecialTags{
    "script", "stylesheet", "widget",      "init",          "startup",     "header", "footer",
    "debug",  "annotation", "Twine.image", "Twine.private", "Twine.audio", "haml"};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_special(const TwinePassage& passage) {
  if (is_one_of(passage.name, kSpecialNames)) return true;
  return std::any_of(passage.tags.begin(), passage.tags.end(),
                     [](const std::string& tag) { return is_one_of(tag, kSpecialTags); });
}

/// Texts of a single link that say no more than "go on".
bool says_only_go_on(const TwineLink& link) {
  constexpr std::array<std::string_view, 28> kGoOn{
      "continue", "next",  "go on",  "proceed", "ok",   "okay",   "more",
      "forward",  "start", "begin",  "...",     "…",    ">",      ">>",
      "→",        "»",     "weiter", "suite",   "继续", "下一步", "下一页",
      "往下看",   "开始",  "接着看", "好的",    "▶",    "->",     "*"};
  if (link.text == link.target) return true;
  std::string text = in_small_letters(link.text);
  while (text.size() > 1 && (text.back() == '.' || text.back() == '>' || text.back() == ' ') &&
         text != "...")
    text.pop_back();
  return is_one_of(text, kGoOn);
}

/// "[Put the phone down]", "*sigh*", "(Wait)": an action; the brackets are taken off.
bool take_action_marks(std::string& text) {
  if (text.size() < 3) return false;
  const char first = text.front();
  const char last = text.back();
  const bool marked = (first == '[' && last == ']') || (first == '(' && last == ')') ||
                      (first == '*' && last == '*');
  if (marked) text = text.substr(1, text.size() - 2);
  return marked;
}

/// "“I am sorry.”" → "I am sorry."
void take_speech_marks(std::string& text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPairs{
      {{"\"", "\""}, {"“", "”"}, {"「", "」"}}};
  for (const auto& [open, close] : kPairs) {
    const std::size_t marks = open.size() + close.size();
    const bool quoted = text.size() > marks && text.compare(0, open.size(), open) == 0 &&
                        text.compare(text.size() - close.size(), close.size(), close) == 0;
    if (!quoted) continue;
    const std::string inside = text.substr(open.size(), text.size() - marks);
    if (inside.find(open) == std::string::npos && inside.find(close) == std::string::npos)
      text = inside;
    return;
  }
}

ImportedMoment moment_of(TwinePassage& passage, TwineFormat format, ImportedStory& story) {
  TwineText text = read_twine_text(passage.text, format);
  ImportedMoment moment;
  moment.name = passage.name;
  moment.line = passage.line;
  moment.says = std::move(text.prose);
  for (const TwineLeftOut& left : text.left_out) {
    story.notices.push_back(
        {left.kind, in_one_line(passage.name), in_one_line(left.what), passage.line});
    if (left.kind != "variable") moment.left_out.push_back(in_one_line(left.what));
  }
  const bool single = text.links.size() == 1 && text.jump.empty();
  if (text.links.empty() || (single && says_only_go_on(text.links[0]))) {
    moment.next = single ? text.links[0].target : text.jump;
    return moment;
  }
  if (!text.jump.empty()) text.links.push_back({text.jump, text.jump});
  for (TwineLink& link : text.links) {
    ImportedResponse response;
    response.text = std::move(link.text);
    response.is_action = take_action_marks(response.text);
    take_speech_marks(response.text);
    response.target = std::move(link.target);
    moment.responses.push_back(std::move(response));
  }
  return moment;
}

std::string name_of_format(const TwineStory& twine) {
  if (twine.format.empty()) return "Twine";
  return fmt::format("Twine, {}{}{}", twine.format, twine.format_version.empty() ? "" : " ",
                     twine.format_version);
}

}  // namespace

bool is_too_long(const TwineStory& twine) {
  constexpr std::size_t kMostSpecial = 1'000;
  return twine.passages.size() >= kMaxImportMoments + kMostSpecial;
}

tl::unexpected<Refusal> refuse_too_long() {
  return refuse(
      "refused.import-passages", {{"most", std::to_string(kMaxImportMoments)}},
      fmt::format("the story has more than {} passages, which is the most a scenario may have; "
                  "split it into several stories",
                  kMaxImportMoments));
}

std::vector<std::string> twine_tags(std::string_view text) {
  std::vector<std::string> tags;
  std::string tag;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n') {
      tag += c;
    } else if (!tag.empty()) {
      tags.push_back(std::move(tag));
      tag.clear();
    }
  }
  if (!tag.empty()) tags.push_back(std::move(tag));
  return tags;
}

Result<ImportedStory> story_of(TwineStory twine) {
  ImportedStory story;
  story.title = std::move(twine.title);
  story.format = name_of_format(twine);
  story.start = std::move(twine.start);
  const TwineFormat format = twine_format_named(twine.format);
  for (TwinePassage& passage : twine.passages) {
    if (is_special(passage)) {
      if (passage.name != "StoryData" && passage.name != "StoryTitle")
        story.notices.push_back({"special-passage", {}, in_one_line(passage.name), passage.line});
      continue;
    }
    if (story.moments.size() == kMaxImportMoments) return refuse_too_long();
    story.moments.push_back(moment_of(passage, format, story));
  }
  if (story.moments.empty())
    return refuse("refused.import-no-passage", {},
                  "the story has no passage with a text, so there is nothing to take over");
  return story;
}

}  // namespace mot
