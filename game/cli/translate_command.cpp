// `mot translate SCENARIO --to TAG`: how far a translation is, and the translator's files.
#include <fmt/format.h>

#include <utility>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/json.h"
#include "engine/interchange/translation_work.h"
#include "engine/scenario/node_reader.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/workshop_commands.h"

namespace mot {
namespace {

/// Paths that are listed of each kind.
constexpr std::size_t kMostShown = 10;

Json list_json(const std::vector<std::string>& paths) {
  Json list(Json::Array{});
  for (const std::string& path : paths) list.push(path);
  return list;
}

Json status_json(const TranslationStatus& status) {
  return Json()
      .set("file", status.file)
      .set("translation", status.translation)
      .set("texts", status.texts)
      .set("translated", status.translated)
      .set("percent", status.percent)
      .set("missing", list_json(status.missing))
      .set("stale", list_json(status.stale));
}

std::string list_text(const std::vector<std::string>& paths,
                      const std::string& title,
                      const UiStrings& words) {
  if (paths.empty()) return {};
  std::string text = "  " + title + '\n';
  for (std::size_t i = 0; i < paths.size() && i < kMostShown; ++i) text += "    " + paths[i] + '\n';
  if (paths.size() > kMostShown)
    text +=
        "    " +
        words.text("translate.more", {{"count", fmt::format("{}", paths.size() - kMostShown)}}) +
        '\n';
  return text;
}

std::string status_text(const TranslationStatus& status, const UiStrings& words) {
  return words.text("translate.status",
                    {{"file", status.translation},
                     {"percent", fmt::format("{}", status.percent)},
                     {"done", fmt::format("{}", status.translated - status.stale.size())},
                     {"texts", fmt::format("{}", status.texts)}}) +
         '\n' + list_text(status.missing, words.text("translate.missing"), words) +
         list_text(status.stale, words.text("translate.stale"), words);
}

/// Writes the translator's file anew, where it differs, and takes its text for `text`. The exit
/// code.
int update(const TranslationSource& source, const TranslateOptions& options, std::string& text) {
  Result<std::string> file = translation_file(source, options.to, text, options.accept);
  if (!file) return complain(file.error().message, kNotGood);
  if (*file == text) return kDone;
  text = std::move(*file);
  const Result<bool> written = write_file_atomically(translation_path(source, options.to), text);
  return written ? kDone : complain(written.error().message, kMachineRefused);
}

}  // namespace

int translate_command(const TranslateOptions& options) {
  const std::string library = library_folder(options.library);
  const auto opened = open_scenario(options.scenario, library, options.language);
  if (!opened) return opened.error();
  const UiStrings words = load_ui_strings(interface_language(options.language));
  Json list(Json::Array{});
  std::string report;
  for (const TranslationSource& source :
       translation_sources(*opened->scenario, opened->path, library)) {
    if (same_tag(source.language, options.to)) {
      if (source.path == opened->path)
        return complain(fmt::format("{} is written in '{}' already", source.path, options.to),
                        kWrongUsage);
      continue;
    }
    Result<std::string> text = read_file_if_there(translation_path(source, options.to));
    if (!text) return complain(text.error().message, kMachineRefused);
    if (!options.status) {
      if (const int code = update(source, options, *text); code != kDone) return code;
    }
    const auto status = translation_status(source, options.to, *text);
    if (!status) return complain(status.error().message, kNotGood);
    list.push(status_json(*status));
    report += status_text(*status, words);
  }
  if (options.json)
    return finish(Json()
                      .set("scenario", opened->scenario->id)
                      .set("language", options.to)
                      .set("files", std::move(list))
                      .dump() +
                  '\n');
  return finish(report);
}

}  // namespace mot
