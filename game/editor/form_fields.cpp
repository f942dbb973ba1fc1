#include "game/editor/form_fields.h"

#include <algorithm>
#include <charconv>

#include "engine/authoring/condition_words.h"
#include "engine/base/trim.h"
#include "engine/customer/dimensions.h"
#include "game/tools/line_wrap.h"
#include "game/tools/text_area.h"

namespace mot {
namespace {

constexpr float kLabel = 128;

// What a number has of it: a sign before the digits, one point between them.
std::string number_of(const std::string& typed) {
  std::string digits;
  bool negative = false;
  bool point = false;
  for (const char c : typed) {
    const bool is_point = c == '.' && !digits.empty() && !point;
    point = point || is_point;
    negative = negative || (c == '-' && digits.empty());
    if ((c >= '0' && c <= '9') || is_point) {
      digits += c;
    }
  }
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  const bool all = zeros == digits.size() || digits[zeros] == '.';
  digits.erase(0, all && zeros > 0 ? zeros - 1 : zeros);
  return negative && !digits.empty() ? "-" + digits : digits;
}

int number_in(const std::string& text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::vector<std::string> feeling_names() { return names_of(kFeelingNames); }
std::vector<std::string> dimension_names() { return names_of(kDimensionNames); }

std::vector<ToolOption> word_options(EditorContext& context,
                                     std::string_view group,
                                     const std::vector<std::string>& names) {
  std::vector<ToolOption> options;
  for (const std::string& name : names) {
    // What somebody has drawn beside ours has no name but its id.
    const std::string key = std::string(group) + "." + name;
    options.push_back({name, context.words().contains(key) ? context.word(key) : name});
  }
  return options;
}

std::vector<ToolOption> moment_options(EditorContext& context) {
  std::vector<ToolOption> options;
  for (const OutlinedMoment& moment : context.outline().moments) {
    if (!moment.id.empty()) {
      options.push_back({moment.id, moment.id});
    }
  }
  return options;
}

std::vector<ToolOption> map_options(EditedText& text, std::string_view path) {
  std::vector<ToolOption> options;
  const YamlSpans* spans = text.seen();
  const YamlNode map = spans == nullptr ? kNoNode : spans->find(path);
  if (spans == nullptr || !spans->is(map, YamlKind::map)) {
    return options;
  }
  const YamlDocument& document = spans->document();
  for (YamlNode name = document.first(map); name != kNoNode;) {
    const YamlNode value = document.next(name);
    options.push_back({std::string(document.text(name)), std::string(document.text(value))});
    name = document.next(value);
  }
  return options;
}

std::vector<ToolOption> stage_options(EditorContext& context) {
  std::vector<ToolOption> options;
  // An inline journey is in the text; one with a file of its own is known once it was read.
  if (const YamlSpans* spans = context.seen()) {
    const YamlNode stages = spans->find("journey.stages");
    for (const YamlNode stage :
         stages == kNoNode ? std::vector<YamlNode>() : spans->items(stages)) {
      const YamlNode id = spans->value(stage, "id");
      const YamlNode title = spans->value(stage, "title");
      if (id != kNoNode && title != kNoNode) {
        options.push_back(
            {std::string(spans->document().text(id)), std::string(spans->document().text(title))});
      }
    }
  }
  const auto& known = context.last_scenario();
  if (options.empty() && known) {
    for (const Stage& stage : known->stages) {
      options.push_back({std::string(stage.id), std::string(known->texts[stage.title].text)});
    }
  }
  return options;
}

std::string FormFields::path(std::string_view key) const {
  return base_.empty() ? std::string(key) : base_ + "." + std::string(key);
}

bool FormFields::has(std::string_view key) {
  const YamlSpans* spans = edited_.seen();
  return spans != nullptr && spans->find(path(key)) != kNoNode;
}

void FormFields::section(std::string_view word_key) {
  ImGui::Dummy({0, ui_.px(6)});
  ui_.text(word(word_key), ToolFont::strong, theme::kTeal700);
}

// Beside the first line of its field; in two lines where one is not enough.
void FormFields::label(std::string_view word_key) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (!word_key.empty()) {
    const std::string& name = word(word_key);
    ui_.need(name);
    const ImFont* letters = ui_.font(ToolFont::small);
    const auto lines = shown_lines(name, ui_.px(kLabel - 8), [letters](char32_t c) {
      return letters->GetCharAdvance(static_cast<ImWchar>(c));
    });
    const float line_height = letters->FontSize * 1.15F;
    const float height = line_height * static_cast<float>(lines.size());
    float y = at.y + std::max(0.F, ui_.px(17) - height / 2);
    for (const ShownLine& line : lines) {
      ui_.draw_text(*ImGui::GetWindowDrawList(), {at.x, y + (line_height - letters->FontSize) / 2},
                    std::string_view(name).substr(line.begin, line.end - line.begin),
                    ToolFont::small, theme::kInk2);
      y += line_height;
    }
  }
  ImGui::SetCursorScreenPos({at.x + ui_.px(kLabel), at.y});
}

void FormFields::put(std::string_view at,
                     const std::string& text,
                     ScalarKind kind,
                     std::string_view id) {
  edited_.type(at, text, kind, id);
}

void FormFields::take_out(std::string_view at, std::string_view id) {
  const YamlSpans* spans = edited_.spans();
  if (spans != nullptr && spans->find(at) != kNoNode) {
    edited_.apply(mot::take_out(*spans, at), id);
  }
}

void FormFields::text_at(const std::string& id,
                         const std::string& at,
                         bool grows,
                         bool required,
                         float beside) {
  TextAreaLook look;
  look.kind = grows ? TextAreaKind::grows : TextAreaKind::line;
  look.rows = 1;
  look.width = beside > 0 ? ImGui::GetContentRegionAvail().x / ui_.scale() - beside : 0;
  const std::string now = edited_.value_at(at);
  const TextAreaResult result = text_area(ui_, id, now, look);
  if (!result.text) {
    return;
  }
  if (result.text->empty() && !required) {
    take_out(at, id);
  } else {
    put(at, *result.text, ScalarKind::text, id);
  }
}

void FormFields::line(std::string_view key) {
  const std::string name(key);
  label("editor.f-" + name);
  text_at(row(name), path(key), false, key == "title" || key == "name");
}

void FormFields::area(std::string_view key) {
  label("editor.f-" + std::string(key));
  text_at(row(key), path(key), true, key == "say" || key == "do");
}

void FormFields::condition(std::string_view key) {
  const std::string name(key);
  label("editor.f-" + name);
  const std::string id = row(name);
  CompletionBox& box = context_.completion();
  TextAreaLook look{.hint = word("editor.always")};
  look.keys = [&box, &id](const Event& event) { return box.take(id, event); };
  const float left = ImGui::GetCursorPosX();
  const std::string before = value(key);
  const TextAreaResult result = text_area(ui_, id, before, look);
  std::string now = result.text.value_or(before);
  if (const auto word = result.typing ? box.chosen(id) : std::nullopt) {
    now.replace(word->first, result.caret - word->first, word->second);
    put_caret(ui_, id, word->first + word->second.size());
  } else if (result.typing && result.text) {
    box.offer(id, complete_condition(now, result.caret, context_.names()));
  }
  if (now != before && now.empty()) {
    take_out(path(key), id);
  } else if (now != before) {
    put(path(key), now, ScalarKind::text, id);
  }
  if (result.typing) {
    box.draw(ui_, id, result.caret_at);
  }
  const YamlSpans* spans = context_.seen();
  if (!now.empty() && spans != nullptr) {
    ImGui::SetCursorPosX(left);
    ui_.paragraph(condition_in_words(now, *spans, context_.words()), ToolFont::small, theme::kInk2);
  }
}

void FormFields::choice(std::string_view key,
                        const std::vector<ToolOption>& options,
                        bool may_be_none) {
  const std::string name(key);
  label("editor.f-" + name);
  std::vector<ToolOption> all = options;
  if (may_be_none) {
    all.insert(all.begin(), {"", word("editor.none")});
  }
  if (const auto chosen = ui_.choice(row(name), all, value(key), 300)) {
    if (all[*chosen].value.empty()) {
      take_out(path(key), {});
    } else {
      put(path(key), all[*chosen].value, ScalarKind::word, {});
    }
  }
}

void FormFields::slider(std::string_view key,
                        int low,
                        int high,
                        int unset,
                        std::optional<int> marked) {
  const std::string name(key);
  label("editor.f-" + name);
  const std::string id = row(name);
  if (const auto set = ui_.slider(id, number_in(value(key), unset), low, high, 300, marked)) {
    put(path(key), std::to_string(*set), ScalarKind::word, id);
  }
}

void FormFields::number(std::string_view key, bool required) {
  const std::string name(key);
  label("editor.f-" + name);
  const std::string id = row(name);
  // A required one that was emptied is so in its field only, until another is typed.
  std::map<std::string, std::string>& drafts = context_.drafts();
  const bool emptied = drafts.count(id) != 0 && ui_.types_in(id);
  const TextAreaResult result =
      text_area(ui_, id, emptied ? std::string() : value(key), {.width = 120});
  if (!emptied) {
    drafts.erase(id);
  }
  if (!result.text) {
    return;
  }
  const std::string digits = number_of(*result.text);
  drafts.erase(id);
  if (!digits.empty()) {
    put(path(key), digits, ScalarKind::word, id);
  } else if (required) {
    drafts[id];
  } else {
    take_out(path(key), id);
  }
}

void FormFields::tick(std::string_view key, bool unset) {
  const std::string name(key);
  const std::string now = value(key);
  const bool on = now.empty() ? unset : now == "true";
  label("");
  const auto set = ui_.tick(row(name), word("editor.f-" + name), on);
  if (set && *set == unset) {
    take_out(path(key), {});
  } else if (set) {
    put(path(key), *set ? "true" : "false", ScalarKind::word, {});
  }
}

std::optional<std::vector<std::string>> FormFields::pick(std::string_view key,
                                                         const std::vector<ToolOption>& options,
                                                         std::vector<std::string> chosen) {
  const std::string name(key);
  label("editor.f-" + name);
  const float left = ImGui::GetCursorScreenPos().x;
  const float right = left + ImGui::GetContentRegionAvail().x;
  float x = left;
  for (const ToolOption& option : options) {
    const std::string shown = ui_.fitted(option.label, ui_.px(300), ToolFont::strong);
    const float width = ui_.text_width(shown, ToolFont::strong) + ui_.px(26);
    if (x > left && x + width <= right) {
      ImGui::SameLine();
    } else if (x > left) {
      x = left;
      ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
    }
    x += width + ImGui::GetStyle().ItemSpacing.x;
    const auto found = std::find(chosen.begin(), chosen.end(), option.value);
    const bool on = found != chosen.end();
    if (ui_.button(row(name) + "/" + option.value, shown, {.chosen = on})) {
      on ? static_cast<void>(chosen.erase(found)) : chosen.push_back(option.value);
      return chosen;
    }
  }
  return std::nullopt;
}

void FormFields::chips(std::string_view key, const std::vector<ToolOption>& options) {
  const YamlSpans* spans = edited_.seen();
  if (options.empty() || spans == nullptr) {
    return;
  }
  const auto chosen = pick(key, options, words_at(*spans, path(key)));
  if (chosen && chosen->empty()) {
    take_out(path(key), {});
  } else if (chosen) {
    put(path(key), in_brackets(*chosen), ScalarKind::word, {});
  }
}

void FormFields::pairs(std::string_view key, NameRule rule) {
  const std::string name(key);
  label("editor.f-" + name);
  ImGui::BeginGroup();
  for (const ToolOption& pair : map_options(edited_, path(key))) {
    const std::string id = row(name + "-" + pair.value);
    const std::string at = path(key) + "." + pair.value;
    ui_.text(pair.value, ToolFont::small, theme::kInk2);
    TextAreaLook look;
    look.kind = rule == NameRule::id ? TextAreaKind::grows : TextAreaKind::line;
    look.width = ImGui::GetContentRegionAvail().x / ui_.scale() - 50;
    look.rows = 1;
    const TextAreaResult result = text_area(ui_, id, pair.label, look);
    if (result.text && rule == NameRule::id) {
      put(at, *result.text, ScalarKind::text, id);
    } else if (result.text) {
      edited_.type_value(at, *result.text, id);
    }
    ImGui::SameLine();
    if (ui_.button(id + "-remove", "", {.kind = ToolButton::plain, .icon = "x"})) {
      take_out(at, {});
    }
  }
  new_pair(name, rule);
  ImGui::EndGroup();
}

void FormFields::new_pair(const std::string& key, NameRule rule) {
  const char* first = rule == NameRule::id ? "\"…\"" : "0";
  new_name(key, [&](const std::string& name) {
    const bool added = apply(
        [&](const YamlSpans& spans) { return add_entry(spans, path(key), name, first, rule); });
    return added ? row(key + "-" + name) : std::string();
  });
}

void FormFields::new_name(const std::string& key,
                          const std::function<std::string(const std::string&)>& add) {
  const std::string id = row(key + "/new");
  std::string& typed = context_.drafts()[path(key + "/new")];
  const TextAreaResult result =
      text_area(ui_, id, typed, {.width = 220, .hint = word("editor.new-name")});
  if (result.text) {
    typed = *result.text;
  }
  ImGui::SameLine();
  const bool asked = ui_.button(id + "-add", word("editor.add"), {.enabled = !typed.empty()});
  if ((!asked && !result.entered) || typed.empty()) {
    return;
  }
  const std::string next = add(std::string(trimmed(typed)));
  if (!next.empty()) {
    ui_.focus(next);
    typed.clear();
  }
}

}  // namespace mot
