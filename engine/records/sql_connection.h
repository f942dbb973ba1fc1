// One connection to a database that speaks SQL: what sql_store.cpp needs of SQLite and of
// PostgreSQL, and where the two differ.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/result.h"

namespace mot {

/// What is bound and what comes back; std::monostate is NULL.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;
using SqlRow = std::vector<SqlValue>;

/// A connection. Refusals name the store, say in plain words what is the matter and what to do.
class SqlConnection {
 public:
  SqlConnection() = default;
  virtual ~SqlConnection() = default;
  SqlConnection(const SqlConnection&) = delete;
  SqlConnection& operator=(const SqlConnection&) = delete;

  /// Runs one statement; `?` stands for the values in their order. `row` gets each row of the
  /// answer; false: enough. Returns how many rows were changed.
  virtual Result<std::int64_t> run(std::string_view sql,
                                   std::span<const SqlValue> values,
                                   const std::function<bool(const SqlRow&)>& row) = 0;

  /// Gets one row of texts, which are gone after; false: enough.
  using TextRow = std::function<bool(std::span<const std::string_view>)>;
  /// Runs a SELECT whose columns are texts, for answers of many rows: `row` gets them while the
  /// database still finds others, so that the answer is never in memory as a whole. It must not use
  /// the connection.
  virtual Result<bool> read_texts(std::string_view sql,
                                  std::span<const SqlValue> values,
                                  const TextRow& row) = 0;

  /// Begins what commit() ends; only one process at a time is between the two, the others wait.
  virtual Result<bool> begin() = 0;
  virtual Result<bool> commit() = 0;
  /// Undoes everything since begin(). Never fails: a broken connection undoes by itself.
  virtual void roll_back() = 0;

  /// Version of the tables, 0 where there are none yet. Refuses a database that is not ours.
  virtual Result<int> schema_version() = 0;
  virtual Result<bool> set_schema_version(int version) = 0;
  /// A file to lock for the whole of a migration, where a copy cannot be made between begin() and
  /// commit(). Empty: it can, and these keep the others away.
  virtual std::string migration_lock() const = 0;
  /// Copies everything to a place beside it, before a migration from `version`. Returns where to.
  /// Between begin() and commit() where there is no migration_lock().
  virtual Result<std::string> back_up(int version) = 0;

  /// Shows every copy that back_up() has made: what it is reached through, and its table of
  /// attempts. Takes the migration_lock(), so that none is missed that is just being made. Refuses
  /// where that is held for longer than patience(), with the first that cannot be reached, and with
  /// the first that `show` refuses.
  using ShowCopy = std::function<Result<bool>(SqlConnection& connection, const std::string& table)>;
  virtual Result<bool> in_copies(const ShowCopy& show) = 0;

  /// How long others are waited for, at every step.
  virtual std::chrono::milliseconds patience() const = 0;
  /// The type of a column that numbers rows by itself.
  virtual std::string_view numbered_key() const = 0;
  /// The store as it may be shown.
  virtual const std::string& name() const = 0;
};

/// What is said of a file that another program has kept for as long as it is waited for.
tl::unexpected<Refusal> refuse_locked(const std::string& name, std::chrono::milliseconds patience);

/// Opens, and where need be makes, an SQLite file. Waits at most `patience` milliseconds for other
/// processes, at every step.
Result<std::unique_ptr<SqlConnection>> connect_sqlite(const std::string& path, int patience);

/// Connects to a PostgreSQL server; `uri` as libpq has it, "postgresql://user@host/database". What
/// is waited for takes at most `patience` milliseconds at a time.
Result<std::unique_ptr<SqlConnection>> connect_postgres(const std::string& uri, int patience);

/// What the module with PostgreSQL exports as mot_connect_postgres: connects as above, and leaves
/// what came of it in `connection`. `name`: the URI as it may be shown.
using ConnectModule = void(const std::string& uri,
                           const std::string& name,
                           int patience,
                           Result<std::unique_ptr<SqlConnection>>& connection);

/// A connection as a store: brings its tables up to date first (migrations.h).
class Store;
Result<std::unique_ptr<Store>> sql_store(std::unique_ptr<SqlConnection> connection);

}  // namespace mot
