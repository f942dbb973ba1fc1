// Options that many commands have, worded and checked alike. Only main*.cpp include this: they
// alone use CLI11.
#pragma once

#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace mot {

/// A value that is no language tag is refused.
void check_language_tag(CLI::Option& option);
/// --lang: of what is printed.
void add_language(CLI::App& command, std::string& language);
/// --library: a folder of scenarios.
void add_library(CLI::App& command, std::string& library);
/// SCENARIO, required: a file, or an id of the library.
void add_scenario(CLI::App& command, std::string& scenario);

}  // namespace mot
