#include "engine/base/json_members.h"

#include <fmt/format.h>

#include "engine/base/utf8.h"

namespace mot {
namespace {

constexpr std::size_t kMaxText = 10'000;
constexpr std::size_t kMaxIdLength = 64;

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > kMaxIdLength || text.front() == '-') return false;
  for (const char c : text) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
  }
  return true;
}

bool is_choice_name(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && is_id(text.substr(0, dot)) && is_id(text.substr(dot + 1));
}

std::string_view type_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.boolean() != nullptr) return "true or false";
  if (value.is_number()) return "a number";
  if (value.string() != nullptr) return "a text";
  return value.array() != nullptr ? "a list" : "a map";
}

}  // namespace

std::string text_member(const Json& json, std::string_view key) {
  const Json* member = json.find(key);
  const std::string* text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::string() : *text;
}

JsonMembers::JsonMembers(const Json& json, std::string where)
    : json_(json), where_(std::move(where)) {
  if (json.object() == nullptr) fail("", fmt::format("expected a map, found {}", type_of(json)));
}

std::string JsonMembers::shortened(std::string_view text) {
  constexpr std::size_t kShown = 40;
  std::string shown;
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < kShown; ++n) {
    const char32_t c = next_code_point(text, at);
    append_code_point(shown, c < 0x20 || c == 0x7F ? U' ' : c);
  }
  return at < text.size() ? shown + "…" : shown;
}

void JsonMembers::text(std::string_view key, std::string& value, bool required) {
  const Json* member = find(key, required);
  if (member == nullptr) return;
  const std::string* found = member->string();
  if (found == nullptr) return wrong_type(key, "a text", *member);
  if (count_code_points(*found) > kMaxText) {
    return fail(key, fmt::format("longer than {} characters", kMaxText));
  }
  value = *found;
}

void JsonMembers::id(std::string_view key, std::string& value) {
  text(key, value, true);
  if (healthy() && !is_id(value)) {
    fail(key, fmt::format("'{}' is not an id", shortened(value)));
  }
}

void JsonMembers::choice_name(std::string_view key, std::string& value) {
  text(key, value, true);
  if (healthy() && !is_choice_name(value)) {
    fail(key, fmt::format("'{}' is not of the form moment.response", shortened(value)));
  }
}

void JsonMembers::choice_name(std::string_view key,
                              const Json& value,
                              std::vector<std::string>& names) {
  const std::string* name = value.string();
  if (name == nullptr) return wrong_type(key, "a text", value);
  if (!is_choice_name(*name)) {
    return fail(key, fmt::format("'{}' is not of the form moment.response", shortened(*name)));
  }
  names.push_back(*name);
}

void JsonMembers::boolean(std::string_view key, bool& value) {
  const Json* member = find(key, false);
  if (member == nullptr) return;
  if (member->boolean() == nullptr) return wrong_type(key, "true or false", *member);
  value = *member->boolean();
}

void JsonMembers::number(std::string_view key,
                         double& value,
                         double least,
                         double most,
                         const char* what) {
  const Json* member = find(key, false);
  if (member == nullptr) return;
  if (!member->is_number()) return wrong_type(key, "a number", *member);
  const double found = member->number();
  if (!(found >= least && found <= most)) return fail(key, fmt::format("not {}", what));
  value = found;
}

std::int64_t JsonMembers::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const Json* member = find(key, true);
  return member == nullptr ? least : checked(key, *member, least, most);
}

const Json::Array* JsonMembers::list(std::string_view key, bool required, std::size_t most) {
  const Json* member = find(key, required);
  if (member == nullptr) return nullptr;
  const Json::Array* found = member->array();
  if (found == nullptr) {
    wrong_type(key, "a list", *member);
  } else if (found->size() > most) {
    fail(key, fmt::format("{} entries, at most {} are possible", found->size(), most));
    return nullptr;
  }
  return found;
}

const Json* JsonMembers::member(std::string_view key) {
  const Json* found = find(key, false);
  return found == nullptr || found->is_null() ? nullptr : found;
}

void JsonMembers::fail(std::string_view key, std::string_view cause) {
  if (!healthy()) return;
  const std::string_view dot = where_.empty() || key.empty() ? "" : ".";
  const std::string name = fmt::format("{}{}{}", where_, dot, key);
  problem_ = name.empty() ? std::string(cause) : fmt::format("'{}': {}", name, cause);
}

const Json* JsonMembers::find(std::string_view key, bool required) {
  if (!healthy()) return nullptr;
  const Json* member = json_.find(key);
  if (member == nullptr && required) fail(key, "is missing");
  return member;
}

void JsonMembers::wrong_type(std::string_view key, std::string_view expected, const Json& found) {
  fail(key, fmt::format("expected {}, found {}", expected, type_of(found)));
}

std::int64_t JsonMembers::checked(std::string_view key,
                                  const Json& value,
                                  std::int64_t least,
                                  std::int64_t most) {
  const std::int64_t* number = value.integer();
  if (number == nullptr) {
    fail(key, value.is_number() ? fmt::format("{} is not a whole number", value.number())
                                : fmt::format("expected a number, found {}", type_of(value)));
  } else if (*number < least || *number > most) {
    fail(key, fmt::format("{} is not in {} … {}", *number, least, most));
  } else {
    return *number;
  }
  return least;
}

}  // namespace mot
