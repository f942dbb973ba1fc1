#include "game/editor/editor_files.h"

#include "engine/base/utf8.h"

namespace mot {
namespace {

constexpr std::size_t kExcerpt = 160;  // columns of what differs

}  // namespace

bool EditorFiles::is_changed() const {
  return context_.document().is_changed() || !changed_beside().empty();
}

std::vector<ScenarioDocument*> EditorFiles::changed_beside() const {
  std::vector<ScenarioDocument*> changed;
  for (const auto& panel : panels_) {
    for (ScenarioDocument* file : panel->own_files()) {
      if (file->is_changed()) {
        changed.push_back(file);
      }
    }
  }
  return changed;
}

const std::string& EditorFiles::path(const ScenarioDocument* file) const {
  return document(file).path();
}

Result<SaveResult> EditorFiles::save(ScenarioDocument* file, bool force) {
  return file != nullptr ? file->save(force) : context_.save(force);
}

void EditorFiles::reload(ScenarioDocument* file) {
  if (file == nullptr) {
    context_.reload();
    return;
  }
  if (const Result<bool> read = file->reload(); !read) {
    context_.say(read.error().message, true);
  }
  tell_panels();
}

bool EditorFiles::drop() {
  for (ScenarioDocument* file : changed_beside()) {
    if (!file->reload()) {
      // It was never written: back to the beginning.
      while (file->can_undo() && file->undo()) {
      }
    }
  }
  tell_panels();
  return context_.reload();
}

std::string EditorFiles::both_texts(const ScenarioDocument* file) const {
  const Result<std::string> theirs = document(file).text_on_disk();
  const TextEdit edit = difference(theirs ? *theirs : std::string(), document(file).text());
  if (edit.changes.empty()) {
    return {};
  }
  const TextChange& change = edit.changes.front();
  return "\n\n" + context_.word("editor.outside-there") + "\n" +
         shortened(change.removed, kExcerpt) + "\n\n" + context_.word("editor.outside-here") +
         "\n" + shortened(change.inserted, kExcerpt);
}

void EditorFiles::tell_panels() {
  for (const auto& panel : panels_) {
    panel->own_file_changed();
  }
}

}  // namespace mot
