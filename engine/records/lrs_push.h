// Sends xAPI statements to a learning record store in batches, as patiently as the store needs, and
// each until it is acknowledged. Knows nothing of the network: tests play the store.
// Implements docs/xapi.md, "Pushing".
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "engine/base/json.h"
#include "engine/base/result.h"
#include "engine/records/http.h"

namespace mot {

/// The most statements of one request.
inline constexpr std::size_t kLrsBatch = 50;

/// What a push needs of the world.
struct LrsWorld {
  /// Sends one body. A refusal: the line dropped, or nothing came in time.
  std::function<Result<HttpAnswer>(const std::string& body)> post;
  /// Waits so many seconds; false: the person wants to stop.
  std::function<bool(double seconds)> pause;
  /// Whether a statement was acknowledged earlier.
  std::function<bool(const std::string& id)> is_known;
  /// Remembers statements as acknowledged; a refusal stops the push.
  std::function<Result<bool>(const std::vector<std::string>& ids)> remember;
};

/// A statement that the store would not have.
struct RefusedStatement {
  std::string id;
  /// 400 (it is wrong), 409 (the store has another one of that id) or 413 (it is too large).
  int status = 0;
  /// What the store said, on one line.
  std::string cause;
};

/// Pushes statements one batch after the other.
class LrsPush {
 public:
  explicit LrsPush(LrsWorld world) : world_(std::move(world)) {}

  /// Adds statements and sends what fills a batch. Refuses with the sentence that says why nothing
  /// more can be sent now; what was acknowledged stays so.
  Result<bool> add(const std::vector<Json>& statements);
  /// Sends the rest.
  Result<bool> finish();

  std::size_t sent() const { return sent_; }
  std::size_t known() const { return known_; }
  const std::vector<RefusedStatement>& refused() const { return refused_; }

 private:
  struct Waiting {
    std::string id;
    std::string text;
  };
  Result<bool> send(std::size_t begin, std::size_t end);
  Result<HttpAnswer> post_patiently(const std::string& body, std::size_t begin, std::size_t end);
  std::string not_taken(const HttpAnswer& answer, std::size_t begin, std::size_t end) const;
  Result<bool> take_answer(const HttpAnswer& answer, std::size_t begin, std::size_t end);
  Result<bool> acknowledge(std::size_t begin, std::size_t end);
  Result<bool> refuse_one(const HttpAnswer& answer, const Waiting& statement);

  LrsWorld world_;
  std::vector<Waiting> waiting_;
  std::vector<RefusedStatement> refused_;
  std::size_t sent_ = 0;
  std::size_t known_ = 0;
};

/// Seconds that a Retry-After of a number of seconds asks for; negative where it is no number.
double retry_seconds(const std::string& retry_after);

}  // namespace mot
