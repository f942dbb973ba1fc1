#include "engine/records/lrs_ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

#include "engine/base/hash.h"
#include "engine/base/user_folders.h"
#include "engine/records/attempt.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// Letters of an address's hash that name its file.
constexpr std::size_t kFileName = 16;

std::string cause_of(int error) { return std::generic_category().message(error); }

unsigned digit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); }

/// What was written survives the machine's stop.
bool sync(std::FILE* file) {
  if (std::fflush(file) != 0) return false;
#ifndef _WIN32
  return ::fdatasync(::fileno(file)) == 0;
#else
  return true;
#endif
}

/// Opens a file to append to, made readable to its owner alone; nullptr, and errno: it cannot be.
std::FILE* open_to_append(const std::string& path) {
#ifndef _WIN32
  const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  return file < 0 ? nullptr : ::fdopen(file, "ab");
#else
  return std::fopen(path.c_str(), "ab");
#endif
}

}  // namespace

std::string lrs_ledger_folder() { return (fs::path(user_data_folder()) / "pushed").string(); }

Result<LrsLedger> LrsLedger::open(const std::string& folder, std::string_view url) {
  std::error_code error;
  fs::create_directories(folder, error);
  const std::string name = sha256_hex(url).substr(0, kFileName) + ".ids";
  const std::string path = (fs::path(folder) / name).string();
  auto lock = FileLock::within(path + ".lock", FileLock::Kind::alone, std::chrono::milliseconds{0});
  if (!lock) {
    return refuse(
        "another program is pushing to this learning record store; wait until it is done");
  }
  LrsLedger ledger(path, std::move(*lock));
  if (!ledger.file_) {
    return refuse(
        fmt::format("cannot write down what is pushed, in {}: {}", path, cause_of(errno)));
  }
  if (const Result<bool> done = ledger.read(); !done) return tl::unexpected(done.error());
  return ledger;
}

LrsLedger::LrsLedger(const std::string& path, FileLock lock)
    : path_(path), lock_(std::move(lock)), file_(open_to_append(path)) {}

LrsLedger::Uuid LrsLedger::binary(std::string_view id) {
  Uuid bytes{};
  std::size_t half = 0;
  for (const char c : id) {
    if (c == '-' || half == 2 * bytes.size()) continue;
    std::uint8_t& byte = bytes[half / 2];
    byte = static_cast<std::uint8_t>(unsigned{byte} << 4U | digit(c));
    ++half;
  }
  return bytes;
}

Result<bool> LrsLedger::read() {
  std::ifstream in(path_, std::ios::binary);
  if (!in) return refuse(fmt::format("cannot read {}", path_));
  bool whole = true;
  // A line that a crash cut off is as if it were not there: what it names is sent again.
  for (std::string line; std::getline(in, line);) {
    whole = !in.eof();
    if (whole && is_uuid(line)) known_.push_back(binary(line));
  }
  std::sort(known_.begin(), known_.end());
  if (!whole && (std::fputc('\n', file_.get()) == EOF || !sync(file_.get()))) {
    return refuse(fmt::format("cannot write {}: {}", path_, cause_of(errno)));
  }
  return true;
}

bool LrsLedger::holds(std::string_view id) const {
  return std::binary_search(known_.begin(), known_.end(), binary(id));
}

Result<bool> LrsLedger::add(const std::vector<std::string>& ids) {
  std::string lines;
  for (const std::string& id : ids) lines += id + '\n';
  const std::size_t written = std::fwrite(lines.data(), 1, lines.size(), file_.get());
  if (written == lines.size() && sync(file_.get())) return true;
  return refuse(fmt::format("cannot write down what is pushed, in {}: {}", path_, cause_of(errno)));
}

}  // namespace mot
