// Pictures on the graphics card, kept by name and thrown away when unused for long. Only with a
// window open.
#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "game/window/pixels.h"
#include "game/window/svg.h"

namespace sf {
class RenderWindow;
class Texture;
}  // namespace sf

namespace mot {

// A picture on the card. Invariant: `native` holds the pixels, premultiplied.
class Texture {
 public:
  explicit Texture(const Pixels& pixels);
  ~Texture();
  Texture(const Texture&) = delete;
  Texture& operator=(const Texture&) = delete;

  float width() const { return width_; }
  float height() const { return height_; }
  const sf::Texture& native() const { return *native_; }
  // What a window shows, before it is displayed.
  explicit Texture(const sf::RenderWindow& window);
  // A number that no other texture of this run has.
  std::uint64_t serial() const { return serial_; }

 private:
  float width_;
  float height_;
  std::uint64_t serial_;
  std::unique_ptr<sf::Texture> native_;
};

// A cutting of a drawing as a texture: where it lies in the drawing, in the drawing's units.
struct Sprite {
  std::unique_ptr<Texture> texture;  // null: nothing is drawn there
  Rect place;
};

// Which part of a drawing: some elements of it, a part of it, at so many pixels a unit.
struct Picture {
  std::filesystem::path file;
  std::vector<std::string> ids;  // bottom to top; none: all
  float scale = 1;
  Rect crop;  // empty: all
  std::string name() const;
};

class Textures {
 public:
  Textures();
  ~Textures();
  Textures(const Textures&) = delete;
  Textures& operator=(const Textures&) = delete;

  // The picture, rendered now if it is not at hand. The reference is good for this frame.
  const Sprite& get(const Picture& picture);
  // Starts rendering the picture on another thread; `get` waits for it. Cheap to repeat. What
  // nobody gets for long is forgotten.
  void prefetch(const Picture& picture);
  // The sprite kept as `name`; made from a whole rendered picture whose left top corner is
  // `origin` in units, `scale` pixels a unit, if it is not at hand.
  const Sprite& keep(const std::string& name,
                     float scale,
                     Vec origin,
                     const std::function<Pixels()>& make);
  // Starts making such a sprite on another thread, where `make` runs; one at a time. `keep` waits
  // for the one it wants.
  void prepare(const std::string& name, float scale, Vec origin, std::function<Pixels()> make);
  // Keeps what was prepared if it is done. True while something is being prepared; never, once
  // `waits` was set: then it is waited for, so that frames can be counted.
  bool preparing();
  void set_waits(bool waits) { waits_ = waits; }
  bool has(const std::string& name) const { return entries_.contains(name); }
  // A texture made of pixels as they are, kept as `name`.
  const Texture& raw(const std::string& name, const std::function<Pixels()>& make);
  // An interface icon ("home", "check" …) as white on nothing, to be tinted: `pixels` high and
  // wide, lines `stroke` pixels wide. Null where there is no such icon.
  const Texture* icon(const std::filesystem::path& file,
                      const std::string& icon,
                      int pixels,
                      float stroke,
                      bool filled);

  // Called by the app once a frame: forgets what was not used for long when too much is held.
  void next_frame();
  // Forgets everything, e.g. after a resize.
  void clear();
  std::size_t bytes() const { return bytes_; }
  // Pictures on their way, or waiting to be got.
  std::size_t coming() const { return coming_.size(); }

 private:
  struct Entry {
    Sprite sprite;
    std::size_t bytes = 0;
    unsigned used = 0;
  };
  struct Coming {
    std::future<Pixels> pixels;
    unsigned since = 0;
  };
  struct Preparing {
    std::string name;
    float scale;
    Vec origin;
    std::future<Cutting> cutting;
  };
  Entry& store(const std::string& name, const Cutting& cut, float scale, Vec origin);
  void keep_prepared();
  void forget_unwanted();

  std::map<std::string, Entry> entries_;
  std::map<std::string, Coming> coming_;
  std::optional<Preparing> preparing_;
  bool waits_ = false;
  std::map<std::string, std::unique_ptr<Svg>> drawings_;
  unsigned frame_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace mot
