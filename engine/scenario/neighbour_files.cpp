#include "engine/scenario/neighbour_files.h"

#include <algorithm>
#include <filesystem>

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
    if (path.extension() == ".yaml" && path.stem().extension().empty() &&
        entry.is_regular_file(error))
      files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

// The `id` a file gives itself, without reading it as YAML: the line "id: …" at its start.
std::string written_id(const fs::path& path) {
  const Result<std::string> text = read_file(path.string());
  if (!text) return {};
  std::size_t line = 0;
  while (line < text->size()) {
    const std::size_t end = std::min(text->find('\n', line), text->size());
    if (text->compare(line, 4, "id: ") == 0) {
      std::string id = text->substr(line + 4, end - line - 4);
      id.erase(std::min(id.find_first_of(" \r#"), id.size()));
      return id;
    }
    line = end + 1;
  }
  return {};
}

}  // namespace

std::shared_ptr<const YamlDocument> DocumentCache::read(const std::string& path,
                                                        DiagnosticSink& sink) {
  const std::string key = clean(path);
  if (const auto found = documents_.find(key); found != documents_.end()) return found->second;
  std::shared_ptr<const YamlDocument> document;
  if (const auto source = read_source(key, sink)) document = YamlDocument::parse(source, sink);
  documents_[key] = document;
  return document;
}

std::string find_neighbour(const std::string& folder,
                           const std::string& library,
                           std::string_view kind,
                           std::string_view id) {
  const std::vector<fs::path> folders = folders_of_kind(folder, library, kind);
  std::error_code error;
  for (const fs::path& place : folders) {
    const fs::path file = place / (std::string(id) + ".yaml");
    if (fs::exists(file, error)) return clean(file);
  }
  for (const fs::path& place : folders) {
    for (const fs::path& file : own_files(place)) {
      if (written_id(file) == id) return clean(file);
    }
  }
  return {};
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
