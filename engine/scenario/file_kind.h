// What a YAML file of the format is, told by its keys.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/base/yaml.h"

namespace mot {

enum class FileKind : std::uint8_t { scenario, customer, journey, course, session, translation };

/// `mot-translation` → translation, `mot-session` → session, `moments` → scenario, `stages` →
/// journey, `lessons` → course, `name` → customer; else scenario, so that what is missing is said.
FileKind kind_of_file(const YamlDocument& document);

/// Whether a file named like a translation, `<id>.<tag>.yaml`, is one: not where its keys are those
/// of another kind, as in a copy called `leaking-ceiling.old.yaml`.
bool is_translation(const YamlDocument& document);

/// What stands under a key of the whole document, such as its id; kNoNode where nothing does.
YamlNode value_of(const YamlDocument& document, std::string_view name);

}  // namespace mot
