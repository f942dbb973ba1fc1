// PostgreSQL, where its module is there: postgres_connection.cpp and the libraries it needs are
// loaded when a store of that kind is opened, and not before.
#include "engine/base/program_module.h"
#include "engine/records/sql_connection.h"
#include "engine/records/store.h"

namespace mot {
namespace {

/// What libpq says of an address that it cannot read quotes it.
std::string without(std::string text, const std::vector<std::string>& secrets) {
  for (const std::string& secret : secrets) {
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
      text.replace(at, secret.size(), "…");
      at += 1;
    }
  }
  return text;
}

}  // namespace

Result<std::unique_ptr<SqlConnection>> connect_postgres(const std::string& uri, int patience) {
  const Result<void*> found =
      module_symbol("mot_postgres", "mot_connect_postgres", "PostgreSQL stores");
  if (!found) return tl::unexpected(found.error());
  Result<std::unique_ptr<SqlConnection>> connection;
  reinterpret_cast<ConnectModule*> (*found)(uri, without_password(uri), patience, connection);
  if (connection) return connection;
  return refuse(without(connection.error().message, passwords_in(uri)));
}

}  // namespace mot
