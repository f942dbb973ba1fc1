// `mot import FILE`: a story of Twine or H5P, or a sheet of moments, as a draft; and what could not
// be carried over. Packs are opened here, too.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/json.h"
#include "engine/interchange/import.h"
#include "engine/interchange/pack.h"
#include "engine/interchange/story_writer.h"
#include "engine/scenario/node_reader.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/interface_language.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/workshop_commands.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// Shown of each kind of notice.
constexpr std::size_t kMostShown = 5;

std::size_t decisions_of(const ImportedStory& story) {
  return static_cast<std::size_t>(std::count_if(
      story.moments.begin(), story.moments.end(),
      [](const ImportedMoment& moment) { return !moment.responses.empty() && !moment.is_fate; }));
}

std::size_t responses_of(const ImportedStory& story) {
  std::size_t count = 0;
  for (const ImportedMoment& moment : story.moments)
    count += moment.is_fate ? 0 : moment.responses.size();
  return count;
}

std::string notice_key(std::string_view kind) { return fmt::format("import.notice.{}", kind); }

std::string item_line(const ImportNotice& notice, const UiStrings& words) {
  const std::string where = notice.where.empty() ? words.text("import.whole-story") : notice.where;
  const std::string line = fmt::format("{}", notice.line);
  std::string text = notice.line > 0
                         ? words.text("import.item-line",
                                      {{"where", where}, {"line", line}, {"what", notice.what}})
                         : words.text("import.item", {{"where", where}, {"what", notice.what}});
  while (!text.empty() && (text.back() == ' ' || text.back() == ':')) text.pop_back();
  return text + '\n';
}

/// All notices by kind, in the order in which the kinds appear.
std::string report_text(const ImportedStory& story, const UiStrings& words) {
  if (story.notices.empty()) return words.text("import.nothing-lost") + '\n';
  std::vector<std::string_view> kinds;
  for (const ImportNotice& notice : story.notices) {
    if (std::find(kinds.begin(), kinds.end(), notice.kind) == kinds.end())
      kinds.push_back(notice.kind);
  }
  std::string text = words.text("import.report") + '\n';
  for (const std::string_view kind : kinds) {
    std::size_t count = 0;
    std::string items;
    for (const ImportNotice& notice : story.notices) {
      if (notice.kind != kind) continue;
      if (++count <= kMostShown) items += item_line(notice, words);
    }
    text += '\n' +
            words.text("import.group", {{"what", words.text(notice_key(kind))},
                                        {"count", fmt::format("{}", count)}}) +
            '\n' + items;
    if (count > kMostShown)
      text +=
          words.text("import.item-more", {{"count", fmt::format("{}", count - kMostShown)}}) + '\n';
  }
  return text;
}

Json report_json(const ImportedStory& story, const std::string& file, const UiStrings& words) {
  Json notices(Json::Array{});
  for (const ImportNotice& notice : story.notices) {
    notices.push(Json()
                     .set("kind", notice.kind)
                     .set("where", notice.where.empty() ? Json() : Json(notice.where))
                     .set("line", notice.line > 0 ? Json(notice.line) : Json())
                     .set("what", notice.what)
                     .set("message", words.text(notice_key(notice.kind))));
  }
  return Json()
      .set("file", file == "-" ? Json() : Json(file))
      .set("scenario", story.id)
      .set("format", story.format)
      .set("language", story.language)
      .set("moments", story.moments.size())
      .set("decisions", decisions_of(story))
      .set("responses", responses_of(story))
      .set("notices", std::move(notices));
}

/// Where it is written; a refusal where a file is there already.
Result<std::string> target_of(const ImportOptions& options, const ImportedStory& story) {
  if (options.output == "-") return options.output;
  const fs::path path = options.output.empty() ? fs::path(options.folder) / (story.id + ".yaml")
                                               : fs::path(options.output);
  std::string target = path.lexically_normal().string();
  std::error_code error;
  if (!options.force && fs::exists(fs::symlink_status(target, error)))
    return refuse("refused.import-there", {{"file", target}},
                  fmt::format("{} is there already; nothing was changed. Name another file with "
                              "--output, another id with --id, or replace it with --force",
                              target));
  return target;
}

/// What is still wrong with the scenario, for people; empty: nothing but warnings.
std::string errors_in(const std::string& text,
                      const std::string& file,
                      const std::string& language) {
  DiagnosticSink sink;
  LoadOptions options;
  options.translations = false;
  load_scenario_text(file == "-" ? "import.yaml" : file, text, options, sink);
  if (!sink.has_errors()) return {};
  DiagnosticSink errors;
  for (const Diagnostic& finding : sink.sorted()) {
    if (finding.severity == Severity::error) errors.add(finding);
  }
  const FindingTexts texts = load_finding_texts(language);
  return render_text(errors, finding_style(texts, kStandardError));
}

