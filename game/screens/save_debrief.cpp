#include "game/screens/save_debrief.h"

#include <filesystem>

#include "engine/base/file.h"
#include "engine/base/user_folders.h"
#include "engine/report/html.h"
#include "engine/report/pdf.h"

namespace mot {

std::string save_debrief(const Debrief& debrief, std::string_view name, const UiStrings& words) {
  const std::filesystem::path folder = std::filesystem::path(user_data_folder()) / "debriefs";
  const std::string page = (folder / (std::string(name) + ".html")).string();
  const std::string print = (folder / (std::string(name) + ".pdf")).string();
  Result<bool> written = write_file_atomically(page, report::html_of(debrief, words));
  if (written) {
    written = report::pdf_of_debrief(debrief, words).and_then([&](const std::string& bytes) {
      return write_file_atomically(print, bytes);
    });
  }
  return written ? words.text("debrief.saved", {{"page", page}, {"print", print}})
                 : words.text("debrief.not-saved", {{"cause", written.error().message}});
}

}  // namespace mot
