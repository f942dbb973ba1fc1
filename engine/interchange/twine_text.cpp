#include "engine/interchange/twine_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_set>

#include "engine/interchange/markup.h"

namespace mot {
namespace {

/// Longest macro, link or hook, so that an unclosed one is not looked for to the end of a story.
constexpr std::size_t kLongestPiece = 20'000;

/// Deepest links within the bodies of links.
constexpr int kDeepest = 8;

constexpr std::size_t kNone = std::string_view::npos;

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::string_view stripped(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// "Link-Goto", "link_goto" → "linkgoto".
std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != '-' && c != '_') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Offset behind a quoted text that begins at `at`; kNone where it is not closed.
std::size_t behind_quotes(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == text[at]) {
      return i + 1;
    }
  }
  return kNone;
}

/// Offset behind the bracket that closes the one at `at`, quotes skipped where they are closed.
std::size_t behind_bracket(std::string_view text, std::size_t at, char open, char close) {
  int depth = 0;
  text = text.substr(0, at + kLongestPiece);
  for (std::size_t i = at; i < text.size(); ++i) {
    const char c = text[i];
    if (open == '(' && (c == '"' || c == '\'')) {
      const std::size_t end = behind_quotes(text, i);
      if (end != kNone) i = end - 1;
    } else if (c == open) {
      ++depth;
    } else if (c == close && --depth == 0) {
      return i + 1;
    }
  }
  return kNone;
}

/// The arguments of a macro: texts in quotes, `[[links]]`, and words.
struct Argument {
  enum class Kind : unsigned char { text, link, word } kind = Kind::word;
  std::string value;
};

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

std::vector<Argument> arguments_of(std::string_view text) {
  std::vector<Argument> all;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (is_blank(c) || c == ',') {
      ++i;
    } else if (c == '"' || c == '\'') {
      const std::size_t end = behind_quotes(text, i);
      if (end == kNone) return all;
      all.push_back({Argument::Kind::text, unescaped(text.substr(i + 1, end - i - 2))});
      i = end;
    } else if (text.substr(i, 2) == "[[") {
      const std::size_t end = text.find("]]", i);
      if (end == kNone) return all;
      all.push_back({Argument::Kind::link, std::string(text.substr(i + 2, end - i - 2))});
      i = end + 2;
    } else {
      const std::size_t from = i;
      while (i < text.size() && !is_blank(text[i]) && text[i] != ',') ++i;
      all.push_back({Argument::Kind::word, std::string(text.substr(from, i - from))});
    }
  }
  return all;
}

/// What stands between [[ and ]], also with a setter behind "][".
TwineLink link_in(std::string_view inside) {
  const std::size_t setter = inside.find("][");
  if (setter != kNone) inside = inside.substr(0, setter);
  const auto both = [](std::string_view text, std::string_view target) {
    return TwineLink{plain_text(stripped(text)), without_entities(stripped(target))};
  };
  if (const std::size_t at = inside.rfind("->"); at != kNone)
    return both(inside.substr(0, at), inside.substr(at + 2));
  if (const std::size_t at = inside.find("<-"); at != kNone)
    return both(inside.substr(at + 2), inside.substr(0, at));
  if (const std::size_t at = inside.rfind('|'); at != kNone)
    return both(inside.substr(0, at), inside.substr(at + 1));
  return both(inside, inside);
}

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
constexpr std::array<std::string_view, 5> kGoto{"goto", "gotourl", "jump", "clickgoto",
                                                "timedgoto"};
constexpr std::array<std::string_view, 8> kHarloweLinks{
    "linkgoto",     "linkrevealgoto", "clickgoto",         "mouseovergoto",
    "linkstorylet", "mouseoutgoto",   "linkrevealandgoto", "clickgotoonce"};
constexpr std::array<std::string_view, 9> kHookLinks{"link",       "linkreplace",  "linkreveal",
                                                     "linkrepeat", "linkrerun",    "linkappend",
                                                     "click",      "clickreplace", "clickreveal"};

class PassageReader {
 public:
  PassageReader(std::string_view passage, TwineFormat format, int depth = 0)
      : text_(passage), format_(format), depth_(depth) {}

