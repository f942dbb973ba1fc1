#include "game/window/options.h"

#include <catch2/catch.hpp>

using mot::parse_window_options;

TEST_CASE("options are read in both spellings") {
  const auto o = parse_window_options(
      {"leak", "--lang", "zh-CN", "--seed=7", "--clock", "fixed", "--dump-ids", "--skip-unseen"});
  CHECK(o.error.empty());
  CHECK(o.scenario == "leak");
  CHECK(o.language == "zh-CN");
  CHECK(o.seed == 7U);
  CHECK(o.fixed_clock);
  CHECK(o.dump_ids);
  CHECK(o.skip_unseen);
}

TEST_CASE("a wrong word is named with what is wanted") {
  CHECK(parse_window_options({"--sed", "1"}).error ==
        "unknown option '--sed'; see mot-window --help");
  CHECK(parse_window_options({"--seed", "-1"}).error ==
        "'--seed' needs a whole number from 0 to 4294967295, not '-1'");
  CHECK(parse_window_options({"--window-size", "12"}).error ==
        "'--window-size' needs a size like 1280x720, not '12'");
  CHECK(parse_window_options({"--lang"}).error == "'--lang' needs a language tag");
  CHECK(parse_window_options({"a", "b"}).error == "only one scenario can be opened: 'a' or 'b'");
}
