// A sheet of moments: a row a response, the moment's own cells in its first row. Part of import.h.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <unordered_map>
#include <unordered_set>

#include "engine/base/ascii.h"
#include "engine/base/edit_distance.h"
#include "engine/base/trim.h"
#include "engine/customer/constants.h"
#include "engine/interchange/csv_table.h"
#include "engine/interchange/import.h"
#include "engine/interchange/sheet_columns.h"
#include "engine/scenario/node_reader.h"

namespace mot {
namespace {

constexpr std::size_t kMostRows = 200'000;

struct Heading {
  SheetColumn column;
  std::string_view words;
};

/// Words for each column, between bars.
constexpr std::array<Heading, kSheetColumns> kHeadings{{
    {SheetColumn::moment,
     "|moment|id|moment "
     "id|step|scene|node|passage|screen|situation|环节|时刻|编号|节点|步骤|场景|情境|"},
    {SheetColumn::stage, "|stage|phase|journey stage|阶段|旅程阶段|"},
    {SheetColumn::channel, "|channel|渠道|"},
    {SheetColumn::touchpoint, "|touchpoint|touch point|title|触点|接触点|标题|"},
    {SheetColumn::says,
     "|says|customer says|customer|customer line|line|prompt|text|question|dialogue|客户说|顾客说|"
     "客户|顾客|台词|问题|客户的话|顾客的话|"},
    {SheetColumn::thinks, "|thinks|customer thinks|thought|心里话|客户心想|顾客心想|"},
    {SheetColumn::feels, "|feels|feeling|emotion|mood|face|情绪|表情|心情|"},
    {SheetColumn::hint, "|hint|提示|"},
    {SheetColumn::expects, "|expects|expectation|expectations|at stake|期望|期待|"},
    {SheetColumn::response, "|response|response id|option id|choice id|回应编号|选项编号|"},
    {SheetColumn::say,
     "|say|response text|option|choice|answer|reply text|staff says|employee says|you "
     "say|回应|应对|"
     "选项|回答|员工说|话术|你说|"},
    {SheetColumn::action, "|do|action|动作|做法|你做|"},
    {SheetColumn::delivers, "|delivers|rating|ratings|评分|打分|做到|"},
    {SheetColumn::reply,
     "|reply|customer reply|customer replies|reaction|客户回应|顾客回应|客户反应|顾客反应|反应|"},
    {SheetColumn::coach, "|coach|feedback|comment|why|explanation|教练|点评|反馈|讲评|解释|"},
    {SheetColumn::next,
     "|next|goto|go to|target|leads to|next moment|next step|next id|下一步|下一环节|下一个|去向|"
     "跳转|转到|"},
    {SheetColumn::odds, "|odds|chance|机会|概率|"},
    {SheetColumn::ending, "|ending|end|outcome|结局|结尾|"},
    {SheetColumn::rest, "|rest|"},
}};

/// In small letters, '_' and '-' as blanks.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) out += c == '_' || c == '-' ? ' ' : small_letter(c);
  return out;
}

/// The whole number that a text is, if it is one of a range; else 0.
int number_in(std::string_view text, int most) {
  int value = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  const bool whole = read.ec == std::errc() && read.ptr == end;
  return whole && value >= 1 && value <= most ? value : 0;
}

/// The number with a fraction that a text is ("7.5", "8,5"), rounded, if it is from 1 to `most`;
/// else 0.
int rounded_number_in(std::string_view text, int most) {
  const std::size_t point = text.find_first_of(".,");
  if (point == std::string_view::npos || point + 1 == text.size()) return 0;
  const std::string_view fraction = text.substr(point + 1);
  if (fraction.find_first_not_of("0123456789") != std::string_view::npos) return 0;
  const int whole = number_in(text.substr(0, point), most);
  const bool above = fraction.find_first_not_of('0') != std::string_view::npos;
  if (whole == 0 || (whole == most && above)) return 0;
  return whole + (fraction[0] >= '5' ? 1 : 0);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where a rating ends that begins at `from`: at a comma that is none in a number, a semicolon or a
/// line end.
std::size_t end_of_rating(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    const bool in_number = text[i] == ',' && i > from && is_digit(text[i - 1]) &&
                           i + 1 < text.size() && is_digit(text[i + 1]);
    if (text[i] == ';' || text[i] == '\n' || (text[i] == ',' && !in_number)) return i;
  }
  return text.size();
}

/// A rating without what may stand around it: ": 8", "= 8", "8/10".
std::string_view bare_rating(std::string_view text) {
  constexpr std::string_view kOfTen = "/10";
  const std::size_t from = text.find_first_not_of(" :=");
  text = from == std::string_view::npos ? std::string_view() : trimmed(text.substr(from));
  const bool of_ten =
      text.size() > kOfTen.size() && text.substr(text.size() - kOfTen.size()) == kOfTen;
  return of_ten ? text.substr(0, text.size() - kOfTen.size()) : text;
}

template <std::size_t N>
std::string known_word(std::string_view cell, const std::array<std::string_view, N>& words) {
  const std::string word = folded(cell);
  return std::find(words.begin(), words.end(), word) == words.end() ? std::string() : word;
}

Refusal no_headings(std::uint32_t line, const char* missing) {
  return {fmt::format(
              "line {}: the first row must name the columns, at least 'moment' and 'says'; there "
              "is no '{}'. 'say' and 'next' belong there, too: docs/importing.md",
              line, missing),
          "refused.import-headings",
          {{"line", std::to_string(line)}, {"missing", missing}}};
}

class SheetReader {
 public:
  explicit SheetReader(std::vector<CsvRow> rows) : rows_(std::move(rows)) {}

