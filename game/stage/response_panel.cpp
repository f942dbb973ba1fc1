#include "game/stage/response_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace mot {
namespace {

constexpr float kButtonAround = 66;  // what a button has beside its words
constexpr theme::Type kButtonText = theme::kLabel.growing(1.6F);
constexpr float kCardX = 804;
constexpr float kResponseWidth = 436;
constexpr float kTop = 136;
constexpr float kRoom = 494;
constexpr float kCardGap = 10;
constexpr float kMostHeight = 116;
constexpr float kLeastHeight = 64;
constexpr float kAround = 32;  // above and below the words of a card together
constexpr float kWordsX = 64;  // in a card
constexpr float kTextWidth = 352;
constexpr float kActionLine = 22;
constexpr float kAroundBars = 16;  // instead, where all bars are to be seen
constexpr theme::Type kFigure = theme::kCaption.weighing(600).growing(1.6F);
constexpr float kShadowRoom = 8;

TextStyle card_style() {
  TextStyle style{theme::kChoice};
  style.width = kTextWidth;
  return style;
}

Rect between(Rect a, Rect b, float t) {
  const auto at = [t](float from, float to) { return from + (to - from) * t; };
  return {at(a.x, b.x), at(a.y, b.y), at(a.w, b.w), at(a.h, b.h)};
}

// Below the words of a card that is voted on.
float split_line(Canvas& canvas) { return canvas.measure("8", {kFigure}).line_height + 4; }

std::string id_of(std::size_t card) { return fmt::format("response-{}", card + 1); }

}  // namespace

std::vector<float> card_heights(const std::vector<float>& needed, float room, float gap) {
  std::vector<float> heights(needed.size(), 0);
  if (needed.empty()) {
    return heights;
  }
  // The highest common height at which all fit; cards that need more get what they need.
  const float gaps = gap * static_cast<float>(needed.size() - 1);
  const auto total = [&](float common) {
    return std::accumulate(needed.begin(), needed.end(), gaps, [common](float sum, float need) {
      return sum + std::max(need, common);
    });
  };
  float common = kMostHeight;
  while (common > kLeastHeight && total(common) > room) {
    common -= 1;
  }
  std::transform(needed.begin(), needed.end(), heights.begin(),
                 [common](float need) { return std::max(need, common); });
  return heights;
}

void ResponsePanel::prepare(Canvas& canvas,
                            const UiStrings& words,
                            const std::vector<OfferView>& offers,
                            std::size_t card) {
  if (shown_ || card >= offers.size()) {
    return;
  }
  offers_ = offers;
  canvas.push();
  canvas.clip({});
  if (card == 0 && !asks_confidence_) {
    draw_header(canvas, words);
  }
  draw_card(canvas, words, card, {kCardX, kTop, kResponseWidth, kMostHeight}, 0);
  canvas.pop();
}

void ResponsePanel::show(const std::vector<OfferView>& offers, bool still) {
  offers_ = offers;
  places_.assign(offers.size(), Rect{});
  shown_ = true;
  split_ = {};
  in_full_ = false;
  still_ = still;
  confidence_ = Confidence::unsaid;
  since_ = 0;
  chosen_.reset();
}

void ResponsePanel::translate(const std::vector<OfferView>& offers) {
  if (shown_ && !chosen_) {
    offers_ = offers;
  }
}

void ResponsePanel::choose(std::size_t card, Rect target) {
  chosen_ = card;
  since_chosen_ = 0;
  target_ = target;
}

void ResponsePanel::next_confidence() {
  if (asks_confidence_ && open()) {
    confidence_ = confidence_ == Confidence::unsaid ? Confidence::sure
                  : confidence_ == Confidence::sure ? Confidence::unsure
                                                    : Confidence::unsaid;
  }
}

void ResponsePanel::hide() {
  shown_ = false;
  chosen_.reset();
}

std::optional<std::size_t> ResponsePanel::card_of(const std::string& id) const {
  constexpr std::string_view kPrefix = "response-";
  if (id.compare(0, kPrefix.size(), kPrefix) != 0) {
    return std::nullopt;
  }
  std::size_t number = 0;
  const char* end = id.data() + id.size();
  const auto read = std::from_chars(id.data() + kPrefix.size(), end, number);
  if (read.ptr != end || number < 1 || number > offers_.size()) {
    return std::nullopt;
  }
  return number - 1;
}

