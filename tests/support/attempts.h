// What a store holds, and the suite that every store passes.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "engine/records/sql_connection.h"
#include "engine/records/store.h"
#include "tests/support/numbered_attempt.h"

namespace mot::test {

/// All attempts that match, in the order they came in.
Result<std::vector<Attempt>> attempts_in(Store& store, const AttemptFilter& filter = {});

/// A store under test: each call opens the same one again. `lasts`: what was put is there then.
struct StoreUnderTest {
  std::function<std::unique_ptr<Store>()> open;
  bool lasts = true;
};

/// Checks that a store, empty now, keeps the promises of store.h. For use inside a TEST_CASE; call
/// it once a case, with a fresh store.
void check_store_contract(const StoreUnderTest& under_test);

/// Checks that a store with SQL tables, empty now, finds and mends what is wrong with summaries,
/// done to it through another connection.
void check_summary_repair(const StoreUnderTest& under_test, SqlConnection& beside);

}  // namespace mot::test
