// PostgreSQL through SOCI: one server for a centre with many seats. The only user of soci.h. A
// module of its own, which load_postgres.cpp loads.
#include <fmt/format.h>
#include <libpq-fe.h>
// Debian's SOCI was built with Boost, but its package does not bring it; only templates that are
// not used here need it.
#include <soci/soci-config.h>
#undef SOCI_HAVE_BOOST
#undef SOCI_HAVE_BOOST_DATE_TIME

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <algorithm>
#include <array>
#include <map>

#include "engine/records/sql_connection.h"

namespace mot {
namespace {

constexpr int kSecond = 1000;
/// libpq takes a shorter patience for this one.
constexpr int kShortestConnectSeconds = 2;
/// "MoT" and a number: what writers of our tables wait for each other by.
constexpr std::int64_t kWriterLock = 0x4d6f5401;

/// A statement the server knows already. SOCI reads values from where they were when it was bound.
struct Prepared {
  explicit Prepared(soci::session& session) : statement(session) {}
  std::vector<std::string> values;
  std::vector<soci::indicator> nulls;
  soci::row row;
  soci::statement statement;
  bool answers = false;
  bool busy = false;
};

/// Marks a statement as in use while it lives.
class Running {
 public:
  explicit Running(Prepared& prepared) : prepared_(prepared) { prepared_.busy = true; }
  ~Running() { prepared_.busy = false; }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  Prepared& prepared_;
};

/// `?` as values are named: by SOCI ":v1", ":v2" …, by libpq "$1", "$2" …
std::string named_values(std::string_view sql, std::string_view name) {
  std::string named;
  int count = 0;
  for (const char c : sql) {
    if (c == '?') {
      named += fmt::format("{}{}", name, ++count);
    } else {
      named += c;
    }
  }
  return named;
}

/// As text: the server knows the column it is for. NULL is empty.
std::string text_of(const SqlValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
  if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
  if (const auto* words = std::get_if<std::string>(&value)) return *words;
  return {};
}

void set_value(Prepared& prepared, std::size_t place, const SqlValue& value) {
  prepared.nulls[place] = std::holds_alternative<std::monostate>(value) ? soci::i_null : soci::i_ok;
  prepared.values[place] = text_of(value);
}

struct FreeResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ServerResult = std::unique_ptr<PGresult, FreeResult>;

/// Takes and drops what is still to come of an answer, which the server is asked to end.
void drop_answer(PGconn* connection) {
  if (PGcancel* cancel = PQgetCancel(connection)) {
    std::array<char, 256> unheard{};
    PQcancel(cancel, unheard.data(), static_cast<int>(unheard.size()));
    PQfreeCancel(cancel);
  }
  while (ServerResult(PQgetResult(connection))) {
  }
}

SqlValue column(const soci::row& row, std::size_t place) {
  if (row.get_indicator(place) == soci::i_null) return std::monostate{};
  switch (row.get_properties(place).get_data_type()) {
    case soci::dt_integer: return std::int64_t{row.get<int>(place)};
    case soci::dt_long_long: return std::int64_t{row.get<long long>(place)};
    case soci::dt_double: return row.get<double>(place);
    default: return row.get<std::string>(place);
  }
}

/// The first line of what the server or its library said.
std::string first_line(std::string text) {
  for (const std::string_view noise : {"Cannot establish connection to the database.\n",
                                       "Cannot execute query. ", "ERROR:  ", "FATAL:  "}) {
    if (const std::size_t at = text.find(noise); at != std::string::npos) {
      text.erase(at, noise.size());
    }
  }
  return text.substr(0, text.find('\n'));
}

/// The URI, with how long libpq may take for what it waits for.
std::string with_patience(const std::string& uri, int patience) {
  const int seconds = std::max(kShortestConnectSeconds, (patience + kSecond - 1) / kSecond);
  std::string full = uri;
  const auto add = [&](std::string_view key, int value) {
    if (full.find(fmt::format("{}=", key)) != std::string::npos) return;
    full += fmt::format("{}{}={}", full.find('?') == std::string::npos ? '?' : '&', key, value);
  };
  add("connect_timeout", seconds);
  add("tcp_user_timeout", std::max(patience, kSecond));
  return full;
}

class PostgresConnection : public SqlConnection {
 public:
  PostgresConnection(std::string name, int patience)
      : name_(std::move(name)), patience_(patience) {}
  ~PostgresConnection() override { statements_.clear(); }
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  Result<bool> open(const std::string& uri) {
    return guarded([&]() -> Result<bool> {
      session_.open(soci::postgresql, with_patience(uri, patience_));
      session_ << "SET client_min_messages = error";
      session_ << fmt::format("SET lock_timeout = {}", patience_);
      session_ << fmt::format("SET statement_timeout = {}", patience_);
      return true;
    });
  }

  Result<std::int64_t> run(std::string_view sql,
                           std::span<const SqlValue> values,
                           const std::function<bool(const SqlRow&)>& row) override {
    return guarded([&]() -> Result<std::int64_t> {
      Prepared& prepared = statement(sql, values.size());
      const Running running(prepared);
      for (std::size_t i = 0; i < values.size(); ++i) set_value(prepared, i, values[i]);
      bool more = prepared.statement.execute(true);
      if (!prepared.answers) return prepared.statement.get_affected_rows();
      while (more) {
        if (row && !row(row_of(prepared))) break;
        more = prepared.statement.fetch();
      }
      return 0;
    });
  }

