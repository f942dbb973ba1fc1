#include "engine/authoring/yaml_spans.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "engine/base/file.h"

namespace mot {
namespace {

constexpr std::size_t kNowhere = std::string::npos;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The number that a step of a path is, 0: it is none.
std::size_t number_of(std::string_view step) {
  std::size_t number = 0;
  const char* end = step.data() + step.size();
  const auto read = std::from_chars(step.data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? number : 0;
}

/// How many bytes at the beginning of a text say in words that there is no value.
std::size_t size_of_null(std::string_view text) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    const bool ends = text.size() == word.size() ||
                      (text.size() > word.size() &&
                       std::string_view(" \t\n,]}").find(text[word.size()]) != kNowhere);
    if (ends && text.substr(0, word.size()) == word) return word.size();
  }
  return 0;
}

}  // namespace

std::string_view parent_path(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
}

std::string_view last_step(std::string_view path) { return path.substr(path.rfind('.') + 1); }

YamlSpans::YamlSpans(std::shared_ptr<const YamlDocument> document)
    : document_(std::move(document)) {
  note_parents();
}

Result<YamlSpans> YamlSpans::parse(std::string text, const std::string& path) {
  DiagnosticSink sink;
  const auto source = take_source(path, std::move(text), sink);
  auto document = source == nullptr ? nullptr : YamlDocument::parse(source, sink);
  if (document != nullptr && !sink.has_errors()) return YamlSpans(std::move(document));
  const Diagnostic& finding = sink.sorted().front();
  const std::string line = std::to_string(finding.position.line);
  return refuse("refused.yaml", {{"line", line}, {"reason", finding.message}},
                "line " + line + ": " + finding.message);
}

Result<YamlSpans> YamlSpans::after(const TextEdit& edit) const {
  if (edit.changes.empty()) return *this;
  std::string after = applied(edit, text());
  std::vector<TextStretch> stretches;
  stretches.reserve(edit.changes.size());
  for (const TextChange& change : edit.changes)
    stretches.push_back({change.at, change.removed.size(), change.inserted.size()});
  const std::string& path = document_->source()->path;
  DiagnosticSink sink;
  const std::size_t size = after.size();
  // A copy goes in: what cannot be read in part is read as a whole.
  if (const auto source = take_source(path, after, sink);
      source != nullptr && source->text.size() == size) {
    if (auto document = document_->reread(source, stretches)) return YamlSpans(std::move(document));
  }
  return parse(std::move(after), path);
}

void YamlSpans::note_parents() {
  parent_.assign(document_->size(), kNoNode);
  for (YamlNode node = 0; node < document_->size(); ++node) {
    for (YamlNode child = document_->first(node); child != kNoNode; child = document_->next(child))
      parent_[child] = node;
  }
}

YamlNode YamlSpans::value(YamlNode map, std::string_view key) const {
  if (document_->kind(map) != YamlKind::map) return kNoNode;
  for (YamlNode name = document_->first(map); name != kNoNode;) {
    const YamlNode found = document_->next(name);
    if (document_->text(name) == key) return found;
    name = document_->next(found);
  }
  return kNoNode;
}

YamlNode YamlSpans::key_of(YamlNode map, YamlNode value) const {
  if (document_->kind(map) != YamlKind::map) return kNoNode;
  for (YamlNode name = document_->first(map); name != kNoNode;) {
    const YamlNode found = document_->next(name);
    if (found == value) return name;
    name = document_->next(found);
  }
  return kNoNode;
}

std::vector<YamlNode> YamlSpans::items(YamlNode list) const {
  std::vector<YamlNode> all;
  if (document_->kind(list) != YamlKind::sequence) return all;
  for (YamlNode item = document_->first(list); item != kNoNode; item = document_->next(item))
    all.push_back(item);
  return all;
}

YamlNode YamlSpans::find(std::string_view path) const {
  YamlNode node = document_->root();
  while (!path.empty() && node != kNoNode) {
    const std::string_view step = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(path.size(), step.size() + 1));
    if (document_->kind(node) != YamlKind::sequence) {
      node = value(node, step);
      continue;
    }
    const std::vector<YamlNode> list = items(node);
    const auto named = std::find_if(list.begin(), list.end(), [&](YamlNode item) {
      const YamlNode id = value(item, "id");
      return id != kNoNode && document_->text(id) == step;
    });
    const std::size_t number = number_of(step);
    node = named != list.end()                    ? *named
           : number >= 1 && number <= list.size() ? list[number - 1]
                                                  : kNoNode;
  }
  return node;
}

bool YamlSpans::in_brackets(YamlNode node) const {
  for (; node != kNoNode; node = parent_[node]) {
    const YamlKind kind = document_->kind(node);
    if (kind != YamlKind::map && kind != YamlKind::sequence) continue;
    const char sign = text()[std::min(document_->offset(node), text().size() - 1)];
    if (sign == '{' || sign == '[') return true;
  }
  return false;
}

std::size_t YamlSpans::line_begin(std::size_t at) const {
  return at == 0 ? 0 : text().rfind('\n', at - 1) + 1;  // npos + 1 is 0
}

std::size_t YamlSpans::line_end(std::size_t at) const {
  const std::size_t end = text().find('\n', at);
  return end == kNowhere ? text().size() : end;
}

std::size_t YamlSpans::column(YamlNode node) const {
  const std::size_t at = document_->offset(node);
  return at - line_begin(at);
}

ScalarStyle YamlSpans::style(YamlNode scalar) const {
  const std::size_t at = document_->offset(scalar);
  if (at >= text().size() || document_->kind(scalar) == YamlKind::null) return ScalarStyle::plain;
  switch (text()[at]) {
    case '"': return ScalarStyle::double_quoted;
    case '\'': return ScalarStyle::single_quoted;
    case '|':
    case '>': return ScalarStyle::block;
    default: return ScalarStyle::plain;
  }
}

