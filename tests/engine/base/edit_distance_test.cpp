#include "engine/base/edit_distance.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/draw.h"

using mot::edit_distance;
using mot::nearest_name;

namespace {

/// The textbook table, whole and without a limit.
std::size_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

std::string random_word(std::uint64_t seed, std::uint64_t index) {
  const auto pick = [&](std::uint64_t at, std::uint32_t n) {
    return mot::below(mot::draw(seed, mot::Stream::policy, index, at), n);
  };
  std::string word(pick(0, 9), ' ');
  for (std::size_t i = 0; i < word.size(); ++i) word[i] = static_cast<char>('a' + pick(i + 1, 3));
  return word;
}

}  // namespace

TEST_CASE("an insertion, a deletion, a replacement and a swap of neighbours are one edit each") {
  CHECK(edit_distance("aftermath", "aftermath", 3) == 0);
  CHECK(edit_distance("aftrmath", "aftermath", 3) == 1);
  CHECK(edit_distance("afteermath", "aftermath", 3) == 1);
  CHECK(edit_distance("aftermoth", "aftermath", 3) == 1);
  CHECK(edit_distance("aftremath", "aftermath", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
}

TEST_CASE("a distance beyond the limit is told as the limit and one") {
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("abc", "xyz", 2) == 3);
  CHECK(edit_distance("", "abcdefgh", 3) == 4);
  CHECK(edit_distance("", "abc", 3) == 3);
  CHECK(edit_distance("a", "b", 0) == 1);
  CHECK(edit_distance("a", "a", 0) == 0);
  CHECK(edit_distance("", "", 0) == 0);
}

TEST_CASE("no letter is edited twice: 'ca' is three edits from 'abc'") {
  CHECK(edit_distance("ca", "abc", 5) == 3);
}

TEST_CASE("the band gives what the whole table gives, for every limit") {
  const std::uint64_t seed = 20;
  for (std::uint64_t i = 0; i < 3'000; ++i) {
    const std::string a = random_word(seed, 2 * i);
    const std::string b = random_word(seed, 2 * i + 1);
    const std::size_t distance = plain_distance(a, b);
    for (std::size_t limit = 0; limit <= 9; ++limit) {
      INFO(a << " / " << b << ", limit " << limit << ", seed " << seed);
      REQUIRE(edit_distance(a, b, limit) == std::min(distance, limit + 1));
    }
  }
}

TEST_CASE("the nearest name is suggested") {
  CHECK(nearest_name("aftrmath", {"first-call", "aftermath", "afterwards"}) == "aftermath");
  CHECK(nearest_name("channle", {"stage", "channel"}) == "channel");
}

TEST_CASE("of equally near names the first is suggested") {
  CHECK(nearest_name("lift-c", {"lift-a", "lift-b"}) == "lift-a");
}

TEST_CASE("nothing is suggested beyond a third of the length") {
  CHECK(nearest_name("say", {"set"}).empty());  // two edits of three letters
  CHECK(nearest_name("say", {"says"}) == "says");
  CHECK(nearest_name("ab", {"abc"}) == "abc");  // at least one edit is allowed
  CHECK(nearest_name("technician-arrives", {"technicians-departed"}).empty());
  CHECK(nearest_name("technician-arrivs-", {"technician-arrives"}) == "technician-arrives");
}

TEST_CASE("a name that differs in case alone is always near") {
  CHECK(nearest_name("EMPATHY", {"apathy", "empathy"}) == "empathy");
}

TEST_CASE("nothing is suggested for nothing, from nothing, or as nothing") {
  CHECK(nearest_name("", {"a"}).empty());
  CHECK(nearest_name("abc", {}).empty());
  CHECK(nearest_name("a", {""}).empty());
}

TEST_CASE("a very long unknown name costs nothing") {
  const std::string name(1'000'000, 'x');
  const std::string other(1'000'000, 'y');
  CHECK(nearest_name(name, {"aftermath", other}).empty());
}
