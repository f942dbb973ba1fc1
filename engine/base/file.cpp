// Reading and writing on POSIX; the branch for Windows is plain and untried.
#include "engine/base/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/base/descriptor.h"
#include "engine/base/utf8.h"

#ifdef _WIN32
#include <fstream>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#endif

namespace mot {
namespace {

/// Content as bytes, or why there is none.
struct Bytes {
  std::string content;
  bool too_large = false;
  /// "there is no such file"; empty where the content was read.
  std::string problem;
};

Bytes problem(std::string cause) {
  Bytes bytes;
  bytes.problem = std::move(cause);
  return bytes;
}

std::string size_name(std::uint64_t bytes) {
  constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20U;
  if (bytes < kMebibyte) return fmt::format("{} bytes", bytes);
  if (bytes % kMebibyte == 0) return fmt::format("{} MiB", bytes / kMebibyte);
  return fmt::format("{}.{} MiB", bytes / kMebibyte, bytes % kMebibyte * 10 / kMebibyte);
}

Bytes too_large(std::uint64_t size, std::size_t limit) {
  Bytes bytes =
      problem(fmt::format("it has {}, and the limit is {}", size_name(size), size_name(limit)));
  bytes.too_large = true;
  return bytes;
}

std::string cause_of(int error) {
  switch (error) {
    case ENOENT: return "there is no such file";
    case EACCES:
    case EPERM: return "there is no permission to read it";
    case ENOTDIR: return "a part of the path before it is a file, not a folder";
    default: return std::generic_category().message(error);
  }
}

#ifndef _WIN32

/// Closes a file descriptor at the end of a scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool open() const { return number_ >= 0; }
  /// The result of close(2), which may report a late failure to write.
  int close() { return ::close(std::exchange(number_, -1)); }

 private:
  int number_;
};

/// Why something that is no regular file is not read; empty for a regular file.
std::string why_not_regular(mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISDIR(mode)) return "it is a folder, not a file";
  if (S_ISFIFO(mode)) return "it is a pipe, not a file";
  if (S_ISSOCK(mode)) return "it is a socket, not a file";
  return "it is a device, not a file";
}

/// Reads to the end, but never more than one byte beyond the limit.
Bytes read_all(int descriptor, std::size_t expected, std::size_t limit) {
  Bytes bytes;
  bytes.content.resize(std::min(expected, limit) + 1);
  std::size_t filled = 0;
  while (true) {
    const ssize_t count =
        ::read(descriptor, bytes.content.data() + filled, bytes.content.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return problem(cause_of(errno));
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > limit) return too_large(filled, limit);
    // It grew while it was read, or it does not tell its size.
    if (filled == bytes.content.size()) {
      bytes.content.resize(std::min(std::max<std::size_t>(2 * filled, 4096), limit + 1));
    }
  }
  bytes.content.resize(filled);
  return bytes;
}

Bytes read_bytes(const std::string& path, std::size_t limit) {
  if (path.empty()) return problem("no file name is given");
  if (path.find('\0') != std::string::npos) return problem("its name holds a zero byte");
  // Asked before it is opened: opening a pipe would wait for a writer, opening a device may set it
  // off.
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return problem(cause_of(errno));
  if (std::string why = why_not_regular(status.st_mode); !why.empty()) return problem(why);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (!file.open()) return problem(cause_of(errno));
  // Asked again: between the two the name may have come to mean something else.
  if (::fstat(file.number(), &status) != 0) return problem(cause_of(errno));
  if (std::string why = why_not_regular(status.st_mode); !why.empty()) return problem(why);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limit) return too_large(size, limit);
  return read_all(file.number(), static_cast<std::size_t>(size), limit);
}

tl::unexpected<Refusal> cannot_write(const std::string& path, const std::string& reason) {
  return refuse("refused.write", {{"file", path}, {"reason", reason}},
                fmt::format("cannot write {}: {}", path, reason));
}

tl::unexpected<Refusal> cannot_write(const std::string& path, int error) {
  return cannot_write(path, std::generic_category().message(error));
}

/// So that the new name itself survives a crash. Some file systems cannot do this: no reason to
/// complain, the file is there.
void sync_folder(const std::string& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.open()) ::fsync(descriptor.number());
}

/// Writes, syncs and closes a new file. 0, or errno.
int create_file(const std::string& path, std::string_view content, const mode_t* mode) {
  constexpr mode_t kDefaultMode = 0666;
  Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, kDefaultMode));
  if (!file.open()) return errno;
  if (mode != nullptr && ::fchmod(file.number(), *mode) != 0) return errno;
  if (const int error = write_all(file.number(), content); error != 0) return error;
  if (const int error = put_on_disk(file.number()); error != 0) return error;
  return file.close() == 0 ? 0 : errno;
}

