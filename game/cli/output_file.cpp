#include "game/cli/output_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/base/descriptor.h"
#include "engine/base/file.h"
#include "game/cli/console.h"

namespace mot {

int write_output(const std::string& file, std::string_view content) {
  if (file == "-") return finish(content);
  const Result<bool> written = write_file_atomically(file, content);
  return written ? kDone : complain(written.error().message, kMachineRefused);
}

int write_page(const std::string& file, const Result<std::string>& page) {
  return page ? write_output(file, *page) : complain(page.error().message, kMachineRefused);
}

std::string printed_twice(std::initializer_list<AskedFor> results) {
  std::string_view before;
  for (const AskedFor& result : results) {
    if (!result.printed) continue;
    if (!before.empty()) {
      return fmt::format("{} and {} would both print; name a file for one", before, result.words);
    }
    before = result.words;
  }
  return {};
}

std::string in_the_way(std::initializer_list<std::string> files, bool replace) {
  std::error_code error;
  for (const std::string& file : files) {
    if (replace || file.empty() || file == "-") continue;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, error)))
      return fmt::format("{} is there already; nothing was changed. Replace it with --force", file);
  }
  return {};
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  if (path_ == "-") return;
  temporary_ = fmt::format("{}.{}.part", path_, ::getpid());
  file_ = std::fopen(temporary_.c_str(), "wbe");
  if (file_ == nullptr) failed_ = errno;
}

OutputFile::~OutputFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  ::unlink(temporary_.c_str());
}

void OutputFile::write(std::string_view text) {
  if (failed_ != 0) return;
  if (path_ == "-") {
    // What is wrong with stdout is said there.
    if (!write_result(text)) failed_ = EIO;
  } else if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) {
    failed_ = errno;
  }
}

Result<bool> OutputFile::close() {
  if (file_ != nullptr) {
    std::FILE* file = std::exchange(file_, nullptr);
    if (std::fflush(file) != 0 && failed_ == 0) failed_ = errno;
    if (const int late = put_on_disk(::fileno(file)); failed_ == 0) failed_ = late;
    if (std::fclose(file) != 0 && failed_ == 0) failed_ = errno;
    if (failed_ == 0 && std::rename(temporary_.c_str(), path_.c_str()) != 0) failed_ = errno;
    if (failed_ != 0) ::unlink(temporary_.c_str());
  }
  if (failed_ == 0) return true;
  return refuse(
      fmt::format("cannot write {}: {}", path_, std::generic_category().message(failed_)));
}

}  // namespace mot
