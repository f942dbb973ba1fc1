// "Did you mean": the nearest of a list of names.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace mot {

/// Optimal string alignment distance (insert, delete, replace, swap neighbours), or `limit + 1`
/// once it exceeds `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to `name`, at most a third of its length away (at least 1 and at most 3
/// edits), the first among equals; a candidate that differs in case alone comes before all. Empty
/// if there is none. Looks at every candidate: where thousands of names may be unknown, ask for the
/// first hundred only.
std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates);

}  // namespace mot
