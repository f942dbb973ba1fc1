#include "engine/outcome/nps.h"

#include <catch2/catch.hpp>

using mot::NpsCounts;
using mot::NpsInterval;

namespace {

NpsCounts counts(std::int64_t promoters, std::int64_t detractors, std::int64_t customers) {
  return {promoters, customers - promoters - detractors, detractors};
}

}  // namespace

TEST_CASE("the score and its interval are those of the worked examples") {
  struct Example {
    NpsCounts counts;
    double plain;
    double centre;
    double half_width;
  };
  for (const Example& example : {Example{counts(13, 6, 31), 22.6, 20.6, 25.2},
                                 Example{counts(105, 28, 201), 38.3, 37.7, 9.9}}) {
    CHECK(*mot::nps(example.counts) == Approx(example.plain).margin(0.05));
    const NpsInterval interval = *mot::nps_interval(example.counts);
    CHECK(interval.centre == Approx(example.centre).margin(0.05));
    CHECK(interval.half_width == Approx(example.half_width).margin(0.05));
    CHECK(interval.low() == interval.centre - interval.half_width);
    CHECK(interval.high() == interval.centre + interval.half_width);
  }
}

TEST_CASE("below ten answers there is no score and no interval") {
  CHECK_FALSE(mot::nps(counts(9, 0, 9)));
  CHECK_FALSE(mot::nps_interval(counts(9, 0, 9)));
  CHECK_FALSE(mot::nps(NpsCounts{}));
  CHECK(mot::nps(counts(10, 0, 10)) == 100.0);
  CHECK(mot::nps_interval(counts(10, 0, 10)));
}

TEST_CASE("an interval stays within -100 and 100") {
  const NpsInterval all = *mot::nps_interval(counts(10, 0, 10));
  CHECK(all.high() == 100.0);
  CHECK(all.low() < 82.7);
  const NpsInterval none = *mot::nps_interval(counts(0, 10, 10));
  CHECK(none.low() == -100.0);
  CHECK(none.low() <= none.high());
}
