// JSON values of our own, so that the heavy header stays in json.cpp. Objects keep the order of their keys.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/result.h"

namespace mot {

/// One JSON value. Numbers are integers where they were written as such, else doubles.
class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;

  Json() = default;
  Json(std::nullptr_t) {}
  Json(bool value) : value_(value) {}
  Json(int value) : value_(std::int64_t{value}) {}
  Json(std::int64_t value) : value_(value) {}
  Json(std::uint32_t value) : value_(std::int64_t{value}) {}
  Json(std::uint64_t value) : value_(static_cast<std::int64_t>(value)) {}
  Json(double value) : value_(value) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  bool is_number() const;
  /// The content, or nullptr where the value is of another type.
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const std::string* string() const { return std::get_if<std::string>(&value_); }
  const Array* array() const { return std::get_if<Array>(&value_); }
  const Object* object() const { return std::get_if<Object>(&value_); }
  Array* array() { return std::get_if<Array>(&value_); }
  Object* object() { return std::get_if<Object>(&value_); }
  /// An integer or a double as a double; 0 for anything else.
  double number() const;

  /// The member of an object, or nullptr (also where this is no object).
  const Json* find(std::string_view key) const;
  /// Adds or replaces a member; turns null into an object.
  Json& set(std::string key, Json value);
  /// Appends to an array; turns null into an array.
  Json& push(Json value);

  /// UTF-8 text; `indent` < 0 on one line. Invalid UTF-8 is replaced by U+FFFD; NaN and infinity become null.
  std::string dump(int indent = 2) const;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

/// Parses a whole text. Refuses trailing text, nesting deeper than 64 and repeated keys, naming line and column.
Result<Json> parse_json(std::string_view text);

/// `value` rounded to `decimals` places (0 … 6), half away from zero, for display and JSON.
double rounded(double value, int decimals);

}  // namespace mot
