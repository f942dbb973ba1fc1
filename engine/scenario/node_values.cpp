// The values of node_reader.h: texts, numbers, words.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/scenario/node_reader.h"

namespace mot {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<std::string_view> NodeReader::text(YamlNode node, std::string_view what) const {
  if (node == kNoNode) return std::nullopt;
  const YamlKind kind = document_->kind(node);
  if (kind == YamlKind::sequence || kind == YamlKind::map) {
    wrong_type(node, what, "a text");
    return std::nullopt;
  }
  const std::string_view value = document_->text(node);
  if (value.find_first_not_of(" \t\n") == std::string_view::npos) {
    report(node, "M0031", fmt::format("{} is empty", what),
           "write the text, or leave the key out where it is optional");
    return std::nullopt;
  }
  if (value.size() > kMaxTextLength) {
    const std::size_t length = count_code_points(value);
    if (length > kMaxTextLength) {
      report(
          node, "M0026",
          fmt::format("{} has {} characters; at most {} are allowed", what, length, kMaxTextLength),
          "nobody reads that on a screen: shorten or split it");
      return std::nullopt;
    }
  }
  return value;
}

std::optional<std::int32_t> NodeReader::integer(YamlNode node,
                                                std::string_view what,
                                                std::int32_t least,
                                                std::int32_t most) const {
  if (node == kNoNode) return std::nullopt;
  std::string_view digits = document_->text(node);
  const bool negative = !digits.empty() && digits[0] == '-';
  if (!digits.empty() && (negative || digits[0] == '+')) digits.remove_prefix(1);
  const bool plain = document_->kind(node) == YamlKind::scalar && !document_->quoted(node);
  if (!plain || digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    wrong_type(node, what, "a whole number",
               document_->quoted(node) ? "write it without quotes"
                                       : fmt::format("digits only, from {} to {}", least, most));
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char c : digits)
    value = std::min<std::int64_t>(value * 10 + (c - '0'), std::int64_t{1} << 40U);
  if (negative) value = -value;
  if (value < least || value > most) {
    report(node, "M0023",
           fmt::format("{} is {}; it runs from {} to {}", what, document_->text(node).substr(0, 40),
                       least, most));
    return std::nullopt;
  }
  return static_cast<std::int32_t>(value);
}

std::optional<double> NodeReader::number(YamlNode node,
                                         std::string_view what,
                                         double least,
                                         double most) const {
  if (node == kNoNode) return std::nullopt;
  const std::string_view written = document_->text(node);
  std::size_t at = 0;
  const bool negative = !written.empty() && written[0] == '-';
  if (!written.empty() && (negative || written[0] == '+')) ++at;
  // Digits and one point, read exactly: at most 15 digits count, which covers every sensible value.
  double digits = 0;
  double scale = 1;
  bool seen_digit = false;
  bool seen_point = false;
  bool valid =
      document_->kind(node) == YamlKind::scalar && !document_->quoted(node) && written.size() <= 16;
  for (; valid && at < written.size(); ++at) {
    const char c = written[at];
    if (c == '.' && !seen_point) {
      seen_point = true;
    } else if (is_digit(c)) {
      seen_digit = true;
      digits = digits * 10 + (c - '0');
      if (seen_point) scale *= 10;
    } else {
      valid = false;
    }
  }
  if (!valid || !seen_digit) {
    wrong_type(node, what, "a number",
               document_->quoted(node) ? "write it without quotes" : "write it like 1.5");
    return std::nullopt;
  }
  const double value = (negative ? -digits : digits) / scale;
  if (value < least || value > most) {
    report(node, "M0023",
           fmt::format("{} is {}; it runs from {} to {}", what, written, least, most));
    return std::nullopt;
  }
  return value;
}

std::optional<bool> NodeReader::boolean(YamlNode node, std::string_view what) const {
  if (node == kNoNode) return std::nullopt;
  const std::string_view value = document_->text(node);
  if (document_->kind(node) == YamlKind::scalar && !document_->quoted(node)) {
    if (value == "true") return true;
    if (value == "false") return false;
  }
  wrong_type(node, what, "true or false", "in small letters and without quotes");
  return std::nullopt;
}

std::optional<std::string_view> NodeReader::id(YamlNode node, std::string_view what) const {
  if (node == kNoNode) return std::nullopt;
  if (document_->kind(node) != YamlKind::scalar) {
    wrong_type(node, what, "an id");
    return std::nullopt;
  }
  const std::string_view value = document_->text(node);
  if (is_id(value)) return value;
  std::string hint =
      "an id has small letters, digits and '-', and starts with a letter or digit: first-call";
  if (value.size() > kMaxIdLength)
    hint = fmt::format("an id has at most {} characters", kMaxIdLength);
  report(node, "M0027", fmt::format("{} {} is not an id", what, in_quotes(value)), std::move(hint));
  return std::nullopt;
}

std::optional<std::string_view> NodeReader::declared_id(YamlNode node,
                                                        std::string_view what) const {
  if (const auto well_formed = id(node, what)) return well_formed;
  if (node == kNoNode || document_->kind(node) != YamlKind::scalar) return std::nullopt;
  return document_->text(node);
}

std::optional<std::string_view> NodeReader::language(YamlNode node) const {
  const auto tag = text(node, "'language'");
  if (!tag || is_language_tag(*tag)) return tag;
  report(node, "M0114", fmt::format("{} is not a language tag", in_quotes(*tag)),
         "for example: en, de, zh-CN");
  return std::nullopt;
}

bool NodeReader::version_is_known(std::string_view key) const {
  const YamlNode node = value_of(document_->root(), key, {});
  if (node == kNoNode) return true;
  const bool scalar = document_->kind(node) == YamlKind::scalar;
  const std::string_view found = scalar ? document_->text(node) : "";
  const bool is_newest = found == fmt::format("{}", kFormatVersion);
  if (is_newest && !document_->quoted(node)) return true;
  std::string message =
      fmt::format("format version {} is not known; this programme reads version {}",
                  in_quotes(found), kFormatVersion);
  std::string hint = fmt::format("write '{}: {}', or use a newer programme", key, kFormatVersion);
  if (!scalar || is_newest) {
    message = fmt::format("'{}' is the number of the format version, {}", key,
                          scalar ? "and stands without quotes" : "and there is none");
    hint = fmt::format("write '{}: {}'", key, kFormatVersion);
  }
  report(node, "M0011", std::move(message), std::move(hint));
  return false;
}

std::optional<std::size_t> NodeReader::word(YamlNode node,
                                            std::string_view what,
                                            std::span<const std::string_view> words,
                                            std::string_view code) const {
  if (node == kNoNode) return std::nullopt;
  if (document_->kind(node) != YamlKind::scalar) {
    wrong_type(node, what, "one word");
    return std::nullopt;
  }
  const std::string_view value = document_->text(node);
  const auto found = std::find(words.begin(), words.end(), value);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  report(node, code, fmt::format("{} {} is not known", what, in_quotes(value)),
         suggest(value, words));
  return std::nullopt;
}

}  // namespace mot
