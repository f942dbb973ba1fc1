// `mot upgrade FILE`: carries a file of the format to the newest version. There is one so far.
#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "engine/base/file.h"
#include "engine/base/json.h"
#include "engine/base/yaml.h"
#include "engine/scenario/file_kind.h"
#include "engine/scenario/node_reader.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/interface_language.h"
#include "game/cli/workshop_commands.h"

namespace mot {
namespace {

/// The key with the version, which a file of a kind begins with.
std::string_view version_key(const YamlDocument& document) {
  switch (kind_of_file(document)) {
    case FileKind::translation: return "mot-translation";
    case FileKind::session: return "mot-session";
    default: return "mot";
  }
}

/// The number behind a key; nothing where there is none.
std::optional<int> number_at(const YamlDocument& document, std::string_view wanted) {
  if (document.kind(document.root()) != YamlKind::map) return std::nullopt;
  for (YamlNode key = document.first(document.root()); key != kNoNode;) {
    const YamlNode value = document.next(key);
    if (document.text(key) == wanted) {
      const std::string_view text = document.text(value);
      int version = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
      const bool whole = error == std::errc() && end == text.data() + text.size();
      return whole ? std::optional(version) : std::nullopt;
    }
    key = document.next(value);
  }
  return std::nullopt;
}

}  // namespace

int upgrade_command(const UpgradeOptions& options) {
  DiagnosticSink sink;
  const auto source = read_source(options.file, sink);
  const auto document = source == nullptr ? nullptr : YamlDocument::parse(source, sink);
  if (document == nullptr) {
    const bool unreadable = sink.sorted().front().code == "M0001";
    write_findings(sink, options.language);
    return unreadable ? kMachineRefused : kNotGood;
  }
  const std::string_view key = version_key(*document);
  const std::optional<int> version = number_at(*document, key);
  const UiStrings words = load_ui_strings(interface_language(options.language));
  const std::string newest = fmt::format("{}", kFormatVersion);
  const std::string found = fmt::format("{}", version.value_or(0));
  if (!version)
    return complain(
        words.text("upgrade.unsaid", {{"file", options.file}, {"key", key}, {"newest", newest}}),
        kNotGood);
  if (*version < 1)
    return complain(
        words.text("upgrade.never",
                   {{"file", options.file}, {"version", found}, {"key", key}, {"newest", newest}}),
        kNotGood);
  if (*version > kFormatVersion)
    return complain(words.text("upgrade.newer",
                               {{"file", options.file}, {"version", found}, {"newest", newest}}),
                    kNotGood);
  if (options.json)
    return finish(Json()
                      .set("file", options.file)
                      .set("from", *version)
                      .set("to", kFormatVersion)
                      .set("changed", false)
                      .dump() +
                  '\n');
  return finish(words.text("upgrade.nothing", {{"file", options.file}, {"version", newest}}) +
                '\n');
}

}  // namespace mot
