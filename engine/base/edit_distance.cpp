#include "engine/base/edit_distance.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "engine/base/ascii.h"

namespace mot {
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  const std::size_t beyond = limit + 1;
  if (b.size() - a.size() > limit) return beyond;

  // Rows of the usual table, only the band of cells that can still stay within the limit; all
  // others count as `beyond`. Ids are short: their rows need no memory from the heap.
  constexpr std::size_t kShort = 72;
  std::array<std::size_t, 3 * kShort> few;
  std::vector<std::size_t> many;
  const std::size_t cells = b.size() + 1;
  std::size_t* row = few.data();
  if (cells > kShort) {
    many.resize(3 * cells);
    row = many.data();
  }
  std::size_t* last = row + cells;
  std::size_t* before_last = last + cells;
  std::fill(row, before_last + cells, beyond);
  for (std::size_t j = 0; j <= std::min(limit, b.size()); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t from = i > limit ? i - limit : 1;
    const std::size_t to = std::min(b.size(), i + limit);
    if (from > 1) row[from - 1] = beyond;
    if (to < b.size()) row[to + 1] = beyond;
    row[0] = std::min(i, beyond);
    std::size_t least = row[0];
    for (std::size_t j = from; j <= to; ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      std::size_t cost = std::min({replace, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost = std::min(cost, before_last[j - 2] + 1);
      }
      row[j] = std::min(cost, beyond);
      least = std::min(least, row[j]);
    }
    if (least > limit) return beyond;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates) {
  if (name.empty()) return {};
  std::size_t limit = std::clamp<std::size_t>(name.size() / 3, 1, 3);
  std::string_view nearest;
  for (const std::string_view candidate : candidates) {
    if (same_but_for_capitals(name, candidate)) return candidate;
    const std::size_t distance = edit_distance(name, candidate, limit);
    if (distance > limit || candidate.empty()) continue;
    nearest = candidate;
    limit = distance - 1;
  }
  return nearest;
}

}  // namespace mot
