#include "engine/scenario/reading.h"

#include <catch2/catch.hpp>

#include "tests/support/findings.h"

namespace {

// A scenario in `own` whose title is translated into each tag, as the tag itself.
mot::Scenario titled(std::string_view own, std::initializer_list<const char*> tags) {
  mot::Scenario s;
  s.language = {own, own, own};
  s.title = 1;
  s.texts.push_back({"own", mot::TextOrigin::scenario});
  for (const char* tag : tags) {
    mot::Translation translation;
    translation.language = tag;
    translation.texts = {{}, tag};
    s.translations.push_back(translation);
  }
  return s;
}

std::string_view read(const mot::Scenario& s, std::string_view language) {
  return mot::Reading(s, language)(s.title);
}

}  // namespace

TEST_CASE("a text falls back: exact tag, shorter tag, another variant, the file's own") {
  const mot::Scenario s = titled("en", {"zh", "zh-CN", "zh-TW", "de"});
  CHECK(read(s, "zh-CN") == "zh-CN");
  CHECK(read(s, "zh-Hant-TW") == "zh");
  CHECK(read(s, "zh-HK") == "zh");
  CHECK(read(s, "de-AT") == "de");
  CHECK(read(s, "fr") == "own");
  CHECK(read(s, "en") == "own");
  CHECK(read(s, "") == "own");
  CHECK(read(titled("en", {"zh-CN"}), "zh-TW") == "zh-CN");
}

TEST_CASE("the file's own language goes before a farther variant of it") {
  const mot::Scenario s = titled("en", {"en-US"});
  CHECK(read(s, "en") == "own");
  CHECK(read(s, "en-GB") == "own");
  CHECK(read(s, "en-US") == "en-US");
}

TEST_CASE("capitals make no difference to a tag") {
  CHECK(read(titled("en", {"zh-CN"}), "ZH-cn") == "zh-CN");
}

TEST_CASE("an empty translation falls back further") {
  mot::Scenario s = titled("en", {"zh-CN", "zh"});
  s.translations[0].texts[1] = {};
  CHECK(read(s, "zh-CN") == "zh");
}

TEST_CASE("no text reads as empty, line ends are trimmed on request") {
  mot::Scenario s = titled("en", {});
  s.texts[1].text = "two\nlines\n";
  const mot::Reading reading(s, "en");
  CHECK(reading(mot::kNoText) == "");
  CHECK(reading.trimmed(1) == "two\nlines");
  CHECK(reading.language() == "en");
}

TEST_CASE("languages are the own first, then each of the translations once") {
  const mot::Scenario s = titled("en", {"zh-CN", "de", "zh-cn"});
  CHECK(mot::languages_of(s) == std::vector<std::string>{"en", "zh-CN", "de"});
}
