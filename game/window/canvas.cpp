#include "game/window/canvas.h"

#include <algorithm>
#include <cmath>

#include "game/window/high_contrast.h"

namespace mot {
Canvas::Canvas(sf::RenderWindow& window,
               TextCache& text,
               Textures& textures,
               std::filesystem::path assets)
    : window_(window), text_(text), textures_(textures), assets_(std::move(assets)) {}
Canvas::~Canvas() = default;

void Canvas::begin(int pixel_width, int pixel_height) {
  const Vec before = pixels_;
  pixels_ = {static_cast<float>(pixel_width), static_cast<float>(pixel_height)};
  if (!(before == pixels_)) {
    forget();
  }
  const Letterbox box = letterbox(pixel_width, pixel_height);
  scale_ = box.scale;
  offset_ = box.offset;
  state_ = {};
  state_.transform = {scale_, 0, 0, scale_, offset_.x, offset_.y};
  state_.clip = {0, 0, pixels_.x, pixels_.y};
  saved_.clear();
  places_.clear();
  noted_.clear();
  corners_.clear();
  commands_.clear();
  painted_ = 0;
  // The ground, also around the letter-box.
  const Colour ground = fill(theme::kCream);
  fill_patch(mesh(nullptr),
             {{0, 0}, {pixels_.x, 0}, {0, pixels_.y}, {}, {ground, ground, ground, ground}});
  // Nothing of a screen, not even a shadow, lies outside of it.
  state_.clip = {offset_.x, offset_.y, std::ceil(kLogicalWidth * scale_),
                 std::ceil(kLogicalHeight * scale_)};
}

Mesh& Canvas::mesh(const Texture* texture) {
  commands_.push_back({texture, state_.clip, corners_.size(), 0, {}, 0});
  return corners_;
}

Vec Canvas::pixel(Vec v) const {
  const Affine& t = state_.transform;
  return {t.a * v.x + t.c * v.y + t.x, t.b * v.x + t.d * v.y + t.y};
}

std::vector<Vec> Canvas::pixels(std::span<const Vec> points) const {
  std::vector<Vec> out;
  out.reserve(points.size());
  for (const Vec& p : points) {
    out.push_back(pixel(p));
  }
  return out;
}

Rect Canvas::pixel_box(Rect box) const {
  const Vec a = pixel({box.x, box.y});
  const Vec b = pixel({box.right(), box.bottom()});
  return {a.x, a.y, b.x - a.x, b.y - a.y};
}

float Canvas::pixel_size() const {
  const Affine& t = state_.transform;
  return std::sqrt(std::fabs(t.a * t.d - t.b * t.c));
}

void Canvas::push() { saved_.push_back(state_); }

void Canvas::pop() {
  state_ = std::move(saved_.back());
  saved_.pop_back();
}

void Canvas::translate(Vec by) {
  const Vec at = pixel(by);
  state_.transform.x = at.x;
  state_.transform.y = at.y;
}

void Canvas::zoom_about(Vec centre, float x, float y) {
  Affine& t = state_.transform;
  const Vec at = pixel(centre);
  t.a *= x;
  t.b *= x;
  t.c *= y;
  t.d *= y;
  const Vec now = pixel(centre);
  t.x += at.x - now.x;
  t.y += at.y - now.y;
}

void Canvas::rotate_about(Vec centre, float degrees) {
  Affine& t = state_.transform;
  const Vec at = pixel(centre);
  const float angle = degrees * 3.14159265F / 180;
  const float c = std::cos(angle);
  const float s = std::sin(angle);
  t = {t.a * c + t.c * s, t.b * c + t.d * s, t.c * c - t.a * s, t.d * c - t.b * s, t.x, t.y};
  const Vec now = pixel(centre);
  t.x += at.x - now.x;
  t.y += at.y - now.y;
}

void Canvas::fade(float alpha) { state_.alpha *= std::clamp(alpha, 0.F, 1.F); }

void Canvas::clip(Rect box) {
  const Rect p = pixel_box(box);
  const Rect whole{std::floor(p.x + 0.5F), std::floor(p.y + 0.5F),
                   std::floor(p.right() + 0.5F) - std::floor(p.x + 0.5F),
                   std::floor(p.bottom() + 0.5F) - std::floor(p.y + 0.5F)};
  state_.clip = intersection(state_.clip, whole);
}

void Canvas::clip_rounded(Rect box, float radius) {
  state_.round_clip = rounded_outline(pixel_box(box), radius * pixel_size());
}

void Canvas::patch(const Texture* texture,
                   Rect box,
                   Rect uv,
                   const std::array<Colour, 4>& colours) {
  const Vec origin = pixel({box.x, box.y});
  const Patch patch{origin, pixel({box.right(), box.y}) - origin,
                    pixel({box.x, box.bottom()}) - origin, uv, colours};
  if (state_.round_clip.empty()) {
    fill_patch(mesh(texture), patch);
  } else {
    fill_patch_inside(mesh(texture), state_.round_clip, patch);
  }
}

void Canvas::image(const Texture& texture, Rect box, Colour tint) {
  image_part(texture, {0, 0, texture.width(), texture.height()}, box, tint);
}

void Canvas::image_part(const Texture& texture, Rect part, Rect box, Colour tint) {
  const Colour c = paint(tint);
  patch(&texture, box, part, {c, c, c, c});
}

void Canvas::sprite(const Sprite& sprite, Vec origin, float zoom, Colour tint) {
  if (sprite.texture) {
    const Rect& p = sprite.place;
    image(*sprite.texture, {origin.x + p.x * zoom, origin.y + p.y * zoom, p.w * zoom, p.h * zoom},
          tint);
  }
}

bool Canvas::icon(const std::string& name, Vec left_top, const IconStyle& style) {
  const int size = static_cast<int>(std::lround(style.size * scale_));
  const Texture* texture = textures_.icon(assets_ / "icons" / "icons.svg", name, size,
                                          style.stroke * scale_, style.filled);
  if (texture == nullptr) {
    return false;
  }
  const Vec p = pixel(left_top);
  const float side = static_cast<float>(size) * pixel_size() / scale_;
  const Colour c = paint(ink(style.colour));
  const bool upright = state_.transform.b == 0;
  const Vec at = upright ? Vec{std::round(p.x), std::round(p.y)} : p;
  const Patch patch{
      at, {side, 0}, {0, side}, {0, 0, texture->width(), texture->height()}, {c, c, c, c}};
  fill_patch(mesh(texture), patch);
  return true;
}

bool Canvas::icon_centred(const std::string& name, Vec centre, const IconStyle& style) {
  return icon(name, {centre.x - style.size / 2, centre.y - style.size / 2}, style);
}

Colour Canvas::ink(Colour colour) const {
  return high_contrast_ ? high_contrast::ink(colour) : colour;
}

Colour Canvas::fill(Colour colour) const {
  return high_contrast_ ? high_contrast::fill(colour) : colour;
}

Colour Canvas::edge(Colour colour) const {
  return high_contrast_ ? high_contrast::edge(colour) : colour;
}

TextStyle Canvas::complete(TextStyle style) const {
  if (style.language.empty()) {
    style.language = language_;
  }
  return style;
}

void Canvas::draw_lines(const std::string& text, const TextStyle& style, Vec left_top, int reveal) {
  const TextCache::Entry& entry = text_.entry(text, style, scale_);
  const Texture& texture = *entry.texture;
  const float zoom = pixel_size() / scale_;
  const float margin = std::round(kTextMargin * scale_);
  const Vec p = pixel(left_top);
  const Vec at{std::round(p.x) - margin * zoom, std::round(p.y) - margin * zoom};
  const Colour c = paint(ink(style.colour));
  const auto draw = [&](float x, float y, float w, float h) {
    const Patch part{
        at + Vec{x, y} * zoom, {w * zoom, 0}, {0, h * zoom}, {x, y, w, h}, {c, c, c, c}};
    fill_patch(mesh(&texture), part);
  };
  const TextLayout& layout = entry.layout;
  if (reveal < 0 || reveal >= layout.characters) {
    draw(0, 0, texture.width(), texture.height());
    return;
  }
  const float band = std::round(layout.line_height * scale_);
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const TextLine& line = layout.lines[i];
    const int shown = reveal - line.first_character;
    if (shown <= 0) {
      break;
    }
    const float top = std::round(margin + static_cast<float>(i) * layout.line_height * scale_);
    const float y = i == 0 ? 0 : top;
    if (static_cast<std::size_t>(shown) >= line.ends.size()) {
      draw(0, y, texture.width(), top + band - y);
    } else {
      const float end = line.x + line.ends[static_cast<std::size_t>(shown) - 1];
      draw(0, y, std::round(margin + end * scale_), top + band - y);
    }
  }
}

