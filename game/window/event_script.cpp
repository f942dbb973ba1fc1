#include "game/window/event_script.h"

#include <charconv>
#include <map>
#include <optional>
#include <sstream>

#include "game/window/key_map.h"

namespace mot {
namespace {

struct Line {
  std::vector<std::string> words;
  std::string rest;  // after the first word
};

Line split(const std::string& text) {
  Line line;
  std::istringstream in(text);
  std::string word;
  while (in >> word) {
    line.words.push_back(word);
  }
  const auto start = text.find_first_not_of(" \t");
  if (start != std::string::npos) {
    const auto gap = text.find_first_of(" \t", start);
    const auto rest = gap == std::string::npos ? gap : text.find_first_not_of(" \t", gap);
    line.rest = rest == std::string::npos ? "" : text.substr(rest);
  }
  return line;
}

std::optional<float> number(const std::string& word) {
  int value = 0;
  const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (code != std::errc() || end != word.data() + word.size()) {
    return std::nullopt;
  }
  return static_cast<float>(value);
}

Event of(Event::Type type) {
  Event event;
  event.type = type;
  return event;
}

// `ctrl+shift+v` → key down, key up.
std::optional<std::vector<Event>> key_press(const std::string& name) {
  const auto chord = chord_named(name);
  if (!chord) {
    return std::nullopt;
  }
  Event up = of(Event::Type::key_up);  // what was held beside it is let go, too
  up.key = chord->key;
  return std::vector{event_of(*chord), up};
}

std::optional<PadAxis> axis_named(const std::string& name) {
  static const std::map<std::string, PadAxis> axes{{"x", PadAxis::x},
                                                   {"y", PadAxis::y},
                                                   {"cross-x", PadAxis::cross_x},
                                                   {"cross-y", PadAxis::cross_y},
                                                   {"right-y", PadAxis::right_y}};
  const auto found = axes.find(name);
  return found == axes.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Event> pointer(const std::string& verb, Vec at) {
  std::vector<Event> events;
  Event event = of(Event::Type::mouse_move);
  event.at = at;
  events.push_back(event);
  event.button = verb == "right-click" ? MouseButton::right : MouseButton::left;
  if (verb != "move" && verb != "release") {
    event.type = Event::Type::mouse_down;
    events.push_back(event);
  }
  if (verb == "click" || verb == "right-click" || verb == "release") {
    event.type = Event::Type::mouse_up;
    events.push_back(event);
  }
  return events;
}

bool is_pointer_verb(const std::string& verb) {
  return verb == "move" || verb == "click" || verb == "right-click" || verb == "press" ||
         verb == "release";
}

std::optional<std::string> read_pointer(const Line& line, std::vector<EventStep>& steps) {
  const auto& words = line.words;
  EventStep step;
  if (words.size() == 2 && words[1][0] == '#') {
    step.kind = EventStep::Kind::click_id;
    step.id = words[1].substr(1);
    step.events = pointer(words[0], {});
    steps.push_back(step);
    return std::nullopt;
  }
  const auto x = words.size() == 3 ? number(words[1]) : std::nullopt;
  const auto y = words.size() == 3 ? number(words[2]) : std::nullopt;
  if (!x || !y) {
    return "'" + words[0] + "' takes two whole numbers or one #id";
  }
  step.events = pointer(words[0], {*x, *y});
  steps.push_back(step);
  return std::nullopt;
}

std::optional<std::string> read_numbers(const Line& line, std::vector<EventStep>& steps) {
  const auto& words = line.words;
  const std::size_t wanted = words[0] == "wheel" ? 3 : 2;
  std::vector<float> values;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (const auto value = number(words[i])) {
      values.push_back(*value);
    }
  }
  if (values.size() != wanted || words.size() != wanted + 1) {
    return "'" + words[0] + "' takes " + std::to_string(wanted) + " whole numbers";
  }
  Event event = of(wanted == 3 ? Event::Type::wheel : Event::Type::resize);
  if (wanted == 3) {
    event.at = {values[0], values[1]};
    event.wheel = values[2];
  } else {
    event.width = static_cast<int>(values[0]);
    event.height = static_cast<int>(values[1]);
  }
  steps.push_back({EventStep::Kind::event, 0, {event}, ""});
  return std::nullopt;
}

std::optional<std::string> read_pad(const Line& line, std::vector<EventStep>& steps) {
  const auto& words = line.words;
  if (words[0] == "pad-connect" || words[0] == "pad-disconnect") {
    const bool in = words[0] == "pad-connect";
    Event event = of(in ? Event::Type::pad_connected : Event::Type::pad_disconnected);
    event.text = line.rest;
    steps.push_back({EventStep::Kind::event, 0, {event}, ""});
    return std::nullopt;
  }
  if (words[0] == "pad-axis") {
    const auto axis = words.size() == 3 ? axis_named(words[1]) : std::nullopt;
    const auto position = words.size() == 3 ? number(words[2]) : std::nullopt;
    if (!axis || !position) {
      return "'pad-axis' takes x, y, cross-x, cross-y or right-y and a number from -100 to 100";
    }
    Event event = of(Event::Type::pad_axis);
    event.pad_axis = *axis;
    event.position = *position;
    steps.push_back({EventStep::Kind::event, 0, {event}, ""});
    return std::nullopt;
  }
  const auto button = words.size() == 2 ? number(words[1]) : std::nullopt;
  if (!button || *button < 0) {
    return "'pad' takes the number of a button, from 0";
  }
  Event event = of(Event::Type::pad_button_down);
  event.pad_button = static_cast<int>(*button);
  Event up = event;
  up.type = Event::Type::pad_button_up;
  steps.push_back({EventStep::Kind::event, 0, {event, up}, ""});
  return std::nullopt;
}

std::optional<std::string> read_line(const std::string& text, std::vector<EventStep>& steps);

std::optional<std::string> read_time(const Line& line, std::vector<EventStep>& steps) {
  const auto ms = line.words.size() > 1 ? number(line.words[1]) : std::nullopt;
  if (!ms || *ms < 0) {
    return "'" + line.words[0] + "' takes a number of milliseconds";
  }
  EventStep step;
  step.kind = line.words[0] == "at" ? EventStep::Kind::at : EventStep::Kind::wait;
  step.seconds = static_cast<double>(*ms) / 1000;
  steps.push_back(step);
  const auto gap = line.rest.find_first_of(" \t");
  return gap == std::string::npos ? std::nullopt : read_line(line.rest.substr(gap), steps);
}

// Verbs that take a name to the end of the line.
std::optional<EventStep::Kind> named_kind(const std::string& verb) {
  using Kind = EventStep::Kind;
  static const std::map<std::string, Kind> kinds{{"await", Kind::await}, {"shot", Kind::shot},
                                                 {"check", Kind::check}, {"reach", Kind::reach},
                                                 {"time", Kind::time},   {"frames", Kind::frames}};
  const auto found = kinds.find(verb);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

// What is wrong with the line, if something is.
std::optional<std::string> read_line(const std::string& text, std::vector<EventStep>& steps) {
  const Line line = split(text);
  if (line.words.empty() || line.words[0][0] == '#') {
    return std::nullopt;
  }
  const std::string& verb = line.words[0];
  EventStep step;
  if (verb == "at" || verb == "wait") {
    return read_time(line, steps);
  }
  if (is_pointer_verb(verb)) {
    return read_pointer(line, steps);
  }
  if (verb == "wheel" || verb == "resize") {
    return read_numbers(line, steps);
  }
  if (verb == "pad" || verb.rfind("pad-", 0) == 0) {
    return read_pad(line, steps);
  }
  if (verb == "settle") {
    step.kind = EventStep::Kind::settle;
  } else if (const auto named = named_kind(verb); named && !line.rest.empty()) {
    step.kind = *named;
    step.id = line.rest;
  } else if (verb == "text") {
    step.events = {of(Event::Type::text)};
    step.events[0].text = line.rest;
  } else if (verb == "key") {
    const auto events = key_press(line.rest);
    if (!events) {
      return "unknown key '" + line.rest + "'";
    }
    step.events = *events;
  } else if (verb == "quit") {
    step.events = {of(Event::Type::quit)};
  } else if (verb == "focus-lost" || verb == "focus-gained") {
    step.events = {of(verb == "focus-lost" ? Event::Type::focus_lost : Event::Type::focus_gained)};
  } else {
    return "unknown event '" + verb + "'";
  }
  steps.push_back(step);
  return std::nullopt;
}

}  // namespace

EventScript parse_event_script(std::string_view text) {
  EventScript script;
  std::istringstream in{std::string(text)};
  std::string line;
  for (int count = 1; std::getline(in, line); ++count) {
    if (!line.empty() && line.back() == '\r') {
      line.pop_back();
    }
    if (const auto error = read_line(line, script.steps)) {
      script.error = "line " + std::to_string(count) + ": " + *error;
      break;
    }
  }
  return script;
}

}  // namespace mot
