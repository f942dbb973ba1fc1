// `mot simulate`: the exact keys, the same bytes for any number of threads, and every way to use it
// wrongly.
#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace mot::test;

namespace {

const std::string kWhole = "hello.look,ask.when,ask.where,offer.today";

Ran simulate(std::vector<std::string> words) {
  words.insert(words.begin(), {"simulate", data("late-parcel.yaml")});
  return run_mot(words);
}

}  // namespace

TEST_CASE("simulate --json has the keys of the contract, in order", "[e2e]") {
  const Ran ran = simulate({"--choose", kWhole, "--json"});
  REQUIRE(ran.code == 0);
  CHECK(ran.err == "");
  const mot::Json json = json_in(ran.out);
  CHECK(keys_of(json) ==
        "scenario customers seed promoters passives detractors nps interval satisfaction_mean "
        "histogram touchpoints");
  CHECK(*json.find("customers")->integer() == 1000);
  CHECK(*json.find("seed")->integer() == 1);
  REQUIRE(json.find("histogram")->array()->size() == 11);
  std::int64_t customers = 0;
  for (const mot::Json& count : *json.find("histogram")->array()) customers += *count.integer();
  CHECK(customers == 1000);
  CHECK(json.find("interval")->array()->size() == 2);
  // One entry a scored choice: hello and offer.
  REQUIRE(json.find("touchpoints")->array()->size() == 2);
  const mot::Json& first = json.find("touchpoints")->array()->front();
  CHECK(keys_of(first) == "moment stage impact standard_error");
  CHECK(*first.find("moment")->string() == "hello");
}

TEST_CASE("simulate prints the same bytes for any number of threads", "[e2e]") {
  for (const char* policy : {"best", "worst", "random"}) {
    const auto out = [&](const char* threads) {
      return simulate({"--policy", policy, "--customers", "5000", "--json", "--threads", threads});
    };
    const Ran one = out("1");
    REQUIRE(one.code == 0);
    CHECK(out("2").out == one.out);
    CHECK(out("7").out == one.out);
  }
}

TEST_CASE("best play is not judged worse than worst play", "[e2e]") {
  const auto nps = [](const char* policy) {
    return json_in(simulate({"--policy", policy, "--json"}).out).find("nps")->number();
  };
  CHECK(nps("best") > nps("worst"));
}

TEST_CASE("below ten customers there are counts and no score", "[e2e]") {
  const mot::Json json = json_in(simulate({"--choose", kWhole, "--customers", "9", "--json"}).out);
  CHECK(json.find("nps")->is_null());
  CHECK(json.find("interval")->is_null());
  CHECK(json.find("touchpoints")->array()->front().find("impact")->is_null());
  CHECK(simulate({"--choose", kWhole, "--customers", "9"})
            .out.find("No NPS: 9 of at least 10 customers (simulated)") != std::string::npos);
}

TEST_CASE("simulate says that its figures are simulated, of how many, how sure", "[e2e]") {
  const std::string text = simulate({"--choose", kWhole}).out;
  CHECK(text.find("(simulated), n = 1,000, 95 % interval ") != std::string::npos);
  CHECK(text.find("Impact on the NPS ± standard error (simulated, n = 1,000)") !=
        std::string::npos);
  CHECK(text.find("±15 points between industries") != std::string::npos);
}

TEST_CASE("simulate refuses what it cannot do, with the reason", "[e2e]") {
  struct Wrong {
    std::vector<std::string> words;
    std::string reason;
  };
  for (const Wrong& wrong :
       {Wrong{{"--policy", "greedy"}, "'greedy' is not one of best, worst, random"},
        Wrong{{"--policy", "best", "--customers", "0"},
              "customers is a whole number from 1 to 100000000, not '0'"},
        Wrong{{"--policy", "best", "--customers", "99999999999999999999"},
              "customers is a whole number from 1 to 100000000, not '99999999999999999999'"},
        Wrong{{"--policy", "best", "--threads", "0"},
              "threads is a whole number from 1 to 256, not '0'"},
        Wrong{{"--policy", "best", "--threads", "257"},
              "threads is a whole number from 1 to 256, not '257'"},
        Wrong{{"--choose", "hello.look"}, "the choices end before the encounter does"},
        Wrong{{"--choose", ""}, "the choices end before the encounter does"},
        Wrong{{"--choose", "hello.nod"}, "choice 1: 'hello.nod': there is no such response"},
        Wrong{{"--choose", kWhole + ",offer.today"}, "choice 5: "},
        Wrong{{"--choose", kWhole, "--policy", "best"}, "--choose"}, Wrong{{}, "--choose"}}) {
    const Ran ran = simulate(wrong.words);
    CHECK(ran.code == 2);
    CHECK(ran.out == "");
    INFO(ran.err);
    CHECK(ran.err.find(wrong.reason) != std::string::npos);
  }
}
