#include "engine/records/sql_condition.h"

#include <fmt/format.h>

namespace mot {

void SqlCondition::add(std::string_view comparison, SqlValue value) {
  sql += fmt::format(" {} {} ?", values.empty() ? "WHERE" : "AND", comparison);
  values.push_back(std::move(value));
}

SqlCondition condition_of(const AttemptFilter& filter, std::string_view id) {
  SqlCondition condition;
  if (!filter.id.empty()) condition.add(id, filter.id);
  if (filter.learner) condition.add("learner =", *filter.learner);
  if (!filter.scenario.empty()) condition.add("scenario =", filter.scenario);
  if (filter.group) condition.add("cohort =", *filter.group);
  if (!filter.session.empty()) condition.add("session =", filter.session);
  if (!filter.since.empty()) condition.add("started >=", filter.since);
  if (!filter.before.empty()) condition.add("started <", filter.before);
  return condition;
}

}  // namespace mot
