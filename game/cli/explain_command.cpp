// `mot explain CODE`: what the catalogue says of one diagnostic.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "engine/base/catalogue.h"
#include "engine/base/edit_distance.h"
#include "engine/base/json.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/wrap.h"

namespace mot {
namespace {

std::string upper_case(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

Json entry_json(const CatalogueEntry& entry) {
  return Json()
      .set("code", entry.code)
      .set("severity", severity_name(entry.severity))
      .set("title", entry.title)
      .set("meaning", entry.meaning)
      .set("bad_example", entry.bad_example)
      .set("mend", entry.mend);
}

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += fmt::format("    {}\n", text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string paragraph(std::string_view text) {
  std::string out;
  for (const std::string& line : wrap(text, text_width())) out += line + '\n';
  return out;
}

std::string entry_text(const CatalogueEntry& entry, const FindingTexts& texts) {
  if (!texts.is_english()) {
    const std::string heading =
        texts.phrase("heading", {{"code", std::string(entry.code)},
                                 {"severity", texts.severity(entry.severity)},
                                 {"title", std::string(entry.title)}});
    return fmt::format("{}\n\n{}\n{}\n\n{}\n{}", heading, paragraph(entry.meaning),
                       texts.phrase("example"), indented(entry.bad_example),
                       paragraph(texts.phrase("mend", {{"mend", std::string(entry.mend)}})));
  }
  return fmt::format("{} {}: {}\n\n{}\nExample:\n\n{}\n{}", entry.code,
                     severity_name(entry.severity), entry.title, paragraph(entry.meaning),
                     indented(entry.bad_example), paragraph(fmt::format("Mend: {}", entry.mend)));
}

int list_all(const ExplainOptions& options, const FindingTexts& texts) {
  if (options.json) {
    Json all(Json::Array{});
    for (const CatalogueEntry& entry : catalogue()) all.push(entry_json(entry));
    return finish(all.dump() + '\n');
  }
  std::string out;
  for (const CatalogueEntry& entry : catalogue()) {
    out +=
        texts.is_english()
            ? fmt::format("{}  {:<7}  {}\n", entry.code, severity_name(entry.severity), entry.title)
            : fmt::format("{}  {}  {}\n", entry.code, texts.severity(entry.severity),
                          texts.entry(entry).title);
  }
  return finish(out);
}

std::string unknown_code(const std::string& code) {
  std::vector<std::string_view> codes;
  for (const CatalogueEntry& entry : catalogue()) codes.push_back(entry.code);
  const std::string_view near = nearest_name(code, codes);
  if (near.empty()) return fmt::format("unknown code '{}'; 'mot explain' lists all", code);
  return fmt::format("unknown code '{}'; did you mean '{}'? 'mot explain' lists all", code, near);
}

}  // namespace

int explain_command(const ExplainOptions& options) {
  const FindingTexts texts = load_finding_texts(options.language);
  if (options.code.empty()) return list_all(options, texts);
  const std::string code = upper_case(options.code);
  const CatalogueEntry* entry = find_catalogue_entry(code);
  if (entry == nullptr) return complain(unknown_code(code), kWrongUsage);
  return finish(options.json ? entry_json(*entry).dump() + '\n'
                             : entry_text(texts.entry(*entry), texts));
}

}  // namespace mot
