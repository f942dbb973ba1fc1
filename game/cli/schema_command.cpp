// `mot schema`: the JSON Schema of the format, for editors.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/edit_distance.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/format_schema.h"

namespace mot {

int schema_command(const SchemaOptions& options) {
  const std::vector<std::string_view> kinds(kFileKindNames.begin(), kFileKindNames.end());
  if (!options.kind.empty() && std::find(kinds.begin(), kinds.end(), options.kind) == kinds.end()) {
    const std::string_view near = nearest_name(options.kind, kinds);
    return complain(
        fmt::format("there is no schema of '{}'; {}", options.kind,
                    near.empty() ? fmt::format("there is one of {}", fmt::join(kinds, ", "))
                                 : fmt::format("did you mean '{}'?", near)),
        kWrongUsage);
  }
  return finish(format_schema(options.kind).dump() + '\n');
}

}  // namespace mot
