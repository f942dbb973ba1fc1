// Builds the tree from yaml-cpp's events. Scalars that stand in the source as they are stay views
// into it, which keeps a 9 MB file within a few times its size.
#include "engine/base/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstring>
#include <istream>
#include <optional>
#include <streambuf>

#include "engine/base/utf8.h"
#include "engine/base/yaml_condensed.h"
#include "engine/base/yaml_guard.h"

namespace mot {
namespace {

// Reads straight from the text; std::istringstream would copy it.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // never written: no put area
    setg(begin, begin, begin + text.size());
  }
};

struct Stop {};  // thrown to leave yaml-cpp once the document is hopeless

struct SyntaxAdvice {
  std::string_view found;
  std::string_view message;
  std::string_view hint;
  std::string_view code = "M0005";
};
constexpr std::string_view kTagsAreNot =
    "tags such as '!important' or '!!str' are not part of the format";
constexpr std::string_view kNoTag = "leave the tag out; put a text that begins with '!' in quotes";
constexpr std::string_view kOutOfQuotes = "remove it, or put the text in quotes";
constexpr std::string_view kInDoubleQuotes =
    "in double quotes write \\\\ for a '\\', or use single quotes";
// yaml-cpp's words and ours.
constexpr SyntaxAdvice kAdvice[] = {
    {"end of map not found", "this line does not belong to the list or map around it",
     "check the indentation: entries of one map start in one column"},
    {"end of sequence not found", "this line does not belong to the list around it",
     "check the indentation: every '-' of a list starts in one column"},
    {"illegal map value", "a ':' stands where no key can be",
     "put a text that contains ': ' in quotes"},
    {"illegal map key", "a '?' stands where no key can be", kOutOfQuotes},
    {"illegal block entry", "a '-' stands where no list can start",
     "start the list on a line of its own"},
    {"illegal EOF", "the file ends inside a quoted text or a bracket",
     "close the quote or bracket"},
    {"illegal document indicator", "a line of '---' or '...' stands inside a quoted text",
     "close the quote before it"},
    {"end of map flow not found", "a '{' is not closed", "close it with '}'"},
    {"end of sequence flow not found", "a '[' is not closed", "close it with ']'"},
    {"illegal flow end", "a '}' or ']' stands where no bracket is open", kOutOfQuotes},
    {"unknown token", "this cannot start a value", "put the text in quotes"},
    {"unknown escape", "no sign is written with this letter behind a '\\'", kInDoubleQuotes},
    {"hex number", "the number behind a '\\' has a wrong digit", kInDoubleQuotes},
    {"invalid unicode", "the number behind a '\\' is that of no sign", kInDoubleQuotes},
    {"zero indentation", "a '0' stands behind '|' or '>'", "leave the number out"},
    {"character in block scalar", "something stands behind '|' or '>'",
     "begin the text on the next line"},
    {"directive", "a '%' begins the line", kOutOfQuotes},
    {"YAML version", "a '%' begins the line", kOutOfQuotes},
    {"YAML major version", "a '%' begins the line", kOutOfQuotes},
    {"tag", kTagsAreNot, kNoTag, "M0008"},
    {"tab", "a tab is used for indentation", "indent with spaces"},
    {"bad file", "brackets or maps are nested too deeply", "at most 32 levels are allowed",
     "M0006"},
};

}  // namespace

