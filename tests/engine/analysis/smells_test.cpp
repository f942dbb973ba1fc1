// Each smell: a story that shows it and one that just does not. Tests survey.h, too.
#include "engine/analysis/smells.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/base/catalogue.h"
#include "engine/encounter/step.h"
#include "tests/support/encounter.h"

namespace mot {
namespace {

using test::Encounter;

// A response of these stories; empathy 0: not rated.
struct Says {
  std::string id;
  int empathy = 0;
  std::string next = "end";
  std::string more = {};
  std::string words = "Words.";
};

std::string responses(const std::vector<Says>& all) {
  std::string text = "    responses:\n";
  for (const Says& one : all) {
    text += fmt::format("      - {{ id: {}, say: \"{}\", next: {}, coach: Why.", one.id, one.words,
                        one.next);
    if (one.empathy > 0) text += fmt::format(", delivers: {{ empathy: {} }}", one.empathy);
    text += (one.more.empty() ? "" : ", ") + one.more + " }\n";
  }
  return text;
}

std::string scored(const std::string& id,
                   const std::vector<Says>& all,
                   const std::string& more = "    stage: first\n    expects: [empathy]\n") {
  return fmt::format("  - id: {}\n    says: Line.\n    channel: phone\n    touchpoint: T\n", id) +
         more + responses(all);
}

std::string free(const std::string& id, const std::vector<Says>& all) {
  return fmt::format("  - id: {}\n    says: Line.\n", id) + responses(all);
}

const std::string kEnd = "  - { id: end, ending: resolved, says: Goodbye. }\n";

std::string story(const std::string& moments, const std::string& keys = {}) {
  return keys + "moments:\n" + moments + kEnd;
}

// `count` decisions one after the other, each with these two.
std::string chain(int count, const Says& first, const Says& second) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    Says a = first;
    Says b = second;
    a.next = b.next = i + 1 < count ? fmt::format("d{}", i + 1) : "end";
    text += scored(fmt::format("d{}", i), {a, b});
  }
  return text;
}

std::vector<Smell> smells_of(const Encounter& encounter, std::size_t states = 20'000) {
  SolveOptions options;
  options.limits.states = states;
  Solution solution(encounter.program(), options);
  return find_smells(encounter.program(), solution);
}

// Every choice is on offer where it is made, with some luck.
bool replays(const Program& program, const std::vector<std::string>& witness) {
  std::vector<State> states;
  for (Successor& s : beginnings(program)) states.push_back(std::move(s.state));
  for (const std::string& name : witness) {
    const ResponseIndex r = program.scenario().find_response(name);
    std::vector<State> after;
    for (const State& state : states) {
      const auto offers = offers_in(program, state);
      if (std::find(offers.begin(), offers.end(), r) == offers.end()) continue;
      for (Successor& s : successors(program, state, r)) after.push_back(std::move(s.state));
    }
    states = std::move(after);
  }
  return !states.empty();
}

// The smells of a code, as "where" each; everything found replays and stands in the catalogue.
std::vector<std::string> places(const std::string& body, std::string_view code) {
  INFO(body);
  const Encounter encounter(body);
  std::vector<std::string> found;
  for (const Smell& smell : smells_of(encounter)) {
    INFO(smell.code << " " << smell.message);
    CHECK(replays(encounter.program(), smell.witness));
    CHECK(find_catalogue_entry(smell.code) != nullptr);
    if (smell.code == code) found.push_back(smell.where);
  }
  return found;
}

using Places = std::vector<std::string>;
const Places kNone_{};
const Places kWhole{""};

}  // namespace

TEST_CASE("S0001: a need, a standard or a variable that nothing uses") {
  const std::string keys = "needs: { n: A need. }\n";
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 5}}), keys), "S0001") == kWhole);
  CHECK(places(story(scored("d", {{"a", 9, "end", "uncovers: [n]"}, {"b", 5}}), keys), "S0001") ==
        kNone_);
  const std::string variable = "variables: { x: 0 }\n";
  const std::string sets = "set: { x: x + 1 }";
  CHECK(places(story(scored("d", {{"a", 9, "end", sets}, {"b", 5}}), variable), "S0001") == kWhole);
  CHECK(places(story(scored("d", {{"a", 9, "d2", sets}, {"b", 5, "d2"}}) +
                         scored("d2", {{"a", 9}, {"b", 5}, {"c", 6, "end", "when: x > 0"}}),
                     variable),
               "S0001") == kNone_);
}

TEST_CASE("S0005: more than three in ten ways are best") {
  CHECK(places(story(chain(2, {"a", 8}, {"b", 8})), "S0005") == kWhole);
  CHECK(places(story(chain(2, {"a", 9}, {"b", 5})), "S0005") == kNone_);
}

