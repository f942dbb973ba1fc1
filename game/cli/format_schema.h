// JSON Schema (draft-07) of the scenario format, made from format_table.h. Editors use it for
// completion and hints; what it accepts may still have findings that only `mot check` can see
// (names, targets, ratings).
#pragma once

#include <array>
#include <string_view>

#include "engine/base/json.h"
#include "game/cli/schema_names.h"

namespace mot {

/// The kinds of files there are, as `mot schema KIND` names them.
inline constexpr std::array<std::string_view, 5> kFileKindNames{"scenario", "customer", "journey",
                                                                "course", "translation"};

/// The schema of one kind of file, or of any of them where `kind` is empty; `names` stand in it as
/// examples where they may be written. Requires a name of kFileKindNames.
Json format_schema(std::string_view kind, const SchemaNames& names = {});

}  // namespace mot
