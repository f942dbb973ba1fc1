// As much of JSON Schema draft-07 as `mot schema` uses, for tests; an unknown keyword is a failure,
// so that nothing goes unchecked.
#pragma once

#include <string>
#include <vector>

#include "engine/base/json.h"
#include "engine/base/yaml.h"

namespace mot::test {

/// What is wrong with a value: "/moments/3/weight: 9 is above 5". Empty: it is valid.
std::vector<std::string> violations(const Json& schema, const Json& value);

/// A YAML document as JSON, plain scalars read as YAML 1.2's core schema does.
Json json_of(const YamlDocument& document);

}  // namespace mot::test
