#include "engine/records/pin.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <random>

#include "engine/base/hash.h"
#include "engine/base/utf8.h"

namespace mot {
namespace {

constexpr std::string_view kSettingName = "trainer-pin";
constexpr std::size_t kShortest = 4;
constexpr std::string_view kMethod = "pbkdf2-sha256";
/// A fifth of a second on a small machine (ours).
constexpr unsigned kIterations = 100'000;
constexpr std::size_t kBlock = 64;
constexpr std::size_t kDigest = 32;

using Digest = std::array<unsigned char, kDigest>;

unsigned nibble(char c) { return static_cast<unsigned>(c >= 'a' ? c - 'a' + 10 : c - '0'); }

Digest finish(Sha256 hash) {
  const std::string hex = hash.hex_digest();
  Digest digest{};
  for (std::size_t i = 0; i < kDigest; ++i) {
    digest[i] = static_cast<unsigned char>(nibble(hex[2 * i]) << 4U | nibble(hex[2 * i + 1]));
  }
  return digest;
}

std::string_view bytes(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// HMAC-SHA-256 with a key that is worked in once.
class Hmac {
 public:
  explicit Hmac(std::string_view key) {
    std::string padded(key);
    if (key.size() > kBlock) {
      Sha256 hash;
      hash.update(key);
      padded = bytes(finish(hash));
    }
    padded.resize(kBlock);
    inner_.update(masked(padded, 0x36));
    outer_.update(masked(padded, 0x5c));
  }
  Digest operator()(std::string_view text) const {
    Sha256 inner = inner_;
    inner.update(text);
    Sha256 outer = outer_;
    outer.update(bytes(finish(inner)));
    return finish(outer);
  }

 private:
  static std::string masked(std::string text, unsigned char mask) {
    for (char& c : text) c = static_cast<char>(static_cast<unsigned char>(c) ^ mask);
    return text;
  }
  Sha256 inner_;
  Sha256 outer_;
};

}  // namespace

bool long_enough(std::string_view pin) { return count_code_points(pin) >= kShortest; }

std::string pbkdf2_hex(std::string_view password, std::string_view salt, unsigned iterations) {
  const Hmac hmac(password);
  // The one block that 32 bytes need has the number 1.
  Digest round = hmac(std::string(salt) + std::string("\0\0\0\1", 4));
  Digest sum = round;
  for (unsigned i = 1; i < iterations; ++i) {
    round = hmac(bytes(round));
    for (std::size_t k = 0; k < kDigest; ++k) sum[k] ^= round[k];
  }
  std::string hex;
  for (const unsigned char byte : sum) hex += fmt::format("{:02x}", byte);
  return hex;
}

std::string hash_pin(std::string_view pin, std::string_view salt) {
  return fmt::format("{}${}${}${}", kMethod, kIterations, salt, pbkdf2_hex(pin, salt, kIterations));
}

bool pin_matches(std::string_view pin, std::string_view hashed) {
  std::array<std::string_view, 4> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t end = i + 1 < parts.size() ? hashed.find('$') : hashed.size();
    if (end == std::string_view::npos) return false;
    parts[i] = hashed.substr(0, end);
    hashed.remove_prefix(std::min(hashed.size(), end + 1));
  }
  unsigned iterations = 0;
  std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), iterations);
  if (parts[0] != kMethod || iterations == 0 || parts[3].size() != 2 * kDigest) return false;
  const std::string given = pbkdf2_hex(pin, parts[2], iterations);
  unsigned difference = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    difference |= static_cast<unsigned>(static_cast<unsigned char>(given[i]) ^
                                        static_cast<unsigned char>(parts[3][i]));
  }
  return difference == 0;
}

Result<bool> has_pin(Store& store) {
  return store.setting(kSettingName).map([](const auto& value) { return value.has_value(); });
}

Result<bool> is_pin(Store& store, std::string_view pin) {
  return store.setting(kSettingName).map([&](const std::optional<std::string>& value) {
    return value && pin_matches(pin, *value);
  });
}

Result<bool> set_pin(Store& store, std::string_view pin, std::string_view salt) {
  return store.set_setting(kSettingName,
                           pin.empty() ? std::nullopt : std::optional(hash_pin(pin, salt)));
}

std::string fresh_salt() {
  std::random_device device;
  std::string salt;
  for (int i = 0; i < 4; ++i) salt += fmt::format("{:08x}", static_cast<std::uint32_t>(device()));
  return salt;
}

}  // namespace mot
