#include "game/stage/settings.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/file.h"
#include "engine/base/json.h"
#include "engine/base/user_folders.h"

namespace mot {
namespace {

void read(const Json& json, std::string_view key, std::string& value) {
  const Json* member = json.find(key);
  if (member != nullptr && member->string() != nullptr) {
    value = *member->string();
  }
}

void read(const Json& json, std::string_view key, bool& value) {
  const Json* member = json.find(key);
  if (member != nullptr && member->boolean() != nullptr) {
    value = *member->boolean();
  }
}

void read(const Json& json, std::string_view key, float least, float most, float& value) {
  const Json* member = json.find(key);
  if (member != nullptr && member->is_number()) {
    value = std::clamp(static_cast<float>(member->number()), least, most);
  }
}

void read(const Json& json, std::string_view key, std::map<std::string, std::string>& value) {
  const Json* member = json.find(key);
  const Json::Object* members = member == nullptr ? nullptr : member->object();
  if (members == nullptr) {
    return;
  }
  for (const auto& [name, text] : *members) {
    // What is no text stands for something nobody can read; whoever takes it says so.
    value[name] = text.string() != nullptr ? *text.string() : "?";
  }
}

// Both, or the usual ones.
void read_size(const Json& json, Settings& settings) {
  float width = 0;
  float height = 0;
  read(json, "window_width", 0, 16384, width);
  read(json, "window_height", 0, 16384, height);
  if (width >= 320 && height >= 180) {
    settings.window_width = static_cast<int>(width);
    settings.window_height = static_cast<int>(height);
  }
}

Json json_of(const std::map<std::string, std::string>& value) {
  Json json;
  for (const auto& [name, text] : value) {
    json.set(name, text);
  }
  return json;
}

}  // namespace

std::string settings_file() {
  const std::string folder = user_config_folder();
  return folder.empty() ? std::string() : folder + "/settings.json";
}

Settings read_settings(const std::string& file) {
  Settings settings;
  const Result<std::string> text = file.empty() ? refuse("") : read_file(file);
  const Result<Json> json = text ? parse_json(*text) : refuse("");
  if (!json) {
    return settings;
  }
  read(*json, "language", settings.language);
  read(*json, "text_size", 1, 2, settings.text_size);
  read(*json, "still", settings.still);
  read(*json, "high_contrast", settings.high_contrast);
  read(*json, "self_voicing", settings.self_voicing);
  read(*json, "keys", settings.keys);
  read(*json, "pad", settings.pad);
  read(*json, "sound", settings.sound);
  read(*json, "signal_volume", 0, 1, settings.signal_volume);
  read(*json, "room_volume", 0, 1, settings.room_volume);
  read(*json, "speech", settings.speech);
  read(*json, "timer_factor", 0, 4, settings.timer_factor);
  read(*json, "confidence", settings.confidence);
  read(*json, "feedback", settings.feedback);
  read(*json, "prediction", settings.prediction);
  read(*json, "welcomed", settings.welcomed);
  read(*json, "learner", settings.learner);
  read(*json, "group", settings.group);
  read(*json, "course", settings.course);
  read(*json, "first_steps_offered", settings.first_steps_offered);
  read(*json, "first_steps_file", settings.first_steps_file);
  read(*json, "first_step", settings.first_step);
  read(*json, "first_steps_open", settings.first_steps_open);
  read(*json, "full_screen", settings.full_screen);
  read_size(*json, settings);
  return settings;
}

Settings reset(const Settings& settings) {
  Settings fresh;
  fresh.welcomed = settings.welcomed;
  fresh.learner = settings.learner;
  fresh.group = settings.group;
  fresh.course = settings.course;
  fresh.first_steps_offered = settings.first_steps_offered;
  fresh.first_steps_file = settings.first_steps_file;
  fresh.first_step = settings.first_step;
  fresh.first_steps_open = settings.first_steps_open;
  return fresh;
}

float time_factor(float wished, PlayMode mode) {
  return mode == PlayMode::exam && wished <= 0 ? 2 : wished;
}

bool write_settings(const std::string& file, const Settings& settings) {
  if (file.empty()) {
    return false;
  }
  Json json;
  json.set("language", settings.language);
  json.set("text_size", rounded(static_cast<double>(settings.text_size), 2));
  json.set("still", settings.still);
  json.set("high_contrast", settings.high_contrast);
  json.set("self_voicing", settings.self_voicing);
  if (!settings.keys.empty()) {
    json.set("keys", json_of(settings.keys));
  }
  if (!settings.pad.empty()) {
    json.set("pad", json_of(settings.pad));
  }
  json.set("sound", settings.sound);
  json.set("signal_volume", rounded(static_cast<double>(settings.signal_volume), 2));
  json.set("room_volume", rounded(static_cast<double>(settings.room_volume), 2));
  json.set("speech", settings.speech);
  json.set("timer_factor", rounded(static_cast<double>(settings.timer_factor), 2));
  json.set("confidence", settings.confidence);
  json.set("feedback", settings.feedback);
  json.set("prediction", settings.prediction);
  json.set("welcomed", settings.welcomed);
  json.set("learner", settings.learner);
  json.set("group", settings.group);
  json.set("course", settings.course);
  json.set("first_steps_offered", settings.first_steps_offered);
  json.set("first_steps_file", settings.first_steps_file);
  json.set("first_step", settings.first_step);
  json.set("first_steps_open", settings.first_steps_open);
  json.set("full_screen", settings.full_screen);
  if (settings.window_width > 0) {
    json.set("window_width", settings.window_width);
    json.set("window_height", settings.window_height);
  }
  return write_file_atomically(file, json.dump() + "\n").has_value();
}

std::string language_of_environment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && value[0] != '\0') {
      return std::string_view(value).substr(0, 2) == "zh" ? "zh-CN" : "en";
    }
  }
  return "en";
}

std::string language_to_speak(const std::string& option, const Settings& settings) {
  if (!option.empty()) {
    return option;
  }
  return settings.language.empty() ? language_of_environment() : settings.language;
}

}  // namespace mot
