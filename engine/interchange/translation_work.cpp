#include "engine/interchange/translation_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_map>

#include "engine/base/file.h"
#include "engine/base/report.h"
#include "engine/base/yaml.h"
#include "engine/scenario/neighbour_files.h"
#include "engine/scenario/node_reader.h"
#include "engine/scenario/text_paths.h"
#include "engine/scenario/translation_reader.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

using Texts = std::unordered_map<std::string, std::string>;

/// What a translation holds already.
struct Held {
  Texts texts;
  Texts sources;
};

Texts map_at(const NodeReader& reader, const Fields& fields, std::string_view key) {
  Texts texts;
  if (!fields.contains(key)) return texts;
  reader.entries(fields[key], key, [&](std::string_view name, YamlNode, YamlNode value) {
    texts.emplace(std::string(name), std::string(reader.document().text(value)));
  });
  return texts;
}

/// What is wrong with a translation; to somebody who edits it, the first of it.
tl::unexpected<Refusal> unreadable(DiagnosticSink& sink) {
  const Diagnostic first = sink.sorted().front();
  return refuse("refused.yaml",
                {{"line", fmt::format("{}", first.position.line)}, {"reason", first.message}},
                render_text(sink));
}

Result<Held> read_held(const TranslationSource& of,
                       const std::string& path,
                       const std::string& text) {
  Held held;
  if (text.empty()) return held;
  constexpr std::array<std::string_view, 5> kKeys{"mot-translation", "of", "language", "texts",
                                                  "sources"};
  DiagnosticSink sink;
  const auto source = take_source(path, text, sink);
  const auto document = source == nullptr ? nullptr : YamlDocument::parse(source, sink);
  if (document == nullptr) return unreadable(sink);
  const NodeReader reader(*document, sink);
  Fields fields;
  if (!reader.fields(document->root(), "a translation", kKeys, fields) ||
      !check_translated_id(reader, fields["of"], of.id))
    return unreadable(sink);
  held.texts = map_at(reader, fields, "texts");
  held.sources = map_at(reader, fields, "sources");
  return held;
}

bool is_stale(const Held& held, const std::string& path, const std::string& source) {
  const auto mark = held.sources.find(path);
  return mark != held.sources.end() && mark->second != source_mark(source);
}

/// Whether the text is the one a new file holds only because the map must hold something.
bool is_stand_in(const TranslationSource& source, const Held& held, const std::string& path) {
  const auto& [first, words] = source.texts.front();
  const auto held_text = held.texts.find(path);
  return path == first && held_text != held.texts.end() && held_text->second == words &&
         held.sources.count(path) == 0;
}

bool is_translated(const TranslationSource& source, const Held& held, const std::string& path) {
  return held.texts.count(path) != 0 && !is_stand_in(source, held, path);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
    lines.push_back(text.substr(at, end + 1 - at));
    at = end + 1;
  }
  return lines;
}

bool begins_key(std::string_view line, std::string_view key) {
  return line.substr(0, key.size()) == key && line.substr(key.size(), 1) == ":";
}

/// Whether a key of the file itself, or nothing of the map before it, stands there.
bool is_outermost(std::string_view line) {
  return !line.empty() && line[0] != ' ' && line[0] != '\n' && line[0] != '\r' && line[0] != '#';
}

/// How the lines of a file end.
std::string_view line_end_of(std::string_view text) {
  return text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
}

/// The text without what is written anew, and where in it the map `texts` ends.
struct Kept {
  std::string text;
  std::size_t end_of_texts = 0;
};

Kept without_marks(const std::string& text) {
  Kept kept;
  bool in_sources = false;
  bool in_texts = false;
  for (const std::string_view line : lines_of(text)) {
    if (is_outermost(line)) {
      in_sources = begins_key(line, "sources");
      in_texts = begins_key(line, "texts");
    }
    const bool ours = line.substr(0, kMissingRemark.size()) == kMissingRemark ||
                      line.substr(0, kChangedRemark.size()) == kChangedRemark;
    if (in_sources || ours) continue;
    kept.text += line;
    // Remarks and empty lines behind the last text belong to what comes next.
    const bool says_nothing = line[0] == '\n' || line[0] == '\r' || line[0] == '#';
    if (in_texts && !says_nothing) kept.end_of_texts = kept.text.size();
  }
  if (!kept.text.empty() && kept.text.back() != '\n') {
    const bool ends_with_texts = kept.end_of_texts == kept.text.size();
    kept.text += line_end_of(text);
    if (ends_with_texts) kept.end_of_texts = kept.text.size();
  }
  return kept;
}

