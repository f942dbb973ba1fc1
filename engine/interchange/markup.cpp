#include "engine/interchange/markup.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"

namespace mot {
namespace {

struct Entity {
  std::string_view name;
  char32_t sign;
};

/// U+00A0 … U+00FF in their order.
constexpr std::array<std::string_view, 96> kLatin{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
    "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
    "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
    "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

constexpr std::array<Entity, 56> kOthers{{
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},     {"OElig", 0x152},   {"oelig", 0x153},   {"Scaron", 0x160},
    {"scaron", 0x161},  {"Yuml", 0x178},    {"fnof", 0x192},    {"circ", 0x2C6},
    {"tilde", 0x2DC},   {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009},
    {"zwnj", 0x200C},   {"zwj", 0x200D},    {"lrm", 0x200E},    {"rlm", 0x200F},
    {"ndash", 0x2013},  {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},
    {"sbquo", 0x201A},  {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},
    {"dagger", 0x2020}, {"Dagger", 0x2021}, {"bull", 0x2022},   {"hellip", 0x2026},
    {"permil", 0x2030}, {"prime", 0x2032},  {"Prime", 0x2033},  {"lsaquo", 0x2039},
    {"rsaquo", 0x203A}, {"euro", 0x20AC},   {"trade", 0x2122},  {"larr", 0x2190},
    {"uarr", 0x2191},   {"rarr", 0x2192},   {"darr", 0x2193},   {"harr", 0x2194},
    {"minus", 0x2212},  {"infin", 0x221E},  {"asymp", 0x2248},  {"ne", 0x2260},
    {"le", 0x2264},     {"ge", 0x2265},     {"hearts", 0x2665}, {"star", 0x2606},
    {"starf", 0x2605},  {"check", 0x2713},  {"lbrack", '['},    {"rbrack", ']'},
}};

bool is_letter(char c) { return small_letter(c) >= 'a' && small_letter(c) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':'; }

/// The sign of "#39", "#x27", "nbsp"; 0 where there is none.
char32_t sign_of(std::string_view name) {
  if (name.size() > 1 && name[0] == '#') {
    const bool hex = small_letter(name[1]) == 'x';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t value = 0;
    const char* last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, value, hex ? 16 : 10);
    if (error != std::errc() || end != last || digits.empty()) return 0;
    const bool no_sign = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
    return no_sign ? 0xFFFD : value;
  }
  const auto latin = std::find(kLatin.begin(), kLatin.end(), name);
  if (latin != kLatin.end()) return static_cast<char32_t>(0xA0 + (latin - kLatin.begin()));
  const auto other = std::find_if(kOthers.begin(), kOthers.end(),
                                  [&](const Entity& entity) { return entity.name == name; });
  return other == kOthers.end() ? 0 : other->sign;
}

/// Adds the entity at `at`, or the sign & alone, and returns the offset behind it.
std::size_t add_entity(std::string_view html, std::size_t at, std::string& text) {
  constexpr std::size_t kLongest = 12;
  const std::size_t end = html.substr(at, kLongest).find(';');
  if (end != std::string_view::npos) {
    if (const char32_t sign = sign_of(html.substr(at + 1, end - 1)); sign != 0) {
      append_code_point(text, sign);
      return at + end + 1;
    }
  }
  text += '&';
  return at + 1;
}

bool is_media(std::string_view tag) {
  constexpr std::array<std::string_view, 8> kMedia{"img",    "audio", "video",  "source",
                                                   "iframe", "embed", "object", "svg"};
  return std::find(kMedia.begin(), kMedia.end(), tag) != kMedia.end();
}

}  // namespace

std::size_t offset_behind(std::string_view html, std::size_t at, std::string_view end) {
  const std::size_t found = html.find(end, at);
  return found == std::string_view::npos ? html.size() : found + end.size();
}

std::size_t behind_closing(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::string_view found = html.substr(at + 2, name.size());
    const bool same = std::equal(found.begin(), found.end(), name.begin(), name.end(),
                                 [](char a, char b) { return small_letter(a) == b; });
    if (!same) continue;
    const std::size_t end = html.find('>', at);
    return end == std::string_view::npos ? html.size() : end + 1;
  }
  return html.size();
}

std::string without_entities(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '&') {
      at = add_entity(html, at, text);
    } else {
      text += html[at++];
    }
  }
  return text;
}

