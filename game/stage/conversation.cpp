#include "game/stage/conversation.h"

#include <algorithm>
#include <utility>

namespace mot {
namespace {

constexpr Rect kPanel{240, 60, 800, 612};
constexpr Rect kList{256, 128, 772, 464};
constexpr float kBubble = 560;  // its words
constexpr float kPadding = 16;
constexpr float kBetween = 14;
constexpr float kNameLine = 22;

TextStyle words_style() {
  TextStyle style{theme::kBody.sized(16).weighing(500)};
  style.width = kBubble;
  return style;
}

std::string caption(const ConversationEntry& entry, const UiStrings& words) {
  if (!entry.name.empty()) {
    return entry.name;
  }
  std::string text = words.text(entry.action ? "play.action" : "play.you");
  if (entry.timed_out) {
    text += " · " + words.text("play.timed-out");
  }
  return text;
}

}  // namespace

std::vector<ConversationEntry> conversation_of(const Play& play, std::size_t shown) {
  std::vector<ConversationEntry> entries;
  const Session& session = play.session();
  const auto& turns = session.turns();
  const auto add_lines = [&](std::size_t after, std::size_t most) {
    const EncounterView seen = view_at(session, after, play.reading());
    for (std::size_t i = 0; i < std::min(most, seen.lines.size()); ++i) {
      entries.push_back({seen.lines[i].speaker_name, seen.lines[i].text});
    }
  };
  for (std::size_t t = 0; t <= turns.size(); ++t) {
    add_lines(t, t == turns.size() ? shown + 1 : static_cast<std::size_t>(-1));
    if (t < turns.size()) {
      const Response& response =
          play.scenario().responses[static_cast<std::size_t>(turns[t].response)];
      entries.push_back({"", std::string(play.reading().trimmed(response.text)), response.is_action,
                         turns[t].timed_out});
    }
  }
  return entries;
}

std::vector<ConversationEntry> reference_of(const Play& play, const UiStrings& words) {
  const Scenario& scenario = play.scenario();
  const auto text = [&](TextId id) { return std::string(play.reading().trimmed(id)); };
  std::vector<ConversationEntry> entries;
  if (scenario.brief != kNoText) {
    entries.push_back({words.text("play.brief"), text(scenario.brief)});
  }
  std::string standards;
  for (const NamedText& standard : scenario.standards) {
    standards += (standards.empty() ? "• " : "\n• ") + text(standard.text);
  }
  if (!standards.empty()) {
    entries.push_back({words.text("common.standards"), standards});
  }
  for (const ReferencePage& page : scenario.reference) {
    entries.push_back({text(page.title), text(page.text)});
  }
  return entries;
}

void Conversation::open(std::string title, std::vector<ConversationEntry> entries, bool at_end) {
  title_ = std::move(title);
  entries_ = std::move(entries);
  to_end_ = at_end ? 2 : 0;
}

void Conversation::draw(Canvas& canvas, Ui& ui, const UiStrings& words) {
  canvas.panel(kPanel, 24, theme::kCream, 3);
  canvas.text(title_, {264, 104}, {theme::kPageTitle});
  std::vector<float> heights;
  float total = 8;
  for (const ConversationEntry& entry : entries_) {
    heights.push_back(canvas.measure(entry.text, words_style()).height + 2 * kPadding - 8);
    total += kNameLine + heights.back() + kBetween;
  }
  if (to_end_ > 0) {
    --to_end_;
    ui.scroll_to("log", total);
  }
  ui.begin_scroll(canvas, "log", kList, total);
  float y = kList.y + 4;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const ConversationEntry& entry = entries_[i];
    const bool mine = entry.name.empty();
    const float text = std::max(40.F, canvas.measure(entry.text, words_style()).width);
    const float w = text + 2 * kPadding;
    const float x = mine ? kList.right() - 28 - w : kList.x + 12;
    TextStyle name{theme::kCaption.weighing(600), mine ? theme::kTeal : theme::kInk2};
    name.align = mine ? Align::right : Align::left;
    canvas.text(caption(entry, words), {mine ? x + w - 4 : x + 4, y + 14}, name);
    y += kNameLine;
    canvas.panel({x, y, w, heights[i]}, 14, mine ? theme::kTeal50 : theme::kPaper, 1);
    canvas.paragraph(entry.text, {x + kPadding, y, kBubble, heights[i]}, words_style());
    y += heights[i] + kBetween;
  }
  ui.end_scroll(canvas);
  const std::string& close = words.text("common.close");
  const float w = std::max(140.F, canvas.text_width(close, theme::kLabel) + 48);
  ui.button(canvas, "close-conversation", {kPanel.right() - 24 - w, 608, w, 44}, close);
}

}  // namespace mot
