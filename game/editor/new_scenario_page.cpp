#include "game/editor/new_scenario_page.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/authoring/new_scenario.h"
#include "engine/authoring/own_copy.h"
#include "engine/base/file.h"
#include "engine/base/report.h"
#include "engine/base/trim.h"
#include "engine/interchange/imported_story.h"
#include "engine/scenario/glance.h"
#include "engine/scenario/node_reader.h"
#include "engine/text/finding_texts.h"
#include "game/editor/editor_screen.h"
#include "game/editor/first_steps_panel.h"
#include "game/screens/page.h"
#include "game/screens/text_field.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr float kTop = 64;
constexpr float kLeft = 32;
constexpr float kLeftWidth = 600;
constexpr float kRight = 648;
constexpr float kRightWidth = 600;
constexpr float kField = 46;
constexpr std::size_t kMostTitle = 80;  // characters; more has no room on a card of the library
constexpr theme::Type kButton = theme::kLabel.growing(1.5F);
constexpr std::string_view kTemplate = "template-";
constexpr std::string_view kLanguage = "language-";
constexpr std::string_view kOwn = "own-";

// What trainers meet most comes first, the others follow.
std::vector<std::string> ordered_templates(const std::string& assets) {
  constexpr std::array<std::string_view, 6> kFirst{kBlankTemplate, "complaint",      "welcome",
                                                   "bad-news",     "follow-up-call", "sale"};
  std::vector<std::string> names = template_names(assets);
  const auto rank = [&](const std::string& name) {
    return std::find(kFirst.begin(), kFirst.end(), name) - kFirst.begin();
  };
  std::stable_sort(names.begin(), names.end(),
                   [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
  return names;
}

class NewScenarioPage : public Page {
 public:
  NewScenarioPage(Toolkit& toolkit, std::shared_ptr<GameContext> context, NewScenarioWishes wishes)
      : Page(toolkit, std::move(context)),
        file_(std::move(wishes.file)),
        templates_(ordered_templates(context_->assets().string())),
        own_(glance_at_library(own_scenarios_folder(), context_->language())) {
    wanted_.template_name = wishes.template_name.empty() ? first_choice() : wishes.template_name;
    wanted_.language = words().language();
    for (const ScenarioGlance& seen : own_) {
      taken_.push_back(seen.id);
    }
    if (!file_.empty()) {
      const std::string stem = fs::path(file_).stem().string();
      id_.set(is_id(stem) ? stem : id_from(stem, kMaxIdLength));
      id_typed_ = !id_.text().empty();
    }
    look();
    ui_.focus("title");
  }

  Request handle(const Event& event) override {
    TextField* field = field_of(ui_.focused());
    const bool enters = event.type == Event::Type::key_down && event.key == Key::enter;
    if (field != nullptr && enters && !event.control) {
      return create();
    }
    if (field != nullptr && field->handle(event, toolkit_.platform)) {
      id_typed_ = field == &id_ ? !id_.text().empty() : id_typed_;
      look();
      return Request::none();
    }
    return Page::handle(event);
  }

  Listening listening() const override {
    const std::string& at = ui_.focused();
    return at == "title" || at == "id" ? Listening::typing : Listening::commands;
  }

 protected:
  std::string title() const override { return text("new.title"); }
  void language_changed() override {
    own_ = glance_at_library(own_scenarios_folder(), context_->language());
    look();
  }

  Request use(const std::string& id) override {
    if (id == "back") {
      return leave();
    }
    if (id == "create") {
      return create();
    }
    if (id == "open-there") {
      return edit(there_);
    }
    if (id.rfind(kOwn, 0) == 0) {
      return edit(own_[std::stoul(id.substr(kOwn.size()))].path);
    }
    if (id.rfind(kTemplate, 0) == 0) {
      wanted_.template_name = id.substr(kTemplate.size());
    } else if (id.rfind(kLanguage, 0) == 0) {
      wanted_.language = id.substr(kLanguage.size());
    }
    look();
    return Request::none();
  }

  Request key(const Event& event) override {
    return event.key == Key::escape ? leave() : Request::none();
  }

  void draw_page(Canvas& canvas) override {
    ui_.begin_scroll(canvas, "page", {0, kTop, kLogicalWidth, kLogicalHeight - kTop}, height_);
    const float left = draw_templates(canvas, kTop + 20);
    const float right = draw_own(canvas, draw_naming(canvas, kTop + 20));
    remember(height_, std::max(left, right) + 24 - kTop);
    ui_.end_scroll(canvas);
    draw_page_bar(canvas, ui_, text("new.title"), "", 1100);
  }

 private:
  // Whoever has not been through the first steps begins with what they lead through.
  std::string first_choice() const {
    return !context_->settings.first_steps_offered || templates_.size() < 2
               ? std::string(kBlankTemplate)
               : templates_[1];
  }

  TextField* field_of(const std::string& id) {
    return id == "title" ? &title_ : id == "id" ? &id_ : nullptr;
  }

  Request leave() { return Request::replace(context_->open_library()); }

  // The template that is chosen; it is read when it is another.
  const Result<std::string>& chosen_template() {
    const std::string chosen = wanted_.language + "/" + wanted_.template_name;
    if (template_of_ != chosen) {
      template_of_ = chosen;
      template_ = template_text(context_->assets().string(), wanted_);
      const auto seen = template_ ? glance(*template_) : std::nullopt;
      own_title_ = seen ? seen->title : std::string();
    }
    return template_;
  }

  // What will be written where, and what stands against it.
  void look() {
    dirty_ = true;
    problem_.clear();
    there_.clear();
    if (!id_typed_) {
      id_.set(proposed_id(title_.text(), wanted_.template_name, taken_));
    }
    wanted_.id = id_.text();
    wanted_.title = std::string(trimmed(title_.text()));
    const std::string folder = own_scenarios_folder();
    const Result<std::string>& begun = chosen_template();
    if (!is_id(wanted_.id)) {
      const std::string meant = id_from(wanted_.id, kMaxIdLength);
      problem_ = text("new.id-wrong");
      if (!meant.empty()) {
        problem_ += " " + words().text("new.id-meant", {{"id", meant}});
      }
    } else if (!begun) {
      problem_ = context_->said(begun.error());
    } else if (file_.empty() && folder.empty()) {
      problem_ = text("new.no-folder");
    } else {
      text_ = text_from_template(*begun, wanted_);
      path_ = file_.empty() ? own_scenario_path(text_, folder, wanted_.id) : file_;
      find_other();
    }
  }

  // A file of that name, or another scenario of that id among the author's own.
  void find_other() {
    std::error_code error;
    if (fs::exists(fs::symlink_status(path_, error))) {
      there_ = path_;
    } else if (file_.empty()) {
      const auto same = std::find_if(own_.begin(), own_.end(), [&](const ScenarioGlance& seen) {
        return seen.id == wanted_.id;
      });
      there_ = same == own_.end() ? std::string() : same->path;
    }
    if (!there_.empty()) {
      problem_ = words().text("new.there", {{"file", there_}});
    }
  }

  Request create() {
    look();
    if (!problem_.empty()) {
      return Request::none();
    }
    DiagnosticSink sink;
    load_scenario_text(path_, text_, context_->load_options(), sink);
    if (sink.has_errors()) {
      problem_ = first_error(sink, context_->finding_texts().report_words());
      return Request::none();
    }
    const Result<bool> written = write_new_file(path_, text_);
    if (!written) {
      problem_ = context_->said(written.error());
      return Request::none();
    }
    if (!*written) {
      look();
      return Request::none();
    }
    if (wanted_.template_name == kBlankTemplate) {
      begin_first_steps(*context_, path_);
    }
    return edit(path_, words().text("new.written", {{"file", path_}}));
  }

  Request edit(const std::string& path, const std::string& said = {}) {
    auto editor = make_editor_screen(toolkit_, context_, path, said);
    if (editor) {
      return Request::replace(std::move(*editor));
    }
    problem_ = context_->said(editor.error());
    dirty_ = true;
    return Request::none();
  }

  float draw_templates(Canvas& canvas, float y) {
    return draw_panel(canvas, "new.from", {kLeft, y, kLeftWidth, 0}, text("new.from"),
                      [&](Vec at, float width) {
                        float line = at.y;
                        for (const std::string& name : templates_) {
                          line += draw_template(canvas, {at.x, line}, width, name);
                        }
                        return line - at.y;
                      });
  }

  float draw_template(Canvas& canvas, Vec at, float width, const std::string& name) {
    const bool chosen = name == wanted_.template_name;
    const TextStyle label{theme::kLabel.sized(15)};
    const TextStyle small{theme::kCaption, theme::kInk2};
    const std::string title = text("template." + name);
    const std::string what = text("template." + name + "-for");
    const float inner = width - 70;
    const float above = block_height(canvas, title, inner, label);
    const float height = above + block_height(canvas, what, inner, small) + 20;
    const Rect box{at.x, at.y, width, height};
    const ControlState state =
        ui_.place(canvas, std::string(kTemplate) + name, box, theme::kRadiusCell);
    if (chosen) {
      ui_.mark_chosen();
    }
    canvas.rounded(box, theme::kRadiusCell,
                   chosen ? theme::kTeal50 : mixed(theme::kPaper, theme::kSand, state.hover));
    if (chosen) {
      canvas.border(box, theme::kRadiusCell, 2, theme::kTeal);
    }
    const Vec centre{box.x + 28, box.centre().y};
    canvas.circle(centre, 14, chosen ? theme::kTeal : theme::kSand);
    if (chosen) {
      canvas.icon_centred("check", centre, {16, theme::kPaper, 2.4F});
    }
    draw_block(canvas, title, {box.x + 56, box.y + 10}, inner, label);
    draw_block(canvas, what, {box.x + 56, box.y + 10 + above}, inner, small);
    return height + 6;
  }

  float draw_naming(Canvas& canvas, float y) {
    return draw_panel(
        canvas, "new.naming", {kRight, y, kRightWidth, 0}, text("new.naming"),
        [&](Vec at, float width) {
          float line = at.y;
          if (!file_.empty()) {
            line += draw_block(canvas, words().text("new.no-file", {{"file", file_}}), {at.x, line},
                               width, {theme::kBody, theme::kInk2}) +
                    12;
          }
          line += draw_field(canvas, {at.x, line}, width, title_, "title", own_title_);
          line += draw_field(canvas, {at.x, line}, width, id_, "id", "");
          line += draw_language(canvas, {at.x, line}, width);
          line += draw_outcome(canvas, {at.x, line}, width);
          const float create = canvas.text_width(text("new.create"), kButton) + 76;
          ui_.button(canvas, "create", {at.x, line, create, kField}, text("new.create"),
                     {.kind = ButtonKind::primary,
                      .icon = "check",
                      .enabled = problem_.empty(),
                      .type = kButton});
          if (!there_.empty()) {
            const float open = canvas.text_width(text("new.open-there"), kButton) + 48;
            ui_.button(canvas, "open-there", {at.x + create + 12, line, open, kField},
                       text("new.open-there"),
                       {.kind = ButtonKind::outline, .icon = "", .type = kButton});
          }
          return line + kField - at.y;
        });
  }

  float draw_field(Canvas& canvas,
                   Vec at,
                   float width,
                   TextField& field,
                   const std::string& id,
                   const std::string& hint) {
    float line = at.y;
    line += draw_block(canvas, text("new.f-" + id), {at.x, line}, width, {theme::kLabel}) + 4;
    field.draw(canvas, ui_, id, {at.x, line, width, kField}, hint);
    return line + kField + 14 - at.y;
  }

  float draw_language(Canvas& canvas, Vec at, float width) {
    float line = at.y;
    line += draw_block(canvas, text("new.f-language"), {at.x, line}, width, {theme::kLabel}) + 6;
    float x = at.x;
    float bottom = line;
    for (const std::string& tag : context_->languages()) {
      const Rect chip = ui_.choice_chip(canvas, std::string(kLanguage) + tag, {x, line},
                                        language_name(words(), tag), tag == wanted_.language);
      x = chip.right() + 8;
      bottom = chip.bottom();
    }
    return bottom + 16 - at.y;
  }

  // Where it will be, or why not.
  float draw_outcome(Canvas& canvas, Vec at, float width) {
    const bool fine = problem_.empty();
    const TextStyle style = fine ? TextStyle{theme::kCaption, theme::kInk2}
                                 : TextStyle{theme::kBody.weighing(600), theme::kCoral800};
    const std::string said = fine ? words().text("new.will-be", {{"file", path_}}) : problem_;
    return draw_block(canvas, said, at, width, style) + 16;
  }

  float draw_own(Canvas& canvas, float y) {
    if (own_.empty()) {
      return y;
    }
    return draw_panel(canvas, "new.own", {kRight, y, kRightWidth, 0}, text("new.own"),
                      [&](Vec at, float width) {
                        float line = at.y;
                        for (std::size_t i = 0; i < own_.size(); ++i) {
                          line += draw_written(canvas, {at.x, line}, width, i);
                        }
                        return line - at.y;
                      });
  }

  float draw_written(Canvas& canvas, Vec at, float width, std::size_t number) {
    const ScenarioGlance& seen = own_[number];
    const TextStyle label{theme::kLabel.sized(15)};
    const TextStyle small{theme::kCaption, theme::kInk2};
    const std::string file =
        fs::path(seen.path).filename().string() + (seen.draft ? " · " + text("new.draft") : "");
    const float inner = width - 60;
    const float above = block_height(canvas, seen.title, inner, label);
    const float height = above + block_height(canvas, file, inner, small) + 16;
    const Rect box{at.x, at.y, width, height};
    const ControlState state =
        ui_.place(canvas, std::string(kOwn) + std::to_string(number), box, theme::kRadiusCell);
    canvas.rounded(box, theme::kRadiusCell, mixed(theme::kCream, theme::kTeal50, state.hover));
    draw_block(canvas, seen.title, {box.x + 16, box.y + 8}, inner, label);
    draw_block(canvas, file, {box.x + 16, box.y + 8 + above}, inner, small);
    canvas.icon_centred("right", {box.right() - 24, box.centre().y}, {18, theme::kInk2, 2.2F});
    return height + 6;
  }

  const std::string file_;  // to be made; empty: in the author's own folder
  std::vector<std::string> templates_;
  std::vector<ScenarioGlance> own_;
  std::vector<std::string> taken_;  // ids of those
  NewScenario wanted_;
  TextField title_{kMostTitle};
  TextField id_{kMaxIdLength};
  bool id_typed_ = false;  // by the author, so it follows the title no more
  Result<std::string> template_;
  std::string template_of_;  // its language and name
  std::string own_title_;    // what it is called where nothing is typed
  std::string text_;         // as it would be written
  std::string path_;
  std::string problem_;  // why it cannot be written
  std::string there_;    // another file that stands in its way
  float height_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_new_scenario_page(Toolkit& toolkit,
                                               std::shared_ptr<GameContext> context,
                                               NewScenarioWishes wishes) {
  return std::make_unique<NewScenarioPage>(toolkit, std::move(context), std::move(wishes));
}

}  // namespace mot
