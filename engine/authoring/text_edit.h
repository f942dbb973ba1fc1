// A change of a text as pieces that are taken out and put in, and the list of all changes with the
// way back. The pieces of one edit are done and undone together.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// One piece: at `at` of the text before the edit, `removed` stands and `inserted` takes its place.
struct TextChange {
  std::size_t at = 0;
  std::string removed;
  std::string inserted;
  friend bool operator==(const TextChange&, const TextChange&) = default;
};

/// Pieces in the order of the text that do not overlap.
struct TextEdit {
  std::vector<TextChange> changes;
  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// An edit of pieces that may stand in any order.
TextEdit in_order(std::vector<TextChange> changes);
/// Whether every `removed` stands where it should, in order.
bool fits(const TextEdit& edit, std::string_view text);
/// The text after an edit that fits.
std::string applied(const TextEdit& edit, std::string_view text);
/// The edit that takes it back.
TextEdit inverse(const TextEdit& edit);
/// The edit that turns one text into another: the piece between what both begin and end with.
TextEdit difference(std::string_view before, std::string_view after);

/// Undo and redo without limit over a text. Invariant: text() is what all done edits make of the
/// first text.
class EditHistory {
 public:
  explicit EditHistory(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }
  /// Does an edit; what was undone before is gone. Requires that it fits.
  void apply(TextEdit edit);
  bool can_undo() const { return done_ > 0; }
  bool can_redo() const { return done_ < edits_.size(); }
  /// False: there is nothing to undo.
  bool undo();
  bool redo();
  /// How many edits are done.
  std::size_t done() const { return done_; }

 private:
  std::string text_;
  std::vector<TextEdit> edits_;
  std::size_t done_ = 0;
};

}  // namespace mot
