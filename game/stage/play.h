// One encounter being played: the scenario, the session, the language it is read in, and the file
// that every choice is in before its answer is seen.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/encounter/session.h"
#include "engine/encounter/view.h"
#include "engine/records/play_folder.h"
#include "game/stage/room_record.h"

namespace mot {

// How a play is played, and the file it is kept in.
struct PlayTerms {
  PlayMode mode = PlayMode::practice;
  bool room = false;  // a trainer plays it with a room; practice
  std::uint32_t seed = 1;
  std::string learner;  // may be empty
  std::string started;  // as Playthrough::started
  std::string path;     // empty: not recorded (a draft)
  std::string session;  // the trainer's session, and its group; may be empty
  std::string group;
};

// A sentence to show: the key of a text, and the values it takes.
struct PlayNotice {
  std::string key;  // empty: nothing to say
  Refusal cause;    // for {cause}
  int number = 0;   // for {number}, counted from 1
};

// Invariant: after every change that could be saved, the file holds all choices made.
class Play {
 public:
  using Clock = std::function<std::string()>;  // UTC, as Playthrough::started

  // Begins at the start. Nothing is written before the first choice.
  Play(std::shared_ptr<const Scenario> scenario,
       PlayTerms terms,
       std::string_view language,
       Clock now);
  Play(const Play&) = delete;
  Play& operator=(const Play&) = delete;

  // Goes on where a kept play stands. Where the scenario has changed since, it stands where the
  // choices still fit, notice() says so, and what is played from there gets a new file in `folder`,
  // so that the old one stays what it was. Refuses what is no play of this scenario.
  static Result<std::shared_ptr<Play>> resume(std::shared_ptr<const Scenario> scenario,
                                              const KeptPlay& kept,
                                              std::string_view language,
                                              const Clock& now,
                                              const std::string& folder);

  // The same play of a scenario whose file was saved meanwhile: the choices made again as far as
  // they fit; notice() says so. What is played from there gets a file of its own in `folder` where
  // the meaning has changed. Refuses another scenario.
  static Result<std::shared_ptr<Play>> reloaded(const Play& now,
                                                std::shared_ptr<const Scenario> scenario,
                                                const std::string& folder);

  // The same encounter up to a choice (from 0), another response there, and the same luck from then
  // on: a practice of its own, in a file of its own (`path`; empty: not recorded), while the
  // original stays as it is. Refuses what was not on offer there.
  static Result<std::shared_ptr<Play>> what_if(const std::shared_ptr<const Play>& original,
                                               std::size_t choice,
                                               ResponseIndex response,
                                               std::string path);
  // The play that this is a what-if of, else null; and the choice (from 0) they part at.
  const std::shared_ptr<const Play>& original() const { return original_; }
  std::size_t parting() const { return parting_; }

  const Scenario& scenario() const { return *scenario_; }
  std::shared_ptr<const Scenario> shared_scenario() const { return scenario_; }
  const Program& program() const { return *program_; }
  const Session& session() const { return session_; }
  const Reading& reading() const { return reading_; }
  const PlayTerms& terms() const { return terms_; }
  bool practice() const { return terms_.mode == PlayMode::practice; }
  // Over: ended, stuck or exhausted.
  bool finished() const { return session_.status() != SessionStatus::waiting; }
  // The session as a file would hold it now.
  Playthrough playthrough() const;

  // Where it stands, in the language in use. Good until the next change.
  const EncounterView& view() const { return view_; }
  void set_language(std::string_view language);

  // Makes a choice and saves before it returns. Refuses as Session::choose; a failed save is no
  // refusal: see save_problem().
  // `votes`: how a room voted, empty elsewhere. `confidence`: how sure the trainee was.
  Result<bool> choose(ResponseIndex response,
                      double seconds,
                      bool timed_out = false,
                      std::vector<Vote> votes = {},
                      Confidence confidence = Confidence::unsaid);
  // Takes the last choice back, and saves. False in an exam, and before the first choice. In a room
  // what was voted and chosen stays in the record.
  bool undo();
  // Goes back to before choice number `choice` (0: the start), and saves: it and what came after
  // are taken back. False in an exam, and where there is no such choice.
  bool back_to(std::size_t choice);

  // How the room has voted on the decision it stands at, else null. Good until the next change.
  const Poll* poll() const;
  // Keeps how the room votes there, and saves; as RoomRecord::vote. Nothing without votes.
  void note_poll(std::vector<Vote> votes, bool revealed);
  // Has the room left a branch by taking choices back, and not been there again?
  bool has_first_branch() const { return room_.has_first(); }
  // Back to where the room stood when it left its first branch, and saves; the branch of now is
  // kept in its turn. False where there is none.
  bool back_to_first_branch();
  // Nothing was chosen and nothing voted on: there is nothing to save.
  bool untouched() const { return session_.turns().empty() && room_.polls().empty(); }

  // The sentence the trainee takes away, and what was predicted before the answer (−1: nothing).
  const std::string& takeaway() const { return takeaway_; }
  int prediction() const { return prediction_; }
  // Keeps the sentence, and saves; true when it is in the file or nothing is to be.
  bool take_away(std::string sentence);
  // Keeps what is predicted, 0 … 10, and saves; true as above.
  bool predict(int recommend);
  // From the start again, with the same luck and in the same file. False in an exam and a room.
  bool restart();
  // The room begins a new session on `fresh` terms; the old one stays as it is.
  void restart_room(PlayTerms fresh);
  // Tries to save again, e.g. before leaving; true when all is in the file or nothing is to be.
  bool save();

  // Why the last save failed; empty key while all is well.
  PlayNotice save_problem() const;
  // What changed between the kept play and the scenario; empty key: nothing.
  const PlayNotice& notice() const { return notice_; }

 private:
  Result<Session> first_branch(RoomRecord& room) const;

  std::shared_ptr<const Scenario> scenario_;
  std::shared_ptr<const Program> program_;
  Session session_;
  Reading reading_;
  PlayTerms terms_;
  PlayKeeper keeper_;
  Clock now_;
  std::string ended_;
  std::string takeaway_;
  int prediction_ = -1;
  RoomRecord room_;
  std::shared_ptr<const Play> original_;
  std::size_t parting_ = 0;
  EncounterView view_;
  PlayNotice notice_;
};

}  // namespace mot
