#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::codes_in;
using mot::test::edited;

namespace {

constexpr std::string_view kVariables = "{ n: 0, b: false }";
constexpr std::string_view kCoach = "coach: Because.\n";

std::string variable(const std::string& value) {
  return codes_in(edited({{"n: 0", "n: " + value}}));
}
std::string many(int count) {
  std::string all = "{";
  for (int i = 0; i < count; ++i) all += "v" + std::to_string(i) + ": 0, ";
  return all + "}";
}

}  // namespace

TEST_CASE("a variable starts with a whole number of 32 bits, true or false") {
  for (const char* good : {"0", "-5", "010", "2147483647", "-2147483648", "true", "false"})
    CHECK(variable(good) == "");
  CHECK(variable("2147483648") == "M0023");
  CHECK(variable("-2147483649") == "M0023");
  for (const char* bad : {"yes", "True", "'5'", "'true'", "1.5", "", "[1]", "0x10"})
    CHECK(variable(bad) == "M0022");
}

TEST_CASE("a variable's name has small letters, digits and underscores, and is no reserved word") {
  for (const char* name : {"N", "_n", "9n", "n-m", "n m", "größe", "mood", "turn", "visited",
                           "chose", "knows", "and", "or", "not", "true", "false"})
    CHECK(codes_in(edited({{kVariables, std::string("{ ") + name + ": 0 }"}})) == "M0072");
  CHECK(codes_in(edited({{kVariables, "{ n_1: 0, a: 1, note: 2 }"}})) == "");
}

TEST_CASE("what uses a variable that is declared wrongly is not reported as well") {
  CHECK(codes_in(
            edited({{kVariables, "{ n: 0, b: yes }"},
                    {kCoach, "coach: Because.\n        when: b\n        set: { b: true }\n"}})) ==
        "M0022");
  CHECK(codes_in(edited(
            {{kVariables, "{ n-m: 0 }"},
             {kCoach, "coach: Because.\n        when: n-m > 3\n        set: { n-m: 4 }\n"}})) ==
        "M0072");
  CHECK(codes_in(
            edited({{kVariables, "[n]"},
                    {kCoach, "coach: Because.\n        when: n > 3\n        set: { n: 4 }\n"}})) ==
        "M0022");
}

TEST_CASE("256 variables are allowed, the 257th is reported and still known") {
  CHECK(codes_in(edited({{kVariables, many(256)}})) == "");
  CHECK(codes_in(edited({{kVariables, many(257)},
                         {kCoach, "coach: Because.\n        when: v256 > 0\n"}})) == "M0029");
}

TEST_CASE("standards, needs, cast and reference are maps from ids") {
  CHECK(codes_in(edited({{"fast: Be fast.", "Fast: Be fast."},
                         {kCoach, "coach: Because.\n        meets: [Fast]\n"}})) == "M0027");
  CHECK(codes_in(edited({{"{ fast: Be fast., kind: Be kind. }", "[fast]"},
                         {kCoach, "coach: Because.\n        meets: [fast]\n"}})) == "M0022");
  CHECK(
      codes_in(edited(
          {{"{ baby: A baby sleeps. }", "baby"},
           {kCoach, "coach: Because.\n        when: knows(baby)\n        uncovers: [baby]\n"}})) ==
      "M0022");
  CHECK(codes_in(edited({{"fast: Be fast.", "fast: Be fast., fast: Again"}})) == "M0021");
  CHECK(codes_in(edited({{"fast: Be fast.", "fast: "}})) == "M0031");
  CHECK(codes_in(edited({{"{ li: { name: Mr Li } }", "{ li: Mr Li }"},
                         {"says: Hello", "says: Hello\n    speaker: li"}})) == "M0022");
  CHECK(codes_in(edited({{"{ li: { name: Mr Li } }", "{ li: {} }"}})) == "M0024");
  CHECK(codes_in(edited({{"mot: 1", "mot: 1\nreference: { p: { title: T, text: X } }"}})) == "");
  CHECK(codes_in(edited({{"mot: 1", "mot: 1\nreference: { p: { title: T } }"}})) == "M0024");
}

TEST_CASE("hundreds of thousands of names are declared without searching each among all") {
  std::string standards = "{";
  for (int i = 0; i < 200'000; ++i) standards += "s" + std::to_string(i) + ": x, ";
  CHECK(codes_in(edited({{"{ fast: Be fast., kind: Be kind. }", standards + "}"}})) == "");
}
