#include "engine/authoring/rename_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "engine/authoring/span_edits.h"

namespace mot {
namespace {

/// Replaces scalars below a node.
class Renamer {
 public:
  explicit Renamer(const YamlSpans& spans) : spans_(spans) {}

  /// Calls rename(key, text, node) for every scalar behind a key; what comes back other than the
  /// text takes its place.
  template <class Rename>
  Renamer& below(YamlNode node, const Rename& rename) {
    visit(node, {}, rename);
    return *this;
  }
  TextEdit edit() { return in_order(std::move(changes_)); }

 private:
  template <class Rename>
  void visit(YamlNode node, std::string_view key, const Rename& rename) {
    const YamlDocument& document = spans_.document();
    switch (document.kind(node)) {
      case YamlKind::map:
        for (YamlNode name = document.first(node); name != kNoNode;) {
          const YamlNode value = document.next(name);
          // The names below `set` are variables, and what is set an expression.
          visit(value, key == "set" ? "set" : document.text(name), rename);
          name = document.next(value);
        }
        return;
      case YamlKind::sequence:
        for (YamlNode item = document.first(node); item != kNoNode; item = document.next(item))
          visit(item, key, rename);
        return;
      case YamlKind::null: return;
      case YamlKind::scalar: break;
    }
    const std::string old(document.text(node));
    const std::string renamed = rename(key, old, node);
    if (renamed == old) return;
    changes_.push_back(replacing(spans_, spans_.span(node),
                                 in_style_of(spans_, node, spans_.column(node), renamed)));
  }