TEST_CASE("S0006: the best play breaks a standard") {
  const std::string keys = "standards: { s: A standard. }\n";
  CHECK(places(story(scored("d", {{"a", 9, "end", "breaks: [s]"}, {"b", 5}}), keys), "S0006") ==
        Places{"d.a"});
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 5, "end", "breaks: [s]"}}), keys), "S0006") ==
        kNone_);
  CHECK(places(story(scored("d", {{"a", 9, "end", "tags: [rude]"}, {"b", 5}})), "S0006") ==
        Places{"d.a"});
}

TEST_CASE("S0007: leaving early pays") {
  const std::string rest = chain(3, {"a", 8}, {"b", 6});
  CHECK(places(story(scored("s", {{"out", 9}, {"stay", 8, "d0"}}) + rest), "S0007") ==
        Places{"end"});
  CHECK(places(story(scored("s", {{"out", 2}, {"stay", 8, "d0"}}) + rest), "S0007") == kNone_);
}

TEST_CASE("S0012: the face says the opposite") {
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 5, "end", "feels: pleased"}})), "S0012") ==
        Places{"d.b"});
  CHECK(places(story(scored("d", {{"a", 9, "end", "feels: pleased"}, {"b", 5}})), "S0012") ==
        kNone_);
}

TEST_CASE("S0013: a choice that changes nothing") {
  const std::string last = scored("d", {{"a", 9}, {"b", 5}});
  CHECK(places(story(free("f", {{"x", 0, "d"}, {"y", 0, "d"}}) + last), "S0013") == Places{"f"});
  // What is asked about later is a difference.
  const std::string asks = scored("d", {{"a", 9}, {"b", 5}, {"c", 8, "end", "when: chose(f.x)"}});
  CHECK(places(story(free("f", {{"x", 0, "d"}, {"y", 0, "d"}}) + asks), "S0013") == kNone_);
}

TEST_CASE("S0014: the best response is the longest") {
  const Says longest{"a", 9, "end", {}, "Rather more words than that."};
  const Says shortest{"a", 9, "end", {}, "No."};
  CHECK(places(story(chain(5, longest, {"b", 5})), "S0014") == kWhole);
  CHECK(places(story(chain(5, shortest, {"b", 5})), "S0014") == kNone_);
  CHECK(places(story(chain(4, longest, {"b", 5})), "S0014") == kNone_);
}

TEST_CASE("S0015: the rude one is always the worst") {
  const Says rude{"b", 5, "end", "tags: [rude]"};
  CHECK(places(story(chain(3, {"a", 9}, rude)), "S0015") == kWhole);
  const std::string last = scored("e", {{"a", 9}, {"b", 5, "end", "tags: [rude]"}, {"c", 4}});
  std::string once_not = chain(3, {"a", 9}, rude);
  once_not.replace(once_not.rfind("next: end"), 9, "next: e");
  CHECK(places(story(once_not + last), "S0015") == kNone_);
}

TEST_CASE("S0016: nothing meets what is expected, without a mistake before") {
  CHECK(places(story(scored("d", {{"a", 7}, {"b", 5}})), "S0016") == Places{"d"});
  CHECK(places(story(scored("d", {{"a", 8}, {"b", 5}})), "S0016") == kNone_);
  CHECK(places(story(scored("d", {{"a", 8}, {"b", 4, "e"}}) + scored("e", {{"a", 5}, {"b", 3}})),
               "S0016") == kNone_);
}

TEST_CASE("S0017: two responses that differ in words") {
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 5}, {"c", 5}})), "S0017") == Places{"d.c"});
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 5}, {"c", 6}})), "S0017") == kNone_);
}

TEST_CASE("S0018: the end of the scale") {
  const std::string easy = "    stage: first\n    expects: { empathy: 3 }\n";
  CHECK(places(story(scored("d", {{"a", 10}, {"b", 3}}, easy)), "S0018") == kWhole);
  CHECK(places(story(scored("d", {{"a", 5}, {"b", 3}}, easy)), "S0018") == kNone_);
}

TEST_CASE("S0019: a decision that hardly matters") {
  const std::string rest = chain(4, {"a", 9}, {"b", 5});
  CHECK(places(story(scored("s", {{"x", 8, "d0"}, {"y", 8, "d0"}}) + rest), "S0019") ==
        Places{"s"});
  CHECK(places(story(scored("s", {{"x", 9, "d0"}, {"y", 6, "d0"}}) + rest), "S0019") == kNone_);
}

