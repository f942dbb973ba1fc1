// Drawing in logical units: shapes, pictures, text. Knows the window's scale, so that everything
// is sharp at any size. Colours are straight; later drawings lie on earlier ones.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "game/window/geometry.h"
#include "game/window/layout_check.h"
#include "game/window/mesh.h"
#include "game/window/text.h"
#include "game/window/textures.h"
#include "game/window/theme.h"

namespace sf {
class RenderWindow;
}

namespace mot {

struct IconStyle {
  float size = 20;
  Colour colour = theme::kInk;
  float stroke = 2;  // width of its lines in logical units
  bool filled = false;
};

// What a frame draws is kept as a list of commands and compared with the last frame's: only the
// parts of the window where something differs are painted again.
class Canvas {
 public:
  // Draws to `window`; icons come from `assets`/icons/icons.svg. All borrowed.
  Canvas(sf::RenderWindow& window,
         TextCache& text,
         Textures& textures,
         std::filesystem::path assets);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Starts a frame on a window of that many pixels: clears it to cream, letter-boxes 1280 x 720.
  void begin(int pixel_width, int pixel_height);
  // Paints what has changed since the last frame, and the parts of the window, in pixels, where
  // something that lies `above` the picture has.
  void finish(std::vector<Rect> above = {});
  // How much of the window the last finish() painted, 0 … 1.
  float painted() const { return painted_; }
  // Which parts these were, in pixels.
  const std::vector<Rect>& painted_parts() const { return parts_; }
  // The next frame is painted whole.
  void forget() { last_.clear(); }

  float scale() const { return scale_; }  // pixels a logical unit
  Vec to_logical(Vec pixel) const { return (pixel - offset_) * (1 / scale_); }
  Vec to_pixel(Vec logical) const { return logical * scale_ + offset_; }
  Textures& textures() { return textures_; }
  const std::filesystem::path& assets() const { return assets_; }
  // Everything drawn from now on in colours of high contrast, with edges around what is tinted.
  void set_high_contrast(bool on) { high_contrast_ = on; }
  bool high_contrast() const { return high_contrast_; }
  void set_language(std::string language) { language_ = std::move(language); }
  const std::string& language() const { return language_; }

  // Shapes.
  void rect(Rect box, Colour colour);
  void rounded(Rect box, float radius, Colour colour);
  void pill(Rect box, Colour colour) { rounded(box, box.h / 2, colour); }
  void border(Rect box,
              float radius,
              float width,
              Colour colour);  // centred on the edge, as in SVG
  void shadow(Rect box, float radius, int level, bool hollow = false);
  // A filled box on its shadow, level 1 … 3 (0: none).
  void panel(Rect box, float radius, Colour colour, int level);
  void circle(Vec centre, float radius, Colour colour);
  void ring(Vec centre, float radius, float width, Colour colour);
  // Part of a ring; angles in turns, 0 at the top, clockwise.
  void arc(Vec centre,
           float radius,
           float width,
           float from,
           float to,
           Colour colour,
           bool round = true);
  // A piece of a gauge between two radii.
  void segment(Vec centre, float inner, float outer, float from, float to, Colour colour);
  void line(Vec from, Vec to, float width, Colour colour);  // round ends
  void polyline(std::span<const Vec> points, float width, Colour colour);
  void dashed(std::span<const Vec> points, float width, float dash, float gap, Colour colour);
  void polygon(std::span<const Vec> convex, Colour colour);
  void polygon_border(std::span<const Vec> points, float width, Colour colour);
  // The area between a line and the level `base` below it, fading from one colour to another.
  void area(std::span<const Vec> points, float base, Colour at_line, Colour at_base);
  // Colours at the left top, right top, right bottom, left bottom corner.
  void gradient(Rect box, Colour lt, Colour rt, Colour rb, Colour lb);
  void fade_down(Rect box, Colour top, Colour bottom) { gradient(box, top, top, bottom, bottom); }
  void fade_right(Rect box, Colour left, Colour right) { gradient(box, left, right, right, left); }
  // A veil of a colour that shines through over the whole window but for `hole`. Texts behind it
  // are no longer noted: they are not there to be read now.
  void veil_around(Rect hole, Colour colour);
  // A meter: track and the part that is full, 0 … 1.
  void bar(Rect box, float fraction, Colour colour, Colour track = theme::kTrack);

  // Pictures.
  void image(const Texture& texture, Rect box, Colour tint = theme::kPaper);
  void image_part(const Texture& texture,
                  Rect part_in_pixels,
                  Rect box,
                  Colour tint = theme::kPaper);
  // A sprite of a drawing whose own origin lies at `origin`, `zoom` logical units a unit of it.
  void sprite(const Sprite& sprite, Vec origin, float zoom, Colour tint = theme::kPaper);
  // An icon with its left top corner there; false where there is no such icon.
  bool icon(const std::string& name, Vec left_top, const IconStyle& style = {});
  bool icon_centred(const std::string& name, Vec centre, const IconStyle& style = {});

