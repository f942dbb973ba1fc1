#include "engine/interchange/zip_file.h"

#include <fmt/format.h>
#include <unzip.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>

#include "engine/base/file.h"

namespace mot {
namespace {

constexpr std::size_t kLongestName = 1'000;

std::string size_name(std::size_t bytes) { return fmt::format("{} MiB", bytes >> 20U); }

Result<std::string> name_here(void* handle, const std::string& path) {
  unz_file_info64 about{};
  std::array<char, kLongestName + 1> name{};
  if (unzGetCurrentFileInfo64(handle, &about, name.data(), kLongestName, nullptr, 0, nullptr, 0) !=
      UNZ_OK)
    return refuse(
        "refused.zip-list", {{"file", path}},
        fmt::format("{}: the archive's list of contents is damaged; get the file again", path));
  if (about.size_filename > kLongestName)
    return refuse(
        "refused.zip-name", {{"file", path}, {"count", std::to_string(about.size_filename)}},
        fmt::format("{}: the archive holds a name of {} bytes", path, about.size_filename));
  return std::string(name.data(), about.size_filename);
}

/// Whether the record at an archive's end is there and cut short. minizip reads nothing for what is
/// missing of it.
bool is_end_cut_off(const std::string& path) {
  constexpr std::size_t kRecord = 22;
  constexpr std::size_t kLongestRemark = 65'535;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0));
  std::string end(std::min(size, kRecord + kLongestRemark), '\0');
  file.seekg(static_cast<std::streamoff>(size - end.size()));
  file.read(end.data(), static_cast<std::streamsize>(end.size()));
  const std::size_t at = end.rfind("PK\x05\x06");
  return at != std::string::npos && end.size() - at < kRecord;
}

}  // namespace

Result<ZipFile> ZipFile::open(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return refuse("refused.zip-no-file", {{"file", path}},
                  fmt::format("cannot read {}: it is not a regular file", path));
  const auto cut_off = [&] {
    return refuse(
        "refused.zip-cut-off", {{"file", path}},
        fmt::format("{} is an archive that is cut off or damaged; get the file again", path));
  };
  if (is_end_cut_off(path)) return cut_off();
  ZipFile zip(unzOpen64(path.c_str()), path);
  unz_global_info64 about{};
  if (zip.handle_ == nullptr || unzGetGlobalInfo64(zip.handle_, &about) != UNZ_OK)
    return refuse(
        "refused.zip-no-archive", {{"file", path}},
        fmt::format("{} is no archive, or it is cut off or damaged; get the file again", path));
  if (about.number_entry > kMaxZipEntries)
    return refuse("refused.zip-files",
                  {{"file", path},
                   {"count", std::to_string(about.number_entry)},
                   {"most", std::to_string(kMaxZipEntries)}},
                  fmt::format("{} holds {} files; at most {} are read", path, about.number_entry,
                              kMaxZipEntries));
  int found = about.number_entry == 0 ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(zip.handle_);
  for (; found == UNZ_OK; found = unzGoToNextFile(zip.handle_)) {
    Result<std::string> name = name_here(zip.handle_, path);
    if (!name) return tl::unexpected<Refusal>(name.error());
    zip.names_.push_back(std::move(*name));
  }
  if (found != UNZ_END_OF_LIST_OF_FILE || zip.names_.size() != about.number_entry) return cut_off();
  return zip;
}

ZipFile::ZipFile(ZipFile&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      path_(std::move(other.path_)),
      names_(std::move(other.names_)) {}

ZipFile& ZipFile::operator=(ZipFile&& other) noexcept {
  std::swap(handle_, other.handle_);
  path_ = std::move(other.path_);
  names_ = std::move(other.names_);
  return *this;
}

ZipFile::~ZipFile() {
  if (handle_ != nullptr) unzClose(handle_);
}

bool ZipFile::holds(std::string_view name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

Result<std::string> ZipFile::read(const std::string& name, std::size_t limit) {
  constexpr int kCaseSensitive = 1;
  constexpr std::size_t kPiece = 65'536;
  const auto damaged = [&] {
    return refuse("refused.zip-damaged", {{"file", path_}, {"name", name}},
                  fmt::format("{}: '{}' in it is damaged; get the file again", path_, name));
  };
  if (unzLocateFile(handle_, name.c_str(), kCaseSensitive) != UNZ_OK)
    return refuse("refused.zip-lacks", {{"file", path_}, {"name", name}},
                  fmt::format("{}: there is no '{}' in it", path_, name));
  unz_file_info64 about{};
  if (unzGetCurrentFileInfo64(handle_, &about, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
    return damaged();
  if ((about.flag & 1U) != 0)
    return refuse(
        "refused.zip-encrypted", {{"file", path_}, {"name", name}},
        fmt::format("{}: '{}' in it is encrypted; save it without a password", path_, name));
  if (unzOpenCurrentFile(handle_) != UNZ_OK) return damaged();
  std::string content;
  std::vector<char> piece(kPiece);
  int count = 0;
  while ((count = unzReadCurrentFile(handle_, piece.data(), static_cast<unsigned>(kPiece))) > 0) {
    content.append(piece.data(), static_cast<std::size_t>(count));
    if (content.size() <= limit) continue;
    unzCloseCurrentFile(handle_);
    return refuse(
        "refused.zip-large", {{"file", path_}, {"name", name}, {"most", size_name(limit)}},
        fmt::format("{}: '{}' in it is larger than {} when unpacked, the most that is read", path_,
                    name, size_name(limit)));
  }
  // Closing compares the checksum, but only where as much came out as the list says.
  const bool whole = unzCloseCurrentFile(handle_) == UNZ_OK && count == 0 &&
                     content.size() == about.uncompressed_size;
  if (!whole) return damaged();
  return content;
}

namespace {

/// Memory that zip.h writes into as if it were a file.
struct Memory {
  std::string content;
  std::size_t at = 0;
};

Memory& memory_of(void* stream) { return *static_cast<Memory*>(stream); }

void* open_memory(void* opaque, const void* /*name*/, int /*mode*/) { return opaque; }

uLong write_memory(void* /*opaque*/, void* stream, const void* data, uLong size) {
  Memory& memory = memory_of(stream);
  if (memory.content.size() < memory.at + size) memory.content.resize(memory.at + size);
  std::memcpy(memory.content.data() + memory.at, data, size);
  memory.at += size;
  return size;
}

uLong read_memory(void* /*opaque*/, void* stream, void* data, uLong size) {
  Memory& memory = memory_of(stream);
  const std::size_t count = std::min<std::size_t>(size, memory.content.size() - memory.at);
  std::memcpy(data, memory.content.data() + memory.at, count);
  memory.at += count;
  return count;
}

ZPOS64_T tell_memory(void* /*opaque*/, void* stream) { return memory_of(stream).at; }

long seek_memory(void* /*opaque*/, void* stream, ZPOS64_T offset, int origin) {
  Memory& memory = memory_of(stream);
  const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                           : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory.at
                                                              : memory.content.size();
  memory.at = base + static_cast<std::size_t>(offset);
  return 0;
}

int close_memory(void* /*opaque*/, void* /*stream*/) { return 0; }
int memory_error(void* /*opaque*/, void* /*stream*/) { return 0; }

/// 1980-01-01: the first day a zip file knows, so that the day of packing changes nothing.
zip_fileinfo fixed_time() {
  zip_fileinfo about{};
  about.tmz_date.tm_mday = 1;
  about.tmz_date.tm_year = 1980;
  return about;
}

bool add_file(zipFile zip, const std::string& name, const std::string& content) {
  constexpr uLong kUtf8Names = 1U << 11U;
  const zip_fileinfo about = fixed_time();
  const int opened = zipOpenNewFileInZip4_64(
      zip, name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, Z_BEST_COMPRESSION, 0,
      -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0, 0, kUtf8Names, 0);
  return opened == ZIP_OK &&
         zipWriteInFileInZip(zip, content.data(), static_cast<unsigned>(content.size())) ==
             ZIP_OK &&
         zipCloseFileInZip(zip) == ZIP_OK;
}

}  // namespace

Result<bool> write_zip(const std::string& path,
                       const std::vector<std::pair<std::string, std::string>>& files) {
  Memory memory;
  zlib_filefunc64_def functions{open_memory, read_memory,  write_memory, tell_memory,
                                seek_memory, close_memory, memory_error, &memory};
  zipFile zip = zipOpen2_64(path.c_str(), APPEND_STATUS_CREATE, nullptr, &functions);
  bool written = zip != nullptr;
  for (const auto& [name, content] : files) written = written && add_file(zip, name, content);
  if (zip != nullptr) written = zipClose(zip, nullptr) == ZIP_OK && written;
  if (!written)
    return refuse("refused.zip-unpacked", {{"file", path}},
                  fmt::format("cannot write {}: it could not be packed", path));
  return write_file_atomically(path, memory.content);
}

}  // namespace mot
