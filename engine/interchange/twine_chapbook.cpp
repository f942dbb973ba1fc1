// Chapbook's inserts, modifiers and variables.
#include <algorithm>

#include "engine/base/trim.h"
#include "engine/interchange/twine_reader.h"

namespace mot::twine {
namespace {

/// What a modifier hides from the player.
enum class Hidden : unsigned char { nothing, script, note };

Hidden hidden_by(std::string_view modifier) {
  constexpr std::array<std::string_view, 2> kScripts{"javascript", "css"};
  constexpr std::array<std::string_view, 6> kNotes{"note", "note to myself", "nb",
                                                   "n.b.", "todo",           "fixme"};
  Hidden hidden = Hidden::nothing;
  while (!modifier.empty()) {
    const std::size_t end = std::min(modifier.find(';'), modifier.size());
    const std::string name = folded(trimmed(modifier.substr(0, end)));
    if (is_one_of(name, kScripts)) return Hidden::script;
    if (is_one_of(name, kNotes)) hidden = Hidden::note;
    modifier.remove_prefix(std::min(end + 1, modifier.size()));
  }
  return hidden;
}

/// Whether a line, without the blanks around it, is one.
bool is_modifier(std::string_view line) {
  return line.size() > 2 && line[0] == '[' && line[1] != '[' && line.back() == ']';
}

}  // namespace

std::size_t PassageReader::next_modifier(std::size_t from) const {
  while (from < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', from), text_.size());
    if (is_modifier(trimmed(text_.substr(from, end - from)))) return from;
    from = end + 1;
  }
  return text_.size();
}

bool PassageReader::read_modifier() {
  const std::size_t end = text_.find('\n', at_);
  const std::string_view line = trimmed(text_.substr(at_, end - at_));
  if (!is_modifier(line)) return false;
  const Hidden hidden = hidden_by(line.substr(1, line.size() - 2));
  if (hidden != Hidden::nothing) {
    const std::size_t behind = end == kNowhere ? text_.size() : next_modifier(end + 1);
    leave_out(hidden == Hidden::script ? "script" : "note", text_.substr(at_, behind - at_));
    at_ = behind;
    return true;
  }
  const std::string name = folded(line.substr(1, 3));
  const bool plain = line == "[continue]" || line == "[cont]" || line == "[continued]";
  if (!plain)
    leave_out(name.rfind("if", 0) == 0 || name == "unl" || name == "els" ? "condition" : "macro",
              line);
  at_ = end == kNowhere ? text_.size() : end;
  return true;
}

bool PassageReader::read_brace() {
  if (format_ == TwineFormat::harlowe) {
    braces_.push_back(prose_.size());
    ++at_;
    return true;
  }
  if (format_ != TwineFormat::chapbook) return false;
  const std::size_t end = behind_bracket(text_, at_, '{', '}');
  if (end == kNowhere) return is_unclosed();
  const std::string_view whole = text_.substr(at_, end - at_);
  at_ = end;
  read_insert(whole);
  return true;
}

void PassageReader::read_insert(std::string_view whole) {
  const std::string_view inside = trimmed(whole.substr(1, whole.size() - 2));
  const auto value = [&](std::string_view name) {
    const std::size_t key = inside.find(name);
    const std::size_t quote =
        key == kNowhere ? kNowhere : inside.find_first_of("'\"", key + name.size());
    const std::size_t end = quote == kNowhere ? kNowhere : behind_quotes(inside, quote);
    return end == kNowhere ? std::string() : unescaped(inside.substr(quote + 1, end - quote - 2));
  };
  const std::string target = value("passage:");
  if (inside.rfind("link to:", 0) == 0) {
    const std::string to = value("link to:");
    const std::string label = value("label:");
    add_link({label.empty() ? to : label, to});
  } else if (inside.rfind("reveal link:", 0) == 0 && !target.empty()) {
    add_link({value("reveal link:"), target});
  } else if (inside.rfind("embed passage", 0) == 0) {
    leave_out("include", whole);
  } else if (inside.rfind("back link", 0) == 0 || inside.rfind("restart link", 0) == 0) {
    leave_out("back-link", whole);
  } else if (inside.rfind("embed", 0) == 0 || inside.rfind("ambient", 0) == 0) {
    leave_out("media", whole);
  } else {
    const bool form = inside.find(" for:") != kNowhere;
    if (form || inside.find(':') != kNowhere) {
      leave_out(form ? "form" : "macro", whole);
    } else {
      print_expression(whole, inside);
    }
  }
}

void PassageReader::skip_chapbook_variables() {
  std::size_t end = text_.rfind("--\n", 0) == 0 ? 0 : text_.find("\n--\n");
  if (end == kNowhere) return;
  if (end > 0) leave_out("macro", text_.substr(0, end));
  at_ = text_.find('\n', end + 1) + 1;
}

}  // namespace mot::twine
