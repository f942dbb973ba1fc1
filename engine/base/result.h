// A value or a refusal: the return type of everything that can fail for a reason the user should
// read.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace mot {

/// Why something was refused, in one sentence a user can act on.
struct Refusal {
  /// What went wrong and with what: "cannot write /x/y: No space left on device".
  std::string message;
};

/// A `T`, or the reason there is none.
template <class T>
using Result = tl::expected<T, Refusal>;

/// Makes the refusing side of a `Result`.
inline tl::unexpected<Refusal> refuse(std::string message) {
  return tl::unexpected<Refusal>(Refusal{std::move(message)});
}

}  // namespace mot
