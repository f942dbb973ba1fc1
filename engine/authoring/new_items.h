// Moments and responses to begin with, as a person would write them, and ids that are not taken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/scenario_outline.h"

namespace mot {

/// The words that stand in a new item until the author has written others.
struct NewItemWords {
  std::string touchpoint;
  std::string says;
  std::string say;
  std::string coach;
};

/// `wanted`, or with the first number behind it that makes it unlike all that are taken. Requires
/// an id.
std::string free_id(std::string_view wanted, const std::vector<std::string>& taken);
std::vector<std::string> moment_ids(const ScenarioOutline& outline);
std::vector<std::string> response_ids(const OutlinedMoment& moment);

/// A moment for insert_item(). A decision has two responses and is scored where `stage` is not
/// empty; what follows is `next`.
std::string new_moment(MomentKind kind,
                       std::string_view id,
                       std::string_view stage,
                       std::string_view next,
                       const NewItemWords& words);

/// A response that rates these dimensions as just met.
std::string new_response(std::string_view id,
                         const std::vector<std::string>& dimensions,
                         std::string_view next,
                         const NewItemWords& words);

}  // namespace mot
