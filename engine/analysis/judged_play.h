// A finished playthrough as a crowd judges it: its scored moments, and what a customer remembers of
// them who expects more or less. Between session.h and crowd.h. Implements docs/model.md 4.
#pragma once

#include <vector>

#include "engine/customer/memory.h"
#include "engine/encounter/session.h"

namespace mot {

/// One scored choice.
struct JudgedMoment {
  MomentIndex moment = kNone;
  /// 1 … 5.
  int weight = 1;
  /// Hundredths, −900 … 900.
  int gap = 0;
};

/// What a crowd needs to know of a playthrough.
struct JudgedPlay {
  /// E*, hundredths, 100 … 1000.
  int expectation = 0;
  /// Standard deviation of expectation among the customers, 0 … 5.
  double spread = 1.0;
  /// In the order they were played.
  std::vector<JudgedMoment> moments;
};

/// The scored choices of a session and its customer.
JudgedPlay judged_play(const Session& session);

/// The ledger after all moments; with `met`, as if that moment had just met expectation (D = 0).
Ledger ledger_of(const JudgedPlay& play);
Ledger ledger_with_met(const JudgedPlay& play, std::size_t met);

/// The remembered gap D* of customers who expect `shift` points more, so that every gap is that
/// much smaller: one shift for all moments, so the ledger is enough, however long the encounter.
class ShiftedMemory {
 public:
  /// Requires a scored moment.
  explicit ShiftedMemory(const Ledger& ledger);

  /// In points. At 0 exactly what memory.h gives.
  double remembered_gap(double shift) const {
    // The peak is the highest gap where it exceeds the lowest with its sign turned.
    return (balance_ > 2 * shift ? with_highest_ : with_lowest_) - shift;
  }

 private:
  /// Highest and lowest gap together; D* where the one or the other is the peak; all in points.
  double balance_;
  double with_highest_;
  double with_lowest_;
};

}  // namespace mot
