#include "game/window/options.h"

#include <charconv>
#include <functional>
#include <map>
#include <string_view>

namespace mot {
namespace {

template <class T>
std::optional<T> whole_number(std::string_view text) {
  T value{};
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

bool read_size(WindowOptions& o, const std::string& text) {
  const auto x = text.find('x');
  if (x == std::string::npos) {
    return false;
  }
  const auto w = whole_number<int>(std::string_view(text).substr(0, x));
  const auto h = whole_number<int>(std::string_view(text).substr(x + 1));
  if (!w || !h || *w < 320 || *h < 180 || *w > 16384 || *h > 16384) {
    return false;
  }
  o.width = *w;
  o.height = *h;
  o.sized = true;
  return true;
}

bool one_of(std::string& target,
            const std::string& text,
            std::initializer_list<const char*> words) {
  for (const char* word : words) {
    if (text == word) {
      target = text;
      return true;
    }
  }
  return false;
}

struct Valued {
  const char* wants;
  std::function<bool(WindowOptions&, const std::string&)> read;
};

Valued text_into(std::string WindowOptions::*member, const char* wants) {
  return {wants, [member](WindowOptions& o, const std::string& text) {
            o.*member = text;
            return !text.empty();
          }};
}

Valued seconds_into(double WindowOptions::*member) {
  return {"whole seconds from 1 to 3600", [member](WindowOptions& o, const std::string& text) {
            const auto value = whole_number<int>(text);
            const bool good = value && *value >= 1 && *value <= 3600;
            if (good) {
              o.*member = *value;
            }
            return good;
          }};
}

const std::map<std::string, Valued, std::less<>>& valued() {
  static const std::map<std::string, Valued, std::less<>> table{
      {"--lang", text_into(&WindowOptions::language, "a language tag")},
      {"--library", text_into(&WindowOptions::library, "a folder")},
      {"--store", text_into(&WindowOptions::store, "a store")},
      {"--assets", text_into(&WindowOptions::assets, "a folder")},
      {"--name", text_into(&WindowOptions::name, "a name")},
      {"--session", text_into(&WindowOptions::session, "a trainer's session")},
      {"--edit", text_into(&WindowOptions::edit, "a scenario's file")},
      {"--events", text_into(&WindowOptions::events, "a file")},
      {"--screenshot", text_into(&WindowOptions::screenshot, "a file")},
      {"--screen", text_into(&WindowOptions::screen, "a screen")},
      {"--seed",
       {"a whole number from 0 to 4294967295",
        [](WindowOptions& o, const std::string& text) {
          o.seed = whole_number<std::uint32_t>(text);
          return o.seed.has_value();
        }}},
      {"--measure", seconds_into(&WindowOptions::measure)},
      {"--random-input", seconds_into(&WindowOptions::random_input)},
      {"--window-size", {"a size like 1280x720", read_size}},
      {"--mode",
       {"practice or exam",
        [](WindowOptions& o, const std::string& t) {
          return one_of(o.mode, t, {"practice", "exam"});
        }}},
      {"--clock",
       {"fixed or real",
        [](WindowOptions& o, const std::string& text) {
          std::string clock;
          const bool known = one_of(clock, text, {"fixed", "real"});
          o.fixed_clock = clock == "fixed";
          return known;
        }}},
  };
  return table;
}

const std::map<std::string, bool WindowOptions::*, std::less<>>& flags() {
  static const std::map<std::string, bool WindowOptions::*, std::less<>> table{
      {"--dashboard", &WindowOptions::dashboard},
      {"--dump-ids", &WindowOptions::dump_ids},
      {"--skip-unseen", &WindowOptions::skip_unseen},
      {"--still", &WindowOptions::still},
      {"--full-screen", &WindowOptions::full_screen},
      {"--help", &WindowOptions::help},
      {"-h", &WindowOptions::help},
      {"--version", &WindowOptions::version}};
  return table;
}

}  // namespace

WindowOptions parse_window_options(const std::vector<std::string>& words) {
  WindowOptions options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string key = words[i];
    if (key.empty() || key[0] != '-') {
      if (!options.scenario.empty()) {
        options.error =
            "only one scenario can be opened: '" + options.scenario + "' or '" + key + "'";
        return options;
      }
      options.scenario = key;
      continue;
    }
    if (const auto flag = flags().find(key); flag != flags().end()) {
      options.*(flag->second) = true;
      continue;
    }
    const auto equals = key.find('=');
    const bool joined = equals != std::string::npos;
    std::string value = joined ? key.substr(equals + 1) : "";
    key = key.substr(0, equals);
    const auto option = valued().find(key);
    if (option == valued().end()) {
      options.error = "unknown option '" + key + "'; see mot-window --help";
      return options;
    }
    if (!joined && i + 1 < words.size()) {
      value = words[++i];
    }
    if (value.empty() || !option->second.read(options, value)) {
      options.error = "'" + key + "' needs " + option->second.wants;
      options.error += value.empty() ? "" : ", not '" + value + "'";
      return options;
    }
  }
  return options;
}

std::string window_help() {
  return R"(mot-window [SCENARIO] [options]     a training game for service staff, in a window

  SCENARIO             a file, or an id of the library; without one the library opens
  --mode MODE          practice or exam
  --lang TAG           language of the interface and the scenario: en, zh-CN
  --seed N             the same luck again
  --name WHO           who is playing
  --session FILE       a trainer's session: what is played and how
  --edit FILE          opens a scenario in the editor
  --dashboard          the trainer's dashboard over the records
  --library DIR        the folder of scenarios
  --store URI          where attempts are kept
  --assets DIR         pictures and texts of the game
  --window-size WxH    in pixels, 1280x720 by default
  --full-screen        as F11
  --still              no motion but fades

For tests and documents:
  --clock fixed        time is counted in frames of 1/60 s
  --events FILE        input from a script
  --screenshot FILE    a picture when the script is through and all is at rest, then the end
  --dump-ids           with it: the places of all controls as JSON
  --skip-unseen        paints no frame but those that a picture or a check is made of: quicker, the same pictures
  --measure SECONDS    prints frame times, load at rest and memory
  --random-input SECONDS   keys, clicks, a pad, sizes and languages at random, by --seed
  --screen play        opens the encounter without its briefing; welcome: the page of the first start

Example: mot-window water-through-the-ceiling --lang zh-CN
)";
}

}  // namespace mot
