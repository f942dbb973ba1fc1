#include "game/window/textures.h"

#include <fmt/format.h>

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <semaphore>
#include <utility>

namespace mot {
namespace {

constexpr std::size_t kHeldBytes = 72U << 20U;
constexpr unsigned kKeptFrames = 60;
// A picture that was rendered in advance waits so long to be got, and not that long in a crowd.
constexpr unsigned kWaitingFrames = 1800;
constexpr unsigned kWaitingInCrowd = 60;
constexpr std::size_t kCrowd = 9;  // three scenes
// So many are rendered at a time: each holds a whole drawing in memory, and there are few cores.
constexpr std::ptrdiff_t kAtOnce = 2;

std::uint64_t next_serial() {
  static std::uint64_t last = 0;  // textures are made on one thread only
  return ++last;
}

Pixels rendered(const Picture& picture) {
  const auto svg = Svg::load(picture.file);
  return svg ? svg->render(picture.ids, picture.scale, picture.crop) : Pixels{};
}

// The icon sheet with other lines: every icon stands in a group of its own at translate(x y).
std::string restyled(std::string text, float stroke, bool filled) {
  const auto replace = [&text](const std::string& from, const std::string& to) {
    if (const auto at = text.find(from); at != std::string::npos) {
      text.replace(at, from.size(), to);
    }
  };
  replace("color=\"#1E2A3E\"", "color=\"#FFFFFF\"");
  replace("stroke-width=\"2\"", fmt::format("stroke-width=\"{}\"", stroke));
  if (filled) {
    replace("fill=\"none\"", "fill=\"currentColor\"");
  }
  return text;
}

std::optional<Vec> place_of(const std::string& sheet, const std::string& icon) {
  const std::string mark = "id=\"icon-" + icon + "\" transform=\"translate(";
  const auto at = sheet.find(mark);
  if (at == std::string::npos) {
    return std::nullopt;
  }
  char* end = nullptr;
  const float x = std::strtof(sheet.c_str() + at + mark.size(), &end);
  const float y = std::strtof(end, nullptr);
  return Vec{x, y};
}

}  // namespace

Texture::Texture(const Pixels& pixels)
    : width_(static_cast<float>(pixels.width)),
      height_(static_cast<float>(pixels.height)),
      serial_(next_serial()),
      native_(std::make_unique<sf::Texture>()) {
  if (!pixels.empty() &&
      native_->create(static_cast<unsigned>(pixels.width), static_cast<unsigned>(pixels.height))) {
    native_->update(pixels.rgba.data());
    native_->setSmooth(true);
  }
}
Texture::~Texture() = default;

Texture::Texture(const sf::RenderWindow& window)
    : width_(static_cast<float>(window.getSize().x)),
      height_(static_cast<float>(window.getSize().y)),
      serial_(next_serial()),
      native_(std::make_unique<sf::Texture>()) {
  if (native_->create(window.getSize().x, window.getSize().y)) {
    native_->update(window);
  }
}

std::string Picture::name() const {
  std::string text = file.string();
  for (const std::string& id : ids) {
    text += fmt::format("#{}", id);
  }
  return text + fmt::format("|{}|{}|{}|{}|{}", scale, crop.x, crop.y, crop.w, crop.h);
}

Textures::Textures() = default;
Textures::~Textures() = default;

Textures::Entry& Textures::store(const std::string& name,
                                 const Cutting& cut,
                                 float scale,
                                 Vec origin) {
  Entry entry;
  if (!cut.pixels.empty()) {
    entry.sprite.texture = std::make_unique<Texture>(cut.pixels);
    entry.bytes = cut.pixels.bytes();
    entry.sprite.place = {origin.x + static_cast<float>(cut.left) / scale,
                          origin.y + static_cast<float>(cut.top) / scale,
                          static_cast<float>(cut.pixels.width) / scale,
                          static_cast<float>(cut.pixels.height) / scale};
  }
  Entry& kept = entries_[name];
  bytes_ += entry.bytes;
  bytes_ -= kept.bytes;
  return kept = std::move(entry);
}

const Sprite& Textures::get(const Picture& picture) {
  const std::string name = picture.name();
  auto found = entries_.find(name);
  if (found == entries_.end()) {
    Pixels pixels;
    if (const auto coming = coming_.find(name); coming != coming_.end()) {
      pixels = coming->second.pixels.get();
      coming_.erase(coming);
    } else {
      pixels = rendered(picture);
    }
    store(name, trimmed(pixels), picture.scale, {picture.crop.x, picture.crop.y});
    found = entries_.find(name);
  }
  found->second.used = frame_;
  return found->second.sprite;
}

void Textures::prefetch(const Picture& picture) {
  const std::string name = picture.name();
  if (!entries_.contains(name) && !coming_.contains(name)) {
    coming_[name] = {std::async(std::launch::async,
                                [picture] {
                                  static std::counting_semaphore<> turns(kAtOnce);
                                  turns.acquire();
                                  Pixels pixels = rendered(picture);
                                  turns.release();
                                  return pixels;
                                }),
                     frame_};
  }
}

const Sprite& Textures::keep(const std::string& name,
                             float scale,
                             Vec origin,
                             const std::function<Pixels()>& make) {
  if (preparing_ && preparing_->name == name) {
    keep_prepared();
  }
  auto found = entries_.find(name);
  if (found == entries_.end()) {
    store(name, trimmed(make()), scale, origin);
    found = entries_.find(name);
  }
  found->second.used = frame_;
  return found->second.sprite;
}

void Textures::prepare(const std::string& name,
                       float scale,
                       Vec origin,
                       std::function<Pixels()> make) {
  if (preparing() || has(name)) {
    return;
  }
  preparing_ = Preparing{
      name, scale, origin,
      std::async(std::launch::async, [make = std::move(make)] { return trimmed(make()); })};
}

bool Textures::preparing() {
  if (preparing_ && (waits_ || preparing_->cutting.wait_for(std::chrono::seconds(0)) ==
                                   std::future_status::ready)) {
    keep_prepared();
  }
  return preparing_.has_value();
}

void Textures::keep_prepared() {
  store(preparing_->name, preparing_->cutting.get(), preparing_->scale, preparing_->origin);
  entries_[preparing_->name].used = frame_;
  preparing_.reset();
}

const Texture& Textures::raw(const std::string& name, const std::function<Pixels()>& make) {
  auto found = entries_.find(name);
  if (found == entries_.end()) {
    store(name, {make(), 0, 0}, 1, {});
    found = entries_.find(name);
  }
  found->second.used = frame_;
  return *found->second.sprite.texture;
}

const Texture* Textures::icon(const std::filesystem::path& file,
                              const std::string& icon,
                              int pixels,
                              float stroke,
                              bool filled) {
  const float k = static_cast<float>(pixels) / 24.F;
  const int tenths = static_cast<int>(std::lround(stroke * 10));
  const std::string style = fmt::format("{}/{}/{}", filled, tenths, pixels);
  const std::string name = fmt::format("icon/{}/{}", icon, style);
  if (!entries_.contains(name)) {
    const auto sheet = file_text(file);
    const auto place = sheet ? place_of(*sheet, icon) : std::nullopt;
    if (!place) {
      return nullptr;
    }
    auto& drawing = drawings_[style];
    if (!drawing) {
      auto svg = Svg::parse(restyled(*sheet, stroke / k, filled));
      if (!svg) {
        return nullptr;
      }
      drawing = std::make_unique<Svg>(std::move(*svg));
    }
    const std::string id = "icon-" + icon;
    store(name, {drawing->render(std::span(&id, 1), k, {place->x, place->y, 24, 24}), 0, 0}, 1, {});
  }
  Entry& entry = entries_[name];
  entry.used = frame_;
  return entry.sprite.texture.get();
}

// Whoever asked in advance may have gone elsewhere. What is still being rendered is not waited for.
void Textures::forget_unwanted() {
  for (auto it = coming_.begin(); it != coming_.end();) {
    const unsigned most = coming_.size() > kCrowd ? kWaitingInCrowd : kWaitingFrames;
    const bool ready =
        it->second.pixels.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    it = ready && frame_ - it->second.since > most ? coming_.erase(it) : std::next(it);
  }
}

void Textures::next_frame() {
  ++frame_;
  forget_unwanted();
  if (bytes_ <= kHeldBytes) {
    return;
  }
  std::vector<std::map<std::string, Entry>::iterator> unused;
  for (auto it = entries_.begin(); it != entries_.end(); ++it) {
    if (frame_ - it->second.used > kKeptFrames) {
      unused.push_back(it);
    }
  }
  std::sort(unused.begin(), unused.end(),
            [](const auto& a, const auto& b) { return a->second.used < b->second.used; });
  for (const auto& it : unused) {
    if (bytes_ <= kHeldBytes) {
      return;
    }
    bytes_ -= it->second.bytes;
    entries_.erase(it);
  }
}

void Textures::clear() {
  entries_.clear();
  drawings_.clear();
  bytes_ = 0;
}

}  // namespace mot
