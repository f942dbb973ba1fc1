#include "engine/interchange/pack.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "engine/base/ascii.h"
#include "engine/base/file.h"
#include "engine/base/hash.h"
#include "engine/base/json.h"
#include "engine/base/json_members.h"
#include "engine/base/report.h"
#include "engine/base/utf8.h"
#include "engine/interchange/svg_size.h"
#include "engine/interchange/zip_file.h"
#include "engine/scenario/neighbour_files.h"
#include "engine/scenario/node_reader.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr const char* kManifest = "mot-pack.json";
constexpr int kPackVersion = 1;
constexpr std::size_t kMostFiles = 1'000;

/// Name in the pack → content.
using Files = std::map<std::string, std::string>;

std::string extension_of(const std::string& name) {
  return in_small_letters(fs::path(name).extension().string());
}

bool is_allowed_kind(const std::string& name) {
  constexpr std::array<std::string_view, 8> kKinds{".yaml", ".svg", ".png", ".jpg",
                                                   ".jpeg", ".wav", ".ogg", ".flac"};
  const std::string extension = extension_of(name);
  return std::find(kKinds.begin(), kKinds.end(), extension) != kKinds.end();
}

/// Part of what a refusal says: its key, and its words in English.
struct Cause {
  const char* key;
  std::string words;
};

/// Why a name in a pack is not written to a disk; nothing: it is.
std::optional<Cause> name_problem(const std::string& name) {
  constexpr std::size_t kLongest = 200;
  if (name.empty() || name.size() > kLongest)
    return Cause{"refused.pack-name-length", "its name is empty or too long"};
  if (find_invalid_utf8(name) != std::string::npos)
    return Cause{"refused.pack-name-utf8", "its name is no UTF-8"};
  if (name.front() == '/' || name.find('\\') != std::string::npos ||
      name.find(':') != std::string::npos)
    return Cause{"refused.pack-name-path", "its name is no path below a folder"};
  for (const char sign : name) {
    const auto c = static_cast<unsigned char>(sign);
    if (c < 0x20 || c == 0x7F)
      return Cause{"refused.pack-name-control", "its name has a control character"};
  }
  for (const fs::path& part : fs::path(name)) {
    const std::string word = part.string();
    if (word.empty() || word.front() == '.')
      return Cause{"refused.pack-name-dot", "a part of its name begins with a dot or is empty"};
  }
  if (!is_allowed_kind(name))
    return Cause{"refused.pack-kind", "it is neither a text of the format nor a picture or sound"};
  return std::nullopt;
}

struct Signature {
  std::string_view extension;
  std::string_view begins;
  std::string_view kind;
};
using namespace std::string_view_literals;
constexpr std::array<Signature, 6> kSignatures{{{".png", "\x89PNG\r\n\x1a\n"sv, "PNG picture"},
                                                {".jpg", "\xFF\xD8\xFF"sv, "JPEG picture"},
                                                {".jpeg", "\xFF\xD8\xFF"sv, "JPEG picture"},
                                                {".wav", "RIFF"sv, "WAV sound"},
                                                {".ogg", "OggS"sv, "Ogg sound"},
                                                {".flac", "fLaC"sv, "FLAC sound"}}};

std::optional<Cause> content_problem(const std::string& name, const std::string& content) {
  if (content.size() > kMaxPackedFile)
    return Cause{"refused.pack-large", "it is larger than 16 MiB"};
  const std::string extension = extension_of(name);
  if (extension == ".svg") {
    std::string problem = svg_problem(content);
    if (problem.empty()) return std::nullopt;
    return Cause{"refused.pack-svg", std::move(problem)};
  }
  for (const auto& [ending, begins, kind] : kSignatures) {
    if (ending == extension && content.compare(0, begins.size(), begins) != 0)
      return Cause{"refused.pack-signature",
                   fmt::format("it is no {}, whatever its name says", kind)};
  }
  return std::nullopt;
}

Refusal refused_file(const std::string& name, const Cause& cause) {
  const std::string shown = name.substr(0, 80);
  return {fmt::format("the file '{}' in it is refused: {}", shown, cause.words),
          cause.key,
          {{"name", shown}, {"reason", cause.words}}};
}

