// The cards a trainee chooses from: as high as their words need, scrolling when there are many; how
// they come, and how one is chosen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/view.h"
#include "engine/text/ui_strings.h"
#include "game/stage/room_vote.h"
#include "game/stage/split_cards.h"
#include "game/window/widgets.h"

namespace mot {

// Where the responses are, or will be.
inline constexpr Rect kResponsePanel{788, 84, 468, 616};

// Heights of cards that need at least `needed` each: all as high as `most` where there is room, the
// room shared where there is not, and never less than needed.
std::vector<float> card_heights(const std::vector<float>& needed, float room, float gap);

class ResponsePanel {
 public:
  // Gets the pictures of one card's words ready, out of sight, so that no frame is late when they
  // come. Call with 0, 1, 2 … while there is time; a number too big does nothing.
  void prepare(Canvas& canvas,
               const UiStrings& words,
               const std::vector<OfferView>& offers,
               std::size_t card);
  // Comes with these cards, one after the other.
  void show(const std::vector<OfferView>& offers, bool still);
  // With a control "sureness" from the next show() on: how sure one is of the card one takes.
  void ask_confidence(bool asks) { asks_confidence_ = asks; }
  // What was said so far of these cards; the control and its key go on to the next answer.
  Confidence confidence() const { return confidence_; }
  void next_confidence();
  // The same cards in another language.
  void translate(const std::vector<OfferView>& offers);
  // The card moves to `target`, the others fade, the panel goes.
  void choose(std::size_t card, Rect target);
  // Once the split of a vote is shown: all words of the cards, or all their bars at once.
  void turn_words() { in_full_ = !in_full_ && split_.cut; }
  // Goes at once.
  void hide();

  bool shown() const { return shown_; }
  // Can a card be chosen?
  bool open() const { return shown_ && !chosen_; }
  std::size_t count() const { return offers_.size(); }
  const OfferView& offer(std::size_t card) const { return offers_[card]; }
  // The card of a control's id, "response-1" the first.
  std::optional<std::size_t> card_of(const std::string& id) const;

  void update(float dt);
  bool moving() const;

  // `practice`: there is a button "hint". `vote`: a room votes; null elsewhere.
  void draw(Canvas& canvas,
            Ui& ui,
            const UiStrings& words,
            bool practice,
            const RoomVote* vote = nullptr);
  // The chosen card on its way; drawn above all else.
  void draw_chosen(Canvas& canvas, const UiStrings& words);

 private:
  float needed_height(Canvas& canvas, const OfferView& offer) const;
  float strength(std::size_t card) const;
  void draw_header(Canvas& canvas, const UiStrings& words) const;
  void draw_title(Canvas& canvas, const UiStrings& words, float width) const;
  void draw_confidence(Canvas& canvas, Ui& ui, const UiStrings& words) const;
  void draw_vote_header(Canvas& canvas, const UiStrings& words) const;
  void draw_buttons(Canvas& canvas, Ui& ui, const UiStrings& words, bool practice) const;
  void draw_split(Canvas& canvas, const UiStrings& words, std::size_t card, Rect box) const;
  bool shows_bars() const { return vote_ != nullptr && vote_->revealed() && !in_full_; }
  std::vector<float> heights(Canvas& canvas);
  void draw_card(Canvas& canvas,
                 const UiStrings& words,
                 std::size_t card,
                 Rect box,
                 float hover) const;

  std::vector<OfferView> offers_;
  const RoomVote* vote_ = nullptr;  // while drawing
  SplitCards split_;                // while the split is shown
  bool in_full_ = false;            // though it is shown
  std::vector<Rect> places_;        // of the cards as last drawn, on the screen
  bool shown_ = false;
  bool still_ = false;
  bool asks_confidence_ = false;
  Confidence confidence_ = Confidence::unsaid;
  float since_ = 0;  // shown
  std::optional<std::size_t> chosen_;
  float since_chosen_ = 0;
  Rect target_;
};

}  // namespace mot
