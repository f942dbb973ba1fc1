// A small scenario without findings, ways to change it, and what is then found.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/scenario/loader.h"

namespace mot::test {

/// One place of the base scenario changed: the first occurrence of `from`, which must be there.
struct Edit {
  std::string_view from;
  std::string to;
};

/// A scored decision `start` with responses `good` and `bad`, an ending `end`; standards fast and
/// kind, need baby, variables n (0) and b (false), cast li, stage first.
std::string base_scenario();
/// The base scenario with edits.
std::string edited(std::initializer_list<Edit> edits);
/// The base scenario with moments put before its ending, and `good` leading to the first of them,
/// `mid`.
std::string with_moments(std::string_view moments);
/// The base scenario with lines added to the response `good`, indented by 8.
std::string with_response_lines(std::string_view lines);

/// Codes of all findings in a scenario's text, by position, separated by spaces.
std::string codes_in(const std::string& yaml);
/// The findings as `mot check` prints them; the file is called test.yaml.
std::string report_of(const std::string& yaml);
/// Loads a text without neighbours; null where it has errors.
std::shared_ptr<const Scenario> loaded(const std::string& yaml);

/// Files by path, written into a folder of its own. Checks `paths` there and gives the codes.
std::string codes_in_tree(const std::vector<std::pair<std::string, std::string>>& files,
                          const std::vector<std::string>& paths,
                          const std::string& library = {});

}  // namespace mot::test
