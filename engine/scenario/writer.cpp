#include "engine/scenario/writer.h"

#include <fmt/format.h>

#include <iterator>

namespace mot {
namespace {

class ScenarioWriter {
 public:
  explicit ScenarioWriter(const Scenario& scenario) : s_(scenario) {}

  std::string write() {
    write_head();
    write_journey();
    write_customer();
    write_declarations();
    write_ways_out();
    line(0, "moments:");
    for (const Moment& moment : s_.moments) write_moment(moment);
    return std::move(out_);
  }

 private:
  void line(std::size_t indent, std::string_view text) {
    out_.append(first_ ? indent - 2 : indent, ' ');
    if (first_) out_ += "- ";
    first_ = false;
    out_ += text;
    out_ += '\n';
  }
  // The next line begins an entry of a list.
  void entry() { first_ = true; }

  void key(std::size_t indent, std::string_view name, std::string_view text) {
    line(indent, fmt::format("{}: {}", write_flow_text(name), write_text(text, indent)));
  }
  void key_if(std::size_t indent, std::string_view name, std::string_view text) {
    if (!text.empty()) key(indent, name, text);
  }
  void key_text(std::size_t indent, std::string_view name, TextId text) {
    if (text != kNoText) key(indent, name, s_.texts[text].text);
  }
  void number(std::size_t indent, std::string_view name, int value) {
    line(indent, fmt::format("{}: {}", name, value));
  }
  void condition(std::size_t indent, CodeRange when) {
    key_if(indent, "when", write_expression(s_, when));
  }
  template <class Names>
  void list(std::size_t indent, std::string_view name, const Names& names) {
    if (names.empty()) return;
    std::vector<std::string> words;
    words.reserve(names.size());
    for (const std::string_view word : names) words.push_back(write_flow_text(word));
    line(indent, fmt::format("{}: [{}]", name, fmt::join(words, ", ")));
  }
  std::string_view moment_id(MomentIndex moment) const {
    return s_.moments[static_cast<std::size_t>(moment)].id;
  }

  void write_head() {
    line(0, "mot: 1");
    if (s_.draft) line(0, "draft: true");
    key(0, "id", s_.id);
    key_text(0, "title", s_.title);
    key(0, "language", s_.language[static_cast<std::size_t>(TextOrigin::scenario)]);
    key_if(0, "setting", s_.setting);
    key_if(0, "scene", s_.scene);
    key_text(0, "summary", s_.summary);
    key_text(0, "brief", s_.brief);
    if (s_.minutes > 0) number(0, "minutes", s_.minutes);
    if (s_.difficulty > 0) number(0, "difficulty", s_.difficulty);
  }

  void write_journey() {
    if (s_.journey.empty()) return;
    if (s_.texts[s_.journey_title].origin == TextOrigin::journey) {
      key(0, "journey", s_.journey);
      return;
    }
    line(0, "journey:");
    key(2, "id", s_.journey);
    key_text(2, "title", s_.journey_title);
    line(2, "stages:");
    for (const Stage& stage : s_.stages) {
      entry();
      key(6, "id", stage.id);
      key_text(6, "title", stage.title);
      key_text(6, "standard", stage.standard);
      key_text(6, "about", stage.about);
    }
  }

  void write_portrait(std::size_t indent, const Portrait& portrait) {
    const std::string text = mot::write_portrait(portrait);
    if (!text.empty()) line(indent, "portrait: " + text);
  }

