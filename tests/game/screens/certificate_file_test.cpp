// A course's certificate: where it is written, under which name.
#include "game/screens/certificate_file.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/course_attempts.h"
#include "tests/support/temporary_folder.h"

using namespace mot;

TEST_CASE("a certificate is a file of its own, called by course, learner and day") {
  const Standing standing = standing_of({test::attempt_at("twice-the-water", "2026-01-01", 10),
                                         test::attempt_at("late-arrival", "2026-01-02", 70),
                                         test::attempt_at("the-bad-survey", "2026-01-03", 70),
                                         test::attempt_at("check-out", "2026-01-04", 70)},
                                        {test::branched_course("a", true)}, 0);
  const test::TemporaryFolder folder;
  const auto path = write_certificate(folder / "certificates", standing.courses[0], "Li Na / 李娜",
                                      [](std::string_view) { return nullptr; },
                                      {std::string(MOT_SOURCE_DIR) + "/assets/lang", "en"});
  REQUIRE(path);
  CHECK(std::filesystem::path(*path).filename() == "a-Li-Na-李娜-2026-01-04.pdf");
  CHECK(std::filesystem::file_size(*path) > 2000);
}

TEST_CASE("names become names of files without anything that a path is made of") {
  CHECK(name_for_file("../../etc/passwd") == "etc-passwd");
  CHECK(name_for_file("李娜") == "李娜");
  CHECK(name_for_file("  ").empty());
  CHECK(name_for_file(std::string(500, 'x')).size() <= 80);
}
