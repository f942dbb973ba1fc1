#include "game/editor/file_watch.h"

#include <system_error>

namespace mot {
namespace {

constexpr float kEvery = 0.2F;  // seconds

}  // namespace

FileWatch::FileWatch(std::string path) : path_(std::move(path)) { accept(); }

FileWatch::State FileWatch::look() const {
  std::error_code error;
  State state;
  state.time = std::filesystem::last_write_time(path_, error);
  state.size = std::filesystem::file_size(path_, error);
  return error ? State{} : state;
}

void FileWatch::accept() { known_ = look(); }

bool FileWatch::step(float dt) {
  since_ += dt;
  if (since_ < kEvery) {
    return false;
  }
  since_ = 0;
  const State now = look();
  if (now == known_) {
    return false;
  }
  known_ = now;
  return true;
}

}  // namespace mot