  // Without an exponent, which the format does not have.
  static std::string decimal(double value) {
    std::string text = fmt::format("{:.14f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text += '0';
    return text;
  }

  void write_customer() {
    const Customer& customer = s_.customer;
    const Persona& persona = customer.persona;
    if (s_.texts[customer.name].origin == TextOrigin::customer) {
      key(0, "customer", customer.id);
      return;
    }
    line(0, "customer:");
    key(2, "id", customer.id);
    key_text(2, "name", customer.name);
    key_text(2, "role", customer.role);
    if (customer.age >= 0) number(2, "age", customer.age);
    key_text(2, "about", customer.about);
    write_portrait(2, customer.portrait);
    line(2, fmt::format("voice: {{ pitch: {}, speed: {} }}", customer.voice.pitch,
                        customer.voice.speed));
    number(2, "mood", persona.mood);
    line(2, "expects:");
    for (std::size_t d = 0; d < kDimensions; ++d) {
      const std::string_view kind = name_of(persona.kind[d]);
      if (persona.level[d] > 0) {
        line(4, fmt::format("{}: {{ level: {}, kind: {} }}", kDimensionNames[d], persona.level[d],
                            kind));
      } else if (persona.kind[d] != ExpectationKind::performance) {
        line(4, fmt::format("{}: {{ kind: {} }}", kDimensionNames[d], kind));
      }
    }
    line(2, "importance:");
    for (std::size_t d = 0; d < kDimensions; ++d)
      number(4, kDimensionNames[d], persona.importance[d]);
    line(2, "spread: " + decimal(persona.spread));
  }

  void write_named(std::string_view name, const std::vector<NamedText>& texts) {
    if (!texts.empty()) line(0, fmt::format("{}:", name));
    for (const NamedText& text : texts) key_text(2, text.id, text.text);
  }

  void write_declarations() {
    write_named("standards", s_.standards);
    write_named("needs", s_.needs);
    if (!s_.variables.empty()) line(0, "variables:");
    for (const Variable& variable : s_.variables) {
      if (variable.type == ValueType::boolean) {
        line(2, fmt::format("{}: {}", variable.name, variable.start != 0));
      } else {
        number(2, variable.name, variable.start);
      }
    }
    if (!s_.cast.empty()) line(0, "cast:");
    for (const CastMember& member : s_.cast) {
      line(2, write_flow_text(member.id) + ":");
      key_text(4, "name", member.name);
      write_portrait(4, member.portrait);
    }
    if (!s_.reference.empty()) line(0, "reference:");
    for (const ReferencePage& page : s_.reference) {
      line(2, write_flow_text(page.id) + ":");
      key_text(4, "title", page.title);
      key_text(4, "text", page.text);
    }
  }

  void write_ways_out() {
    if (!s_.leaves.empty()) line(0, "leaves:");
    for (const Leave& leave : s_.leaves) {
      entry();
      condition(4, leave.when);
      key(4, "next", moment_id(leave.target));
    }
    if (!s_.accepts.empty()) line(0, "accept:");
    for (const Accept& accept : s_.accepts) {
      entry();
      key(4, "smell", accept.smell);
      key_if(4, "where", accept.where);
      key(4, "because", accept.because);
    }
    key(0, "start", moment_id(s_.start));
  }

  void write_manner(std::size_t indent, const Manner& manner) {
    if (manner.feels >= 0)
      key(indent, "feels", kFeelingNames[static_cast<std::size_t>(manner.feels)]);
    if (manner.speaker >= 0)
      key(indent, "speaker", s_.cast[static_cast<std::size_t>(manner.speaker)].id);
    key_if(indent, "image", manner.image);
    key_if(indent, "sound", manner.sound);
  }

  void write_variant(std::size_t indent, const Line& variant) {
    condition(indent, variant.when);
    key_text(indent, "text", variant.text);
    key_text(indent, "thinks", variant.thinks);
    write_manner(indent, {variant.feels, variant.speaker, variant.image, variant.sound});
  }

  void write_lines(std::size_t indent, std::string_view name, Range range) {
    if (range.empty()) return;
    const Line& only = s_.lines_of(range)[0];
    const bool bare = only.thinks == kNoText && only.feels < 0 && only.speaker < 0 &&
                      only.image.empty() && only.sound.empty();
    if (!only.listed && bare) {
      key_text(indent, name, only.text);
      return;
    }
    line(indent, fmt::format("{}:", name));
    for (const Line& variant : s_.lines_of(range)) {
      if (variant.listed) entry();
      write_variant(indent + (variant.listed ? 4 : 2), variant);
    }
  }

  void write_routes(std::size_t indent, Range range) {
    const auto routes = s_.routes_of(range);
    if (routes.size() == 1) {
      key(indent, "next", moment_id(routes[0].target));
      return;
    }
    line(indent, "next:");
    for (const Route& route : routes) {
      entry();
      condition(indent + 4, route.when);
      key(indent + 4, "go", moment_id(route.target));
    }
  }

  void write_moment(const Moment& moment) {
    entry();
    key(4, "id", moment.id);
    if (moment.stage >= 0) key(4, "stage", s_.stages[static_cast<std::size_t>(moment.stage)].id);
    if (moment.channel >= 0)
      key(4, "channel", kChannelNames[static_cast<std::size_t>(moment.channel)]);
    key_text(4, "touchpoint", moment.touchpoint);
    key_if(4, "scene", moment.scene);
    write_lines(4, "says", moment.says);
    write_lines(4, "thinks", moment.thinks);
    write_manner(4, moment.manner);
    switch (moment.kind) {
      case MomentKind::decision: write_decision(moment); break;
      case MomentKind::line: write_routes(4, moment.next); break;
      case MomentKind::fate: write_fate(moment); break;
      case MomentKind::ending: write_ending(moment); break;
    }
  }

  void write_fate(const Moment& moment) {
    line(4, "chance:");
    for (const FateBranch& branch : s_.branches_of(moment)) {
      entry();
      number(8, "odds", branch.odds);
      key(8, "next", moment_id(branch.target));
    }
  }

  void write_ending(const Moment& moment) {
    key(4, "ending", name_of(moment.ending));
    bool any = false;
    for (std::size_t c = 0; c < kCategories; ++c) {
      if (moment.verbatim[c] == kNoText) continue;
      if (!any) line(4, "verbatim:");
      any = true;
      key_text(6, kCategoryNames[c], moment.verbatim[c]);
    }
  }

  void write_decision(const Moment& moment) {
    if (moment.weight != 1) number(4, "weight", moment.weight);
    if (moment.scored) line(4, "expects:");
    for (std::size_t d = 0; moment.scored && d < kDimensions; ++d) {
      if (!has(moment.stake.at_stake, kAllDimensions[d])) continue;
      const Expectation& expected = moment.stake.expected[d];
      line(6, fmt::format("{}: {{ level: {}, kind: {} }}", kDimensionNames[d], expected.level,
                          name_of(expected.kind)));
    }
    if (moment.acceptable_wait > 0) number(4, "acceptable_wait", moment.acceptable_wait);
    if (moment.time_limit > 0) number(4, "time_limit", moment.time_limit);
    if (moment.on_timeout != kNone)
      key(4, "on_timeout", s_.responses[static_cast<std::size_t>(moment.on_timeout)].id);
    key_text(4, "hint", moment.hint);
    if (!moment.shuffle) line(4, "shuffle: false");
    line(4, "responses:");
    for (const Response& response : s_.responses_of(moment)) write_response(moment, response);
  }

  void write_ratings(const Moment& moment, const Response& response) {
    std::vector<std::string> ratings;
    for (std::size_t d = 0; d < kDimensions; ++d) {
      if (!has(moment.stake.at_stake, kAllDimensions[d])) continue;
      if (response.has_wait && kAllDimensions[d] == Dimension::responsiveness) continue;
      ratings.push_back(fmt::format("{}: {}", kDimensionNames[d], response.delivers[d]));
    }
    if (moment.scored && !ratings.empty())
      line(8, fmt::format("delivers: {{ {} }}", fmt::join(ratings, ", ")));
    if (response.has_wait)
      line(8, fmt::format("wait: {{ minutes: {}, informed: {} }}", response.wait_minutes,
                          response.wait_informed));
  }

  template <class Named>
  std::vector<std::string_view> ids_of(const std::vector<Named>& named, Range range) const {
    std::vector<std::string_view> ids;
    for (const std::int32_t i : s_.ids_of(range))
      ids.push_back(named[static_cast<std::size_t>(i)].id);
    return ids;
  }

  void write_response(const Moment& moment, const Response& response) {
    entry();
    key(8, "id", response.id);
    key_text(8, response.is_action ? "do" : "say", response.text);
    condition(8, response.when);
    if (response.once) line(8, "once: true");
    write_ratings(moment, response);
    std::vector<std::string_view> behaviours;
    for (std::size_t b = 0; b < kBehaviours; ++b) {
      if ((response.behaviours & (1U << b)) != 0) behaviours.push_back(kBehaviourNames[b]);
    }
    list(8, "behaviours", behaviours);
    list(8, "meets", ids_of(s_.standards, response.meets));
    list(8, "breaks", ids_of(s_.standards, response.breaks));
    list(8, "uncovers", ids_of(s_.needs, response.uncovers));
    if (!response.sets.empty()) line(8, "set:");
    for (const Assignment& set : s_.sets_of(response)) {
      const Variable& variable = s_.variables[static_cast<std::size_t>(set.variable)];
      key(10, variable.name, write_expression(s_, set.value, variable.type));
    }
    write_lines(8, "reply", response.reply);
    write_lines(8, "thinks", response.thinks);
    write_manner(8, response.manner);
    key_text(8, "coach", response.coach);
    list(8, "tags", s_.tags_of(response));
    write_routes(8, response.next);
  }

  const Scenario& s_;
  std::string out_;
  bool first_ = false;
};

}  // namespace

std::string write_scenario(const Scenario& scenario) { return ScenarioWriter(scenario).write(); }

}  // namespace mot