// Receives the events of one document.
class YamlTreeBuilder : public YAML::EventHandler {
 public:
  YamlTreeBuilder(YamlDocument& document, const CondensedYaml& read, DiagnosticSink& sink)
      : document_(document), read_(read), sink_(sink) {
    document_.nodes_.reserve(document_.source_->text.size() / 8 + 16);
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (is_lone_key(mark)) {
      report("M0005", mark, "this line is no 'key: value', a ':' is missing",
             "write a ':' and a space behind the key; a text of several lines is indented");
      throw Stop{};
    }
    add(mark, YamlKind::null, anchor, {});
  }
  // What an alias stands for is not here to be read, so nothing more can be said of the file.
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    report_anchor(mark);
    throw Stop{};
  }
  void OnScalar(const YAML::Mark& mark,
                const std::string& tag,
                YAML::anchor_t anchor,
                const std::string& value) override {
    const YamlNode n = add(mark, YamlKind::scalar, anchor, tag);
    YamlDocument::Node& node = document_.nodes_[n];
    last_scalar_ = n;
    if (const TakenOut* whole = read_.taken_at(static_cast<std::size_t>(mark.pos))) {
      const std::string_view text = whole->text(document_.source_->text);
      node.text = text.data();
      node.size = static_cast<std::uint32_t>(text.size());
      node.quoted = whole->quoted;
      return;
    }
    node.quoted = tag != "?" && !has_tag(node.offset, tag);
    keep_text(node, value);
  }
  void OnSequenceStart(const YAML::Mark& mark,
                       const std::string& tag,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(add(mark, YamlKind::sequence, anchor, tag), mark);
  }
  void OnMapStart(const YAML::Mark& mark,
                  const std::string& tag,
                  YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(add(mark, YamlKind::map, anchor, tag), mark);
  }
  void OnSequenceEnd() override { open_.pop_back(); }
  void OnMapEnd() override { open_.pop_back(); }

  // yaml-cpp takes the end of the file for the end of a text in quotes.
  bool ends_in_open_quote() {
    const std::string_view source = document_.source_->text;
    if (last_scalar_ == kNoNode) return false;
    const YamlDocument::Node& node = document_.nodes_[last_scalar_];
    if (node.offset >= source.size()) return false;
    const char quote = source[node.offset];
    if (quote != '"' && quote != '\'') return false;
    for (std::size_t at = node.offset + 1; at < source.size(); ++at) {
      if (quote == '"' && source[at] == '\\') {
        ++at;
      } else if (source[at] == quote) {
        if (quote == '"' || source.substr(at + 1, 1) != "'") return false;
        ++at;
      }
    }
    sink_.add({"M0005", Severity::error, document_.source_, document_.position(last_scalar_), 1,
               "the quote that opens here is never closed",
               "close it where the text ends; inside it, write \\\" for a quote"});
    return true;
  }

  // Whether a second document is one that the author began, by '---' or behind '...'.
  bool is_marked_document(const YAML::Mark& mark) const {
    const std::string_view source = document_.source_->text;
    const std::size_t at = place(mark);
    const std::size_t last = document_.nodes_.back().offset;
    const std::string_view between = at > last ? source.substr(last, at - last) : "";
    return source.substr(at, 3) == "---" || between.find("\n---") != std::string_view::npos ||
           between.find("\n...") != std::string_view::npos;
  }

  // Whether no other ':' stands before this one in its line.
  bool is_first_colon(const YAML::Mark& mark) const {
    const std::string_view source = document_.source_->text;
    const std::size_t at = place(mark);
    const std::size_t start = at == 0 ? 0 : source.rfind('\n', at - 1) + 1;  // npos + 1 == 0
    return source.substr(start, at - start).find(':') == std::string_view::npos;
  }

  void report(std::string_view code,
              const YAML::Mark& mark,
              std::string message,
              std::string hint) {
    Position position;
    if (!mark.is_null()) {
      position =
          position_in(document_.source_->text, place(mark), static_cast<std::uint32_t>(mark.line));
    }
    sink_.add({code, Severity::error, document_.source_, position, 1, std::move(message),
               std::move(hint)});
  }

 private:
  struct Open {
    YamlNode node = kNoNode;
    YamlNode last = kNoNode;
  };

  // The byte of the source that yaml-cpp means, at most its end.
  std::size_t place(const YAML::Mark& mark) const {
    const std::size_t at = read_.in_source(static_cast<std::size_t>(std::max(mark.pos, 0)));
    return std::min(at, document_.source_->text.size());
  }

  // Once a file: whoever wrote one anchor knows what the others are.
  void report_anchor(const YAML::Mark& mark) {
    if (anchor_reported_) return;
    anchor_reported_ = true;
    report("M0007", mark, "anchors and aliases (& and *) are not part of the format",
           "write the text out where it is needed");
  }

  YamlNode add(const YAML::Mark& mark,
               YamlKind kind,
               YAML::anchor_t anchor,
               const std::string& tag) {
    const auto n = static_cast<YamlNode>(document_.nodes_.size());
    YamlDocument::Node node;
    node.kind = kind;
    node.offset = static_cast<std::uint32_t>(place(mark));
    node.line = static_cast<std::uint32_t>(std::max(mark.line, 0));
    node.column = column_of(node.offset);
    if (anchor != 0) report_anchor(mark);
    if (has_tag(node.offset, tag)) {
      report("M0008", mark, std::string(kTagsAreNot), std::string(kNoTag));
    }
    document_.nodes_.push_back(node);
    if (!open_.empty()) {
      Open& parent = open_.back();
      if (parent.last == kNoNode) {
        document_.nodes_[parent.node].child = n;
      } else {
        document_.nodes_[parent.last].next = n;
      }
      parent.last = n;
    }
    return n;
  }

  // In a block map, yaml-cpp takes a word without a ':' for a key without a value.
  bool is_lone_key(const YAML::Mark& mark) const {
    if (open_.empty() || open_.back().last == kNoNode) return false;
    const YamlDocument::Node& parent = document_.nodes_[open_.back().node];
    const YamlDocument::Node& before = document_.nodes_[open_.back().last];
    return parent.kind == YamlKind::map && before.kind == YamlKind::scalar &&
           before.offset == place(mark);
  }

  // yaml-cpp gives texts in quotes the tag "!", which an author may also have written.
  bool has_tag(std::size_t offset, const std::string& tag) const {
    if (tag.empty() || tag == "?") return false;
    const std::string& source = document_.source_->text;
    return tag != "!" || (offset < source.size() && source[offset] == '!');
  }

  // Code points before the offset in its line. Nodes come in the order of the text, so each piece
  // of it is counted once, also where a whole file is one line.
  std::uint32_t column_of(std::size_t offset) {
    const std::string_view source = document_.source_->text;
    offset = std::min(offset, source.size());
    if (offset < counted_to_) {
      counted_to_ = source.rfind('\n', offset == 0 ? 0 : offset - 1) + 1;  // npos + 1 == 0
      if (counted_to_ > offset) counted_to_ = 0;
      column_ = 0;
    }
    std::string_view passed = source.substr(counted_to_, offset - counted_to_);
    if (const std::size_t line_end = passed.rfind('\n'); line_end != std::string_view::npos) {
      passed.remove_prefix(line_end + 1);
      column_ = 0;
    }
    column_ += static_cast<std::uint32_t>(count_code_points(passed));
    counted_to_ = offset;
    return column_;
  }

  void open(YamlNode n, const YAML::Mark& mark) {
    open_.push_back({n, kNoNode});
    if (open_.size() > static_cast<std::size_t>(kMaxYamlDepth)) {
      report(
          "M0006", mark, fmt::format("lists and maps are nested more than {} deep", kMaxYamlDepth),
          "a scenario needs no more than a dozen levels; look for brackets that were not closed");
      throw Stop{};
    }
  }

  void keep_text(YamlDocument::Node& node, const std::string& value) {
    node.size = static_cast<std::uint32_t>(value.size());
    const std::string& source = document_.source_->text;
    for (const std::size_t offset : {std::size_t{node.offset}, std::size_t{node.offset} + 1}) {
      if (offset + value.size() <= source.size() &&
          std::memcmp(source.data() + offset, value.data(), value.size()) == 0) {
        node.text = source.data() + offset;
        return;
      }
    }
    node.text = document_.kept(value);
  }

  YamlDocument& document_;
  const CondensedYaml& read_;
  DiagnosticSink& sink_;
  std::vector<Open> open_;
  YamlNode last_scalar_ = kNoNode;
  std::size_t counted_to_ = 0;
  bool anchor_reported_ = false;
  std::uint32_t column_ = 0;
};

