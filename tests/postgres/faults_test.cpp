// What can go wrong with a server, done to it for real: killed in mid-write, not there, hanging,
// refusing the user.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

#include "engine/records/keep_attempts.h"
#include "engine/records/sql_connection.h"
#include "tests/postgres/test_server.h"
#include "tests/support/attempts.h"
#include "tests/support/child.h"
#include "tests/support/many_writers.h"
#include "tests/support/temporary_folder.h"

using namespace mot::test;
using Catch::Contains;

namespace {

constexpr int kShortPatience = 300;

std::vector<std::string> ids_in(const std::string& uri) {
  std::vector<std::string> ids;
  REQUIRE(opened(uri)->visit({}, [&](const mot::Attempt& attempt) {
    ids.push_back(attempt.id);
    return true;
  }));
  return ids;
}

std::string refusal_of(const std::string& uri) {
  const auto store = mot::open_store(uri, kShortPatience);
  REQUIRE_FALSE(store);
  return store.error().message;
}

/// The sender works beside the test.
void wait_until_sent(const mot::RecordsPlace& place) {
  const mot::Outbox outbox(place.outbox, place.store);
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (outbox.waiting() > 0 && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  REQUIRE(outbox.waiting() == 0);
}

/// A server that takes calls and never says a word.
class SilentServer {
 public:
  SilentServer() {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(socket_, 5) == 0);
    REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  ~SilentServer() { ::close(socket_); }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;

  std::string uri() const { return fmt::format("postgresql://test@127.0.0.1:{}/mot", port_); }

 private:
  int socket_ = -1;
  int port_ = 0;
};

}  // namespace

TEST_CASE("what was put before the server was killed is there, once") {
  const std::string uri = fresh_database();
  REQUIRE(opened(uri));
  Child child([&](const Child::Say& say) {
    auto store = mot::open_store(uri);
    if (!store) return 1;
    for (std::size_t i = 0;; ++i) {
      const auto put = (*store)->put(numbered_attempt(i));
      if (!put) {
        say(put.error().message);
        return 2;
      }
      say(fmt::format("{}", i));
    }
  });
  child.wait_for_lines(20);
  kill_server();
  CHECK(child.wait() == 2);
  start_server();
  CHECK_THAT(child.said(), Contains("cannot be reached") && Contains("see that it runs"));
  const std::vector<std::string> ids = ids_in(uri);
  const std::set<std::string> distinct(ids.begin(), ids.end());
  CHECK(distinct.size() == ids.size());
  std::istringstream lines(child.said());
  std::size_t announced = 0;
  for (std::size_t i = 0; lines >> i; ++announced) CHECK(distinct.count(uuid(i)) == 1);
  CHECK(announced >= 20);
  // One may have been put and not announced any more.
  CHECK(ids.size() <= announced + 1);
}

TEST_CASE("while the server is away attempts wait, and follow once and in order") {
  const std::string uri = fresh_database();
  const TemporaryFolder folder;
  const mot::RecordsPlace place{uri, folder / "outbox", kShortPatience};
  std::vector<std::string> expected;
  {
    mot::AttemptKeeper keeper(place);
    for (const std::size_t number : {7U, 3U, 9U, 1U}) {
      if (number == 3) kill_server();
      const mot::Kept kept = keeper.keep(numbered_attempt(number));
      if (number == 7) wait_until_sent(place);
      // A busy machine may not know yet.
      const bool said = kept.where == mot::Keeping::waiting;
      if (said) CHECK_THAT(kept.cause, Contains("cannot be reached"));
      CHECK((number == 7 || said || kept.where == mot::Keeping::on_its_way));
      expected.push_back(uuid(number));
    }
    start_server();
    keeper.keep(numbered_attempt(2));
    wait_until_sent(place);
    expected.push_back(uuid(2));
  }
  CHECK(ids_in(uri) == expected);
}

TEST_CASE("an attempt that is told more about while it is sent arrives with that") {
  const std::string uri = fresh_database();
  const TemporaryFolder folder;
  const mot::RecordsPlace place{uri, folder / "outbox", kShortPatience};
  mot::AttemptKeeper keeper(place);
  for (std::size_t i = 0; i < 30; ++i) {
    mot::Attempt attempt = numbered_attempt(i);
    attempt.score.reset();
    keeper.keep(attempt);
    keeper.keep(numbered_attempt(i));
  }
  wait_until_sent(place);
  const auto stored = attempts_in(*opened(uri));
  REQUIRE(stored);
  REQUIRE(stored->size() == 30);
  for (std::size_t i = 0; i < 30; ++i) CHECK((*stored)[i] == numbered_attempt(i));
}

TEST_CASE("a server that hangs keeps nobody waiting") {
  const SilentServer server;
  const TemporaryFolder folder;
  const auto begin = std::chrono::steady_clock::now();
  {
    mot::AttemptKeeper keeper({server.uri(), folder / "outbox", kShortPatience});
    CHECK(keeper.keep(numbered_attempt(1)).where == mot::Keeping::on_its_way);
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
  CHECK(mot::Outbox(folder / "outbox", server.uri()).waiting() == 1);
}

TEST_CASE("a server that is not there, and one that hangs, are refused in good time") {
  CHECK_THAT(refusal_of("postgresql://test@127.0.0.1:1/mot"),
             Contains("cannot be reached") && Contains("Connection refused"));
  const SilentServer server;
  CHECK_THAT(refusal_of(server.uri()), Contains("cannot be reached"));
  CHECK_THAT(refusal_of("postgresql:///nowhere?host=/nowhere&user=test"),
             Contains("cannot be reached"));
}

TEST_CASE("a database that is not there is refused with what makes it") {
  std::string uri = fresh_database();
  uri.replace(uri.find("///mot"), 8, "///none_");
  CHECK_THAT(refusal_of(uri), Contains("there is no database") && Contains("createdb"));
}

TEST_CASE("a wrong password is refused, and stands in no message") {
  const std::string uri = std::getenv("MOT_TEST_POSTGRES_SECRET");
  const std::string at = "secretive@";
  for (const std::string password : {"let%20me%20in", "hunter2"}) {
    std::string wrong = uri;
    wrong.replace(wrong.find(at), at.size(), "secretive:" + password + "@");
    const std::string message = refusal_of(wrong);
    CHECK_THAT(message, Contains("refused the user or the password") && Contains("secretive:…@"));
    CHECK_THAT(message, !Contains(password) && !Contains("let me in"));
    const std::string other = refusal_of(uri + "&password=" + password);
    CHECK_THAT(other, Contains("refused the user or the password"));
    CHECK_THAT(other, !Contains(password) && !Contains("let me in"));
  }
  CHECK_THAT(refusal_of(uri), Contains("PGPASSWORD"));
  // libpq quotes what it cannot read.
  CHECK_THAT(refusal_of("postgresql://a:hunter2%zz@/mot"), !Contains("hunter2"));
  std::string right = uri;
  right.replace(right.find(at), at.size(), "secretive:open%20sesame@");
  CHECK(opened(right)->put(numbered_attempt(1)));
}

TEST_CASE("a user who may not write is told so") {
  const std::string uri = fresh_database();
  REQUIRE(opened(uri));
  CHECK_THAT(refusal_of(as_user(uri, "reader")), Contains("may not be"));
}

TEST_CASE("tables that another process keeps locked are refused after the patience, then taken") {
  const std::string uri = fresh_database();
  const auto store = opened(uri, kShortPatience);
  {
    auto other = mot::connect_postgres(uri, kShortPatience);
    REQUIRE(other);
    REQUIRE((*other)->begin());
    const auto put = store->put(numbered_attempt(7));
    REQUIRE_FALSE(put);
    CHECK_THAT(put.error().message, Contains("kept us waiting for 0.3 seconds"));
  }
  REQUIRE(store->put(numbered_attempt(7)));
  CHECK(ids_in(uri).size() == 1);
}

TEST_CASE("processes that begin and fill one database at the same time lose and double nothing") {
  check_many_writers(fresh_database(), 16, 20);
}