MarkupTag tag_at(std::string_view html, std::size_t at) {
  MarkupTag tag;
  if (html.substr(at, 4) == "<!--") {
    const std::size_t end = html.find("-->", at + 4);
    tag.end = end == std::string_view::npos ? html.size() : end + 3;
    return tag;
  }
  std::size_t from = at + 1;
  if (from < html.size() && html[from] == '/') {
    tag.closes = true;
    ++from;
  }
  if (from >= html.size()) return {};
  if (html[from] == '!' || html[from] == '?') {
    const std::size_t end = html.find('>', from);
    tag.end = end == std::string_view::npos ? html.size() : end + 1;
    return tag;
  }
  if (!is_letter(html[from])) return {};
  std::size_t i = from;
  for (; i < html.size() && is_name(html[i]); ++i) tag.name += small_letter(html[i]);
  const std::size_t attributes = i;
  char quote = 0;
  for (; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    } else if (c == '<') {
      return {};
    } else if (c == '>') {
      tag.attributes = html.substr(attributes, i - attributes);
      tag.end = i + 1;
      return tag;
    }
  }
  return {};
}

std::string attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = 0; at < attributes.size();) {
    while (at < attributes.size() && (is_blank(attributes[at]) || attributes[at] == '/')) ++at;
    const std::size_t from = at;
    while (at < attributes.size() && !is_blank(attributes[at]) && attributes[at] != '=') ++at;
    std::string found(attributes.substr(from, at - from));
    std::transform(found.begin(), found.end(), found.begin(), small_letter);
    while (at < attributes.size() && is_blank(attributes[at])) ++at;
    std::string_view value;
    if (at < attributes.size() && attributes[at] == '=') {
      ++at;
      while (at < attributes.size() && is_blank(attributes[at])) ++at;
      if (at < attributes.size() && (attributes[at] == '"' || attributes[at] == '\'')) {
        const std::size_t end =
            std::min(attributes.find(attributes[at], at + 1), attributes.size());
        value = attributes.substr(at + 1, end - at - 1);
        at = std::min(end + 1, attributes.size());
      } else {
        const std::size_t begin = at;
        while (at < attributes.size() && !is_blank(attributes[at])) ++at;
        value = attributes.substr(begin, at - begin);
      }
    } else if (at == from) {
      ++at;
    }
    if (found == name) return without_entities(value);
  }
  return {};
}

bool breaks_line(std::string_view tag) {
  constexpr std::array<std::string_view, 22> kBreaks{
      "br", "p",  "div", "li", "ul", "ol",         "h1",     "h2",     "h3",  "h4", "h5",
      "h6", "tr", "dt",  "dd", "hr", "blockquote", "figure", "header", "pre", "td", "th"};
  return std::find(kBreaks.begin(), kBreaks.end(), tag) != kBreaks.end();
}

std::string plain_text(std::string_view html, std::vector<std::string>* media) {
  std::string text;
  int unclosed = 0;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '&') {
      at = add_entity(html, at, text);
      continue;
    }
    const bool may_be_tag = html[at] == '<' && unclosed < kMostUnclosedTags;
    const MarkupTag tag = may_be_tag ? tag_at(html, at) : MarkupTag{};
    if (tag.end == 0) {
      if (may_be_tag) ++unclosed;
      text += is_blank(html[at]) ? ' ' : html[at];
      ++at;
      continue;
    }
    at = tag.end;
    if (breaks_line(tag.name)) text += '\n';
    if (!tag.closes && is_media(tag.name) && media != nullptr)
      media->push_back(attribute(tag.attributes, "src"));
    if (!tag.closes && (tag.name == "script" || tag.name == "style"))
      at = behind_closing(html, at, tag.name);
  }
  return tidied_words(text);
}

std::string tidied_words(std::string_view text) {
  std::string out;
  std::size_t line_ends = 0;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\n') {
      ++line_ends;
      gap = false;
      continue;
    }
    // No sign of their own: blanks of all widths, soft hyphens, marks of direction and byte order.
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x2002 ||
                       c == 0x2003 || c == 0x2009;
    if (blank) {
      gap = true;
      continue;
    }
    const bool unseen = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B ||
                        c == 0xFEFF || c == 0x2028 || c == 0x2029;
    if (unseen) continue;
    if (!out.empty()) {
      out.append(std::min<std::size_t>(line_ends, 2), '\n');
      if (gap && line_ends == 0) out += ' ';
    }
    line_ends = 0;
    gap = false;
    append_code_point(out, c);
  }
  return out;
}

}  // namespace mot
