// A PIN before the trainer's view and other people's records. It keeps out the curious, not who can
// read the file: that is what the rights of files are for.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/records/store.h"

namespace mot {

/// Whether a PIN has the four letters or digits of the shortest that is taken: enough against a
/// glance, little to remember (ours).
bool long_enough(std::string_view pin);

/// PBKDF2 with HMAC-SHA-256 [RFC8018], 32 bytes as hex. Requires iterations ≥ 1.
std::string pbkdf2_hex(std::string_view password, std::string_view salt, unsigned iterations);

/// "pbkdf2-sha256$<iterations>$<salt>$<hash>" of a PIN.
std::string hash_pin(std::string_view pin, std::string_view salt);

/// Whether a PIN is the one that was hashed; compares in even time.
bool pin_matches(std::string_view pin, std::string_view hashed);

/// The trainer's PIN of a store: whether there is one, whether this is it, and a new one (empty:
/// none). `salt`: letters and digits, made by chance, as by fresh_salt().
Result<bool> has_pin(Store& store);
Result<bool> is_pin(Store& store, std::string_view pin);
Result<bool> set_pin(Store& store, std::string_view pin, std::string_view salt);
std::string fresh_salt();

}  // namespace mot
