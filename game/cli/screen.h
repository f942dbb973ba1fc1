// What terminal play writes: paragraphs wrapped to the terminal, colours where they are shown.
// Knows nothing of encounters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mot {

/// How a piece of text looks; nothing where colours are not shown.
enum class Ink : unsigned char { plain, faint, strong, accent, good, bad };

/// Writes to stdout. Once that fails (a closed pipe), nothing more is written and healthy() says
/// so.
class Screen {
 public:
  /// Asks the terminal for its width and whether it shows colours.
  Screen();
  /// For tests: fixed width, no colours.
  explicit Screen(std::size_t width) : width_(width) {}

  /// A paragraph, `indent` columns in; `head` stands at the start of its first line (a number, a
  /// name), the rest hangs below the text.
  void paragraph(std::string_view text,
                 Ink ink = Ink::plain,
                 std::size_t indent = 0,
                 std::string_view head = {});
  /// A line as it is, without wrapping; may hold painted text.
  void line(std::string_view text);
  /// One empty line, also where several are asked for in a row.
  void gap();
  /// Text that waits for an answer on the same line.
  void prompt(std::string_view text);
  /// To be told when an answer was typed: the terminal has moved to a new line. In a pipe the
  /// answer is not seen, so a line end is written.
  void answered();

  /// The text in an ink, for line().
  std::string painted(std::string_view text, Ink ink) const;

  /// Columns for text. A terminal is asked each time: people resize windows.
  std::size_t width() const;
  bool healthy() const { return healthy_; }

 private:
  void write(std::string_view text);

  std::size_t width_ = 0;
  bool colours_ = false;
  bool healthy_ = true;
  bool after_gap_ = true;
};

}  // namespace mot
