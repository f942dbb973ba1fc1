#include "game/cli/lrs_access.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include "engine/base/file.h"

namespace mot {
namespace {

constexpr std::string_view kSecure = "https://";
constexpr std::string_view kOpen = "http://";
constexpr std::string_view kStatements = "/statements";

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool is_this_machine(std::string_view host) {
  constexpr std::array<std::string_view, 3> kNames{"localhost", "127.0.0.1", "[::1]"};
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
    return host == name || begins_with(host, std::string(name) + ":");
  });
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

Result<std::string> statements_address(const std::string& endpoint) {
  const bool secure = begins_with(endpoint, kSecure);
  if (!secure && !begins_with(endpoint, kOpen)) {
    return refuse("the address of a learning record store begins with https://");
  }
  const std::size_t begin = secure ? kSecure.size() : kOpen.size();
  const std::size_t end = std::min(endpoint.find_first_of("/?#", begin), endpoint.size());
  const std::string host = endpoint.substr(begin, end - begin);
  if (host.find('@') != std::string::npos) {
    return refuse(
        "the address of the learning record store holds a password, which others on this machine "
        "can see; put it into MOT_LRS_KEY and MOT_LRS_SECRET, or a file for --credentials");
  }
  if (!secure && !is_this_machine(host)) {
    return refuse(fmt::format(
        "people's records would go to {} in the open; use an address with https://", host));
  }
  if (endpoint.find_first_of("?#", begin) != std::string::npos) {
    return refuse("the address of the learning record store ends before any ? or #");
  }
  std::string address = endpoint;
  while (address.back() == '/') address.pop_back();
  const bool whole =
      address.size() > kStatements.size() &&
      address.compare(address.size() - kStatements.size(), kStatements.size(), kStatements) == 0;
  return whole ? address : address + std::string(kStatements);
}

Result<LrsCredentials> lrs_credentials(const std::string& path) {
  if (path.empty()) {
    LrsCredentials found{environment("MOT_LRS_KEY"), environment("MOT_LRS_SECRET")};
    if (found.key.empty() == found.secret.empty()) return found;
    return refuse("of MOT_LRS_KEY and MOT_LRS_SECRET only one is set; both are needed");
  }
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) {
    return refuse(fmt::format("cannot read {}: {}", path, std::generic_category().message(errno)));
  }
  if ((file.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return refuse(fmt::format(
        "others can read the credentials in {}; take the right from them: chmod 600", path));
  }
  constexpr std::size_t kLongest = 4096;
  const Result<std::string> text = read_file(path, kLongest);
  if (!text) return tl::unexpected(text.error());
  const std::string line = text->substr(0, text->find_first_of("\r\n"));
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == line.size()) {
    return refuse(fmt::format("{} has to begin with a line KEY:SECRET", path));
  }
  return LrsCredentials{line.substr(0, colon), line.substr(colon + 1)};
}

}  // namespace mot
