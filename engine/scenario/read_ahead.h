// Reads documents on a thread of its own while others are looked at.
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "engine/base/yaml.h"

namespace mot {

/// Files that will be wanted, read in the order given. May be asked from one thread.
class ReadAhead {
 public:
  /// Starts to read. Where the machine gives no thread, nothing is read ahead.
  explicit ReadAhead(std::vector<std::string> paths);
  /// Stops after the file it reads just now.
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// The document of a file, waited for where it is being read. Null where reading it is left to
  /// the caller: it was not begun, or there is something to report of it.
  std::shared_ptr<const YamlDocument> take(const std::string& path);

 private:
  enum class Step { waiting, reading, done };
  struct Entry {
    Step step = Step::waiting;
    std::shared_ptr<const YamlDocument> document;
  };

  void run();

  std::vector<std::string> paths_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Entry> entries_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace mot
