#include "engine/records/keep_attempts.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace mot {

namespace {

/// A server that is well has answered by then; nobody notices so short a wait.
constexpr std::chrono::milliseconds kUnnoticed{300};

}  // namespace

AttemptKeeper::AttemptKeeper(RecordsPlace place)
    : place_(std::move(place)),
      outbox_(place_.outbox.empty() ? outbox_folder() : place_.outbox,
              store_or_default(place_.store)) {
  if (!is_remote(place_.store)) return;
  sender_ = std::make_unique<RemoteSender>(
      place_.store, place_.outbox.empty() ? outbox_folder() : place_.outbox, place_.patience);
}

Result<Store*> AttemptKeeper::store() {
  if (store_) return store_.get();
  Result<std::unique_ptr<Store>> opened =
      open_store(store_or_default(place_.store), place_.patience);
  if (!opened) return tl::unexpected(opened.error());
  store_ = std::move(*opened);
  return store_.get();
}

Result<std::size_t> AttemptKeeper::send_waiting() {
  if (sender_) sender_->send();
  if (sender_ || outbox_.waiting() == 0) return std::size_t{0};
  const Result<Store*> open = store();
  if (!open) return tl::unexpected(open.error());
  Result<std::size_t> sent = outbox_.send(**open);
  if (!sent) store_.reset();
  return sent;
}

Kept AttemptKeeper::keep_remotely(const Attempt& attempt) {
  if (const Result<bool> added = outbox_.add(attempt); !added) {
    return {Keeping::refused, added.error().message};
  }
  sender_->send();
  const Sending sending = sender_->wait(kUnnoticed);
  if (!sending.done) return {Keeping::on_its_way, {}};
  return {sending.cause.empty() ? Keeping::stored : Keeping::waiting, sending.cause};
}

Kept AttemptKeeper::keep(const Attempt& attempt) {
  if (sender_) return keep_remotely(attempt);
  // Behind those that wait, so that the order stays.
  Result<std::size_t> put = send_waiting();
  if (put) {
    const Result<Store*> open = store();
    put = open ? (*open)->put(attempt) : Result<std::size_t>(tl::unexpected(open.error()));
  }
  if (put) return {};
  store_.reset();
  const Result<bool> added = outbox_.add(attempt);
  return {added ? Keeping::waiting : Keeping::refused, put.error().message};
}

Result<std::size_t> AttemptKeeper::take_in(const std::string& play_folder, ScenarioShelf& shelf) {
  // What waits is not in the store yet, and richer than its file.
  if (Result<std::size_t> sent = send_waiting(); !sent) return sent;
  const Result<Store*> open = store();
  if (!open) return tl::unexpected(open.error());
  std::vector<KeptPlay> plays = list_plays(play_folder);
  std::reverse(plays.begin(), plays.end());
  std::vector<Attempt> fresh;
  for (const KeptPlay& kept : plays) {
    if (!kept.playthrough.complete && !kept.playthrough.broken_off) continue;
    Attempt attempt = attempt_of(kept.playthrough, kept.path);
    const Result<bool> known = (*open)->holds(attempt.id);
    if (!known) return tl::unexpected(known.error());
    if (*known) continue;
    if (auto score = score_again(kept.playthrough, shelf)) attempt.score = std::move(*score);
    fresh.push_back(std::move(attempt));
  }
  if (fresh.empty()) return std::size_t{0};
  return (*open)->put(fresh);
}

Attempt attempt_of(const Playthrough& play, const std::string& path) {
  Attempt attempt;
  attempt.play = play;
  attempt.session = play.session;
  attempt.group = play.group;
  attempt.id = attempt_id(play, std::filesystem::path(path).filename().string());
  return attempt;
}

}  // namespace mot
