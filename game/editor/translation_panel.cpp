#include "game/editor/translation_panel.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/authoring/translation_edits.h"
#include "engine/base/ascii.h"
#include "engine/scenario/node_reader.h"
#include "engine/text/glossary.h"
#include "game/tools/text_area.h"

namespace mot {
namespace {

constexpr float kUnknownHeight = 84;  // of a row that was not drawn yet, logical units

// A term of the trade that occurs in a text, and what it is called in the other language.
struct Term {
  std::string here;
  std::string there;
  std::string there_in_small_letters;
};

class TranslationPanel : public Panel {
 public:
  std::string name() const override { return "translation"; }

  void draw(ToolUi& ui, EditorContext& context) override {
    take_sources(context);
    if (sources_.empty()) {
      ui.paragraph(context.word("editor.translation-wrong"), ToolFont::body, theme::kInk2);
      return;
    }
    draw_bar(ui, context);
    if (target_ != nullptr && counted_ != target_->version()) {
      count();  // by undo or redo, or it was read again
    }
    if (problem_ || target_ == nullptr) {
      ui.paragraph(problem_ ? context.game().said(*problem_) : std::string(), ToolFont::body,
                   theme::kCoral800);
      return;
    }
    ImGui::BeginChild("translation-rows", ImGui::GetContentRegionAvail(), false,
                      ImGuiWindowFlags_NoNav);
    const auto& texts = sources_[file_].texts;
    heights_.resize(texts.size(), 0);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (!only_open_ || is_open(texts[i].first)) {
        draw_row(ui, context, i);
      }
    }
    ImGui::EndChild();
  }

  EditedText* own_file() override { return target_; }

 private:
  const TranslationSource& source() const { return sources_[file_]; }
  bool is_open(const std::string& path) const {
    // What is being written stays in sight until one goes elsewhere.
    return missing_.count(path) != 0 || stale_.count(path) != 0 || path == writing_;
  }

  // The texts as they are in the editor; those of the last text without errors while it has some.
  // What was shown stays shown where it is still there.
  void take_sources(EditorContext& context) {
    const auto& found = context.findings();
    if (!found || !found->scenario || found->scenario == scenario_) {
      return;
    }
    scenario_ = found->scenario;
    const std::string shown = sources_.empty() ? std::string() : source().path;
    sources_ = translation_sources(*scenario_, context.document().path(), context.game().library());
    const auto same = std::find_if(sources_.begin(), sources_.end(),
                                   [&](const auto& file) { return file.path == shown; });
    file_ = same == sources_.end() ? 0 : static_cast<std::size_t>(same - sources_.begin());
    show_source(context);
  }

  // The languages that the source is not written in, and the file of the one that is chosen.
  void show_source(EditorContext& context) {
    terms_.clear();
    languages_.clear();
    for (const std::string& tag : context.game().languages()) {
      if (!same_tag(tag, source().language)) {
        languages_.push_back(tag);
      }
    }
    if (std::find(languages_.begin(), languages_.end(), language_) == languages_.end()) {
      language_ = languages_.empty() ? std::string() : languages_.front();
    }
    if (target_ == nullptr || target_->path() != translation_path(source(), language_)) {
      open_target(context);
    } else {
      count();
    }
  }

  void open_target(EditorContext& context) {
    target_ = nullptr;
    problem_.reset();
    heights_.clear();
    terms_.clear();
    if (language_.empty()) {
      return;
    }
    const Result<EditedText*> file = context.beside(translation_path(source(), language_));
    if (!file) {
      problem_ = file.error();
      return;
    }
    target_ = *file;
    // Another may have written it since it was shown.
    if (!target_->is_changed() && target_->document().changed_outside()) {
      target_->reload();
    }
    count();
  }

  // What is done, and the words that are there.
  void count() {
    counted_ = target_ == nullptr ? 0 : target_->version();
    problem_.reset();
    if (target_ == nullptr) {
      return;
    }
    const auto status = translation_status(source(), language_, target_->text());
    const YamlSpans* spans = target_->spans();
    if (!target_->text().empty() && (!status || spans == nullptr)) {
      problem_ = status ? target_->problem() : std::optional(status.error());
      return;
    }
    percent_ = status->percent;
    missing_ = {status->missing.begin(), status->missing.end()};
    stale_ = {status->stale.begin(), status->stale.end()};
    words_.clear();
    const YamlNode texts = spans != nullptr ? spans->find("texts") : kNoNode;
    for (const auto& [path, original] : source().texts) {
      const YamlNode node = texts == kNoNode ? kNoNode : spans->value(texts, path);
      if (node != kNoNode && missing_.count(path) == 0) {
        words_[path] = spans->document().text(node);
      }
    }
  }

  void draw_bar(ToolUi& ui, EditorContext& context) {
    if (sources_.size() > 1) {
      std::vector<ToolOption> files;
      files.reserve(sources_.size());
      for (const TranslationSource& file : sources_) {
        files.push_back({file.path, file.id});
      }
      if (const auto chosen = ui.choice("translation-file", files, source().path, 170)) {
        file_ = *chosen;
        show_source(context);
      }
      ImGui::SameLine();
    }
    std::vector<ToolOption> options;
    options.reserve(languages_.size());
    for (const std::string& tag : languages_) {
      options.push_back({tag, tag});
    }
    if (const auto chosen = ui.choice("translation-language", options, language_, 110)) {
      language_ = languages_[*chosen];
      open_target(context);
    }
    ImGui::SameLine();
    if (const auto only =
            ui.tick("translation-open", context.word("editor.translation-open"), only_open_)) {
      only_open_ = *only;
      writing_.clear();
    }
    const std::string done = context.words().text("editor.translation-done",
                                                  {{"percent", std::to_string(percent_)},
                                                   {"missing", std::to_string(missing_.size())},
                                                   {"stale", std::to_string(stale_.size())}});
    ui.text(problem_ ? std::string() : done, ToolFont::small, theme::kInk2);
  }

