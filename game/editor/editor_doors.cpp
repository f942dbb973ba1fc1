#include "game/editor/editor_doors.h"

#include "engine/authoring/own_copy.h"
#include "game/editor/editor_screen.h"
#include "game/editor/new_scenario_page.h"

namespace mot {

void hang_editor_doors(Toolkit& toolkit, const std::shared_ptr<GameContext>& context) {
  // The context holds its doors; they must not hold it.
  const std::weak_ptr<GameContext> weak = context;
  context->open_workshop = [&toolkit, weak] {
    return make_new_scenario_page(toolkit, weak.lock());
  };
  context->open_editor_of_file = [&toolkit, weak](const std::string& path) {
    return make_editor_screen(toolkit, weak.lock(), path, {});
  };
  context->open_editor = [&toolkit,
                          weak](const Scenario& scenario) -> Result<std::unique_ptr<Screen>> {
    const std::shared_ptr<GameContext> shared = weak.lock();
    std::string path = scenario.source->path;
    std::string said;
    if (needs_own_copy(path)) {
      const Result<OwnCopy> copy = copy_for_author(scenario, own_scenarios_folder());
      if (!copy) {
        return tl::unexpected(copy.error());
      }
      path = copy->path;
      said = shared->words().text(copy->was_there ? "editor.own-copy" : "editor.copied",
                                  {{"file", path}});
    }
    return make_editor_screen(toolkit, shared, path, said);
  };
}

}  // namespace mot
