#include "game/editor/editor_screen.h"

#include <cmath>
#include <filesystem>
#include <utility>
#include <vector>

#include "engine/authoring/new_scenario.h"
#include "engine/base/file_watch.h"
#include "game/editor/editor_context.h"
#include "game/editor/editor_files.h"
#include "game/editor/first_steps_panel.h"
#include "game/editor/live_column.h"
#include "game/editor/new_scenario_page.h"
#include "game/editor/outline_column.h"
#include "game/editor/panels.h"
#include "game/editor/play_from_editor.h"
#include "game/editor/publishing.h"
#include "game/editor/status_line.h"
#include "game/tools/tool_screen.h"
#include "game/tools/tool_style.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr float kBar = 58;
constexpr float kStatus = 34;
constexpr float kOutline = 262;
constexpr float kLive = 296;
constexpr float kNarrow = 1100;
constexpr float kOutlineShare = 0.58F;  // of a column that has the findings below
constexpr float kLow = 320;             // less than that of height is not halved
constexpr float kMargin = 14;
constexpr ImGuiWindowFlags kFixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                    ImGuiWindowFlags_NoSavedSettings |
                                    ImGuiWindowFlags_NoBringToFrontOnFocus;

class EditorScreen : public ToolScreen {
 public:
  EditorScreen(Toolkit& toolkit,
               std::shared_ptr<GameContext> game,
               ScenarioDocument document,
               const std::string& said)
      : ToolScreen(toolkit),
        context_(std::move(game), std::move(document)),
        watch_(std::vector<std::string>{context_.document().path()}),
        panels_(make_panels()) {
    title_ = context_.outline().title;
    if (!said.empty()) {
      context_.say(said);
    }
    if (context_.document().recovered()) {
      question_ = Question::recovered;
      const bool newer = context_.document().file_is_newer();
      meaning_ = context_.word(newer ? "editor.recovered-newer" : "editor.recovered-means");
    }
  }

  std::string announcement() const override { return title_; }

  bool may_quit() override {
    quits_ = files_.is_changed() || !ui_.typing().events.empty();
    quit_asked_ = quits_;
    return !quits_;
  }

  void resumed() override {
    end_play_from_editor(toolkit_, context_.shared_game());
    ToolScreen::resumed();
  }

 protected:
  bool waiting() const override { return context_.checking() || panels_[shown_]->waiting(); }

  void step(const Tick& tick) override {
    const bool changed = context_.step(tick.dt);
    if (watch_.step(static_cast<double>(tick.dt)) && context_.document().changed_outside()) {
      file_changed();
      redraw();
    }
    // What was typed last is in its field first.
    if (quit_asked_ && ui_.typing().events.empty()) {
      quit_asked_ = false;
      leave();
      redraw();
    }
    if (watch_.gone() != gone_) {
      gone_ = watch_.gone();
      if (gone_) {
        file_gone();
      }
      redraw();
    }
    if (panels_[shown_]->step(tick.dt, context_) || changed) {
      redraw();
    }
  }

  bool shortcut(const Event& event) override {
    if (!event.control) {
      const bool taken = panels_[shown_]->shortcut(event, context_);
      if (!taken && event.key == Key::escape) {
        leave();
        return true;
      }
      return taken;
    }
    switch (event.key) {
      case Key::z:
        event.shift ? context_.redo(shown_file()) : context_.undo(shown_file());
        return true;
      case Key::y: context_.redo(shown_file()); return true;
      case Key::s: save(); return true;
      case Key::enter: play(); return true;
      case Key::f: outline_.search(ui_); return true;
      default: return panels_[shown_]->shortcut(event, context_);
    }
  }

