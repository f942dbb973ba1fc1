#include "game/stage/puppet.h"

#include <catch2/catch.hpp>

using mot::Feeling;
using mot::Puppet;

namespace {

constexpr float kFrame = 1.F / 60;

void run(Puppet& puppet, float seconds, bool calm = false) {
  for (float t = 0; t < seconds; t += kFrame) {
    puppet.update(kFrame, calm);
  }
}

}  // namespace

TEST_CASE("a feeling is shown after its fade") {
  Puppet puppet;
  puppet.set_feeling(Feeling::angry);
  run(puppet, 0.5F);
  const auto pose = puppet.pose();
  REQUIRE(pose.brows.size() == 1);
  CHECK(pose.brows[0].name == "angry");
  REQUIRE(pose.arms.size() == 1);
  CHECK(pose.arms[0].name == "point");
  CHECK(pose.extras.at(0).name == "extra-flush");
}

TEST_CASE("delight opens its eyes after a while") {
  Puppet puppet;
  puppet.set_feeling(Feeling::delighted, true);
  CHECK(puppet.pose().eyes.at(0).name == "happy");
  CHECK(puppet.busy());
  run(puppet, 1.6F);
  CHECK(puppet.pose().eyes.at(0).name == "open");
}

TEST_CASE("a calm customer comes to rest but for the blink") {
  Puppet puppet;
  run(puppet, 2, true);
  int moving = 0;
  int blinks = 0;
  for (int i = 0; i < 60 * 20; ++i) {
    puppet.update(kFrame, true);
    moving += puppet.moving() ? 1 : 0;
    blinks += puppet.pose().eyes.at(0).name == "closed" ? 1 : 0;
  }
  CHECK(blinks > 10);
  CHECK(moving < 120);
  CHECK(puppet.pose().body_scale == 1);
}

TEST_CASE("talking changes the mouth and rests at a full stop") {
  Puppet puppet;
  puppet.talk(true);
  run(puppet, 1);
  puppet.spoken(U'。');
  puppet.update(kFrame, false);
  CHECK(puppet.pose().mouths.back().name == "neutral");
  run(puppet, 0.5F);
  CHECK(puppet.busy());
  puppet.talk(false);
  run(puppet, 0.3F);
  CHECK(puppet.pose().mouths.back().name == "neutral");
  CHECK_FALSE(puppet.busy());
}

TEST_CASE("without motion nothing slides or breathes") {
  Puppet puppet;
  puppet.set_still(true);
  puppet.set_feeling(Feeling::confused);
  puppet.update(kFrame, false);
  CHECK(puppet.pose().head_tilt == 5);
  CHECK(puppet.pose().body_scale == 1);
}

TEST_CASE("the same seed moves the same way") {
  Puppet a(5);
  Puppet b(5);
  for (Puppet* p : {&a, &b}) {
    p->talk(true);
    run(*p, 7);
  }
  CHECK(a.pose().mouths.back().name == b.pose().mouths.back().name);
  CHECK(a.pose().head_tilt == b.pose().head_tilt);
}

TEST_CASE("whoever listens looks to whoever speaks, and blinks") {
  Puppet puppet;
  puppet.set_feeling(Feeling::delighted, true);
  puppet.listen(Puppet::Listening::to_right);
  run(puppet, 0.5F);
  CHECK(puppet.pose().eyes.back().name == "aside");
  CHECK(puppet.pose().eyes_mirrored);
  CHECK(puppet.pose().head_x > 3);
  CHECK_FALSE(puppet.busy());
  int blinks = 0;
  for (int i = 0; i < 60 * 10; ++i) {
    puppet.update(kFrame, false);
    blinks += puppet.pose().eyes.at(0).name == "closed" ? 1 : 0;
  }
  CHECK(blinks > 5);
  puppet.listen(Puppet::Listening::no);
  run(puppet, 2);
  CHECK_FALSE(puppet.pose().eyes_mirrored);
  CHECK(puppet.pose().eyes.back().name != "aside");
}

TEST_CASE("at once, and to the other side") {
  Puppet puppet;
  puppet.listen(Puppet::Listening::to_left, true);
  CHECK(puppet.pose().eyes.back().name == "aside");
  CHECK_FALSE(puppet.pose().eyes_mirrored);
  CHECK(puppet.pose().head_x < -3);
}
