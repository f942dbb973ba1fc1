// The sentence that says why this one is next (engine/curriculum/why.h).
#include "engine/curriculum/why.h"

#include <catch2/catch.hpp>

namespace {

mot::UiStrings words(const char* language) {
  return {std::string(MOT_SOURCE_DIR) + "/assets/lang", language};
}

mot::NextExercise next(mot::NextReason reason) {
  mot::NextExercise made;
  made.reason = reason;
  made.weakest = mot::Skill{false, 3};
  made.chance = 0.704;
  return made;
}

}  // namespace

TEST_CASE("the sentence names the encounter and what speaks for it") {
  const auto en = words("en");
  CHECK(why_text(next(mot::NextReason::example), "Listen", {}, en) ==
        "Begin with “Listen”: it shows how it is done.");
  const std::string need = why_text(next(mot::NextReason::need), "Listen", {}, en);
  CHECK(need.find("“Listen”") != std::string::npos);
  CHECK(need.find("Empathy") != std::string::npos);
  CHECK(need.find("70 times") != std::string::npos);
  mot::Card card;
  card.last = 86'400;
  CHECK(why_text(next(mot::NextReason::review), "Listen", card, en).find("1970-01-02") !=
        std::string::npos);
  mot::NextExercise plain;
  CHECK(why_text(plain, "Listen", {}, en) == "Play “Listen”.");
  CHECK(why_text(next(mot::NextReason::need), "听", {}, words("zh-CN")).find("听") !=
        std::string::npos);
}