Rect Canvas::text(const std::string& text, Vec baseline, const TextStyle& wanted) {
  const TextStyle style = complete(wanted);
  const TextLayout layout = text_.layout(text, style);
  const float box = style.width > 0 ? style.width : layout.width;
  const float shift = style.align == Align::centre  ? box / 2
                      : style.align == Align::right ? box
                                                    : 0;
  const float first = layout.lines.empty() ? 0 : layout.lines.front().baseline;
  const Vec left_top{baseline.x - shift, baseline.y - first};
  if (!text.empty()) {
    draw_lines(text, style, left_top, -1);
    note(text, style, layout, left_top, layout.overflows);
  }
  return {left_top.x, left_top.y, layout.width, layout.height};
}

Rect Canvas::label(const std::string& label, Vec middle, const TextStyle& style) {
  return text(label, {middle.x, middle.y + 0.36F * measure(label, style).size}, style);
}

Rect Canvas::paragraph(const std::string& text,
                       Rect box,
                       const TextStyle& wanted,
                       bool middle,
                       int reveal) {
  TextStyle style = complete(wanted);
  style.width = box.w;
  const TextLayout& layout = text_.layout(text, style);
  const float height = layout.height;
  const float top = middle ? box.y + (box.h - height) / 2 : box.y;
  if (!text.empty()) {
    draw_lines(text, style, {box.x, top}, reveal);
    note(text, style, layout, {box.x, top}, layout.overflows || (middle && height > box.h + 1));
  }
  return {box.x, top, box.w, height};
}

