#include "game/stage/split_cards.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/utf8.h"

namespace mot {
namespace {

constexpr float kGap = 8;
constexpr float kNarrowGap = 6;
constexpr std::size_t kFew = 4;  // cards that need not be narrow
constexpr float kLeastOfSize = 0.7F;
constexpr float kStep = 0.1F;

std::string first_characters(const std::string& text, int count) {
  std::size_t at = 0;
  for (int i = 0; i < count && at < text.size(); ++i) {
    next_code_point(text, at);
  }
  // No half word, where words are apart; and no sign that waits for the next one.
  const auto in_word = [&text](std::size_t i) {
    return i < text.size() && static_cast<unsigned char>(text[i]) < 0x80 && text[i] != ' ';
  };
  if (at > 0 && in_word(at) && in_word(at - 1)) {
    const std::size_t space = text.rfind(' ', at);
    at = space != std::string::npos && space > at / 2 ? space : at;
  }
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == ',')) {
    --at;
  }
  return text.substr(0, at);
}

}  // namespace

std::vector<int> shared_lines(const std::vector<int>& wanted, int total) {
  const auto capped = [&wanted](int most) {
    std::vector<int> lines = wanted;
    for (int& line : lines) {
      line = std::min(line, most);
    }
    return lines;
  };
  int most = 1;
  const int longest = wanted.empty() ? 1 : *std::max_element(wanted.begin(), wanted.end());
  while (most < longest) {
    const std::vector<int> more = capped(most + 1);
    if (std::accumulate(more.begin(), more.end(), 0) > total) {
      break;
    }
    ++most;
  }
  return capped(most);
}

std::string cut_to_lines(Canvas& canvas,
                         const std::string& text,
                         const TextStyle& style,
                         int lines) {
  const auto most = static_cast<std::size_t>(lines);
  const TextLayout& whole = canvas.measure(text, style);
  if (whole.lines.size() <= most) {
    return text;
  }
  std::string shorter;
  for (int count = whole.lines[most].first_character; count > 0; --count) {
    shorter = first_characters(text, count) + "…";
    if (canvas.measure(shorter, style).lines.size() <= most) {
      break;
    }
  }
  return shorter;
}

SplitCards split_cards(Canvas& canvas,
                       const std::vector<OfferView>& offers,
                       const TextStyle& style,
                       float room,
                       float around) {
  SplitCards cards;
  cards.style = style;
  cards.gap = offers.size() > kFew ? kNarrowGap : kGap;
  const auto count = static_cast<float>(offers.size());
  const float for_lines = room - around * count - cards.gap * std::max(0.F, count - 1);
  const float size = canvas.measure("x", style).size / style.type.size;
  std::vector<int> wanted(offers.size(), 1);
  int total = 0;
  float line_height = 0;
  const auto fits = [&](float factor) {
    cards.style.type = style.type.growing(factor);
    for (std::size_t i = 0; i < offers.size(); ++i) {
      const TextLayout& layout = canvas.measure(offers[i].text, cards.style);
      wanted[i] = static_cast<int>(layout.lines.size());
      line_height = layout.line_height;
    }
    total = line_height > 0 ? static_cast<int>(std::floor(for_lines / line_height)) : 0;
    return std::accumulate(wanted.begin(), wanted.end(), 0) <= total;
  };
  const float least = std::max(1.F, size * kLeastOfSize);
  float factor = std::max(1.F, size);
  while (!fits(factor) && factor > least) {
    factor = std::max(least, factor - kStep);
  }
  while (total < static_cast<int>(offers.size()) && factor > 1) {
    factor = std::max(1.F, factor - kStep);  // many cards: a line each before all else
    fits(factor);
  }
  const std::vector<int> lines = shared_lines(wanted, total);
  for (std::size_t i = 0; i < offers.size(); ++i) {
    cards.words.push_back(cut_to_lines(canvas, offers[i].text, cards.style, lines[i]));
    cards.heights.push_back(around + line_height * static_cast<float>(lines[i]));
    cards.cut = cards.cut || lines[i] < wanted[i];
  }
  return cards;
}

}  // namespace mot
