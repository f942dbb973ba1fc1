#include "game/screens/figure_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "game/window/high_contrast.h"

namespace mot {

float figure_zoom(float width, float text_size) {
  constexpr float kLeastWidth = 300;
  return std::clamp(width / kLeastWidth, 1.F, std::max(1.F, text_size));
}

float FigurePictures::draw(Canvas& canvas,
                           const std::string& name,
                           const report::Figure& figure,
                           Vec at,
                           float width,
                           float text_size) {
  const float zoom = figure_zoom(width, text_size);
  const float inner = width / zoom;
  const float scale = canvas.scale() * zoom;
  const std::string& language = canvas.language();
  const bool strong = canvas.high_contrast();
  const std::string key =
      fmt::format("figure {} {} {} {:.2f} {:.4f} {} {}", static_cast<void*>(this), edition_, name,
                  inner, scale, language, strong);
  auto height = heights_.find(key);
  if (height == heights_.end()) {
    const double measured = report::height_of(figure, static_cast<double>(inner), language);
    height = heights_.emplace(key, static_cast<float>(measured) * zoom).first;
  }
  const Sprite& sprite = canvas.textures().keep(key, scale, {0, 0}, [&] {
    report::Picture picture = report::picture_of(figure, static_cast<double>(inner), language,
                                                 static_cast<double>(scale));
    Pixels pixels{picture.width, picture.height, std::move(picture.rgba)};
    if (strong) {
      high_contrast::stretch(pixels);
    }
    return pixels;
  });
  canvas.sprite(sprite, at, zoom);
  return height->second;
}

void FigurePictures::forget() {
  ++edition_;
  heights_.clear();
}

}  // namespace mot
