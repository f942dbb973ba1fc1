// The list of terms as the glossary page shows it (engine/text/glossary.h).
#include "engine/text/glossary.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace {

std::string list(const mot::test::TemporaryFolder& folder) {
  std::ofstream(folder.path() / "glossary.yaml") << R"(touchpoint:
  en: { term: "Touchpoint", means: "Where customer and company meet." }
  zh-CN: { term: 触点, means: "相遇的地方。" }
churn:
  en: { term: "churn", means: "Customers who leave." }
)";
  return folder / "glossary.yaml";
}

}  // namespace

TEST_CASE("terms stand by the alphabet in English, in the list's order with English in Chinese") {
  const mot::test::TemporaryFolder folder;
  const auto english = mot::read_glossary(list(folder), "en");
  REQUIRE(english.size() == 2);
  CHECK(english[0].term == "churn");
  CHECK(english[1].term == "Touchpoint");
  CHECK(english[1].english.empty());
  const auto chinese = mot::read_glossary(list(folder), "zh-CN");
  REQUIRE(chinese.size() == 2);
  CHECK(chinese[0].term == "触点");
  CHECK(chinese[0].english == "Touchpoint");
  CHECK(chinese[1].term == "churn");  // not translated
}

TEST_CASE("a search finds every word in term or meaning, whatever the capitals") {
  const mot::test::TemporaryFolder folder;
  const auto english = mot::read_glossary(list(folder), "en");
  CHECK(mot::terms_with(english, "").size() == 2);
  CHECK(mot::terms_with(english, "customer").size() == 2);
  CHECK(mot::terms_with(english, "COMPANY touch").size() == 1);
  CHECK(mot::terms_with(english, "company leave").empty());
  CHECK(mot::terms_with(mot::read_glossary(list(folder), "zh-CN"), "touchpoint").size() == 1);
}

TEST_CASE("a list that is not there gives no terms") {
  CHECK(mot::read_glossary("/nowhere/glossary.yaml", "en").empty());
}

TEST_CASE("every term of the programme's own list is there in both languages") {
  const std::string path = std::string(MOT_SOURCE_DIR) + "/assets/glossary.yaml";
  const auto english = mot::read_glossary(path, "en");
  const auto chinese = mot::read_glossary(path, "zh-CN");
  CHECK(english.size() > 40);
  REQUIRE(chinese.size() == english.size());
  for (const mot::GlossaryTerm& term : chinese) {
    INFO(term.term);
    CHECK_FALSE(term.english.empty());
    CHECK_FALSE(term.means.empty());
  }
}
