// Chapbook's inserts, modifiers and variables.
#include <algorithm>

#include "engine/base/trim.h"
#include "engine/interchange/twine_reader.h"

namespace mot::twine {

bool PassageReader::read_modifier() {
  const std::size_t end = text_.find('\n', at_);
  const std::string_view line = trimmed(text_.substr(at_, end - at_));
  if (line.empty() || line.back() != ']') return false;
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
    ++at_;  // takes out line ends, and nothing else
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
    leave_out(form ? "form" : inside.find(':') == kNowhere ? "variable" : "macro", whole);
  }
}

void PassageReader::skip_chapbook_variables() {
  std::size_t end = text_.rfind("--\n", 0) == 0 ? 0 : text_.find("\n--\n");
  if (end == kNowhere) return;
  if (end > 0) leave_out("macro", text_.substr(0, end));
  at_ = text_.find('\n', end + 1) + 1;
}

}  // namespace mot::twine