TEST_CASE("S0020: a skill that rests on one choice") {
  const std::string both = "    stage: first\n    expects: [empathy, assurance]\n";
  const std::string start = scored("s",
                                   {{"x", 0, "d0", "delivers: { empathy: 9, assurance: 9 }"},
                                    {"y", 0, "d0", "delivers: { empathy: 6, assurance: 6 }"}},
                                   both);
  // Assurance once; and empathy is five of six.
  CHECK(places(story(start + chain(4, {"a", 9}, {"b", 5})), "S0020") == Places{"", ""});
  CHECK(places(story(start + chain(3, {"a", 9}, {"b", 5})), "S0020") == kNone_);
}

TEST_CASE("S0021 and S0022: conditions that shut a moment off") {
  const std::string keys = "variables: { x: 0 }\n";
  const std::string routes = "[{ when: x > 5, go: secret }, { go: end }]";
  const std::string secret = "  - { id: secret, says: Psst., next: end }\n";
  const std::string shut = story(scored("d", {{"a", 9, routes}, {"b", 5}}) + secret, keys);
  CHECK(places(shut, "S0021") == Places{"secret"});
  CHECK(places(shut, "S0022") == Places{"d.a"});
  const std::string open = story(scored("s", {{"x", 9, "d", "set: { x: 6 }"}, {"y", 5, "d"}}) +
                                     scored("d", {{"a", 9, routes}, {"b", 5}}) + secret,
                                 keys);
  CHECK(places(open, "S0021") == kNone_);
  CHECK(places(open, "S0022") == kNone_);
}

TEST_CASE("S0022: routes that all responses share are judged together") {
  const std::string routes = "[{ when: mood > 0, go: good }, { go: end }]";
  const std::string good = "  - { id: good, ending: resolved, says: Well done. }\n";
  CHECK(places(story(scored("d", {{"a", 9, routes}, {"b", 5, routes}}) + good), "S0022") == kNone_);
  CHECK(places(story(scored("d", {{"a", 7, routes}, {"b", 5, routes}}) + good), "S0022") ==
        Places{"d.a"});
}

TEST_CASE("S0022: a text that is never and one that is always shown") {
  const auto text = [](const std::string& condition) {
    return "  - id: l\n    says: [{ when: " + condition +
           ", text: One. }, { text: Two. }]\n    next: end\n";
  };
  const std::string keys = "variables: { x: 0 }\n";
  const std::string decision = scored("d", {{"a", 9, "l", "set: { x: 3 }"}, {"b", 5, "l"}});
  CHECK(places(story(decision + text("x > 2"), keys), "S0022") == kNone_);
  CHECK(places(story(decision + text("x > 3"), keys), "S0022") == Places{"l"});
  CHECK(places(story(decision + text("x >= 0"), keys), "S0022") == Places{"l"});
}

TEST_CASE("S0022: leaves that nobody takes") {
  const std::string lost = "  - { id: lost, ending: lost, says: No. }\n";
  const auto leaves = [](const std::string& when) {
    return "leaves: [{ when: " + when + ", next: lost }]\n";
  };
  const std::string decisions = chain(2, {"a", 9}, {"b", 2}) + lost;
  CHECK(places(story(decisions, leaves("mood < -10")), "S0022") == kNone_);
  CHECK(places(story(decisions, leaves("mood < -99")), "S0022") == kWhole);
}

TEST_CASE("S0023: nothing on offer, with the way there") {
  const std::string last = scored("d", {{"a", 9}, {"b", 5}});
  const Says x{"x", 0, "f", "once: true"};
  const Encounter empty(story(free("f", {x, {"y", 0, "d", "once: true, when: turn > 5"}}) + last));
  const auto found = smells_of(empty);
  const auto stuck = std::find_if(found.begin(), found.end(),
                                  [](const Smell& smell) { return smell.code == "S0023"; });
  REQUIRE(stuck != found.end());
  CHECK(stuck->severity == Severity::error);
  CHECK(stuck->where == "f");
  CHECK(stuck->witness == Places{"f.x"});
  CHECK(places(story(free("f", {x, {"y", 0, "d"}}) + last), "S0023") == kNone_);
}

TEST_CASE("S0025: no end, and a scored decision that comes round") {
  const std::string keys = "variables: { open: false }\n";
  const std::string round = free("f", {{"x", 0, "f"}, {"y", 0, "end", "when: open"}});
  CHECK(places(story(scored("d", {{"a", 9, "f"}, {"b", 5}}) + round, keys), "S0025") ==
        Places{"f"});
  CHECK(places(story(scored("d", {{"a", 9, "f", "set: { open: true }"}, {"b", 5}}) + round, keys),
               "S0025") == kNone_);
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 5, "d"}})), "S0025") == Places{"d.b"});
}

