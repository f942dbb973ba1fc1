// All files that the editor has open: the scenario's and those that are edited beside it.
#pragma once

#include <string>
#include <vector>

#include "engine/authoring/merge_lines.h"
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

  // --- a file that somebody else has written while it was edited here
  enum class Outside {
    joined,     // they changed other lines: their changes are in the text now, which says so
    conflicts,  // the same lines, too: both_texts() has those
    unknown     // what was read is not known any more, or what is there cannot be read
  };
  Outside meet_outside(EditedText& file);
  // What was met last, to be shown: the places that both have changed, or a piece of either text.
  std::string both_texts(const EditedText& file) const;
  // Takes theirs, or keeps what is here, in those places; all other changes of both are in the text
  // then. False: there is another text by now, to be met anew.
  bool settle_outside(EditedText& file, bool mine);
  // There are such places; else only the whole of one text can be had.
  bool settles() const { return !met_.conflicts.empty(); }

  // Saving is about to change texts that are translated: a translation that has no mark of such a
  // text yet gets that of the text as it is in the file, so that it counts as changed since.
  // `source`: only of that file.
  void mark_changed_texts(const EditedText* source = nullptr);

 private:
  void mark_translations(EditedText& source);

  EditorContext& context_;
  std::string theirs_;  // what meet_outside() has found in the file
  LineMerge met_;
};

}  // namespace mot
