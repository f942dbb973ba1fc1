// Names that an editor offers while somebody types: what is shipped, and what a scenario's own file
// has. `mot schema` puts them into the schema as examples; they refuse nothing.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"

namespace mot {

/// Names by their kind, each in the order in which they are offered. Kinds, as format_table.h has
/// them behind a type: scene, setting, journey, stage, customer, scenario, person, hair,
/// hair-colour, skin, outfit, colour, wear, smell; of a file also moment, answer (a response's id),
/// place (a moment, or moment.response), cast, need, standard, variable, touchpoint, tag,
/// condition. A kind without names is not there.
using SchemaNames = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Most names of a kind in a schema; ours: nobody reads through more.
inline constexpr std::size_t kMostNamesOffered = 1000;

/// The names of a library and of the programme's pictures; either folder may be empty or not there.
SchemaNames shipped_names(const std::string& library, const std::string& assets);

/// Adds the names of a scenario's file, faulty or not, with the customers and journeys beside it;
/// its journey's stages take the place of all others. False where the file cannot be read or is no
/// YAML: what is wrong goes to the sink, and `names` stays.
bool add_names_of_file(const std::string& path,
                       const std::string& library,
                       SchemaNames& names,
                       DiagnosticSink& sink);

}  // namespace mot
