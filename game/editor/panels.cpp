#include "game/editor/panels.h"

#include "game/editor/form_panel.h"
#include "game/editor/map_panel.h"
#include "game/editor/preview_panel.h"
#include "game/editor/text_panel.h"
#include "game/editor/translation_panel.h"

namespace mot {

std::vector<std::unique_ptr<Panel>> make_panels() {
  std::vector<std::unique_ptr<Panel>> panels;
  panels.push_back(make_form_panel());
  panels.push_back(make_text_panel());
  panels.push_back(make_map_panel());
  panels.push_back(make_preview_panel());
  panels.push_back(make_translation_panel());
  return panels;
}

}  // namespace mot
