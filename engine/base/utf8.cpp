#include "engine/base/utf8.h"

#include <cstdint>
#include <cstring>

namespace mot {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(std::string_view text, std::size_t offset) {
  return offset < text.size() && (byte_at(text, offset) & 0xC0U) == 0x80U;
}

struct Decoded {
  char32_t code_point = kReplacement;
  /// Bytes taken; 0 where the bytes are not valid UTF-8.
  std::size_t size = 0;
};

/// The six low bits of each of `size - 1` continuation bytes appended to `lead`; refused outside
/// `least` … `most`.
Decoded continued(std::string_view text,
                  std::size_t offset,
                  std::size_t size,
                  char32_t lead,
                  char32_t least,
                  char32_t most) {
  char32_t code_point = lead;
  for (std::size_t i = 1; i < size; ++i) {
    if (!is_continuation(text, offset + i)) return {};
    code_point = (code_point << 6U) | (byte_at(text, offset + i) & 0x3FU);
  }
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < least || code_point > most || surrogate) return {};
  return {code_point, size};
}

Decoded decode(std::string_view text, std::size_t offset) {
  const unsigned lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2) return {};  // a stray continuation byte, or an overlong form
  if (lead < 0xE0) return continued(text, offset, 2, lead & 0x1FU, 0x80, 0x7FF);
  if (lead < 0xF0) return continued(text, offset, 3, lead & 0x0FU, 0x800, 0xFFFF);
  if (lead < 0xF5) return continued(text, offset, 4, lead & 0x07U, 0x10000, 0x10FFFF);
  return {};
}

/// Moves past ASCII, eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  while (offset + 8 <= text.size()) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + offset, 8);
    if ((bytes & 0x8080808080808080ULL) != 0) break;
    offset += 8;
  }
  while (offset < text.size() && byte_at(text, offset) < 0x80) ++offset;
  return offset;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t offset = skip_ascii(text, 0); offset < text.size();) {
    const std::size_t size = decode(text, offset).size;
    if (size == 0) return offset;
    offset += size;
    if (offset < text.size() && byte_at(text, offset) < 0x80) offset = skip_ascii(text, offset);
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    const std::size_t ascii = skip_ascii(text, offset) - offset;
    count += ascii;
    offset += ascii;
    if (offset == text.size()) break;
    next_code_point(text, offset);
  }
  return count;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const Decoded decoded = decode(text, offset);
  offset += decoded.size == 0 ? 1 : decoded.size;
  return decoded.code_point;
}

void append_code_point(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = kReplacement;
  }
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
    return;
  }
  if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
  } else {
    if (code_point < 0x10000) {
      put(0xE0U | (code_point >> 12U));
    } else {
      put(0xF0U | (code_point >> 18U));
      put(0x80U | ((code_point >> 12U) & 0x3FU));
    }
    put(0x80U | ((code_point >> 6U) & 0x3FU));
  }
  put(0x80U | (code_point & 0x3FU));
}

}  // namespace mot
