// The names a scenario declares, collected before anything that may use them is read.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/scenario/expression.h"
#include "engine/scenario/model.h"

namespace mot {

/// Finds indices by name; also the NameTable of expressions.
class NameIndex final : public NameTable {
 public:
  /// `findings` bounds the work spent on suggestions.
  explicit NameIndex(const DiagnosticSink& sink) : sink_(&sink) {}

  /// False where the name was there already.
  bool add_variable(std::string_view name, ValueType type);
  bool add_need(std::string_view id);
  bool add_standard(std::string_view id);
  bool add_cast(std::string_view id);
  bool add_stage(std::string_view id);
  /// The moment's index is the number of moments added before. `first_response` is its first
  /// response's index in the scenario. An empty id takes an index and can't be found.
  bool add_moment(std::string_view id, ResponseIndex first_response);
  /// Adds to the moment added last. An empty id takes an index and can't be found.
  bool add_response(std::string_view id);

  Variable variable(std::string_view name) const override;
  std::int32_t moment(std::string_view id) const override;
  std::int32_t response(std::string_view moment_id, std::string_view response_id) const override;
  std::int32_t response(MomentIndex moment, std::string_view response_id) const;
  std::int32_t need(std::string_view id) const override;
  std::int32_t standard(std::string_view id) const { return find(standards_, id); }
  std::int32_t cast(std::string_view id) const { return find(cast_, id); }
  std::int32_t stage(std::string_view id) const { return find(stages_, id); }

  std::string nearest_variable(std::string_view name) const override;
  std::string nearest_moment(std::string_view id) const override;
  std::string nearest_response(std::string_view moment_id, std::string_view id) const override;
  std::string nearest_need(std::string_view id) const override;

  const std::vector<std::string_view>& needs() const { return needs_; }
  const std::vector<std::string_view>& standards() const { return standards_; }
  const std::vector<std::string_view>& cast_ids() const { return cast_; }
  const std::vector<std::string_view>& stages() const { return stages_; }
  const std::vector<std::string_view>& moments() const { return moments_; }
  /// Response ids of one moment, in order.
  std::vector<std::string_view> responses_of(MomentIndex moment) const;

 private:
  static std::int32_t find(const std::vector<std::string_view>& names, std::string_view name);
  std::string nearest(std::string_view name, const std::vector<std::string_view>& names) const;

  const DiagnosticSink* sink_;
  std::vector<std::string_view> variables_;
  std::vector<ValueType> types_;
  std::unordered_map<std::string_view, std::int32_t> variable_index_;
  std::vector<std::string_view> needs_;
  std::vector<std::string_view> standards_;
  std::vector<std::string_view> cast_;
  std::vector<std::string_view> stages_;
  std::vector<std::string_view> moments_;
  std::vector<ResponseIndex> first_response_;
  std::vector<std::string_view> responses_;
  std::unordered_map<std::string_view, std::int32_t> moment_index_;
};

}  // namespace mot
