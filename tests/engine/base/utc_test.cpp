#include "engine/base/utc.h"

#include <catch2/catch.hpp>

using mot::seconds_of_utc;
using mot::utc_of_seconds;

TEST_CASE("times are seconds since the beginning of 1970") {
  CHECK(seconds_of_utc("1970-01-01T00:00:00Z") == 0);
  CHECK(seconds_of_utc("2001-09-09T01:46:40Z") == 1'000'000'000);
  CHECK(seconds_of_utc("2024-02-29T12:00:00Z") == 1'709'208'000);
  CHECK(seconds_of_utc("1969-12-31T23:59:59Z") == -1);
  CHECK(seconds_of_utc("2001-09-09") == 1'000'000'000 - 6400);
}

TEST_CASE("seconds give the time they came from") {
  for (const char* time : {"1970-01-01T00:00:00Z", "2000-02-29T23:59:59Z", "2026-11-21T20:15:00Z",
                           "1900-03-01T00:00:01Z", "2100-12-31T12:30:45Z", "9999-12-31T23:59:59Z",
                           "0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z"}) {
    CHECK(utc_of_seconds(*seconds_of_utc(time)) == time);
  }
}

TEST_CASE("what is no time is none") {
  for (const char* text :
       {"", "2026", "2026-13-01", "2026-00-01", "2026-01-32", "2026-1-1", "2026-11-21 20:15:00",
        "2026-11-21T20:15:00", "2026-11-21T24:15:00Z", "2026-11-21T20:60:00Z", "yesterday"}) {
    CHECK_FALSE(seconds_of_utc(text));
  }
}
