// Reads the records for the trainer's dashboard and counts its figures, on a thread of its own: the
// window never waits for either, nor does whoever leaves it while a store hangs.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/base/background.h"
#include "engine/records/cohort.h"
#include "engine/records/summary_table.h"

namespace mot {

// What opening the records came to.
struct OpenedRecords {
  std::shared_ptr<const SummaryTable> table;  // null: not to be seen, or not to be read
  bool locked = false;                        // there is a PIN, and it was not given
  bool wrong_pin = false;
  std::string problem;  // why they cannot be read; empty: they can
};

// Opens a store (empty: the default one, which is not made by looking) and reads its summaries.
OpenedRecords open_records(const std::string& uri, const std::optional<std::string>& pin);

// One for a dashboard; the page asks it once a frame.
class DashboardReader {
 public:
  explicit DashboardReader(std::string uri) : uri_(std::move(uri)) {}

  // Reads, again where it was read already. False: it is just being read, and this was not taken.
  bool read(std::optional<std::string> pin);
  // Counts for this question as soon as the records are there; the last one asked is answered.
  void ask(const CohortQuestion& question);
  // Takes what is ready and begins what is next; true when something is new.
  bool step();
  bool working() const { return reading_.valid() || counting_.valid(); }

  const OpenedRecords& records() const { return records_; }
  // What the figures are; null before the first.
  const Cohort* cohort() const { return cohort_.get(); }
  std::shared_ptr<const Cohort> shared_cohort() const { return cohort_; }
  // Whether they are those of what was asked last, from the records as they were read last.
  bool up_to_date() const { return cohort_ != nullptr && !stale_ && !working(); }

 private:
  using SharedCohort = std::shared_ptr<const Cohort>;

  std::string uri_;
  OpenedRecords records_;
  CohortQuestion wanted_;
  bool stale_ = false;  // the figures are not those of `wanted_`
  SharedCohort cohort_;
  Background<OpenedRecords> reading_;
  Background<SharedCohort> counting_;
};

}  // namespace mot
