#include "engine/records/summary_table.h"

#include "engine/base/utc.h"
#include "engine/records/counted.h"

namespace mot {

std::uint32_t NumberedTexts::number_of(const std::string& text) {
  const auto [entry, fresh] = numbers_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
  if (fresh) texts_.push_back(&entry->first);
  return entry->second;
}

std::optional<std::uint32_t> NumberedTexts::find(const std::string& text) const {
  const auto found = numbers_.find(text);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

void SummaryTable::add(const AttemptSummary& summary) {
  SummaryRow row;
  row.scenario = scenarios_.number_of(summary.scenario);
  row.learner = learners_.number_of(summary.learner);
  row.group = groups_.number_of(summary.group);
  row.session = sessions_.number_of(summary.session);
  row.started = seconds_of_utc(summary.started).value_or(kNoTime);
  row.begin = static_cast<std::uint32_t>(answers_.size());
  row.count = static_cast<std::uint32_t>(summary.answers.size());
  row.recommend = summary.recommend;
  row.score = summary.score;
  row.complete = summary.complete;
  row.own = is_own(summary);
  rows_.push_back(row);
  answers_.insert(answers_.end(), summary.answers.begin(), summary.answers.end());
}

Result<SummaryTable> summaries_in(Store& store, const AttemptFilter& filter) {
  SummaryTable table;
  const Result<bool> read =
      store.visit_summaries(filter, table.choices, [&](const AttemptSummary& summary) {
        table.add(summary);
        return true;
      });
  if (!read) return tl::unexpected(read.error());
  return table;
}

}  // namespace mot
