// The corpus of tests/data/smells: for every smell of the catalogue (and M0089, which is found the
// same way) a scenario named after it, with what `mot check` prints about it beside it in
// <code>.expected. Run with MOT_UPDATE_EXPECTED=1 to write the .expected files anew, then read them
// as a trainer would.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <string>

#include "engine/base/catalogue.h"
#include "tests/cli/program.h"

using namespace mot::test;

namespace {

bool found_by_analysis(std::string_view code) { return code.front() == 'S' || code == "M0089"; }

}  // namespace

TEST_CASE("Every smell has a scenario that shows it, and is told in these words", "[e2e]") {
  std::size_t shown = 0;
  for (const mot::CatalogueEntry& entry : mot::catalogue()) {
    if (!found_by_analysis(entry.code)) continue;
    const std::string code(entry.code);
    INFO(code);
    Running running;
    running.folder = source("tests/data/smells");
    const std::string told = run_mot({"check", code + ".yaml"}, running).out;
    const std::string expected = source("tests/data/smells/" + code + ".expected");
    if (std::getenv("MOT_UPDATE_EXPECTED") != nullptr) std::ofstream(expected) << told;
    CHECK(told == content_of(expected));
    CHECK(told.find("[" + code + "]") != std::string::npos);
    ++shown;
  }
  CHECK(shown >= 26);
}
