// Rows of a form: a label and what is set there, each bound to a path of a file's text. What
// is changed is an edit of that place at once.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/authoring/list_edits.h"
#include "engine/authoring/value_edits.h"
#include "game/editor/editor_context.h"
#include "game/tools/tool_ui.h"

namespace mot {

class FormFields {
 public:
  // `base`: the path of what the form is about, "" for the scenario. `part`: what sets the ids of a
  // part apart from those of the rest of the form ("next-1-"); no two rows may have the same id.
  FormFields(ToolUi& ui, EditorContext& context, std::string base, std::string part = {})
      : FormFields(ui, context, context.story(), std::move(base), std::move(part)) {}
  // About a part of another file.
  FormFields(ToolUi& ui,
             EditorContext& context,
             EditedText& edited,
             std::string base,
             std::string part)
      : ui_(ui),
        context_(context),
        edited_(edited),
        base_(std::move(base)),
        part_(std::move(part)) {}

  ToolUi& ui() { return ui_; }
  EditorContext& context() { return context_; }
  EditedText& edited() { return edited_; }
  const std::string& word(std::string_view key) const { return context_.word(key); }
  // The path of what the form is about, and of a key of it.
  const std::string& base() const { return base_; }
  std::string path(std::string_view key) const;
  std::string value(std::string_view key) { return edited_.value_at(path(key)); }
  bool has(std::string_view key);

  // The test id of a key's row, which is also that of what is typed there: "f-<part><key>".
  std::string row(std::string_view key) const { return "f-" + part_ + std::string(key); }

  // Each row: `key` of the text, with the test id row(key) and whose label "editor.f-<key>".
  void section(std::string_view word_key);
  void line(std::string_view key);  // one line; empty: the key is taken out
  void area(std::string_view key);  // as long as it is
  // What is said, which may be another under conditions; and where it goes on, likewise.
  void spoken(std::string_view key);
  void goes_on();
  void condition(std::string_view key);
  void choice(std::string_view key, const std::vector<ToolOption>& options, bool may_be_none);
  // A whole number on a slider; `unset` stands there while the key is not.
  void slider(std::string_view key, int low, int high, int unset, std::optional<int> marked = {});
  void number(std::string_view key, bool required = false);
  void tick(std::string_view key, bool unset);
  // A list of ids, each a chip that is on or off.
  void chips(std::string_view key, const std::vector<ToolOption>& options);
  // The chips alone: which are chosen, once that has changed.
  std::optional<std::vector<std::string>> pick(std::string_view key,
                                               const std::vector<ToolOption>& options,
                                               std::vector<std::string> chosen);
  // Pairs of a name and a text or value: standards, needs, variables, what is set.
  void pairs(std::string_view key, NameRule rule);

  // Parts of rows.
  void label(std::string_view word_key);
  // A name that is not there yet, then Enter. `add` is called with it and gives the row that is
  // typed in next; empty: refused, and it stays in its field.
  void new_name(const std::string& key, const std::function<std::string(const std::string&)>& add);
  // Writes a value, or takes the key out where it is empty. `id` joins what is typed in one go.
  void put(std::string_view at, const std::string& text, ScalarKind kind, std::string_view id);
  void take_out(std::string_view at, std::string_view id);  // with a map that has nothing else
  // `beside`: room that is left free at the right, logical units.
  void text_at(const std::string& id,
               const std::string& at,
               bool grows,
               bool required,
               float beside = 0);
  // Does it with the parts of the text as they are now; false: refused.
  template <class Edit>
  bool apply(const Edit& edit) {
    const YamlSpans* spans = edited_.spans();
    return spans != nullptr && edited_.apply(edit(*spans));
  }

 private:
  void new_pair(const std::string& key, NameRule rule);
  bool is_list(std::string_view key, std::size_t& count);
  void add_variant_button(std::string_view key, VariantKind kind, bool with_word);
  bool drop_variant_button(std::string_view key, std::size_t number, VariantKind kind);
  // Rows of a list: each one's condition, what `draw` makes of it (with whether it has a
  // condition), and a button that takes it out; at the end one that adds another.
  void draw_variants(std::string_view key,
                     std::size_t count,
                     VariantKind kind,
                     const std::function<void(FormFields&, bool)>& draw);

  ToolUi& ui_;
  EditorContext& context_;
  EditedText& edited_;
  std::string base_;
  std::string part_;
};

// Lists for choices.
std::vector<ToolOption> moment_options(EditorContext& context);
std::vector<ToolOption> word_options(EditorContext& context,
                                     std::string_view group,
                                     const std::vector<std::string>& names);
// Ids and texts of a map ("standards", "needs").
std::vector<ToolOption> map_options(EditedText& text, std::string_view path);
std::vector<ToolOption> stage_options(EditorContext& context);
std::vector<std::string> names_of(const auto& names) { return {names.begin(), names.end()}; }
std::vector<std::string> feeling_names();
std::vector<std::string> dimension_names();

}  // namespace mot
