// All files that the editor has open: the scenario's and those that its panels edit beside it. Null
// stands for the scenario's.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "game/editor/panel.h"

namespace mot {

class EditorFiles {
 public:
  // Both must outlive it.
  EditorFiles(EditorContext& context, const std::vector<std::unique_ptr<Panel>>& panels)
      : context_(context), panels_(panels) {}

  // Something is not in its file yet.
  bool is_changed() const;
  // The panels' files with such edits.
  std::vector<ScenarioDocument*> changed_beside() const;
  const std::string& path(const ScenarioDocument* file) const;
  Result<SaveResult> save(ScenarioDocument* file, bool force);
  // Takes over what is in the file; where it cannot be read, says so, and the text stays.
  void reload(ScenarioDocument* file);
  // Goes back to what is in all files. False: the scenario's cannot be read, said so.
  bool drop();
  // Where text and file part, a piece of each to be shown; empty: nowhere.
  std::string both_texts(const ScenarioDocument* file) const;

 private:
  const ScenarioDocument& document(const ScenarioDocument* file) const {
    return file != nullptr ? *file : context_.document();
  }
  void tell_panels();

  EditorContext& context_;
  const std::vector<std::unique_ptr<Panel>>& panels_;
};

}  // namespace mot