std::size_t YamlSpans::scalar_end(YamlNode scalar) const {
  const std::size_t begin = document_->offset(scalar);
  if (document_->kind(scalar) == YamlKind::null)
    return begin + size_of_null(std::string_view(text()).substr(begin));
  switch (style(scalar)) {
    case ScalarStyle::block: return block_end(begin, scalar);
    case ScalarStyle::plain: return plain_end(begin, scalar);
    default: break;
  }
  return quoted_end(begin);
}

// Behind the quote that ends what begins with one at `begin`. In single quotes two of them stand
// for one, in double quotes a backslash takes the next sign's meaning away.
std::size_t YamlSpans::quoted_end(std::size_t begin) const {
  const char quote = text()[begin];
  for (std::size_t i = begin + 1; i < text().size(); ++i) {
    if (quote == '"' && text()[i] == '\\') {
      ++i;
    } else if (text()[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text().size() && text()[i + 1] == quote;
      if (!doubled) return i + 1;
      ++i;
    }
  }
  return text().size();
}

// A plain scalar ends before a remark, at the end of its line, in brackets also before their signs;
// a following line that is indented more than the key goes on with it.
std::size_t YamlSpans::plain_end(std::size_t begin, YamlNode scalar) const {
  const bool flow = in_brackets(scalar);
  const YamlNode parent = parent_[scalar];
  const std::size_t outer = parent == kNoNode ? 0 : column(parent);
  std::size_t end = begin;
  for (std::size_t line = begin; line < text().size();) {
    const std::size_t stop = line_end(line);
    std::size_t i = line;
    for (; i < stop; ++i) {
      const char c = text()[i];
      if (c == '#' && i > 0 && (is_blank(text()[i - 1]) || i == line)) break;
      if (c == ':' && (i + 1 == stop || is_blank(text()[i + 1]))) break;
      if (flow && (c == ',' || c == ']' || c == '}' || c == '[' || c == '{')) break;
    }
    std::size_t last = i;
    while (last > line && is_blank(text()[last - 1])) --last;
    if (last > line) end = last;
    if (i < stop || stop == text().size()) return end;
    // Empty lines in between belong to it where it goes on behind them.
    std::size_t next = stop + 1;
    while (next < text().size() && line_end(next) == next) ++next;
    std::size_t content = next;
    while (content < text().size() && is_blank(text()[content])) ++content;
    const bool goes_on =
        content < text().size() && text()[content] != '#' && (flow || content - next > outer);
    if (!goes_on) return end;
    line = content;
  }
  return end;
}

std::size_t YamlSpans::block_end(std::size_t begin, YamlNode scalar) const {
  const YamlNode parent = parent_[scalar];
  const std::size_t outer = parent == kNoNode ? 0 : column(parent);
  std::size_t end = line_end(begin);
  for (std::size_t line = end + 1; line < text().size(); line = line_end(line) + 1) {
    const std::size_t stop = line_end(line);
    std::size_t content = line;
    while (content < stop && text()[content] == ' ') ++content;
    if (content == stop) continue;
    if (content - line <= outer) break;
    end = stop;
  }
  return end;
}

std::size_t YamlSpans::brackets_end(std::size_t begin) const {
  int depth = 0;
  for (std::size_t i = begin; i < text().size(); ++i) {
    const char c = text()[i];
    const bool word_begins = i == begin || is_blank(text()[i - 1]) ||
                             std::string_view("{[,:\n").find(text()[i - 1]) != kNowhere;
    if ((c == '"' || c == '\'') && word_begins) {
      i = quoted_end(i) - 1;
    } else if (c == '#' && is_blank(text()[i - 1])) {
      i = line_end(i);
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return text().size();
}

Span YamlSpans::span(YamlNode node) const {
  const std::size_t begin = document_->offset(node);
  const YamlKind kind = document_->kind(node);
  if (kind == YamlKind::scalar || kind == YamlKind::null) return {begin, scalar_end(node)};
  if (begin < text().size() && (text()[begin] == '{' || text()[begin] == '['))
    return {begin, brackets_end(begin)};
  YamlNode last = kNoNode;
  for (YamlNode child = document_->first(node); child != kNoNode; child = document_->next(child))
    last = child;
  return {begin, last == kNoNode ? begin : span(last).end};
}

/// Behind the line end of a part that ends at `end`, a remark on its last line included.
std::size_t YamlSpans::behind_lines(std::size_t end) const {
  const std::size_t stop = line_end(end);
  return std::min(stop + 1, text().size());
}

/// Up to the first of the lines of remarks right above, in the same column.
std::size_t YamlSpans::above_remarks(std::size_t begin, std::size_t column) const {
  while (begin > 0) {
    const std::size_t above = line_begin(begin - 1);
    std::size_t content = above;
    while (content < begin && is_blank(text()[content])) ++content;
    if (text()[content] != '#' || content - above != column) break;
    begin = above;
  }
  return begin;
}

Span YamlSpans::item_lines(YamlNode list, std::size_t index) const {
  const std::vector<YamlNode> all = items(list);
  // The "-" may stand on a line of its own.
  const std::size_t dash = line_begin(text().rfind('-', document_->offset(all[index])));
  return {above_remarks(dash, column(list)), behind_lines(span(all[index]).end)};
}

Span YamlSpans::entry_lines(YamlNode map, YamlNode key) const {
  const std::size_t begin = line_begin(document_->offset(key));
  return {above_remarks(begin, column(map)), behind_lines(span(document_->next(key)).end)};
}

}  // namespace mot