/// Why files of these names, in order, are no pack; nothing: they are. The same both ways, so that
/// what is packed can be opened.
template <class Named>
std::optional<Refusal> list_problem(const Named& files) {
  if (files.size() > kMostFiles)
    return Refusal{
        fmt::format("there are {} files; a pack has at most {}", files.size(), kMostFiles),
        "refused.pack-files",
        {{"count", std::to_string(files.size())}, {"most", std::to_string(kMostFiles)}}};
  std::map<std::string, std::string> folded;
  for (const auto& [name, ignored] : files) {
    if (const std::optional<Cause> problem = name_problem(name))
      return refused_file(name, *problem);
    const auto [other, is_new] = folded.emplace(in_small_letters(name), name);
    if (!is_new)
      return Refusal{
          fmt::format("the files '{}' and '{}' in it differ in capitals only", other->second, name),
          "refused.pack-capitals",
          {{"name", other->second}, {"other", name}}};
  }
  return std::nullopt;
}

/// The contents of the files that read(name) gives, within the limits; reading ends with the first
/// that is refused.
template <class Named, class Read>
Result<Files> read_all(const Named& list, const Read& read) {
  Files files;
  std::size_t total = 0;
  for (const auto& [name, where] : list) {
    Result<std::string> content = read(name, where);
    if (!content) return tl::unexpected<Refusal>(content.error());
    total += content->size();
    if (total > kMaxPacked)
      return refuse("refused.pack-total", {}, "all files together are larger than 64 MiB");
    if (const std::optional<Cause> problem = content_problem(name, *content))
      return tl::unexpected<Refusal>(refused_file(name, *problem));
    files[name] = std::move(*content);
  }
  return files;
}

/// Name in the pack → file on the disk.
using Sources = std::map<std::string, std::string>;

/// A file with its translations, under a folder of the pack.
void add_with_translations(Sources& sources,
                           const std::string& folder,
                           const std::string& path,
                           const std::string& id) {
  sources.emplace(folder + id + ".yaml", path);
  const std::string stem = fs::path(path).stem().string();
  for (const std::string& translation : translation_files(path)) {
    // late-room.zh-CN.yaml → ID.zh-CN.yaml
    const std::string name = fs::path(translation).filename().string();
    sources.emplace(folder + id + name.substr(stem.size()), translation);
  }
}

std::set<std::string> media_of(const Scenario& scenario) {
  std::set<std::string> media;
  const auto take = [&](std::string_view image, std::string_view sound) {
    if (!image.empty()) media.insert(fs::path(std::string(image)).lexically_normal().string());
    if (!sound.empty()) media.insert(fs::path(std::string(sound)).lexically_normal().string());
  };
  for (const Line& line : scenario.lines) take(line.image, line.sound);
  for (const Moment& moment : scenario.moments) take(moment.manner.image, moment.manner.sound);
  for (const Response& response : scenario.responses)
    take(response.manner.image, response.manner.sound);
  return media;
}

/// All files of the scenario by their names in the pack.
Sources sources_of(const Scenario& scenario, const std::string& path, const std::string& library) {
  Sources sources;
  add_with_translations(sources, "", path, std::string(scenario.id));
  for (const NeighbourFile& file : neighbour_files(scenario, library))
    add_with_translations(sources, file.folder + "/", file.path, file.id);
  for (const std::string& media : media_of(scenario))
    sources.emplace(media, (fs::path(scenario.folder) / media).string());
  return sources;
}

Result<Files> files_of(const Sources& sources) {
  if (std::optional<Refusal> problem = list_problem(sources))
    return tl::unexpected<Refusal>(std::move(*problem));
  return read_all(sources, [](const std::string&, const std::string& path) {
    return read_file(path, kMaxPackedFile);
  });
}

std::string manifest_of(const std::string& id, const Files& files) {
  Json list(Json::Array{});
  for (const auto& [name, content] : files)
    list.push(
        Json().set("name", name).set("size", content.size()).set("sha256", sha256_hex(content)));
  return Json()
             .set("mot-pack", kPackVersion)
             .set("scenario", id)
             .set("files", std::move(list))
             .dump() +
         '\n';
}

// ---- opening

struct Manifest {
  std::string scenario;
  /// Name → checksum.
  std::map<std::string, std::string> files;
};

