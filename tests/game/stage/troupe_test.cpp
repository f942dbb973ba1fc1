// Who stands on the stage with whom.
#include "game/stage/troupe.h"

#include <catch2/catch.hpp>
#include <string>

using mot::Feeling;

namespace {

constexpr float kFrame = 1.F / 60;

// The customer is "", the cast has a, b and c.
class Rehearsal {
 public:
  Rehearsal() : wardrobe_(std::filesystem::path(MOT_SOURCE_DIR) / "assets") {
    for (const char* id : {"a", "b", "c"}) {
      mot::CastMember member;
      member.id = id;
      scenario_.cast.push_back(member);
    }
  }

  // Whoever of `speakers` speaks in turn, in that place; the customer is '-'. Who listens at the
  // end: "none", "-", "a" …
  std::string said(const std::string& speakers, const std::string& place = "desk/0") {
    for (const char speaker : speakers) {
      troupe.bring(speaker == '-' ? "" : std::string(1, speaker), Feeling::neutral, place);
      for (int frame = 0; frame < 36; ++frame) {
        troupe.update(kFrame, false);
      }
    }
    const std::string* listener = troupe.listener();
    return listener == nullptr ? "none" : listener->empty() ? "-" : *listener;
  }

 private:
  mot::Wardrobe wardrobe_;
  mot::Scenario scenario_;

 public:
  mot::Troupe troupe{wardrobe_, scenario_, false};
};

}  // namespace

TEST_CASE("whoever spoke before stays and listens", "[troupe]") {
  Rehearsal stage;
  CHECK(stage.said("-") == "none");
  CHECK(stage.said("-") == "none");
  CHECK(stage.said("a") == "-");
  CHECK(stage.said("a") == "-");
  CHECK(stage.said("-") == "a");
}

TEST_CASE("a third takes the place of whoever spoke longest ago, and the customer comes back",
          "[troupe]") {
  Rehearsal stage;
  CHECK(stage.said("-ab") == "a");
  CHECK(stage.said("c") == "b");
  CHECK(stage.said("-") == "c");
  CHECK(stage.said("b") == "-");
}

TEST_CASE("whoever is in another place is not on the stage", "[troupe]") {
  Rehearsal stage;
  CHECK(stage.said("-a") == "-");
  CHECK(stage.said("-", "desk/1") == "none");  // on the telephone
  CHECK(stage.said("a", "street/0") == "none");
  CHECK(stage.said("-", "street/0") == "a");
}

TEST_CASE("the stage comes to rest, and is cleared at once", "[troupe]") {
  Rehearsal stage;
  stage.said("-a");
  CHECK_FALSE(stage.troupe.busy());
  CHECK(stage.troupe.moving());  // both breathe
  stage.troupe.bring("b", Feeling::angry, "desk/0");
  CHECK(stage.troupe.busy());
  stage.troupe.clear();
  CHECK(stage.said("-") == "none");
  CHECK_FALSE(stage.troupe.busy());
}

TEST_CASE("at once nobody moves to where they stand", "[troupe]") {
  Rehearsal stage;
  stage.troupe.bring("", Feeling::neutral, "desk/0", true);
  stage.troupe.bring("a", Feeling::neutral, "desk/0", true);
  CHECK_FALSE(stage.troupe.busy());
  CHECK(stage.said("a") == "-");
}
