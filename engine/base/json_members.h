// Reads the members of a JSON object that somebody else may have written: types, ranges and forms
// are checked, and what is wrong is said with its key. Used by all readers of our own JSON formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json.h"

namespace mot {

/// The text of a member; empty where it is not there or no text.
std::string text_member(const Json& json, std::string_view key);

/// Reads members of one JSON object, each into a variable that keeps its value where the member is
/// not there. The first problem is kept; later reads then do nothing.
class JsonMembers {
 public:
  /// `where` stands before the keys in messages: "choices[3]"; may be empty. The object must
  /// outlive the reader.
  JsonMembers(const Json& json, std::string where);

  /// What is wrong, "'choices[3].seconds': not a length of time"; empty: nothing so far.
  const std::string& problem() const { return problem_; }
  bool healthy() const { return problem_.empty(); }

  /// A text of at most 10,000 characters.
  void text(std::string_view key, std::string& value, bool required = false);
  /// A required id.
  void id(std::string_view key, std::string& value);
  /// A required `moment.response`.
  void choice_name(std::string_view key, std::string& value);
  /// Appends `value`, a `moment.response` that stands in a list at `key`.
  void choice_name(std::string_view key, const Json& value, std::vector<std::string>& names);
  void boolean(std::string_view key, bool& value);
  /// A number of a range; `what` it should have been: "a length of time".
  void number(std::string_view key, double& value, double least, double most, const char* what);
  /// A required whole number of a range; `least` where it is wrong.
  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
  /// A list of at most `most` entries, or nullptr.
  const Json::Array* list(std::string_view key, bool required, std::size_t most);
  /// The member, or nullptr; null counts as not there.
  const Json* member(std::string_view key);
  /// `value`, a whole number of a range that stands at `key`; `least` where it is wrong.
  std::int64_t checked(std::string_view key,
                       const Json& value,
                       std::int64_t least,
                       std::int64_t most);

  /// Keeps a problem, if it is the first.
  void fail(std::string_view key, std::string_view cause);

  /// The text as it may be quoted in a message: at most 40 characters, none that moves a cursor.
  static std::string shortened(std::string_view text);

 private:
  const Json* find(std::string_view key, bool required);
  void wrong_type(std::string_view key, std::string_view expected, const Json& found);

  const Json& json_;
  std::string where_;
  std::string problem_;
};

}  // namespace mot