/// A name beside `target` that no other writer uses and no library reads.
std::filesystem::path temporary_beside(const std::filesystem::path& target) {
  static std::atomic<unsigned> counter{0};
  constexpr std::size_t kPartOfName = 100;  // a name may have 255 bytes
  const std::string name = target.filename().string().substr(0, kPartOfName);
  return target.parent_path() / fmt::format(".{}.{}.{}.tmp", name, ::getpid(), ++counter);
}

/// A whole file under a name of its own beside its target, to be moved there.
struct Beside {
  std::filesystem::path path;
  /// 0, or errno; there is no such file then.
  int error = EEXIST;
};

Beside write_beside(const std::filesystem::path& target,
                    std::string_view content,
                    const mode_t* mode) {
  constexpr int kMaxAttempts = 1000;
  Beside written;
  // One of that name was left behind by a crash, by a process with the same number.
  for (int attempt = 0; attempt < kMaxAttempts && written.error == EEXIST; ++attempt) {
    written.path = temporary_beside(target);
    written.error = create_file(written.path.string(), content, mode);
  }
  if (written.error != 0 && written.error != EEXIST) ::unlink(written.path.c_str());
  return written;
}

/// Makes the folder of a file that is to be written; `path` is its name in the refusal.
Result<bool> prepare_folder(const std::string& path, const std::filesystem::path& target) {
  const std::filesystem::path folder = target.parent_path();
  if (folder.empty()) return true;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return cannot_write(path, error.value());
  return true;
}

Result<bool> check_name(const std::string& path) {
  if (path.empty() || path.find('\0') != std::string::npos)
    return refuse("cannot write: no usable file name is given");
  return true;
}

std::string folder_of(const std::filesystem::path& target) {
  return target.has_parent_path() ? target.parent_path().string() : ".";
}

#else

Bytes read_bytes(const std::string& path, std::size_t limit) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return problem(cause_of(ENOENT));
  if (!fs::is_regular_file(status)) return problem("it is not a regular file");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return problem(error.message());
  if (size > limit) return too_large(size, limit);
  std::ifstream stream(path, std::ios::binary);
  Bytes bytes;
  bytes.content.resize(static_cast<std::size_t>(size));
  if (!stream.read(bytes.content.data(), static_cast<std::streamsize>(size))) {
    return problem("it cannot be read");
  }
  return bytes;
}

#endif

/// CRLF and lone CR become LF, in place.
void normalise_newlines(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r') {
      if (from + 1 < text.size() && text[from + 1] == '\n') ++from;
      text[to++] = '\n';
    } else {
      text[to++] = text[from];
    }
  }
  text.resize(to);
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

Position position_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  Position position;
  position.line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
  position.column = static_cast<std::uint32_t>(1 + count_code_points(before.substr(line_start)));
  return position;
}

struct Flaw {
  std::string_view code;
  Position position;
  std::string message;
  std::string hint;
  /// What is shown of the text: up to the end of the line with the flaw.
  std::string shown;
};

/// Refuses what is no UTF-8 text. The code is empty where all is well.
Flaw find_flaw(const std::string& text) {
  if (starts_with(text, "\xFF\xFE") || starts_with(text, "\xFE\xFF")) {
    return {"M0003",
            {1, 1},
            "the file is saved as UTF-16, not as UTF-8",
            "in your text editor, choose 'save as' and the encoding UTF-8",
            {}};
  }
  if (const std::size_t zero = text.find('\0'); zero != std::string::npos) {
    return {"M0004",
            position_at(text, zero),
            "the file holds a zero byte, so it is not a text file",
            "if it was written as text, save it as UTF-8; a picture or a word processor's document "
            "cannot be read here",
            {}};
  }
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
    return {"M0003", position_at(text, bad),
            fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[bad])),
            "in your text editor, choose 'save as' and the encoding UTF-8",
            text.substr(0, text.find('\n', bad))};
  }
  return {};
}

}  // namespace

namespace {

std::shared_ptr<const SourceText> refuse_source(const std::string& path,
                                                Flaw flaw,
                                                DiagnosticSink& sink) {
  Diagnostic diagnostic;
  diagnostic.code = flaw.code;
  diagnostic.source = std::make_shared<const SourceText>(SourceText{path, std::move(flaw.shown)});
  diagnostic.position = flaw.position;
  diagnostic.message = std::move(flaw.message);
  diagnostic.hint = std::move(flaw.hint);
  sink.add(std::move(diagnostic));
  return nullptr;
}

std::shared_ptr<const SourceText> source_of(const std::string& path,
                                            Bytes bytes,
                                            DiagnosticSink& sink) {
  if (!bytes.problem.empty()) {
    return refuse_source(path,
                         {bytes.too_large ? "M0002" : "M0001",
                          {},
                          fmt::format("the file cannot be read: {}", bytes.problem),
                          bytes.too_large ? "split it into several scenarios" : "",
                          {}},
                         sink);
  }
  std::string text = std::move(bytes.content);
  if (starts_with(text, "\xEF\xBB\xBF")) text.erase(0, 3);
  normalise_newlines(text);
  if (Flaw flaw = find_flaw(text); !flaw.code.empty())
    return refuse_source(path, std::move(flaw), sink);
  return std::make_shared<const SourceText>(SourceText{path, std::move(text)});
}

}  // namespace

