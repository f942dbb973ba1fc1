#include "game/window/picture_file.h"

#include <SFML/Graphics/Image.hpp>
#include <SFML/System/Err.hpp>
#include <algorithm>
#include <streambuf>

#include "game/window/svg.h"

namespace mot {
namespace {

constexpr unsigned kMostSide = 8192;

// The window library says on stderr what it could not read; the checker has said it better before.
class Silence {
 public:
  Silence() : before_(sf::err().rdbuf(nullptr)) {}
  ~Silence() { sf::err().rdbuf(before_); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  std::streambuf* before_;
};

Pixels from_image(const sf::Image& image) {
  const sf::Vector2u size = image.getSize();
  if (size.x == 0 || size.y == 0 || size.x > kMostSide || size.y > kMostSide) {
    return {};
  }
  Pixels out{static_cast<int>(size.x), static_cast<int>(size.y), {}};
  const sf::Uint8* from = image.getPixelsPtr();
  out.rgba.assign(from, from + std::size_t{4} * size.x * size.y);
  for (std::size_t i = 0; i < out.rgba.size(); i += 4) {
    const unsigned alpha = out.rgba[i + 3];
    for (std::size_t c = 0; c < 3; ++c) {
      out.rgba[i + c] = static_cast<std::uint8_t>((out.rgba[i + c] * alpha + 127) / 255);
    }
  }
  return out;
}

}  // namespace

Pixels read_picture(const std::filesystem::path& file, int most_width, int most_height) {
  if (file.extension() == ".svg") {
    const auto drawing = Svg::load(file);
    if (!drawing) {
      return {};
    }
    const float scale = std::min(static_cast<float>(most_width) / drawing->width(),
                                 static_cast<float>(most_height) / drawing->height());
    return drawing->render({}, scale);
  }
  const Silence silence;
  sf::Image image;
  return image.loadFromFile(file.string()) ? from_image(image) : Pixels{};
}

}  // namespace mot
