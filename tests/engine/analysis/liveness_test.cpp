// What the rest of an encounter can still read.
#include "engine/analysis/liveness.h"

#include <fmt/format.h>

#include <bit>
#include <catch2/catch.hpp>

#include "tests/support/encounter.h"

namespace mot {
namespace {

const test::Encounter& encounter() {
  static const test::Encounter made(R"(
variables: { a: 0, b: 0 }
moments:
  - { id: one, says: S, responses: [ { id: x, say: O, set: { a: 1 }, next: two }, { id: y, say: O, set: { b: 2 }, next: two } ] }
  - { id: two, says: S, responses: [ { id: x, say: O, when: a > 0, next: three }, { id: y, say: O, next: three } ] }
  - { id: three, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: x, say: O, delivers: { empathy: 9 }, next: [ { when: mood > 20, go: good }, { go: e } ] }, { id: y, say: O, delivers: { empathy: 4 }, next: e } ] }
  - { id: good, says: [ { when: b > 1, text: Hm }, { text: S } ], responses: [ { id: x, say: O, next: e } ] }
  - { id: e, ending: resolved }
)");
  return made;
}

std::vector<std::size_t> variables_at(const Liveness& liveness, std::string_view moment) {
  std::vector<std::size_t> read;
  liveness.each_variable(encounter().moment(moment),
                         [&](std::size_t variable) { read.push_back(variable); });
  return read;
}

}  // namespace

TEST_CASE("a variable counts as long as a condition may still ask for it") {
  const Liveness liveness(encounter().program());
  CHECK(variables_at(liveness, "one") == std::vector<std::size_t>{0});
  CHECK(variables_at(liveness, "two") == std::vector<std::size_t>{0});
  CHECK(variables_at(liveness, "three").empty());
  CHECK(liveness.mood(encounter().moment("one")));
  CHECK(liveness.mood(encounter().moment("three")));
  CHECK_FALSE(liveness.mood(encounter().moment("good")));
  CHECK_FALSE(liveness.turn(encounter().moment("one")));
}

TEST_CASE("what only chooses a text counts where texts are asked for") {
  const Liveness liveness(encounter().program(), true);
  CHECK(variables_at(liveness, "three") == std::vector<std::size_t>{1});
  CHECK(variables_at(liveness, "one") == std::vector<std::size_t>{0, 1});
}

TEST_CASE("bits that can still be read are given as masks of halves of words") {
  // 36 responses that `all` asks for; `two` asks for the first and the last of them.
  std::string moments;
  std::string all;
  for (int i = 0; i < 36; ++i) {
    moments += fmt::format(
        "  - {{ id: m{0}, says: S, responses: [ {{ id: x, say: O, next: {1} }}, {{ id: y, say: O, "
        "next: {1} }} ] }}\n",
        i, i == 35 ? "all" : fmt::format("m{}", i + 1));
    if (i % 9 == 0)
      all += fmt::format("{}{{ id: r{}, say: O, delivers: {{ empathy: 5 }}, next: two, when: ",
                         i == 0 ? "" : " }, ", i);
    all += fmt::format("{}chose(m{}.x)", i % 9 == 0 ? "" : " or ", i);
  }
  const test::Encounter many(
      "moments:\n" + moments +
      "  - { id: all, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, "
      "responses: [ " +
      all +
      " }, { id: y, say: O, delivers: { empathy: 8 }, next: two } ] }\n"
      "  - { id: two, says: S, responses: [ { id: x, say: O, when: chose(m0.x) and chose(m35.x), "
      "next: e }, { id: y, say: O, next: e } ] }\n"
      "  - { id: e, ending: resolved }\n");
  const Liveness liveness(many.program());
  const auto bits_at = [&](std::string_view moment) {
    int bits = 0;
    std::size_t next = 0;
    liveness.each_half_word(many.moment(moment), [&](std::size_t half, std::uint32_t mask) {
      CHECK(half >= next);
      next = half + 1;
      bits += std::popcount(mask);
    });
    return bits;
  };
  CHECK(bits_at("all") == 36);
  CHECK(bits_at("two") == 2);
  CHECK(bits_at("e") == 0);
}

}  // namespace mot