void ResponsePanel::update(float dt) {
  if (!shown_) {
    return;
  }
  since_ += dt;
  if (chosen_) {
    since_chosen_ += dt;
    if (since_chosen_ >= (still_ ? theme::kReducedFade : theme::kChosenMoves)) {
      hide();
    }
  }
}

bool ResponsePanel::moving() const {
  if (!shown_) {
    return false;
  }
  const auto last = static_cast<float>(offers_.size());
  return chosen_ || since_ <= theme::kCardEnter + theme::kCardStagger * last;
}

// How far a card has come, 0 … 1.
float ResponsePanel::strength(std::size_t card) const {
  if (still_) {
    return std::min(1.F, since_ / theme::kReducedFade);
  }
  const float wait = theme::kCardStagger * static_cast<float>(std::min<std::size_t>(card, 8));
  return std::clamp((since_ - wait) / theme::kCardEnter, 0.F, 1.F);
}

float ResponsePanel::needed_height(Canvas& canvas, const OfferView& offer) const {
  const float words = canvas.measure(offer.text, card_style()).height;
  return words + kAround + (offer.is_action ? kActionLine : 0) + (vote_ ? split_line(canvas) : 0);
}

// Of all cards, as they are shown now.
std::vector<float> ResponsePanel::heights(Canvas& canvas) {
  if (shows_bars()) {
    split_ = split_cards(canvas, offers_, card_style(), kRoom, kAroundBars + split_line(canvas));
    return split_.heights;
  }
  std::vector<float> needed;
  needed.reserve(offers_.size());
  for (const OfferView& offer : offers_) {
    needed.push_back(needed_height(canvas, offer));
  }
  return card_heights(needed, kRoom, kCardGap);
}

// How many have voted, and what the trainer does next.
void ResponsePanel::draw_vote_header(Canvas& canvas, const UiStrings& words) const {
  const theme::Type count_type = theme::kLabel.growing(1.3F);
  const std::string count =
      words.text("room.votes", {{"count", fmt::format("{}", vote_->total())}});
  TextStyle style{count_type, theme::kTeal700};
  style.align = Align::right;
  canvas.text(count, {1232, 118}, style);
  TextStyle title{theme::kPanelTitle.growing(1.3F)};
  title.width = 1232 - 812 - canvas.text_width(count, count_type) - 12;
  title.max_lines = 1;
  canvas.text(words.text(vote_->revealed() ? "room.decide" : "room.vote"), {812, 119}, title);
}

// The part of the votes that a card got, below its words.
void ResponsePanel::draw_split(Canvas& canvas,
                               const UiStrings& words,
                               std::size_t card,
                               Rect box) const {
  const int count = card < vote_->counts().size() ? vote_->counts()[card] : 0;
  const int total = std::max(1, vote_->total());
  const auto figure = [&words](int hands, int per_cent) {
    return fmt::format("{} · {}", hands,
                       words.text("figure.percent", {{"value", fmt::format("{}", per_cent)}}));
  };
  // All bars are as long, whatever stands beside them.
  const float beside = canvas.text_width(figure(vote_->total(), 100), kFigure) + 12;
  const float y = box.bottom() - 6 - split_line(canvas) / 2;
  const float left = box.x + kWordsX;
  const Rect bar{left, y - 5, box.right() - 18 - beside - left, 10};
  canvas.mark(fmt::format("split-{}", card + 1), bar);
  canvas.bar(bar, static_cast<float>(count) / static_cast<float>(total), theme::kTeal);
  TextStyle style{kFigure};
  style.align = Align::right;
  canvas.label(figure(count, (100 * count + total / 2) / total), {box.right() - 18, y}, style);
}

void ResponsePanel::draw_header(Canvas& canvas, const UiStrings& words) const {
  const theme::Type title = theme::kPanelTitle.growing(1.5F);
  const float end = canvas.text(words.text("play.question"), {812, 119}, {title}).right();
  TextStyle keys{theme::kCaption.weighing(500).growing(1.5F), theme::kInk2};
  keys.align = Align::right;
  const std::size_t most = std::min<std::size_t>(9, offers_.size());
  const std::string press =
      words.text(most == 1 ? "play.press-one" : "play.press", {{"count", fmt::format("{}", most)}});
  // The numbers on the cards say the same.
  if (end + 12 + canvas.text_width(press, keys.type) <= 1232) {
    canvas.text(press, {1232, 118}, keys);
  }
}

