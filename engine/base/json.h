// JSON values of our own, so that the heavy header stays in json.cpp. Objects keep the order of
// their keys.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
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
  /// Any integer; one beyond std::int64_t becomes a double.
  template <std::integral T>
  requires(!std::same_as<T, bool>) Json(T value) {
    if constexpr (std::unsigned_integral<T> && sizeof(T) == sizeof(std::int64_t)) {
      if (value > static_cast<T>(std::numeric_limits<std::int64_t>::max())) {
        value_ = static_cast<double>(value);
        return;
      }
    }
    value_ = static_cast<std::int64_t>(value);
  }
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
  /// Adds or replaces a member; what is no object becomes an empty one first. Returns this value.
  Json& set(std::string key, Json value);
  /// Appends to an array; what is no array becomes an empty one first. Returns this value.
  Json& push(Json value);

  /// UTF-8 text; `indent` < 0 on one line. Invalid UTF-8 is replaced by U+FFFD; NaN and infinity
  /// become null.
  std::string dump(int indent = 2) const;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

/// Parses a whole text. Refuses trailing text, nesting deeper than 64 and repeated keys, naming
/// line and column (in code points).
Result<Json> parse_json(std::string_view text);

/// `value` rounded to `decimals` places (0 … 6), half away from zero, for display and JSON.
double rounded(double value, int decimals);

}  // namespace mot
