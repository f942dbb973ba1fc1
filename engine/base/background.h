// Work on a thread of its own that nobody has to wait for: whoever lets go of it goes on at once,
// and what it was about to bring is dropped when it comes. For what asks a disk or a server that
// may hang.
#pragma once

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace mot {

/// What becomes of work that goes on when the program ends: what is only read may be dropped, what
/// is written, or removed, somebody relies on.
enum class Beside : unsigned char { reading, writing };

/// Begins work on a thread of its own; where there is none to be had, does it now. It must not
/// throw, and must own all that it uses: it may outlive whoever began it.
void work_beside(std::function<void()> work, Beside kind = Beside::reading);

/// Waits until no such work goes on, at most so long: before the program ends, so that what is
/// nearly done is done. False: some goes on; then the program must end without destroying what
/// that may use.
bool work_beside_done(std::chrono::milliseconds longest);
/// The same of what writes.
bool writing_beside_done(std::chrono::milliseconds longest);

/// The result of work beside, as std::future has it, but without waiting at its end. For one thread
/// at a time.
template <class T>
class Background {
 public:
  /// None has begun.
  Background() = default;
  /// Begins `work`, which returns a T and owns all that it uses.
  template <class Work>
  explicit Background(Work work, Beside kind = Beside::reading)
      : shared_(std::make_shared<Shared>()) {
    work_beside([shared = shared_, work = std::move(work)]() mutable { shared->run(work); }, kind);
  }

  /// It has begun, and its result was not taken.
  bool valid() const { return shared_ != nullptr; }
  /// Its result can be taken.
  bool ready() const {
    if (!valid()) return false;
    const std::lock_guard<std::mutex> lock(shared_->mutex);
    return shared_->result || shared_->thrown;
  }
  /// The result, or what the work threw. Requires ready(); valid() no longer.
  T take() {
    const std::shared_ptr<Shared> shared = std::move(shared_);
    const std::lock_guard<std::mutex> lock(shared->mutex);
    if (shared->thrown) std::rethrow_exception(shared->thrown);
    return std::move(*shared->result);
  }

 private:
  struct Shared {
    std::mutex mutex;
    std::optional<T> result;
    std::exception_ptr thrown;

    template <class Work>
    void run(Work& work) {
      try {
        T made = work();
        const std::lock_guard<std::mutex> lock(mutex);
        result.emplace(std::move(made));
      } catch (...) {
        const std::lock_guard<std::mutex> lock(mutex);
        thrown = std::current_exception();
      }
    }
  };
  std::shared_ptr<Shared> shared_;
};

}  // namespace mot
