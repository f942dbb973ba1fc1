#include "engine/report/pdf_catalogue.h"

#include <fmt/format.h>

#include <cctype>
#include <charconv>
#include <optional>

namespace mot::report {
namespace {

/// The number after a key in the trailer: "/Root 73 0 R" → 73.
std::optional<int> number_after(std::string_view text, std::string_view key) {
  std::size_t at = text.rfind(key);
  if (at == std::string_view::npos) return std::nullopt;
  at = text.find_first_not_of(" \n", at + key.size());
  if (at == std::string_view::npos) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() + at) return std::nullopt;
  return number;
}

/// Letters, digits and dashes only: what may stand in a PDF string as it is.
std::string tag_of(std::string_view language) {
  std::string tag;
  for (const char c : language) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-') tag += c;
  }
  return tag;
}

}  // namespace

std::string with_catalogue(std::string pdf, std::string_view language) {
  const std::size_t trailer = pdf.rfind("trailer");
  if (trailer == std::string::npos) return pdf;
  const std::string_view end = std::string_view(pdf).substr(trailer);
  const auto root = number_after(end, "/Root");
  const auto info = number_after(end, "/Info");
  const auto size = number_after(end, "/Size");
  const auto before = number_after(end, "startxref");
  if (!root || !info || !size || !before) return pdf;
  const std::string head = fmt::format("\n{} 0 obj\n", *root);
  const std::size_t object = pdf.find(head);
  if (object == std::string::npos) return pdf;
  const std::size_t last = pdf.find(">>\nendobj", object);
  const std::string catalogue = last == std::string::npos
                                    ? std::string()
                                    : pdf.substr(object + head.size(), last - object - head.size());
  if (catalogue.find("/Type /Catalog") == std::string::npos) return pdf;
  if (pdf.back() != '\n') pdf += '\n';
  const std::size_t offset = pdf.size();
  pdf += fmt::format(
      "{} 0 obj\n{}   /Lang ({})\n   /MarkInfo << /Marked true >>\n"
      "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
      *root, catalogue, tag_of(language));
  const std::size_t table = pdf.size();
  pdf += fmt::format(
      "xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n"
      "   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
      *root, offset, *size, *root, *info, *before, table);
  return pdf;
}

}  // namespace mot::report
