#include "engine/scenario/glance.h"

#include <charconv>
#include <filesystem>

#include "engine/base/file.h"
#include "engine/base/trim.h"
#include "engine/scenario/library.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// A line "key: value" with its indentation; a dash before the key counts as indentation.
struct KeyLine {
  std::size_t indent = 0;
  std::string_view key;
  std::string_view value;
  bool dashed = false;
};

bool is_key(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (!((c >= 'a' && c <= 'z') || c == '_' || c == '-')) return false;
  }
  return true;
}

std::optional<KeyLine> key_line(std::string_view line) {
  KeyLine found;
  found.indent = line.find_first_not_of(' ');
  if (found.indent == std::string_view::npos) return std::nullopt;
  line.remove_prefix(found.indent);
  if (line.substr(0, 2) == "- ") {
    const std::size_t after = line.find_first_not_of(' ', 1);
    if (after == std::string_view::npos) return std::nullopt;
    found.dashed = true;
    found.indent += after;
    line.remove_prefix(after);
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_key(line.substr(0, colon))) return std::nullopt;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return std::nullopt;
  found.key = line.substr(0, colon);
  found.value = trimmed(line.substr(colon + 1));
  return found;
}

/// A scalar without its quotes or the remark behind it; empty for what goes on in further lines.
std::string scalar(std::string_view value) {
  if (value.empty() || value[0] == '|' || value[0] == '>') return {};
  const char quote = value[0];
  if (quote == '"' || quote == '\'') {
    const std::size_t end = value.rfind(quote);
    if (end == 0) return {};
    std::string text(value.substr(1, end - 1));
    const std::string twice = quote == '"' ? "\\\"" : "''";
    for (std::size_t at = text.find(twice); at != std::string::npos;
         at = text.find(twice, at + 1)) {
      text.replace(at, twice.size(), 1, quote);
    }
    return text;
  }
  return std::string(trimmed(value.substr(0, value.find(" #"))));
}

int number(std::string_view value) {
  int found = 0;
  std::from_chars(value.data(), value.data() + value.size(), found);
  return found;
}

/// Whether a word stands in a text, and not as a part of another.
bool holds_word(std::string_view text, std::string_view word) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_'; };
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end])))
      return true;
  }
  return false;
}

template <class Names, class Counts>
void count_words(std::string_view text, const Names& names, Counts& counts) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (holds_word(text, names[i])) ++counts[i];
  }
}

/// Goes through the lines of a scenario.
class Glancer {
 public:
  void see(std::string_view line) {
    line = line.substr(0, line.find(" #"));
    if (in_expects_ && !continues_expects(line)) in_expects_ = false;
    if (section_ == "moments") see_behaviours(line);
    const std::optional<KeyLine> found = key_line(line);
    if (!found) return;
    if (found->indent == 0) see_top(*found);
    if (section_ == "moments") see_moment(*found);
  }

  std::optional<ScenarioGlance> result() const {
    if (!has_moments_ || glance_.id.empty()) return std::nullopt;
    return glance_;
  }

 private:
  void see_top(const KeyLine& line) {
    section_ = line.key;
    if (line.key == "id") glance_.id = scalar(line.value);
    if (line.key == "title") glance_.title = scalar(line.value);
    if (line.key == "setting") glance_.setting = scalar(line.value);
    if (line.key == "difficulty") glance_.difficulty = number(line.value);
    if (line.key == "minutes") glance_.minutes = number(line.value);
    if (line.key == "draft") glance_.draft = line.value == "true";
    if (line.key == "moments") has_moments_ = true;
  }

  void see_moment(const KeyLine& line) {
    if (line.key == "expects") {
      ++glance_.decisions;
      expects_indent_ = line.indent;
      in_expects_ = line.value.empty();
      count_words(line.value, kDimensionNames, glance_.at_stake);
    }
  }

  /// On a line of its own, or in a response in braces.
  void see_behaviours(std::string_view line) {
    const std::size_t key = line.find("behaviours:");
    if (key == std::string_view::npos) return;
    const std::string_view rest = line.substr(key);
    count_words(rest.substr(0, rest.find(']')), kBehaviourNames, glance_.shows);
  }

  /// A line below `expects:`, further in: one dimension.
  bool continues_expects(std::string_view line) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos) return true;
    const bool further = indent > expects_indent_ || line[indent] == '-';
    if (!further || indent < expects_indent_) return false;
    const std::size_t first = line[indent] == '-' ? indent + 1 : indent;
    const std::string_view word = trimmed(line.substr(first, line.find(':', first) - first));
    for (std::size_t d = 0; d < kDimensions; ++d) {
      if (word == kDimensionNames[d]) ++glance_.at_stake[d];
    }
    return true;
  }

  ScenarioGlance glance_;
  std::string section_;
  bool has_moments_ = false;
  bool in_expects_ = false;
  std::size_t expects_indent_ = 0;
};

template <class See>
void each_line(std::string_view text, const See& see) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    see(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

/// The file of the translation that serves a language best: the tag itself, then its language
/// alone.
std::string translation_beside(const fs::path& scenario, std::string_view language) {
  for (std::string tag(language); !tag.empty();) {
    const fs::path path = scenario.parent_path() / (scenario.stem().string() + "." + tag + ".yaml");
    std::error_code error;
    if (fs::exists(path, error)) return path.string();
    const std::size_t dash = tag.rfind('-');
    tag = dash == std::string::npos ? std::string() : tag.substr(0, dash);
  }
  return {};
}

}  // namespace

std::optional<ScenarioGlance> glance(std::string_view text) {
  Glancer glancer;
  each_line(text, [&glancer](std::string_view line) { glancer.see(line); });
  return glancer.result();
}

std::string glance_at_title(std::string_view translation) {
  std::string title;
  each_line(translation, [&title](std::string_view line) {
    const std::optional<KeyLine> found = key_line(line);
    if (found && found->key == "title" && found->indent > 0 && title.empty()) {
      title = scalar(found->value);
    }
  });
  return title;
}

std::vector<ScenarioGlance> glance_at_library(const std::string& library,
                                              std::string_view language) {
  std::vector<ScenarioGlance> found;
  for (const std::string& path : yaml_files_below(library)) {
    const Result<std::string> text = read_file(path);
    if (!text) continue;
    std::optional<ScenarioGlance> seen = glance(*text);
    if (!seen || seen->title.empty()) continue;
    seen->path = path;
    if (const std::string beside = translation_beside(path, language); !beside.empty()) {
      const Result<std::string> translation = read_file(beside);
      const std::string title = translation ? glance_at_title(*translation) : std::string();
      if (!title.empty()) seen->title = title;
    }
    found.push_back(*std::move(seen));
  }
  return found;
}

ScenarioGlance glance_at(const Scenario& scenario, const Reading& reading) {
  ScenarioGlance seen;
  seen.id = scenario.id;
  seen.title = reading.trimmed(scenario.title);
  seen.setting = scenario.setting;
  seen.difficulty = scenario.difficulty;
  seen.minutes = scenario.minutes;
  seen.draft = scenario.draft;
  for (const Moment& moment : scenario.moments) {
    if (!moment.scored) continue;
    ++seen.decisions;
    for (std::size_t d = 0; d < kDimensions; ++d) {
      if (has(moment.stake.at_stake, kAllDimensions[d])) ++seen.at_stake[d];
    }
  }
  for (const Response& response : scenario.responses) {
    for (std::size_t b = 0; b < kBehaviours; ++b) {
      if (has(response.behaviours, static_cast<Behaviour>(b))) ++seen.shows[b];
    }
  }
  return seen;
}

}  // namespace mot
