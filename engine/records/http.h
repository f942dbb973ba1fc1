// One HTTP request and its answer: what pushing statements needs of libcurl, and no more.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"

namespace mot {

struct HttpRequest {
  std::string url;
  /// "Name: value".
  std::vector<std::string> headers;
  std::string body;
  /// For basic authentication; both empty: none.
  std::string user;
  std::string password;
  /// A file of certificates to trust instead of the system's; may be empty.
  std::string authorities;
  /// The longest that connecting and answering may take together, in seconds.
  int timeout = 30;
  /// Asked ten times a second while the answer is waited for; true: it is not waited for any
  /// longer. May be empty.
  std::function<bool()> stopped;
};

struct HttpAnswer {
  /// 0: there is no trusting this server, and trying again would not help; `body` says why.
  int status = 0;
  std::string body;
  /// The value of Retry-After; empty where there is none.
  std::string retry_after;
};

/// A client that keeps its connection. Certificates are checked; redirections are not followed.
class HttpClient {
 public:
  HttpClient() = default;
  virtual ~HttpClient() = default;
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Any answer of the server, whatever its status. Refuses where there is none, with the cause.
  virtual Result<HttpAnswer> post(const HttpRequest& request) = 0;
};

/// A client over libcurl, which is loaded now; refuses where the program was built without it.
Result<std::unique_ptr<HttpClient>> http_client();

/// What the module with libcurl exports as mot_http_client.
using HttpModule = void(std::unique_ptr<HttpClient>& client);

}  // namespace mot
