#include "tests/postgres/test_server.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "engine/records/sql_connection.h"

namespace mot::test {
namespace {

std::string server_uri() {
  const char* uri = std::getenv("MOT_TEST_POSTGRES");
  REQUIRE(uri != nullptr);
  return uri;
}

void server(const char* order) {
  const char* script = std::getenv("MOT_TEST_SERVER");
  REQUIRE(script != nullptr);
  REQUIRE(std::system(fmt::format("'{}' {}", script, order).c_str()) == 0);
}

}  // namespace

std::string fresh_database() {
  static int count = 0;
  const std::string name = fmt::format("mot_{}", ++count);
  auto connection = connect_postgres(server_uri(), 10'000);
  if (!connection) FAIL(connection.error().message);
  const auto made = (*connection)->run("CREATE DATABASE " + name, {}, {});
  if (!made) FAIL(made.error().message);
  std::string uri = server_uri();
  const std::string from = ":///mot?";
  uri.replace(uri.find(from), from.size(), fmt::format(":///{}?", name));
  return uri;
}

std::string as_user(const std::string& uri, const std::string& user) {
  return uri.substr(0, uri.rfind("user=")) + "user=" + user;
}

void kill_server() { server("kill"); }
void start_server() { server("start"); }

std::unique_ptr<Store> opened(const std::string& uri, int patience) {
  auto store = open_store(uri, patience);
  if (!store) FAIL(store.error().message);
  return std::move(*store);
}

}  // namespace mot::test
