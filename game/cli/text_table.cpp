#include "game/cli/text_table.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace mot {

void TextTable::add_column(std::string heading, Align align) {
  columns_.push_back({std::move(heading), align});
}

void TextTable::add_row(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

std::size_t TextTable::width_of(std::size_t column) const {
  std::size_t width = display_width(columns_[column].heading);
  for (const auto& row : rows_) width = std::max(width, display_width(row[column]));
  return width;
}

std::string TextTable::text(std::size_t gap) const {
  std::vector<std::size_t> widths;
  std::vector<std::string> headings;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    widths.push_back(width_of(c));
    headings.push_back(columns_[c].heading);
  }
  std::string out;
  const auto add_line = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::string fill(widths[c] - display_width(cells[c]), ' ');
      if (c > 0) line.append(gap, ' ');
      line += columns_[c].align == Align::right ? fill + cells[c] : cells[c] + fill;
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  };
  add_line(headings);
  for (const auto& row : rows_) add_line(row);
  return out;
}

}  // namespace mot