/// A text on one line, as it can stand behind a key in a remark and in the file.
std::string on_one_line(const std::string& text) {
  std::string content = text;
  while (!content.empty() && content.back() == '\n') content.pop_back();
  return content.find('\n') == std::string::npos ? write_text(content, 2)
                                                 : write_flow_text(content);
}

std::string new_file(const TranslationSource& source, std::string_view language) {
  // A map must hold something: the first text stands in for its translation.
  const auto& [path, text] = source.texts.front();
  return fmt::format("mot-translation: 1\nof: {}\nlanguage: {}\ntexts:\n  {}: {}\n", source.id,
                     language, path, on_one_line(text));
}

TranslationSource source_of(const Scenario& scenario,
                            TextOrigin origin,
                            std::string path,
                            std::string_view id) {
  TranslationSource source;
  source.path = std::move(path);
  source.id = id;
  source.language = scenario.language[static_cast<std::size_t>(origin)];
  for (const auto& [name, text] : text_paths(scenario, origin))
    source.texts.emplace_back(name, std::string(scenario.texts[text].text));
  return source;
}

}  // namespace

std::vector<TranslationSource> translation_sources(const Scenario& scenario,
                                                   const std::string& path,
                                                   const std::string& library) {
  std::vector<TranslationSource> sources{
      source_of(scenario, TextOrigin::scenario, path, scenario.id)};
  for (const NeighbourFile& file : neighbour_files(scenario, library))
    sources.push_back(source_of(scenario, file.origin, file.path, file.id));
  return sources;
}

std::string translation_path(const TranslationSource& source, std::string_view language) {
  namespace fs = std::filesystem;
  const fs::path path(source.path);
  const std::string stem = path.stem().string();
  for (const std::string& file : translation_files(source.path)) {
    const std::string name = fs::path(file).stem().string();
    if (name.size() > stem.size() && same_tag(name.substr(stem.size() + 1), language)) return file;
  }
  return (path.parent_path() / fmt::format("{}.{}.yaml", stem, language))
      .lexically_normal()
      .generic_string();
}

Result<TranslationStatus> translation_status(const TranslationSource& source,
                                             std::string_view language,
                                             const std::string& text) {
  TranslationStatus status;
  status.file = source.path;
  status.translation = translation_path(source, language);
  status.texts = source.texts.size();
  const Result<Held> held = read_held(source, status.translation, text);
  if (!held) return tl::unexpected<Refusal>(held.error());
  for (const auto& [path, words] : source.texts) {
    if (!is_translated(source, *held, path)) {
      status.missing.push_back(path);
    } else {
      ++status.translated;
      if (is_stale(*held, path, words)) status.stale.push_back(path);
    }
  }
  constexpr std::size_t kPercent = 100;
  status.percent =
      status.texts == 0
          ? static_cast<int>(kPercent)
          : static_cast<int>((status.translated - status.stale.size()) * kPercent / status.texts);
  return status;
}

Result<std::string> translation_file(const TranslationSource& source,
                                     std::string_view language,
                                     const std::string& text,
                                     bool accept) {
  if (source.texts.empty()) return text;
  const bool is_new = text.empty();
  const Kept kept = without_marks(is_new ? new_file(source, language) : text);
  const Result<Held> held = read_held(source, translation_path(source, language), text);
  if (!held) return tl::unexpected<Refusal>(held.error());
  const std::string_view end = line_end_of(text);
  std::string remarks;
  std::string sources;
  for (const auto& [path, words] : source.texts) {
    const bool is_first = path == source.texts.front().first;
    const bool there = held->texts.count(path) != 0 || (is_new && is_first);
    const bool stale = is_stale(*held, path, words) && !accept;
    if (!there) remarks += fmt::format("{}{}: {}{}", kMissingRemark, path, on_one_line(words), end);
    if (stale) remarks += fmt::format("{}{}: {}{}", kChangedRemark, path, on_one_line(words), end);
    if (!accept && !is_translated(source, *held, path)) continue;
    if (held->texts.count(path) == 0) continue;
    const auto before = held->sources.find(path);
    sources +=
        fmt::format("  {}: \"{}\"{}", path, stale ? before->second : source_mark(words), end);
  }
  std::string file = kept.text;
  file.insert(std::min(kept.end_of_texts, file.size()), remarks);
  if (!sources.empty()) file += fmt::format("sources:{}{}", end, sources);
  return file;
}

}  // namespace mot
