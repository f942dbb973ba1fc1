// What a variable may be called.
#pragma once

#include <string_view>

namespace mot {

/// A word of the language of conditions, which no variable may be called: "mood".
bool is_reserved_name(std::string_view name);
/// Whether it has the form [a-z][a-z0-9_]*, at most 64 characters. A reserved name has it, too.
bool is_variable_name(std::string_view name);

}  // namespace mot
