#include "engine/authoring/text_edit.h"

#include <algorithm>
#include <utility>

namespace mot {

namespace {

/// Compared in blocks first: an edit of a long text leaves nearly all of it as it was.
constexpr std::size_t kBlock = 4096;

std::size_t same_at_begin(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same + kBlock <= most && a.substr(same, kBlock) == b.substr(same, kBlock)) same += kBlock;
  while (same < most && a[same] == b[same]) ++same;
  return same;
}

std::size_t same_at_end(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  const auto block = [](std::string_view text, std::size_t behind) {
    return text.substr(text.size() - behind - kBlock, kBlock);
  };
  std::size_t same = 0;
  while (same + kBlock <= most && block(a, same) == block(b, same)) same += kBlock;
  while (same < most && a[a.size() - 1 - same] == b[b.size() - 1 - same]) ++same;
  return same;
}

}  // namespace

TextEdit in_order(std::vector<TextChange> changes) {
  std::stable_sort(changes.begin(), changes.end(),
                   [](const TextChange& a, const TextChange& b) { return a.at < b.at; });
  return {std::move(changes)};
}

bool fits(const TextEdit& edit, std::string_view text) {
  std::size_t free_from = 0;
  for (const TextChange& change : edit.changes) {
    if (change.at < free_from || change.at > text.size()) return false;
    if (text.substr(change.at, change.removed.size()) != change.removed) return false;
    free_from = change.at + change.removed.size();
  }
  return true;
}

std::string applied(const TextEdit& edit, std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (const TextChange& change : edit.changes) {
    out.append(text.substr(from, change.at - from));
    out += change.inserted;
    from = change.at + change.removed.size();
  }
  out.append(text.substr(from));
  return out;
}

TextEdit inverse(const TextEdit& edit) {
  TextEdit back;
  std::size_t added = 0;
  std::size_t taken = 0;
  for (const TextChange& change : edit.changes) {
    back.changes.push_back({change.at + added - taken, change.inserted, change.removed});
    added += change.inserted.size();
    taken += change.removed.size();
  }
  return back;
}

TextEdit difference(std::string_view before, std::string_view after) {
  std::size_t same = same_at_begin(before, after);
  std::size_t tail = same_at_end(before.substr(same), after.substr(same));
  // Never in the middle of a sign of several bytes.
  const auto inside_sign = [](std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (same > 0 && (inside_sign(before, same) || inside_sign(after, same))) --same;
  while (tail > 0 && inside_sign(before, before.size() - tail)) --tail;
  TextEdit edit;
  const std::string removed(before.substr(same, before.size() - same - tail));
  const std::string inserted(after.substr(same, after.size() - same - tail));
  if (!removed.empty() || !inserted.empty()) edit.changes.push_back({same, removed, inserted});
  return edit;
}

void EditHistory::apply(TextEdit edit) {
  text_ = applied(edit, text_);
  edits_.resize(done_);
  edits_.push_back(std::move(edit));
  ++done_;
}

bool EditHistory::undo() {
  if (!can_undo()) return false;
  text_ = applied(inverse(edits_[--done_]), text_);
  return true;
}

bool EditHistory::redo() {
  if (!can_redo()) return false;
  text_ = applied(edits_[done_++], text_);
  return true;
}

}  // namespace mot
