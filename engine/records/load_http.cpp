#include "engine/base/program_module.h"
#include "engine/records/http.h"

namespace mot {

Result<std::unique_ptr<HttpClient>> http_client() {
  const Result<void*> found = module_symbol("mot_http", "mot_http_client", "HTTP");
  if (!found) return tl::unexpected(found.error());
  std::unique_ptr<HttpClient> client;
  reinterpret_cast<HttpModule*> (*found)(client);
  if (!client) return refuse("libcurl could not be started");
  return client;
}

}  // namespace mot
