#include "engine/base/yaml_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/base/utf8.h"
#include "engine/base/yaml.h"

namespace mot {
namespace {

// yaml-cpp takes U+0004 for the end of the text and would drop the rest in silence; YAML allows no
// control characters but tab and line ends.
bool reject_control_characters(const std::shared_ptr<const SourceText>& source,
                               DiagnosticSink& sink) {
  const std::string& text = source->text;
  const auto found = std::find_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
  });
  if (found == text.end()) return false;
  const auto offset = static_cast<std::size_t>(found - text.begin());
  const auto line = static_cast<std::uint32_t>(std::count(text.begin(), found, '\n'));
  sink.add({"M0005", Severity::error, source, position_in(text, offset, line), 1,
            fmt::format("an invisible control character (U+{:04X}) stands here",
                        static_cast<unsigned>(static_cast<unsigned char>(*found))),
            "delete it; it often comes along when text is pasted from elsewhere"});
  return true;
}

// yaml-cpp reads a whole bracket before it tells of its first entry, at some 200 bytes for each
// sign. A file that is nothing but brackets or commas is refused before that costs gigabytes.
bool reject_bracket_flood(const std::shared_ptr<const SourceText>& source, DiagnosticSink& sink) {
  constexpr std::size_t kMaxSigns = 1'000'000;  // ours: 16 MiB of JSON have about 700,000
  constexpr std::size_t kMaxRun = 256;          // ours: opened one behind the other
  const std::string& text = source->text;
  std::size_t signs = 0;
  std::size_t run = 0;
  std::uint32_t line = 0;
  const auto refuse = [&](std::string_view code, std::size_t offset, std::string message) {
    sink.add({code, Severity::error, source, position_in(text, offset, line), 1, std::move(message),
              "look for brackets that were not closed"});
    return true;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (c == ' ' || c == '\n' || c == '\t') continue;
    const bool opens = c == '[' || c == '{';
    run = opens ? run + 1 : 0;
    if (opens || c == ',') ++signs;
    if (run > kMaxRun)
      return refuse("M0006", i,
                    fmt::format("lists and maps are nested more than {} deep", kMaxYamlDepth));
    if (signs > kMaxSigns)
      return refuse("M0029", i,
                    fmt::format("the file has more than {} brackets and commas", kMaxSigns));
  }
  return false;
}

}  // namespace

Position position_in(std::string_view text, std::size_t offset, std::uint32_t line) {
  offset = std::min(offset, text.size());
  const std::size_t start = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;  // npos + 1 == 0
  return {line + 1,
          static_cast<std::uint32_t>(count_code_points(text.substr(start, offset - start))) + 1};
}

bool passes_yaml_guard(const std::shared_ptr<const SourceText>& source, DiagnosticSink& sink) {
  return !reject_control_characters(source, sink) && !reject_bracket_flood(source, sink);
}

}  // namespace mot
