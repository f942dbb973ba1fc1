// SQLite through its own C library: one file, a write-ahead log beside it, nothing to set up. The
// only user of sqlite3.h.
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <system_error>
#include <thread>

#include "engine/base/file_lock.h"
#include "engine/records/folder_files.h"
#include "engine/records/sql_connection.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// "MoT" and a number: marks a file as ours.
constexpr std::int64_t kApplicationId = 0x4d6f5401;
constexpr int kPrimaryCode = 0xFF;
/// What the name of a copy ends in; while it is being made this and a few letters come behind it.
constexpr const char* kCopy = ".backup";
constexpr const char* kNew = ".new-";

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinaliseStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinaliseStatement>;

/// Gives a statement back to be run again, whatever became of it.
class Running {
 public:
  explicit Running(sqlite3_stmt* statement) : statement_(statement) {}
  ~Running() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  sqlite3_stmt* statement_;
};

int bind(sqlite3_stmt* statement, int place, const SqlValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    return sqlite3_bind_int64(statement, place, *number);
  }
  if (const auto* real = std::get_if<double>(&value)) {
    return sqlite3_bind_double(statement, place, *real);
  }
  if (const auto* text = std::get_if<std::string>(&value)) {
    // The values outlive the run.
    return sqlite3_bind_text64(statement, place, text->data(), text->size(), nullptr, SQLITE_UTF8);
  }
  return sqlite3_bind_null(statement, place);
}

/// The column as text, where it has one.
std::string_view text_in(sqlite3_stmt* statement, int place) {
  const unsigned char* text = sqlite3_column_text(statement, place);
  const int size = sqlite3_column_bytes(statement, place);
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

SqlValue column(sqlite3_stmt* statement, int place) {
  switch (sqlite3_column_type(statement, place)) {
    case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, place)};
    case SQLITE_FLOAT: return sqlite3_column_double(statement, place);
    case SQLITE_NULL: return std::monostate{};
    default: return std::string(text_in(statement, place));
  }
}

fs::path folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder;
}

/// Whether a copy was not finished.
bool is_half(const fs::path& copy) {
  return copy.filename().string().find(std::string(kCopy) + kNew) != std::string::npos;
}

/// What back_up() has made beside a file: whole copies, and such as were not finished.
Result<std::vector<fs::path>> copies_of(const std::string& path) {
  const std::string begin = fs::path(path).filename().string() + ".version-";
  return files_in_folder(folder_of(path).string(), [&](const std::string& name) {
    return name.compare(0, begin.size(), begin) == 0 &&
           (fs::path(name).extension() == kCopy || is_half(name));
  });
}

class SqliteConnection : public SqlConnection {
 public:
  SqliteConnection(Database database, std::string path, int patience)
      : database_(std::move(database)), path_(std::move(path)), patience_(patience) {}

  /// What every connection needs: the log, and each commit on the disk before it returns.
  Result<bool> prepare() {
    sqlite3_busy_timeout(database_.get(), patience_);
    // A file of another program is left as it is, down to its kind of log.
    if (const Result<int> version = schema_version(); !version) {
      return tl::unexpected(version.error());
    }
    if (const Result<bool> logged = keep_log(); !logged) return logged;
    return execute("PRAGMA synchronous=FULL").and_then([&](bool) {
      // What is deleted is overwritten: somebody wanted it gone.
      return execute("PRAGMA secure_delete=ON");
    });
  }

  Result<std::int64_t> run(std::string_view sql,
                           std::span<const SqlValue> values,
                           const std::function<bool(const SqlRow&)>& row) override {
    const Result<sqlite3_stmt*> bound = bound_statement(sql, values);
    if (!bound) return tl::unexpected(bound.error());
    const Running running(*bound);
    return step(*bound, row);
  }

  Result<bool> read_texts(std::string_view sql,
                          std::span<const SqlValue> values,
                          const TextRow& row) override {
    const Result<sqlite3_stmt*> bound = bound_statement(sql, values);
    if (!bound) return tl::unexpected(bound.error());
    const Running running(*bound);
    std::vector<std::string_view> texts(static_cast<std::size_t>(sqlite3_column_count(*bound)));
    while (true) {
      const int code = sqlite3_step(*bound);
      if (code == SQLITE_DONE) return true;
      if (code != SQLITE_ROW) return refusal(code);
      for (std::size_t i = 0; i < texts.size(); ++i) {
        texts[i] = text_in(*bound, static_cast<int>(i));
      }
      if (!row(texts)) return true;
    }
  }

  Result<bool> begin() override { return execute("BEGIN IMMEDIATE"); }
  Result<bool> commit() override { return execute("COMMIT"); }
  void roll_back() override {
    if (sqlite3_get_autocommit(database_.get()) == 0) execute("ROLLBACK");
  }

  Result<int> schema_version() override {
    // All three of one moment: between them another process may begin the file.
    if (const Result<bool> seen = execute("SAVEPOINT look"); !seen) {
      return tl::unexpected(seen.error());
    }
    const Result<int> version = read_schema_version();
    const Result<bool> left = execute("RELEASE look");
    if (version && !left) return tl::unexpected(left.error());
    return version;
  }

