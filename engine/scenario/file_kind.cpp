#include "engine/scenario/file_kind.h"

#include <algorithm>
#include <array>
#include <optional>

namespace mot {
namespace {

// The kind that the keys tell, or nothing.
std::optional<FileKind> kind_by_keys(const YamlDocument& document) {
  constexpr std::array<std::string_view, 6> kKeys{"mot-translation", "mot-session", "moments",
                                                  "stages",          "lessons",     "name"};
  constexpr std::array<FileKind, 6> kKinds{FileKind::translation, FileKind::session,
                                           FileKind::scenario,    FileKind::journey,
                                           FileKind::course,      FileKind::customer};
  if (document.kind(document.root()) != YamlKind::map) return std::nullopt;
  std::size_t first = kKeys.size();
  for (YamlNode key = document.first(document.root()); key != kNoNode;
       key = document.next(document.next(key))) {
    const auto found = std::find(kKeys.begin(), kKeys.end(), document.text(key));
    first = std::min(first, static_cast<std::size_t>(found - kKeys.begin()));
  }
  if (first == kKeys.size()) return std::nullopt;
  return kKinds[first];
}

}  // namespace

FileKind kind_of_file(const YamlDocument& document) {
  return kind_by_keys(document).value_or(FileKind::scenario);
}

YamlNode value_of(const YamlDocument& document, std::string_view name) {
  if (document.kind(document.root()) != YamlKind::map) return kNoNode;
  for (YamlNode key = document.first(document.root()); key != kNoNode;
       key = document.next(document.next(key))) {
    if (document.text(key) == name) return document.next(key);
  }
  return kNoNode;
}

bool is_translation(const YamlDocument& document) {
  return kind_by_keys(document).value_or(FileKind::translation) == FileKind::translation;
}

}  // namespace mot
