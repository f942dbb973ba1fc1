// A table of text for terminals: columns as wide as their widest cell, by display width, so that
// Chinese stands in line.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace mot {

enum class Align : unsigned char { left, right };

class TextTable {
 public:
  void add_column(std::string heading, Align align = Align::left);
  /// One cell a column; missing ones are empty.
  void add_row(std::vector<std::string> cells);

  /// The heading and the rows, each a line, nothing behind the last cell; `gap` spaces between
  /// columns.
  std::string text(std::size_t gap = 2) const;

 private:
  struct Column {
    std::string heading;
    Align align;
  };
  std::size_t width_of(std::size_t column) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace mot
