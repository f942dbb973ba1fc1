// The only user of nlohmann/json, whose header takes a second to compile.
#include "engine/base/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "engine/base/utf8.h"

namespace mot {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxCause = 200;

/// Reads a text and counts: nlohmann's events carry no position, the number of bytes taken does.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* taken) : at_(at), taken_(taken) {}
  const char& operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*taken_;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* taken_;
};

/// Turns nlohmann's events into a `Json`.
class JsonBuilder {
 public:
  JsonBuilder(std::string_view text, const std::size_t& taken) : text_(text), taken_(taken) {}

  bool null() { return put(Json()); }
  bool boolean(bool value) { return put(Json(value)); }
  bool number_integer(std::int64_t value) { return put(Json(value)); }
  bool number_unsigned(std::uint64_t value) { return put(Json(value)); }
  bool number_float(double value, const std::string&) { return put(Json(value)); }
  bool string(std::string& value) { return put(Json(std::move(value))); }
  bool binary(const std::vector<std::uint8_t>&) { return false; }
  bool start_object(std::size_t) { return open(Json(Json::Object{})); }
  bool start_array(std::size_t) { return open(Json(Json::Array{})); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (!open_.back().keys.insert(name).second) {
      return fail(start_of_string(), fmt::format("the key '{}' stands twice", name));
    }
    open_.back().key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position,
                   const std::string&,
                   const nlohmann::json::exception& error) {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …"
    const std::string_view what = error.what();
    const std::size_t colon = what.find(": ");
    const std::size_t bracket = what.find("] ");
    const std::size_t skip = colon != std::string_view::npos     ? colon + 2
                             : bracket != std::string_view::npos ? bracket + 2
                                                                 : 0;
    // It quotes the last token, which may be as long as the text.
    const std::string_view cause = what.substr(skip);
    const bool cut = cause.size() > kMaxCause;
    return fail(position == 0 ? 0 : position - 1,
                fmt::format("{}{}", cause.substr(0, kMaxCause), cut ? "…" : ""));
  }

  Json take() { return std::move(root_); }
  const std::string& problem() const { return problem_; }

 private:
  struct Open {
    Json value;
    std::string key;
    std::unordered_set<std::string> keys;
  };

  bool put(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return true;
    }
    Open& parent = open_.back();
    if (Json::Array* array = parent.value.array()) {
      array->push_back(std::move(value));
    } else if (Json::Object* object = parent.value.object()) {
      object->emplace_back(std::move(parent.key), std::move(value));
    }
    return true;
  }

  bool open(Json value) {
    if (open_.size() >= kMaxDepth) {
      return fail(taken_ - 1, fmt::format("nested deeper than {} levels", kMaxDepth));
    }
    open_.push_back({std::move(value), {}, {}});
    return true;
  }

  bool close() {
    Json value = std::move(open_.back().value);
    open_.pop_back();
    return put(std::move(value));
  }

  /// Offset of the opening quote of the string that was read last.
  std::size_t start_of_string() const {
    std::size_t at = taken_ - 1;
    while (at > 0) {
      --at;
      std::size_t backslashes = 0;
      while (backslashes < at && text_[at - 1 - backslashes] == '\\') ++backslashes;
      if (text_[at] == '"' && backslashes % 2 == 0) break;
    }
    return at;
  }

  bool fail(std::size_t offset, std::string_view cause) {
    const std::string_view before = text_.substr(0, std::min(offset, text_.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    problem_ = fmt::format("line {}, column {}: {}", line,
                           count_code_points(before.substr(line_start)) + 1, cause);
    return false;
  }

  std::string_view text_;
  const std::size_t& taken_;
  std::vector<Open> open_;
  Json root_;
  std::string problem_;
};

void write_break(std::string& out, int indent, int depth) {
  if (indent < 0) return;
  out += '\n';
  out.append(static_cast<std::size_t>(indent) * static_cast<std::size_t>(depth), ' ');
}

std::string json_string(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void write(std::string& out, const Json& value, int indent, int depth) {
  if (const Json::Array* array = value.array()) {
    out += '[';
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (i > 0) out += ',';
      write_break(out, indent, depth + 1);
      write(out, (*array)[i], indent, depth + 1);
    }
    if (!array->empty()) write_break(out, indent, depth);
    out += ']';
  } else if (const Json::Object* object = value.object()) {
    out += '{';
    for (std::size_t i = 0; i < object->size(); ++i) {
      if (i > 0) out += ',';
      write_break(out, indent, depth + 1);
      out += json_string((*object)[i].first);
      out += indent < 0 ? ":" : ": ";
      write(out, (*object)[i].second, indent, depth + 1);
    }
    if (!object->empty()) write_break(out, indent, depth);
    out += '}';
  } else if (const std::string* text = value.string()) {
    out += json_string(*text);
  } else if (const bool* boolean = value.boolean()) {
    out += *boolean ? "true" : "false";
  } else if (const std::int64_t* integer = value.integer()) {
    out += std::to_string(*integer);
  } else if (value.is_number()) {
    out += nlohmann::json(value.number()).dump();  // the shortest form that reads back the same
  } else {
    out += "null";
  }
}

}  // namespace

bool Json::is_number() const {
  return std::holds_alternative<std::int64_t>(value_) || std::holds_alternative<double>(value_);
}

double Json::number() const {
  if (const std::int64_t* whole = integer()) return static_cast<double>(*whole);
  const double* real = std::get_if<double>(&value_);
  return real == nullptr ? 0.0 : *real;
}

const Json* Json::find(std::string_view key) const {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(),
                                  [key](const auto& member) { return member.first == key; });
  return found == members->end() ? nullptr : &found->second;
}

Json& Json::set(std::string key, Json value) {
  if (object() == nullptr) value_ = Object{};
  Object& members = *object();
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&key](const auto& member) { return member.first == key; });
  if (found != members.end()) {
    found->second = std::move(value);
  } else {
    members.emplace_back(std::move(key), std::move(value));
  }
  return *this;
}

Json& Json::push(Json value) {
  if (array() == nullptr) value_ = Array{};
  array()->push_back(std::move(value));
  return *this;
}

std::string Json::dump(int indent) const {
  std::string out;
  write(out, *this, indent, 0);
  return out;
}

Result<Json> parse_json(std::string_view text) {
  std::size_t taken = 0;
  JsonBuilder builder(text, taken);
  const CountingIterator first(text.data(), &taken);
  const CountingIterator last(text.data() + text.size(), &taken);
  if (!nlohmann::json::sax_parse(first, last, &builder)) return refuse(builder.problem());
  return builder.take();
}

double rounded(double value, int decimals) {
  constexpr double kPowers[] = {1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6};
  constexpr double kAllWhole = 4503599627370496.0;  // 2^52: from here on a double has no fraction
  if (!(std::fabs(value) < kAllWhole)) return value;
  const double power = kPowers[std::clamp(decimals, 0, 6)];
  return std::round(value * power) / power + 0.0;  // + 0.0 turns -0 into 0
}

}  // namespace mot
