// The summaries of many attempts in memory, small and quick to go through again and again: what a
// trainer's figures are counted from (cohort.h).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/records/store.h"
#include "engine/records/summary.h"

namespace mot {

/// Numbers texts from 0 in the order they first came.
class NumberedTexts {
 public:
  NumberedTexts() = default;
  NumberedTexts(NumberedTexts&&) = default;
  NumberedTexts& operator=(NumberedTexts&&) = default;

  std::uint32_t number_of(const std::string& text);
  std::optional<std::uint32_t> find(const std::string& text) const;
  const std::string& text(std::uint32_t number) const { return *texts_[number]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> texts_;
};

/// One attempt; the first four are numbers of the table's texts.
struct SummaryRow {
  std::uint32_t scenario = 0;
  std::uint32_t learner = 0;
  std::uint32_t group = 0;
  std::uint32_t session = 0;
  /// Seconds since 1970; kNoTime where it is not known.
  std::int64_t started = 0;
  /// Where its answers begin in the table, and how many there are.
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
  std::optional<std::int8_t> recommend;
  /// As AttemptSummary::score.
  std::optional<std::int32_t> score;
  bool complete = false;
  /// It can count for its learner: no room, no what-if.
  bool own = false;
};

class SummaryTable {
 public:
  static constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();

  void add(const AttemptSummary& summary);
  /// What the numbers of answers mean.
  ChoiceNames choices;

  const std::vector<SummaryRow>& rows() const { return rows_; }
  std::span<const AnswerSummary> answers(const SummaryRow& row) const {
    return std::span(answers_).subspan(row.begin, row.count);
  }
  const NumberedTexts& scenarios() const { return scenarios_; }
  const NumberedTexts& learners() const { return learners_; }
  const NumberedTexts& groups() const { return groups_; }
  const NumberedTexts& sessions() const { return sessions_; }

 private:
  std::vector<SummaryRow> rows_;
  std::vector<AnswerSummary> answers_;
  NumberedTexts scenarios_;
  NumberedTexts learners_;
  NumberedTexts groups_;
  NumberedTexts sessions_;
};

/// The summaries of the attempts that match, in the order they came in.
Result<SummaryTable> summaries_in(Store& store, const AttemptFilter& filter = {});

}  // namespace mot
