#include "engine/records/outbox.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/hash.h"
#include "engine/base/user_folders.h"

#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace mot {
namespace {

namespace fs = std::filesystem;

/// Letters of a store's hash that name its folder.
constexpr std::size_t kFolderName = 16;

/// One that waits: "000000000012-<id>.json", numbered in the order they were made.
struct Waiting {
  std::uint64_t number = 0;
  std::string path;
};

std::vector<Waiting> waiting_in(const std::string& folder) {
  std::vector<Waiting> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() != ".json") continue;
    const std::string name = entry->path().filename().string();
    Waiting waiting{0, entry->path().string()};
    std::from_chars(name.data(), name.data() + name.size(), waiting.number);
    found.push_back(std::move(waiting));
  }
  std::sort(found.begin(), found.end(), [](const Waiting& a, const Waiting& b) {
    return a.number != b.number ? a.number < b.number : a.path < b.path;
  });
  return found;
}

Result<Attempt> read_attempt(const std::string& text) {
  return parse_json(text).and_then(attempt_from_json);
}

Result<Attempt> read_waiting(const std::string& path) {
  return read_file(path).and_then(read_attempt);
}

/// While it lives, nobody else changes what waits in a folder: held for moments, never while a
/// server is asked. Where no lock can be had it goes on without: then nothing can be written, too.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder) {
#ifndef _WIN32
    std::error_code error;
    fs::create_directories(folder, error);
    file_ = ::open((fs::path(folder) / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    while (file_ >= 0 && ::flock(file_, LOCK_EX) != 0 && errno == EINTR) {
    }
#else
    (void)folder;
#endif
  }
  ~FolderLock() {
#ifndef _WIN32
    if (file_ >= 0) ::close(file_);
#endif
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_ = -1;
};

/// Forgets what was put into the store, unless its file says something else by now.
bool forget(const std::string& folder, const std::string& path, const std::string& text) {
  const FolderLock lock(folder);
  const Result<std::string> now = read_file(path);
  if (now && *now != text) return false;
  std::error_code error;
  fs::remove(path, error);
  return true;
}

/// Puts one that waits. False: it could not be read and is set aside, or another process has sent
/// it.
Result<bool> send_one(const std::string& folder, const std::string& path, Store& store) {
  while (true) {
    const Result<std::string> text = read_file(path);
    const Result<Attempt> attempt = text.and_then(read_attempt);
    if (!attempt) {
      std::error_code error;
      if (fs::exists(path, error)) fs::rename(path, path + ".damaged", error);
      return false;
    }
    if (const Result<std::size_t> put = store.put(*attempt); !put) {
      return tl::unexpected(put.error());
    }
    // Where this is cut off, the attempt is sent again, and its id keeps it from counting twice.
    if (forget(folder, path, *text)) return true;
  }
}

}  // namespace

Outbox::Outbox(const std::string& folder, const std::string& uri)
    : folder_(
          (fs::path(folder) / sha256_hex(without_password(uri)).substr(0, kFolderName)).string()) {}

Result<bool> Outbox::add(const Attempt& attempt) {
  const FolderLock lock(folder_);
  const std::vector<Waiting> before = waiting_in(folder_);
  // An attempt that waits already, and is told more about now, keeps its place.
  const std::string ending = fmt::format("-{}.json", attempt.id);
  for (const Waiting& waiting : before) {
    if (waiting.path.size() > ending.size() &&
        waiting.path.compare(waiting.path.size() - ending.size(), ending.size(), ending) == 0) {
      return write_file_atomically(waiting.path, to_json(attempt).dump(-1));
    }
  }
  const std::uint64_t number = before.empty() ? 1 : before.back().number + 1;
  const fs::path path = fs::path(folder_) / fmt::format("{:012}{}", number, ending);
  return write_file_atomically(path.string(), to_json(attempt).dump(-1));
}

std::size_t Outbox::waiting() const { return waiting_in(folder_).size(); }

Result<std::size_t> Outbox::send(Store& store) {
  std::size_t sent = 0;
  for (const Waiting& waiting : waiting_in(folder_)) {
    const Result<bool> done = send_one(folder_, waiting.path, store);
    if (!done) return tl::unexpected(done.error());
    if (*done) ++sent;
  }
  return sent;
}

std::size_t Outbox::remove_learner(const std::string& learner) {
  std::size_t removed = 0;
  for (const Waiting& waiting : waiting_in(folder_)) {
    const Result<Attempt> attempt = read_waiting(waiting.path);
    if (!attempt || attempt->play.learner != learner) continue;
    std::error_code error;
    if (fs::remove(waiting.path, error)) ++removed;
  }
  return removed;
}

std::string outbox_folder() { return (fs::path(user_data_folder()) / "outbox").string(); }

}  // namespace mot
