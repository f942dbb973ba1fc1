// Which statements a learning record store has acknowledged: a file a store, appended to, so that
// the next push sends only what is new.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/file_lock.h"
#include "engine/base/result.h"

namespace mot {

class LrsLedger {
 public:
  /// Opens the ledger for the store at `url` in `folder`, made where it is not there. One process
  /// at a time has it; a second one is refused.
  static Result<LrsLedger> open(const std::string& folder, std::string_view url);

  /// Whether a statement (a UUID) stood in the file when it was opened.
  bool holds(std::string_view id) const;
  /// Writes statements down; once it returned, a crash does not lose that.
  Result<bool> add(const std::vector<std::string>& ids);

 private:
  using Uuid = std::array<std::uint8_t, 16>;
  static Uuid binary(std::string_view id);
  LrsLedger(const std::string& path, FileLock lock);
  Result<bool> read();

  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::string path_;
  FileLock lock_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  /// In order.
  std::vector<Uuid> known_;
};

/// The folder of all ledgers: <user data folder>/pushed.
std::string lrs_ledger_folder();

}  // namespace mot
