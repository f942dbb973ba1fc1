#include "game/editor/editor_files.h"

#include "engine/base/utf8.h"

namespace mot {
namespace {

constexpr std::size_t kExcerpt = 160;  // columns of what differs

}  // namespace

bool EditorFiles::is_changed() const {
  return context_.document().is_changed() || !changed_beside().empty();
}

std::vector<EditedText*> EditorFiles::changed_beside() const {
  std::vector<EditedText*> changed;
  for (const auto& [path, file] : context_.beside()) {
    if (file->is_changed()) {
      changed.push_back(file.get());
    }
  }
  return changed;
}

bool EditorFiles::drop() {
  for (EditedText* file : changed_beside()) {
    file->drop();
  }
  return context_.story().reload();
}

std::string EditorFiles::both_texts(const EditedText& file) const {
  const Result<std::string> theirs = file.document().text_on_disk();
  const TextEdit edit = difference(theirs ? *theirs : std::string(), file.text());
  if (edit.changes.empty()) {
    return {};
  }
  const TextChange& change = edit.changes.front();
  return "\n\n" + context_.word("editor.outside-there") + "\n" +
         shortened(change.removed, kExcerpt) + "\n\n" + context_.word("editor.outside-here") +
         "\n" + shortened(change.inserted, kExcerpt);
}

}  // namespace mot
