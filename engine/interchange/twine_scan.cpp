#include "engine/interchange/twine_scan.h"

#include <cctype>

#include "engine/base/ascii.h"
#include "engine/base/trim.h"
#include "engine/interchange/markup.h"

namespace mot::twine {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != '-' && c != '_') out += small_letter(c);
  }
  return out;
}

std::size_t behind_quotes(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == text[at]) {
      return i + 1;
    }
  }
  return kNowhere;
}

std::size_t behind_bracket(std::string_view text, std::size_t at, char open, char close) {
  int depth = 0;
  text = text.substr(0, at + kLongestPiece);
  for (std::size_t i = at; i < text.size(); ++i) {
    const char c = text[i];
    if (open == '(' && (c == '"' || c == '\'')) {
      const std::size_t end = behind_quotes(text, i);
      if (end != kNowhere) i = end - 1;
    } else if (c == open) {
      ++depth;
    } else if (c == close && --depth == 0) {
      return i + 1;
    }
  }
  return kNowhere;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

bool is_variable(std::string_view text) {
  if (!text.empty() && text[0] == '$') text.remove_prefix(1);
  const bool named = !text.empty() && std::isdigit(static_cast<unsigned char>(text[0])) == 0;
  return named && text.back() != '.' &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_word(c) || c == '.'; });
}

CodeText text_of_code(std::string_view code) {
  CodeText out;
  for (std::size_t i = 0; i < code.size();) {
    const char c = code[i];
    if (c == '"' || c == '\'') {
      const std::size_t end = behind_quotes(code, i);
      if (end == kNowhere) return {out.text, false};
      out.text += unescaped(code.substr(i + 1, end - i - 2));
      i = end;
    } else if (c == '$' || is_word(c)) {
      const std::size_t from = i;
      for (++i; i < code.size() && (is_word(code[i]) || code[i] == '.');) ++i;
      const std::string_view word = code.substr(from, i - from);
      if (c == '$' || c == '_') {
        out.text += word;
      } else {
        out.whole = false;
      }
    } else {
      out.whole = out.whole && (is_blank(c) || c == '+');
      ++i;
    }
  }
  return out;
}

std::vector<Argument> arguments_of(std::string_view text) {
  std::vector<Argument> all;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (is_blank(c) || c == ',') {
      ++i;
    } else if (c == '"' || c == '\'') {
      const std::size_t end = behind_quotes(text, i);
      if (end == kNowhere) return all;
      all.push_back({Argument::Kind::text, unescaped(text.substr(i + 1, end - i - 2))});
      i = end;
    } else if (c == '`') {
      const std::size_t end = text.find('`', i + 1);
      if (end == kNowhere) return all;
      all.push_back({Argument::Kind::code, std::string(text.substr(i + 1, end - i - 1))});
      i = end + 1;
    } else if (text.substr(i, 2) == "[[") {
      const std::size_t end = text.find("]]", i);
      if (end == kNowhere) return all;
      all.push_back({Argument::Kind::link, std::string(text.substr(i + 2, end - i - 2))});
      i = end + 2;
    } else {
      const std::size_t from = i;
      while (i < text.size() && !is_blank(text[i]) && text[i] != ',') ++i;
      all.push_back({Argument::Kind::word, std::string(text.substr(from, i - from))});
    }
  }
  return all;
}

TwineLink link_in(std::string_view inside) {
  const std::size_t setter = inside.find("][");
  if (setter != kNowhere) inside = inside.substr(0, setter);
  const auto both = [](std::string_view text, std::string_view target) {
    return TwineLink{plain_text(trimmed(text)), without_entities(trimmed(target))};
  };
  if (const std::size_t at = inside.rfind("->"); at != kNowhere)
    return both(inside.substr(0, at), inside.substr(at + 2));
  if (const std::size_t at = inside.find("<-"); at != kNowhere)
    return both(inside.substr(at + 2), inside.substr(0, at));
  if (const std::size_t at = inside.rfind('|'); at != kNowhere)
    return both(inside.substr(0, at), inside.substr(at + 1));
  return both(inside, inside);
}

}  // namespace mot::twine