  const YamlSpans& spans_;
  std::vector<TextChange> changes_;
};

bool is_id_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// The argument of every `function(…)` put through `rename`.
template <class Rename>
std::string rename_in_calls(std::string text, std::string_view function, const Rename& rename) {
  for (std::size_t found = text.find(function); found != std::string::npos;
       found = text.find(function, found + 1)) {
    std::size_t begin = found + function.size();
    while (begin < text.size() && text[begin] == ' ') ++begin;
    if (begin >= text.size() || text[begin] != '(') continue;
    ++begin;
    while (begin < text.size() && text[begin] == ' ') ++begin;
    std::size_t end = begin;
    while (end < text.size() && is_id_sign(text[end])) ++end;
    text.replace(begin, end - begin, rename(text.substr(begin, end - begin)));
  }
  return text;
}

bool is_condition_key(std::string_view key) { return key == "when" || key == "set"; }

/// The new name of a moment, or of "moment.response" that of its moment.
std::string by_names(const std::string& name, const std::map<std::string, std::string>& names) {
  const std::size_t dot = std::min(name.find('.'), name.size());
  const auto found = names.find(name.substr(0, dot));
  return found == names.end() ? name : found->second + name.substr(dot);
}

/// A target or a condition with the names of moments put through `renamed`: "id", "id.response".
template <class Rename>
std::string with_moments_renamed(std::string_view key,
                                 const std::string& text,
                                 const Rename& renamed) {
  if (key == "next" || key == "go" || key == "start" || key == "where") return renamed(text);
  if (!is_condition_key(key)) return text;
  return rename_in_calls(rename_in_calls(text, "visited", renamed), "chose", renamed);
}

/// Whether a key of a translation is a path, or below it.
bool is_at(std::string_view key, std::string_view path) {
  return key.starts_with(path) && (key.size() == path.size() || key[path.size()] == '.');
}

/// Takes names out of an outermost map of a translation, and the map where nothing else is in it.
std::vector<TextChange> without_names(const YamlSpans& spans,
                                      YamlNode map,
                                      const std::set<std::string, std::less<>>& names) {
  const YamlDocument& document = spans.document();
  std::vector<TextChange> changes;
  bool others = false;
  for (YamlNode name = document.first(map); name != kNoNode;) {
    const YamlNode value = document.next(name);
    const YamlNode following = document.next(value);
    if (names.count(document.text(name)) == 0) {
      others = true;
    } else if (!spans.in_brackets(map)) {
      changes.push_back(replacing(spans, spans.entry_lines(map, name), ""));
    } else {
      // A comma may stand behind the last one.
      const std::size_t end =
          following == kNoNode ? spans.span(value).end : document.offset(following);
      changes.push_back(replacing(spans, {document.offset(name), end}, ""));
    }
    name = following;
  }
  if (changes.empty() || others) return changes;
  const YamlNode root = document.root();
  return {replacing(spans, spans.entry_lines(root, spans.key_of(root, map)), "")};
}

}  // namespace

Result<TextEdit> rename_moment(const YamlSpans& spans,
                               std::string_view id,
                               std::string_view new_id) {
  const YamlNode moment = spans.find(fmt::format("moments.{}", id));
  const YamlNode own = moment == kNoNode ? kNoNode : spans.value(moment, "id");
  if (own == kNoNode) return no_place(id);
  if (auto why = why_not_free(spans, "moments", new_id))
    return tl::unexpected<Refusal>(*std::move(why));
  const std::map<std::string, std::string> names{{std::string(id), std::string(new_id)}};
  const auto renamed = [&](const std::string& name) { return by_names(name, names); };
  return Renamer(spans)
      .below(spans.document().root(),
             [&](std::string_view key, const std::string& text, YamlNode node) {
               return node == own ? std::string(new_id) : with_moments_renamed(key, text, renamed);
             })
      .edit();
}

Result<TextEdit> rename_response(const YamlSpans& spans,
                                 std::string_view moment,
                                 std::string_view id,
                                 std::string_view new_id) {
  const std::string list = fmt::format("moments.{}.responses", moment);
  const YamlNode response = spans.find(fmt::format("{}.{}", list, id));
  const YamlNode own = response == kNoNode ? kNoNode : spans.value(response, "id");
  if (own == kNoNode) return no_place(id);
  if (auto why = why_not_free(spans, list, new_id)) return tl::unexpected<Refusal>(*std::move(why));
  const YamlNode timeout = spans.find(fmt::format("moments.{}.on_timeout", moment));
  const std::string name = fmt::format("{}.{}", moment, id);
  const std::string new_name = fmt::format("{}.{}", moment, new_id);
  const auto renamed = [&](const std::string& text) { return text == name ? new_name : text; };
  return Renamer(spans)
      .below(spans.document().root(),
             [&](std::string_view key, const std::string& text, YamlNode node) {
               if (node == own || (node == timeout && text == id)) return std::string(new_id);
               if (key == "where") return renamed(text);
               return is_condition_key(key) ? rename_in_calls(text, "chose", renamed) : text;
             })
      .edit();
}

TextEdit rename_inside(const YamlSpans& spans,
                       const std::vector<std::string>& moments,
                       const std::map<std::string, std::string>& names) {
  Renamer renamer(spans);
  const auto renamed = [&](const std::string& name) { return by_names(name, names); };
  for (const std::string& moment : moments) {
    const YamlNode node = spans.find("moments." + moment);
    if (node == kNoNode) continue;
    renamer.below(node, [&](std::string_view key, const std::string& text, YamlNode /*scalar*/) {
      return with_moments_renamed(key, text, renamed);
    });
  }
  return renamer.edit();
}

TextEdit rename_paths(const YamlSpans& translation, std::string_view path, std::string_view to) {
  const YamlDocument& document = translation.document();
  std::vector<TextChange> changes;
  std::set<std::string, std::less<>> moved;  // new names, of the texts and then also of the marks
  for (const char* list : {"texts", "sources"}) {
    const YamlNode map = translation.find(list);
    if (!translation.is(map, YamlKind::map)) continue;
    for (YamlNode name = document.first(map); name != kNoNode;
         name = document.next(document.next(name))) {
      const std::string_view key = document.text(name);
      if (!is_at(key, path)) continue;
      const std::string renamed = fmt::format("{}{}", to, key.substr(path.size()));
      changes.push_back(
          replacing(translation, translation.span(name),
                    in_style_of(translation, name, translation.column(map), renamed)));
      moved.insert(renamed);
    }
    const std::vector<TextChange> out = without_names(translation, map, moved);
    changes.insert(changes.end(), out.begin(), out.end());
  }
  return in_order(std::move(changes));
}

}  // namespace mot
