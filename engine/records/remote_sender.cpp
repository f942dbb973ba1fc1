#include "engine/records/remote_sender.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>

#include "engine/records/outbox.h"
#include "engine/records/store.h"

namespace mot {
namespace {

/// Twice this is the longest that closing a program takes because of a server.
constexpr std::chrono::milliseconds kMoment{300};

}  // namespace

/// Outlives the sender where its thread hangs in a call to the server.
struct RemoteSender::Shared {
  std::string uri;
  std::string outbox;
  int patience = 0;

  std::mutex mutex;
  std::condition_variable changed;
  /// How often it was asked to send, and how many of these it has answered.
  std::uint64_t wanted = 0;
  std::uint64_t answered = 0;
  bool running = false;
  bool closing = false;
  std::string cause;

  /// The thread: sends until nothing more is wanted of it.
  void work() {
    std::unique_ptr<Store> store;
    std::unique_lock<std::mutex> lock(mutex);
    while (true) {
      changed.wait(lock, [this] { return closing || answered < wanted; });
      if (closing) break;
      const std::uint64_t turn = wanted;
      lock.unlock();
      std::string trouble = send_all(store);
      if (!trouble.empty()) store.reset();
      lock.lock();
      cause = std::move(trouble);
      answered = turn;
      changed.notify_all();
    }
    lock.unlock();
    store.reset();
    lock.lock();
    running = false;
    changed.notify_all();
  }

  /// The cause where not all could be sent.
  std::string send_all(std::unique_ptr<Store>& store) const {
    Outbox waiting(outbox, uri);
    if (waiting.waiting() == 0) return {};
    if (!store) {
      Result<std::unique_ptr<Store>> opened = open_store(uri, patience);
      if (!opened) return opened.error().message;
      store = std::move(*opened);
    }
    const Result<std::size_t> sent = waiting.send(*store);
    return sent ? std::string() : sent.error().message;
  }
};

RemoteSender::RemoteSender(std::string uri, std::string outbox, int patience)
    : shared_(std::make_shared<Shared>()) {
  shared_->uri = std::move(uri);
  shared_->outbox = std::move(outbox);
  shared_->patience = patience;
}

RemoteSender::~RemoteSender() {
  wait(kMoment);
  std::unique_lock<std::mutex> lock(shared_->mutex);
  shared_->closing = true;
  shared_->changed.notify_all();
  shared_->changed.wait_for(lock, kMoment, [this] { return !shared_->running; });
}

void RemoteSender::send() {
  const std::lock_guard<std::mutex> lock(shared_->mutex);
  ++shared_->wanted;
  shared_->changed.notify_all();
  if (shared_->running) return;
  shared_->running = true;
  std::thread([shared = shared_] { shared->work(); }).detach();
}

Sending RemoteSender::wait(std::chrono::milliseconds longest) {
  std::unique_lock<std::mutex> lock(shared_->mutex);
  const bool done = shared_->changed.wait_for(
      lock, longest, [this] { return shared_->answered == shared_->wanted; });
  return {done, done ? shared_->cause : std::string()};
}

}  // namespace mot
