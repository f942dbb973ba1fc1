// Notices that somebody else has saved a file: a text editor beside the game. Files are looked at
// again and again, as every system can; nothing is read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mot {

/// Watches files from the moment it is made, or from the moment they were read.
class FileWatch {
 public:
  /// `read_at`: when reading began, by the clock of files. What was written since is told at the
  /// first look.
  explicit FileWatch(std::vector<std::string> paths,
                     std::optional<std::filesystem::file_time_type> read_at = std::nullopt);

  /// Lets time go on. True once after a file was saved, as soon as it has stayed the same for two
  /// looks: within 200 ms where this is called at least every 50 ms. Editors take a file away for a
  /// moment before they put the new one in its place; while the first is missing, nothing is said.
  bool step(double seconds);
  /// What is there now is known: somebody has just written it here.
  void accept();
  /// The first file has been missing for longer than any editor takes it away. Known by step().
  bool gone() const { return missing_for_ >= kGoneAfter; }

 private:
  static constexpr double kGoneAfter = 1;  // seconds

  std::string look() const;

  std::vector<std::string> paths_;
  std::string known_;
  std::string last_;
  double since_look_ = 0;
  double missing_for_ = 0;
};

}  // namespace mot