  void draw_tools(ToolUi& ui) override {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin("editor", nullptr, kFixed);
    ImGui::PopStyleVar();
    draw_bar(ui, size.x);
    const float top = ui.px(kBar + kMargin);
    const float margin = ui.px(kMargin);
    first_steps_.look(ui, context_, panels_[shown_]->name(), !files_.is_changed());
    const float steps = first_steps_.height();
    const float bottom = size.y - ui.px(kStatus) - (steps > 0 ? steps + margin : 0);
    const float middle = ui.px(kOutline) + 2 * margin;
    // With large letters there is no room for three columns: two of them share one.
    const bool narrow = size.x < ui.px(kNarrow);
    const float right = narrow ? margin : size.x - ui.px(kLive) - margin;
    // Nor for one below the other, where the first steps take their share: they scroll together.
    const bool low = narrow && bottom - top < ui.px(kLow);
    const bool halved = narrow && !low;
    const float below = halved ? std::round(top + (bottom - top) * kOutlineShare) : top;
    if (begin_column(ui, "outline", {margin, top},
                     {ui.px(kOutline), halved ? below - margin - top : bottom - top})) {
      outline_.draw(ui, context_, low ? OutlineColumn::Rows::whole : OutlineColumn::Rows::scroll);
      if (low) {
        live_.draw(ui, context_);
      }
    }
    end_column();
    const float end = narrow ? size.x : right;
    draw_panel(ui, {middle, top}, {end - middle - margin, bottom - top});
    if (!low) {
      if (begin_column(ui, "live", {right, below},
                       {ui.px(narrow ? kOutline : kLive), bottom - below})) {
        live_.draw(ui, context_);
      }
      end_column();
    }
    if (first_steps_.draw(ui, context_, {margin, bottom + margin}, size.x - 2 * margin)) {
      begins_anew_ = true;
      leave();
    }
    draw_status_line(ui, context_, {kMargin, kStatus}, size);
    ImGui::End();
    draw_question(ui);
  }