  Result<ImportedStory> read() {
    if (std::optional<Refusal> problem = read_headings())
      return tl::unexpected<Refusal>(std::move(*problem));
    story_.format = "CSV";
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      read_row(rows_[r]);
      if (story_.moments.size() > kMaxImportMoments)
        return refuse(
            "refused.import-moments",
            {{"line", std::to_string(rows_[r].line)}, {"most", std::to_string(kMaxImportMoments)}},
            fmt::format("line {}: there are more than {} moments, the most of a scenario",
                        rows_[r].line, kMaxImportMoments));
    }
    if (story_.moments.empty())
      return refuse("refused.import-no-row", {},
                    "below the headings there is no row with a moment");
    join_targets();
    return std::move(story_);
  }

 private:
  std::optional<Refusal> read_headings() {
    columns_.fill(kNoColumn);
    dimensions_.fill(kNoColumn);
    const CsvRow& heading = rows_.front();
    for (std::size_t i = 0; i < heading.cells.size(); ++i) {
      const std::size_t column = sheet_column_named(heading.cells[i]);
      const std::string word = folded(heading.cells[i]);
      headed_.push_back(!word.empty());
      const auto dimension = std::find(kDimensionNames.begin(), kDimensionNames.end(), word);
      if (dimension != kDimensionNames.end()) {
        dimensions_[static_cast<std::size_t>(dimension - kDimensionNames.begin())] = i;
      } else if (column < kSheetColumns && columns_[column] == kNoColumn) {
        columns_[column] = i;
      } else if (word.empty()) {
        continue;
      } else {
        story_.notices.push_back({"column", {}, in_one_line(heading.cells[i]), heading.line});
      }
    }
    const auto lacks = [&](SheetColumn c) {
      return columns_[static_cast<std::size_t>(c)] == kNoColumn;
    };
    // Who heads the texts "response" means no ids by it.
    if (lacks(SheetColumn::say))
      std::swap(columns_[static_cast<std::size_t>(SheetColumn::say)],
                columns_[static_cast<std::size_t>(SheetColumn::response)]);
    if (lacks(SheetColumn::moment) || lacks(SheetColumn::says))
      return no_headings(heading.line, lacks(SheetColumn::moment) ? "moment" : "says");
    return std::nullopt;
  }

  std::string cell(const CsvRow& row, SheetColumn column) const {
    return cell(row, columns_[static_cast<std::size_t>(column)]);
  }
  static std::string cell(const CsvRow& row, std::size_t i) {
    if (i >= row.cells.size()) return {};
    std::string_view text = trimmed(row.cells[i]);
    // What keeps a spreadsheet from taking a text for a formula.
    if (text.size() > 1 && text[0] == '\'' &&
        std::string_view("=+-@").find(text[1]) != std::string_view::npos)
      text.remove_prefix(1);
    std::string out;
    for (const char c : text) {
      if (c != '\r') out += c == '\t' ? ' ' : c;
    }
    return out;
  }

  void notice(std::string_view kind, const CsvRow& row, std::string_view what) {
    const std::string where = story_.moments.empty() ? std::string() : story_.moments.back().name;
    story_.notices.push_back({kind, where, in_one_line(what), row.line});
  }

  void read_row(const CsvRow& row) {
    const std::string name = cell(row, SheetColumn::moment);
    const bool begins = !name.empty() && (story_.moments.empty() ||
                                          folded(story_.moments.back().name) != folded(name));
    if (begins || story_.moments.empty()) {
      story_.moments.push_back({});
      story_.moments.back().name = name;
      story_.moments.back().line = row.line;
      if (is_id(name)) story_.moments.back().id = name;
    }
    note_extra_cells(row);
    read_moment(row, story_.moments.back());
    read_response(row, story_.moments.back());
    if (const std::string rest = cell(row, SheetColumn::rest); !rest.empty()) {
      notice("sheet-rest", row, rest);
      story_.moments.back().left_out.push_back(in_one_line(rest));
    }
  }

