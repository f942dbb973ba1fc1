#include "game/editor/editor_context.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "engine/authoring/own_copy.h"
#include "engine/authoring/rename_edits.h"
#include "engine/scenario/neighbour_files.h"

namespace mot {
namespace {

constexpr double kPause = 0.3;  // seconds without a change before the text is looked at

}  // namespace

EditorContext::EditorContext(std::shared_ptr<GameContext> game, ScenarioDocument document)
    : game_(std::move(game)),
      story_(std::move(document), [this](const Refusal& refusal) { say(refusal); }),
      check_(game_->load_options()) {
  // What a kill has left of translations goes with what it has left of the scenario.
  for (const std::string& path : translation_files(this->document().path())) {
    std::error_code error;
    if (!std::filesystem::exists(journal_path(path), error)) {
      continue;
    }
    if (const Result<EditedText*> file = beside(path); !file) {
      say(file.error());
    }
  }
}

const ScenarioOutline& EditorContext::outline() {
  const YamlSpans* parts = seen();
  if (parts != nullptr && outlined_ != story_.seen_version()) {
    outlined_ = story_.seen_version();
    outline_ = outline_of(*parts);
  }
  return outline_;
}

// ---- renaming

bool EditorContext::rename(const Result<TextEdit>& edit,
                           const std::string& from,
                           const std::string& to) {
  const std::string field = "renaming-" + std::to_string(renamings_.size());
  if (!apply(edit, field)) {
    return false;
  }
  renamings_[field] = {from, to, {}};
  rename_in_translations(field, false);
  return true;
}

void EditorContext::carry(const std::string& field, bool back) {
  if (renamings_.count(field) != 0) {
    rename_in_translations(field, back);
  }
}

void EditorContext::rename_in_translations(const std::string& field, bool back) {
  auto& [from, to, files] = renamings_[field];
  const std::string there =
      field + "-there";  // its step in them; undone there, it is nobody else's
  for (const std::string& path : translation_files(document().path())) {
    // Where nothing was renamed, what stands at the new path is of something else, and stays.
    if ((files.count(path) != 0) != back) {
      continue;
    }
    const Result<EditedText*> file = beside(path);
    const YamlSpans* parts = file ? (*file)->spans() : nullptr;
    if (parts == nullptr) {
      const Refusal& why = file ? *(*file)->problem() : file.error();
      say(words().text("editor.translation-left", {{"file", path}}) + " " + game_->said(why), true);
    } else if (!back) {
      const TextEdit edit = rename_paths(*parts, from, to);
      if (!edit.changes.empty() && (*file)->apply(edit, there)) {
        files.insert(path);
      }
    } else {
      files.erase(path);
      if ((*file)->last_field() == there) {
        (*file)->undo();  // with what had to give way
      } else {
        (*file)->apply(rename_paths(*parts, to, from));
      }
    }
  }
}

// ---- files beside it

Result<EditedText*> EditorContext::beside(const std::string& named) {
  // However it is spelt it is one file, which is locked once.
  const std::string path = std::filesystem::path(named).lexically_normal().generic_string();
  const auto found = beside_.find(path);
  if (found != beside_.end()) {
    return found->second.get();
  }
  Result<ScenarioDocument> document = ScenarioDocument::open(path);
  if (!document) {
    return tl::unexpected(document.error());
  }
  if (document->recovered()) {
    ++recovered_beside_;
    say(words().text("editor.recovered-beside", {{"file", path}}));
  }
  auto& file = beside_[path];
  file = std::make_unique<EditedText>(std::move(*document), [this](const Refusal& r) { say(r); });
  return file.get();
}

CustomerText EditorContext::customer() {
  const std::string id = value_at("customer");
  if (id.empty()) {
    return {&story_, "customer"};
  }
  if (id != customer_id_) {
    customer_id_ = id;
    customer_ = nullptr;
    const std::string folder = std::filesystem::path(document().path()).parent_path().string();
    const std::string path =
        find_neighbour(folder.empty() ? "." : folder, game_->library(), "customers", id);
    if (!path.empty() && !needs_own_copy(path)) {
      const Result<EditedText*> file = beside(path);
      if (file) {
        customer_ = *file;
      } else {
        say(file.error());
      }
    }
  }
  return {customer_, ""};
}

// ---- selection

void EditorContext::select(EditorSelection selection) {
  selection_ = std::move(selection);
  ++selected_times_;
}

std::optional<std::size_t> EditorContext::offset_of_selection() {
  const OutlinedMoment* moment = outline().find(selection_.moment);
  if (moment == nullptr || seen() == nullptr) {
    return selection_.moment.empty() ? std::optional<std::size_t>(0) : std::nullopt;
  }
  for (const OutlinedResponse& response : moment->responses) {
    if (!selection_.response.empty() && response.id == selection_.response) {
      return response.offset;
    }
  }
  return moment->offset;
}

// ---- findings

void EditorContext::set_way(std::vector<std::string> choices) {
  if (way_ != choices) {
    way_ = std::move(choices);
    way_still_ = 0;
  }
}

const NamesInText& EditorContext::names() {
  const YamlSpans* parts = seen();
  const std::uint64_t read = story_.seen_version();
  if (parts != nullptr && (names_version_ != read || names_of_ != last_scenario_)) {
    names_version_ = read;
    names_of_ = last_scenario_;
    names_ = names_in(*parts, outline());
    // Stages of a journey with a file of its own are known once that was read.
    if (last_scenario_) {
      names_.stages.clear();
      for (const Stage& stage : last_scenario_->stages) {
        names_.stages.emplace_back(stage.id);
      }
    }
  }
  return names_;
}

void EditorContext::say(std::string sentence, bool is_problem) {
  said_ = std::move(sentence);
  said_problem_ = is_problem;
  said_until_changed_ = false;
}

void EditorContext::say_no(std::string sentence) {
  say(std::move(sentence), true);
  said_until_changed_ = true;
  said_version_ = 0;
}

void EditorContext::say(const Refusal& refusal) { say_no(game_->said(refusal)); }

// Takes back what was refused before a change. What could not be put on disk is said while the
// change is made, so what it is held against is noted when time goes on.
bool EditorContext::outdated_no() {
  if (!said_until_changed_) {
    return false;
  }
  const std::uint64_t now = texts_version();
  if (said_version_ == 0) {
    said_version_ = now;
  }
  if (said_version_ == now) {
    return false;
  }
  say("");
  return true;
}

std::uint64_t EditorContext::texts_version() const {
  // It only grows: an edit and its undo are two. What was opened as it is on the disk adds nothing.
  std::uint64_t sum = version() + recovered_beside_;
  for (const auto& [path, file] : beside_) {
    sum += file->version() - 1;
  }
  return sum;
}

// Seconds since something was changed.
double EditorContext::still() const {
  double still = std::min(story_.still(), way_still_);
  for (const auto& [path, file] : beside_) {
    still = std::min(still, file->still());
  }
  return still;
}

bool EditorContext::step(float dt) {
  bool parsed = story_.step(dt);
  for (const auto& [path, file] : beside_) {
    parsed = file->step(dt) || parsed;
  }
  parsed = outdated_no() || parsed;
  way_still_ += static_cast<double>(dt);
  // The first look is at once. A large text that is being read now need not be read twice.
  if (check_is_due() && (asked_version_ == 0 || still() >= kPause) && !story_.is_behind()) {
    asked_version_ = texts_version();
    asked_way_ = way_;
    CheckedText wanted{version(), document().path(), {}, way_};
    wanted.document = story_.read_already();
    if (wanted.document == nullptr) {
      wanted.text = text();
    }
    for (const auto& [path, file] : beside_) {
      if (file->is_changed()) {
        wanted.unsaved[path] = file->text();
      }
    }
    check_.want(std::move(wanted));
  }
  std::shared_ptr<const LiveFindings> latest = check_.latest();
  if (latest == findings_) {
    return parsed;
  }
  findings_ = std::move(latest);
  if (findings_->scenario) {
    last_scenario_ = findings_->scenario;
  }
  return true;
}

bool EditorContext::checking() const {
  const bool behind = story_.is_behind() ||
                      std::any_of(beside_.begin(), beside_.end(),
                                  [](const auto& entry) { return entry.second->is_behind(); });
  return behind || check_is_due() || check_.working() || check_.latest() != findings_;
}

}  // namespace mot
