#include "engine/authoring/merge_lines.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace mot {
namespace {

/// Lines that differ beyond this are not matched one by one.
constexpr std::int64_t kMostDifferences = 2000;

using Lines = std::vector<std::string_view>;
/// Lines by number: the same number is the same line.
using Numbers = std::vector<std::int32_t>;

Lines split(std::string_view text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
    lines.push_back(text.substr(at, end + 1 - at));
    at = end + 1;
  }
  return lines;
}

/// Lines [from, to) of the base became lines [other_from, other_to).
struct Hunk {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t other_from = 0;
  std::size_t other_to = 0;
};

/// The shortest way from one list of lines to another, by E. W. Myers' greedy search.
class LineDifference {
 public:
  LineDifference(const Numbers& base, const Numbers& other) : a_(base), b_(other) {
    while (begin_ < std::min(a_.size(), b_.size()) && a_[begin_] == b_[begin_]) ++begin_;
    a_end_ = a_.size();
    b_end_ = b_.size();
    while (a_end_ > begin_ && b_end_ > begin_ && a_[a_end_ - 1] == b_[b_end_ - 1]) {
      --a_end_;
      --b_end_;
    }
  }

  std::vector<Hunk> hunks() {
    if (begin_ == a_end_ && begin_ == b_end_) return {};
    if (!search()) return {{begin_, a_end_, begin_, b_end_}};
    return walk_back();
  }

 private:
  std::int64_t a_size() const { return static_cast<std::int64_t>(a_end_ - begin_); }
  std::int64_t b_size() const { return static_cast<std::int64_t>(b_end_ - begin_); }
  bool same(std::int64_t x, std::int64_t y) const {
    return a_[begin_ + static_cast<std::size_t>(x)] == b_[begin_ + static_cast<std::size_t>(y)];
  }
  /// How far diagonal k comes with d differences; its row is kept for the way back.
  std::int64_t reach(std::int64_t d, std::int64_t k) const {
    return rows_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
  }
  bool goes_down(std::int64_t d, std::int64_t k) const {
    return k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
  }
  std::int64_t reached(std::int64_t d, std::int64_t k) const {
    return k < -d || k > d ? -1 : reach(d, k);
  }

