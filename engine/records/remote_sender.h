// Sends what waits for a server, on a thread of its own that nobody has to wait for: a server that
// hangs keeps neither a play nor the program's end waiting.
#pragma once

#include <chrono>
#include <memory>
#include <string>

namespace mot {

/// How sending stands.
struct Sending {
  /// Everything that waited when send() was last called is in the store, or could not be sent.
  bool done = true;
  /// Why not all was sent; empty where all was.
  std::string cause;
};

/// The sender of one outbox to its store.
class RemoteSender {
 public:
  /// `outbox`: the folder of all outboxes. `patience`: as for open_store().
  RemoteSender(std::string uri, std::string outbox, int patience);
  /// Gives what is on its way a moment, then leaves: what is not sent is still in the outbox.
  ~RemoteSender();
  RemoteSender(const RemoteSender&) = delete;
  RemoteSender& operator=(const RemoteSender&) = delete;

  /// Asks for everything that waits now to be sent. Returns at once.
  void send();
  /// Waits until that is done, at most so long.
  Sending wait(std::chrono::milliseconds longest);

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

}  // namespace mot
