// Which store a URI names.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

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

/// A piece of a text: from `begin` to before `end`.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Behind "//user:" up to the @ before the host. A password may hold an @, a / or a ? that should
/// have been written %40, %2F, %3F: rather too much is taken for it than too little.
std::optional<Span> user_password(std::string_view uri, std::size_t user) {
  const std::size_t colon = uri.find(':', user);
  if (colon == std::string_view::npos || colon > uri.find_first_of("/?", user)) return {};
  const bool behind_host = uri.find('@', user) < colon;
  const std::size_t at = uri.substr(0, behind_host ? uri.find('?', user) : uri.size()).rfind('@');
  if (at == std::string_view::npos || at < colon) return {};
  return Span{colon + 1, at};
}

/// Where passwords stand: "//user:HERE@", "password=HERE" and "sslpassword=HERE".
std::vector<Span> password_spans(std::string_view uri) {
  constexpr std::string_view kScheme = "://";
  constexpr std::string_view kParameter = "password=";
  std::vector<Span> spans;
  const std::size_t slashes = uri.find(kScheme);
  if (slashes == std::string_view::npos) return spans;
  std::size_t from = slashes + kScheme.size();
  if (const auto span = user_password(uri, from)) {
    spans.push_back(*span);
    from = span->end;
  }
  for (std::size_t begin = uri.find(kParameter, from); begin != std::string_view::npos;
       begin = uri.find(kParameter, begin)) {
    begin += kParameter.size();
    spans.push_back({begin, std::min(uri.find('&', begin), uri.size())});
  }
  std::erase_if(spans, [](const Span& span) { return span.begin >= span.end; });
  return spans;
}

}  // namespace

std::string default_store() {
  const std::string folder = user_data_folder();
  return folder.empty() ? std::string()
                        : (std::filesystem::path(folder) / "records.sqlite").string();
}

std::string store_or_default(const std::string& named) {
  return named.empty() ? default_store() : named;
}

Result<std::unique_ptr<Store>> open_to_read(const std::string& named) {
  const std::string uri = store_or_default(named);
  std::error_code unknown;
  if (named.empty() && !std::filesystem::exists(uri, unknown)) return nullptr;
  return open_store(uri, kReadPatience);
}

std::vector<std::string> passwords_in(std::string_view uri) {
  std::vector<std::string> found;
  for (const Span& span : password_spans(uri)) {
    found.emplace_back(uri.substr(span.begin, span.end - span.begin));
  }
  return found;
}

std::string without_password(std::string_view uri) {
  std::string shown(uri);
  const std::vector<Span> spans = password_spans(uri);
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    shown.replace(span->begin, span->end - span->begin, "…");
  }
  return shown;
}

bool is_remote(std::string_view uri) {
  const std::string_view scheme = scheme_of(uri);
  return scheme == "postgresql" || scheme == "postgres";
}

Result<std::unique_ptr<Store>> open_store(const std::string& uri, int patience) {
  if (uri == kMemory) return memory_store();
  const std::string_view scheme = scheme_of(uri);
  if (is_remote(uri)) {
    return connect_postgres(uri, patience).and_then(sql_store);
  }
  if (!scheme.empty() && scheme != "sqlite") {
    return refuse(
        fmt::format("'{}' is no store this program knows; name a file, or sqlite:FILE, "
                    "or postgresql://…, or memory:",
                    without_password(uri)));
  }
  const std::string path = path_in(uri);
  if (path.empty()) return refuse("no file is named for the records; name one with --store");
  return connect_sqlite(path, patience).and_then(sql_store);
}

}  // namespace mot
