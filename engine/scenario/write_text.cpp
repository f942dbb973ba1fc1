// Texts as YAML scalars. Part of writer.h.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

// Characters that a reader of YAML or of the file could take for something else, or not see.
bool must_be_escaped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         c == 0xFFFE || c == 0xFFFF;
}

bool has_escapes(std::string_view text, bool allow_line_ends) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (must_be_escaped(c) && !(allow_line_ends && c == '\n')) return true;
  }
  return false;
}

bool can_be_plain(std::string_view text, bool flow) {
  constexpr std::array<std::string_view, 5> kNothing{"~", "null", "Null", "NULL", "<<"};
  if (text.empty() || std::find(kNothing.begin(), kNothing.end(), text) != kNothing.end())
    return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`= ").find(text[0]) != std::string_view::npos)
    return false;
  if (text.back() == ' ' || text.back() == ':' || has_escapes(text, false)) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
    return false;
  return !flow || text.find_first_of(",[]{}:?#\"'") == std::string_view::npos;
}

std::string in_double_quotes(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (must_be_escaped(c)) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      out.append(text.substr(from, at - from));
    }
  }
  return out + '"';
}

// Whether a block keeps it exactly: lines that begin with a word, at most one line end behind them.
bool can_be_block(std::string_view text) {
  if (text.find('\n') == std::string_view::npos || has_escapes(text, true)) return false;
  if (text[0] == ' ' || text[0] == '\n') return false;
  return text.size() < 2 || text.substr(text.size() - 2) != "\n\n";
}

std::string as_block(std::string_view text, std::size_t indent) {
  const bool ends = text.back() == '\n';
  std::string out = ends ? "|" : "|-";
  if (ends) text.remove_suffix(1);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += '\n';
    if (end > at) out += std::string(indent + 2, ' ');
    out.append(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string write_text(std::string_view text, std::size_t indent) {
  if (can_be_plain(text, false)) return std::string(text);
  return can_be_block(text) ? as_block(text, indent) : in_double_quotes(text);
}

std::string write_flow_text(std::string_view text) {
  return can_be_plain(text, true) ? std::string(text) : in_double_quotes(text);
}

std::string write_portrait(const Portrait& portrait) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) parts.push_back(fmt::format("{}: {}", name, write_flow_text(value)));
  };
  add("like", portrait.like);
  add("hair", portrait.hair);
  add("hair_colour", portrait.hair_colour);
  add("skin", portrait.skin);
  add("outfit", portrait.outfit);
  std::vector<std::string> inner;
  inner.reserve(std::max(portrait.colours.size(), portrait.wears.size()));
  for (const auto& [part, colour] : portrait.colours)
    inner.push_back(fmt::format("{}: {}", write_flow_text(part), write_flow_text(colour)));
  if (!inner.empty()) parts.push_back(fmt::format("colours: {{ {} }}", fmt::join(inner, ", ")));
  inner.clear();
  for (const std::string& worn : portrait.wears) inner.push_back(write_flow_text(worn));
  if (!inner.empty()) parts.push_back(fmt::format("wears: [{}]", fmt::join(inner, ", ")));
  return parts.empty() ? std::string() : fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

}  // namespace mot
