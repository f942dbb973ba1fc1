// Notices when a file is written by somebody else. Cheap: it reads nothing.
#pragma once

#include <filesystem>
#include <string>

namespace mot {

class FileWatch {
 public:
  explicit FileWatch(std::string path);

  // True when the file is another than at the last call (size or time); looks at it four times a
  // second, as `dt` seconds go by.
  bool step(float dt);
  // What is there now is known.
  void accept();

 private:
  struct State {
    std::filesystem::file_time_type time{};
    std::uintmax_t size = 0;
    friend bool operator==(const State&, const State&) = default;
  };
  State look() const;

  std::string path_;
  State known_;
  float since_ = 0;
};

}  // namespace mot
