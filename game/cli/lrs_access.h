// Where statements are pushed to, and with which credentials: checked before anything is sent.
#pragma once

#include <string>

#include "engine/base/result.h"

namespace mot {

/// What a learning record store knows a client by; both empty: nothing.
struct LrsCredentials {
  std::string key;
  std::string secret;
};

/// The address that statements go to, from the endpoint's: ".../statements". Refuses what is no
/// http address, holds a password, or would send people's records in the open: http is for this
/// machine alone.
Result<std::string> statements_address(const std::string& endpoint);

/// From a file of one line, KEY:SECRET, that nobody but its owner can read; with an empty path from
/// MOT_LRS_KEY and MOT_LRS_SECRET.
Result<LrsCredentials> lrs_credentials(const std::string& path);

}  // namespace mot
