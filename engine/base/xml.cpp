#include "engine/base/xml.h"

#include "engine/base/utf8.h"

namespace mot {

std::string escaped_xml(std::string_view text) {
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\'': out += "&#39;"; break;
      default: {
        const bool is_control = c < 0x20 && c != U'\t' && c != U'\n';
        const bool is_nothing = c == 0xFFFE || c == 0xFFFF;
        append_code_point(out, is_control || is_nothing ? kReplacement : c);
      }
    }
  }
  return out;
}

}  // namespace mot
