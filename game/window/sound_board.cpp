#include "game/window/sound_board.h"

#include <SFML/Audio/Sound.hpp>
#include <SFML/Audio/SoundBuffer.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "game/window/speech.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr float kRoomFade = 1.5F;                          // seconds
constexpr auto kFadeStep = std::chrono::milliseconds(40);  // between two steps of it
constexpr std::size_t kVoices = 4;                         // signals at the same time

bool has_socket(const char* variable, const char* name) {
  const char* folder = std::getenv(variable);
  std::error_code error;
  return folder != nullptr && fs::exists(fs::path(folder) / name, error);
}

bool load(sf::SoundBuffer& buffer, const Samples& samples, unsigned rate) {
  return !samples.empty() && buffer.loadFromSamples(samples.data(), samples.size(), 1, rate);
}

// What SFML plays with; made, used and gone on the worker's thread.
class Speakers {
 public:
  void set(const Volumes& volumes) {
    volumes_ = volumes;
    for (Voiced& voice : signals_) voice.sound.setVolume(100 * volumes_.signals);
    file_.sound.setVolume(100 * volumes_.signals);
    speech_.sound.setVolume(100 * volumes_.speech);
    if (volumes_.room <= 0) {
      room_.sound.stop();
    } else if (!scene_.empty() && room_.sound.getStatus() != sf::Sound::Playing) {
      start_room();
    }
    show_room();
  }

  void signal(Signal signal) {
    if (volumes_.signals <= 0) return;
    Voiced& voice = signals_[next_++ % kVoices];
    voice.sound.stop();
    if (!load(voice.buffer, signal_samples(signal), kSampleRate)) return;
    play(voice, volumes_.signals, false);
  }

  void room(const std::string& scene) {
    if (scene == scene_) return;
    const bool same =
        !scene_.empty() && !scene.empty() && room_of_scene(scene) == room_of_scene(scene_);
    scene_ = scene;
    if (same || volumes_.room <= 0) return;
    fade_ = -1;  // out first
  }

  void file(const std::string& path) {
    file_.sound.stop();
    if (path.empty() || volumes_.signals <= 0 || !file_.buffer.loadFromFile(path)) return;
    play(file_, volumes_.signals, false);
  }

  void speak(const std::string& text, const std::string& language, const Voice& voice) {
    speech_.sound.stop();
    if (text.empty() || volumes_.speech <= 0) return;
    const std::string program = speech_program();
    if (program.empty()) return;
    const Spoken spoken = mot::speak(program, text, language, voice);
    if (load(speech_.buffer, spoken.samples, spoken.rate)) play(speech_, volumes_.speech, false);
  }

  // Is the room's tone on its way up or down?
  bool fading() const { return fade_ != 0; }

  void fade(float seconds) {
    level_ = std::clamp(level_ + fade_ * seconds / kRoomFade, 0.F, 1.F);
    if (fade_ < 0 && (level_ <= 0 || room_.sound.getStatus() != sf::Sound::Playing)) {
      level_ = 0;
      room_.sound.stop();
      fade_ = 0;
      if (!scene_.empty() && volumes_.room > 0) start_room();
    } else if (fade_ > 0 && level_ >= 1) {
      fade_ = 0;
    }
    show_room();
  }

 private:
  struct Voiced {
    sf::SoundBuffer buffer;
    sf::Sound sound;
  };

  static void play(Voiced& voice, float volume, bool loop) {
    voice.sound.setBuffer(voice.buffer);
    voice.sound.setVolume(100 * volume);
    voice.sound.setLoop(loop);
    voice.sound.play();
  }

  void start_room() {
    if (!load(room_.buffer, room_samples(room_of_scene(scene_)), kSampleRate)) return;
    level_ = 0;
    fade_ = 1;
    play(room_, 0, true);
  }
  void show_room() { room_.sound.setVolume(100 * volumes_.room * level_); }

  Volumes volumes_;
  std::array<Voiced, kVoices> signals_;
  std::size_t next_ = 0;
  Voiced file_;
  Voiced speech_;
  Voiced room_;
  std::string scene_;
  float level_ = 0;  // of the room's tone, 0 … 1
  float fade_ = 0;   // −1 down, 1 up
};

}  // namespace

class SoundBoard::Worker {
 public:
  using Order = std::function<void(Speakers&)>;

  Worker() : thread_([this] { run(); }) {}
  ~Worker() {
    {
      const std::lock_guard lock(mutex_);
      stop_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void give(Order order) {
    {
      const std::lock_guard lock(mutex_);
      orders_.push_back(std::move(order));
    }
    changed_.notify_one();
  }

 private:
  void run() {
    std::optional<Speakers> speakers;
    for (;;) {
      Order order;
      {
        std::unique_lock lock(mutex_);
        const auto ready = [this] { return stop_ || !orders_.empty(); };
        if (speakers && speakers->fading()) {
          changed_.wait_for(lock, kFadeStep, ready);
        } else {
          changed_.wait(lock, ready);
        }
        if (stop_) return;
        if (!orders_.empty()) {
          order = std::move(orders_.front());
          orders_.pop_front();
        }
      }
      if (!speakers) speakers.emplace();
      if (order) {
        order(*speakers);
      } else {
        speakers->fade(std::chrono::duration<float>(kFadeStep).count());
      }
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Order> orders_;
  bool stop_ = false;
  std::thread thread_;
};

bool sound_device_likely() {
  const char* drivers = std::getenv("ALSOFT_DRIVERS");
  if (drivers != nullptr && *drivers != '\0') return true;
  if (has_socket("XDG_RUNTIME_DIR", "pulse/native") ||
      has_socket("XDG_RUNTIME_DIR", "pipewire-0") || std::getenv("PULSE_SERVER") != nullptr)
    return true;
#ifdef __linux__
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator("/dev/snd", error)) {
    if (entry.path().filename().string().rfind("pcm", 0) == 0) return true;
  }
  return false;
#else
  return true;
#endif
}

SoundBoard::SoundBoard(bool on) {
  if (on && sound_device_likely()) worker_ = std::make_unique<Worker>();
}
SoundBoard::~SoundBoard() = default;

void SoundBoard::set(const Volumes& volumes) {
  if (worker_) worker_->give([volumes](Speakers& speakers) { speakers.set(volumes); });
}
void SoundBoard::signal(Signal signal) {
  if (worker_) worker_->give([signal](Speakers& speakers) { speakers.signal(signal); });
}
void SoundBoard::room(const std::string& scene) {
  if (worker_) worker_->give([scene](Speakers& speakers) { speakers.room(scene); });
}
void SoundBoard::file(const std::string& path) {
  if (worker_) worker_->give([path](Speakers& speakers) { speakers.file(path); });
}
void SoundBoard::speak(const std::string& text, const std::string& language, const Voice& voice) {
  if (worker_) worker_->give([=](Speakers& speakers) { speakers.speak(text, language, voice); });
}

}  // namespace mot