 private:
  static bool begin_column(ToolUi& ui, const char* name, ImVec2 at, ImVec2 size) {
    ImGui::SetCursorPos(at);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, tool_colour(theme::kPaper));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(12), ui.px(12)});
    const bool open = ImGui::BeginChild(name, size, true, ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    return open;
  }
  static void end_column() { ImGui::EndChild(); }

  void draw_bar(ToolUi& ui, float width) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({0, 0}, {width, ui.px(kBar)}, ui.fill(theme::kPaper));
    list.AddLine({0, ui.px(kBar)}, {width, ui.px(kBar)}, ui.ink(theme::kLine), ui.px(1));
    ImGui::SetCursorPos({ui.px(kMargin), ui.px(12)});
    if (ui.button("back", context_.word("editor.back"),
                  {.kind = ToolButton::plain, .icon = "left"})) {
      leave();
    }
    ImGui::SameLine();
    if (ui.button(
            "first-steps", "",
            {.kind = ToolButton::plain, .icon = "bulb", .help = context_.word("steps.open")})) {
      first_steps_.toggle(context_);
    }
    ImGui::SameLine();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = width - at.x - actions_width(ui) - ui.px(kMargin);
    const std::string& title = context_.outline().title;
    const std::string file = fs::path(context_.document().path()).filename().string() +
                             (files_.is_changed() ? " •" : "");
    ui.draw_text(list, {at.x + ui.px(4), ui.px(9)}, ui.fitted(title, room, ToolFont::strong),
                 ToolFont::strong, theme::kInk);
    ui.draw_text(list, {at.x + ui.px(4), ui.px(31)}, ui.fitted(file, room, ToolFont::small),
                 ToolFont::small, theme::kInk2);
    draw_actions(ui, width);
  }

  bool is_draft() { return context_.value_at("draft") == "true"; }

  float actions_width(ToolUi& ui) {
    constexpr float kPlayIcon = 25;
    float width = ui.px(kMargin + kPlayIcon);
    for (const char* word :
         {"editor.undo", "editor.redo", "editor.play", "editor.publish", "editor.save"}) {
      if (word == std::string_view("editor.publish") && !is_draft()) continue;
      width += ui.text_width(context_.word(word), ToolFont::strong) + ui.px(26 + 8);
    }
    return width - ui.px(8);
  }

  void draw_actions(ToolUi& ui, float width) {
    const EditedText& edited = shown_file();
    ImGui::SetCursorPos({width - actions_width(ui), ui.px(12)});
    if (ui.button("undo", context_.word("editor.undo"),
                  {.enabled = edited.can_undo(), .help = "Ctrl+Z"})) {
      context_.undo(shown_file());
    }
    ImGui::SameLine();
    if (ui.button("redo", context_.word("editor.redo"),
                  {.enabled = edited.can_redo(), .help = "Ctrl+Y"})) {
      context_.redo(shown_file());
    }
    ImGui::SameLine();
    if (ui.button("play", context_.word("editor.play"),
                  {.icon = "play", .enabled = playable() != nullptr, .help = "Ctrl+Enter"})) {
      play();
    }
    if (is_draft()) {
      ImGui::SameLine();
      if (ui.button("publish", context_.word("editor.publish"),
                    {.help = context_.word("editor.publish-means")})) {
        publish();
      }
    }
    ImGui::SameLine();
    if (ui.button(
            "save", context_.word("editor.save"),
            {.kind = ToolButton::primary, .enabled = files_.is_changed(), .help = "Ctrl+S"})) {
      save();
    }
  }

  // The scenario as it stands; null while it has errors or was not looked at yet.
  std::shared_ptr<const Scenario> playable() const {
    const auto& found = context_.findings();
    return found && found->version == context_.version() ? found->scenario : nullptr;
  }

  void play() {
    if (auto scenario = playable()) {
      ui_.stop_typing();
      go(Request::push(play_from_editor(toolkit_, context_.shared_game(), std::move(scenario))));
    }
  }

  void publish() {
    if (may_publish(context_) && context_.spans() != nullptr &&
        context_.apply(remove_key(*context_.spans(), "draft"))) {
      save();
    }
  }

  void draw_panel(ToolUi& ui, ImVec2 at, ImVec2 size) {
    ImGui::SetCursorPos(at);
    for (std::size_t i = 0; i < panels_.size(); ++i) {
      if (i > 0) {
        ImGui::SameLine();
      }
      const std::string name = panels_[i]->name();
      if (ui.button("tab-" + name, context_.word("editor.tab-" + name), {.chosen = i == shown_})) {
        panels_[shown_]->left(context_);
        shown_ = i;
        ui.stop_typing();
      }
    }
    const float used = ui.px(44);
    if (begin_column(ui, "panel", {at.x, at.y + used}, {size.x, size.y - used})) {
      panels_[shown_]->draw(ui, context_);
    }
    end_column();
  }

  // What the shown panel edits: a file beside the scenario's, or that.
  EditedText& shown_file() {
    EditedText* own = panels_[shown_]->own_file();
    return own != nullptr ? *own : context_.story();
  }

  // Writes all that is not in its file yet; stops where something is to be asked first.
  void save() {
    files_.mark_changed_texts();
    for (EditedText* file : files_.changed_beside()) {
      if (!save_one(*file)) {
        return;
      }
    }
    const bool scenario = context_.document().is_changed() || &shown_file() == &context_.story();
    if ((!scenario || save_one(context_.story())) && leaving_) {
      go(exit_request());
    }
  }

  // False: it is not saved, and that is said or asked about.
  bool save_one(EditedText& file, bool force = false) {
    const Result<SaveResult> result = file.save(force);
    if (!result) {
      context_.say(result.error());
      stay();
      return false;
    }
    if (*result == SaveResult::changed_outside) {
      ask_about_outside(file);
      return false;
    }
    if (&file == &context_.story()) {
      watch_.accept();
    }
    context_.say(context_.words().text("editor.saved", {{"file", file.path()}}));
    return true;
  }

  void ask_about_outside(EditedText& file) {
    if (files_.meet_outside(file) == EditorFiles::Outside::joined) {
      stay();
      return;
    }
    question_ = Question::changed_outside;
    asked_file_ = &file;
    meaning_ = context_.word("editor.outside-means") + files_.both_texts(file);
  }

  void answer_outside(bool mine) {
    const bool known = files_.settles();
    if (known && !files_.settle_outside(*asked_file_, mine)) {
      ask_about_outside(*asked_file_);
    } else if (mine) {
      files_.mark_changed_texts(asked_file_);
      if (save_one(*asked_file_, !known) && leaving_) {
        save();
      }
    } else {
      if (!known) {
        asked_file_->reload();
      }
      stay();
    }
  }

  // Somebody else has written the file: what was not touched here follows it.
  void file_changed() {
    if (context_.document().is_changed()) {
      ask_about_outside(context_.story());
    } else if (context_.story().reload()) {
      context_.say(context_.word("editor.reread"));
    }
  }

  void file_gone() {
    context_.say(context_.words().text("editor.file-gone", {{"file", context_.document().path()}}),
                 true);
    context_.story().file_is_gone();
  }

  void leave() {
    if (files_.is_changed()) {
      question_ = Question::leave;
    } else {
      go(exit_request());
    }
  }

  void stay() { leaving_ = quits_ = begins_anew_ = false; }

  Request exit_request() {
    if (quits_) {
      return Request::quit();
    }
    context_.game().library_changed();
    if (begins_anew_) {
      return Request::replace(make_new_scenario_page(toolkit_, context_.shared_game(),
                                                     {"", std::string(kBlankTemplate)}));
    }
    return context_.game().open_library ? Request::replace(context_.game().open_library())
                                        : Request::quit();
  }

  void draw_question(ToolUi& ui) {
    const auto word = [this](const char* key) { return context_.word(key); };
    if (question_ == Question::leave) {
      const auto answer = ui.ask({"leave",
                                  word("editor.leave"),
                                  word("editor.leave-means"),
                                  {{"drop", word("editor.leave-drop"), ToolButton::danger},
                                   {"save", word("editor.leave-save"), ToolButton::primary},
                                   {"stay", word("editor.leave-stay"), ToolButton::quiet}}});
      if (answer) {
        question_ = Question::none;
        leaving_ = *answer == "save";
        if (*answer == "save") {
          save();
        } else if (*answer == "stay") {
          stay();
        } else if (*answer == "drop") {
          // Where the file is gone there is nothing to go back to; the journal keeps what was
          // typed.
          if (files_.drop() || gone_) {
            go(exit_request());
          } else {
            stay();
          }
        }
      }
    } else if (question_ == Question::changed_outside) {
      const auto answer = ui.ask({"outside",
                                  word("editor.outside"),
                                  meaning_,
                                  {{"theirs", word("editor.outside-theirs"), ToolButton::danger},
                                   {"mine", word("editor.outside-mine"), ToolButton::danger},
                                   {"later", word("editor.outside-later"), ToolButton::primary}}});
      if (answer) {
        question_ = Question::none;
        *answer == "later" ? stay() : answer_outside(*answer == "mine");
      }
    } else if (question_ == Question::recovered) {
      const auto answer = ui.ask({"recovered",
                                  word("editor.recovered"),
                                  meaning_,
                                  {{"drop", word("editor.recovered-drop"), ToolButton::danger},
                                   {"keep", word("editor.recovered-keep"), ToolButton::primary}}});
      if (answer) {
        question_ = Question::none;
        if (*answer == "drop") {
          files_.drop();
        }
      }
    }
  }

  enum class Question { none, leave, changed_outside, recovered };

  EditorContext context_;
  std::string title_;  // as it was opened
  FileWatch watch_;
  std::vector<std::unique_ptr<Panel>> panels_;
  EditorFiles files_{context_};
  OutlineColumn outline_;
  LiveColumn live_;
  FirstStepsPanel first_steps_{context_};
  std::size_t shown_ = 0;
  Question question_ = Question::none;
  std::string meaning_;               // of the question, where that depends on the files
  EditedText* asked_file_ = nullptr;  // that was changed outside
  bool leaving_ = false;
  bool quits_ = false;        // the window is closed then, too
  bool quit_asked_ = false;   // by its frame
  bool begins_anew_ = false;  // an empty page comes next
  bool gone_ = false;         // the file was taken away
};

}  // namespace

Result<std::unique_ptr<Screen>> make_editor_screen(Toolkit& toolkit,
                                                   std::shared_ptr<GameContext> context,
                                                   const std::string& path,
                                                   const std::string& said) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    return refuse("cli.edit.folder", {{"folder", path}},
                  path + " is a folder; name the file of a scenario");
  }
  if (!fs::is_regular_file(path, error) && !fs::exists(journal_path(path), error)) {
    return refuse("refused.no-file", {{"file", path}},
                  path + ": there is no such file; mot new ID writes one to begin from");
  }
  Result<ScenarioDocument> document = ScenarioDocument::open(path);
  if (!document) {
    return tl::unexpected(document.error());
  }
  return std::make_unique<EditorScreen>(toolkit, std::move(context), std::move(*document), said);
}

}  // namespace mot
