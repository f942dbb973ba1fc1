#include "engine/scenario/text_paths.h"

#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::edited;
using mot::test::loaded;

namespace {

std::string paths_of(const mot::Scenario& scenario, mot::TextOrigin origin) {
  std::string all;
  for (const auto& [path, text] : mot::text_paths(scenario, origin)) all += path + "\n";
  return all;
}

}  // namespace

TEST_CASE("every text of a scenario has a path, lists count from 1") {
  const auto s = loaded(
      edited({{"mot: 1", "mot: 1\nreference: { p: { title: T, text: X } }"},
              {"stages: [ { id: first, title: F } ]",
               "stages: [{ id: first, title: F, standard: S, about: A }]"},
              {"name: C,", "name: C, role: R, about: A,"},
              {"says: Hello",
               "says: [{ when: b, text: A, thinks: T }, { text: B }]\n    thinks: T\n    hint: H"},
              {"say: Good", "do: Good\n        reply: { text: R, thinks: T }\n        thinks: T"},
              {"says: Bye", "says: Bye\n    verbatim: { promoter: P, detractor: D }"}}));
  REQUIRE(s != nullptr);
  CHECK(paths_of(*s, mot::TextOrigin::scenario) ==
        "title\nsummary\nbrief\nstandards.fast\nstandards.kind\nneeds.baby\ncast.li.name\n"
        "reference.p.title\nreference.p.text\n"
        "moments.start.touchpoint\nmoments.start.says.1\nmoments.start.says.1.thinks\n"
        "moments.start.says.2\nmoments.start.thinks\nmoments.start.hint\n"
        "moments.start.responses.good.do\nmoments.start.responses.good.reply\n"
        "moments.start.responses.good.reply.thinks\nmoments.start.responses.good.thinks\n"
        "moments.start.responses.good.coach\nmoments.start.responses.bad.say\n"
        "moments.start.responses.bad.coach\nmoments.end.says\nmoments.end.verbatim.promoter\n"
        "moments.end.verbatim.detractor\n"
        "customer.name\ncustomer.role\ncustomer.about\njourney.title\n"
        "journey.stages.first.title\njourney.stages.first.about\njourney.stages.first.standard\n");
  CHECK(paths_of(*s, mot::TextOrigin::customer) == "");
}
