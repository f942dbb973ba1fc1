// Hashes: SHA-256 for what is kept or compared across machines.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mot {

/// SHA-256 (FIPS 180-4), fed in pieces.
class Sha256 {
 public:
  Sha256();
  void update(std::string_view bytes);
  /// 64 lower-case hex digits. The object must not be used afterwards.
  std::string hex_digest();

 private:
  void block(const unsigned char* data);
  std::array<std::uint32_t, 8> state_;
  std::array<unsigned char, 64> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t total_ = 0;
};

/// SHA-256 of a whole text as 64 hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace mot
