#include "engine/records/sql_summaries.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

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
/// Which repair the numbers of choices are of: who kept them in memory compares it.
constexpr std::string_view kRepair = "SELECT value FROM settings WHERE name = 'choices-repair'";
constexpr std::string_view kAnnounceRepair =
    "INSERT INTO settings (name, value) VALUES ('choices-repair', '1') ON CONFLICT (name) DO"
    " UPDATE SET value = CAST(CAST(settings.value AS BIGINT) + 1 AS TEXT)";
/// Of a summary of no attempt. With NOT IN a server would look through all attempts for each.
constexpr std::string_view kOrphan =
    "NOT EXISTS (SELECT 1 FROM attempts WHERE attempts.number = summaries.number)";
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

/// Whether the values of a summary's row are those of a summary.
bool is_kept(const AttemptSummary& summary, std::span<const SqlValue> kept) {
  const std::vector<SqlValue> expected = values_of(summary, "");
  return std::equal(kept.begin(), kept.end(), expected.begin());
}

/// Summaries of no attempt; a filter's id, which they do not have, counts for nothing.
Result<std::int64_t> count_orphans(SqlConnection& connection, const AttemptFilter& filter) {
  SqlCondition condition = condition_of(without_id(filter));
  condition.add("number >", std::int64_t{0});
  std::int64_t count = 0;
  const auto asked =
      connection.run(fmt::format("SELECT count(*) FROM summaries{} AND {}", condition.sql, kOrphan),
                     condition.values, [&](const SqlRow& row) {
                       count = std::get<std::int64_t>(row.front());
                       return false;
                     });
  return asked.map([&](std::int64_t) { return count; });
}

}  // namespace

Result<Attempt> attempt_from_text(const std::string& record) {
  return parse_json(record).and_then([](const Json& json) { return attempt_from_json(json); });
}

Result<bool> SqlSummaries::unknown_choices() const {
  return refuse(fmt::format(
      "the summaries in the records {} name choices that are not there; mot records verify "
      "--repair makes them anew",
      connection_.name()));
}

Result<bool> SqlSummaries::read_names(ChoiceNames& names) {
  const std::vector<SqlValue> known{static_cast<std::int64_t>(names.size())};
  bool sound = true;
  const auto read = connection_.run(
      "SELECT scenario, moment, response, number FROM choices WHERE number >= ? ORDER BY number",
      known, [&](const SqlRow& row) {
        sound = std::cmp_equal(std::get<std::int64_t>(row[3]), names.size());
        if (!sound) return false;
        names.number_of({std::get<std::string>(row[0]), std::get<std::string>(row[1]),
                         std::get<std::string>(row[2])});
        return true;
      });
  if (!read) return tl::unexpected(read.error());
  return sound ? Result<bool>(true) : unknown_choices();
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

Result<bool> SqlSummaries::follow_repairs() {
  std::string repair;
  const auto asked = connection_.run(kRepair, {}, [&](const SqlRow& row) {
    repair = std::get<std::string>(row.front());
    return false;
  });
  if (!asked) return tl::unexpected(asked.error());
  if (repair != repair_) forget_names();
  repair_ = std::move(repair);
  return true;
}

Result<bool> SqlSummaries::announce_repair() {
  const auto told = connection_.run(kAnnounceRepair, {}, {});
  if (!told) return tl::unexpected(told.error());
  return true;
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
  SqlCondition condition = condition_of(without_id(filter));
  if (!filter.id.empty()) {
    condition.sql += fmt::format(" {} {}", condition.values.empty() ? "WHERE" : "AND", kOfId);
    condition.values.emplace_back(filter.id);
  }
  const std::string sql = fmt::format(
      "SELECT scenario, learner, cohort, session, started, figures FROM summaries{} ORDER BY "
      "number",
      condition.sql);
  AttemptSummary summary;
  std::optional<std::uint32_t> highest;
  const auto shown =
      connection_.read_texts(sql, condition.values, [&](std::span<const std::string_view> row) {
        // What is damaged `mot records verify` finds.
        if (!read_figures(row[5], summary)) return true;
        summary.scenario = row[0];
        summary.learner = row[1];
        summary.group = row[2];
        summary.session = row[3];
        summary.started = row[4];
        for (const AnswerSummary& answer : summary.answers) {
          highest = std::max(highest.value_or(0), answer.choice);
        }
        return visitor(summary);
      });
  if (!shown) return shown;
  // After the summaries: who numbers a choice does so before using the number.
  if (const Result<bool> read = read_names(names); !read) return read;
  if (!highest || *highest < names.size()) return true;
  return unknown_choices();
}

Result<bool> SqlSummaries::have_gaps() {
  bool gaps = false;
  const auto asked = connection_.run(
      "SELECT count(*), coalesce(min(number), 0), coalesce(max(number), -1) FROM choices", {},
      [&](const SqlRow& row) {
        const auto value = [&](std::size_t place) { return std::get<std::int64_t>(row[place]); };
        gaps = value(1) != 0 || value(2) != value(0) - 1;
        return false;
      });
  if (!asked) return tl::unexpected(asked.error());
  return gaps;
}

Result<bool> SqlSummaries::each_record(
    const AttemptFilter& filter,
    const std::function<Result<bool>(const Attempt&, std::span<const SqlValue>)>& show) {
  constexpr std::size_t kPiece = 500;
  constexpr std::size_t kValues = 2;
  SqlCondition condition = condition_of(filter);
  condition.add("number >", std::int64_t{0});
  const std::string sql = fmt::format(
      "SELECT piece.number, piece.record, summaries.scenario, summaries.learner, summaries.cohort,"
      " summaries.session, summaries.started, summaries.figures"
      " FROM (SELECT number, record FROM attempts{} ORDER BY number LIMIT {}) AS piece"
      " LEFT JOIN summaries ON summaries.number = piece.number ORDER BY piece.number",
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
      condition.values.back() = row[0];
      // One that cannot be read has none.
      const Result<Attempt> attempt = attempt_from_text(std::get<std::string>(row[1]));
      if (!attempt) continue;
      if (const Result<bool> shown = show(*attempt, std::span(row).subspan(kValues)); !shown) {
        return shown;
      }
    }
  }
  return true;
}