  /// Past SOCI, which has no rows before it has them all, and makes several strings of each.
  Result<bool> read_texts(std::string_view sql,
                          std::span<const SqlValue> values,
                          const TextRow& row) override {
    PGconn* const connection =
        static_cast<soci::postgresql_session_backend*>(session_.get_backend())->conn_;
    std::vector<std::string> texts;
    std::vector<const char*> given;
    texts.reserve(values.size());
    given.reserve(values.size());
    for (const SqlValue& value : values) texts.push_back(text_of(value));
    for (const std::string& text : texts) given.push_back(text.c_str());
    if (PQsendQueryParams(connection, named_values(sql, "$").c_str(),
                          static_cast<int>(given.size()), nullptr, given.data(), nullptr, nullptr,
                          0) == 0) {
      return refusal("", first_line(PQerrorMessage(connection)));
    }
    PQsetSingleRowMode(connection);
    return take_rows(connection, row);
  }

  Result<bool> begin() override {
    Result<bool> begun = guarded([&]() -> Result<bool> {
      session_.begin();
      session_ << fmt::format("SELECT pg_advisory_xact_lock({})", kWriterLock);
      return true;
    });
    // After the wait for the others was in vain the transaction is still there.
    if (!begun) roll_back();
    return begun;
  }
  Result<bool> commit() override {
    return guarded([&]() -> Result<bool> {
      session_.commit();
      return true;
    });
  }
  void roll_back() override {
    (void)guarded([&]() -> Result<bool> {
      session_.rollback();
      return true;
    });
  }

  Result<int> schema_version() override {
    // In this order: both come at once, and another process may bring them between the two looks.
    const Result<bool> attempts = has_table("attempts");
    if (!attempts) return tl::unexpected(attempts.error());
    const Result<bool> ours = has_table("mot_schema");
    if (!ours) return tl::unexpected(ours.error());
    if (*ours) {
      const Result<std::int64_t> version = number("SELECT version FROM mot_schema");
      return version.map([](std::int64_t found) { return static_cast<int>(found); });
    }
    if (!*attempts) return 0;
    return refuse(fmt::format(
        "the database {} has a table 'attempts' of another program; it is left as it is: name "
        "another database",
        name_));
  }

  Result<bool> set_schema_version(int version) override {
    return execute("CREATE TABLE IF NOT EXISTS mot_schema (version BIGINT NOT NULL)")
        .and_then([&](bool) { return execute("DELETE FROM mot_schema"); })
        .and_then([&](bool) {
          return execute(fmt::format("INSERT INTO mot_schema (version) VALUES ({})", version));
        });
  }

  std::string migration_lock() const override { return {}; }

  /// Both tables or none, under names that no table has.
  Result<std::string> back_up(int version) override {
    for (int copy = 1;; ++copy) {
      const std::string ending = fmt::format("_version_{}_backup_{}", version, copy);
      const Result<bool> taken = has_table("attempts" + ending);
      if (!taken) return tl::unexpected(taken.error());
      if (*taken) continue;
      // As long as it takes: nobody plays meanwhile.
      return execute("SET LOCAL statement_timeout = 0")
          .and_then([&](bool) { return copy_table("settings", ending); })
          .and_then([&](bool) { return copy_table("attempts", ending); })
          .map([&](bool) { return "attempts" + ending; });
    }
  }

  Result<bool> in_copies(const ShowCopy& show) override {
    std::vector<std::string> tables;
    const auto listed =
        run("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND pg_table_is_visible(oid)"
            " AND relname::text ~ '^attempts_version_[0-9]+_backup_[0-9]+$' ORDER BY relname",
            {}, [&](const SqlRow& row) {
              tables.push_back(std::get<std::string>(row.front()));
              return true;
            });
    if (!listed) return tl::unexpected(listed.error());
    for (const std::string& table : tables) {
      if (const Result<bool> shown = show(*this, table); !shown) return shown;
    }
    return true;
  }

  std::chrono::milliseconds patience() const override {
    return std::chrono::milliseconds(patience_);
  }
  std::string_view numbered_key() const override {
    return "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
  }
  const std::string& name() const override { return name_; }

 private:
  Result<bool> take_rows(PGconn* connection, const TextRow& row) const {
    Result<bool> taken = true;
    std::vector<std::string_view> texts;
    while (const ServerResult result{PQgetResult(connection)}) {
      const ExecStatusType status = PQresultStatus(result.get());
      if (status == PGRES_TUPLES_OK) continue;  // the end
      if (status != PGRES_SINGLE_TUPLE) {
        const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        taken =
            refusal(state == nullptr ? "" : state, first_line(PQresultErrorMessage(result.get())));
        continue;
      }
      texts.resize(static_cast<std::size_t>(PQnfields(result.get())));
      for (int i = 0; i < PQnfields(result.get()); ++i) {
        texts[static_cast<std::size_t>(i)] = {
            PQgetvalue(result.get(), 0, i),
            static_cast<std::size_t>(PQgetlength(result.get(), 0, i))};
      }
      if (row(texts)) continue;
      drop_answer(connection);
      break;
    }
    return taken;
  }

