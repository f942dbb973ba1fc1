// Attempts in a database: the same statements for SQLite and PostgreSQL. Tables: migrations.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "engine/records/migrations.h"
#include "engine/records/sql_condition.h"
#include "engine/records/sql_connection.h"
#include "engine/records/sql_summaries.h"
#include "engine/records/store.h"

namespace mot {
namespace {

template <class T>
SqlValue or_null(const std::optional<T>& value) {
  return value ? SqlValue(*value) : SqlValue();
}

std::optional<std::int64_t> whole(const std::optional<int>& value) {
  return value ? std::optional<std::int64_t>(*value) : std::nullopt;
}

/// The columns in the order of kColumns.
std::vector<SqlValue> values_of(const Attempt& attempt) {
  const Playthrough& play = attempt.play;
  const AttemptScore score = attempt.score.value_or(AttemptScore{});
  return {play.scenario,
          play.learner,
          attempt.group,
          attempt.session,
          std::string(name_of(play.mode)),
          play.started,
          play.ended,
          std::int64_t{play.complete ? 1 : 0},
          or_null(whole(score.recommend)),
          or_null(whole(score.satisfaction)),
          or_null(score.score),
          to_json(attempt).dump(-1),
          attempt.id};
}

constexpr std::string_view kAttempts = "attempts";
constexpr std::string_view kInsert =
    "INSERT INTO attempts (scenario, learner, cohort, session, mode, started, ended, complete,"
    " recommend, satisfaction, score, record, id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
    " ON CONFLICT (id) DO NOTHING";
constexpr std::string_view kUpdate =
    "UPDATE attempts SET scenario = ?, learner = ?, cohort = ?, session = ?, mode = ?,"
    " started = ?, ended = ?, complete = ?, recommend = ?, satisfaction = ?, score = ?,"
    " record = ? WHERE id = ?";

template <class Work>
Result<bool> whole_or_nothing(SqlConnection& connection, const Work& work) {
  if (const Result<bool> begun = connection.begin(); !begun) return begun;
  Result<bool> done = work();
  if (done) done = connection.commit();
  if (!done) connection.roll_back();
  return done;
}

/// From a copy's table of attempts, and from the summaries that a copied file may have.
Result<bool> remove_from_copy(SqlConnection& copy,
                              const std::string& table,
                              const AttemptFilter& filter) {
  constexpr int kWithSummaries = 2;
  const Result<int> version = copy.schema_version();
  if (!version) return tl::unexpected(version.error());
  if (table == kAttempts && *version >= kWithSummaries) {
    if (const Result<bool> gone = SqlSummaries(copy).remove(filter); !gone) return gone;
  }
  const SqlCondition condition = condition_of(filter);
  return copy.run(fmt::format("DELETE FROM {}{}", table, condition.sql), condition.values, {})
      .map([](std::int64_t) { return true; });
}

class SqlStore : public Store {
 public:
  explicit SqlStore(std::unique_ptr<SqlConnection> connection)
      : connection_(std::move(connection)), summaries_(*connection_) {}

  using Store::put;
  Result<std::size_t> put(std::span<const Attempt> attempts) override {
    std::size_t fresh = 0;
    const Result<bool> done = whole_or_nothing([&]() -> Result<bool> {
      if (const Result<bool> known = summaries_.follow_repairs(); !known) return known;
      for (const Attempt& attempt : attempts) {
        const Result<bool> kept = put_one(attempt, fresh);
        if (!kept) return kept;
      }
      return true;
    });
    if (!done) return tl::unexpected(done.error());
    return fresh;
  }

  Result<bool> visit(const AttemptFilter& filter, const Visitor& visitor) override {
    // In pieces: a server's whole answer would be in memory at once, and who looks at each attempt
    // for long would keep the database from tidying up.
    constexpr std::size_t kPiece = 500;
    SqlCondition condition = condition_of(filter);
    condition.add("number >", std::int64_t{0});
    const std::string sql =
        fmt::format("SELECT record, id, number FROM attempts{} ORDER BY number LIMIT {}",
                    condition.sql, kPiece);
    Result<bool> go_on = true;
    for (std::size_t count = kPiece; count == kPiece && go_on && *go_on;) {
      count = 0;
      const auto shown = connection_->run(sql, condition.values, [&](const SqlRow& row) {
        ++count;
        condition.values.back() = row[2];
        const Result<Attempt> attempt = read(row);
        go_on = attempt ? Result<bool>(visitor(*attempt)) : tl::unexpected(attempt.error());
        return go_on && *go_on;
      });
      if (!shown) return tl::unexpected(shown.error());
    }
    return go_on.map([](bool) { return true; });
  }

  Result<bool> visit_summaries(const AttemptFilter& filter,
                               ChoiceNames& names,
                               const SummaryVisitor& visitor) override {
    return summaries_.visit(filter, names, visitor);
  }

  Result<SummaryFaults> wrong_summaries(const AttemptFilter& filter) override {
    return summaries_.wrong(filter);
  }

