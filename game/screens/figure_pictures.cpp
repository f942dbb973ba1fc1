#include "game/screens/figure_pictures.h"

#include <fmt/format.h>

#include <utility>

namespace mot {

float FigurePictures::draw(Canvas& canvas,
                           const std::string& name,
                           const report::Figure& figure,
                           Vec at,
                           float width,
                           float text_size) {
  const float inner = width / text_size;
  const float scale = canvas.scale() * text_size;
  const std::string& language = canvas.language();
  const std::string key = fmt::format("figure {} {} {} {:.2f} {:.4f} {}", static_cast<void*>(this),
                                      edition_, name, inner, scale, language);
  auto height = heights_.find(key);
  if (height == heights_.end()) {
    const double measured = report::height_of(figure, static_cast<double>(inner), language);
    height = heights_.emplace(key, static_cast<float>(measured) * text_size).first;
  }
  const Sprite& sprite = canvas.textures().keep(key, scale, {0, 0}, [&] {
    report::Picture picture = report::picture_of(figure, static_cast<double>(inner), language,
                                                 static_cast<double>(scale));
    return Pixels{picture.width, picture.height, std::move(picture.rgba)};
  });
  canvas.sprite(sprite, at, text_size);
  return height->second;
}

void FigurePictures::forget() {
  ++edition_;
  heights_.clear();
}

}  // namespace mot
