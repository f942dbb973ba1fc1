// Attempts for tests, and the suite that every store passes.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "engine/records/store.h"

namespace mot::test {

/// An attempt with something in every field; those of different numbers differ in id, learner
/// ("learner 3": number modulo 7) and time.
Attempt numbered_attempt(std::size_t number);

/// A UUID made of a number.
std::string uuid(std::size_t number);

/// A store under test: each call opens the same one again. `lasts`: what was put is there then.
struct StoreUnderTest {
  std::function<std::unique_ptr<Store>()> open;
  bool lasts = true;
};

/// Checks that a store, empty now, keeps the promises of store.h. For use inside a TEST_CASE; call
/// it once a case, with a fresh store.
void check_store_contract(const StoreUnderTest& under_test);

}  // namespace mot::test
