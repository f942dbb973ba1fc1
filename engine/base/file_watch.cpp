#include "engine/base/file_watch.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr double kBetweenLooks = 0.05;
/// The times of files go in steps. Reading once too often does no harm.
constexpr std::chrono::milliseconds kClockTick{10};

/// What changes when a file is saved; empty: it is not there.
std::string state_of(const std::string& path) {
  std::error_code error;
  const auto written = fs::last_write_time(path, error);
  if (error) return {};
  const auto size = fs::file_size(path, error);
  return fmt::format("{}/{} ", written.time_since_epoch().count(), error ? 0 : size);
}

}  // namespace

FileWatch::FileWatch(std::vector<std::string> paths, std::optional<fs::file_time_type> read_at)
    : paths_(std::move(paths)), known_(look()), last_(known_) {
  for (const std::string& path : paths_) {
    std::error_code error;
    const auto written = fs::last_write_time(path, error);
    if (read_at && !error && written >= *read_at - kClockTick) known_.clear();
  }
}

std::string FileWatch::look() const {
  std::string all;
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    const std::string state = state_of(paths_[i]);
    if (i == 0 && state.empty()) return {};
    all += state + '|';
  }
  return all;
}

void FileWatch::accept() { known_ = last_ = look(); }

bool FileWatch::step(double seconds) {
  since_look_ += seconds;
  if (since_look_ < kBetweenLooks) return false;
  std::string now = look();
  missing_for_ = now.empty() ? missing_for_ + since_look_ : 0;
  since_look_ = 0;
  const bool stays = now == last_;
  last_ = std::move(now);
  if (!stays || last_ == known_ || last_.empty()) return false;
  known_ = last_;
  return true;
}

}  // namespace mot