std::shared_ptr<const SourceText> read_source(const std::string& path,
                                              DiagnosticSink& sink,
                                              std::size_t limit) {
  return source_of(path, read_bytes(path, limit), sink);
}

std::shared_ptr<const SourceText> take_source(const std::string& path,
                                              std::string text,
                                              DiagnosticSink& sink,
                                              std::size_t limit) {
  Bytes bytes;
  if (text.size() > limit) {
    bytes = too_large(text.size(), limit);
  } else {
    bytes.content = std::move(text);
  }
  return source_of(path, std::move(bytes), sink);
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  Bytes bytes = read_bytes(path, limit);
  if (!bytes.problem.empty()) {
    return refuse("refused.read", {{"file", path}, {"reason", bytes.problem}},
                  fmt::format("cannot read {}: {}", path.empty() ? "a file" : path, bytes.problem));
  }
  return std::move(bytes.content);
}

Result<std::string> read_file_if_there(const std::string& path, std::size_t limit) {
  std::error_code error;
  const auto found = std::filesystem::symlink_status(path, error).type();
  if (found == std::filesystem::file_type::not_found) return std::string();
  return read_file(path, limit);
}

#ifndef _WIN32

Result<bool> write_file_atomically(const std::string& path, std::string_view content) {
  namespace fs = std::filesystem;
  if (const Result<bool> fine = check_name(path); !fine) return fine;
  std::error_code error;
  fs::path target = path;
  if (fs::is_symlink(target, error)) {  // the link stays, the file that it names is written
    const fs::path resolved = fs::canonical(target, error);
    if (!error) target = resolved;
  }
  if (const Result<bool> made = prepare_folder(path, target); !made) return made;

  struct stat existing {};
  const bool exists = ::stat(target.c_str(), &existing) == 0;
  if (exists && !S_ISREG(existing.st_mode)) {
    return cannot_write(path, why_not_regular(existing.st_mode));
  }
  if (exists && ::access(target.c_str(), W_OK) != 0) return cannot_write(path, errno);
  const mode_t mode = existing.st_mode & 0777U;

  const Beside whole = write_beside(target, content, exists ? &mode : nullptr);
  if (whole.error != 0) return cannot_write(path, whole.error);
  if (::rename(whole.path.c_str(), target.c_str()) != 0) {
    const int failure = errno;
    ::unlink(whole.path.c_str());
    return cannot_write(path, failure);
  }
  sync_folder(folder_of(target));
  return true;
}

Result<bool> write_new_file(const std::string& path, std::string_view content) {
  namespace fs = std::filesystem;
  if (const Result<bool> fine = check_name(path); !fine) return fine;
  const fs::path target = path;
  const auto is_there = [&] {
    std::error_code error;
    return fs::exists(fs::symlink_status(target, error));
  };
  if (is_there()) return false;
  if (const Result<bool> made = prepare_folder(path, target); !made) return made;
  const Beside whole = write_beside(target, content, nullptr);
  if (whole.error != 0) return cannot_write(path, whole.error);
  // A link, unlike a move, never takes the place of a file that somebody else has just made.
  const bool linked = ::link(whole.path.c_str(), target.c_str()) == 0;
  const bool moves = !linked && !is_there();  // there are no links on this disk
  const int failure = moves && ::rename(whole.path.c_str(), target.c_str()) != 0 ? errno : 0;
  if (!moves || failure != 0) ::unlink(whole.path.c_str());
  if (failure != 0) return cannot_write(path, failure);
  sync_folder(folder_of(target));
  return linked || moves;
}

#else

Result<bool> write_file_atomically(const std::string& path, std::string_view content) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path target = path;
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
  const fs::path temporary = path + ".tmp";
  {
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    stream.flush();
    if (!stream) {
      stream.close();
      fs::remove(temporary, error);
      return refuse(fmt::format("cannot write {}", path));
    }
  }
  fs::rename(temporary, target, error);
  if (error) {
    const std::string cause = error.message();
    fs::remove(temporary, error);
    return refuse(fmt::format("cannot write {}: {}", path, cause));
  }
  return true;
}

Result<bool> write_new_file(const std::string& path, std::string_view content) {
  std::error_code error;
  if (std::filesystem::exists(path, error)) return false;
  return write_file_atomically(path, content);
}

#endif

}  // namespace mot