TEST_CASE("S0026: four decisions after the last hope") {
  const auto lost_after = [](int decisions) {
    std::string text = scored("s", {{"good", 9}, {"bad", 5, "d0"}});
    std::string rest = chain(decisions, {"a", 6}, {"b", 5});
    for (std::size_t at; (at = rest.find("next: end")) != std::string::npos;)
      rest.replace(at, 9, "next: lost");
    return text + rest + "  - { id: lost, ending: lost, says: No. }\n";
  };
  CHECK(places(story(lost_after(4)), "S0026") == Places{"s.bad"});
  CHECK(places(story(lost_after(3)), "S0026") == kNone_);
}

TEST_CASE("S0027: an ending without the words for a category it comes with") {
  const auto ending = [](const std::string& verbatim) {
    return "moments:\n" + scored("d", {{"a", 9}, {"b", 8}}) +
           "  - { id: end, ending: resolved, says: Bye., verbatim: { " + verbatim + " } }\n";
  };
  CHECK(places(ending("promoter: Yes."), "S0027") == Places{"end"});
  CHECK(places(ending("promoter: Yes., passive: Well."), "S0027") == kNone_);
  CHECK(places(ending("promoter: Yes., passive: Well., detractor: No."), "S0027") == Places{"end"});
}

TEST_CASE("S0028: an expectation that is never missed") {
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 8}})), "S0028") == kWhole);
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 7}})), "S0028") == kNone_);
}

TEST_CASE("S0029: always the same category") {
  CHECK(places(story(scored("d", {{"a", 8}, {"b", 7}})), "S0029") == kWhole);
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 7}})), "S0029") == kNone_);
}

TEST_CASE("S0030: a stage that can be skipped") {
  const std::string second = "    stage: second\n    expects: [empathy]\n";
  const std::string later = scored("e", {{"a", 9}, {"b", 5}}, second);
  CHECK(places(story(scored("d", {{"a", 9, "e"}, {"b", 5}}) + later), "S0030") == kWhole);
  CHECK(places(story(scored("d", {{"a", 9, "e"}, {"b", 5, "e"}}) + later), "S0030") == kNone_);
}

TEST_CASE("S0032: too long for the time, and too long at all") {
  const auto timed = [](int seconds) {
    return fmt::format(
        "    stage: first\n    expects: [empathy]\n    time_limit: {}\n    on_timeout: b\n",
        seconds);
  };
  std::string words;
  for (int i = 0; i < 20; ++i) words += "word ";
  // 22 words and "Line.": 6.6 seconds.
  const std::vector<Says> both{{"a", 9, "end", {}, words}, {"b", 5}};
  CHECK(places(story(scored("d", both, timed(6))), "S0032") == Places{"d"});
  CHECK(places(story(scored("d", both, timed(7))), "S0032") == kNone_);
  const std::string limit(320, 'a');
  CHECK(places(story(scored("d", {{"a", 9, "end", {}, limit}, {"b", 5}})), "S0032") == kNone_);
  CHECK(places(story(scored("d", {{"a", 9, "end", {}, limit + "a"}, {"b", 5}})), "S0032") ==
        Places{"d.a"});
}

TEST_CASE("S0034: past the limit only what was seen is reported") {
  const Encounter encounter(story(chain(6, {"a", 9}, {"b", 9})));
  const auto found = smells_of(encounter, 2);
  REQUIRE(std::count_if(found.begin(), found.end(),
                        [](const Smell& smell) { return smell.code == "S0034"; }) == 1);
  CHECK(std::none_of(found.begin(), found.end(), [](const Smell& smell) {
    return smell.code == "S0021" || smell.code == "S0022" || smell.code == "S0025" ||
           smell.code == "S0023";
  }));
  const auto whole = smells_of(encounter, 7);
  CHECK(std::none_of(whole.begin(), whole.end(),
                     [](const Smell& smell) { return smell.code == "S0034"; }));
}

TEST_CASE("S0035: what is accepted is silent, and what accepts nothing is not") {
  const std::string moments = scored("d", {{"a", 9}, {"b", 5}, {"c", 5}});
  const std::string accept = "accept: [{ smell: S0017, where: d, because: Two say the same. }]\n";
  CHECK(places(story(moments, accept), "S0017") == kNone_);
  CHECK(places(story(moments, accept), "S0035") == kNone_);
  CHECK(places(story(scored("d", {{"a", 9}, {"b", 5}}), accept), "S0035") == Places{"d"});
}

}  // namespace mot
