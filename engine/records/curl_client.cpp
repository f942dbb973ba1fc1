// HTTP over libcurl. The only user of curl.h; a module of its own, which load_http.cpp loads.
#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>

#include "engine/base/trim.h"
#include "engine/records/http.h"

namespace mot {
namespace {

/// Nobody needs more of an answer than says what is wrong.
constexpr std::size_t kLongestAnswer = 1'000'000;

struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeTransfers {
  void operator()(CURLM* transfers) const { curl_multi_cleanup(transfers); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* answer) {
  std::string& body = static_cast<HttpAnswer*>(answer)->body;
  body.append(data, std::min(size * count, kLongestAnswer - std::min(kLongestAnswer, body.size())));
  return size * count;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* answer) {
  constexpr std::string_view kRetryAfter = "retry-after:";
  const std::string_view line(data, size * count);
  const bool meant =
      line.size() > kRetryAfter.size() &&
      std::equal(kRetryAfter.begin(), kRetryAfter.end(), line.begin(),
                 [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
  if (meant) {
    const std::string_view value = trimmed(line.substr(kRetryAfter.size()));
    if (!value.empty()) static_cast<HttpAnswer*>(answer)->retry_after = value;
  }
  return size * count;
}

class CurlClient : public HttpClient {
 public:
  CurlClient(CURL* handle, CURLM* transfers) : transfers_(transfers), handle_(handle) {}

  Result<HttpAnswer> post(const HttpRequest& request) override {
    // The connection stays, the options go.
    curl_easy_reset(handle_.get());
    HttpAnswer answer;
    char trouble[CURL_ERROR_SIZE] = "";
    const auto headers = header_list(request);
    const auto set = [&](CURLoption option, auto value) {
      curl_easy_setopt(handle_.get(), option, value);
    };
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.c_str());
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_TIMEOUT, static_cast<long>(request.timeout));
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(request.timeout));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!request.authorities.empty()) set(CURLOPT_CAINFO, request.authorities.c_str());
    if (!request.user.empty() || !request.password.empty()) {
      set(CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
      set(CURLOPT_USERNAME, request.user.c_str());
      set(CURLOPT_PASSWORD, request.password.c_str());
    }
    set(CURLOPT_WRITEFUNCTION, &take_body);
    set(CURLOPT_WRITEDATA, &answer);
    set(CURLOPT_HEADERFUNCTION, &take_header);
    set(CURLOPT_HEADERDATA, &answer);
    set(CURLOPT_ERRORBUFFER, static_cast<char*>(trouble));
    const std::optional<CURLcode> code = perform(request);
    if (!code) return refuse("the request was broken off");
    if (*code == CURLE_PEER_FAILED_VERIFICATION || *code == CURLE_SSL_CACERT_BADFILE) {
      return HttpAnswer{0, trouble, {}};
    }
    if (*code != CURLE_OK) return refuse(trouble[0] == '\0' ? curl_easy_strerror(*code) : trouble);
    long status = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    return answer;
  }

 private:
  /// What came of the request as it is set; nothing where it was broken off. Not
  /// curl_easy_perform(), which asks whether to stop only once a second.
  std::optional<CURLcode> perform(const HttpRequest& request) {
    constexpr int kPiece = 100;  // milliseconds
    curl_multi_add_handle(transfers_.get(), handle_.get());
    std::optional<CURLcode> code;
    int running = 1;
    while (running > 0 && !(request.stopped && request.stopped())) {
      CURLMcode going = curl_multi_perform(transfers_.get(), &running);
      if (going == CURLM_OK && running > 0) {
        going = curl_multi_poll(transfers_.get(), nullptr, 0, kPiece, nullptr);
      }
      // Only where memory is gone.
      if (going != CURLM_OK) code = CURLE_OUT_OF_MEMORY;
      if (going != CURLM_OK) break;
    }
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(transfers_.get(), &left)) {
      if (message->msg == CURLMSG_DONE) code = message->data.result;
    }
    curl_multi_remove_handle(transfers_.get(), handle_.get());
    return code;
  }

  static std::unique_ptr<curl_slist, FreeList> header_list(const HttpRequest& request) {
    // Without this libcurl waits a second for a server's leave to send.
    curl_slist* list = curl_slist_append(nullptr, "Expect:");
    for (const std::string& header : request.headers) {
      list = curl_slist_append(list, header.c_str());
    }
    return std::unique_ptr<curl_slist, FreeList>(list);
  }

  // Freed last, as it holds the connection of the other.
  std::unique_ptr<CURLM, FreeTransfers> transfers_;
  std::unique_ptr<CURL, FreeHandle> handle_;
};

}  // namespace

extern "C" void mot_http_client(std::unique_ptr<HttpClient>& client) {
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return;
  CURL* handle = curl_easy_init();
  CURLM* transfers = curl_multi_init();
  if (handle != nullptr && transfers != nullptr) {
    client = std::make_unique<CurlClient>(handle, transfers);
  }
}

}  // namespace mot
