// Summaries in a database: written with their attempts, read without them. Tables: migrations.cpp.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/records/sql_connection.h"
#include "engine/records/store.h"
#include "engine/records/summary.h"

namespace mot {

/// An attempt out of its row's text.
Result<Attempt> attempt_from_text(const std::string& record);

class SqlSummaries {
 public:
  /// Borrows the connection.
  explicit SqlSummaries(SqlConnection& connection) : connection_(connection) {}

  /// Writes the summary of an attempt that is in the table of attempts. Between begin() and
  /// commit() of the connection.
  Result<bool> put(const Attempt& attempt);
  /// Forgets how choices were numbered where another program has numbered them anew since. Before
  /// the first put() after each begin().
  Result<bool> follow_repairs();
  /// Removes those of the attempts that match; while these are still there.
  Result<bool> remove(const AttemptFilter& filter);
  /// After a roll-back: what was numbered in vain is numbered anew.
  void forget_names() { names_.clear(); }

  /// As Store::visit_summaries.
  Result<bool> visit(const AttemptFilter& filter,
                     ChoiceNames& names,
                     const std::function<bool(const AttemptSummary&)>& visitor);
  /// As Store::wrong_summaries.
  Result<SummaryFaults> wrong(const AttemptFilter& filter);
  /// As Store::repair_summaries. Between begin() and commit().
  Result<SummaryFaults> repair();
  /// Writes the summaries of all attempts that can be read. Between begin() and commit().
  Result<bool> fill();

 private:
  /// Refuses: numbers have no choice.
  Result<bool> unknown_choices() const;
  Result<bool> read_names(ChoiceNames& names);
  /// Numbers a choice for all who write.
  Result<std::uint32_t> number_of(const ChoiceName& name);
  Result<AttemptSummary> numbered_summary(const Attempt& attempt);
  /// Tells all who write that choices may have other numbers.
  Result<bool> announce_repair();
  /// Whether the numbers of choices have gaps.
  Result<bool> have_gaps();
  /// Shows each attempt that can be read, in pieces, with the values of its summary, NULL where
  /// there is none.
  Result<bool> each_record(
      const AttemptFilter& filter,
      const std::function<Result<bool>(const Attempt&, std::span<const SqlValue>)>& show);

  SqlConnection& connection_;
  ChoiceNames names_;
  /// The repair that names_ follow; empty: none.
  std::string repair_;
};

}  // namespace mot
