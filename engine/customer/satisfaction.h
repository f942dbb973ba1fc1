// Satisfaction from expectation and memory, and the answer to "would you recommend us?". Implements
// docs/model.md 3 and 4.
#pragma once

#include "engine/customer/dimensions.h"
#include "engine/customer/memory.h"

namespace mot {

/// S before rounding, 1 … 10, from E* and D* in points [ACSI]. Example: expectation 8, gap 0
/// → 7.8009.
double satisfaction_of(double expectation, double remembered_gap);

/// S in hundredths, 100 … 1000, rounded half up. `expectation` in hundredths; requires a scored
/// moment.
int satisfaction(int expectation, const Ledger& ledger);
/// The same from a remembered gap.
int satisfaction(int expectation, const RememberedGap& remembered);

/// CSAT 0 … 100 from satisfaction in points.
double csat(double satisfaction);

/// Likelihood to recommend 0 … 10 from satisfaction in hundredths; 0 where it is 100 (1.00) [ACSI].
/// Example: 780 → 8.
int recommend(int satisfaction);

/// 9–10 promoter, 7–8 passive, 0–6 detractor [Reichheld2003].
Category category_of(int recommend);

}  // namespace mot
