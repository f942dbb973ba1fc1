#include "engine/records/exchange.h"

#include <fmt/format.h>

#include <istream>
#include <iterator>

#include "engine/base/file.h"
#include "engine/base/trim.h"
#include "engine/records/keep_attempts.h"

namespace mot {
namespace {

/// A line of more than this is no attempt: 500 choices need a fraction of it.
constexpr std::size_t kLongestLine = std::size_t{4} << 20U;

/// Around an attempt in a list of JSON.
constexpr std::string_view kBlanks = " \t\r,";

tl::unexpected<Refusal> at_line(std::size_t number, const std::string& cause) {
  return refuse(fmt::format("line {}: {}", number, cause));
}

Result<bool> take_line(std::string_view line,
                       std::size_t number,
                       const std::function<Result<bool>(Attempt)>& take) {
  Result<Attempt> attempt = parse_json(line).and_then(attempt_from_json);
  if (!attempt) return at_line(number, attempt.error().message);
  return take(std::move(*attempt));
}

Result<bool> read_attempts(std::istream& in, const std::function<Result<bool>(Attempt)>& take) {
  bool closed = false;
  std::string line;
  for (std::size_t number = 2; std::getline(in, line); ++number) {
    const std::string_view content = trimmed(line, kBlanks);
    if (content.size() > kLongestLine) return at_line(number, "too long for an attempt");
    if (content.empty()) continue;
    if (content == "]}") {
      closed = true;
      continue;
    }
    if (const Result<bool> taken = take_line(content, number, take); !taken) return taken;
  }
  if (!closed) return refuse("the file stops in the middle: its last line is missing");
  return true;
}

/// A file that is something else: one playthrough, in several lines.
Result<bool> read_playthrough_file(const std::string& first,
                                   std::istream& in,
                                   std::string_view name,
                                   const std::function<Result<bool>(Attempt)>& take) {
  std::string text = first + "\n";
  for (std::string line; text.size() <= kMaxFileBytes && std::getline(in, line);) {
    text += line + "\n";
  }
  if (text.size() > kMaxFileBytes) return refuse("not records: it does not begin like an export");
  const Result<Playthrough> play = read_playthrough(text);
  if (!play) return tl::unexpected(play.error());
  return take(attempt_of(*play, std::string(name)));
}

}  // namespace

Result<bool> read_exchange(std::istream& in,
                           std::string_view name,
                           const std::function<Result<bool>(Attempt)>& take) {
  std::string first;
  if (!std::getline(in, first)) return refuse("the file is empty");
  if (trimmed(first, kBlanks) == trimmed(kExchangeBegin)) {
    return read_attempts(in, take);
  }
  return read_playthrough_file(first, in, name, take);
}

}  // namespace mot
