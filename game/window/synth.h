// The game's own sounds, computed: short signals of the interface, and the tone of a room. No
// recordings, so nothing to license and nothing to ship.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mot {

inline constexpr unsigned kSampleRate = 44100;

// Mono, 16 bits, kSampleRate a second.
using Samples = std::vector<std::int16_t>;

// What the interface says without words.
enum class Signal : std::uint8_t {
  choose,  // a card was taken
  line,    // somebody begins to speak
  better,  // the customer's mood rose
  worse,   // it fell
  hurry,   // a second of the last few
  over     // the encounter has ended
};
inline constexpr std::size_t kSignals = 6;

// At most 1.2 seconds; begins and ends in silence.
Samples signal_samples(Signal signal);

// What a place sounds like when nobody speaks.
enum class Room : std::uint8_t {
  hall,     // lobbies, receptions: wide and soft
  indoors,  // a flat, an office: nearly nothing
  kitchen,  // a refrigerator
  cabin,    // an aircraft
  outdoors  // a gate, wind
};

// The room of a scene; unknown scenes are indoors.
Room room_of_scene(std::string_view scene);

// A stretch of some seconds whose end goes over into its beginning without a seam.
Samples room_samples(Room room);

}  // namespace mot
