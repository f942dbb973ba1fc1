// What stands below a library's cards, out of a learner's way: what is left out because of errors,
// so that whoever wrote it sees that it is missing and why; and where a trainer begins a scenario.
#pragma once

#include <string>
#include <vector>

#include "engine/text/ui_strings.h"
#include "game/window/widgets.h"

namespace mot {

struct LibraryFoot {
  const std::vector<std::string>& left_out;  // files by path
  const std::string& problem;                // why one of them could not be opened; may be empty
  bool workshop = false;                     // there is an editor, and whoever plays may use it
};

// How high draw_library_foot() will be; 0 where there is nothing to say.
float library_foot_height(Canvas& canvas,
                          const UiStrings& words,
                          const LibraryFoot& foot,
                          float width);

// Controls, where there is a workshop: "left-out-0" … for the first files, "new-scenario". Returns
// the height.
float draw_library_foot(Canvas& canvas,
                        Ui& ui,
                        const UiStrings& words,
                        const LibraryFoot& foot,
                        Vec at,
                        float width);

// The file that the control opens; empty where it is another control.
std::string left_out_file(const std::string& control, const std::vector<std::string>& files);

}  // namespace mot
