// A scenario to begin from. The templates are scenarios themselves,
// <assets>/templates/<language>/<name>.yaml, whose id is their name; a new one differs from its
// template in id and title.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace mot {

/// What an author says of a scenario that is to begin.
struct NewScenario {
  /// One of template_names().
  std::string template_name;
  std::string id;
  /// Empty: the template's own.
  std::string title;
  /// A tag; where there is no template in it, English.
  std::string language = "en";
};

/// All templates by name, sorted; none where there is no such folder.
std::vector<std::string> template_names(const std::string& assets);

/// The template without a story, for those who write one from its first word.
inline constexpr std::string_view kBlankTemplate = "blank";

/// The text of the new file. Requires an id. Refuses a template that cannot be read.
Result<std::string> new_scenario_text(const std::string& assets, const NewScenario& wanted);
/// The same in two steps, for whoever looks at it while the id and the title are typed: only the
/// first reads a file.
Result<std::string> template_text(const std::string& assets, const NewScenario& wanted);
std::string text_from_template(std::string text, const NewScenario& wanted);

/// An id made of a title, or of `otherwise` where the title has no Latin letters; with a number
/// where it is taken.
std::string proposed_id(std::string_view title,
                        std::string_view otherwise,
                        const std::vector<std::string>& taken);

/// Where the file of an author's own scenario belongs: <folder>/<setting>/<id>.yaml, as copies of
/// shipped ones do; "own" where the text has no setting.
std::string own_scenario_path(std::string_view text,
                              const std::string& folder,
                              const std::string& id);

}  // namespace mot