  Result<bool> set_schema_version(int version) override {
    return execute(fmt::format("PRAGMA application_id={}", kApplicationId)).and_then([&](bool) {
      return execute(fmt::format("PRAGMA user_version={}", version));
    });
  }

  Result<std::string> back_up(int version) override {
    const std::string copy = free_name(fmt::format("{}.version-{}", path_, version));
    // Readable to its owner alone, as the records are, and under its name only when it is whole.
    std::string fresh = copy + kNew + "XXXXXX";
#ifndef _WIN32
    const int file = ::mkstemp(fresh.data());
    if (file >= 0) ::close(file);
#endif
    const std::vector<SqlValue> values{fresh};
    const Result<std::int64_t> made = run("VACUUM INTO ?", values, {});
    std::error_code error;
    if (made) fs::rename(fresh, copy, error);
    std::error_code ignored;
    if (!made || error) fs::remove(fresh, ignored);
    if (!made) return tl::unexpected(made.error());
    if (error) {
      return refuse(fmt::format("the records {} cannot be copied to {}: {}", path_, copy,
                                std::generic_category().message(error.value())));
    }
    return copy;
  }

  Result<bool> in_copies(const ShowCopy& show) override {
    // A copy that is just being made still holds what was deleted before, and is none of them yet.
    const auto alone = FileLock::within(migration_lock(), FileLock::Kind::alone, patience());
    if (!alone) return refuse_locked(path_, patience());
    const auto copies = copies_of(path_);
    if (!copies) return tl::unexpected(copies.error());
    for (const fs::path& path : *copies) {
      const Result<bool> shown =
          is_half(path) ? remove_half(path)
                        : connect_sqlite(path.string(), patience_).and_then([&](const auto& copy) {
                            return show(*copy, "attempts");
                          });
      if (!shown) return shown;
    }
    return true;
  }

  std::string migration_lock() const override { return path_ + ".migrating"; }
  std::chrono::milliseconds patience() const override {
    return std::chrono::milliseconds(patience_);
  }
  std::string_view numbered_key() const override { return "INTEGER PRIMARY KEY"; }
  const std::string& name() const override { return path_; }

 private:
  /// Removes what is left of a copy whose maker was killed; it is no use to anybody. For use under
  /// the migration_lock(): else it may be one that is being made.
  static Result<bool> remove_half(const fs::path& path) {
    std::error_code error;
    fs::remove(path, error);
    if (!error) return true;
    return refuse(fmt::format("cannot remove {}: {}", path.string(),
                              std::generic_category().message(error.value())));
  }

  /// A name that no file has: the given one, or with a number.
  static std::string free_name(const std::string& stem) {
    std::error_code error;
    std::string name = stem + kCopy;
    for (int i = 2; fs::exists(name, error); ++i) name = fmt::format("{}.{}{}", stem, i, kCopy);
    return name;
  }

  Result<int> read_schema_version() {
    const Result<std::int64_t> application = number("PRAGMA application_id");
    if (!application) return tl::unexpected(application.error());
    const Result<std::int64_t> version = number("PRAGMA user_version");
    if (!version) return tl::unexpected(version.error());
    const Result<std::int64_t> tables = number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tl::unexpected(tables.error());
    const bool empty = *application == 0 && *version == 0 && *tables == 0;
    if (*application != kApplicationId && !empty) {
      return refuse(fmt::format(
          "{} is a database of another program; it is left as it is: name another file", path_));
    }
    return static_cast<int>(*version);
  }

  Result<bool> execute(const std::string& sql) {
    const Result<std::int64_t> done = run(sql, {}, {});
    if (!done) return tl::unexpected(done.error());
    return true;
  }

  Result<std::int64_t> number(const char* sql) {
    std::int64_t found = 0;
    const Result<std::int64_t> done = run(sql, {}, [&](const SqlRow& row) {
      found = std::get<std::int64_t>(row.front());
      return true;
    });
    return done ? Result<std::int64_t>(found) : done;
  }

  /// Changing the kind of log does not wait for other processes by itself.
  Result<bool> keep_log() {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds kPause{5};
    const auto until = Clock::now() + std::chrono::milliseconds(patience_);
    while (true) {
      const Result<bool> done = execute("PRAGMA journal_mode=WAL");
      const int code = sqlite3_errcode(database_.get());
      if (done || code != SQLITE_BUSY || Clock::now() > until) return done;
      std::this_thread::sleep_for(kPause);
    }
  }

