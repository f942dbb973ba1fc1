// The scenarios that come with the program, for tests that try something on each.
#pragma once

#include <string>
#include <vector>

namespace mot::test {

/// Their files, in the order of the folders; translations, customers and courses are not among
/// them.
std::vector<std::string> shipped_scenarios();

}  // namespace mot::test
