// Zip archives, read with suspicion and written so that the same content gives the same bytes. The
// only user of minizip.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/result.h"

namespace mot {

/// Most entries an archive may have.
inline constexpr std::size_t kMaxZipEntries = 10'000;

/// An open archive.
class ZipFile {
 public:
  /// Refuses what is no regular file, no archive, or one with too many entries.
  static Result<ZipFile> open(const std::string& path);
  ZipFile(ZipFile&& other) noexcept;
  ZipFile& operator=(ZipFile&& other) noexcept;
  ~ZipFile();

  /// Whether the list of contents has the name.
  bool holds(std::string_view name) const;

  /// The content of the first entry of that name. Never unpacks more than `limit` bytes, whatever
  /// the list says; refuses more, an encrypted entry and a damaged one.
  Result<std::string> read(const std::string& name, std::size_t limit);

 private:
  ZipFile(void* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  void* handle_ = nullptr;
  std::string path_;
  std::vector<std::string> names_;
};

/// Writes an archive of these files (name, content), atomically. The same files give the same
/// bytes.
Result<bool> write_zip(const std::string& path,
                       const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace mot
