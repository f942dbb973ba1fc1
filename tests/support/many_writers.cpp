#include "tests/support/many_writers.h"

#include <catch2/catch.hpp>
#include <memory>
#include <set>
#include <vector>

#include "engine/records/store.h"
#include "tests/support/child.h"
#include "tests/support/numbered_attempt.h"

namespace mot::test {
namespace {

constexpr int kPatience = 60'000;  // milliseconds

/// What one of them does; its exit code.
int write_some(const std::string& uri,
               std::size_t first,
               std::size_t count,
               const Child::Say& say) {
  auto store = open_store(uri, kPatience);
  if (!store) {
    say(store.error().message);
    return 1;
  }
  for (std::size_t i = first; i < first + count; ++i) {
    if (const auto put = (*store)->put(numbered_attempt(i)); !put) {
      say(put.error().message);
      return 2;
    }
  }
  return 0;
}

}  // namespace

void check_many_writers(const std::string& uri, std::size_t processes, std::size_t each) {
  std::vector<std::unique_ptr<Child>> children;
  for (std::size_t p = 0; p < processes; ++p) {
    children.push_back(std::make_unique<Child>(
        [&, p](const Child::Say& say) { return write_some(uri, p * each, each, say); }));
  }
  for (const auto& child : children) {
    CHECK(child->wait() == 0);
    CHECK(child->said().empty());
  }
  auto store = open_store(uri, kPatience);
  REQUIRE(store);
  std::size_t found = 0;
  std::set<std::string> ids;
  REQUIRE((*store)->visit({}, [&](const Attempt& attempt) {
    ++found;
    ids.insert(attempt.id);
    return true;
  }));
  CHECK(found == processes * each);
  CHECK(ids.size() == found);
}

}  // namespace mot::test