  bool search() {
    for (std::int64_t d = 0; d <= std::min(a_size() + b_size(), kMostDifferences); ++d) {
      rows_.emplace_back(static_cast<std::size_t>(2 * d + 1), -1);
      for (std::int64_t k = -d; k <= d; k += 2) {
        std::int64_t x = 0;
        if (d > 0) x = goes_down(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1;
        std::int64_t y = x - k;
        while (x < a_size() && y < b_size() && y >= 0 && same(x, y)) {
          ++x;
          ++y;
        }
        rows_.back()[static_cast<std::size_t>(k + d)] = x;
        if (x >= a_size() && y >= b_size()) return true;
      }
    }
    return false;
  }

  std::vector<Hunk> walk_back() const {
    std::vector<Hunk> found;
    std::int64_t x = a_size();
    std::int64_t y = b_size();
    for (auto d = static_cast<std::int64_t>(rows_.size()) - 1; d > 0; --d) {
      const std::int64_t k = x - y;
      const bool down = goes_down(d, k);
      const std::int64_t before = down ? k + 1 : k - 1;
      const std::int64_t from_x = reached(d - 1, before);
      const std::int64_t from_y = from_x - before;
      note(found, from_x, from_y, down);
      x = from_x;
      y = from_y;
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

  /// One line taken out, or put in, at a place; it joins the hunk that begins right behind it.
  void note(std::vector<Hunk>& found, std::int64_t x, std::int64_t y, bool put_in) const {
    const std::size_t at = begin_ + static_cast<std::size_t>(x);
    const std::size_t other = begin_ + static_cast<std::size_t>(y);
    const Hunk one{at, at + (put_in ? 0 : 1), other, other + (put_in ? 1 : 0)};
    if (!found.empty() && found.back().from == one.to && found.back().other_from == one.other_to) {
      found.back().from = one.from;
      found.back().other_from = one.other_from;
    } else {
      found.push_back(one);
    }
  }

  const Numbers& a_;
  const Numbers& b_;
  std::size_t begin_ = 0;
  std::size_t a_end_ = 0;
  std::size_t b_end_ = 0;
  std::vector<std::vector<std::int64_t>> rows_;
};

/// One side of a merge: its lines, and where its hunks have come to.
struct Side {
  Lines lines;
  std::vector<Hunk> hunks;
  std::size_t next = 0;
  /// Line of this side for the line of the base that the merge has come to.
  std::size_t at = 0;

  bool has_more() const { return next < hunks.size(); }
  /// Takes in the hunks that meet [from, to) of the base, which grows with them: those in it, and
  /// where lines are only put in, also those at its end.
  bool grow(std::size_t from, std::size_t& to) {
    bool grew = false;
    while (has_more() && (hunks[next].from < to || (hunks[next].from == to && puts_in(from, to)))) {
      to = std::max(to, hunks[next].to);
      ++next;
      grew = true;
    }
    return grew;
  }
  bool puts_in(std::size_t from, std::size_t to) const {
    return from == to || hunks[next].from == hunks[next].to;
  }
  /// Its line for line `to` of the base, behind the hunks that were taken in.
  std::size_t line_for(std::size_t to) const {
    if (next == 0) return to;
    return hunks[next - 1].other_to + (to - hunks[next - 1].to);
  }
  std::string text(std::size_t from, std::size_t to) const {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += lines[i];
    return text;
  }
};

class Merge {
 public:
  Merge(std::string_view base, std::string_view mine, std::string_view theirs)
      : base_(split(base)) {
    const Numbers numbers = numbered(base_);
    for (auto& [side, text] : {std::pair<Side&, std::string_view>{mine_, mine},
                               std::pair<Side&, std::string_view>{theirs_, theirs}}) {
      side.lines = split(text);
      const Numbers others = numbered(side.lines);
      side.hunks = LineDifference(numbers, others).hunks();
    }
  }

  LineMerge run() {
    std::size_t at = 0;
    while (mine_.has_more() || theirs_.has_more()) {
      const std::size_t from = std::min(begin_of(mine_), begin_of(theirs_));
      keep(at, from);
      at = settle(from);
    }
    keep(at, base_.size());
    return std::move(result_);
  }

 private:
  std::size_t begin_of(const Side& side) const {
    return side.has_more() ? side.hunks[side.next].from : base_.size();
  }

  /// Lines that both have left as they are.
  void keep(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) put(base_[i], base_[i]);
  }
  void put(std::string_view mine, std::string_view theirs) {
    result_.with_mine += mine;
    result_.with_theirs += theirs;
  }

  /// What one or both have changed from line `from` of the base on; the line behind it.
  std::size_t settle(std::size_t from) {
    const std::size_t mine_from = mine_.line_for(from);
    const std::size_t theirs_from = theirs_.line_for(from);
    const std::size_t mine_next = mine_.next;
    const std::size_t theirs_next = theirs_.next;
    std::size_t to = from;
    for (bool grew = true; grew;) {
      grew = mine_.grow(from, to);
      grew = theirs_.grow(from, to) || grew;
    }
    const std::string mine = mine_.text(mine_from, mine_.line_for(to));
    const std::string theirs = theirs_.text(theirs_from, theirs_.line_for(to));
    if (mine == theirs || theirs_.next == theirs_next) {
      put(mine, mine);
    } else if (mine_.next == mine_next) {
      put(theirs, theirs);
    } else {
      put(mine, theirs);
      result_.conflicts.push_back({mine_from + 1, mine, theirs});
    }
    return to;
  }

  Numbers numbered(const Lines& lines) {
    Numbers numbers;
    numbers.reserve(lines.size());
    for (const std::string_view line : lines)
      numbers.push_back(
          known_.emplace(line, static_cast<std::int32_t>(known_.size())).first->second);
    return numbers;
  }

  Lines base_;
  Side mine_;
  Side theirs_;
  std::unordered_map<std::string_view, std::int32_t> known_;
  LineMerge result_;
};

}  // namespace

LineMerge merge_lines(std::string_view base, std::string_view mine, std::string_view theirs) {
  return Merge(base, mine, theirs).run();
}

}  // namespace mot
