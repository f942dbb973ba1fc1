#include "engine/interchange/svg_elements.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/interchange/markup.h"

namespace mot {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\r\n";

/// Part of a picture that can be named, with what it holds itself and the parts that it draws.
struct Part {
  std::size_t elements = 0;
  std::vector<std::size_t> within;
  std::vector<std::string> named;
};

/// Takes the picture apart; its first part is the whole of it.
class PartReader {
 public:
  explicit PartReader(std::string_view svg) : svg_(svg) { parts.emplace_back(); }

  void read() {
    for (std::size_t at = svg_.find('<'); at != kNowhere; at = svg_.find('<', at)) {
      if (svg_.substr(at, 4) == "<!--") {
        at = offset_behind(svg_, at + 4, "-->");
      } else if (svg_.substr(at, 9) == "<![CDATA[") {
        at = offset_behind(svg_, at, "]]>");
      } else if (svg_.substr(at, 2) == "<?") {
        at = offset_behind(svg_, at, "?>");
      } else if (svg_.substr(at, 2) == "<!") {
        at = offset_behind(svg_, at, ">");
      } else {
        const std::size_t end = end_of_tag(at);
        read_tag(svg_.substr(at + 1, end - at - 1));
        at = end;
      }
    }
  }

  std::vector<Part> parts;
  std::unordered_map<std::string, std::size_t> of_name;

 private:
  /// Offset of the '>' that ends a tag, quotes skipped; the end where it is not closed.
  std::size_t end_of_tag(std::size_t at) const {
    char quote = 0;
    for (; at < svg_.size(); ++at) {
      const char c = svg_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at;
      }
    }
    return at;
  }

  void read_tag(std::string_view tag) {
    if (!tag.empty() && tag.front() == '/') {
      if (open_.size() > 1) open_.pop_back();
      return;
    }
    const bool closed = !tag.empty() && tag.back() == '/';
    if (closed) tag.remove_suffix(1);
    std::size_t part = open_.back();
    std::string id;
    std::vector<std::string> named;
    read_attributes(tag, id, named);
    if (!id.empty()) {
      parts[part].within.push_back(parts.size());
      part = parts.size();
      parts.emplace_back();
      // Of two with one name the first is drawn.
      of_name.emplace(std::move(id), part);
    }
    ++parts[part].elements;
    for (std::string& name : named) parts[part].named.push_back(std::move(name));
    if (!closed) open_.push_back(part);
  }

  static void read_attributes(std::string_view tag,
                              std::string& id,
                              std::vector<std::string>& named) {
    for (std::size_t at = tag.find_first_of(kBlanks); at < tag.size();) {
      const std::size_t equals = tag.find('=', at);
      if (equals == kNowhere) return;
      std::string_view name = tag.substr(at, equals - at);
      name.remove_prefix(std::min(name.find_first_not_of(kBlanks), name.size()));
      while (!name.empty() && kBlanks.find(name.back()) != kNowhere) name.remove_suffix(1);
      const std::size_t open = tag.find_first_of("\"'", equals);
      const std::size_t close = open == kNowhere ? kNowhere : tag.find(tag[open], open + 1);
      if (close == kNowhere) return;
      at = close + 1;
      const std::string value = without_entities(tag.substr(open + 1, close - open - 1));
      if (name == "id" || name == "xml:id") {
        id = value;
      } else if (name.substr(name.find(':') + 1) == "href") {
        const std::size_t sign = value.find_first_not_of(kBlanks);
        if (sign != kNowhere && value[sign] == '#') named.push_back(name_from(value, sign + 1));
      } else {
        add_urls(value, named);
      }
    }
  }

  static std::string name_from(const std::string& value, std::size_t from) {
    return value.substr(from, value.find_first_of(" \t\r\n\"')", from) - from);
  }

  /// fill="url(#id)", also in a style.
  static void add_urls(const std::string& value, std::vector<std::string>& named) {
    for (std::size_t at = value.find("url("); at != kNowhere; at = value.find("url(", at)) {
      at = std::min(value.find_first_not_of(" \t\r\n\"'", at + 4), value.size());
      if (at < value.size() && value[at] == '#') named.push_back(name_from(value, at + 1));
    }
  }

  std::string_view svg_;
  /// The part that each open element belongs to.
  std::vector<std::size_t> open_{0};
};

/// What the first part comes to, with a stack of its own, as parts may be nested deeply.
std::size_t count_all(const PartReader& picture) {
  constexpr std::size_t kNew = static_cast<std::size_t>(-1);
  std::vector<std::size_t> count(picture.parts.size(), kNew);
  struct Visit {
    std::size_t part;
    std::size_t next;
    std::size_t sum;
  };
  std::vector<Visit> path{{0, 0, picture.parts[0].elements}};
  count[0] = 0;
  while (true) {
    Visit& here = path.back();
    const Part& part = picture.parts[here.part];
    if (here.next == part.within.size() + part.named.size()) {
      const std::size_t sum = std::min(here.sum, kMaxSvgElements + 1);
      count[here.part] = sum;
      path.pop_back();
      if (path.empty() || sum > kMaxSvgElements) return sum;
      path.back().sum += sum;
      continue;
    }
    const std::size_t way = here.next++;
    std::size_t to = kNew;
    if (way < part.within.size()) {
      to = part.within[way];
    } else {
      const auto found = picture.of_name.find(part.named[way - part.within.size()]);
      if (found == picture.of_name.end()) continue;
      to = found->second;
    }
    if (count[to] != kNew) {
      here.sum += count[to];
      if (here.sum > kMaxSvgElements) return here.sum;
      continue;
    }
    // Zero while it is on the way, so that a part that draws itself is not counted again.
    count[to] = 0;
    path.push_back({to, 0, picture.parts[to].elements});
  }
}

}  // namespace

std::size_t svg_elements(std::string_view svg) {
  PartReader picture(svg);
  picture.read();
  return count_all(picture);
}

}  // namespace mot
