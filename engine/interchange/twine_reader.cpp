// What stands in passages of every format: links, pictures, tags, entities, variables.
#include "engine/interchange/twine_reader.h"

#include <algorithm>
#include <cctype>

#include "engine/base/trim.h"

namespace mot::twine {
namespace {

/// Whether all that stands behind a tag's name are attributes with values.
bool are_attributes(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n/";
  for (std::size_t i = 0; i < text.size();) {
    if (kBlanks.find(text[i]) != kNowhere) {
      ++i;
      continue;
    }
    const std::size_t equals = text.find('=', i);
    if (equals == kNowhere || text.substr(i, equals - i).find_first_of(" \n[\"'") != kNowhere)
      return false;
    i = equals + 1;
    const bool quoted = i < text.size() && (text[i] == '"' || text[i] == '\'');
    const std::size_t end = quoted ? text.find(text[i], i + 1) : text.find_first_of(kBlanks, i);
    i = end == kNowhere ? text.size() : end + 1;
  }
  return true;
}

/// Whether what tag_at found is a tag, and not a '<' in a sentence: a link or a line end before the
/// next '>' speaks against it.
bool is_tag(const MarkupTag& tag, std::string_view whole) {
  if (whole.substr(0, 4) == "<!--")
    return whole.size() > 6 && whole.substr(whole.size() - 3) == "-->";
  if (tag.name.empty())
    return whole.back() == '>' && whole.find('\n') == kNowhere && whole.find("[[") == kNowhere;
  char quote = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const char c = whole[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && whole[i - 1] == '=') {
      quote = c;
    } else if (c == '\n' || whole.substr(i, 2) == "[[") {
      return are_attributes(tag.attributes);
    }
  }
  return true;
}

/// Without the lines on which nothing is left of a list but its sign: a link stood there.
std::string without_bare_bullets(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    const std::string_view line = trimmed(text.substr(0, end + 1));
    const bool bullet =
        line == "*" || line == "-" || line == "+" || line == "#" || line == "•" || line == ">";
    const bool number = line.size() > 1 && (line.back() == '.' || line.back() == ')') &&
                        line.find_first_not_of("0123456789") == line.size() - 1;
    if (!bullet && !number) out += text.substr(0, end + 1);
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

TwineText PassageReader::read() {
  if (format_ == TwineFormat::chapbook) skip_chapbook_variables();
  while (at_ < text_.size()) {
    if (!read_piece()) prose_ += text_[at_++];
  }
  const std::string words = without_marks(prose_);
  out_.prose = tidied_words(out_.links.empty() ? words : without_bare_bullets(words));
  return std::move(out_);
}

bool PassageReader::is_unclosed() {
  ++unclosed_;
  return false;
}

bool PassageReader::starts(std::string_view with) const {
  return text_.substr(at_, with.size()) == with;
}

void PassageReader::leave_out(std::string_view kind, std::string_view what) {
  TwineLeftOut left{kind, std::string(trimmed(what))};
  if (left_out_before_.insert(left.what).second) out_.left_out.push_back(std::move(left));
}

void PassageReader::add_link(TwineLink link) {
  if (link.target.empty()) return;
  if (link.text.empty()) link.text = link.target;
  const bool computed = link.target[0] == '$' || link.target[0] == '_' || link.target[0] == '`' ||
                        link.target.find("either(") != std::string::npos;
  if (computed && format_ != TwineFormat::chapbook) {
    leave_out("computed-link", link.text + " -> " + link.target);
    prose_ += link.text;
    return;
  }
  const std::string& target = link.target;
  if (target.rfind("http://", 0) == 0 || target.rfind("https://", 0) == 0) {
    leave_out("web-link", target);
    prose_ += link.text;
    return;
  }
  if (linked_before_.insert(link.text + '\n' + link.target).second)
    out_.links.push_back(std::move(link));
}

bool PassageReader::read_piece() {
  if (unclosed_ >= kMostUnclosedTags) return false;
  if (read_verbatim()) return true;
  switch (text_[at_]) {
    case '[': return read_square();
    case ']': return close_hook();
    case '<': return read_angle();
    case '(': return read_harlowe();
    case '{': return read_brace();
    case '}': return close_brace();
    case '@': return read_styled();
    case '&': return read_entity();
    case '/': return read_comment();
    case '$': return read_variable();
    case '|': return read_hook_name();
    case '\\': return read_line_joint();
    default: return false;
  }
}

bool PassageReader::read_square() {
  if (starts("[img[") || starts("[<img[") || starts("[>img[")) return read_picture();
  if (starts("[[")) return read_link();
  if (format_ == TwineFormat::chapbook && at_line_start()) return read_modifier();
  if (format_ != TwineFormat::harlowe) return false;
  // A hook: only its brackets go.
  ++hooks_;
  ++at_;
  return true;
}

bool PassageReader::at_line_start() const { return at_ == 0 || text_[at_ - 1] == '\n'; }

bool PassageReader::read_link() {
  const std::size_t end = text_.substr(0, at_ + kLongestPiece).find("]]", at_ + 2);
  if (end == kNowhere) return is_unclosed();
  const std::string_view inside = text_.substr(at_ + 2, end - at_ - 2);
  if (const std::size_t setter = inside.find("]["); setter != kNowhere)
    leave_out("macro", inside.substr(setter + 2));
  at_ = end + 2;
  // [[text->target][setter]] has its last bracket behind the setter.
  add_link(link_in(inside));
  return true;
}

bool PassageReader::read_picture() {
  const std::size_t end = text_.substr(0, at_ + kLongestPiece).find("]]", at_);
  if (end == kNowhere) return is_unclosed();
  const std::string_view all = text_.substr(at_, end + 2 - at_);
  const std::string_view inside = all.substr(all.find("img[") + 4);
  const std::size_t middle = inside.find("][");
  leave_out("media", inside.substr(0, std::min(middle, inside.find(']'))));
  if (middle != kNowhere) {
    const std::string_view rest = inside.substr(middle + 2);
    const std::string_view target = trimmed(rest.substr(0, rest.find(']')));
    add_link({std::string(target), std::string(target)});
  }
  at_ = end + 2;
  return true;
}

bool PassageReader::read_angle() {
  if (starts("<<")) return read_sugarcube();
  if (starts("<%")) return read_snowman();
  return read_tag();
}

bool PassageReader::read_snowman() {
  const std::size_t end = text_.find("%>", at_);
  if (end == kNowhere) return is_unclosed();
  const bool prints = starts("<%=") || starts("<%-");
  const std::string_view whole = text_.substr(at_, end + 2 - at_);
  at_ = end + 2;
  if (prints) {
    print_expression(whole, trimmed(whole.substr(3, whole.size() - 5)));
  } else {
    leave_out("script", whole);
  }
  return true;
}

void PassageReader::print_expression(std::string_view whole, std::string_view expression) {
  const bool variable = is_variable(expression);
  leave_out(variable ? "variable" : "computed-text", whole);
  if (variable) prose_ += expression;
}

bool PassageReader::read_tag() {
  const MarkupTag tag = tag_at(text_, at_);
  if (tag.end == 0 || !is_tag(tag, text_.substr(at_, tag.end - at_))) return false;
  const std::size_t from = at_;
  at_ = tag.end;
  if (breaks_line(tag.name)) prose_ += '\n';
  if (tag.closes) return true;
  if (tag.name == "script" || tag.name == "style") {
    at_ = behind_closing(text_, at_, tag.name);
    leave_out("script", text_.substr(from, at_ - from));
  } else if (tag.name == "input" || tag.name == "select" || tag.name == "textarea") {
    leave_out("form", text_.substr(from, tag.end - from));
  } else {
    read_linking_tag(tag, from);
  }
  return true;
}

void PassageReader::read_linking_tag(const MarkupTag& tag, std::size_t from) {
  const std::string target = attribute(tag.attributes, "data-passage");
  const bool is_link = tag.name == "a" || tag.name == "tw-link" || tag.name == "button";
  if (is_link && !target.empty()) {
    const std::size_t behind = behind_closing(text_, at_, tag.name);
    const std::string_view inside = text_.substr(at_, behind - at_);
    add_link({plain_text(inside.substr(0, inside.rfind('<'))), target});
    at_ = behind;
    return;
  }
  std::vector<std::string> media;
  plain_text(text_.substr(from, tag.end - from), &media);
  if (!target.empty()) media.push_back(target);
  for (const std::string& source : media)
    leave_out("media", source.empty() ? std::string_view(tag.name) : std::string_view(source));
}

bool PassageReader::read_entity() {
  constexpr std::size_t kLongest = 12;
  const std::size_t length = text_.substr(at_, kLongest).find(';');
  if (length == kNowhere) return false;
  const std::string_view entity = text_.substr(at_, length + 1);
  const std::string sign = without_entities(entity);
  if (sign == entity) return false;
  prose_ += sign;
  at_ += entity.size();
  return true;
}

bool PassageReader::read_comment() {
  const std::string_view close = starts("/*") ? "*/" : starts("/%") ? "%/" : "";
  if (close.empty() || format_ == TwineFormat::harlowe) return false;
  const std::size_t end = text_.find(close, at_ + 2);
  if (end == kNowhere) return is_unclosed();
  at_ = end + 2;
  return true;
}

bool PassageReader::read_variable() {
  std::size_t i = at_ + 1;
  while (i < text_.size() && is_word(text_[i])) ++i;
  const bool named = i > at_ + 1 && std::isdigit(static_cast<unsigned char>(text_[at_ + 1])) == 0;
  if (!named) return false;
  leave_out("variable", text_.substr(at_, i - at_));
  prose_ += text_.substr(at_, i - at_);
  at_ = i;
  return true;
}

bool PassageReader::read_line_joint() {
  if (!starts("\\\n")) return false;
  at_ += 2;
  return true;
}

}  // namespace mot::twine
