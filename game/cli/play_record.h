// The file a play is kept in: written after every choice, before the next line is shown.
#pragma once

#include <string>
#include <string_view>

#include "engine/encounter/session.h"
#include "engine/records/play_folder.h"

namespace mot {

/// What a playthrough holds besides the session.
struct PlayIdentity {
  /// The file; empty: the play is not recorded (a draft).
  std::string path;
  PlayMode mode = PlayMode::practice;
  std::string learner;
  /// As Playthrough::started.
  std::string started;
  /// As in Playthrough; may be empty.
  std::string session;
  std::string group;
};

/// What saving came to; what a person should be told is only what changed.
enum class SaveNews : unsigned char { none, failed, works_again };

/// Keeps one play on disk as it grows.
class PlayRecord {
 public:
  explicit PlayRecord(PlayIdentity identity);

  /// Writes the whole playthrough. A failing disk is tried again each time, and reported once until
  /// it works again.
  SaveNews save(const Session& session, std::string_view language);

  /// What the last save wrote, or tried to.
  const Playthrough& playthrough() const { return playthrough_; }

  const PlayIdentity& identity() const { return identity_; }
  bool is_recorded() const { return !identity_.path.empty(); }
  /// Something was saved, and all of it.
  bool is_kept() const { return saved_ && keeper_.healthy(); }
  /// Why the last save failed: "cannot write …: No space left on device".
  const std::string& cause() const { return keeper_.cause(); }

 private:
  PlayIdentity identity_;
  PlayKeeper keeper_;
  Playthrough playthrough_;
  bool saved_ = false;
};

}  // namespace mot
