// A value or a refusal: the return type of everything that can fail for a reason the user should
// read.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace mot {

/// Why something was refused, in one sentence a user can act on.
struct Refusal {
  /// Values of {placeholders} by their names.
  using Values = std::vector<std::pair<std::string, std::string>>;

  /// What went wrong and with what, in English: "cannot write /x/y: No space left on device".
  std::string message;
  /// Where the interface texts have the same sentence in the reader's language; empty: nowhere.
  std::string key{};
  Values values{};
};

/// A `T`, or the reason there is none.
template <class T>
using Result = tl::expected<T, Refusal>;

/// Makes the refusing side of a `Result`.
inline tl::unexpected<Refusal> refuse(std::string message) {
  return tl::unexpected<Refusal>(Refusal{std::move(message)});
}

/// The same for one that the interface texts have, too.
inline tl::unexpected<Refusal> refuse(std::string key,
                                      Refusal::Values values,
                                      std::string message) {
  return tl::unexpected<Refusal>(Refusal{std::move(message), std::move(key), std::move(values)});
}

}  // namespace mot
