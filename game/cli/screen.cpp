#include "game/cli/screen.h"

#include <fmt/format.h>

#include <vector>

#include "engine/base/utf8.h"
#include "game/cli/console.h"
#include "game/cli/wrap.h"

namespace mot {
namespace {

std::string_view escape_of(Ink ink) {
  switch (ink) {
    case Ink::plain: return "";
    case Ink::faint: return "\033[2m";
    case Ink::strong: return "\033[1m";
    case Ink::accent: return "\033[36m";
    case Ink::good: return "\033[32m";
    case Ink::bad: return "\033[31m";
  }
  return "";
}

}  // namespace

Screen::Screen() : colours_(shows_colours(kStandardOutput)) {}

std::size_t Screen::width() const { return width_ > 0 ? width_ : text_width(); }

std::string Screen::painted(std::string_view text, Ink ink) const {
  if (!colours_ || ink == Ink::plain) return std::string(text);
  return fmt::format("{}{}\033[0m", escape_of(ink), text);
}

void Screen::paragraph(std::string_view text, Ink ink, std::size_t indent, std::string_view head) {
  constexpr std::size_t kLeastForText = 12;
  const std::size_t columns = width();
  std::size_t hang = indent + display_width(head);
  if (hang + kLeastForText > columns) hang = indent = 0;  // a very narrow terminal
  const std::string margin(indent, ' ');
  const std::string hanging(hang, ' ');
  std::string out;
  bool first = true;
  for (const std::string& text_line : wrap(text, columns - hang)) {
    if (first) {
      out += margin;
      out += head;
    } else if (!text_line.empty()) {
      out += hanging;
    }
    out += painted(text_line, ink);
    out += '\n';
    first = false;
  }
  write(out);
  after_gap_ = false;
}

void Screen::line(std::string_view text) {
  write(fmt::format("{}\n", text));
  after_gap_ = false;
}

void Screen::gap() {
  if (after_gap_) return;
  write("\n");
  after_gap_ = true;
}

void Screen::prompt(std::string_view text) {
  std::string out;
  for (const std::string& text_line : wrap(text, width() - 2)) {
    if (!out.empty()) out += '\n';
    out += painted(text_line, Ink::accent);
  }
  write(out + ' ');
  after_gap_ = false;
}

void Screen::answered() {
  if (!is_terminal(kStandardInput)) write("\n");
  after_gap_ = false;
}

void Screen::write(std::string_view text) {
  if (healthy_ && !text.empty()) healthy_ = write_result(text);
}

}  // namespace mot
