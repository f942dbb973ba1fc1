#include "engine/interchange/sheet_export.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "engine/interchange/sheet_columns.h"
#include "engine/records/csv.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

class SheetWriter {
 public:
  SheetWriter(const Scenario& scenario, const Reading& reading) : s_(scenario), read_(reading) {}

  std::string write() {
    for (std::size_t i = 0; i < kSheetColumns; ++i) row_[i] = kSheetHeadings[i];
    out_ = "\xEF\xBB\xBF";
    end_row();
    for (const Moment& moment : s_.moments) write_moment(moment);
    return std::move(out_);
  }

 private:
  std::string& cell(SheetColumn column) { return row_[static_cast<std::size_t>(column)]; }

  void end_row() {
    for (std::size_t i = 0; i < kSheetColumns; ++i) {
      out_ += csv_cell(row_[i]);
      out_ += i + 1 < kSheetColumns ? "," : "\r\n";
      row_[i].clear();
    }
  }

  void add_rest(const std::string& text) {
    std::string& rest = cell(SheetColumn::rest);
    rest += (rest.empty() ? "" : "; ") + text;
  }

  std::string_view moment_id(MomentIndex moment) const {
    return s_.moments[static_cast<std::size_t>(moment)].id;
  }

  /// The variant without a condition; the others go to the rest.
  std::string words_of(Range range, std::string_view name) {
    std::string words;
    for (const Line& line : s_.lines_of(range)) {
      const std::string text(read_.trimmed(line.text));
      const std::string when = write_expression(s_, line.when);
      if (when.empty()) {
        words = text;
      } else {
        add_rest(fmt::format("{} when {}: {}", name, when, text));
      }
    }
    return words;
  }

  std::string next_of(Range range) {
    std::string target;
    for (const Route& route : s_.routes_of(range)) {
      const std::string when = write_expression(s_, route.when);
      if (when.empty()) {
        target = moment_id(route.target);
      } else {
        add_rest(fmt::format("next when {}: {}", when, moment_id(route.target)));
      }
    }
    return target;
  }

  template <class Levels>
  static std::string ratings(const Moment& moment, const Levels& level_of) {
    std::string text;
    for (std::size_t d = 0; d < kDimensions; ++d) {
      if (!moment.scored || !has(moment.stake.at_stake, kAllDimensions[d])) continue;
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", kDimensionNames[d], level_of(d));
    }
    return text;
  }

  void write_moment(const Moment& moment) {
    cell(SheetColumn::moment) = moment.id;
    if (moment.stage >= 0)
      cell(SheetColumn::stage) = s_.stages[static_cast<std::size_t>(moment.stage)].id;
    if (moment.channel >= 0)
      cell(SheetColumn::channel) = kChannelNames[static_cast<std::size_t>(moment.channel)];
    cell(SheetColumn::touchpoint) = read_.trimmed(moment.touchpoint);
    cell(SheetColumn::says) = words_of(moment.says, "says");
    cell(SheetColumn::thinks) = words_of(moment.thinks, "thinks");
    if (moment.manner.feels >= 0)
      cell(SheetColumn::feels) = kFeelingNames[static_cast<std::size_t>(moment.manner.feels)];
    cell(SheetColumn::hint) = read_.trimmed(moment.hint);
    cell(SheetColumn::expects) =
        ratings(moment, [&](std::size_t d) { return moment.stake.expected[d].level; });
    switch (moment.kind) {
      case MomentKind::ending: cell(SheetColumn::ending) = name_of(moment.ending); break;
      case MomentKind::line: cell(SheetColumn::next) = next_of(moment.next); break;
      case MomentKind::fate: write_branches(moment); return;
      case MomentKind::decision: write_responses(moment); return;
    }
    end_row();
  }

  void write_branches(const Moment& moment) {
    for (const FateBranch& branch : s_.branches_of(moment)) {
      cell(SheetColumn::moment) = moment.id;
      cell(SheetColumn::odds) = fmt::format("{}", branch.odds);
      cell(SheetColumn::next) = moment_id(branch.target);
      end_row();
    }
  }

  template <class Named>
  void add_ids(std::string_view name, const std::vector<Named>& named, Range range) {
    for (const std::int32_t i : s_.ids_of(range))
      add_rest(fmt::format("{} {}", name, named[static_cast<std::size_t>(i)].id));
  }

  void write_responses(const Moment& moment) {
    for (const Response& response : s_.responses_of(moment)) {
      cell(SheetColumn::moment) = moment.id;
      cell(SheetColumn::response) = response.id;
      cell(response.is_action ? SheetColumn::action : SheetColumn::say) =
          read_.trimmed(response.text);
      cell(SheetColumn::delivers) =
          ratings(moment, [&](std::size_t d) { return response.delivers[d]; });
      cell(SheetColumn::coach) = read_.trimmed(response.coach);
      if (const std::string when = write_expression(s_, response.when); !when.empty())
        add_rest("when " + when);
      if (response.once) add_rest("once");
      add_ids("uncovers", s_.needs, response.uncovers);
      add_ids("meets", s_.standards, response.meets);
      add_ids("breaks", s_.standards, response.breaks);
      for (const Assignment& set : s_.sets_of(response)) {
        const Variable& variable = s_.variables[static_cast<std::size_t>(set.variable)];
        add_rest(fmt::format("set {} = {}", variable.name,
                             write_expression(s_, set.value, variable.type)));
      }
      cell(SheetColumn::reply) = words_of(response.reply, "reply");
      cell(SheetColumn::next) = next_of(response.next);
      end_row();
    }
  }

  const Scenario& s_;
  const Reading& read_;
  std::array<std::string, kSheetColumns> row_;
  std::string out_;
};

}  // namespace

std::string sheet_of(const Scenario& scenario, const Reading& reading) {
  return SheetWriter(scenario, reading).write();
}

}  // namespace mot
