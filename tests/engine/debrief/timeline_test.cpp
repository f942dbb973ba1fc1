// The timeline, on one small encounter.
#include "engine/debrief/timeline.h"

#include <catch2/catch.hpp>

#include "tests/support/debriefed.h"

namespace mot {

using namespace test;

TEST_CASE("the timeline has stages, the peak, the end, and the best play beside it") {
  const Debriefed made = debriefed(leak().play({"call.form", "when.soon"}));
  const Timeline& timeline = made.debrief.timeline;
  REQUIRE(timeline.bands.size() == 2);
  CHECK(timeline.bands[0].count == 1);
  CHECK(timeline.bands[1].first == 1);
  CHECK(*timeline.peak == 0);
  CHECK(*timeline.end == 1);
  REQUIRE(timeline.best.size() == 2);
  CHECK(timeline.best[0].place == 0);
  CHECK(timeline.best[1].place == 1);
  CHECK(*timeline.best[1].satisfaction > *timeline.points[1].satisfaction);
}

}  // namespace mot