namespace {

// Notices that a second document begins.
class SecondDocument : public YAML::EventHandler {
 public:
  std::optional<YAML::Mark> start;
  void OnDocumentStart(const YAML::Mark& mark) override {
    start = mark;
    throw Stop{};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&,
                const std::string&,
                YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&,
                       const std::string&,
                       YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&,
                  const std::string&,
                  YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

void report_syntax(YamlTreeBuilder& builder, const YAML::Exception& problem) {
  if (problem.msg.find("anchor") != std::string::npos ||
      problem.msg.find("alias") != std::string::npos) {
    builder.report(
        "M0007", problem.mark, "anchors and aliases (& and *) are not part of the format",
        "write the text out where it is needed; put a text that starts with '*' or '&' in quotes");
    return;
  }
  if (problem.msg.find("illegal map value") != std::string::npos &&
      builder.is_first_colon(problem.mark)) {
    builder.report("M0005", problem.mark, "this key does not fit what stands before it",
                   "look at the line before it: a ':' may be missing there, or a quote");
    return;
  }
  for (const SyntaxAdvice& advice : kAdvice) {
    if (problem.msg.find(advice.found) == std::string::npos) continue;
    builder.report(advice.code, problem.mark, std::string(advice.message),
                   std::string(advice.hint));
    return;
  }
  builder.report("M0005", problem.mark, "this cannot be read as YAML",
                 "look at this line and the one before it");
}

}  // namespace

std::shared_ptr<const YamlDocument> YamlDocument::parse(std::shared_ptr<const SourceText> source,
                                                        DiagnosticSink& sink) {
  if (!passes_yaml_guard(source, sink)) return nullptr;
  auto document = std::make_shared<YamlDocument>();
  document->source_ = std::move(source);
  const CondensedYaml read = condensed(document->source_->text);
  YamlTreeBuilder builder(*document, read, sink);
  TextBuffer buffer(read.text);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder) || document->nodes_.empty()) {
      sink.add({"M0010",
                Severity::error,
                document->source_,
                {},
                1,
                "the file is empty",
                "`mot new ID` writes a scenario to start from"});
      return nullptr;
    }
    if (builder.ends_in_open_quote()) return nullptr;
    SecondDocument second;
    try {
      parser.HandleNextDocument(second);
    } catch (const Stop&) {
      if (!builder.is_marked_document(*second.start)) {
        builder.report("M0005", *second.start, "this does not belong to what stands before it",
                       "check the indentation, and that each line is 'key: value' or '- entry'");
        return nullptr;
      }
      builder.report("M0009", *second.start,
                     "a second document starts here; a file holds exactly one",
                     "remove the '---' or put the rest into a file of its own");
      return nullptr;  // which of the two is meant is not known
    }
  } catch (const Stop&) {
    return nullptr;
  } catch (const YAML::Exception& problem) {
    report_syntax(builder, problem);
    return nullptr;
  }
  return document;
}

