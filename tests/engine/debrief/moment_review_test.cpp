// What a debrief says of each moment, on one small encounter.
#include "engine/debrief/moment_review.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/debriefed.h"

namespace mot {

using namespace test;

TEST_CASE("a moment shows what was said, expected, and what else could have been said") {
  const Debriefed made = debriefed(leak().play({"call.form", "when.soon"}));
  const MomentReview& call = made.debrief.moments[0];
  CHECK(call.title == "The call");
  CHECK(call.said->text == "It drips!");
  CHECK(call.reply->text == "My name?!");
  CHECK(call.thoughts == std::vector<std::string>{"Not again."});
  CHECK(call.label == MomentLabel::misery);
  REQUIRE(call.dimensions.size() == 1);
  CHECK(call.dimensions[0].verdict == Verdict::missed);
  CHECK(call.dimensions[0].difference == -3);
  CHECK(call.chosen().id == "form");
  CHECK_FALSE(call.chosen().by_coach);
  CHECK(call.chosen().reason.find("Empathy") != std::string::npos);
  REQUIRE(call.best() != nullptr);
  CHECK(call.best()->id == "ask");
  CHECK(call.best()->reason == "Ask first.");
  CHECK(call.best()->reply == "The baby.");
  CHECK(call.best()->effect == "At once +1.00; in the end nothing is better.");
  REQUIRE(call.needs.size() == 1);
  CHECK_FALSE(call.needs[0].found);
  REQUIRE(call.standards.size() == 1);
  CHECK_FALSE(call.standards[0].met);
}

TEST_CASE("a wait stands beside what was acceptable") {
  const Debriefed made = debriefed(leak().play({"call.ask", "when.ten"}));
  REQUIRE(made.debrief.moments[1].wait);
  CHECK(made.debrief.moments[1].wait->minutes == 40);
  CHECK(made.debrief.moments[1].wait->acceptable == 20);
  CHECK(made.debrief.timeline.points[1].wait == 40);
  // Expected 8, 40 of 20 minutes: 8 + 4·(20 − 40)/20 = 4.
  CHECK(made.debrief.moments[1].dimensions[0].delivered == 4);
}

TEST_CASE("confidence is held against how good the choice was") {
  Session session = leak().play({"call.form"});
  session.note_confidence(Confidence::sure);
  const Debriefed made = debriefed(session);
  CHECK(made.debrief.moments[0].confidence_text ==
        "You were sure. That makes this one worth a second look.");
}

}  // namespace mot
