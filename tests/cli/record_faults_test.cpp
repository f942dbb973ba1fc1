// What is wrong with the records while somebody plays, done to them for real: the game goes on, one
// clear sentence says it, and the result follows once.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "engine/records/sql_connection.h"
#include "engine/records/store.h"
#include "tests/cli/records_home.h"
#include "tests/support/child.h"
#include "tests/support/temporary_folder.h"

using Catch::Contains;
using mot::test::data;
using mot::test::json_in;
using mot::test::Ran;
using mot::test::TemporaryFolder;

namespace {

mot::test::Environment records_in(const std::string& store) { return {{"MOT_STORE", store}}; }

/// Without the line ends that fit it to a terminal.
std::string unwrapped(const std::string& text) {
  std::istringstream words(text);
  std::string out;
  for (std::string word; words >> word;) out += word + ' ';
  return out;
}

/// Plays twice while something is wrong, then once when it is mended; `cause` is in the sentence.
void check_fault(const TemporaryFolder& home,
                 const std::string& store,
                 const std::string& cause,
                 const std::function<void()>& mend) {
  for (int i = 0; i < 2; ++i) {
    const Ran ran = play_at(home, "Li Na", records_in(store));
    CHECK(ran.code == 0);
    CHECK_THAT(unwrapped(ran.out + ran.err), Contains("kept on this machine") && Contains(cause));
  }
  mend();
  const Ran after = play_at(home, "Li Na", records_in(store));
  CHECK_THAT(unwrapped(after.out + after.err), !Contains("kept on this machine"));
  CHECK(listed_at(home, {}, records_in(store)) == 3);
  CHECK(listed_at(home, {}, records_in(store)) == 3);
}

}  // namespace

TEST_CASE("a damaged file stops no game, and the results follow") {
  const TemporaryFolder home;
  const std::string store = home / "centre.sqlite";
  std::ofstream(store) << std::string(3000, 'x');
  check_fault(home, store, "are damaged", [&] {
    CHECK(run_at(home, {"records", "list"}, records_in(store)).code == 3);
    std::filesystem::remove(store);
  });
}

TEST_CASE("tables of a newer program stop no game, and the results follow") {
  const TemporaryFolder home;
  const std::string store = home / "centre.sqlite";
  REQUIRE(mot::open_store(store));
  const auto connection = mot::connect_sqlite(store, mot::kPatience);
  REQUIRE(connection);
  const int version = *(*connection)->schema_version();
  REQUIRE((*connection)->set_schema_version(99));
  check_fault(home, store, "newer version of this program",
              [&] { REQUIRE((*connection)->set_schema_version(version)); });
}

TEST_CASE("a file that another program keeps locked stops no game, and the results follow") {
  const TemporaryFolder home;
  const std::string store = home / "centre.sqlite";
  REQUIRE(mot::open_store(store));
  const auto other = mot::connect_sqlite(store, mot::kPatience);
  REQUIRE(other);
  REQUIRE((*other)->begin());
  check_fault(home, store, "locked for 2.0 seconds", [&] { REQUIRE((*other)->commit()); });
}

TEST_CASE("a full disk stops no game, and the results follow") {
  const TemporaryFolder home;
  std::filesystem::create_directory(home / "disk");
  mot::test::Child child([&](const mot::test::Child::Say& say) {
    constexpr std::size_t kDisk = 512 * 1024;
    if (!mot::test::mount_small_disk(home / "disk", kDisk)) return mot::test::kNotPossible;
    const std::string store = home / "disk/centre.sqlite";
    if (play_at(home, "Li Na", records_in(store)).code != 0) return 1;
    std::ofstream(home / "disk/ballast") << std::string(kDisk, 'x');
    const Ran full = play_at(home, "Li Na", records_in(store));
    say(full.out + full.err);
    std::filesystem::remove(home / "disk/ballast");
    if (full.code != 0 || play_at(home, "Li Na", records_in(store)).code != 0) return 2;
    return static_cast<int>(10 + listed_at(home, {}, records_in(store)));
  });
  const int code = child.wait();
  if (code == mot::test::kNotPossible) {
    WARN("not tested: mounting a small disk is not allowed here");
    return;
  }
  CHECK(code == 13);
  CHECK_THAT(unwrapped(child.said()), Contains("kept on this machine") && Contains("is full"));
}

TEST_CASE("a server that is away stops no game, and the results wait") {
  const TemporaryFolder home;
  // The first port is nobody's.
  const std::string store = "postgresql://seat:secret@127.0.0.1:1/training";
  for (int i = 0; i < 2; ++i) {
    const Ran ran = play_at(home, "Li Na", records_in(store));
    CHECK(ran.code == 0);
    CHECK_THAT(ran.out + ran.err, Contains("kept on this machine") && !Contains("secret"));
    CHECK(ran.seconds < 10);
  }
  std::size_t waiting = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(home.path())) {
    const std::string path = file.path().string();
    waiting += path.find("/outbox/") != std::string::npos && file.path().extension() == ".json";
  }
  CHECK(waiting == 2);
}
