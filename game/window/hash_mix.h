// A quick hash for comparing what is drawn with what was drawn; for nothing that lasts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace mot {

inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ hash >> 29U;
}

inline std::uint64_t mixed_bytes(std::uint64_t hash, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  std::uint64_t word = 0;
  for (; size >= sizeof word; size -= sizeof word, bytes += sizeof word) {
    std::memcpy(&word, bytes, sizeof word);
    hash = mixed(hash, word);
  }
  word = 0;
  std::memcpy(&word, bytes, size);
  return mixed(hash, word);
}

}  // namespace mot