const char* YamlDocument::kept(std::string_view text) {
  if (arena_size_ - arena_used_ < text.size() || arena_.empty()) {
    arena_size_ = std::max<std::size_t>(text.size(), std::size_t{64} << 10U);
    arena_.push_back(std::make_unique<char[]>(arena_size_));
    arena_used_ = 0;
  }
  char* place = arena_.back().get() + arena_used_;
  std::memcpy(place, text.data(), text.size());
  arena_used_ += text.size();
  return place;
}

Position YamlDocument::position(YamlNode n) const {
  return {nodes_[n].line + 1, nodes_[n].column + 1};
}

Position YamlDocument::position(YamlNode n, std::uint32_t code_points) const {
  const Node& node = nodes_[n];
  Position at = position(n);
  const char* begin = source_->text.data();
  const bool verbatim = node.text >= begin && node.text < begin + source_->text.size();
  if (!verbatim || text(n).find('\n') != std::string_view::npos) return at;
  const bool behind_quote = node.text != begin + node.offset;
  at.column += code_points + (behind_quote ? 1 : 0);
  return at;
}

std::uint32_t YamlDocument::width(YamlNode n) const {
  if (kind(n) != YamlKind::scalar) return 1;
  const Node& node = nodes_[n];
  const std::string& source = source_->text;
  std::size_t end = std::min<std::size_t>(source.find('\n', node.offset), source.size());
  const std::string_view value = text(n);
  const bool verbatim = node.text >= source.data() && node.text < source.data() + source.size();
  if (!verbatim || value.find('\n') != std::string_view::npos) {
    while (end > node.offset && source[end - 1] == ' ') --end;
    return std::max(1U, static_cast<std::uint32_t>(count_code_points(
                            std::string_view(source).substr(node.offset, end - node.offset))));
  }
  const bool behind_quote = node.text != source.data() + node.offset;
  const std::uint32_t quotes = behind_quote || (value.empty() && node.quoted) ? 2 : 0;
  return std::max(1U, static_cast<std::uint32_t>(count_code_points(value)) + quotes);
}

}  // namespace mot
