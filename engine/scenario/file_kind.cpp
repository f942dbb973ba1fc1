#include "engine/scenario/file_kind.h"

#include <array>

namespace mot {

FileKind kind_of_file(const YamlDocument& document) {
  constexpr std::array<std::string_view, 5> kKeys{"mot-translation", "moments", "stages", "lessons",
                                                  "name"};
  constexpr std::array<FileKind, 5> kKinds{FileKind::translation, FileKind::scenario,
                                           FileKind::journey, FileKind::course, FileKind::customer};
  if (document.kind(document.root()) != YamlKind::map) return FileKind::scenario;
  std::array<bool, 5> seen{};
  for (YamlNode key = document.first(document.root()); key != kNoNode;
       key = document.next(document.next(key))) {
    for (std::size_t i = 0; i < kKeys.size(); ++i)
      seen[i] = seen[i] || document.text(key) == kKeys[i];
  }
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    if (seen[i]) return kKinds[i];
  }
  return FileKind::scenario;
}

}  // namespace mot