  Result<bool> execute(const std::string& sql) {
    return run(sql, {}, {}).map([](std::int64_t) { return true; });
  }

  Result<bool> copy_table(std::string_view table, std::string_view ending) {
    return execute(fmt::format("CREATE TABLE {}{} AS TABLE {}", table, ending, table));
  }

  Result<std::int64_t> number(std::string_view sql) {
    std::int64_t found = 0;
    const Result<std::int64_t> done = run(sql, {}, [&](const SqlRow& row) {
      if (const auto* value = std::get_if<std::int64_t>(&row.front())) found = *value;
      return false;
    });
    return done ? Result<std::int64_t>(found) : done;
  }

  Result<bool> has_table(const std::string& table) {
    bool found = false;
    const std::vector<SqlValue> values{table};
    const auto done =
        run("SELECT 1 FROM pg_class WHERE oid = to_regclass(?)", values, [&](const SqlRow&) {
          found = true;
          return false;
        });
    return done.map([&](std::int64_t) { return found; });
  }

  static SqlRow row_of(const Prepared& prepared) {
    SqlRow values;
    for (std::size_t i = 0; i < prepared.row.size(); ++i) {
      values.push_back(column(prepared.row, i));
    }
    return values;
  }

  /// Prepared once and kept; one that is in the middle of its rows is prepared again.
  Prepared& statement(std::string_view sql, std::size_t values) {
    const auto known = statements_.equal_range(sql);
    for (auto entry = known.first; entry != known.second; ++entry) {
      if (!entry->second->busy) return *entry->second;
    }
    auto prepared = std::make_unique<Prepared>(session_);
    prepared->values.resize(values);
    prepared->nulls.resize(values, soci::i_ok);
    prepared->answers = sql.substr(0, 6) == "SELECT";
    prepared->statement.alloc();
    if (prepared->answers) prepared->statement.exchange(soci::into(prepared->row));
    for (std::size_t i = 0; i < values; ++i) {
      prepared->statement.exchange(soci::use(prepared->values[i], prepared->nulls[i]));
    }
    prepared->statement.prepare(named_values(sql, ":v"));
    prepared->statement.define_and_bind();
    return *statements_.emplace(sql, std::move(prepared))->second;
  }

  /// Turns what SOCI throws into a refusal.
  template <class Work>
  auto guarded(const Work& work) -> decltype(work()) {
    try {
      return work();
    } catch (const soci::postgresql_soci_error& error) {
      return refusal(error.sqlstate(), first_line(error.what()));
    } catch (const std::exception& error) {
      return refusal("", first_line(error.what()));
    }
  }

  tl::unexpected<Refusal> refusal(const std::string& state, const std::string& details) const {
    const std::string_view kind = std::string_view(state).substr(0, 2);
    if (state == "55P03" || state == "57014") {
      return refuse(fmt::format("the records {} have kept us waiting for {:.1f} seconds; try later",
                                name_, patience_ / static_cast<double>(kSecond)));
    }
    if (kind == "53") {
      return refuse(
          fmt::format("the server with the records {} has no room left: {}", name_, details));
    }
    if (state == "42501" || state == "25006") {
      return refuse(fmt::format(
          "the records {} may not be written: {}; the user needs the right to make and change "
          "tables there",
          name_, details));
    }
    if (details.find("password") != std::string::npos || kind == "28") {
      return refuse(fmt::format(
          "the server with the records {} refused the user or the password; see the user in "
          "--store, and PGPASSWORD or ~/.pgpass",
          name_));
    }
    // While connecting there is no state to go by.
    const bool no_database = details.find("database \"") != std::string::npos &&
                             details.find("does not exist") != std::string::npos;
    if (kind == "3D" || no_database) {
      return refuse(
          fmt::format("there is no database of that name: {}; make it with createdb", name_));
    }
    if (state.empty() || kind == "08" || kind == "57" || kind.front() == '\0') {
      return refuse(fmt::format(
          "the server with the records {} cannot be reached ({}); see that it runs, and that the "
          "address is right",
          name_, details));
    }
    return refuse(fmt::format("the records {} cannot be used: {}", name_, details));
  }

  std::string name_;
  int patience_;
  soci::session session_;
  /// Several of one text only while one is in use.
  std::multimap<std::string, std::unique_ptr<Prepared>, std::less<>> statements_;
};

}  // namespace

extern "C" void mot_connect_postgres(const std::string& uri,
                                     const std::string& name,
                                     int patience,
                                     Result<std::unique_ptr<SqlConnection>>& connection) {
  auto opened = std::make_unique<PostgresConnection>(name, patience);
  if (const Result<bool> done = opened->open(uri); !done) {
    connection = tl::unexpected(done.error());
  } else {
    connection = std::unique_ptr<SqlConnection>(std::move(opened));
  }
}

}  // namespace mot