void ResponsePanel::draw_title(Canvas& canvas, const UiStrings& words, float width) const {
  const std::string& question = words.text("play.question");
  TextStyle title{theme::kPanelTitle.growing(1.5F)};
  if (canvas.text_width(question, title.type) > width) {
    title.type = theme::kLabel.weighing(700).growing(1.2F);
  }
  title.width = width;
  if (canvas.text_width(question, title.type) <= width) {
    canvas.text(question, {812, 119}, title);
    return;
  }
  title.type = theme::kCaption.weighing(700).growing(1);
  title.max_lines = 2;
  canvas.paragraph(question, {812, 92, width, 40}, title);
}

// In the place of what the numbers on the cards say anyway.
void ResponsePanel::draw_confidence(Canvas& canvas, Ui& ui, const UiStrings& words) const {
  const theme::Type type = theme::kLabel.growing(1.2F);
  const bool sure = confidence_ == Confidence::sure;
  const bool said = confidence_ != Confidence::unsaid;
  const std::string& label = words.text(sure   ? "play.sure"
                                        : said ? "play.unsure"
                                               : "play.how-sure");
  const float width = canvas.text_width(label, type) + 60;
  draw_title(canvas, words, kCardX + kResponseWidth - width - 8 - 812);
  ui.button(canvas, "sureness", {kCardX + kResponseWidth - width, 94, width, 36}, label,
            {.kind = sure   ? ButtonKind::primary
                     : said ? ButtonKind::amber
                            : ButtonKind::quiet,
             .icon = sure   ? "check"
                     : said ? "minus"
                            : "target",
             .left_aligned = true,
             .type = type,
             .radius = 18,
             .icon_size = 18});
}

void ResponsePanel::draw_buttons(Canvas& canvas,
                                 Ui& ui,
                                 const UiStrings& words,
                                 bool practice) const {
  const bool turns = vote_ && vote_->revealed() && split_.cut;  // to all words, and back
  const std::string& left = words.text(!vote_     ? "play.hint"
                                       : !turns   ? "room.reveal"
                                       : in_full_ ? "room.all-bars"
                                                  : "room.in-full");
  const std::string& right = words.text(vote_ ? "room.cues" : "play.conversation");
  const float room = kResponseWidth - 10 - 2 * kButtonAround;
  theme::Type type = kButtonText;
  if (canvas.text_width(left, type) + canvas.text_width(right, type) > room) {
    type = theme::kLabel.growing(1);
  }
  const float w = canvas.text_width(right, type) + kButtonAround;
  const float left_w = std::min(kResponseWidth - 10 - w,
                                std::max(146.F, canvas.text_width(left, type) + kButtonAround));
  const Rect right_box{kCardX + kResponseWidth - w, 646, w, 40};
  const Rect left_box{kCardX, 646, left_w, 40};
  if (vote_) {
    ui.button(canvas, turns ? "words" : "reveal", left_box, left,
              {.kind = vote_->revealed() ? ButtonKind::quiet : ButtonKind::primary,
               .icon = turns && !in_full_ ? "list" : "users",
               .left_aligned = true,
               .enabled = turns || !vote_->revealed(),
               .type = type});
    ui.button(canvas, "cues", right_box, right,
              {.kind = ButtonKind::quiet, .icon = "chat", .left_aligned = true, .type = type});
    return;
  }
  if (practice) {
    ui.button(canvas, "hint", left_box, left,
              {.kind = ButtonKind::quiet, .icon = "bulb", .left_aligned = true, .type = type});
  }
  ui.button(canvas, "conversation", right_box, right,
            {.kind = ButtonKind::quiet, .icon = "list", .left_aligned = true, .type = type});
}

