// The names a scenario declares, collected before anything that may use them is read.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/scenario/expression.h"
#include "engine/scenario/model.h"

namespace mot {

/// A list of names that finds their places.
class NameList {
 public:
  /// False where the name was there already.
  bool add(std::string_view name);
  /// Index, or −1.
  std::int32_t find(std::string_view name) const;
  const std::vector<std::string_view>& names() const { return names_; }

  /// Some declaration could not be read: a name that is not here may have been meant by it.
  void mark_incomplete() { incomplete_ = true; }
  bool incomplete() const { return incomplete_; }

 private:
  std::vector<std::string_view> names_;
  std::unordered_map<std::string_view, std::int32_t> index_;
  bool incomplete_ = false;
};

/// Finds indices by name; also the NameTable of expressions.
class NameIndex final : public NameTable {
 public:
  /// `findings` bounds the work spent on suggestions.
  explicit NameIndex(const DiagnosticSink& sink) : sink_(&sink) {}

  NameList needs;
  NameList standards;
  NameList cast;
  NameList stages;

  void add_variable(std::string_view name, ValueType type);
  /// A variable whose declaration is wrong: what is said with it is not judged.
  void add_doubtful_variable(std::string_view name) { doubtful_.push_back(name); }
  /// Variables could not be read at all.
  void mark_variables_incomplete() { variables_incomplete_ = true; }
  bool is_doubtful(std::string_view variable) const;
  /// Whether a problem of this expression may come from a wrong declaration, and is no news.
  bool is_follow_up(const ExpressionProblem& problem, std::string_view expression) const;

  /// The moment's index is the number of moments added before. `first_response` is its first
  /// response's index in the scenario. An empty id takes an index and can't be found.
  bool add_moment(std::string_view id, ResponseIndex first_response);
  /// Adds to the moment added last. An empty id takes an index and can't be found.
  bool add_response(std::string_view id);

  Variable variable(std::string_view name) const override;
  std::int32_t moment(std::string_view id) const override;
  std::int32_t response(std::string_view moment_id, std::string_view response_id) const override;
  std::int32_t response(MomentIndex moment, std::string_view response_id) const;
  std::int32_t need(std::string_view id) const override { return needs.find(id); }
  /// A moment's or a response's id could not be read.
  bool has_unnamed() const { return unnamed_; }
  /// There are more responses than were added.
  void mark_unnamed() { unnamed_ = true; }

  std::string nearest_variable(std::string_view name) const override;
  std::string nearest_moment(std::string_view id) const override;
  std::string nearest_response(std::string_view moment_id, std::string_view id) const override;
  std::string nearest_need(std::string_view id) const override;

  /// Response ids of one moment, in order.
  std::vector<std::string_view> responses_of(MomentIndex moment) const;

 private:
  std::string nearest(std::string_view name, const std::vector<std::string_view>& names) const;

  const DiagnosticSink* sink_;
  NameList variables_;
  std::vector<ValueType> types_;
  std::vector<std::string_view> doubtful_;
  bool variables_incomplete_ = false;
  std::vector<std::string_view> moments_;
  std::unordered_map<std::string_view, std::int32_t> moment_index_;
  std::vector<ResponseIndex> first_response_;
  std::vector<std::string_view> responses_;
  bool unnamed_ = false;
};

}  // namespace mot
