#include "engine/report/html_text.h"

#include <fmt/format.h>

#include "engine/base/utf8.h"
#include "engine/base/xml.h"

namespace mot::report {
namespace {

constexpr char32_t kFirstStrongIsolate = 0x2068;
constexpr char32_t kPopIsolate = 0x2069;
constexpr char32_t kPopEmbedding = 0x202C;

bool opens_isolate(char32_t c) { return c >= 0x2066 && c <= kFirstStrongIsolate; }
bool opens_embedding(char32_t c) {
  return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;
}

}  // namespace

std::string typed(std::string_view text) {
  return "<bdi>" + escaped_xml(isolated(text)) + "</bdi>";
}

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

std::string page_head(std::string_view language, std::string_view title, std::string_view style) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; img-src data:\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
      escaped_xml(language), escaped_xml(title), style);
}

}  // namespace mot::report
