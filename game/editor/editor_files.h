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

 private:
  EditorContext& context_;
};

}  // namespace mot
