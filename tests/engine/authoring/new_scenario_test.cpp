#include "engine/authoring/new_scenario.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/scenario/loader.h"

namespace {

const std::string kAssets = std::string(MOT_SOURCE_DIR) + "/assets";

std::shared_ptr<const mot::Scenario> loaded(const std::string& text) {
  mot::DiagnosticSink sink;
  return mot::load_scenario_text("new.yaml", text, {}, sink).scenario;
}

}  // namespace

TEST_CASE("There are templates for what trainers meet most") {
  const std::vector<std::string> names = mot::template_names(kAssets);
  for (const char* name : {"complaint", "welcome", "bad-news", "follow-up-call", "sale", "blank"})
    CHECK(std::count(names.begin(), names.end(), name) == 1);
  CHECK(mot::template_names("/nowhere").empty());
}

TEST_CASE("A new scenario has its own id and title, and is good at once in both languages") {
  for (const char* language : {"en", "zh-CN"}) {
    for (const std::string& name : mot::template_names(kAssets)) {
      INFO(language << " " << name);
      for (const char* title : {"A key, \"lent\": # one", "钥匙", "- no"}) {
        const auto text = mot::new_scenario_text(kAssets, {name, "lent-key", title, language});
        REQUIRE(text);
        const auto scenario = loaded(*text);
        REQUIRE(scenario);
        CHECK(scenario->id == "lent-key");
        CHECK(scenario->texts[scenario->title].text == title);
        CHECK(scenario->language[0] == language);
        CHECK(text->find(" " + name + ".yaml") == std::string::npos);
      }
    }
  }
}

TEST_CASE("Without a title, and in a language without templates, it is the English one") {
  const auto text = mot::new_scenario_text(kAssets, {"sale", "own", "", "fr"});
  REQUIRE(text);
  CHECK(loaded(*text)->language[0] == "en");
  CHECK(text->find("\ntitle: The quiet one\n") != std::string::npos);
  CHECK_FALSE(mot::new_scenario_text(kAssets, {"none", "own", "", "en"}));
}

TEST_CASE("A template that was read once gives the text of every id and title") {
  const auto text = mot::template_text(kAssets, {"sale", "", "", "zh-CN"});
  REQUIRE(text);
  for (const char* title : {"", "钥匙"}) {
    const mot::NewScenario wanted{"sale", "lent-key", title, "zh-CN"};
    CHECK(mot::text_from_template(*text, wanted) == *mot::new_scenario_text(kAssets, wanted));
  }
  CHECK_FALSE(mot::template_text(kAssets, {"none", "own", "", "en"}));
}

TEST_CASE("An id is made of the title, and is not one that is taken") {
  CHECK(mot::proposed_id("The lent key!", "sale", {}) == "the-lent-key");
  CHECK(mot::proposed_id("The lent key", "sale", {"the-lent-key"}) == "the-lent-key-2");
  CHECK(mot::proposed_id("借出的钥匙", "sale", {}) == "sale");
  CHECK(mot::proposed_id("", "sale", {"sale", "sale-2"}) == "sale-3");
  CHECK(mot::proposed_id(std::string(200, 'a'), "sale", {std::string(60, 'a')}) ==
        std::string(60, 'a') + "-2");
}

TEST_CASE("An author's own file stands where copies of its setting do") {
  CHECK(mot::own_scenario_path("mot: 1\nid: a\nsetting: shop\nmoments:\n", "/own", "a") ==
        "/own/shop/a.yaml");
  CHECK(mot::own_scenario_path("mot: 1\nid: a\nmoments:\n", "/own", "a") == "/own/own/a.yaml");
}
