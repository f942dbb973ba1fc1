// What the panels of the editor share: the document with one history of undo for all of them, what
// is selected, what is known about the text, and the line in which the editor speaks.
#pragma once

#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/live_check.h"
#include "engine/authoring/scenario_document.h"
#include "engine/authoring/scenario_edits.h"
#include "engine/authoring/scenario_outline.h"
#include "engine/authoring/value_edits.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/text/ui_strings.h"
#include "game/editor/completion_box.h"
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

class EditorContext {
 public:
  EditorContext(std::shared_ptr<GameContext> game, ScenarioDocument document);

  GameContext& game() { return *game_; }
  const std::shared_ptr<GameContext>& shared_game() const { return game_; }
  const UiStrings& words() const { return game_->words(); }
  const std::string& word(std::string_view key) const { return words().text(key); }

  // --- the text
  const ScenarioDocument& document() const { return document_; }
  const std::string& text() const { return document_.text(); }
  // Another number for another text.
  std::uint64_t version() const { return version_; }
  // The text's parts, for an edit; null where it is not YAML. Good until the next edit.
  const YamlSpans* spans();
  // The same for reading only: while somebody is typing a value or in the text itself, and the text
  // is large, those from before; all values but the one that is typed are as they were.
  const YamlSpans* seen();
  // Why it is not YAML, with the line; empty where it is.
  const std::string& yaml_problem();
  // Of seen(), or of the last text that was YAML.
  const ScenarioOutline& outline();
  // What stands at a path as written in translations; empty where there is nothing.
  std::string value_at(std::string_view path);

  // --- edits, each put on disk at once. What is typed into the same `field` (a test id, or any
  // name; empty: none) without a longer pause is one step of undo. False: refused, and said so.
  bool apply(const Result<TextEdit>& edit, std::string_view field = {});
  // Typing in the text itself; the whole of it as it is now.
  bool replace(const std::string& text, std::string_view field = {});
  // Sets what stands at a path while it is typed in a field: the same as apply(put_value(…)), but
  // a large text is not read anew for every letter.
  bool type(std::string_view path,
            const std::string& value,
            ScalarKind kind,
            std::string_view field);
  // The same for a number or an expression (written_value()).
  bool type_value(std::string_view path, const std::string& value, std::string_view field);
  bool can_undo() const { return document_.can_undo(); }
  bool can_redo() const { return document_.can_redo(); }
  // What follows is another step of undo, whatever its field.
  void end_step();
  void undo();
  void redo();
  // Byte of the text behind what the last edit, undo or redo put in.
  std::size_t changed_at() const { return changed_at_; }
  // Saving and what is on disk; the text may be another afterwards.
  Result<SaveResult> save(bool force = false) { return document_.save(force); }
  // Takes over what is in the file. False: it cannot be read, said so; the text stays.
  bool reload();
  // The file was taken away: nothing of the text is saved.
  void file_is_gone();

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
  const std::string& said() const { return said_; }
  bool said_problem() const { return said_problem_; }

  // Time goes on by `dt` seconds: asks for findings after a pause, takes what is there. True:
  // something looks different now.
  bool step(float dt);
  // Findings are on their way.
  bool checking() const;

 private:
  struct Step {
    std::size_t edits = 0;
    std::string field;
    double at = 0;
  };
  bool done(const Result<bool>& result, std::string_view field);
  void text_changed();
  // Something is typed over and over at one place of the text that seen() knows.
  struct TypingRun {
    std::string path;
    std::string value;
    std::uint64_t version = 0;
  };
  bool type_as(std::string_view path,
               const std::string& value,
               const std::string& written,
               ScalarKind kind,
               std::string_view field);
  bool may_wait() const;
  void parse();
  void install(Result<YamlSpans> parsed, std::uint64_t version);
  bool step_parsing();

  std::shared_ptr<GameContext> game_;
  ScenarioDocument document_;
  std::uint64_t version_ = 1;
  std::size_t changed_at_ = 0;
  std::vector<Step> steps_;          // that can be undone
  std::vector<std::size_t> undone_;  // edits of each step that can be done again

  std::uint64_t parsed_version_ = 0;
  std::unique_ptr<YamlSpans> spans_;
  std::optional<TypingRun> run_;
  bool typed_ = false;  // the last edit was one letter of many
  std::future<Result<YamlSpans>> parsing_;
  std::uint64_t parsing_version_ = 0;
  std::string yaml_problem_;
  ScenarioOutline outline_;

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
  bool check_due_ = true;
  double time_ = 0;
  double changed_time_ = -1;

  std::string said_;
  bool said_problem_ = false;
};

}  // namespace mot
