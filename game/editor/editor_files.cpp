#include "game/editor/editor_files.h"

#include <filesystem>

#include "engine/authoring/translation_edits.h"
#include "engine/base/file.h"
#include "engine/base/utf8.h"
#include "engine/scenario/neighbour_files.h"

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

// ---- what is translated

void EditorFiles::mark_changed_texts() {
  std::vector<EditedText*> changed = changed_beside();
  changed.push_back(&context_.story());
  for (EditedText* file : changed) {
    // What somebody else has written is asked about first.
    if (file->is_changed() && !file->document().changed_outside()) {
      mark_translations(*file);
    }
  }
}

void EditorFiles::mark_translations(EditedText& source) {
  const std::vector<std::string> files = translation_files(source.path());
  if (files.empty()) {
    return;
  }
  const Result<std::string> there = source.document().text_on_disk();
  const Result<YamlSpans> before =
      there ? YamlSpans::parse(*there) : Result<YamlSpans>(tl::unexpected(there.error()));
  const YamlSpans* now = source.spans();
  if (!before || now == nullptr) {
    return;
  }
  for (const std::string& path : files) {
    const auto open =
        context_.beside().find(std::filesystem::path(path).lexically_normal().generic_string());
    const Result<std::string> text = open != context_.beside().end()
                                         ? Result<std::string>(open->second->text())
                                         : read_file(path);
    const Result<std::string> marked =
        text ? with_marks_of_changed(*text, *before, *now) : Result<std::string>(text);
    if (!marked || *marked == *text) {
      continue;
    }
    const Result<EditedText*> file = context_.beside(path);
    const Result<std::string> wanted = file ? with_marks_of_changed((*file)->text(), *before, *now)
                                            : Result<std::string>(tl::unexpected(file.error()));
    if (wanted) {
      (*file)->replace(*wanted);
    } else {
      context_.say(wanted.error());
    }
  }
}

}  // namespace mot