  TwineText read() {
    if (format_ == TwineFormat::chapbook) skip_chapbook_variables();
    while (at_ < text_.size()) {
      if (!read_piece()) prose_ += text_[at_++];
    }
    out_.prose = tidied_words(without_marks(prose_));
    return std::move(out_);
  }

 private:
  /// Counts a piece that is not closed.
  bool is_unclosed() {
    ++unclosed_;
    return false;
  }

  bool starts(std::string_view with) const { return text_.substr(at_, with.size()) == with; }

  void leave_out(std::string_view kind, std::string_view what) {
    TwineLeftOut left{kind, std::string(stripped(what))};
    if (left_out_before_.insert(left.what).second) out_.left_out.push_back(std::move(left));
  }

  void add_link(TwineLink link) {
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

  /// Moves past one piece that is no plain text; false: there is none here. Where many pieces are
  /// not closed, the rest is taken as text, so that none of them is looked for again and again.
  bool read_piece() {
    if (unclosed_ >= kMostUnclosedTags) return false;
    switch (text_[at_]) {
      case '[': return read_square();
      case ']': return close_hook();
      case '<': return read_angle();
      case '(': return read_harlowe();
      case '{': return read_brace();
      case '&': return read_entity();
      case '/': return read_comment();
      case '$': return read_variable();
      case '|': return read_hook_name();
      case '\\': return read_line_joint();
      default: return false;
    }
  }

  // ---- [

  bool read_square() {
    if (starts("[img[") || starts("[<img[") || starts("[>img[")) return read_picture();
    if (starts("[[")) return read_link();
    if (format_ == TwineFormat::chapbook && at_line_start()) return read_modifier();
    if (format_ != TwineFormat::harlowe) return false;
    // A hook: only its brackets go.
    ++hooks_;
    ++at_;
    return true;
  }

  bool at_line_start() const { return at_ == 0 || text_[at_ - 1] == '\n'; }

  bool read_link() {
    const std::size_t end = text_.substr(0, at_ + kLongestPiece).find("]]", at_ + 2);
    if (end == kNone) return is_unclosed();
    const std::string_view inside = text_.substr(at_ + 2, end - at_ - 2);
    if (const std::size_t setter = inside.find("]["); setter != kNone)
      leave_out("macro", inside.substr(setter + 2));
    at_ = end + 2;
    // [[text->target][setter]] has its last bracket behind the setter.
    add_link(link_in(inside));
    return true;
  }

  bool read_picture() {
    const std::size_t end = text_.substr(0, at_ + kLongestPiece).find("]]", at_);
    if (end == kNone) return is_unclosed();
    const std::string_view all = text_.substr(at_, end + 2 - at_);
    const std::string_view inside = all.substr(all.find("img[") + 4);
    const std::size_t middle = inside.find("][");
    leave_out("media", inside.substr(0, std::min(middle, inside.find(']'))));
    if (middle != kNone) {
      const std::string_view rest = inside.substr(middle + 2);
      const std::string_view target = stripped(rest.substr(0, rest.find(']')));
      add_link({std::string(target), std::string(target)});
    }
    at_ = end + 2;
    return true;
  }

  bool read_modifier() {
    const std::size_t end = text_.find('\n', at_);
    const std::string_view line = stripped(text_.substr(at_, end - at_));
    if (line.empty() || line.back() != ']') return false;
    const std::string name = folded(line.substr(1, 3));
    const bool plain = line == "[continue]" || line == "[cont]" || line == "[continued]";
    if (!plain)
      leave_out(name.rfind("if", 0) == 0 || name == "unl" || name == "els" ? "condition" : "macro",
                line);
    at_ = end == kNone ? text_.size() : end;
    return true;
  }

  bool close_hook() {
    if (hooks_ == 0) return false;
    --hooks_;
    ++at_;
    // [text]<name|
    if (starts("<")) {
      const std::size_t bar = text_.substr(0, at_ + 80).find('|', at_);
      const std::string_view name =
          bar == kNone ? std::string_view() : text_.substr(at_ + 1, bar - at_ - 1);
      if (!name.empty() && std::all_of(name.begin(), name.end(), is_word)) at_ = bar + 1;
    }
    return true;
  }

  /// |name>[text]
  bool read_hook_name() {
    if (format_ != TwineFormat::harlowe) return false;
    std::size_t i = at_ + 1;
    while (i < text_.size() && is_word(text_[i])) ++i;
    const bool named = i > at_ + 1 && i + 1 < text_.size() &&
                       (text_[i] == '>' || text_[i] == ')') && text_[i + 1] == '[';
    if (!named) return false;
    at_ = i + 1;
    return true;
  }

  // ---- <

  bool read_angle() {
    if (starts("<<")) return read_sugarcube();
    if (starts("<%")) return read_snowman();
    return read_tag();
  }

  bool read_snowman() {
    const std::size_t end = text_.find("%>", at_);
    if (end == kNone) return is_unclosed();
    const bool prints = starts("<%=") || starts("<%-");
    leave_out(prints ? "variable" : "script", text_.substr(at_, end + 2 - at_));
    at_ = end + 2;
    return true;
  }

  bool read_tag() {
    const MarkupTag tag = tag_at(text_, at_);
    if (tag.end == 0) return is_unclosed();
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

  void read_linking_tag(const MarkupTag& tag, std::size_t from) {
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

  // ---- SugarCube: <<name arguments>>

  /// Offset of the >> that closes the macro at `at`, quotes skipped.
  std::size_t macro_end(std::size_t at) const {
    const std::string_view text = text_.substr(0, at + kLongestPiece);
    for (std::size_t i = at + 2; i + 1 < text.size(); ++i) {
      if (text[i] == '"' || text[i] == '\'') {
        const std::size_t end = behind_quotes(text, i);
        if (end != kNone && text.substr(i, end - i).find('\n') == kNone) i = end - 1;
      } else if (text[i] == '>' && text[i + 1] == '>') {
        return i;
      }
    }
    return kNone;
  }

  bool read_sugarcube() {
    const std::size_t end = macro_end(at_);
    if (end == kNone) return is_unclosed();
    const std::string_view whole = text_.substr(at_, end + 2 - at_);
    const std::string_view inside = stripped(text_.substr(at_ + 2, end - at_ - 2));
    std::size_t length = 0;
    while (length < inside.size() && (is_word(inside[length]) || inside[length] == '-')) ++length;
    if (length == 0) length = std::min<std::size_t>(inside.size(), 1);
    const std::string name = folded(inside.substr(0, length));
    const std::string_view rest = inside.substr(length);
    const std::size_t from = at_;
    at_ = end + 2;
    if (inside.empty() || inside[0] == '/') return true;
    if (is_one_of(name, kUnseen)) {
      at_ = behind_macro(name);
      leave_out(name == "silently" ? "macro" : "script", text_.substr(from, at_ - from));
    } else if (name == "link" || name == "button" || name == "linkreplace" ||
               name == "linkappend" || name == "linkprepend" || name == "click") {
      read_link_macro(name, whole, arguments_of(rest));
    } else if (name == "choice" || name == "actions") {
      read_choices(name, arguments_of(rest));
    } else if (name == "goto") {
      read_jump(whole, arguments_of(rest));
    } else {
      leave_out_macro(name, whole);
    }
    return true;
  }

  void leave_out_macro(const std::string& name, std::string_view whole) {
    const std::string_view kind = is_one_of(name, kConditions)               ? "condition"
                                  : is_one_of(name, kPrints) || name.empty() ? "variable"
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

  /// Offset behind <</name>>, or here where it is not closed.
  std::size_t behind_macro(const std::string& name) {
    if (depth_ >= kDeepest || unclosed_bodies_ >= kMostUnclosedTags) return at_;
    const std::string_view near = text_.substr(0, at_ + kLongestPiece);
    const std::size_t first =
        std::min(near.find("<</" + name, at_), near.find("<<end" + name, at_));
    if (first == kNone) {
      ++unclosed_bodies_;
      return at_;
    }
    const std::size_t behind = near.find(">>", first);
    return behind == kNone ? at_ : behind + 2;
  }

  void read_link_macro(const std::string& name,
                       std::string_view whole,
                       const std::vector<Argument>& arguments) {
    TwineLink link;
    if (!arguments.empty() && arguments[0].kind == Argument::Kind::link) {
      link = link_in(arguments[0].value);
    } else if (!arguments.empty()) {
      link.text = plain_text(arguments[0].value);
      if (arguments.size() > 1) link.target = arguments[1].value;
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

  void read_choices(const std::string& name, const std::vector<Argument>& arguments) {
    std::vector<std::string> texts;
    for (const Argument& argument : arguments) {
      if (argument.kind == Argument::Kind::link) {
        add_link(link_in(argument.value));
      } else {
        texts.push_back(argument.value);
      }
    }
    if (name == "choice" && !texts.empty()) {
      add_link({texts.size() > 1 ? texts[1] : texts[0], texts[0]});
    } else {
      for (const std::string& text : texts) add_link({text, text});
    }
  }

  void read_jump(std::string_view whole, const std::vector<Argument>& arguments) {
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

  // ---- Harlowe: (name: arguments)[hook]

  bool read_harlowe() {
    if (format_ != TwineFormat::harlowe && format_ != TwineFormat::unknown) return false;
    std::size_t i = at_ + 1;
    while (i < text_.size() && (is_word(text_[i]) || text_[i] == '-')) ++i;
    if (i == at_ + 1 || i >= text_.size() || text_[i] != ':') return false;
    const std::string name = folded(text_.substr(at_ + 1, i - at_ - 1));
    const bool links =
        is_one_of(name, kHarloweLinks) || is_one_of(name, kGoto) || name == "set" || name == "if";
    if (format_ == TwineFormat::unknown && !links) return false;
    const std::size_t end = behind_bracket(text_, at_, '(', ')');
    if (end == kNone) return is_unclosed();
    const std::string_view whole = text_.substr(at_, end - at_);
    const std::vector<Argument> arguments = arguments_of(text_.substr(i + 1, end - i - 2));
    at_ = end;
    if (is_one_of(name, kHarloweLinks)) {
      read_harlowe_link(whole, arguments);
    } else if (name == "goto") {
      read_jump(whole, arguments);
    } else if (is_one_of(name, kHookLinks)) {
      read_hook_link(whole, arguments);
    } else {
      leave_out_macro(name, whole);
      skip_to_hook();
    }
    return true;
  }

  /// Blanks between a macro and its hook.
  void skip_to_hook() {
    std::size_t i = at_;
    while (i < text_.size() && (text_[i] == ' ' || text_[i] == '\t')) ++i;
    if (i < text_.size() && text_[i] == '[' && text_.substr(i, 2) != "[[") at_ = i;
  }

  void read_harlowe_link(std::string_view whole, const std::vector<Argument>& arguments) {
    const bool texts = !arguments.empty() &&
                       std::all_of(arguments.begin(), arguments.end(), [](const Argument& a) {
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

  /// (link: "text")[hook]: a link where the hook goes somewhere, else text that appears.
  void read_hook_link(std::string_view whole, const std::vector<Argument>& arguments) {
    skip_to_hook();
    const bool has_hook = starts("[") && !starts("[[");
    const bool reads_hook = has_hook && depth_ < kDeepest;
    const std::size_t end = reads_hook ? behind_bracket(text_, at_, '[', ']') : kNone;
    const bool named = !arguments.empty() && arguments[0].kind == Argument::Kind::text;
    const std::string text = named ? plain_text(arguments[0].value) : std::string();
    if (end == kNone) {
      leave_out("macro", whole);
      prose_ += text;
      return;
    }
    TwineText inner =
        PassageReader(text_.substr(at_ + 1, end - at_ - 2), format_, depth_ + 1).read();
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

  // ---- { } of Chapbook and Harlowe

  bool read_brace() {
    if (format_ == TwineFormat::harlowe) {
      ++at_;  // takes out line ends, and nothing else
      return true;
    }
    if (format_ != TwineFormat::chapbook) return false;
    const std::size_t end = behind_bracket(text_, at_, '{', '}');
    if (end == kNone) return is_unclosed();
    const std::string_view whole = text_.substr(at_, end - at_);
    at_ = end;
    read_insert(whole);
    return true;
  }

  void read_insert(std::string_view whole) {
    const std::string_view inside = stripped(whole.substr(1, whole.size() - 2));
    const auto value = [&](std::string_view name) {
      const std::size_t key = inside.find(name);
      const std::size_t quote =
          key == kNone ? kNone : inside.find_first_of("'\"", key + name.size());
      const std::size_t end = quote == kNone ? kNone : behind_quotes(inside, quote);
      return end == kNone ? std::string() : unescaped(inside.substr(quote + 1, end - quote - 2));
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
      const bool form = inside.find(" for:") != kNone;
      leave_out(form ? "form" : inside.find(':') == kNone ? "variable" : "macro", whole);
    }
  }

  /// What stands before a line "--".
  void skip_chapbook_variables() {
    std::size_t end = text_.rfind("--\n", 0) == 0 ? 0 : text_.find("\n--\n");
    if (end == kNone) return;
    if (end > 0) leave_out("macro", text_.substr(0, end));
    at_ = text_.find('\n', end + 1) + 1;
  }

  // ---- the rest

  bool read_entity() {
    constexpr std::size_t kLongest = 12;
    const std::size_t length = text_.substr(at_, kLongest).find(';');
    if (length == kNone) return false;
    const std::string_view entity = text_.substr(at_, length + 1);
    const std::string sign = without_entities(entity);
    if (sign == entity) return false;
    prose_ += sign;
    at_ += entity.size();
    return true;
  }

  bool read_comment() {
    const std::string_view close = starts("/*") ? "*/" : starts("/%") ? "%/" : "";
    if (close.empty() || format_ == TwineFormat::harlowe) return false;
    const std::size_t end = text_.find(close, at_ + 2);
    if (end == kNone) return is_unclosed();
    at_ = end + 2;
    return true;
  }

  bool read_variable() {
    std::size_t i = at_ + 1;
    while (i < text_.size() && is_word(text_[i])) ++i;
    const bool named = i > at_ + 1 && std::isdigit(static_cast<unsigned char>(text_[at_ + 1])) == 0;
    if (!named) return false;
    leave_out("variable", text_.substr(at_, i - at_));
    prose_ += text_.substr(at_, i - at_);
    at_ = i;
    return true;
  }

  bool read_line_joint() {
    if (!starts("\\\n")) return false;
    at_ += 2;
    return true;
  }

  /// Signs for bold, italics, headings and rules left out.
  std::string without_marks(std::string_view text) const {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      const bool line_start = i == 0 || text[i - 1] == '\n';
      const std::string_view two = text.substr(i, 2);
      if (line_start && is_rule(text, i)) {
        i = std::min(text.find('\n', i), text.size());
      } else if (line_start && heading(text, i) > 0) {
        i += heading(text, i);
      } else if (two == "''" || two == "**" || (two == "//" && (i == 0 || text[i - 1] != ':'))) {
        i += 2;
      } else {
        out += text[i++];
      }
    }
    return out;
  }

  static bool is_rule(std::string_view text, std::size_t at) {
    const std::string_view line = stripped(text.substr(at, text.find('\n', at) - at));
    return line.size() >= 3 && line.find_first_not_of('-') == kNone;
  }

  /// Length of the sign for a heading at the beginning of a line.
  std::size_t heading(std::string_view text, std::size_t at) const {
    const char sign = format_ == TwineFormat::sugarcube ? '!' : '#';
    std::size_t i = at;
    while (i < text.size() && text[i] == sign) ++i;
    return i - at <= 6 ? i - at : 0;
  }

  std::string_view text_;
  TwineFormat format_;
  /// Links within links.
  int depth_;
  std::size_t at_ = 0;
  int hooks_ = 0;
  int unclosed_ = 0;
  int unclosed_bodies_ = 0;
  std::string prose_;
  std::unordered_set<std::string> left_out_before_;
  std::unordered_set<std::string> linked_before_;
  TwineText out_;
};

}  // namespace

TwineFormat twine_format_named(std::string_view name) {
  const std::string word = folded(name);
  if (word.rfind("harlowe", 0) == 0) return TwineFormat::harlowe;
  if (word.rfind("sugarcube", 0) == 0 || word == "sugarcane" || word == "jonah" ||
      word == "responsive")
    return TwineFormat::sugarcube;
  if (word.rfind("chapbook", 0) == 0) return TwineFormat::chapbook;
  if (word.rfind("snowman", 0) == 0) return TwineFormat::snowman;
  return TwineFormat::unknown;
}

TwineText read_twine_text(std::string_view passage, TwineFormat format) {
  return PassageReader(passage, format).read();
}

}  // namespace mot
