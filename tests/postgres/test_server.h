// The PostgreSQL server of with_server.sh, beside which these tests run.
#pragma once

#include <memory>
#include <string>

#include "engine/records/store.h"

namespace mot::test {

/// The address of an empty database of the server: every call makes a new one.
std::string fresh_database();

/// The address, with another user.
std::string as_user(const std::string& uri, const std::string& user);

/// Stops (at once, as a crash would) and starts the server.
void kill_server();
void start_server();

/// A store, opened; the test fails where that is refused.
std::unique_ptr<Store> opened(const std::string& uri, int patience = 10'000);

}  // namespace mot::test