  /// What stands in no column, as behind a comma that should have been in quotes.
  void note_extra_cells(const CsvRow& row) {
    std::string extra;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i < headed_.size() && headed_[i]) continue;
      const std::string text = cell(row, i);
      if (!text.empty()) extra += (extra.empty() ? "" : " | ") + text;
    }
    if (!extra.empty()) notice("extra-cell", row, extra);
  }

  void take(std::string& value, const CsvRow& row, SheetColumn column) {
    const std::string text = cell(row, column);
    if (text.empty() || text == value) return;
    if (!value.empty()) value += '\n';
    value += text;
  }

  void read_moment(const CsvRow& row, ImportedMoment& moment) {
    take(moment.says, row, SheetColumn::says);
    take(moment.thinks, row, SheetColumn::thinks);
    take(moment.hint, row, SheetColumn::hint);
    take(moment.touchpoint, row, SheetColumn::touchpoint);
    take_word(moment.feels, row, SheetColumn::feels, kFeelingNames);
    take_word(moment.channel, row, SheetColumn::channel, kChannelNames);
    if (const std::string stage = cell(row, SheetColumn::stage); !stage.empty())
      moment.stage = stage_id(stage, row);
    const auto expects = ratings_in(row, cell(row, SheetColumn::expects));
    for (std::size_t d = 0; d < kDimensions; ++d)
      moment.expects[d] = std::max(moment.expects[d], expects[d]);
    const std::string ending = cell(row, SheetColumn::ending);
    if (ending.empty()) return;
    const std::string kind = known_word(ending, kEndingKindNames);
    const auto found = std::find(kEndingKindNames.begin(), kEndingKindNames.end(), kind);
    moment.ending_guessed = found == kEndingKindNames.end();
    if (moment.ending_guessed) notice("unknown-ending", row, ending);
    moment.ending = moment.ending_guessed
                        ? EndingKind::resolved
                        : static_cast<EndingKind>(found - kEndingKindNames.begin());
  }

  template <std::size_t N>
  void take_word(std::string& value,
                 const CsvRow& row,
                 SheetColumn column,
                 const std::array<std::string_view, N>& words) {
    const std::string text = cell(row, column);
    if (text.empty()) return;
    const std::string word = known_word(text, words);
    if (word.empty()) {
      notice("unknown-word", row, text);
    } else {
      value = word;
    }
  }

  /// The id of a stage, added where it is new; the first one's where there are too many.
  std::string stage_id(const std::string& title, const CsvRow& row) {
    if (const auto known = stages_.find(title); known != stages_.end()) return known->second;
    if (story_.stages.size() == kMaxStages) {
      notice("many-stages", row, title);
      return story_.stages.front().id;
    }
    std::string id = is_id(title) ? title : id_from(title, kMaxIdLength);
    for (std::size_t n = story_.stages.size() + 1; id.empty() || !stage_ids_.insert(id).second; ++n)
      id = fmt::format("stage-{}", n);
    story_.stages.push_back({id, title});
    stages_.emplace(title, id);
    return id;
  }

  /// The rating of one dimension; 0 where it is none.
  int rating_of(const CsvRow& row, std::size_t dimension, std::string_view text) {
    const std::string_view bare = bare_rating(text);
    if (const int rating = number_in(bare, 10); rating > 0) return rating;
    const int rating = rounded_number_in(bare, 10);
    const std::string what = fmt::format("{} {}", kDimensionNames[dimension], trimmed(text));
    if (rating == 0) {
      notice("wrong-number", row, what);
    } else {
      notice("rounded-number", row, fmt::format("{} → {}", what, rating));
    }
    return rating;
  }

  /// Each dimension named in a cell with the number behind it: "empathy 8, Reliability: 5". One
  /// without a number is 0.
  std::array<int, kDimensions> ratings_in(const CsvRow& row, const std::string& cell) {
    std::array<int, kDimensions> ratings{};
    const std::string small = in_small_letters(cell);
    bool named = small.empty();
    for (std::size_t d = 0; d < kDimensions; ++d) {
      const std::size_t at = small.find(kDimensionNames[d]);
      if (at == std::string::npos) continue;
      named = true;
      const std::size_t from = at + kDimensionNames[d].size();
      std::size_t end = end_of_rating(small, from);
      for (const std::string_view other : kDimensionNames)
        end = std::min(end, small.find(other, from));
      const std::string_view rating = std::string_view(small).substr(from, end - from);
      if (!bare_rating(rating).empty()) ratings[d] = rating_of(row, d, rating);
    }
    if (!named) notice("wrong-number", row, cell);
    return ratings;
  }

  void read_response(const CsvRow& row, ImportedMoment& moment) {
    const std::string say = cell(row, SheetColumn::say);
    const std::string action = cell(row, SheetColumn::action);
    const std::string next = cell(row, SheetColumn::next);
    const std::string odds = cell(row, SheetColumn::odds);
    if (say.empty() && action.empty() && odds.empty()) {
      if (!next.empty()) moment.next = next;
      return;
    }
    ImportedResponse response;
    response.id = cell(row, SheetColumn::response);
    response.is_action = say.empty() && !action.empty();
    response.text = response.is_action ? action : say;
    response.reply = cell(row, SheetColumn::reply);
    response.coach = cell(row, SheetColumn::coach);
    response.target = next;
    response.delivers = ratings_in(row, cell(row, SheetColumn::delivers));
    for (std::size_t d = 0; d < kDimensions; ++d) {
      const std::string single = cell(row, dimensions_[d]);
      if (!single.empty()) response.delivers[d] = rating_of(row, d, single);
    }
    if (say.empty() && action.empty()) {
      moment.is_fate = true;
      constexpr int kMostOdds = 1000;
      response.odds = number_in(odds, kMostOdds);
      if (response.odds == 0) {
        notice("wrong-number", row, odds);
        response.odds = 1;
      }
    }
    moment.responses.push_back(std::move(response));
  }

  /// A dimension that some response rates is at stake; without a level of its own, at the usual
  /// one.
  static void complete_stake(ImportedMoment& moment) {
    for (const ImportedResponse& response : moment.responses) {
      for (std::size_t d = 0; d < kDimensions; ++d) {
        if (response.delivers[d] > 0 && moment.expects[d] == 0) moment.expects[d] = kUsualLevel;
      }
    }
  }

  /// Targets are found whatever their capitals; without one it goes on with the next moment.
  void join_targets() {
    std::unordered_map<std::string, std::string> names;
    for (const ImportedMoment& moment : story_.moments)
      names.emplace(folded(moment.name), moment.name);
    const std::size_t count = story_.moments.size();
    bool needs_end = false;
    const auto settle_name = [&](std::string& target, std::size_t moment) {
      const auto found = names.find(folded(target));
      if (found != names.end()) {
        target = found->second;
      } else if (target.empty()) {
        story_.notices.push_back(
            {"no-target", story_.moments[moment].name, {}, story_.moments[moment].line});
        const auto end = names.find("end");
        const bool ends = end != names.end() && end->second != story_.moments[moment].name;
        const bool last = moment + 1 == count;
        target = !last ? story_.moments[moment + 1].name : ends ? end->second : kAddedEnd;
        needs_end = needs_end || (last && !ends);
      }
    };
    for (std::size_t i = 0; i < count; ++i) {
      ImportedMoment& moment = story_.moments[i];
      complete_stake(moment);
      for (ImportedResponse& response : moment.responses) settle_name(response.target, i);
      const bool goes_on = i + 1 < count && !moment.ending && moment.responses.empty();
      if (!moment.next.empty() || goes_on) settle_name(moment.next, i);
    }
    if (needs_end) add_end();
  }

  void add_end() {
    ImportedMoment end;
    end.name = kAddedEnd;
    end.id = "end";
    end.ending = EndingKind::resolved;
    end.ending_guessed = true;
    story_.moments.push_back(std::move(end));
  }

  /// Name of the ending to which the last row leads; no row has it, as cells are trimmed.
  static constexpr const char* kAddedEnd = " end";
  static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

  std::vector<CsvRow> rows_;
  std::array<std::size_t, kSheetColumns> columns_{};
  /// By cell of a row: whether something stands above it.
  std::vector<bool> headed_;
  /// Columns that rate a single dimension.
  std::array<std::size_t, kDimensions> dimensions_{};
  ImportedStory story_;
  /// Title of a stage → its id.
  std::unordered_map<std::string, std::string> stages_;
  std::unordered_set<std::string> stage_ids_;
};

}  // namespace

std::size_t sheet_column_named(std::string_view heading) {
  const std::string word = "|" + folded(heading) + "|";
  if (word == "||" || word.find('|', 1) != word.size() - 1) return kSheetColumns;
  for (std::size_t i = 0; i < kHeadings.size(); ++i) {
    if (kHeadings[i].words.find(word) != std::string_view::npos) return i;
  }
  return kSheetColumns;
}

Result<ImportedStory> import_sheet(std::string_view csv) {
  Result<std::vector<CsvRow>> rows = read_csv(csv, csv_separator(csv), kMostRows);
  if (!rows) return tl::unexpected<Refusal>(rows.error());
  if (rows->empty()) return refuse("refused.import-no-sheet", {}, "the sheet is empty");
  return SheetReader(std::move(*rows)).read();
}

}  // namespace mot
