#include "game/window/text.h"

#include <algorithm>

namespace mot {
namespace {

constexpr std::size_t kKept = 500;
constexpr std::size_t kKeptBytes = 16U << 20U;

std::size_t bytes_of(const Texture* texture) {
  return texture == nullptr ? 0
                            : 4 * static_cast<std::size_t>(texture->width() * texture->height());
}

std::string key_of(const std::string& text, const TextStyle& style) {
  std::string key = style.language;
  const theme::Type& t = style.type;
  for (const float f : {t.size, t.line, t.size_zh, t.line_zh, t.spacing, t.most, style.width}) {
    key += '|';
    key += std::to_string(f);
  }
  key += '|' + std::to_string(t.weight) + '|' + std::to_string(style.max_lines) + '|' +
         std::to_string(static_cast<int>(style.align)) + '|' + text;
  return key;
}

}  // namespace

TextCache::Entry& TextCache::find(const std::string& text, const TextStyle& style) {
  std::string key = key_of(text, style);
  if (const auto found = by_key_.find(key); found != by_key_.end()) {
    entries_.splice(entries_.begin(), entries_, found->second);
    entries_.front().used = frame_;
    return entries_.front();
  }
  entries_.push_front({key, lay_out(text, style, factor_), nullptr, 0, frame_});
  by_key_[std::move(key)] = entries_.begin();
  return entries_.front();
}

const TextLayout& TextCache::layout(const std::string& text, const TextStyle& style) {
  return find(text, style).layout;
}

const TextCache::Entry& TextCache::entry(const std::string& text,
                                         const TextStyle& style,
                                         float scale) {
  Entry& entry = find(text, style);
  if (!entry.texture || entry.texture_scale != scale) {
    bytes_ -= bytes_of(entry.texture.get());
    entry.texture = std::make_unique<Texture>(text_picture(text, style, factor_, scale));
    entry.texture_scale = scale;
    bytes_ += bytes_of(entry.texture.get());
  }
  return entry;
}

void TextCache::next_frame() {
  ++frame_;
  // What the last frame showed is likely to be shown again.
  while ((entries_.size() > kKept || bytes_ > kKeptBytes) && entries_.back().used + 1 < frame_) {
    bytes_ -= bytes_of(entries_.back().texture.get());
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

void TextCache::set_size_factor(float factor) {
  factor_ = std::clamp(factor, 1.F, 2.F);
  clear();
}

void TextCache::clear() {
  by_key_.clear();
  entries_.clear();
  bytes_ = 0;
}

}  // namespace mot