bool is_unreadable(const std::string& path) {
  std::error_code error;
  return !fs::is_regular_file(path, error) || ::access(path.c_str(), R_OK) != 0;
}

/// The language of the file's texts, with the words for what it lacks; then everything fits the
/// format. True: the language is a guess.
bool settle_as(ImportedStory& story, const ImportOptions& options) {
  if (!options.id.empty()) story.id = options.id;
  if (!options.texts.empty()) story.language = options.texts;
  const bool assumed = story.language.empty();
  if (assumed) story.language = language_of_texts(story);
  settle(story, load_ui_strings(story.language));
  return assumed;
}

int say_what_came(const ImportOptions& options,
                  const ImportedStory& story,
                  const std::string& file,
                  bool language_assumed,
                  const UiStrings& words) {
  if (options.json)
    return finish(report_json(story, file, words).set("language-assumed", language_assumed).dump() +
                  '\n');
  const std::string done =
      words.text("import.done", {{"file", file},
                                 {"moments", fmt::format("{}", story.moments.size())},
                                 {"decisions", fmt::format("{}", decisions_of(story))},
                                 {"responses", fmt::format("{}", responses_of(story))}});
  std::string report = report_text(story, words);
  if (language_assumed)
    report = words.text("import.language", {{"language", story.language}}) + "\n\n" + report;
  if (file == "-") {
    write_error(report);
    return kDone;
  }
  return finish(done + '\n' + words.text("import.next-steps", {{"file", file}}) + "\n\n" + report);
}

/// A pack becomes a folder of its own.
int open_pack_into(const ImportOptions& options, const UiStrings& words) {
  LoadOptions load;
  load.pictures = load_options({}).pictures;
  const FindingTexts findings = load_finding_texts(options.language);
  const PackResult opened = open_pack(options.file, options.folder, load, &findings);
  if (!opened)
    return complain(sentence_of(opened.error(), words), exit_code(opened.error().obstacle));
  Json files(Json::Array{});
  for (const std::string& file : opened->files) files.push(file);
  if (options.json)
    return finish(Json()
                      .set("file", opened->path)
                      .set("scenario", opened->scenario)
                      .set("files", std::move(files))
                      .dump() +
                  '\n');
  return finish(words.text("pack.opened", {{"file", opened->path},
                                           {"count", fmt::format("{}", opened->files.size())}}) +
                '\n');
}

}  // namespace

int import_command(const ImportOptions& options) {
  const UiStrings words = load_ui_strings(interface_language(options.language));
  if (!options.id.empty() && !is_id(options.id))
    return complain(words.text("refused.no-id", {{"id", options.id}}), kWrongUsage);
  if (options.json && options.output == "-")
    return complain(words.text("refused.import-prints"), kWrongUsage);
  if (is_pack(options.file)) {
    const bool as_story =
        options.force || !(options.output.empty() && options.id.empty() && options.texts.empty());
    if (!as_story) return open_pack_into(options, words);
    return complain(words.text("refused.import-pack-options", {{"file", options.file}}),
                    kWrongUsage);
  }
  const FindingTexts findings = load_finding_texts(options.language);
  Result<ImportedStory> story = import_file(options.file, &findings);
  if (!story)
    return complain(words.said(story.error()),
                    is_unreadable(options.file) ? kMachineRefused : kNotGood);
  const bool language_assumed = settle_as(*story, options);
  if (story->moments.size() > kMaxImportMoments)
    return complain(
        words.text("refused.import-comes-to", {{"file", options.file},
                                               {"count", fmt::format("{}", story->moments.size())},
                                               {"most", fmt::format("{}", kMaxImportMoments)}}),
        kNotGood);
  const Result<std::string> target = target_of(options, *story);
  if (!target) return complain(words.said(target.error()), kWrongUsage);
  const std::string text = write_story(*story, fs::path(options.file).filename().string(),
                                       load_ui_strings(story->language));
  if (text.size() > kMaxFileBytes)
    return complain(words.text("refused.import-too-large", {{"file", options.file}}), kNotGood);
  if (*target == "-") {
    if (const int code = finish(text); code != kDone) return code;
  } else if (const Result<bool> written = write_file_atomically(*target, text); !written) {
    return complain(words.said(written.error()), kMachineRefused);
  }
  const int code = say_what_came(options, *story, *target, language_assumed, words);
  if (const std::string errors = errors_in(text, *target, options.language); !errors.empty()) {
    write_error('\n' + words.text("import.errors") + '\n' + errors);
    return kNotGood;
  }
  return code;
}

}  // namespace mot
