// A file that somebody edits by forms or as text: a document whose edits are undone in steps, and
// its parts as YAML. Of those only what was touched is read anew, when they are asked for.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/scenario_document.h"
#include "engine/authoring/scenario_edits.h"
#include "engine/authoring/value_edits.h"
#include "engine/authoring/yaml_spans.h"

namespace mot {

class EditedText {
 public:
  // Hears why something was not done, or not put on disk.
  using Refused = std::function<void(const Refusal&)>;
  EditedText(ScenarioDocument document, Refused refused);

  const ScenarioDocument& document() const { return document_; }
  const std::string& path() const { return document_.path(); }
  const std::string& text() const { return document_.text(); }
  bool is_changed() const { return document_.is_changed(); }
  // Another number for another text.
  std::uint64_t version() const { return version_; }

  // The text's parts, for an edit; null where it is not YAML. Good until the next edit.
  const YamlSpans* spans();
  // The same for reading only: while somebody is typing a value or in the text itself, and the text
  // is large, those from before; all values but the one that is typed are as they were.
  const YamlSpans* seen();
  // Number of the text that seen() is of.
  std::uint64_t seen_version();
  // The latest text as YAML, named by its path; null where it was not read yet, or is none.
  std::shared_ptr<const YamlDocument> read_already() const;
  // Why it is not YAML, with the line; nothing where it is.
  const std::optional<Refusal>& problem();
  // What stands at a path as written in translations; empty where there is nothing.
  std::string value_at(std::string_view path);

  // --- edits, each put into the journal at once. What is typed into the same `field` (a test id,
  // or any name; empty: none) without a longer pause is one step of undo. False: refused, and said
  // so.
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
  // Both give the field of the step that was taken back, or done again.
  std::string undo();
  std::string redo();
  // The field of the step that undo() takes back; empty: of none.
  std::string last_field() const { return steps_.empty() ? std::string() : steps_.back().field; }
  // Byte of the text behind what the last edit, undo or redo put in.
  std::size_t changed_at() const { return changed_at_; }

  // --- the file; the text may be another afterwards
  Result<SaveResult> save(bool force = false) { return document_.save(force); }
  // Takes over what is in the file. False: it cannot be read, said so; the text stays.
  bool reload();
  // The same, with what is made of it and of the text here (ScenarioDocument::join). False:
  // refused.
  bool join(const std::string& theirs, const std::string& joined);
  // Goes back to what is in the file, or to the beginning of one that was never written.
  void drop();
  // The file was taken away: nothing of the text is saved.
  void file_is_gone();

  // --- time goes on by `dt` seconds: a large text is read anew once nobody types. True: it was.
  bool step(float dt);
  // Seconds since the text was changed last.
  double still() const { return time_ - changed_time_; }
  // seen() is not of the latest text yet.
  bool is_behind() const { return may_wait() && parsed_version_ != version_; }

 private:
  struct Step {
    std::size_t edits = 0;
    std::string field;
    double at = 0;
    bool open = true;  // what is typed next into the field may join it
  };
  // Something is typed over and over at one place of the text that seen() knows.
  struct TypingRun {
    std::string path;
    std::string value;
    std::uint64_t version = 0;
  };
  bool done(const Result<bool>& result, std::string_view field);
  void told(const Result<bool>& result);
  bool was_replaced(const Result<bool>& result, const std::string& before);
  void text_changed();
  bool type_as(std::string_view path,
               const std::string& value,
               const std::string& written,
               ScalarKind kind,
               std::string_view field);
  bool may_wait() const;
  void parse();
  void install(Result<YamlSpans> parsed, std::uint64_t version);
  const YamlSpans* current() const { return problem_ ? nullptr : read_.get(); }

  ScenarioDocument document_;
  Refused refused_;
  std::uint64_t version_ = 1;
  std::size_t changed_at_ = 0;
  std::vector<Step> steps_;   // that can be undone
  std::vector<Step> undone_;  // that can be done again

  std::uint64_t parsed_version_ = 0;
  std::shared_ptr<const YamlSpans> read_;  // the last text that was YAML; null: there was none
  std::optional<Refusal> problem_;         // of the text that was read last
  std::optional<TextEdit> edit_;           // what made the text of the one that was read last
  std::optional<TypingRun> run_;
  bool typed_ = false;  // the last edit was one letter of many
  std::future<Result<YamlSpans>> parsing_;
  std::uint64_t parsing_version_ = 0;

  double time_ = 0;
  double changed_time_ = -1;
};

}  // namespace mot
