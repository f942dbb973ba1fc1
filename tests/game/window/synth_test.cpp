#include "game/window/synth.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

using namespace mot;

namespace {

constexpr std::array kAllRooms{Room::hall, Room::indoors, Room::kitchen, Room::cabin,
                               Room::outdoors};

int loudest(const Samples& samples) {
  int peak = 0;
  for (const std::int16_t s : samples) peak = std::max(peak, std::abs(int{s}));
  return peak;
}

double level(const Samples& samples, std::size_t first, std::size_t count) {
  double power = 0;
  for (std::size_t i = first; i < first + count; ++i) power += double{1} * samples[i] * samples[i];
  return std::sqrt(power / static_cast<double>(count));
}

}  // namespace

TEST_CASE("signals are short, quiet, and begin and end in silence") {
  for (std::size_t i = 0; i < kSignals; ++i) {
    const Samples samples = signal_samples(static_cast<Signal>(i));
    INFO("signal " << i);
    REQUIRE(samples.size() > kSampleRate / 20);
    CHECK(samples.size() <= kSampleRate * 13 / 10);
    CHECK(std::abs(int{samples.front()}) < 200);
    CHECK(std::abs(int{samples.back()}) < 200);
    CHECK(loudest(samples) > 600);
    CHECK(loudest(samples) < 16000);
  }
}

TEST_CASE("no two signals sound the same") {
  for (std::size_t i = 0; i < kSignals; ++i) {
    for (std::size_t j = i + 1; j < kSignals; ++j)
      CHECK(signal_samples(static_cast<Signal>(i)) != signal_samples(static_cast<Signal>(j)));
  }
}

TEST_CASE("a room's tone is quiet and has no seam") {
  for (const Room room : kAllRooms) {
    const Samples samples = room_samples(room);
    INFO("room " << static_cast<int>(room));
    CHECK(loudest(samples) > 50);
    CHECK(loudest(samples) < 12000);
    // The step from the last sample to the first is no larger than steps inside.
    int step = 0;
    for (std::size_t i = 1; i < samples.size(); ++i)
      step = std::max(step, std::abs(samples[i] - samples[i - 1]));
    CHECK(std::abs(samples.front() - samples.back()) <= step);
    // Nor is the seam louder or quieter than what lies around it.
    const std::size_t tenth = kSampleRate / 10;
    const double around = level(samples, samples.size() - 5 * tenth, 5 * tenth);
    CHECK(level(samples, 0, 5 * tenth) < around * 2);
    CHECK(level(samples, 0, 5 * tenth) > around / 2);
  }
}

TEST_CASE("scenes have rooms, and unknown ones are indoors") {
  CHECK(room_of_scene("service-desk") == Room::hall);
  CHECK(room_of_scene("cabin") == Room::cabin);
  CHECK(room_of_scene("car-park-gate") == Room::outdoors);
  CHECK(room_of_scene("somewhere-else") == Room::indoors);
}
