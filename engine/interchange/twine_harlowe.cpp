// Harlowe's macros and hooks.
#include <algorithm>

#include "engine/interchange/twine_reader.h"

namespace mot::twine {
namespace {

constexpr std::array<std::string_view, 5> kGoto{"goto", "gotourl", "jump", "clickgoto",
                                                "timedgoto"};
constexpr std::array<std::string_view, 8> kHarloweLinks{
    "linkgoto",     "linkrevealgoto", "clickgoto",         "mouseovergoto",
    "linkstorylet", "mouseoutgoto",   "linkrevealandgoto", "clickgotoonce"};
constexpr std::array<std::string_view, 9> kHookLinks{"link",       "linkreplace",  "linkreveal",
                                                     "linkrepeat", "linkrerun",    "linkappend",
                                                     "click",      "clickreplace", "clickreveal"};

}  // namespace

bool PassageReader::close_hook() {
  if (hooks_ == 0) return false;
  --hooks_;
  ++at_;
  // [text]<name|
  if (starts("<")) {
    const std::size_t bar = text_.substr(0, at_ + 80).find('|', at_);
    const std::string_view name =
        bar == kNowhere ? std::string_view() : text_.substr(at_ + 1, bar - at_ - 1);
    if (!name.empty() && std::all_of(name.begin(), name.end(), is_word)) at_ = bar + 1;
  }
  return true;
}

bool PassageReader::close_brace() {
  if (format_ != TwineFormat::harlowe || braces_.empty()) return false;
  std::replace(prose_.begin() + static_cast<std::ptrdiff_t>(braces_.back()), prose_.end(), '\n',
               ' ');
  braces_.pop_back();
  ++at_;
  return true;
}

bool PassageReader::read_hook_name() {
  if (format_ != TwineFormat::harlowe) return false;
  std::size_t i = at_ + 1;
  while (i < text_.size() && is_word(text_[i])) ++i;
  const bool named = i > at_ + 1 && i + 1 < text_.size() && (text_[i] == '>' || text_[i] == ')') &&
                     text_[i + 1] == '[';
  if (!named) return false;
  at_ = i + 1;
  return true;
}

bool PassageReader::read_harlowe() {
  if (format_ != TwineFormat::harlowe && format_ != TwineFormat::unknown) return false;
  std::size_t i = at_ + 1;
  while (i < text_.size() && (is_word(text_[i]) || text_[i] == '-')) ++i;
  if (i == at_ + 1 || i >= text_.size() || text_[i] != ':') return false;
  const std::string name = folded(text_.substr(at_ + 1, i - at_ - 1));
  const bool links =
      is_one_of(name, kHarloweLinks) || is_one_of(name, kGoto) || name == "set" || name == "if";
  if (format_ == TwineFormat::unknown && !links) return false;
  const std::size_t end = behind_bracket(text_, at_, '(', ')');
  if (end == kNowhere) return is_unclosed();
  const std::string_view whole = text_.substr(at_, end - at_);
  const std::vector<Argument> arguments = arguments_of(text_.substr(i + 1, end - i - 2));
  at_ = end;
  if (is_one_of(name, kHarloweLinks)) {
    read_harlowe_link(whole, arguments);
  } else if (name == "goto") {
    read_jump(whole, arguments);
  } else if (name == "print") {
    read_print(whole, arguments);
  } else if (is_one_of(name, kHookLinks)) {
    read_hook_link(whole, arguments);
  } else {
    leave_out_macro(name, whole);
    skip_to_hook();
  }
  return true;
}

void PassageReader::skip_to_hook() {
  std::size_t i = at_;
  const auto skip_blanks = [&] {
    while (i < text_.size() && (text_[i] == ' ' || text_[i] == '\t')) ++i;
  };
  skip_blanks();
  if (i < text_.size() && text_[i] == '+') {
    ++i;
    skip_blanks();
    if (i < text_.size() && text_[i] == '(') at_ = i;
    return;
  }
  if (i < text_.size() && text_[i] == '[' && text_.substr(i, 2) != "[[") at_ = i;
}

void PassageReader::read_harlowe_link(std::string_view whole,
                                      const std::vector<Argument>& arguments) {
  const bool texts =
      !arguments.empty() && std::all_of(arguments.begin(), arguments.end(), [](const Argument& a) {
        return a.kind == Argument::Kind::text ||
               (a.kind == Argument::Kind::word && a.value[0] == '?');
      });
  if (!texts || arguments.back().kind != Argument::Kind::text) {
    leave_out("computed-link", whole);
    if (!arguments.empty() && arguments[0].kind == Argument::Kind::text)
      prose_ += arguments[0].value;
    return;
  }
  const bool of_hook = arguments[0].kind == Argument::Kind::word;
  const std::string& target = arguments.back().value;
  add_link({of_hook ? target : plain_text(arguments[0].value), target});
}

void PassageReader::read_hook_link(std::string_view whole, const std::vector<Argument>& arguments) {
  skip_to_hook();
  const bool has_hook = starts("[") && !starts("[[");
  const bool reads_hook = has_hook && depth_ < kDeepest;
  const std::size_t end = reads_hook ? behind_bracket(text_, at_, '[', ']') : kNowhere;
  const bool named = !arguments.empty() && arguments[0].kind == Argument::Kind::text;
  const std::string text = named ? plain_text(arguments[0].value) : std::string();
  if (end == kNowhere) {
    leave_out("macro", whole);
    prose_ += text;
    return;
  }
  TwineText inner = PassageReader(text_.substr(at_ + 1, end - at_ - 2), format_, depth_ + 1).read();
  at_ = end;
  for (const TwineLeftOut& left : inner.left_out) leave_out(left.kind, left.what);
  if (!inner.jump.empty()) {
    add_link({text, inner.jump});
    return;
  }
  leave_out("macro", whole);
  prose_ += text + "\n" + inner.prose;
  for (TwineLink& link : inner.links) add_link(std::move(link));
}

}  // namespace mot::twine
