#include "engine/authoring/condition_words.h"

#include <catch2/catch.hpp>

namespace {

std::string read(const std::string& condition) {
  const mot::UiStrings words(std::string(MOT_SOURCE_DIR) + "/assets/lang", "en");
  const auto spans = mot::YamlSpans::parse("needs: { baby: The baby sleeps. }\n").value();
  return mot::condition_in_words(condition, spans, words);
}

}  // namespace

TEST_CASE("A condition is read in plain words") {
  CHECK(read("knows(baby) and mood < -20") ==
        "the trainee knows “The baby sleeps.” and the mood is less than -20");
  CHECK(read("not (visited( hub ) or chose(a.b))") ==
        "not (“hub” was visited or “a.b” was chosen)");
  CHECK(read("promised_minutes>=turn+1") ==
        "promised_minutes is at least the number of choices + 1");
  CHECK(read("").empty());
}

TEST_CASE("What is half written is read as far as it goes") {
  CHECK(read("knows(") == "the trainee knows “”");
  CHECK(read("§ x") != "");
}
