// Which statements a learning record store has acknowledged: a file a store, appended to, so that
// the next push sends only what is new.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace mot {

class LrsLedger {
 public:
  /// Opens the ledger for the store at `url` in `folder`, made where it is not there. One process
  /// at a time has it; a second one is refused.
  static Result<LrsLedger> open(const std::string& folder, std::string_view url);
  ~LrsLedger();
  LrsLedger(LrsLedger&& other) noexcept;
  LrsLedger& operator=(LrsLedger&&) = delete;

  /// Whether a statement (a UUID) stood in the file when it was opened.
  bool holds(std::string_view id) const;
  /// Writes statements down; once it returned, a crash does not lose that.
  Result<bool> add(const std::vector<std::string>& ids);

 private:
  using Uuid = std::array<std::uint8_t, 16>;
  static Uuid binary(std::string_view id);
  LrsLedger(std::string path, int file) : path_(std::move(path)), file_(file) {}
  Result<bool> read();

  std::string path_;
  int file_ = -1;
  /// In order.
  std::vector<Uuid> known_;
};

/// The folder of all ledgers: <user data folder>/pushed.
std::string lrs_ledger_folder();

}  // namespace mot