  // The terms of the source text at a path that have a name in the other language; sought once.
  const std::vector<Term>& terms_at(EditorContext& context,
                                    const std::string& path,
                                    const std::string& text) {
    const auto known = terms_.find(path);
    return known != terms_.end() ? known->second
                                 : terms_.emplace(path, terms_in(context, text)).first->second;
  }

  std::vector<Term> terms_in(EditorContext& context, const std::string& text) {
    const bool from_english = source().language.rfind("en", 0) == 0;
    const std::string other = from_english ? language_ : source().language;
    if (glossary_of_ != other) {
      glossary_of_ = other;
      glossary_ = read_glossary((context.game().assets() / "glossary.yaml").string(), other);
    }
    std::vector<Term> terms;
    const std::string small = in_small_letters(text);
    for (const GlossaryTerm& term : glossary_) {
      const std::string& here = from_english ? term.english : term.term;
      const std::string& there = from_english ? term.term : term.english;
      if (!here.empty() && !there.empty() &&
          small.find(in_small_letters(here)) != std::string::npos) {
        terms.push_back({here, there, in_small_letters(there)});
      }
    }
    return terms;
  }

  void draw_row(ToolUi& ui, EditorContext& context, std::size_t i) {
    const auto& [path, original] = source().texts[i];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(8);
    const float tall = heights_[i] > 0 ? heights_[i] : ui.px(kUnknownHeight);
    const ImVec2 room_min = ImGui::GetWindowPos();
    const float room_bottom = room_min.y + ImGui::GetWindowSize().y;
    const std::string id = "translation-" + path;
    if ((at.y > room_bottom || at.y + tall < room_min.y) && !ui.types_in(id)) {
      ImGui::Dummy({width, tall});
      return;
    }
    const float half = (width - ui.px(16)) / 2;
    const bool missing = missing_.count(path) != 0;
    const bool stale = stale_.count(path) != 0;
    ui.text(path, ToolFont::small, theme::kInk2);
    if (missing || stale) {
      ImGui::SameLine();
      ui.text(context.word(missing ? "editor.translation-missing" : "editor.translation-stale"),
              ToolFont::small, missing ? theme::kCoral800 : theme::kAmber800);
    }
    if (stale && ui.next_button("right-" + path, context.word("editor.translation-right"),
                                {.help = context.word("editor.translation-right-means")})) {
      take(context, still_right(source(), target_->text(), path), {});
    }
    const float top = ImGui::GetCursorScreenPos().y;
    ImGui::BeginGroup();
    ui.paragraph(original, ToolFont::body, theme::kInk, half);
    const auto words = words_.find(path);
    const std::string now = words == words_.end() ? std::string() : words->second;
    const std::string small = in_small_letters(now);
    for (const Term& term : terms_at(context, path, original)) {
      const bool used = small.find(term.there_in_small_letters) != std::string::npos;
      ui.paragraph(term.here + " → " + term.there, ToolFont::small,
                   used ? theme::kTeal700 : theme::kViolet, half);
    }
    ImGui::EndGroup();
    const float left_bottom = ImGui::GetItemRectMax().y;
    ImGui::SetCursorScreenPos({at.x + half + ui.px(16), top});
    TextAreaLook look;
    look.kind = TextAreaKind::grows;
    look.width = half / ui.scale();
    look.rows = 1;
    const TextAreaResult typed = text_area(ui, id, now, look);
    if (typed.text) {
      write(context, path, *typed.text);
    }
    const float bottom = std::max(left_bottom, ImGui::GetItemRectMax().y) + ui.px(12);
    heights_[i] = bottom - at.y;
    ImGui::SetCursorScreenPos({at.x, bottom});
    ImGui::Dummy({width, 0});
  }

  void write(EditorContext& context, const std::string& path, const std::string& words) {
    writing_ = path;
    take(context, with_translation(source(), language_, target_->text(), path, words), path);
  }

  void take(EditorContext& context, const Result<std::string>& file, const std::string& field) {
    if (!file) {
      context.say(file.error());
      return;
    }
    target_->replace(*file, field);
    count();
  }

  std::shared_ptr<const Scenario> scenario_;
  std::vector<TranslationSource> sources_;
  std::size_t file_ = 0;
  std::vector<std::string> languages_;
  std::string language_;
  EditedText* target_ = nullptr;    // the file that is shown
  std::uint64_t counted_ = 0;       // its version when it was counted
  std::optional<Refusal> problem_;  // why it cannot be shown
  int percent_ = 0;
  std::set<std::string> missing_;
  std::set<std::string> stale_;
  std::map<std::string, std::string> words_;  // path → what it is in the language
  std::vector<float> heights_;                // of the rows as drawn last, pixels; 0: not yet
  bool only_open_ = false;
  std::string writing_;                             // the path that was typed into last
  std::map<std::string, std::vector<Term>> terms_;  // path → terms of the text that stands there
  std::string glossary_of_;
  std::vector<GlossaryTerm> glossary_;
};

}  // namespace

std::unique_ptr<Panel> make_translation_panel() { return std::make_unique<TranslationPanel>(); }

}  // namespace mot
