// A scenario's texts by ids, for those who know a play only by the names in it.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario/model.h"

namespace mot {

/// Each in `language`; the id where the scenario is null, does not have it, or says nothing there.
std::string title_of_scenario(const Scenario* scenario,
                              std::string_view language,
                              const std::string& id);
/// The touchpoint.
std::string title_of_moment(const Scenario* scenario,
                            std::string_view language,
                            const std::string& moment);
std::string text_of_response(const Scenario* scenario,
                             std::string_view language,
                             const std::string& moment,
                             const std::string& response);

}  // namespace mot
