#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::codes_in;
using mot::test::codes_in_tree;
using mot::test::edited;
using mot::test::loaded;

namespace {

std::string customer(const std::string& map) {
  return codes_in(edited({{"{ id: c, name: C, expects: { empathy: 8, reliability: 7 } }", map}}));
}

}  // namespace

TEST_CASE("a customer has id, name and at least one level") {
  CHECK(customer("{ id: c, name: C, expects: { empathy: 8 } }") == "");
  CHECK(customer("{ name: C, expects: { empathy: 8 } }") == "M0024");
  CHECK(customer("{ id: c, expects: { empathy: 8 } }") == "M0024");
  CHECK(customer("{ id: c, name: C }") == "M0024");
  CHECK(customer("{ id: c, name: C, expects: {} }") == "M0030");
  CHECK(customer("{ id: c, name: C, expects: { empathy: { kind: must-be } } }") == "M0030");
  CHECK(customer("{ id: c, name: C, expects: { empathy: {} } }") == "M0030");
  CHECK(customer("{ id: c, name: C, expects: [empathy] }") == "M0022");
  CHECK(customer("{ id: c, name: C, expects: { emapthy: 8 } }") == "M0043");
  CHECK(customer("{ id: c, name: C, expects: { empathy: 0 } }") == "M0023");
  CHECK(customer("[c]") == "M0022");
  CHECK(customer("") == "M0022");
}

TEST_CASE("a customer's numbers have ranges") {
  const auto with = [](const std::string& more) {
    return customer("{ id: c, name: C, expects: { empathy: 8 }, " + more + " }");
  };
  for (const char* good : {"age: 0", "age: 120", "mood: -100", "mood: 100", "spread: 0",
                           "spread: 5", "spread: 0.25", "voice: { pitch: 0, speed: 80 }",
                           "voice: { pitch: 100, speed: 450 }", "importance: { empathy: 100 }"})
    CHECK(with(good) == "");
  for (const char* bad : {"age: 121", "age: -1", "mood: 101", "spread: 5.1", "spread: -0.1",
                          "voice: { pitch: 101 }", "voice: { speed: 79 }", "voice: { speed: 451 }",
                          "importance: { empathy: 0 }", "importance: { empathy: 101 }"})
    CHECK(with(bad) == "M0023");
  CHECK(with("importance: { empatthy: 5 }") == "M0043");
}

TEST_CASE("every field of a customer lands in the model") {
  const auto s = loaded(edited(
      {{"{ id: c, name: C, expects: { empathy: 8, reliability: 7 } }",
        "{ id: c, name: C, role: R, age: 34, about: A, portrait: { like: lin, hair: curly, "
        "colours: "
        "{ top: plum }, wears: [glasses] }, voice: { pitch: 55, speed: 165 }, mood: -5, expects: { "
        "empathy: { level: 8, kind: attractive }, reliability: 7 }, importance: { empathy: 34 }, "
        "spread: 1.5 }"}}));
  REQUIRE(s != nullptr);
  const mot::Customer& c = s->customer;
  constexpr auto kEmpathy = static_cast<std::size_t>(mot::Dimension::empathy);
  CHECK(c.id == "c");
  CHECK(s->texts[c.name].text == "C");
  CHECK(s->texts[c.role].text == "R");
  CHECK(s->texts[c.about].text == "A");
  CHECK(c.age == 34);
  CHECK(c.portrait.like == "lin");
  CHECK(c.portrait.hair == "curly");
  CHECK(c.portrait.colours.at("top") == "plum");
  CHECK(c.portrait.wears == std::vector<std::string>{"glasses"});
  CHECK(c.voice.pitch == 55);
  CHECK(c.voice.speed == 165);
  CHECK(c.persona.mood == -5);
  CHECK(c.persona.level[kEmpathy] == 8);
  CHECK(c.persona.kind[kEmpathy] == mot::ExpectationKind::attractive);
  CHECK(c.persona.importance[kEmpathy] == 34);
  CHECK(c.persona.spread == 1.5);
}

TEST_CASE("a customer's own file has a version, and recommended keys") {
  const std::string whole =
      "mot: 1\nid: chen\nname: C\nrole: r\nabout: a\nportrait: lin\nexpects: { empathy: 8 }\n";
  const auto file = [](const std::string& yaml) {
    return codes_in_tree({{"customers/chen.yaml", yaml}}, {"customers/chen.yaml"});
  };
  CHECK(file(whole) == "");
  CHECK(file(whole + "language: zh-CN\n") == "");
  CHECK(file(whole + "language: zh_CN\n") == "M0114");
  CHECK(file(whole.substr(7)) == "M0024");
  CHECK(file("mot: 1\nid: chen\nname: C\nexpects: { empathy: 8 }\n") == "M0100 M0100 M0100");
}
