// Any bytes as a playthrough's file: a refusal or a playthrough, never a crash.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/encounter/playthrough.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read =
      mot::read_playthrough(std::string_view(reinterpret_cast<const char*>(data), size));
  if (read) mot::write_playthrough(*read);
  return 0;
}
