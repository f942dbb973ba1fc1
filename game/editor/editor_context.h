// What the panels of the editor share: the document with one history of undo for all of them, what
// is selected, what is known about the text, and the line in which the editor speaks.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/live_check.h"
#include "engine/authoring/scenario_outline.h"
#include "engine/text/ui_strings.h"
#include "game/editor/completion_box.h"
#include "game/editor/edited_text.h"
#include "game/stage/game_context.h"

namespace mot {

// A part of the scenario. Ids as they stand in the text.
struct EditorSelection {
  enum class What { scenario, customer, moment, response };
  What what = What::scenario;
  std::string moment;
  std::string response;  // of that moment
  friend bool operator==(const EditorSelection&, const EditorSelection&) = default;

  static EditorSelection of_scenario() { return {}; }
  static EditorSelection of_customer() { return {What::customer, "", ""}; }
  static EditorSelection of_moment(std::string id) { return {What::moment, std::move(id), ""}; }
  static EditorSelection of_response(std::string moment, std::string id) {
    return {What::response, std::move(moment), std::move(id)};
  }
};

// Where the customer is written: in the scenario's text below "customer", or in a file of its own,
// whose base is empty.
struct CustomerText {
  EditedText* text = nullptr;
  std::string base;
};

class EditorContext {
 public:
  EditorContext(std::shared_ptr<GameContext> game, ScenarioDocument document);

  GameContext& game() { return *game_; }
  const std::shared_ptr<GameContext>& shared_game() const { return game_; }
  const UiStrings& words() const { return game_->words(); }
  const std::string& word(std::string_view key) const { return words().text(key); }

  // --- the scenario's text
  EditedText& story() { return story_; }
  const ScenarioDocument& document() const { return story_.document(); }
  const std::string& text() const { return story_.text(); }
  std::uint64_t version() const { return story_.version(); }
  const YamlSpans* spans() { return story_.spans(); }
  const YamlSpans* seen() { return story_.seen(); }
  std::string value_at(std::string_view path) { return story_.value_at(path); }
  bool apply(const Result<TextEdit>& edit, std::string_view field = {}) {
    return story_.apply(edit, field);
  }
  // Of seen(), or of the last text that was YAML.
  const ScenarioOutline& outline();
  // An edit that puts what stood at a path at another, in the translations too. False: refused.
  bool rename(const Result<TextEdit>& edit, const std::string& from, const std::string& to);
  // In the scenario, or a file beside it; what a renaming has done elsewhere goes with it.
  void undo(EditedText& file) { carry(file.undo(), true); }
  void redo(EditedText& file) { carry(file.redo(), false); }

  // --- files that are edited beside it: its translations, its customer. They are saved, and asked
  // about, with the scenario.
  // Opens one that is not open yet, with what a kill has left of it. Refuses what cannot be read.
  Result<EditedText*> beside(const std::string& path);
  const std::map<std::string, std::unique_ptr<EditedText>>& beside() const { return beside_; }

  // The customer's text, opened for it where it is a file of its own. Null: there is none, or one
  // that is not to be written here.
  CustomerText customer();

  // --- what is selected
  const EditorSelection& selection() const { return selection_; }
  void select(EditorSelection selection);
  // Where in the text the selection begins; nothing where it is not there.
  std::optional<std::size_t> offset_of_selection();
  // Grows when something was selected anew.
  std::uint64_t selected_times() const { return selected_times_; }

  // --- what is known of it; null at first, and of an earlier text while the latest is looked at
  const std::shared_ptr<const LiveFindings>& findings() const { return findings_; }
  // The latest that had no errors; null where there was none.
  const std::shared_ptr<const Scenario>& last_scenario() const { return last_scenario_; }
  // The choices "moment.response" of the way that is compared with best and worst play.
  void set_way(std::vector<std::string> choices);
  const std::vector<std::string>& way() const { return way_; }

  // What stands in fields that are not part of the text, by test id.
  std::map<std::string, std::string>& drafts() { return drafts_; }

  // What may be typed next, wherever somebody types.
  CompletionBox& completion() { return completion_; }
  // The ids of seen(), for completion.
  const NamesInText& names();

  // --- the line in which the editor speaks
  void say(std::string sentence, bool is_problem = false);
  // Why something was not done; gone with the next change, after which it may be another matter.
  void say_no(std::string sentence);
  void say(const Refusal& refusal);
  const std::string& said() const { return said_; }
  bool said_problem() const { return said_problem_; }

  // Time goes on by `dt` seconds: asks for findings after a pause, takes what is there. True:
  // something looks different now.
  bool step(float dt);
  // Findings are on their way.
  bool checking() const;

 private:
  struct Renaming {
    std::string from;
    std::string to;
    std::set<std::string> files;  // translations in which it is done now
  };
  void carry(const std::string& field, bool back);
  bool outdated_no();
  void rename_in_translations(const std::string& field, bool back);
  // Another number for other texts that findings are made of; never 0.
  std::uint64_t texts_version() const;
  bool check_is_due() const { return asked_version_ != texts_version() || asked_way_ != way_; }
  double still() const;

  std::shared_ptr<GameContext> game_;
  EditedText story_;
  std::map<std::string, std::unique_ptr<EditedText>> beside_;  // by path
  std::uint64_t recovered_beside_ = 0;  // those opened with what a kill has left of them
  ScenarioOutline outline_;
  std::map<std::string, Renaming> renamings_;  // by the field of their step
  std::uint64_t outlined_ = 0;                 // seen_version() of it
  std::string customer_id_;                    // of a file of its own that was looked for, and …
  EditedText* customer_ = nullptr;             // … what was found

  EditorSelection selection_;
  std::uint64_t selected_times_ = 0;

  LiveCheck check_;
  std::shared_ptr<const LiveFindings> findings_;
  std::shared_ptr<const Scenario> last_scenario_;
  std::vector<std::string> way_;
  std::map<std::string, std::string> drafts_;
  CompletionBox completion_;
  NamesInText names_;
  std::uint64_t names_version_ = 0;
  std::shared_ptr<const Scenario> names_of_;
  std::uint64_t asked_version_ = 0;  // of the texts that findings were asked for last
  std::vector<std::string> asked_way_;
  double way_still_ = 0;  // seconds since the way was another

  std::string said_;
  bool said_problem_ = false;
  // What is said goes with the next change; of which texts it was said, 0: not noted yet.
  bool said_until_changed_ = false;
  std::uint64_t said_version_ = 0;
};

}  // namespace mot
