#include "game/window/svg.h"

#include <librsvg/rsvg.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace mot {
namespace {

constexpr int kMaxSide = 8192;

// Cairo's native-endian ARGB words → RGBA bytes.
Pixels from_surface(cairo_surface_t* surface) {
  Pixels out;
  cairo_surface_flush(surface);
  out.width = cairo_image_surface_get_width(surface);
  out.height = cairo_image_surface_get_height(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  out.rgba.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
  std::uint8_t* to = out.rgba.data();
  for (int y = 0; y < out.height; ++y) {
    const unsigned char* row = data + static_cast<std::ptrdiff_t>(y) * stride;
    for (int x = 0; x < out.width; ++x, row += 4, to += 4) {
      to[0] = row[2];
      to[1] = row[1];
      to[2] = row[0];
      to[3] = row[3];
    }
  }
  return out;
}

}  // namespace

struct Svg::Impl {
  RsvgHandle* handle = nullptr;
  double width = 0;
  double height = 0;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (handle != nullptr) {
      g_object_unref(handle);
    }
  }
};

Svg::Svg(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Svg::Svg(Svg&&) noexcept = default;
Svg& Svg::operator=(Svg&&) noexcept = default;
Svg::~Svg() = default;

std::optional<std::string> file_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return std::nullopt;
  }
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::optional<Svg> Svg::load(const std::filesystem::path& file) {
  const auto text = file_text(file);
  return text ? parse(*text) : std::nullopt;
}

std::optional<Svg> Svg::parse(const std::string& text) {
  GError* error = nullptr;
  auto impl = std::make_unique<Impl>();
  impl->handle =
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text.data()), text.size(), &error);
  if (impl->handle == nullptr) {
    g_clear_error(&error);
    return std::nullopt;
  }
  rsvg_handle_set_dpi(impl->handle, 96);
  if (rsvg_handle_get_intrinsic_size_in_pixels(impl->handle, &impl->width, &impl->height) == 0) {
    gboolean has_width = 0;
    gboolean has_height = 0;
    gboolean has_box = 0;
    RsvgLength width;
    RsvgLength height;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(impl->handle, &has_width, &width, &has_height, &height,
                                         &has_box, &box);
    impl->width = has_box != 0 ? box.width : 0;
    impl->height = has_box != 0 ? box.height : 0;
  }
  if (!(impl->width > 0) || !(impl->height > 0)) {
    return std::nullopt;
  }
  return Svg(std::move(impl));
}

float Svg::width() const { return static_cast<float>(impl_->width); }
float Svg::height() const { return static_cast<float>(impl_->height); }

bool Svg::has(const std::string& id) const {
  return rsvg_handle_has_sub(impl_->handle, ("#" + id).c_str()) != 0;
}

Pixels Svg::render(std::span<const std::string> ids, float scale, Rect crop) const {
  if (crop.w <= 0 || crop.h <= 0) {
    crop = {0, 0, width(), height()};
  }
  const int w = static_cast<int>(std::ceil(crop.w * scale - 0.01F));
  const int h = static_cast<int>(std::ceil(crop.h * scale - 0.01F));
  if (w <= 0 || h <= 0 || w > kMaxSide || h > kMaxSide) {
    return {};
  }
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
  cairo_t* cr = cairo_create(surface);
  const auto k = static_cast<double>(scale);
  cairo_translate(cr, -static_cast<double>(crop.x) * k, -static_cast<double>(crop.y) * k);
  cairo_scale(cr, k, k);
  const RsvgRectangle viewport{0, 0, impl_->width, impl_->height};
  const auto layer = [&](const char* id) {
    GError* error = nullptr;
    if (rsvg_handle_render_layer(impl_->handle, cr, id, &viewport, &error) == 0) {
      g_clear_error(&error);
    }
  };
  for (const std::string& id : ids) {
    layer(("#" + id).c_str());
  }
  if (ids.empty()) {
    layer(nullptr);
  }
  Pixels out = from_surface(surface);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
  return out;
}

}  // namespace mot
