#include "engine/interchange/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "engine/base/ascii.h"
#include "engine/base/file.h"
#include "engine/base/utf8.h"
#include "engine/interchange/csv_table.h"
#include "engine/interchange/pack.h"
#include "engine/interchange/sheet_columns.h"
#include "engine/interchange/zip_file.h"

namespace mot {
namespace {

constexpr std::string_view kZipStart = "PK\x03\x04";
constexpr std::size_t kMostContentBytes = std::size_t{32} << 20U;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

char first_sign(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : text[at];
}

/// Whether the first line names columns of a sheet.
bool has_sheet_heading(std::string_view text) {
  const char separator = csv_separator(text);
  const std::size_t from = csv_separator_line(text).size();
  const std::size_t end =
      std::min<std::size_t>(text.find('\n', from > 0 ? text.find('\n', from) + 1 : 0), 4'000);
  const auto rows = read_csv(text.substr(0, end), separator, 1);
  if (!rows || rows->empty()) return false;
  int known = 0;
  for (const std::string& cell : rows->front().cells)
    known += sheet_column_named(cell) < kSheetColumns ? 1 : 0;
  return known >= 2;
}

std::string extension_of(std::string_view name) {
  return in_small_letters(std::filesystem::path(std::string(name)).extension().string());
}

Result<ImportedStory> import_package(const std::string& path) {
  Result<ZipFile> zip = ZipFile::open(path);
  if (!zip) return tl::unexpected<Refusal>(zip.error());
  if (!zip->holds("content/content.json")) {
    if (extension_of(path) == kPackEnding)
      return refuse(fmt::format(
          "{} is an archive without its list of contents, so no pack; get it again", path));
    const bool office = zip->holds("[Content_Types].xml") || zip->holds("mimetype");
    return refuse(
        office ? "refused.import-office" : "refused.import-no-content", {{"file", path}},
        fmt::format("{} is an archive without content/content.json, so no H5P package; {}", path,
                    office ? "a sheet must be saved as CSV (UTF-8) first"
                           : "export the content from H5P again"));
  }
  const Result<std::string> content = zip->read("content/content.json", kMostContentBytes);
  if (!content) return tl::unexpected<Refusal>(content.error());
  std::string package;
  if (zip->holds("h5p.json")) {
    Result<std::string> read = zip->read("h5p.json", kMaxFileBytes);
    if (!read) return tl::unexpected<Refusal>(read.error());
    package = std::move(*read);
  }
  return import_h5p(*content, package);
}

/// The file as UTF-8 text without a byte order mark and with line feeds alone.
Result<std::string> text_of(const std::string& path, const ReportWords* words) {
  DiagnosticSink sink;
  const std::shared_ptr<const SourceText> source = read_source(path, sink, kMaxImportBytes);
  if (source != nullptr) return source->text;
  const Diagnostic& finding = sink.sorted().front();
  std::string hint = finding.hint;
  const char* key = "refused.import-unread";
  if (finding.code == "M0003" || finding.code == "M0004") {
    const bool sheet = extension_of(path) == ".csv";
    hint = sheet ? "in the spreadsheet, choose 'save as' and 'CSV UTF-8'"
                 : "save it as UTF-8; spreadsheets and documents must be saved as text first";
    key = sheet ? "refused.import-csv" : "refused.import-no-text";
  } else if (finding.code == "M0002") {
    hint = "split it into several files";
    key = "refused.import-large";
  }
  const std::string place = finding.position.line > 0 ? fmt::format(":{}:{}", finding.position.line,
                                                                    finding.position.column)
                                                      : std::string();
  const std::string said = words != nullptr ? words->said(finding).message : finding.message;
  return refuse(
      key, {{"file", path}, {"place", place}, {"finding", said}},
      fmt::format("{}{}: {}{}{}", path, place, finding.message, hint.empty() ? "" : "; ", hint));
}

Result<ImportedStory> import_text(const std::string& text, const std::string& path) {
  switch (kind_of_import(text, path)) {
    case ImportKind::twee: return import_twee(text);
    case ImportKind::twine_html: return import_twine_html(text);
    case ImportKind::h5p_json: return import_h5p(text);
    case ImportKind::sheet: return import_sheet(text);
    default: break;
  }
  return refuse(
      "refused.import-unknown", {},
      "this is no Twee text (no line ':: Name'), no page that Twine published, no H5P Branching "
      "Scenario and no sheet whose first row names columns such as 'moment' and 'says'");
}

/// Archives may hold films, so they are told by their first bytes and never read whole.
bool is_archive(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::string start(kZipStart.size(), '\0');
  std::ifstream(path, std::ios::binary)
      .read(start.data(), static_cast<std::streamsize>(start.size()));
  return start == kZipStart;
}

Result<ImportedStory> import_path(const std::string& path, const ReportWords* words) {
  if (is_archive(path)) return import_package(path);
  const Result<std::string> text = text_of(path, words);
  std::error_code error;
  if (extension_of(path) == ".h5p" && std::filesystem::is_regular_file(path, error) &&
      (!text || first_sign(*text) != '{'))
    return refuse("refused.import-no-h5p", {},
                  "it is no H5P package, whatever its name says; export it from H5P again");
  if (!text) return tl::unexpected<Refusal>(text.error());
  if (first_sign(*text) == '\0') return refuse("refused.import-empty", {}, "the file is empty");
  return import_text(*text, path);
}

}  // namespace

ImportKind kind_of_import(std::string_view content, std::string_view name) {
  const std::string extension = extension_of(name);
  if (extension == ".twee" || extension == ".tw" || extension == ".twee2") return ImportKind::twee;
  if (has(content, "<tw-storydata") || has(content, "<tw-passagedata") ||
      has(content, "id=\"storeArea\"") || has(content, "id=\"store-area\""))
    return ImportKind::twine_html;
  if (extension == ".csv" || extension == ".tsv") return ImportKind::sheet;
  if (first_sign(content) == '{') return ImportKind::h5p_json;
  if (first_sign(content) == '<' || extension == ".html" || extension == ".htm")
    return ImportKind::twine_html;
  if (content.substr(0, 2) == "::" || has(content, "\n::")) return ImportKind::twee;
  if (has_sheet_heading(content)) return ImportKind::sheet;
  return extension == ".json" ? ImportKind::h5p_json : ImportKind::unknown;
}

Result<ImportedStory> import_file(const std::string& path, const ReportWords* words) {
  Result<ImportedStory> story = import_path(path, words);
  if (!story) {
    Refusal refusal = std::move(story.error());
    const bool named = refusal.message.find(path) != std::string::npos;
    if (!named) refusal.message = fmt::format("{}: {}", path, refusal.message);
    // In the interface texts each of these sentences begins with the file.
    refusal.values.emplace_back("file", path);
    return tl::unexpected<Refusal>(std::move(refusal));
  }
  if (story->title.empty()) story->title = std::filesystem::path(path).stem().string();
  if (find_invalid_utf8(story->title) != std::string_view::npos) story->title.clear();
  return story;
}

}  // namespace mot
