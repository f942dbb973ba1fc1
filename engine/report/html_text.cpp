#include "engine/report/html_text.h"

#include "engine/base/utf8.h"

namespace mot::report {
namespace {

constexpr char32_t kFirstStrongIsolate = 0x2068;
constexpr char32_t kPopIsolate = 0x2069;
constexpr char32_t kPopEmbedding = 0x202C;
constexpr char32_t kReplacement = 0xFFFD;

bool opens_isolate(char32_t c) { return c >= 0x2066 && c <= kFirstStrongIsolate; }
bool opens_embedding(char32_t c) {
  return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;
}

/// What HTML forbids, escaped or not.
bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r') ||
         (c >= 0x7F && c < 0xA0) || (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\'': out += "&#39;"; break;
      default: append_code_point(out, is_forbidden(c) ? kReplacement : c);
    }
  }
  return out;
}

std::string typed(std::string_view text) { return "<bdi>" + escaped(isolated(text)) + "</bdi>"; }

std::string isolated(std::string_view text) {
  std::string out;
  std::size_t isolates = 0;
  std::size_t embeddings = 0;
  append_code_point(out, kFirstStrongIsolate);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == kPopIsolate && isolates == 0) continue;
    if (c == kPopEmbedding && embeddings == 0) continue;
    if (opens_isolate(c)) ++isolates;
    if (opens_embedding(c)) ++embeddings;
    if (c == kPopIsolate) --isolates;
    if (c == kPopEmbedding) --embeddings;
    append_code_point(out, c);
  }
  for (; embeddings > 0; --embeddings) append_code_point(out, kPopEmbedding);
  for (; isolates > 0; --isolates) append_code_point(out, kPopIsolate);
  append_code_point(out, kPopIsolate);
  return out;
}

}  // namespace mot::report