void ResponsePanel::draw_card(Canvas& canvas,
                              const UiStrings& words,
                              std::size_t card,
                              Rect box,
                              float hover) const {
  const OfferView& offer = offers_[card];
  canvas.panel(box, theme::kRadiusChoice, mixed(theme::kPaper, theme::kTeal50, hover), 1);
  if (hover > 0) {
    canvas.border(box, theme::kRadiusChoice, theme::kSelectionBorder, faded(theme::kTeal, hover));
  }
  const Vec badge{box.x + 34, box.y + box.h / 2};
  canvas.circle(badge, 17, mixed(theme::kSand, theme::kTeal, hover));
  TextStyle number{theme::kCardTitle.sized(16).growing(1.4F),
                   mixed(theme::kInk, theme::kPaper, hover)};
  number.align = Align::centre;
  canvas.label(fmt::format("{}", card + 1), badge, number);
  const float below = vote_ ? split_line(canvas) : 0;
  Rect text{box.x + kWordsX, box.y, kTextWidth, box.h};
  if (shows_bars() && card < split_.words.size()) {
    if (offer.is_action) {
      canvas.icon("tool", {box.right() - 26, box.y + 8}, {16, theme::kTeal, 2});
    }
    text.h -= below;
    canvas.paragraph(split_.words[card], text, split_.style);
    draw_split(canvas, words, card, box);
    return;
  }
  if (offer.is_action) {
    const float height = canvas.measure(offer.text, card_style()).height;
    const float top = box.y + (box.h - height - kActionLine - below) / 2;
    canvas.icon("tool", {text.x, top + 1}, {16, theme::kTeal, 2});
    canvas.text(words.text("play.action"), {text.x + 22, top + 14},
                {theme::kCaption.weighing(600), theme::kTeal});
    text = {text.x, top + kActionLine, kTextWidth, height};
  } else {
    text.h -= below;
  }
  canvas.paragraph(offer.text, text, card_style());
  if (vote_ && vote_->revealed()) {
    draw_split(canvas, words, card, box);
  }
}

void ResponsePanel::draw(Canvas& canvas,
                         Ui& ui,
                         const UiStrings& words,
                         bool practice,
                         const RoomVote* vote) {
  vote_ = vote;
  if (!shown_) {
    return;
  }
  const std::vector<float> high = heights(canvas);
  const float gap = shows_bars() ? split_.gap : kCardGap;
  const float total =
      std::accumulate(high.begin(), high.end(), 0.F) + gap * static_cast<float>(high.size() - 1);
  // The ground is there at once: fading it in would paint most of the window anew every frame,
  // while text and face move, too.
  const float fade = chosen_ ? 1 - std::min(1.F, since_chosen_ / theme::kOthersFade) : 1;
  canvas.push();
  canvas.fade(fade);
  canvas.panel(kResponsePanel, 24, theme::kCream, 3);
  if (vote_) {
    draw_vote_header(canvas, words);
  } else if (asks_confidence_) {
    draw_confidence(canvas, ui, words);
  } else {
    draw_header(canvas, words);
  }
  // A little room for the cards' shadows on all sides; the bar lies right of the cards.
  const Rect view{kResponsePanel.x + 4, kTop - kShadowRoom, kResponsePanel.w - 8,
                  kRoom + 2 * kShadowRoom};
  ui.begin_scroll(canvas, "responses", view, total + 2 * kShadowRoom);
  float y = kTop;
  for (std::size_t i = 0; i < offers_.size(); ++i) {
    const Rect box{kCardX, y, kResponseWidth, high[i]};
    y += high[i] + gap;
    if (chosen_ == i) {
      continue;
    }
    canvas.push();
    const float come = eased(Easing::out_cubic, strength(i));
    canvas.fade(come);
    canvas.translate({0, still_ ? 0 : theme::kCardRise * (1 - come)});
    const ControlState state =
        chosen_ ? ControlState{}
                : ui.place(canvas, id_of(i), box, theme::kRadiusChoice, true, false);
    if (!chosen_) {
      const auto seen = canvas.places().find(id_of(i));
      if (seen != canvas.places().end()) {
        const Vec corner = canvas.to_logical({seen->second.x, seen->second.y});
        places_[i] = {corner.x, corner.y, box.w, box.h};
      }
    }
    draw_card(canvas, words, i, box, state.hover);
    canvas.pop();
  }
  ui.end_scroll(canvas);
  draw_buttons(canvas, ui, words, practice);
  canvas.pop();
}

void ResponsePanel::draw_chosen(Canvas& canvas, const UiStrings& words) {
  if (!chosen_ || !shown_) {
    return;
  }
  const float t = std::min(1.F, since_chosen_ / theme::kChosenMoves);
  const Rect from = places_[*chosen_];
  Rect to = from;
  to.x = target_.x + (target_.w - from.w) / 2;
  to.y = target_.y + (target_.h - from.h) / 2;
  canvas.push();
  canvas.fade(1 - std::clamp((t - 0.6F) / 0.4F, 0.F, 1.F));
  const float way = still_ ? 0 : eased(Easing::in_out_cubic, t);
  draw_card(canvas, words, *chosen_, between(from, to, way), 1);
  canvas.pop();
}

}  // namespace mot