  Result<SummaryFaults> repair_summaries() override {
    SummaryFaults found;
    const Result<bool> done = whole_or_nothing([&]() -> Result<bool> {
      Result<SummaryFaults> repaired = summaries_.repair();
      if (!repaired) return tl::unexpected(repaired.error());
      found = std::move(*repaired);
      return true;
    });
    if (!done) return tl::unexpected(done.error());
    return found;
  }

  Result<bool> holds(std::string_view id) override {
    bool found = false;
    const std::vector<SqlValue> values{std::string(id)};
    const auto asked =
        connection_->run("SELECT 1 FROM attempts WHERE id = ?", values, [&](const SqlRow&) {
          found = true;
          return false;
        });
    if (!asked) return tl::unexpected(asked.error());
    return found;
  }

  Result<std::size_t> remove(const AttemptFilter& filter) override {
    if (filter == AttemptFilter{}) return refuse("nothing says which attempts to remove");
    const SqlCondition condition = condition_of(filter);
    std::int64_t removed = 0;
    const Result<bool> done = whole_or_nothing([&]() -> Result<bool> {
      if (const Result<bool> first = summaries_.remove(filter); !first) return first;
      const auto gone =
          connection_->run("DELETE FROM attempts" + condition.sql, condition.values, {});
      if (!gone) return tl::unexpected(gone.error());
      removed = *gone;
      return true;
    });
    if (!done) return tl::unexpected(done.error());
    return static_cast<std::size_t>(removed);
  }

  Result<bool> remove_from_copies(const AttemptFilter& filter) override {
    if (filter == AttemptFilter{}) return refuse("nothing says which attempts to remove");
    return connection_->in_copies([&](SqlConnection& copy, const std::string& table) {
      return mot::whole_or_nothing(copy, [&] { return remove_from_copy(copy, table, filter); });
    });
  }

  Result<std::vector<Learner>> learners() override {
    std::vector<Learner> found;
    const auto asked = connection_->run(
        "SELECT learner, count(*), max(started) FROM attempts GROUP BY learner", {},
        [&](const SqlRow& row) {
          found.push_back({std::get<std::string>(row[0]),
                           static_cast<std::size_t>(std::get<std::int64_t>(row[1])),
                           std::get<std::string>(row[2])});
          return true;
        });
    if (!asked) return tl::unexpected(asked.error());
    // By bytes, whatever order the database prefers.
    std::sort(found.begin(), found.end(),
              [](const Learner& a, const Learner& b) { return a.name < b.name; });
    return found;
  }

  Result<std::optional<std::string>> setting(std::string_view key) override {
    std::optional<std::string> value;
    const std::vector<SqlValue> values{std::string(key)};
    const auto asked = connection_->run("SELECT value FROM settings WHERE name = ?", values,
                                        [&](const SqlRow& row) {
                                          value = std::get<std::string>(row.front());
                                          return false;
                                        });
    if (!asked) return tl::unexpected(asked.error());
    return value;
  }

  Result<bool> set_setting(std::string_view key, std::optional<std::string> value) override {
    return whole_or_nothing([&]() -> Result<bool> {
      const std::vector<SqlValue> name{std::string(key)};
      const auto gone = connection_->run("DELETE FROM settings WHERE name = ?", name, {});
      if (!gone) return tl::unexpected(gone.error());
      if (!value) return true;
      const std::vector<SqlValue> both{std::string(key), *value};
      const auto set =
          connection_->run("INSERT INTO settings (name, value) VALUES (?, ?)", both, {});
      if (!set) return tl::unexpected(set.error());
      return true;
    });
  }

 private:
  template <class Work>
  Result<bool> whole_or_nothing(const Work& work) {
    const Result<bool> done = mot::whole_or_nothing(*connection_, work);
    if (!done) summaries_.forget_names();
    return done;
  }

  Result<bool> put_one(const Attempt& attempt, std::size_t& fresh) {
    const std::vector<SqlValue> values = values_of(attempt);
    const auto inserted = connection_->run(kInsert, values, {});
    if (!inserted) return tl::unexpected(inserted.error());
    if (*inserted > 0) {
      ++fresh;
    } else if (const auto updated = connection_->run(kUpdate, values, {}); !updated) {
      return tl::unexpected(updated.error());
    }
    return summaries_.put(attempt);
  }

  Result<Attempt> read(const SqlRow& row) const {
    Result<Attempt> attempt = attempt_from_text(std::get<std::string>(row[0]));
    if (attempt) return attempt;
    return refuse(fmt::format("attempt {} of the records {} cannot be read: {}",
                              std::get<std::string>(row[1]), connection_->name(),
                              attempt.error().message));
  }

  std::unique_ptr<SqlConnection> connection_;
  SqlSummaries summaries_;
};

}  // namespace

Result<std::unique_ptr<Store>> sql_store(std::unique_ptr<SqlConnection> connection) {
  const Result<bool> ready = migrate(*connection, newest_schema());
  if (!ready) return tl::unexpected(ready.error());
  return std::unique_ptr<Store>(std::make_unique<SqlStore>(std::move(connection)));
}

}  // namespace mot
