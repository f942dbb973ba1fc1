// SugarCube's macros.
#include <algorithm>

#include "engine/base/trim.h"
#include "engine/interchange/twine_reader.h"

namespace mot::twine {
namespace {

constexpr std::array<std::string_view, 7> kConditions{"if",   "unless", "elseif", "else",
                                                      "cond", "switch", "case"};
constexpr std::array<std::string_view, 6> kPrints{"print", "=", "-", "num", "str", "text"};
constexpr std::array<std::string_view, 9> kBacks{"return",    "back",     "undo",
                                                 "linkundo",  "restart",  "reload",
                                                 "clickundo", "iconundo", "iconrestart"};
constexpr std::array<std::string_view, 4> kIncludes{"display", "include", "embed", "redirect"};
constexpr std::array<std::string_view, 14> kForms{
    "textbox",  "textarea", "checkbox", "radiobutton", "listbox",   "cycle",   "cyclinglink",
    "dropdown", "input",    "inputbox", "prompt",      "numberbox", "seqlink", "forceinput"};
constexpr std::array<std::string_view, 4> kUnseen{"script", "silently", "style", "widget"};

}  // namespace

std::size_t PassageReader::macro_end(std::size_t at) const {
  const std::string_view text = text_.substr(0, at + kLongestPiece);
  for (std::size_t i = at + 2; i + 1 < text.size(); ++i) {
    if (text[i] == '"' || text[i] == '\'') {
      const std::size_t end = behind_quotes(text, i);
      if (end != kNowhere && text.substr(i, end - i).find('\n') == kNowhere) i = end - 1;
    } else if (text[i] == '>' && text[i + 1] == '>') {
      return i;
    }
  }
  return kNowhere;
}

bool PassageReader::read_sugarcube() {
  const std::size_t end = macro_end(at_);
  if (end == kNowhere) return is_unclosed();
  const std::string_view whole = text_.substr(at_, end + 2 - at_);
  const std::string_view inside = trimmed(text_.substr(at_ + 2, end - at_ - 2));
  std::size_t length = 0;
  while (length < inside.size() &&
         (is_word(inside[length]) || (length > 0 && inside[length] == '-')))
    ++length;
  const bool sign = length == 0 && !inside.empty();
  if (sign) length = 1;
  const std::string name = sign ? std::string(1, inside[0]) : folded(inside.substr(0, length));
  const std::string_view rest = inside.substr(length);
  const std::size_t from = at_;
  at_ = end + 2;
  if (inside.empty() || inside[0] == '/') return true;
  if (is_one_of(name, kUnseen)) {
    at_ = behind_macro(name);
    leave_out(name == "silently" ? "macro" : "script", text_.substr(from, at_ - from));
  } else if (name == "link" || name == "button" || name == "linkreplace" || name == "linkappend" ||
             name == "linkprepend" || name == "click") {
    read_link_macro(name, whole, arguments_of(rest));
  } else if (name == "choice" || name == "actions") {
    read_choices(name, arguments_of(rest));
  } else if (name == "goto") {
    read_jump(whole, arguments_of(rest));
  } else if (is_one_of(name, kPrints)) {
    read_print(whole, arguments_of(rest));
  } else {
    leave_out_macro(name, whole);
  }
  return true;
}

// A text is the text; of a variable its name stands there; what is computed goes.
void PassageReader::read_print(std::string_view whole, const std::vector<Argument>& arguments) {
  const bool one = arguments.size() == 1;
  if (one && arguments[0].kind == Argument::Kind::text) {
    prose_ += plain_text(arguments[0].value);
    return;
  }
  const bool variable = one && arguments[0].kind == Argument::Kind::word &&
                        (arguments[0].value[0] == '$' || arguments[0].value[0] == '_');
  print_expression(whole, variable ? std::string_view(arguments[0].value) : std::string_view());
}

bool PassageReader::read_styled() {
  if (format_ != TwineFormat::sugarcube || !starts("@@")) return false;
  at_ += 2;
  styled_ = !styled_;
  while (styled_) {
    const std::size_t end = text_.find_first_of(";@\n", at_);
    if (end == kNowhere || text_[end] != ';') break;
    const std::string_view style = text_.substr(at_, end - at_);
    const bool is_style =
        !style.empty() && (style[0] == '.' || style[0] == '#' || style.find(':') != kNowhere);
    if (!is_style) break;
    at_ = end + 1;
  }
  return true;
}

void PassageReader::leave_out_macro(const std::string& name, std::string_view whole) {
  const std::string_view kind = is_one_of(name, kConditions)               ? "condition"
                                : name.empty()                             ? "variable"
                                : is_one_of(name, kBacks)                  ? "back-link"
                                : is_one_of(name, kIncludes)               ? "include"
                                : is_one_of(name, kForms)                  ? "form"
                                : name == "audio" || name == "masteraudio" ? "media"
                                                                           : "macro";
  const bool turns = name == "else" || name == "elseif" || name == "case" || name == "default";
  if (turns) prose_ += '\n';
  if (name == "else" || name == "default" || name == "endif" || name == "nobr") return;
  leave_out(kind, whole);
}

std::size_t PassageReader::behind_macro(const std::string& name) {
  if (depth_ >= kDeepest || unclosed_bodies_ >= kMostUnclosedTags) return at_;
  const std::string_view near = text_.substr(0, at_ + kLongestPiece);
  const std::size_t first = std::min(near.find("<</" + name, at_), near.find("<<end" + name, at_));
  if (first == kNowhere) {
    ++unclosed_bodies_;
    return at_;
  }
  const std::size_t behind = near.find(">>", first);
  return behind == kNowhere ? at_ : behind + 2;
}

std::string PassageReader::words_of(const Argument& argument, std::string_view whole) {
  if (argument.kind != Argument::Kind::code) return argument.value;
  CodeText words = text_of_code(argument.value);
  leave_out(words.whole ? "variable" : "computed-text", whole);
  return std::move(words.text);
}

std::string PassageReader::target_of(const Argument& argument) {
  return argument.kind == Argument::Kind::code ? "`" + argument.value + "`" : argument.value;
}

void PassageReader::read_link_macro(const std::string& name,
                                    std::string_view whole,
                                    const std::vector<Argument>& arguments) {
  TwineLink link;
  if (!arguments.empty() && arguments[0].kind == Argument::Kind::link) {
    link = link_in(arguments[0].value);
  } else if (!arguments.empty()) {
    link.text = plain_text(words_of(arguments[0], whole));
    if (arguments.size() > 1) link.target = target_of(arguments[1]);
  }
  const std::size_t begin = at_;
  const std::size_t behind = behind_macro(name);
  if (behind > begin) {
    const std::string_view body = text_.substr(begin, behind - begin);
    TwineText inner = PassageReader(body.substr(0, body.rfind("<<")), format_, depth_ + 1).read();
    if (link.target.empty()) link.target = inner.jump;
    for (const TwineLeftOut& left : inner.left_out) leave_out(left.kind, left.what);
    for (TwineLink& nested : inner.links) add_link(std::move(nested));
    if (link.target.empty() && !inner.prose.empty()) prose_ += link.text + "\n" + inner.prose;
    at_ = behind;
  }
  if (link.target.empty()) {
    leave_out("macro", whole);
  } else {
    add_link(std::move(link));
  }
}

void PassageReader::read_choices(const std::string& name, const std::vector<Argument>& arguments) {
  std::vector<std::string> texts;
  for (const Argument& argument : arguments) {
    if (argument.kind == Argument::Kind::link) {
      add_link(link_in(argument.value));
    } else {
      texts.push_back(target_of(argument));
    }
  }
  if (name == "choice" && !texts.empty()) {
    add_link({texts.size() > 1 ? texts[1] : texts[0], texts[0]});
  } else {
    for (const std::string& text : texts) add_link({text, text});
  }
}

void PassageReader::read_jump(std::string_view whole, const std::vector<Argument>& arguments) {
  std::string target;
  if (arguments.size() == 1 && arguments[0].kind == Argument::Kind::text)
    target = arguments[0].value;
  if (arguments.size() == 1 && arguments[0].kind == Argument::Kind::link)
    target = link_in(arguments[0].value).target;
  if (target.empty() || !out_.jump.empty()) {
    leave_out("computed-link", whole);
  } else {
    out_.jump = target;
  }
}

}  // namespace mot::twine
