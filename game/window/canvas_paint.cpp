// Canvas: from the commands of a frame to pixels. Finds the parts that differ from the last frame.
#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/OpenGL.hpp>
#include <cmath>
#include <unordered_map>

#include "game/window/canvas.h"
#include "game/window/hash_mix.h"

namespace mot {
namespace {

const sf::BlendMode kOver(sf::BlendMode::One, sf::BlendMode::OneMinusSrcAlpha);
constexpr std::size_t kMostParts = 6;
constexpr std::size_t kCrowd = 24;  // with so many boxes those within kNear pixels become one
constexpr float kNear = 16;
constexpr float kWholeFrom = 0.8F;  // beyond this share of the window all is painted

float surface(const Rect& r) { return r.w * r.h; }

Rect joined(const Rect& a, const Rect& b) {
  const float x = std::min(a.x, b.x);
  const float y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

bool meet(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// Boxes that overlap, or lie so near that one bigger box costs little, become one; then those that
// waste least, until there are few enough.
std::vector<Rect> merged(std::vector<Rect> boxes) {
  const auto join = [&boxes](std::size_t i, std::size_t k) {
    boxes[i] = joined(boxes[i], boxes[k]);
    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(k));
  };
  for (bool again = true; again;) {
    again = false;
    const float near = boxes.size() > kCrowd ? kNear : 0;
    for (std::size_t i = 0; i < boxes.size() && !again; ++i) {
      for (std::size_t k = i + 1; k < boxes.size() && !again; ++k) {
        const float both = surface(joined(boxes[i], boxes[k]));
        again = meet(boxes[i].inset(-near), boxes[k]) ||
                both < 1.25F * (surface(boxes[i]) + surface(boxes[k])) + 2000;
        if (again) {
          join(i, k);
        }
      }
    }
  }
  while (boxes.size() > kMostParts) {
    std::size_t first = 0;
    std::size_t second = 1;
    float least = 1e18F;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t k = i + 1; k < boxes.size(); ++k) {
        const float waste =
            surface(joined(boxes[i], boxes[k])) - surface(boxes[i]) - surface(boxes[k]);
        if (waste < least) {
          least = waste;
          first = i;
          second = k;
        }
      }
    }
    join(first, second);
  }
  return boxes;
}

Rect touched(const Mesh& corners, std::size_t first, std::size_t count) {
  float left = 1e9F;
  float top = 1e9F;
  float right = -1e9F;
  float bottom = -1e9F;
  for (std::size_t i = first; i < first + count; ++i) {
    const Vec p = corners[i].at;
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    top = std::min(top, p.y);
    bottom = std::max(bottom, p.y);
  }
  left = std::floor(left - 0.5F);
  top = std::floor(top - 0.5F);
  return {left, top, std::ceil(right + 0.5F) - left, std::ceil(bottom + 0.5F) - top};
}

}  // namespace

void Canvas::close_commands() {
  static_assert(sizeof(Corner) == 20, "corners are hashed as bytes");
  for (std::size_t i = 0; i < commands_.size(); ++i) {
    Command& c = commands_[i];
    const std::size_t end = i + 1 < commands_.size() ? commands_[i + 1].first : corners_.size();
    c.count = end - c.first;
    if (c.count == 0) {
      continue;
    }
    c.box = intersection(touched(corners_, c.first, c.count), c.clip);
    c.hash = mixed(c.count, c.texture != nullptr ? c.texture->serial() : 0);
    c.hash = mixed_bytes(c.hash, &c.clip, sizeof c.clip);
    c.hash = mixed_bytes(c.hash, corners_.data() + c.first, c.count * sizeof(Corner));
  }
  std::erase_if(commands_, [](const Command& c) { return c.count == 0 || surface(c.box) <= 0; });
}