Result<Manifest> read_manifest(const std::string& text) {
  const Result<Json> json = parse_json(text);
  if (!json)
    return refuse("refused.pack-list", {{"list", kManifest}, {"reason", json.error().message}},
                  fmt::format("its list {} cannot be read: {}", kManifest, json.error().message));
  const Json* version = json->find("mot-pack");
  if (version == nullptr || version->integer() == nullptr)
    return refuse("refused.pack-unsaid", {{"list", kManifest}},
                  fmt::format("its list {} does not say which version it is", kManifest));
  if (*version->integer() != kPackVersion)
    return refuse("refused.pack-version",
                  {{"version", std::to_string(*version->integer())},
                   {"newest", std::to_string(kPackVersion)}},
                  fmt::format("it is a pack of version {}; this program knows version {}",
                              *version->integer(), kPackVersion));
  Manifest manifest;
  manifest.scenario = text_member(*json, "scenario");
  if (!is_id(manifest.scenario))
    return refuse("refused.pack-no-scenario", {}, "its list names no scenario");
  const Json* files = json->find("files");
  if (files == nullptr || files->array() == nullptr)
    return refuse("refused.pack-no-files", {}, "its list names no files");
  for (const Json& file : *files->array()) {
    const std::string name = text_member(file, "name");
    if (!manifest.files.emplace(name, text_member(file, "sha256")).second)
      return refuse("refused.pack-twice", {{"name", name.substr(0, 80)}},
                    fmt::format("the file '{}' is in it twice", name.substr(0, 80)));
  }
  if (std::optional<Refusal> problem = list_problem(manifest.files))
    return tl::unexpected<Refusal>(std::move(*problem));
  if (manifest.files.count(manifest.scenario + ".yaml") == 0)
    return refuse("refused.pack-not-listed", {{"name", manifest.scenario}},
                  fmt::format("'{}.yaml' is not in its list", manifest.scenario));
  return manifest;
}

/// The contents of all files that the list names.
Result<Files> read_files(ZipFile& zip, const Manifest& manifest) {
  const auto read = [&zip](const std::string& name, const std::string& checksum) {
    Result<std::string> content = zip.read(name, kMaxPackedFile);
    if (content && sha256_hex(*content) != checksum)
      return Result<std::string>(refuse(
          "refused.pack-changed", {{"name", name}},
          fmt::format("the file '{}' in it was changed or damaged; get the pack again", name)));
    return content;
  };
  return read_all(manifest.files, read);
}

/// A folder that is gone at the end unless it got its final name.
class UnfinishedFolder {
 public:
  explicit UnfinishedFolder(fs::path path) : path_(std::move(path)) {}
  ~UnfinishedFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  UnfinishedFolder(const UnfinishedFolder&) = delete;
  UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Result<bool> write_all(const fs::path& folder, const Files& files) {
  for (const auto& [name, content] : files) {
    const Result<bool> written = write_file_atomically((folder / name).string(), content);
    if (!written) return written;
  }
  return true;
}

tl::unexpected<PackRefusal> stopped(PackObstacle obstacle, Refusal refusal) {
  return tl::unexpected<PackRefusal>(PackRefusal{std::move(refusal), obstacle, {}});
}
tl::unexpected<PackRefusal> not_right(Refusal refusal) {
  return stopped(PackObstacle::content, std::move(refusal));
}
tl::unexpected<PackRefusal> not_written(Refusal refusal) {
  return stopped(PackObstacle::machine, std::move(refusal));
}

/// A sentence around a cause: "{file}: {reason}".
tl::unexpected<PackRefusal> around(const std::string& path,
                                   const char* key,
                                   std::string message,
                                   Refusal cause) {
  return tl::unexpected<PackRefusal>(
      PackRefusal{{std::move(message), key, {{"file", path}, {"reason", cause.message}}},
                  PackObstacle::content,
                  std::move(cause)});
}

tl::unexpected<PackRefusal> about(const std::string& path, const Refusal& refusal) {
  if (refusal.message.find(path) != std::string::npos) return not_right(refusal);
  return around(path, "refused.in-file", fmt::format("{}: {}", path, refusal.message), refusal);
}

tl::unexpected<PackRefusal> not_packed(const std::string& path, const Refusal& refusal) {
  return around(path, "refused.cannot-pack",
                fmt::format("{} cannot be packed: {}", path, refusal.message), refusal);
}

}  // namespace

