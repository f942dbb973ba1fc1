#include "engine/scenario/translation_reader.h"

#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::base_scenario;
using mot::test::codes_in_tree;
using mot::test::edited;

namespace {

const std::string kCustomer =
    "mot: 1\nid: chen\nname: Chen\nrole: Owner\nabout: A\nportrait: lin\nexpects: { empathy: 8 }\n";
const std::string kWhole =
    "mot-translation: 1\nof: chen\nlanguage: zh-CN\ntexts:\n  name: 陈\n  role: 业主\n  about: "
    "甲\n";

// Codes of a translation beside the customer.
std::string codes(const std::string& translation, const std::string& tag = "zh-CN") {
  return codes_in_tree({{"chen.yaml", kCustomer}, {"chen." + tag + ".yaml", translation}},
                       {"chen.yaml"});
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = kWhole;
  text.replace(text.find(from), from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("a whole translation has no finding") { CHECK(codes(kWhole) == ""); }

TEST_CASE("a path that leads nowhere is an error, and not a missing text as well") {
  CHECK(codes(changed("role:", "roel:")) == "M0110");
  CHECK(codes(kWhole + "  customer.name: x\n") == "M0110");
  CHECK(codes(kWhole + "  expects: x\n") == "M0110");
}

TEST_CASE("each missing text is a warning, an empty one counts as missing") {
  CHECK(codes("mot-translation: 1\nof: chen\nlanguage: de\ntexts:\n  name: x\n", "de") ==
        "M0111 M0111");
  CHECK(codes(changed("role: 业主", "role:")) == "M0111");
  CHECK(codes(changed("role: 业主", "role: ''")) == "M0111");
}

TEST_CASE("texts are texts, each once") {
  CHECK(codes(changed("role: 业主", "role: [x]")) == "M0022");
  CHECK(codes(kWhole + "  name: x\n") == "M0021");
  CHECK(codes("mot-translation: 1\nof: chen\nlanguage: de\ntexts: [x]\n", "de") == "M0022");
  CHECK(codes("mot-translation: 1\nof: chen\nlanguage: de\n", "de") == "M0024");
}

TEST_CASE("a translation says what it translates and into which language") {
  CHECK(codes(changed("of: chen", "of: chan")) == "M0113");
  CHECK(codes(changed("of: chen\n", "")) == "M0024");
  CHECK(codes(changed("zh-CN", "zh_CN")) == "M0114");
  CHECK(codes(changed("zh-CN", "en"), "en") == "M0115");
  CHECK(codes(changed("zh-CN", "EN"), "en") == "M0115");
  CHECK(codes(changed("zh-CN", "zh-TW")) == "M0116");
  CHECK(codes(changed("zh-CN", "zh-cn")) == "");
  CHECK(codes(changed("mot-translation: 1", "mot-translation: 2\nnew: x")) == "M0011");
  CHECK(codes(changed("mot-translation: 1\n", "")) == "M0024");
}

TEST_CASE("a source that has changed since is a warning where its mark is kept") {
  CHECK(mot::source_mark("Owner").size() == 8);
  CHECK(codes(kWhole + "sources:\n  role: \"" + mot::source_mark("Owner") + "\"\n") == "");
  CHECK(codes(kWhole + "sources:\n  role: \"3f2a91c0\"\n") == "M0112");
  CHECK(codes(kWhole + "sources:\n  role: 12345678\n") == "M0112");
  CHECK(codes(kWhole + "sources:\n  roel: \"3f2a91c0\"\n") == "M0110");
}

TEST_CASE("where the original is wrong, its translation is still checked for its form") {
  CHECK(codes_in_tree({{"chen.yaml", kCustomer + "age: 200\n"},
                       {"chen.de.yaml", changed("of:", "off:") + "  nowhere: x\n"}},
                      {"chen.yaml"}) == "M0023 M0020 M0116");
}

TEST_CASE("a translation given alone is read with what it belongs to") {
  CHECK(codes_in_tree({{"chen.yaml", kCustomer}, {"chen.zh-CN.yaml", changed("role:", "roel:")}},
                      {"chen.zh-CN.yaml"}) == "M0110");
  CHECK(codes_in_tree({{"chan.zh-CN.yaml", kWhole}}, {"chan.zh-CN.yaml"}) == "M0113");
  CHECK(codes_in_tree({{"chan.yaml", kWhole}}, {"chan.yaml"}) == "M0113");
}

TEST_CASE("a copy of a scenario with a short word in its name is no translation") {
  CHECK(codes_in_tree({{"base.yaml", base_scenario()}, {"base.old.yaml", base_scenario()}},
                      {"base.yaml"}) == "");
}
