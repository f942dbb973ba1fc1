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
constexpr float kBackHeight = 36;
constexpr float kBackGap = 6;
constexpr std::string_view kBackTo = "back-to-";

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
                         turns[t].timed_out, t});
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

void Conversation::open(std::string title,
                        std::vector<ConversationEntry> entries,
                        bool at_end,
                        std::string note,
                        bool back) {
  title_ = std::move(title);
  entries_ = std::move(entries);
  note_ = std::move(note);
  back_ = back;
  to_end_ = at_end ? 2 : 0;
}

std::optional<std::size_t> Conversation::back_to(const std::string& id) {
  if (id.rfind(kBackTo, 0) != 0) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(std::stoul(id.substr(kBackTo.size())));
}

bool Conversation::leads_back() const {
  return back_ && std::any_of(entries_.begin(), entries_.end(),
                              [](const ConversationEntry& entry) { return entry.choice; });
}

void Conversation::draw(Canvas& canvas, Ui& ui, const UiStrings& words) {
  canvas.panel(kPanel, 24, theme::kCream, 3);
  canvas.text(title_, {264, 104}, {theme::kPageTitle});
  std::vector<float> heights;
  float total = 8;
  for (const ConversationEntry& entry : entries_) {
    heights.push_back(canvas.measure(entry.text, words_style()).height + 2 * kPadding - 8);
    total += kNameLine + heights.back() + kBetween;
    total += back_ && entry.choice ? kBackHeight + kBackGap : 0;
  }
  if (to_end_ > 0) {
    --to_end_;
    ui.scroll_to("log", total);
  }
  ui.begin_scroll(canvas, "log", kList, total);
  float y = kList.y + 4;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    y = draw_entry(canvas, ui, words, entries_[i], y, heights[i]) + kBetween;
  }
  ui.end_scroll(canvas);
  const std::string& close = words.text("common.close");
  const float w = std::max(140.F, canvas.text_width(close, theme::kLabel) + 48);
  ui.button(canvas, "close-conversation", {kPanel.right() - 24 - w, 608, w, 44}, close);
  if (!note_.empty()) {
    TextStyle style{theme::kCaption, theme::kInk2};
    style.width = kPanel.w - 48 - w - 24;
    canvas.paragraph(note_, {kPanel.x + 24, 600, style.width, 60}, style);
  }
}

// A name, what was said below it, and the way back; returns the end.
float Conversation::draw_entry(Canvas& canvas,
                               Ui& ui,
                               const UiStrings& words,
                               const ConversationEntry& entry,
                               float y,
                               float height) const {
  const bool mine = entry.name.empty();
  const float text = std::max(40.F, canvas.measure(entry.text, words_style()).width);
  const float w = text + 2 * kPadding;
  const float x = mine ? kList.right() - 28 - w : kList.x + 12;
  TextStyle name{theme::kCaption.weighing(600), mine ? theme::kTeal : theme::kInk2};
  name.align = mine ? Align::right : Align::left;
  canvas.text(caption(entry, words), {mine ? x + w - 4 : x + 4, y + 14}, name);
  y += kNameLine;
  canvas.panel({x, y, w, height}, 14, mine ? theme::kTeal50 : theme::kPaper, 1);
  canvas.paragraph(entry.text, {x + kPadding, y, kBubble, height}, words_style());
  y += height;
  if (back_ && entry.choice) {
    const std::string& label = words.text("play.back-to");
    const theme::Type type = theme::kLabel.growing(1.4F);
    const float wide = canvas.text_width(label, type) + 62;
    ui.button(canvas, std::string(kBackTo) + std::to_string(*entry.choice),
              {kList.right() - 28 - wide, y + kBackGap, wide, kBackHeight}, label,
              {.kind = ButtonKind::outline, .icon = "refresh", .type = type});
    y += kBackGap + kBackHeight;
  }
  return y;
}

}  // namespace mot
