// The cards of a vote whose split is shown: smaller words and fewer of them, so that every bar is
// seen at once.
#pragma once

#include <string>
#include <vector>

#include "engine/encounter/view.h"
#include "game/window/canvas.h"

namespace mot {

// Lines that cards may have which want `wanted` lines each: the highest common number at which all
// together have at most `total`, at least one each.
std::vector<int> shared_lines(const std::vector<int>& wanted, int total);

// A text as far as it fits into so many lines, with … at its end where it is longer.
std::string cut_to_lines(Canvas& canvas,
                         const std::string& text,
                         const TextStyle& style,
                         int lines);

struct SplitCards {
  TextStyle style;  // of the words
  std::vector<std::string> words;
  std::vector<float> heights;  // of the cards, logical units
  float gap = 0;               // between two of them
  bool cut = false;            // not all words are there
};

// Cards in a room so high. `style` is that of the words elsewhere; they shrink to seven tenths of
// the player's size, but not below the designer's, before any are left out. `around` is what a card
// needs beside its words.
SplitCards split_cards(Canvas& canvas,
                       const std::vector<OfferView>& offers,
                       const TextStyle& style,
                       float room,
                       float around);

}  // namespace mot
