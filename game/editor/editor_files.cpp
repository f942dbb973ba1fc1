#include "game/editor/editor_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/authoring/translation_edits.h"
#include "engine/base/file.h"
#include "engine/base/utf8.h"
#include "engine/scenario/neighbour_files.h"

namespace mot {
namespace {

constexpr std::size_t kExcerpt = 160;   // columns of what differs
constexpr std::size_t kMostPlaces = 3;  // that are shown

std::string shown(std::string text) {
  while (!text.empty() && text.back() == '\n') {
    text.pop_back();
  }
  return text.empty() ? "–" : shortened(text, kExcerpt);
}

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

// ---- written by somebody else

EditorFiles::Outside EditorFiles::meet_outside(EditedText& file) {
  met_ = {};
  const ScenarioDocument& document = file.document();
  const Result<std::string> theirs = document.text_on_disk();
  if (!theirs || document.file_is_newer()) {
    return Outside::unknown;
  }
  theirs_ = *theirs;
  met_ = merge_lines(document.text_read(), file.text(), theirs_);
  if (!met_.conflicts.empty()) {
    return Outside::conflicts;
  }
  if (!file.join(theirs_, met_.with_mine)) {
    return Outside::unknown;
  }
  context_.say(context_.words().text("editor.outside-joined", {{"file", file.path()}}));
  return Outside::joined;
}

bool EditorFiles::settle_outside(EditedText& file, bool mine) {
  return file.join(theirs_, mine ? met_.with_mine : met_.with_theirs);
}

std::string EditorFiles::both_texts(const EditedText& file) const {
  std::vector<MergeConflict> places = met_.conflicts;
  std::string text;
  if (places.empty()) {
    const Result<std::string> theirs = file.document().text_on_disk();
    const TextEdit edit = difference(theirs ? *theirs : std::string(), file.text());
    if (edit.changes.empty()) {
      return {};
    }
    places.push_back({0, edit.changes.front().inserted, edit.changes.front().removed});
  } else {
    text = "\n\n" + context_.word("editor.outside-both");
  }
  for (std::size_t i = 0; i < std::min(places.size(), kMostPlaces); ++i) {
    const MergeConflict& place = places[i];
    std::string line;
    if (place.line != 0) {
      line = context_.words().text("editor.line", {{"line", std::to_string(place.line)}});
      line += " · ";
    }
    text +=
        fmt::format("\n\n{0}{1}\n{2}\n{0}{3}\n{4}", line, context_.word("editor.outside-there"),
                    shown(place.theirs), context_.word("editor.outside-here"), shown(place.mine));
  }
  if (places.size() > kMostPlaces) {
    text +=
        "\n\n" + context_.words().text("editor.outside-more",
                                       {{"count", std::to_string(places.size() - kMostPlaces)}});
  }
  return text;
}

// ---- what is translated

void EditorFiles::mark_changed_texts(const EditedText* source) {
  std::vector<EditedText*> changed = changed_beside();
  changed.push_back(&context_.story());
  for (EditedText* file : changed) {
    // What somebody else has written is asked about first.
    const bool meant = source == nullptr ? !file->document().changed_outside() : file == source;
    if (meant && file->is_changed()) {
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
