#include "engine/records/migrations.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>

#include "engine/base/file_lock.h"
#include "engine/records/sql_summaries.h"

namespace mot {
namespace {

using Step = Result<bool> (*)(SqlConnection&);

Result<bool> run(SqlConnection& connection, const std::string& sql) {
  const auto done = connection.run(sql, {}, {});
  if (!done) return tl::unexpected(done.error());
  return true;
}

template <class... Statements>
Result<bool> run_all(SqlConnection& connection, const Statements&... statements) {
  Result<bool> done = true;
  ((done = done ? run(connection, statements) : done), ...);
  return done;
}

/// One row an attempt: `record` holds all of it, the other columns what is asked for often.
Result<bool> first_tables(SqlConnection& connection) {
  return run_all(connection,
                 fmt::format("CREATE TABLE attempts (number {}, id TEXT NOT NULL UNIQUE,"
                             " scenario TEXT NOT NULL, learner TEXT NOT NULL,"
                             " cohort TEXT NOT NULL, session TEXT NOT NULL, mode TEXT NOT NULL,"
                             " started TEXT NOT NULL, ended TEXT NOT NULL,"
                             " complete BIGINT NOT NULL, recommend BIGINT, satisfaction BIGINT,"
                             " score DOUBLE PRECISION, record TEXT NOT NULL)",
                             connection.numbered_key()),
                 "CREATE INDEX attempts_by_learner ON attempts (learner, scenario)",
                 "CREATE INDEX attempts_by_scenario ON attempts (scenario)",
                 "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
}

/// What figures over many attempts are counted from, without their records: a narrow row an
/// attempt, and numbers for the choices in it.
Result<bool> summaries(SqlConnection& connection) {
  const Result<bool> made =
      run_all(connection,
              "CREATE TABLE choices (number BIGINT PRIMARY KEY, scenario TEXT NOT NULL,"
              " moment TEXT NOT NULL, response TEXT NOT NULL, UNIQUE (scenario, moment, response))",
              fmt::format("CREATE TABLE summaries (number {}, scenario TEXT NOT NULL,"
                          " learner TEXT NOT NULL, cohort TEXT NOT NULL, session TEXT NOT NULL,"
                          " started TEXT NOT NULL, figures TEXT NOT NULL)",
                          connection.numbered_key()));
  return made.and_then([&](bool) { return SqlSummaries(connection).fill(); });
}

constexpr std::array<Step, 2> kSteps{first_tables, summaries};

Result<bool> climb(SqlConnection& connection, int from, int target) {
  for (int version = from; version < target; ++version) {
    const Result<bool> done = kSteps[static_cast<std::size_t>(version)](connection);
    if (!done) return done;
  }
  return connection.set_schema_version(target);
}

Result<bool> copy(SqlConnection& connection, int version) {
  return connection.back_up(version).map([](const std::string&) { return true; });
}

/// Between begin() and commit(): asks again, as another process may have been quicker.
Result<bool> climb_once(SqlConnection& connection, int target) {
  const Result<int> version = connection.schema_version();
  if (!version) return tl::unexpected(version.error());
  if (*version < target) {
    const bool copies = *version > 0 && connection.migration_lock().empty();
    if (const Result<bool> copied = copies ? copy(connection, *version) : true; !copied) {
      return copied;
    }
    if (const Result<bool> done = climb(connection, *version, target); !done) return done;
  }
  return connection.commit();
}

Result<bool> refuse_newer(const SqlConnection& connection, int version) {
  return refuse(fmt::format(
      "the records {} were written by a newer version of this program (tables of version {}, this "
      "one knows {}); they are left as they are: use the newer program, or name another store",
      connection.name(), version, newest_schema()));
}

}  // namespace

int newest_schema() { return static_cast<int>(kSteps.size()); }

Result<bool> migrate(SqlConnection& connection, int target) {
  const Result<int> before = connection.schema_version();
  if (!before) return tl::unexpected(before.error());
  if (*before > newest_schema()) return refuse_newer(connection, *before);
  if (*before >= target) return true;
  // Else each that opens the records meanwhile would copy them, too, and then wait in vain.
  const std::string file = *before > 0 ? connection.migration_lock() : std::string();
  const std::optional<FileLock> alone =
      file.empty() ? std::nullopt
                   : FileLock::within(file, FileLock::Kind::alone, connection.patience());
  if (!file.empty()) {
    if (!alone) return refuse_locked(connection.name(), connection.patience());
    const Result<int> now = connection.schema_version();
    if (!now) return tl::unexpected(now.error());
    if (*now >= target) return true;
    if (const Result<bool> copied = copy(connection, *now); !copied) return copied;
  }
  if (const Result<bool> begun = connection.begin(); !begun) return begun;
  const Result<bool> done = climb_once(connection, target);
  if (!done) connection.roll_back();
  return done;
}

}  // namespace mot
