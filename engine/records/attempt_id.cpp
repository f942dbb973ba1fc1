// UUIDs of version 8 (RFC 9562), their bits from a SHA-256: of an attempt, over what was played.
#include <fmt/format.h>

#include "engine/base/hash.h"
#include "engine/records/attempt.h"

namespace mot {
namespace {

constexpr std::size_t kUuidLength = 36;

bool is_dash(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

/// Each part with its length before it, so that no two plays run together into one text.
void add(Sha256& hash, std::string_view part) {
  hash.update(fmt::format("{}:", part.size()));
  hash.update(part);
}

std::string uuid_of(std::string hex) {
  constexpr std::string_view kVariants = "89ab";
  hex[12] = '8';
  const char digit = hex[16];
  hex[16] = kVariants[static_cast<std::size_t>(digit >= 'a' ? digit - 'a' + 2 : digit - '0') % 4];
  return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4),
                     hex.substr(16, 4), hex.substr(20, 12));
}

}  // namespace

std::string attempt_id(const Playthrough& play, std::string_view name) {
  Sha256 hash;
  add(hash, "moments-of-truth attempt");
  for (const std::string_view part :
       {name, std::string_view(play.scenario), std::string_view(play.content),
        std::string_view(play.learner), std::string_view(play.started),
        std::string_view(play.ended)}) {
    add(hash, part);
  }
  add(hash, fmt::format("{}", play.seed));
  for (const PlayedChoice& choice : play.choices) {
    add(hash, choice.choice);
    add(hash, fmt::format("{:.1f}", choice.seconds));
  }
  return uuid_of(hash.hex_digest());
}

std::string named_uuid(std::string_view text) { return uuid_of(sha256_hex(text)); }

bool is_uuid(std::string_view text) {
  if (text.size() != kUuidLength) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (is_dash(i) ? c != '-' : !hex) return false;
  }
  return true;
}

}  // namespace mot