// The boxes of commands that are in one of the two frames only, and what differs `above` them.
// Commands in both must stand in the same order, or all is new.
std::vector<Rect> Canvas::damage(std::vector<Rect> above) const {
  const Rect whole{0, 0, pixels_.x, pixels_.y};
  if (last_.empty()) {
    return {whole};
  }
  std::unordered_map<std::uint64_t, int> before;
  for (const auto& [hash, box] : last_) {
    ++before[hash];
  }
  std::vector<Rect> boxes = std::move(above);
  std::vector<std::uint64_t> kept;
  for (const Command& c : commands_) {
    if (const auto found = before.find(c.hash); found != before.end() && found->second > 0) {
      --found->second;
      kept.push_back(c.hash);
    } else {
      boxes.push_back(c.box);
    }
  }
  std::size_t next = 0;
  for (auto it = last_.begin(); it != last_.end(); ++it) {
    if (next < kept.size() && kept[next] == it->first) {
      ++next;
    } else {
      boxes.push_back(it->second);
    }
  }
  if (next != kept.size()) {
    return {whole};
  }
  boxes = merged(std::move(boxes));
  float sum = 0;
  for (const Rect& box : boxes) {
    sum += surface(box);
  }
  if (sum > kWholeFrom * surface(whole)) {
    return {whole};
  }
  return boxes;
}

// Mesa's software renderers copy the back buffer to the screen, and it stays as it was; a graphics
// card may hand out another buffer each frame, but paints the whole window in no time.
bool Canvas::keeps_picture() {
  if (!keeps_picture_) {
    window_.setActive(true);
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const std::string renderer = name != nullptr ? name : "";
    keeps_picture_ = renderer.find("llvmpipe") != std::string::npos ||
                     renderer.find("softpipe") != std::string::npos;
  }
  return *keeps_picture_;
}

void Canvas::paint_part(Rect part) {
  sf::RenderTarget& target = window_;
  static thread_local std::vector<sf::Vertex> vertices;
  vertices.clear();
  const Texture* texture = nullptr;
  Rect clip{0, 0, -1, -1};
  target.setView(sf::View(sf::FloatRect(0, 0, pixels_.x, pixels_.y)));
  window_.setActive(true);
  glEnable(GL_SCISSOR_TEST);
  const auto send = [&] {
    if (!vertices.empty()) {
      sf::RenderStates states(kOver);
      states.texture = texture != nullptr ? &texture->native() : nullptr;
      target.draw(vertices.data(), vertices.size(), sf::Triangles, states);
      vertices.clear();
    }
  };
  for (const Command& c : commands_) {
    const Rect wanted = intersection(c.clip, part);
    if (!meet(c.box, part) || wanted.w < 1 || wanted.h < 1) {
      continue;
    }
    if (c.texture != texture || !(wanted == clip)) {
      send();
    }
    texture = c.texture;
    if (!(wanted == clip)) {
      clip = wanted;
      // Not by a view as small as the clip: the corners would be rounded elsewhere in every part,
      // and the edges of shapes with them.
      glScissor(static_cast<GLint>(clip.x), static_cast<GLint>(pixels_.y - clip.bottom()),
                static_cast<GLsizei>(clip.w), static_cast<GLsizei>(clip.h));
    }
    for (std::size_t i = c.first; i < c.first + c.count; ++i) {
      const Corner& k = corners_[i];
      vertices.emplace_back(sf::Vector2f(k.at.x, k.at.y),
                            sf::Color(k.colour.r, k.colour.g, k.colour.b, k.colour.a),
                            sf::Vector2f(k.uv.x, k.uv.y));
    }
  }
  send();
  glDisable(GL_SCISSOR_TEST);
}

void Canvas::finish(std::vector<Rect> above) {
  close_commands();
  if (!keeps_picture()) {
    last_.clear();
  }
  painted_ = 0;
  parts_.clear();
  for (const Rect& part : damage(std::move(above))) {
    const Rect inside = intersection(part, {0, 0, pixels_.x, pixels_.y});
    if (inside.w >= 1 && inside.h >= 1) {
      parts_.push_back(inside);
      paint_part(inside);
      painted_ += surface(inside) / (pixels_.x * pixels_.y);
    }
  }
  last_.clear();
  for (const Command& c : commands_) {
    last_.emplace_back(c.hash, c.box);
  }
}

void Canvas::take_snapshot() {
  finish();
  snapshot_ = std::make_unique<Texture>(window_);
}

}  // namespace mot
