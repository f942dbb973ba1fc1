#include "engine/scenario/name_index.h"

#include <algorithm>

#include "engine/base/edit_distance.h"

namespace mot {
namespace {

bool add_unique(std::vector<std::string_view>& names, std::string_view name) {
  if (std::find(names.begin(), names.end(), name) != names.end()) return false;
  names.push_back(name);
  return true;
}

}  // namespace

bool NameIndex::add_variable(std::string_view name, ValueType type) {
  if (!variable_index_.emplace(name, static_cast<std::int32_t>(variables_.size())).second)
    return false;
  variables_.push_back(name);
  types_.push_back(type);
  return true;
}

bool NameIndex::add_need(std::string_view id) { return add_unique(needs_, id); }
bool NameIndex::add_standard(std::string_view id) { return add_unique(standards_, id); }
bool NameIndex::add_cast(std::string_view id) { return add_unique(cast_, id); }
bool NameIndex::add_stage(std::string_view id) { return add_unique(stages_, id); }

bool NameIndex::add_moment(std::string_view id, ResponseIndex first_response) {
  const auto index = static_cast<std::int32_t>(moments_.size());
  moments_.push_back(id);
  first_response_.push_back(first_response);
  return id.empty() || moment_index_.emplace(id, index).second;
}

bool NameIndex::add_response(std::string_view id) {
  const auto own = responses_.begin() + first_response_.back();
  const bool fresh = id.empty() || std::find(own, responses_.end(), id) == responses_.end();
  responses_.push_back(id);
  return fresh;
}

NameIndex::Variable NameIndex::variable(std::string_view name) const {
  const auto found = variable_index_.find(name);
  if (found == variable_index_.end()) return {};
  return {found->second, types_[static_cast<std::size_t>(found->second)]};
}

std::int32_t NameIndex::moment(std::string_view id) const {
  const auto found = moment_index_.find(id);
  return found == moment_index_.end() ? kNone : found->second;
}

std::int32_t NameIndex::response(std::string_view moment_id, std::string_view response_id) const {
  const std::int32_t m = moment(moment_id);
  return m == kNone ? kNone : response(m, response_id);
}

std::int32_t NameIndex::response(MomentIndex moment, std::string_view response_id) const {
  const auto m = static_cast<std::size_t>(moment);
  const std::size_t end = m + 1 < first_response_.size()
                              ? static_cast<std::size_t>(first_response_[m + 1])
                              : responses_.size();
  for (auto r = static_cast<std::size_t>(first_response_[m]); r < end; ++r) {
    if (!response_id.empty() && responses_[r] == response_id) return static_cast<std::int32_t>(r);
  }
  return kNone;
}

std::int32_t NameIndex::need(std::string_view id) const { return find(needs_, id); }

std::int32_t NameIndex::find(const std::vector<std::string_view>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? kNone : static_cast<std::int32_t>(found - names.begin());
}

std::string NameIndex::nearest(std::string_view name,
                               const std::vector<std::string_view>& names) const {
  // Thousands of misspelt names in a file of thousands of ids: stop looking after the first few
  // hundred findings.
  constexpr std::size_t kBudget = 2'000'000;
  if (names.size() * (sink_->total() + 1) > kBudget) return {};
  return std::string(nearest_name(name, names));
}

std::string NameIndex::nearest_variable(std::string_view name) const {
  return nearest(name, variables_);
}
std::string NameIndex::nearest_moment(std::string_view id) const { return nearest(id, moments_); }
std::string NameIndex::nearest_need(std::string_view id) const { return nearest(id, needs_); }

std::string NameIndex::nearest_response(std::string_view moment_id, std::string_view id) const {
  const std::int32_t m = moment(moment_id);
  return m == kNone ? std::string() : nearest(id, responses_of(m));
}

std::vector<std::string_view> NameIndex::responses_of(MomentIndex moment) const {
  const auto m = static_cast<std::size_t>(moment);
  const auto end = m + 1 < first_response_.size() ? responses_.begin() + first_response_[m + 1]
                                                  : responses_.end();
  return {responses_.begin() + first_response_[m], end};
}

}  // namespace mot
