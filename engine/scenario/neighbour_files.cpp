#include "engine/scenario/neighbour_files.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "engine/base/file.h"
#include "engine/scenario/node_reader.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

std::string clean(const fs::path& path) { return path.lexically_normal().generic_string(); }

// The folders of a kind, in the order they are looked in.
std::vector<fs::path> folders_of_kind(const std::string& folder,
                                      const std::string& library,
                                      std::string_view kind) {
  std::vector<fs::path> folders{fs::path(folder) / kind, fs::path(folder) / ".." / kind};
  if (library.empty()) return folders;
  folders.push_back(fs::path(library) / kind);
  std::error_code error;
  std::vector<fs::path> settings;
  for (const fs::directory_entry& entry : fs::directory_iterator(library, error)) {
    if (entry.is_directory(error)) settings.push_back(entry.path() / kind);
  }
  std::sort(settings.begin(), settings.end());
  folders.insert(folders.end(), settings.begin(), settings.end());
  return folders;
}

// Files of a folder that are not translations.
std::vector<fs::path> own_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const fs::path& path = entry.path();
    const std::string inner = path.stem().extension().string();
    const bool tagged = !inner.empty() && is_language_tag(std::string_view(inner).substr(1));
    if (path.extension() == ".yaml" && !tagged && entry.is_regular_file(error))
      files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

// The `id` that a file gives itself: the line "id: …" at its start where it has one, so that a
// large library is looked through quickly; else what YAML says. Empty: none that can be read.
std::string written_id(const fs::path& path) {
  const Result<std::string> text = read_file(path.string());
  if (!text) return {};
  for (std::size_t line = 0; line < text->size();) {
    const std::size_t end = std::min(text->find('\n', line), text->size());
    if (text->compare(line, 3, "id:") == 0) {
      std::string id = text->substr(line + 3, end - line - 3);
      id.erase(std::min(id.find_first_of("\r#"), id.size()));
      id.erase(std::min(id.find_last_not_of(" \t\"'") + 1, id.size()));
      id.erase(0, id.find_first_not_of(" \t\"'"));
      return id;
    }
    line = end + 1;
  }
  DiagnosticSink ignored;
  const auto source = read_source(path.string(), ignored);
  const auto document = source ? YamlDocument::parse(source, ignored) : nullptr;
  if (!document) return {};
  const NodeReader reader(*document, ignored);
  const YamlNode id = reader.value_of(document->root(), "id", {});
  return id == kNoNode ? std::string() : std::string(document->text(id));
}

// The file of a folder with this id: the one of its name, unless that has another id inside and
// some other file has this one.
std::string find_in_folder(const fs::path& folder, std::string_view id) {
  const fs::path named = folder / (std::string(id) + ".yaml");
  std::error_code error;
  const bool there = fs::exists(named, error);
  if (there && written_id(named) == id) return clean(named);
  for (const fs::path& file : own_files(folder)) {
    if (written_id(file) == id) return clean(file);
  }
  return there ? clean(named) : std::string();
}

}  // namespace

void DocumentCache::read_ahead(std::vector<std::string> paths) {
  for (std::string& path : paths) path = clean(path);
  ahead_ = std::make_unique<ReadAhead>(std::move(paths));
}

void DocumentCache::hold(const std::string& path, std::string text, DiagnosticSink& sink) {
  const std::string key = clean(path);
  const auto source = take_source(key, std::move(text), sink);
  documents_[key] = source == nullptr ? nullptr : YamlDocument::parse(source, sink);
}

std::shared_ptr<const YamlDocument> DocumentCache::read(const std::string& path,
                                                        DiagnosticSink& sink) {
  const std::string key = clean(path);
  if (const auto found = documents_.find(key); found != documents_.end()) return found->second;
  std::shared_ptr<const YamlDocument> document = ahead_ ? ahead_->take(key) : nullptr;
  if (!document) {
    if (const auto source = read_source(key, sink)) document = YamlDocument::parse(source, sink);
  }
  documents_[key] = document;
  return document;
}

std::string find_neighbour(const std::string& folder,
                           const std::string& library,
                           std::string_view kind,
                           std::string_view id) {
  for (const fs::path& place : folders_of_kind(folder, library, kind)) {
    if (std::string file = find_in_folder(place, id); !file.empty()) return file;
  }
  return {};
}

std::vector<NeighbourFile> neighbour_files(const Scenario& scenario, const std::string& library) {
  std::vector<NeighbourFile> files;
  const auto add = [&](TextOrigin origin, const char* kind, std::string_view id) {
    std::string found = find_neighbour(scenario.folder, library, kind, id);
    if (!found.empty()) files.push_back({origin, kind, std::string(id), std::move(found)});
  };
  if (scenario.texts[scenario.customer.name].origin == TextOrigin::customer)
    add(TextOrigin::customer, "customers", scenario.customer.id);
  if (!scenario.journey.empty() &&
      scenario.texts[scenario.journey_title].origin == TextOrigin::journey)
    add(TextOrigin::journey, "journeys", scenario.journey);
  return files;
}

std::vector<std::string> neighbour_ids(const std::string& folder,
                                       const std::string& library,
                                       std::string_view kind) {
  std::vector<std::string> ids;
  for (const fs::path& place : folders_of_kind(folder, library, kind)) {
    for (const fs::path& file : own_files(place)) ids.push_back(file.stem().string());
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<std::string> translation_files(const std::string& path) {
  std::vector<std::string> files;
  const fs::path own(path);
  const std::string prefix = own.stem().string() + ".";
  const fs::path folder = own.has_parent_path() ? own.parent_path() : fs::path(".");
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.compare(0, prefix.size(), prefix) != 0 || entry.path().extension() != ".yaml")
      continue;
    if (name.size() <= prefix.size() + 5) continue;
    if (is_language_tag(
            std::string_view(name).substr(prefix.size(), name.size() - prefix.size() - 5)))
      files.push_back(clean(entry.path()));
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace mot
