// Which store a URI names.
#include <fmt/format.h>

#include <filesystem>

#include "engine/base/user_folders.h"
#include "engine/records/sql_connection.h"
#include "engine/records/store.h"

namespace mot {
namespace {

constexpr std::string_view kSqlite = "sqlite:";
constexpr std::string_view kMemory = "memory:";

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// "name:" before anything that can be part of a path's beginning; one letter is a drive.
std::string_view scheme_of(std::string_view uri) {
  const std::size_t colon = uri.find(':');
  const bool is_scheme = colon != std::string_view::npos && colon > 1 && uri.find('/') > colon;
  return is_scheme ? uri.substr(0, colon) : std::string_view();
}

/// sqlite:PATH, sqlite://PATH, or a path.
std::string path_in(std::string_view uri) {
  if (begins_with(uri, kSqlite)) {
    uri.remove_prefix(kSqlite.size());
    if (begins_with(uri, "//")) uri.remove_prefix(2);
  }
  return std::string(uri);
}

}  // namespace

std::string default_store() {
  const std::string folder = user_data_folder();
  return folder.empty() ? std::string()
                        : (std::filesystem::path(folder) / "records.sqlite").string();
}

std::string without_password(std::string_view uri) {
  const std::size_t slashes = uri.find("://");
  const std::size_t at = uri.rfind('@');
  if (slashes == std::string_view::npos || at == std::string_view::npos || at < slashes) {
    return std::string(uri);
  }
  const std::size_t colon = uri.find(':', slashes + 3);
  if (colon == std::string_view::npos || colon > at) return std::string(uri);
  return fmt::format("{}{}", uri.substr(0, colon), uri.substr(at));
}

Result<std::unique_ptr<Store>> open_store(const std::string& uri, int patience) {
  if (uri == kMemory) return memory_store();
  const std::string_view scheme = scheme_of(uri);
  if (!scheme.empty() && scheme != "sqlite") {
    return refuse(
        fmt::format("'{}' is no store this program knows; name a file, or sqlite:FILE, or memory:",
                    without_password(uri)));
  }
  const std::string path = path_in(uri);
  if (path.empty()) return refuse("no file is named for the records; name one with --store");
  return connect_sqlite(path, patience).and_then(sql_store);
}

}  // namespace mot
