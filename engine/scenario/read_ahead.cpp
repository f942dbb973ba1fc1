#include "engine/scenario/read_ahead.h"

#include <system_error>
#include <utility>

#include "engine/base/file.h"

namespace mot {
namespace {

// Null where there is something to report.
std::shared_ptr<const YamlDocument> read_quietly(const std::string& path) {
  DiagnosticSink findings;
  const auto source = read_source(path, findings);
  auto document = source ? YamlDocument::parse(source, findings) : nullptr;
  if (findings.total() > 0) return nullptr;
  return document;
}

}  // namespace

ReadAhead::ReadAhead(std::vector<std::string> paths) : paths_(std::move(paths)) {
  for (const std::string& path : paths_) entries_.try_emplace(path);
  if (paths_.empty()) return;
  try {
    thread_ = std::thread([this] { run(); });
  } catch (const std::system_error&) {
    // Whoever takes a document reads it.
  }
}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  if (thread_.joinable()) thread_.join();
}

void ReadAhead::run() {
  for (const std::string& path : paths_) {
    {
      const std::lock_guard lock(mutex_);
      if (stop_) return;
      Entry& entry = entries_[path];
      if (entry.step != Step::waiting) continue;
      entry.step = Step::reading;
    }
    auto document = read_quietly(path);
    {
      const std::lock_guard lock(mutex_);
      entries_[path] = {Step::done, std::move(document)};
    }
    changed_.notify_all();
  }
}

std::shared_ptr<const YamlDocument> ReadAhead::take(const std::string& path) {
  std::unique_lock lock(mutex_);
  const auto found = entries_.find(path);
  if (found == entries_.end()) return nullptr;
  Entry& entry = found->second;
  changed_.wait(lock, [&] { return entry.step != Step::reading; });
  entry.step = Step::done;
  return std::move(entry.document);
}

}  // namespace mot
