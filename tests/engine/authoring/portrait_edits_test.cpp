// How somebody looks, set part by part.
#include "engine/authoring/portrait_edits.h"

#include <catch2/catch.hpp>

using mot::YamlSpans;

namespace {

const std::string kName = "name: Mr A   # a name\n";
const std::string kExpects = "expects: { empathy: 7 }\n";
const std::string kCustomer = kName + kExpects;

std::string set(const std::string& text, const char* part, const char* value) {
  const YamlSpans spans = YamlSpans::parse(text).value();
  const auto edit = mot::set_portrait(spans, "portrait", part, value);
  REQUIRE(edit);
  return mot::applied(*edit, text);
}

}  // namespace

TEST_CASE("A portrait is a person, a person with something different, and a person again") {
  const std::string person = set(kCustomer, "like", "lin");
  CHECK(person == kName + "portrait: lin\n" + kExpects);
  const std::string other = set(person, "hair", "bob");
  CHECK(other == kName + "portrait: { like: lin, hair: bob }\n" + kExpects);
  const std::string more = set(other, "wears", "[glasses]");
  CHECK(more == kName + "portrait: { like: lin, hair: bob, wears: [glasses] }\n" + kExpects);
  CHECK(set(more, "like", "omar").find("{ like: omar, hair: bob") != std::string::npos);
  CHECK(set(set(more, "wears", ""), "hair", "") == person);
  CHECK(set(more, "like", "") == kCustomer);
  CHECK(set(person, "hair", "") == person);
}

TEST_CASE("Parts of a portrait are read in either form") {
  const YamlSpans name = YamlSpans::parse("portrait: lin\n").value();
  CHECK(mot::portrait_part(name, "portrait", "like") == "lin");
  CHECK(mot::portrait_part(name, "portrait", "hair").empty());
  const YamlSpans map = YamlSpans::parse("portrait: { like: lin, hair: bob }\n").value();
  CHECK(mot::portrait_part(map, "portrait", "like") == "lin");
  CHECK(mot::portrait_part(map, "portrait", "hair") == "bob");
}

TEST_CASE("Nobody's hair cannot be changed") {
  const YamlSpans spans = YamlSpans::parse(kCustomer).value();
  CHECK_FALSE(mot::set_portrait(spans, "portrait", "hair", "bob"));
}