void Canvas::note(const std::string& text,
                  const TextStyle& style,
                  const TextLayout& layout,
                  Vec left_top,
                  bool shortened) {
  if (!notes_texts_) {
    return;
  }
  for (const TextLine& line : layout.lines) {
    PlacedLine placed;
    placed.text = text;
    // From the height of a capital to the depth of a "g".
    placed.box = pixel_box({left_top.x + line.x, left_top.y + line.baseline - 0.74F * layout.size,
                            line.width, 0.96F * layout.size});
    placed.shown = intersection(placed.box, state_.clip);
    placed.scrolls = state_.scrolls;
    placed.shortened = shortened;
    placed.colour = faded(ink(style.colour), state_.alpha);
    placed.size = layout.size;
    placed.weight = style.type.weight;
    noted_.push_back(std::move(placed));
  }
}

// A shape nobody can look through hides the texts below it; a veil over the whole screen says that
// they do not count for now.
void Canvas::note_cover(Rect box, Colour colour) {
  constexpr float kVeil = 60;
  if (noted_.empty() || static_cast<float>(colour.a) * state_.alpha < kVeil) {
    return;
  }
  const Rect shape = intersection(pixel_box(box), state_.clip);
  if (shape.w >= kLogicalWidth * scale_ - 1 && shape.h >= kLogicalHeight * scale_ - 1) {
    noted_.clear();
    return;
  }
  if (colour.a < 255 || state_.alpha < 1) {
    return;
  }
  for (PlacedLine& line : noted_) {
    const float all = line.shown.w * line.shown.h;
    const Rect hidden = intersection(line.shown, shape);
    if (all > 0) {
      line.covered = std::max(line.covered, hidden.w * hidden.h / all);
    }
  }
}

void Canvas::veil_around(Rect hole, Colour colour) {
  const Rect seen = pixel_box(hole);
  noted_.erase(
      std::remove_if(noted_.begin(), noted_.end(),
                     [&](const PlacedLine& line) { return !seen.contains(line.shown.centre()); }),
      noted_.end());
  constexpr Rect kAll{-kLogicalWidth, -kLogicalHeight, 3 * kLogicalWidth, 3 * kLogicalHeight};
  rect({kAll.x, kAll.y, kAll.w, hole.y - kAll.y}, colour);
  rect({kAll.x, hole.bottom(), kAll.w, kAll.bottom() - hole.bottom()}, colour);
  rect({kAll.x, hole.y, hole.x - kAll.x, hole.h}, colour);
  rect({hole.right(), hole.y, kAll.right() - hole.right(), hole.h}, colour);
}

float Canvas::text_width(const std::string& text, theme::Type type) {
  TextStyle style;
  style.type = type;
  style.language = language_;
  return text_.layout(text, style).width;
}

const TextLayout& Canvas::measure(const std::string& text, TextStyle style) {
  return text_.layout(text, complete(std::move(style)));
}

void Canvas::mark(std::string_view id, Rect box) {
  places_[std::string(id)] = intersection(pixel_box(box), state_.clip);
}

void Canvas::mark_pixels(std::string_view id, Rect box) { places_[std::string(id)] = box; }

void Canvas::drop_snapshot() { snapshot_.reset(); }

void Canvas::draw_snapshot(float alpha) {
  if (snapshot_) {
    const Colour c = premultiplied(theme::kPaper, alpha);
    fill_patch(mesh(snapshot_.get()), {{0, 0},
                                       {pixels_.x, 0},
                                       {0, pixels_.y},
                                       {0, 0, snapshot_->width(), snapshot_->height()},
                                       {c, c, c, c}});
  }
}

}  // namespace mot
