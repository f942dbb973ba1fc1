#include "game/window/synth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <utility>

namespace mot {
namespace {

constexpr double kRate = kSampleRate;
constexpr double kTurn = 2 * std::numbers::pi;

// A struck bar: a note and two weak partials that die sooner.
struct Note {
  double at = 0;  // seconds
  double hertz = 440;
  double loud = 0.2;   // 0 … 1
  double decay = 0.1;  // seconds to 1/e
};

void add(std::vector<double>& wave, const Note& note) {
  constexpr double kAttack = 0.004;
  constexpr double kLength = 6;  // decays until nothing is left
  struct Partial {
    double ratio;
    double loud;
    double decay;
  };
  constexpr std::array kPartials{Partial{1, 1, 1}, Partial{2.76, 0.22, 0.4},
                                 Partial{5.4, 0.06, 0.2}};
  const auto first = static_cast<std::size_t>(note.at * kRate);
  const auto count = static_cast<std::size_t>(note.decay * kLength * kRate);
  wave.resize(std::max(wave.size(), first + count), 0);
  for (std::size_t i = 0; i < count; ++i) {
    const double t = static_cast<double>(i) / kRate;
    const double rise = std::min(1.0, t / kAttack);
    const double fall = std::min(1.0, static_cast<double>(count - i) / (kAttack * kRate));
    double sum = 0;
    for (const Partial& p : kPartials)
      sum += p.loud * std::exp(-t / (note.decay * p.decay)) *
             std::sin(kTurn * note.hertz * p.ratio * t);
    wave[first + i] += note.loud * rise * fall * sum;
  }
}

Samples pressed(const std::vector<double>& wave) {
  Samples samples;
  samples.reserve(wave.size());
  for (const double v : wave)
    samples.push_back(static_cast<std::int16_t>(std::lround(std::clamp(v, -1.0, 1.0) * 32767)));
  return samples;
}

// Noise in −1 … 1, the same every time.
class Noise {
 public:
  explicit Noise(std::uint32_t seed) : bits_(seed) {}
  double next() { return static_cast<double>(bits_()) / 2147483648.0 - 1; }

 private:
  std::mt19937 bits_;  // the standard fixes its numbers
};

// Noise through low passes of one pole each.
class Rumble {
 public:
  Rumble(std::uint32_t seed, double hertz)
      : noise_(seed), share_(1 - std::exp(-kTurn * hertz / kRate)) {}
  double next() {
    once_ += share_ * (noise_.next() - once_);
    twice_ += share_ * (once_ - twice_);
    return twice_;
  }

 private:
  Noise noise_;
  double share_;
  double once_ = 0;
  double twice_ = 0;
};

struct RoomSound {
  std::uint32_t seed;
  double hertz;      // where the noise ends
  double loud;       // of the noise, after it is brought to one level
  double hum_hertz;  // 0: nothing hums
  double hum_loud;
  double swell;  // how far it comes and goes, 0 … 1
};

RoomSound sound_of(Room room) {
  switch (room) {
    case Room::hall: return {11, 420, 0.030, 0, 0, 0.25};
    case Room::kitchen: return {12, 180, 0.014, 50, 0.012, 0};
    case Room::cabin: return {13, 650, 0.060, 93, 0.008, 0.08};
    case Room::outdoors: return {14, 300, 0.045, 0, 0, 0.6};
    case Room::indoors: break;
  }
  return {15, 240, 0.012, 0, 0, 0.15};
}

}  // namespace

Samples signal_samples(Signal signal) {
  std::vector<double> wave;
  switch (signal) {
    case Signal::choose:
      add(wave, {0, 523.25, 0.16, 0.045});
      add(wave, {0.035, 783.99, 0.10, 0.05});
      break;
    case Signal::line: add(wave, {0, 392.0, 0.05, 0.03}); break;
    case Signal::better:
      add(wave, {0, 523.25, 0.10, 0.09});
      add(wave, {0.09, 659.26, 0.10, 0.09});
      add(wave, {0.18, 783.99, 0.09, 0.14});
      break;
    case Signal::worse:
      add(wave, {0, 311.13, 0.11, 0.11});
      add(wave, {0.12, 261.63, 0.11, 0.16});
      break;
    case Signal::hurry: add(wave, {0, 880.0, 0.07, 0.02}); break;
    case Signal::over:
      for (const auto& [at, hertz] : {std::pair{0.0, 392.0}, {0.07, 523.25}, {0.14, 659.26}})
        add(wave, {at, hertz, 0.09, 0.17});
      break;
  }
  return pressed(wave);
}

Room room_of_scene(std::string_view scene) {
  struct Known {
    std::string_view scene;
    Room room;
  };
  constexpr std::array kKnown{
      Known{"service-desk", Room::hall},     Known{"hotel-reception", Room::hall},
      Known{"airline-check-in", Room::hall}, Known{"boarding-gate", Room::hall},
      Known{"hotel-restaurant", Room::hall}, Known{"shop-floor", Room::hall},
      Known{"kitchen", Room::kitchen},       Known{"cabin", Room::cabin},
      Known{"car-park-gate", Room::outdoors}};
  for (const Known& known : kKnown)
    if (known.scene == scene) return known.room;
  return Room::indoors;
}

Samples room_samples(Room room) {
  constexpr double kSeconds = 8;
  constexpr double kSeam = 1;  // the end fades into the beginning for so long
  constexpr auto kCount = static_cast<std::size_t>(kSeconds * kRate);
  constexpr auto kOver = static_cast<std::size_t>(kSeam * kRate);
  const RoomSound sound = sound_of(room);
  Rumble rumble(sound.seed, sound.hertz);
  std::vector<double> noise(kCount + kOver);
  double power = 0;
  for (double& v : noise) {
    v = rumble.next();
    power += v * v;
  }
  const double level = sound.loud / std::sqrt(power / static_cast<double>(noise.size()));
  std::vector<double> wave(kCount);
  for (std::size_t i = 0; i < kCount; ++i) {
    // Two stretches cross with equal power, so that no seam is heard.
    const double share = i < kOver ? static_cast<double>(i) / static_cast<double>(kOver) : 1;
    double v = noise[i] * std::sqrt(share);
    if (i < kOver) v += noise[kCount + i] * std::sqrt(1 - share);
    const double t = static_cast<double>(i) / kRate;
    const double swell = 1 - sound.swell * (0.5 + 0.5 * std::cos(kTurn * t / kSeconds));
    // Whole turns of the hum fit into the stretch.
    wave[i] = level * v * swell + sound.hum_loud * std::sin(kTurn * sound.hum_hertz * t);
  }
  return pressed(wave);
}

}  // namespace mot