std::string sentence_of(const PackRefusal& refusal, const UiStrings& words) {
  Refusal whole = refusal;
  for (auto& [name, value] : whole.values) {
    if (name == "reason" && !refusal.cause.message.empty()) value = words.said(refusal.cause);
  }
  return words.said(whole);
}

PackResult pack_scenario(const std::string& path,
                         const LoadOptions& options,
                         std::string output,
                         bool force,
                         const ReportWords* words) {
  DiagnosticSink sink;
  const LoadedScenario loaded = load_scenario(path, options, sink);
  if (loaded.scenario == nullptr || sink.has_errors())
    return not_right(
        {fmt::format("{}; mend it first, then pack it ('mot check' tells all)", first_error(sink)),
         "refused.pack-errors",
         {{"finding", first_error(sink, words)}}});
  const std::string id(loaded.scenario->id);
  if (output.empty()) output = id + kPackEnding;
  std::error_code error;
  if (!force && fs::exists(fs::symlink_status(output, error)))
    return stopped(PackObstacle::taken,
                   {fmt::format("{} is there already; replace it with --force, or name another "
                                "with --output",
                                output),
                    "refused.pack-there",
                    {{"file", output}}});
  const Result<Files> files = files_of(sources_of(*loaded.scenario, path, options.library));
  if (!files) return not_packed(path, files.error());
  std::vector<std::pair<std::string, std::string>> entries{{kManifest, manifest_of(id, *files)}};
  Packed packed{id, output, {}};
  for (const auto& [name, content] : *files) {
    entries.emplace_back(name, content);
    packed.files.push_back(name);
  }
  const Result<bool> written = write_zip(output, entries);
  if (!written) return not_written(written.error());
  return packed;
}

bool is_pack(const std::string& path) {
  const Result<ZipFile> zip = ZipFile::open(path);
  return zip && zip->holds(kManifest);
}

PackResult open_pack(const std::string& path,
                     const std::string& folder,
                     const LoadOptions& options,
                     const ReportWords* words) {
  Result<ZipFile> zip = ZipFile::open(path);
  if (!zip) return not_right(zip.error());
  const Result<std::string> list = zip->read(kManifest, kMaxPackedFile);
  if (!list) return about(path, list.error());
  const Result<Manifest> manifest = read_manifest(*list);
  if (!manifest) return about(path, manifest.error());
  const Result<Files> files = read_files(*zip, *manifest);
  if (!files) return about(path, files.error());

  const fs::path target = (fs::path(folder) / manifest->scenario).lexically_normal();
  std::error_code error;
  if (fs::exists(fs::symlink_status(target, error)))
    return stopped(PackObstacle::taken,
                   {fmt::format("{} is there already; nothing was changed. Name another place with "
                                "--folder",
                                target.string()),
                    "refused.pack-folder-there",
                    {{"file", target.string()}}});
  const UnfinishedFolder unfinished(fs::path(folder) /
                                    fmt::format(".{}.{}.tmp", manifest->scenario, ::getpid()));
  if (const Result<bool> written = write_all(unfinished.path(), *files); !written)
    return not_written(written.error());
  DiagnosticSink sink;
  const std::string scenario = manifest->scenario + ".yaml";
  const LoadedScenario loaded =
      load_scenario((unfinished.path() / scenario).string(), options, sink);
  if (loaded.scenario == nullptr || sink.has_errors())
    return not_right(
        {fmt::format("{}: the scenario in it is not right: {}", path, first_error(sink)),
         "refused.pack-scenario",
         {{"file", path}, {"finding", first_error(sink, words)}}});
  if (loaded.scenario->id != manifest->scenario)
    return not_right(
        {fmt::format(
             "{}: its list names the scenario '{}', and the one in it is '{}'; get the pack again",
             path, manifest->scenario, loaded.scenario->id),
         "refused.pack-other-scenario",
         {{"file", path},
          {"listed", manifest->scenario},
          {"found", std::string(loaded.scenario->id)}}});
  fs::rename(unfinished.path(), target, error);
  if (error)
    return not_written({fmt::format("cannot write {}: {}", target.string(), error.message()),
                        "refused.write",
                        {{"file", target.string()}, {"reason", error.message()}}});
  Packed packed{manifest->scenario, (target / scenario).string(), {}};
  for (const auto& [name, content] : *files) packed.files.push_back(name);
  return packed;
}

}  // namespace mot
