// All files that the editor has open: the scenario's and those that are edited beside it.
#pragma once

#include <string>
#include <vector>

#include "game/editor/editor_context.h"

namespace mot {

class EditorFiles {
 public:
  // The context must outlive it.
  explicit EditorFiles(EditorContext& context) : context_(context) {}

  // Something is not in its file yet.
  bool is_changed() const;
  // Those beside the scenario's with such edits.
  std::vector<EditedText*> changed_beside() const;
  // Goes back to what is in all files. False: the scenario's cannot be read, said so.
  bool drop();
  // Where text and file part, a piece of each to be shown; empty: nowhere.
  std::string both_texts(const EditedText& file) const;

  // Saving is about to change texts that are translated: a translation that has no mark of such a
  // text yet gets that of the text as it is in the file, so that it counts as changed since.
  void mark_changed_texts();

 private:
  void mark_translations(EditedText& source);

  EditorContext& context_;
};

}  // namespace mot
