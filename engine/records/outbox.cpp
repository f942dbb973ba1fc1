#include "engine/records/outbox.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/file_lock.h"
#include "engine/base/hash.h"
#include "engine/base/user_folders.h"
#include "engine/records/folder_files.h"
#include "engine/records/torn_record.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// Letters of a store's hash that name its folder.
constexpr std::size_t kFolderName = 16;
/// What a file that cannot be read gets behind its name.
constexpr const char* kDamaged = ".damaged";
constexpr const char* kWaiting = ".json";
constexpr const char* kHalf = ".tmp";

/// One that waits: "000000000012-<id>.json", numbered in the order they were made.
struct Waiting {
  std::uint64_t number = 0;
  std::string path;
};

/// The attempts in a folder: those that wait, damaged ones that were set aside, and what was
/// written half when a program was killed. Refuses where the folder cannot be read.
Result<std::vector<fs::path>> files_in(const std::string& folder) {
  return files_in_folder(folder, [](const std::string& name) {
    const fs::path extension = fs::path(name).extension();
    return extension == kWaiting || extension == kDamaged || extension == kHalf;
  });
}

/// None where the folder cannot be read.
std::vector<Waiting> waiting_in(const std::string& folder) {
  std::vector<Waiting> found;
  for (const fs::path& path : files_in(folder).value_or(std::vector<fs::path>())) {
    if (path.extension() != kWaiting) continue;
    const std::string name = path.filename().string();
    Waiting waiting{0, path.string()};
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

/// Held while a folder's files are changed: for moments, never while a store is asked. Where no
/// lock can be had nothing can be written, too.
FileLock changing(const std::string& folder) {
  return {(fs::path(folder) / "lock").string(), FileLock::Kind::alone};
}

/// What senders share while one of them may have an attempt in hand, and who removes has alone.
std::string sending_file(const std::string& folder) {
  return (fs::path(folder) / "sending").string();
}

/// Whether a file that was read as `text` says something else by now. For use under the lock.
bool is_another_by_now(const std::string& path, const std::string& text) {
  const Result<std::string> now = read_file(path);
  return now && *now != text;
}

/// Forgets what was put into the store, unless its file says something else by now.
bool forget(const std::string& folder, const std::string& path, const std::string& text) {
  const FileLock lock = changing(folder);
  if (is_another_by_now(path, text)) return false;
  std::error_code error;
  fs::remove(path, error);
  return true;
}

/// Sets what cannot be read aside. False: its file says something else by now.
Result<bool> set_aside(const std::string& folder,
                       const std::string& path,
                       const std::string& text) {
  const FileLock lock = changing(folder);
  if (is_another_by_now(path, text)) return false;
  std::error_code error;
  fs::rename(path, path + kDamaged, error);
  // Another process may have set it aside meanwhile.
  if (!error || error == std::errc::no_such_file_or_directory) return true;
  return refuse(fmt::format("cannot set aside {}, which is damaged: {}", path,
                            std::generic_category().message(error.value())));
}

/// Puts one that waits. False: it could not be read and is set aside, or another process has sent
/// it.
Result<bool> send_one(const std::string& folder, const std::string& path, Store& store) {
  while (true) {
    const Result<std::string> text = read_file(path);
    std::error_code error;
    if (!text && !fs::exists(path, error)) return false;
    // A disk that does not answer says nothing about the attempt.
    if (!text) return tl::unexpected(text.error());
    const Result<Attempt> attempt = read_attempt(*text);
    if (!attempt) {
      const Result<bool> aside = set_aside(folder, path, *text);
      if (!aside) return aside;
      if (*aside) return false;
      continue;
    }
    if (const Result<std::size_t> put = store.put(*attempt); !put) {
      return tl::unexpected(put.error());
    }
    // Where this is cut off, the attempt is sent again, and its id keeps it from counting twice.
    if (forget(folder, path, *text)) return true;
  }
}

/// Removes the files of what matches, of everything of a learner damaged ones, too. Returns how
/// many of them waited.
Result<std::size_t> remove_files(const std::string& folder, const AttemptFilter& filter) {
  const FileLock lock = changing(folder);
  const auto files = files_in(folder);
  if (!files) return tl::unexpected(files.error());
  std::size_t removed = 0;
  for (const fs::path& path : *files) {
    // What cannot be looked at may be what is meant.
    const Result<std::string> text = read_file_if_there(path.string());
    if (!text) return tl::unexpected(text.error());
    const Result<Attempt> attempt = read_attempt(*text);
    const bool meant = attempt ? matches(filter, *attempt)
                               : is_all_of_one(filter) && names_learner(*text, *filter.learner);
    if (!meant) continue;
    std::error_code error;
    if (!fs::remove(path, error) && error) {
      return refuse(fmt::format("cannot remove {}: {}", path.string(),
                                std::generic_category().message(error.value())));
    }
    if (attempt && path.extension() == kWaiting) ++removed;
  }
  return removed;
}

}  // namespace

Outbox::Outbox(const std::string& folder, const std::string& uri)
    : folder_(
          (fs::path(folder) / sha256_hex(without_password(uri)).substr(0, kFolderName)).string()) {}

Result<bool> Outbox::add(const Attempt& attempt) {
  const FileLock lock = changing(folder_);
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

std::vector<Attempt> Outbox::attempts(const AttemptFilter& filter) const {
  std::vector<Attempt> found;
  for (const Waiting& waiting : waiting_in(folder_)) {
    // One that is sent meanwhile is in the store.
    Result<Attempt> attempt = read_file(waiting.path).and_then(read_attempt);
    if (attempt && matches(filter, *attempt)) found.push_back(std::move(*attempt));
  }
  return found;
}

Result<std::size_t> Outbox::send(Store& store) {
  if (waiting() == 0) return std::size_t{0};
  const FileLock sending(sending_file(folder_), FileLock::Kind::shared);
  std::size_t sent = 0;
  for (const Waiting& waiting : waiting_in(folder_)) {
    const Result<bool> done = send_one(folder_, waiting.path, store);
    if (!done) return tl::unexpected(done.error());
    if (*done) ++sent;
  }
  return sent;
}

Result<std::size_t> Outbox::remove(Store& store,
                                   const AttemptFilter& filter,
                                   std::chrono::milliseconds patience) {
  if (const Result<bool> named = names_whose(filter); !named) {
    return tl::unexpected(named.error());
  }
  // Else what is just being sent would come to the store after it was removed there.
  const auto sending = FileLock::within(sending_file(folder_), FileLock::Kind::alone, patience);
  if (!sending) {
    return refuse("attempts are just being sent to the records; try again when that is done");
  }
  return remove_files(folder_, filter).and_then([&](std::size_t waiting) {
    return store.remove(filter).map([&](std::size_t kept) { return waiting + kept; });
  });
}

bool is_all_of_one(const AttemptFilter& filter) {
  AttemptFilter all;
  all.learner = filter.learner;
  return filter.learner && filter == all;
}

Result<bool> names_whose(const AttemptFilter& filter) {
  if (filter.learner || !filter.id.empty()) return true;
  return refuse("nothing says whose attempts, or which one, to remove");
}

std::string outbox_folder() { return (fs::path(user_data_folder()) / "outbox").string(); }

Outbox outbox_of_store(const std::string& uri) { return {outbox_folder(), store_or_default(uri)}; }

}  // namespace mot