Result<SummaryFaults> SqlSummaries::wrong(const AttemptFilter& filter) {
  SummaryFaults faults;
  const Result<std::int64_t> orphans = count_orphans(connection_, filter);
  if (!orphans) return tl::unexpected(orphans.error());
  faults.orphans = static_cast<std::size_t>(*orphans);
  const Result<bool> gaps = have_gaps();
  if (!gaps) return tl::unexpected(gaps.error());
  faults.gaps = *gaps;
  // What the numbers mean is not known then.
  if (*gaps) return faults;
  ChoiceNames names;
  if (const Result<bool> read = read_names(names); !read) return tl::unexpected(read.error());
  const std::size_t known = names.size();
  const Result<bool> looked =
      each_record(filter, [&](const Attempt& attempt, std::span<const SqlValue> kept) {
        const AttemptSummary summary =
            summary_of(attempt, [&](const ChoiceName& name) { return names.number_of(name); });
        if (!is_kept(summary, kept)) faults.wrong.push_back(attempt.id);
        return Result<bool>(true);
      });
  if (!looked) return tl::unexpected(looked.error());
  faults.gaps = names.size() > known;
  return faults;
}

Result<SummaryFaults> SqlSummaries::repair() {
  SummaryFaults faults;
  const auto clear = [&](const std::string& sql) { return connection_.run(sql, {}, {}); };
  const auto orphans = clear(fmt::format("DELETE FROM summaries WHERE {}", kOrphan));
  if (!orphans) return tl::unexpected(orphans.error());
  faults.orphans = static_cast<std::size_t>(*orphans);
  names_.clear();
  const Result<bool> gaps = have_gaps();
  if (!gaps) return tl::unexpected(gaps.error());
  if (*gaps) {
    const auto cleared = clear("DELETE FROM summaries").and_then([&](std::int64_t) {
      return clear("DELETE FROM choices");
    });
    if (!cleared) return tl::unexpected(cleared.error());
  } else if (const Result<bool> read = read_names(names_); !read) {
    return tl::unexpected(read.error());
  }
  const std::size_t known = names_.size();
  const Result<bool> looked =
      each_record({}, [&](const Attempt& attempt, std::span<const SqlValue> kept) -> Result<bool> {
        const Result<AttemptSummary> summary = numbered_summary(attempt);
        if (!summary) return tl::unexpected(summary.error());
        if (is_kept(*summary, kept)) return true;
        faults.wrong.push_back(attempt.id);
        return put(attempt);
      });
  if (!looked) return tl::unexpected(looked.error());
  faults.gaps = *gaps || names_.size() > known;
  if (!faults.gaps) return faults;
  return announce_repair().map([&](bool) { return faults; });
}

Result<bool> SqlSummaries::fill() {
  return each_record(
      {}, [&](const Attempt& attempt, std::span<const SqlValue>) { return put(attempt); });
}

}  // namespace mot
