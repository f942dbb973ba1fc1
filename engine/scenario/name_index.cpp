#include "engine/scenario/name_index.h"

#include <algorithm>

#include "engine/base/edit_distance.h"

namespace mot {

bool NameList::add(std::string_view name) {
  if (!index_.emplace(name, static_cast<std::int32_t>(names_.size())).second) return false;
  names_.push_back(name);
  return true;
}

std::int32_t NameList::find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? kNone : found->second;
}

void NameIndex::add_variable(std::string_view name, ValueType type) {
  if (variables_.add(name)) types_.push_back(type);
}

bool NameIndex::is_doubtful(std::string_view variable) const {
  return std::find(doubtful_.begin(), doubtful_.end(), variable) != doubtful_.end();
}

bool NameIndex::is_follow_up(const ExpressionProblem& problem, std::string_view expression) const {
  const bool guessed = !problem.hint.empty() && problem.hint.rfind("did you mean", 0) == 0;
  if (problem.code == "M0046" && variables_incomplete_) return true;
  if (problem.code == "M0045" && needs.incomplete() && !guessed) return true;
  if ((problem.code == "M0012" || problem.code == "M0013") && unnamed_ && !guessed) return true;
  if (problem.code != "M0046" && problem.code != "M0070" && problem.code != "M0071") return false;
  return std::any_of(doubtful_.begin(), doubtful_.end(), [&](std::string_view name) {
    return expression.find(name) != std::string_view::npos;
  });
}

bool NameIndex::add_moment(std::string_view id, ResponseIndex first_response) {
  const auto index = static_cast<std::int32_t>(moments_.size());
  moments_.push_back(id);
  unnamed_ = unnamed_ || id.empty();
  first_response_.push_back(first_response);
  return id.empty() || moment_index_.emplace(id, index).second;
}

bool NameIndex::add_response(std::string_view id) {
  const auto own = responses_.begin() + first_response_.back();
  const bool fresh = id.empty() || std::find(own, responses_.end(), id) == responses_.end();
  responses_.push_back(id);
  unnamed_ = unnamed_ || id.empty();
  return fresh;
}

NameIndex::Variable NameIndex::variable(std::string_view name) const {
  const std::int32_t index = variables_.find(name);
  if (index == kNone) return {};
  return {index, types_[static_cast<std::size_t>(index)]};
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

std::string NameIndex::nearest(std::string_view name,
                               const std::vector<std::string_view>& names) const {
  // Thousands of misspelt names in a file of thousands of ids: stop looking after the first few
  // hundred findings.
  constexpr std::size_t kBudget = 2'000'000;
  if (names.size() * (sink_->total() + 1) > kBudget) return {};
  return std::string(nearest_name(name, names));
}

std::string NameIndex::nearest_variable(std::string_view name) const {
  return nearest(name, variables_.names());
}
std::string NameIndex::nearest_moment(std::string_view id) const { return nearest(id, moments_); }
std::string NameIndex::nearest_need(std::string_view id) const {
  return nearest(id, needs.names());
}

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