  // Text. `baseline` is where the first line stands; x is its left end, middle or right end as the
  // style's align says. Returns the box of all lines.
  Rect text(const std::string& text, Vec baseline, const TextStyle& style);
  // One line whose letters stand around the height y, whatever the player's text size; x as above.
  Rect label(const std::string& text, Vec middle, const TextStyle& style);
  // Lines broken at box.w, standing in the middle of the box's height (or at its top); `reveal`
  // shows so many characters only (typewriter), negative all.
  Rect paragraph(const std::string& text,
                 Rect box,
                 const TextStyle& style,
                 bool middle = true,
                 int reveal = -1);
  // Width of the text on one line.
  float text_width(const std::string& text, theme::Type type);
  const TextLayout& measure(const std::string& text, TextStyle style);

  // Notes where each line of text comes to lie, from the next begin() on; for layout_check.h.
  void note_texts(bool wanted) { notes_texts_ = wanted; }
  const std::vector<PlacedLine>& noted_texts() const { return noted_; }
  bool notes_texts() const { return notes_texts_; }
  // Notes a line that something else than the canvas has drawn.
  void note_line(PlacedLine line) { noted_.push_back(std::move(line)); }
  // What is drawn until the next pop() may be cut above and below: it can be scrolled.
  void set_scrolling() { state_.scrolls = true; }

  // State: everything between push and pop is undone by pop.
  void push();
  void pop();
  void translate(Vec by);
  void zoom_about(Vec centre, float x, float y);
  void rotate_about(Vec centre, float degrees);
  void fade(float alpha);                     // multiplies
  void clip(Rect box);                        // whole pixels, not for rotated drawing
  void clip_rounded(Rect box, float radius);  // smooth; for pictures and gradients only
  float alpha() const { return state_.alpha; }

  // Remembers where the widget of that test id is; `places` are window pixels of this frame.
  void mark(std::string_view id, Rect box);
  // The same for what is drawn over the picture, also beside the logical page: a box in pixels, cut
  // to what is seen.
  void mark_pixels(std::string_view id, Rect box);
  const std::map<std::string, Rect>& places() const { return places_; }

  // A lasting picture of what is on the target now, for cross-fades; drawn with draw_snapshot.
  void take_snapshot();
  void drop_snapshot();
  void draw_snapshot(float alpha);

 private:
  struct Affine {
    float a = 1, b = 0, c = 0, d = 1, x = 0, y = 0;
  };
  struct State {
    Affine transform;
    float alpha = 1;
    Rect clip;                    // pixels
    std::vector<Vec> round_clip;  // pixels; empty: none
    bool scrolls = false;
  };

  Vec pixel(Vec v) const;
  std::vector<Vec> pixels(std::span<const Vec> points) const;
  Rect pixel_box(Rect box) const;
  float pixel_size() const;  // pixels a unit under the transform
  Colour paint(Colour colour) const { return premultiplied(colour, state_.alpha); }
  // A colour as it is drawn: of letters and icons, of grounds, of lines.
  Colour ink(Colour colour) const;
  Colour fill(Colour colour) const;
  Colour edge(Colour colour) const;
  void edge_of_tint(Rect box, float radius, Colour colour);
  Mesh& mesh(const Texture* texture);
  void patch(const Texture* texture, Rect box, Rect uv, const std::array<Colour, 4>& colours);
  std::vector<Rect> damage(std::vector<Rect> above) const;
  void close_commands();
  void paint_part(Rect part);
  bool keeps_picture();
  void draw_lines(const std::string& text, const TextStyle& style, Vec left_top, int reveal);
  void note(const std::string& text,
            const TextStyle& style,
            const TextLayout& layout,
            Vec left_top,
            bool shortened);
  void note_cover(Rect box, Colour colour);
  TextStyle complete(TextStyle style) const;
  const Texture& shadow_texture(int level, float radius);

  // Some triangles of one texture within one clip.
  struct Command {
    const Texture* texture = nullptr;
    Rect clip;
    std::size_t first = 0;  // corners
    std::size_t count = 0;
    Rect box;                // pixels it may touch
    std::uint64_t hash = 0;  // of everything that decides what it looks like
  };

  sf::RenderWindow& window_;
  std::optional<bool> keeps_picture_;  // is what was shown still there to be painted over?
  TextCache& text_;
  Textures& textures_;
  std::filesystem::path assets_;
  std::string language_ = "en";
  bool high_contrast_ = false;
  float scale_ = 1;
  Vec offset_;
  Vec pixels_;
  State state_;
  std::vector<State> saved_;
  Mesh corners_;
  std::vector<Command> commands_;
  std::vector<std::pair<std::uint64_t, Rect>> last_;  // hashes and boxes of the last frame
  float painted_ = 0;
  std::map<std::string, Rect> places_;
  std::unique_ptr<Texture> snapshot_;
  bool notes_texts_ = false;
  std::vector<PlacedLine> noted_;
  std::vector<Rect> parts_;  // that were painted last
};

}  // namespace mot
