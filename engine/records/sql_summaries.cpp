#include "engine/records/sql_summaries.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/records/sql_condition.h"

namespace mot {
namespace {

/// Every value is a text: a server does not guess another kind in a SELECT.
constexpr std::string_view kPut =
    "INSERT INTO summaries (number, scenario, learner, cohort, session, started, figures)"
    " SELECT number, ?, ?, ?, ?, ?, ? FROM attempts WHERE id = ?"
    " ON CONFLICT (number) DO UPDATE SET scenario = excluded.scenario,"
    " learner = excluded.learner, cohort = excluded.cohort, session = excluded.session,"
    " started = excluded.started, figures = excluded.figures";
constexpr std::string_view kOfId = "number = (SELECT number FROM attempts WHERE id = ?)";

std::vector<SqlValue> values_of(const AttemptSummary& summary, const std::string& id) {
  return {summary.scenario,
          summary.learner,
          summary.group,
          summary.session,
          summary.started,
          figures_text(summary),
          id};
}

AttemptFilter without_id(AttemptFilter filter) {
  filter.id.clear();
  return filter;
}

}  // namespace

Result<Attempt> attempt_from_text(const std::string& record) {
  return parse_json(record).and_then([](const Json& json) { return attempt_from_json(json); });
}

Result<bool> SqlSummaries::read_names(ChoiceNames& names) {
  const std::vector<SqlValue> known{static_cast<std::int64_t>(names.size())};
  const auto read = connection_.run(
      "SELECT scenario, moment, response FROM choices WHERE number >= ? ORDER BY number", known,
      [&](const SqlRow& row) {
        names.number_of({std::get<std::string>(row[0]), std::get<std::string>(row[1]),
                         std::get<std::string>(row[2])});
        return true;
      });
  if (!read) return tl::unexpected(read.error());
  return true;
}

Result<std::uint32_t> SqlSummaries::number_of(const ChoiceName& name) {
  if (const auto known = names_.find(name)) return *known;
  // Others may have numbered it since.
  if (const Result<bool> read = read_names(names_); !read) return tl::unexpected(read.error());
  if (const auto known = names_.find(name)) return *known;
  const std::uint32_t number = names_.number_of(name);
  const std::vector<SqlValue> values{std::int64_t{number}, name.scenario, name.moment,
                                     name.response};
  const auto put = connection_.run(
      "INSERT INTO choices (number, scenario, moment, response) VALUES (?, ?, ?, ?)", values, {});
  if (!put) return tl::unexpected(put.error());
  return number;
}

Result<AttemptSummary> SqlSummaries::numbered_summary(const Attempt& attempt) {
  Result<bool> numbered = true;
  AttemptSummary summary = summary_of(attempt, [&](const ChoiceName& name) {
    const Result<std::uint32_t> number = number_of(name);
    if (!number) numbered = tl::unexpected(number.error());
    return number.value_or(0);
  });
  if (!numbered) return tl::unexpected(numbered.error());
  return summary;
}

Result<bool> SqlSummaries::put(const Attempt& attempt) {
  const Result<AttemptSummary> summary = numbered_summary(attempt);
  if (!summary) return tl::unexpected(summary.error());
  const auto put = connection_.run(kPut, values_of(*summary, attempt.id), {});
  if (!put) return tl::unexpected(put.error());
  return true;
}

Result<bool> SqlSummaries::remove(const AttemptFilter& filter) {
  const SqlCondition condition = condition_of(filter);
  const auto gone = connection_.run(
      fmt::format("DELETE FROM summaries WHERE number IN (SELECT number FROM attempts{})",
                  condition.sql),
      condition.values, {});
  if (!gone) return tl::unexpected(gone.error());
  return true;
}

Result<bool> SqlSummaries::visit(const AttemptFilter& filter,
                                 ChoiceNames& names,
                                 const std::function<bool(const AttemptSummary&)>& visitor) {
  // In pieces: a server's whole answer would be in memory at once.
  constexpr std::size_t kPiece = 20'000;
  SqlCondition condition = condition_of(without_id(filter));
  if (!filter.id.empty()) {
    condition.sql += fmt::format(" {} {}", condition.values.empty() ? "WHERE" : "AND", kOfId);
    condition.values.emplace_back(filter.id);
  }
  condition.add("number >", std::int64_t{0});
  const std::string sql = fmt::format(
      "SELECT scenario, learner, cohort, session, started, figures, number FROM summaries{}"
      " ORDER BY number LIMIT {}",
      condition.sql, kPiece);
  AttemptSummary summary;
  std::optional<std::uint32_t> highest;
  bool more = true;
  for (std::size_t count = kPiece; count == kPiece && more;) {
    count = 0;
    const auto shown = connection_.run(sql, condition.values, [&](const SqlRow& row) {
      ++count;
      condition.values.back() = row[6];
      // What is damaged `mot records verify` finds.
      if (!read_figures(std::get<std::string>(row[5]), summary)) return true;
      summary.scenario = std::get<std::string>(row[0]);
      summary.learner = std::get<std::string>(row[1]);
      summary.group = std::get<std::string>(row[2]);
      summary.session = std::get<std::string>(row[3]);
      summary.started = std::get<std::string>(row[4]);
      for (const AnswerSummary& answer : summary.answers) {
        highest = std::max(highest.value_or(0), answer.choice);
      }
      more = visitor(summary);
      return more;
    });
    if (!shown) return tl::unexpected(shown.error());
  }
  // After the summaries: who numbers a choice does so before using the number.
  if (const Result<bool> read = read_names(names); !read) return read;
  if (!highest || *highest < names.size()) return true;
  return refuse(fmt::format(
      "the summaries in the records {} name choices that are not there; see mot records verify",
      connection_.name()));
}

Result<bool> SqlSummaries::each_record(const AttemptFilter& filter,
                                       const std::function<Result<bool>(const SqlRow&)>& show) {
  constexpr std::size_t kPiece = 500;
  SqlCondition condition = condition_of(filter);
  condition.add("number >", std::int64_t{0});
  const std::string sql = fmt::format(
      "SELECT number, id, record,"
      " (SELECT figures FROM summaries WHERE summaries.number = attempts.number)"
      " FROM attempts{} ORDER BY number LIMIT {}",
      condition.sql, kPiece);
  for (std::size_t count = kPiece; count == kPiece;) {
    std::vector<SqlRow> piece;
    const auto read = connection_.run(sql, condition.values, [&](const SqlRow& row) {
      piece.push_back(row);
      return true;
    });
    if (!read) return tl::unexpected(read.error());
    count = piece.size();
    for (const SqlRow& row : piece) {
      if (const Result<bool> shown = show(row); !shown) return shown;
      condition.values.back() = row[0];
    }
  }
  return true;
}

Result<std::vector<std::string>> SqlSummaries::wrong(const AttemptFilter& filter) {
  ChoiceNames names;
  if (const Result<bool> read = read_names(names); !read) return tl::unexpected(read.error());
  std::vector<std::string> ids;
  const Result<bool> looked = each_record(filter, [&](const SqlRow& row) -> Result<bool> {
    const Result<Attempt> attempt = attempt_from_text(std::get<std::string>(row[2]));
    // One that cannot be read has none.
    if (!attempt) return true;
    const std::string figures = figures_text(
        summary_of(*attempt, [&](const ChoiceName& name) { return names.number_of(name); }));
    const auto* kept = std::get_if<std::string>(&row[3]);
    if (kept == nullptr || *kept != figures) ids.push_back(attempt->id);
    return true;
  });
  if (!looked) return tl::unexpected(looked.error());
  return ids;
}

Result<bool> SqlSummaries::fill() {
  return each_record({}, [&](const SqlRow& row) -> Result<bool> {
    const Result<Attempt> attempt = attempt_from_text(std::get<std::string>(row[2]));
    return attempt ? put(*attempt) : Result<bool>(true);
  });
}

}  // namespace mot