  /// Prepared once and kept; one that is in the middle of its rows is prepared again.
  Result<sqlite3_stmt*> statement(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end() && sqlite3_stmt_busy(found->second.get()) == 0) {
      return found->second.get();
    }
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) return refusal(code);
    return statements_.emplace(sql, Statement(raw))->second.get();
  }

  Result<sqlite3_stmt*> bound_statement(std::string_view sql, std::span<const SqlValue> values) {
    const Result<sqlite3_stmt*> found = statement(sql);
    if (!found) return found;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const int code = bind(*found, static_cast<int>(i) + 1, values[i]);
      if (code == SQLITE_OK) continue;
      sqlite3_clear_bindings(*found);
      return refusal(code);
    }
    return found;
  }

  Result<std::int64_t> step(sqlite3_stmt* statement,
                            const std::function<bool(const SqlRow&)>& row) {
    SqlRow values;
    while (true) {
      const int code = sqlite3_step(statement);
      if (code == SQLITE_DONE) return sqlite3_changes64(database_.get());
      if (code != SQLITE_ROW) return refusal(code);
      if (!row) continue;
      values.clear();
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        values.push_back(column(statement, i));
      }
      if (!row(values)) return 0;
    }
  }

  /// Nothing fits beside the file any more: SQLite calls a file that it cannot make larger a fault
  /// of the disk.
  bool is_disk_full() const {
    constexpr std::uintmax_t kPage = 4096;
    std::error_code error;
    const fs::space_info space = fs::space(folder_of(path_), error);
    return !error && space.available < kPage;
  }

  tl::unexpected<Refusal> refusal(int code) const {
    const char* details = sqlite3_errmsg(database_.get());
    const int kind = code & kPrimaryCode;
    switch (kind == SQLITE_IOERR && is_disk_full() ? SQLITE_FULL : kind) {
      case SQLITE_BUSY:
      case SQLITE_LOCKED: return refuse_locked(path_, patience());
      case SQLITE_READONLY:
      case SQLITE_PERM:
        return refuse(fmt::format(
            "the records {} may not be written; give yourself permission for the file and its "
            "folder, or name another store",
            path_));
      case SQLITE_CANTOPEN:
        return refuse(fmt::format(
            "the records {} cannot be opened; see that the folder is there and may be written",
            path_));
      case SQLITE_FULL:
        return refuse(fmt::format("the disk with the records {} is full; make room on it", path_));
      case SQLITE_CORRUPT:
      case SQLITE_NOTADB:
        return refuse(fmt::format(
            "the records {} are damaged ({}); they are left as they are: put a back-up in their "
            "place, or move them away, so that new ones are begun",
            path_, details));
      default: return refuse(fmt::format("the records {} cannot be used: {}", path_, details));
    }
  }

  Database database_;
  std::string path_;
  int patience_;
  /// Several of one text only while one is in use.
  std::multimap<std::string, Statement, std::less<>> statements_;
};

Result<bool> make_folder_of(const std::string& path) {
  std::error_code error;
  const fs::path folder = folder_of(path);
  fs::create_directories(folder, error);
  if (!error) return true;
  return refuse(fmt::format("the folder {} cannot be made: {}", folder.string(),
                            std::generic_category().message(error.value())));
}

Result<std::unique_ptr<SqliteConnection>> open_prepared(const std::string& file,
                                                        const std::string& shown,
                                                        int patience) {
  sqlite3* raw = nullptr;
  constexpr int kFlags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(file.c_str(), &raw, kFlags, nullptr);
  Database database(raw);
  if (code != SQLITE_OK) {
    return refuse(fmt::format("the records {} cannot be opened: {}", shown,
                              raw == nullptr ? "there is no memory" : sqlite3_errmsg(raw)));
  }
  auto connection = std::make_unique<SqliteConnection>(std::move(database), shown, patience);
  if (const Result<bool> ready = connection->prepare(); !ready) {
    return tl::unexpected(ready.error());
  }
  return connection;
}

/// A new file, readable to its owner alone; SQLite gives its log the same rights. Made beside its
/// place and put there whole, so that a full disk leaves nothing; of two who do so at once the
/// first wins.
Result<bool> make_file(const std::string& path, int patience) {
  std::error_code error;
  if (fs::exists(path, error)) return true;
  if (const Result<bool> made = make_folder_of(path); !made) return made;
#ifndef _WIN32
  std::string fresh = path + ".new-XXXXXX";
  const int file = ::mkstemp(fresh.data());
  // Where no file can be made, opening it says why.
  if (file < 0) return true;
  ::close(file);
  const Result<bool> ready =
      open_prepared(fresh, path, patience).map([](const auto&) { return true; });
  if (ready) fs::create_hard_link(fresh, path, error);
  fs::remove(fresh, error);
  return ready;
#else
  (void)patience;
  return true;
#endif
}

}  // namespace

tl::unexpected<Refusal> refuse_locked(const std::string& name, std::chrono::milliseconds patience) {
  return refuse(fmt::format(
      "another program has kept the records {} locked for {:.1f} seconds; close it or try later",
      name, std::chrono::duration<double>(patience).count()));
}

Result<std::unique_ptr<SqlConnection>> connect_sqlite(const std::string& path, int patience) {
  if (const Result<bool> made = make_file(path, patience); !made) {
    return tl::unexpected(made.error());
  }
  auto connection = open_prepared(path, path, patience);
  if (!connection) return tl::unexpected(connection.error());
  return std::unique_ptr<SqlConnection>(std::move(*connection));
}

}  // namespace mot
