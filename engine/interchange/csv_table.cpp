#include "engine/interchange/csv_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/ascii.h"

namespace mot {
namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }

  /// Reads one record; false: a quoted cell is not closed.
  bool read(CsvRow& row) {
    row.cells.clear();
    row.line = line_;
    while (true) {
      std::string cell;
      if (!read_cell(cell)) return false;
      row.cells.push_back(std::move(cell));
      if (at_end()) return true;
      const char c = text_[at_++];
      if (c == separator_) continue;
      if (c == '\r' && !at_end() && text_[at_] == '\n') ++at_;
      ++line_;
      return true;
    }
  }

 private:
  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

  bool read_cell(std::string& cell) {
    if (!at_end() && text_[at_] == '"' && !read_quoted(cell)) return false;
    // What stands behind the closing quote, or a cell without quotes.
    while (!at_end() && !ends_cell(text_[at_])) cell += text_[at_++];
    return true;
  }

  bool read_quoted(std::string& cell) {
    for (++at_; !at_end(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == '"';
        ++at_;
        if (!doubled) return true;
      }
      if (c == '\n') ++line_;
      cell += c;
    }
    return false;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

bool is_empty(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    return cell.find_first_not_of(" \t\r\n") == std::string::npos;
  });
}

}  // namespace

std::string_view csv_separator_line(std::string_view text) {
  constexpr std::string_view kWord = "sep=";
  std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  const std::string_view whole = line;
  if (line.size() > 2 && line.front() == '"' && line.back() == '"')
    line = line.substr(1, line.size() - 2);
  const bool is_one = line.size() == kWord.size() + 1 &&
                      in_small_letters(std::string(line.substr(0, kWord.size()))) == kWord &&
                      std::string_view(",;\t|").find(line.back()) != std::string_view::npos;
  return is_one ? whole : std::string_view();
}

char csv_separator(std::string_view text) {
  if (const std::string_view line = csv_separator_line(text); !line.empty())
    return line[line.find('=') + 1];
  constexpr std::array<char, 3> kSigns{',', ';', '\t'};
  std::array<int, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    for (std::size_t i = 0; i < kSigns.size(); ++i) {
      if (c == kSigns[i]) ++counts[i];
    }
  }
  return kSigns[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                         counts.begin())];
}

Result<std::vector<CsvRow>> read_csv(std::string_view text, char separator, std::size_t most) {
  text.remove_prefix(csv_separator_line(text).size());
  CsvReader reader(text, separator);
  std::vector<CsvRow> rows;
  while (!reader.at_end()) {
    CsvRow row;
    if (!reader.read(row))
      return refuse(
          "refused.import-quote", {{"line", std::to_string(row.line)}},
          fmt::format("line {}: a cell in quotes is not closed; write a quote inside a cell twice",
                      row.line));
    if (is_empty(row)) continue;
    if (rows.size() == most)
      return refuse("refused.import-rows",
                    {{"line", std::to_string(row.line)}, {"most", std::to_string(most)}},
                    fmt::format("line {}: there are more than {} rows", row.line, most));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace mot
