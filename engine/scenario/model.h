// A scenario in memory: what the file says, names resolved to indices, numbers checked. Immutable
// once loaded; every other part of the engine reads it. Made by loader.h. Implements
// docs/scenario_format.md.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/customer/dimensions.h"
#include "engine/customer/gap.h"
#include "engine/customer/persona.h"
#include "engine/scenario/expression.h"

namespace mot {

/// A text a reader sees: an index into Scenario::texts, so that a translation is a table beside it.
/// 0: no text.
using TextId = std::uint32_t;
inline constexpr TextId kNoText = 0;

/// Indices into Scenario's vectors; −1: none.
using MomentIndex = std::int32_t;
using ResponseIndex = std::int32_t;
inline constexpr std::int32_t kNone = -1;

/// A run of entries in one of Scenario's vectors.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  bool empty() const { return count == 0; }
};

/// One variant of what is said, replied or thought; the first whose condition holds is taken.
struct Line {
  CodeRange when;
  TextId text = kNoText;
  /// The customer's thought that goes with this variant.
  TextId thinks = kNoText;
  /// A Feeling, or −1: the moment's or the response's, then the mood's.
  std::int8_t feels = -1;
  /// Index into cast, or −1: the moment's or the response's, then the customer.
  std::int16_t speaker = -1;
  /// Files below the scenario's folder; empty: none.
  std::string_view image;
  std::string_view sound;
  /// One of a list, so that its translation path ends in its number.
  bool listed = false;
};

/// What belongs to a line where its variant does not say otherwise.
struct Manner {
  std::int8_t feels = -1;
  std::int16_t speaker = -1;
  std::string_view image;
  std::string_view sound;
};

/// Where to go on: the first route whose condition holds.
struct Route {
  CodeRange when;
  MomentIndex target = kNone;
};

/// A branch of fate.
struct FateBranch {
  /// 1 … 1000, relative to the other branches.
  std::int32_t odds = 1;
  MomentIndex target = kNone;
};

/// `set`: a variable and the code of its new value.
struct Assignment {
  std::int32_t variable = kNone;
  CodeRange value;
};

/// One thing the trainee can say or do.
struct Response {
  std::string_view id;
  /// The moment it belongs to.
  MomentIndex moment = kNone;
  TextId text = kNoText;
  /// True for `do`, false for `say`.
  bool is_action = false;
  bool once = false;
  CodeRange when;
  /// Ratings 1 … 10 by dimension, a wait already turned into one; 0 where not at stake.
  Delivery delivers{};
  bool has_wait = false;
  bool wait_informed = false;
  std::int32_t wait_minutes = 0;
  /// Gap D in hundredths; 0 where the moment is not scored.
  std::int32_t gap = 0;
  BitSet8 behaviours = 0;
  /// Ranges in Scenario::id_list: indices of standards, needs.
  Range meets;
  Range breaks;
  Range uncovers;
  /// Range in Scenario::tag_list.
  Range tags;
  /// Range in Scenario::assignments.
  Range sets;
  /// Ranges in Scenario::lines.
  Range reply;
  Range thinks;
  Manner manner;
  TextId coach = kNoText;
  /// Range in Scenario::routes.
  Range next;
  Position position;
};

/// What a moment is.
enum class MomentKind : std::uint8_t { decision, line, fate, ending };

/// One moment.
struct Moment {
  std::string_view id;
  MomentKind kind = MomentKind::line;
  /// A decision with something at stake: a moment of truth.
  bool scored = false;
  bool shuffle = true;
  /// Index into stages, or −1.
  std::int16_t stage = -1;
  /// A Channel, or −1.
  std::int8_t channel = -1;
  EndingKind ending = EndingKind::resolved;
  TextId touchpoint = kNoText;
  TextId hint = kNoText;
  /// Ranges in Scenario::lines.
  Range says;
  Range thinks;
  Manner manner;
  /// Empty: the scenario's.
  std::string_view scene;
  /// Its share in what is remembered, 1 … 5.
  std::int32_t weight = 1;
  Stake stake;
  /// Minutes; 0: none given.
  std::int32_t acceptable_wait = 0;
  /// Seconds; 0: no limit.
  std::int32_t time_limit = 0;
  /// Index into responses, or −1.
  ResponseIndex on_timeout = kNone;
  /// Range in Scenario::responses (decisions).
  Range responses;
  /// Range in Scenario::routes (lines).
  Range next;
  /// Range in Scenario::branches (fate).
  Range chance;
  /// By Category (endings).
  std::array<TextId, kCategories> verbatim{};
  Position position;
};

/// A stage of the journey.
struct Stage {
  std::string_view id;
  TextId title = kNoText;
  TextId standard = kNoText;
  TextId about = kNoText;
};

/// A named thing with one text: a standard, a need.
struct NamedText {
  std::string_view id;
  TextId text = kNoText;
};

/// A member of the cast besides the customer.
struct CastMember {
  std::string_view id;
  TextId name = kNoText;
  Portrait portrait;
};

/// What the trainee may look up.
struct ReferencePage {
  std::string_view id;
  TextId title = kNoText;
  TextId text = kNoText;
};

struct Variable {
  std::string_view name;
  ValueType type = ValueType::integer;
  std::int32_t start = 0;
};

/// The customer walks out (or asks for the manager) when the condition holds.
struct Leave {
  CodeRange when;
  MomentIndex target = kNone;
};

/// An author's reason for silencing a smell.
struct Accept {
  std::string_view smell;
  /// A moment, `moment.response`, or empty: everywhere.
  std::string_view where;
  std::string_view because;
  Position position;
};

/// The customer as loaded.
struct Customer {
  std::string_view id;
  TextId name = kNoText;
  TextId role = kNoText;
  TextId about = kNoText;
  /// Years; −1: not given.
  std::int32_t age = -1;
  Persona persona;
  Portrait portrait;
  Voice voice;
};

/// Which file a text comes from; each has its own language and translations.
enum class TextOrigin : std::uint8_t { scenario, customer, journey };

/// One source text.
struct Text {
  std::string_view text;
  TextOrigin origin = TextOrigin::scenario;
};

/// The texts of one language, beside Scenario::texts.
struct Translation {
  /// BCP 47.
  std::string language;
  TextOrigin origin = TextOrigin::scenario;
  /// By TextId; empty: not translated.
  std::vector<std::string_view> texts;
};

/// A whole scenario with its customer and stages. Views point into `storage`.
struct Scenario {
  std::string_view id;
  /// BCP 47 tag of the file's own texts, and of the customer's and the journey's.
  std::array<std::string_view, 3> language{"en", "en", "en"};
  std::string_view setting;
  std::string_view scene;
  TextId title = kNoText;
  TextId summary = kNoText;
  TextId brief = kNoText;
  /// Typical length, 1 … 600; 0: not given.
  std::int32_t minutes = 0;
  /// 1 … 5; 0: not given.
  std::int32_t difficulty = 0;
  bool draft = false;
  Customer customer;
  std::string_view journey;
  TextId journey_title = kNoText;
  MomentIndex start = 0;

  std::vector<Stage> stages;
  std::vector<NamedText> standards;
  std::vector<NamedText> needs;
  std::vector<CastMember> cast;
  std::vector<ReferencePage> reference;
  std::vector<Variable> variables;
  std::vector<Leave> leaves;
  std::vector<Accept> accepts;
  std::vector<Moment> moments;
  /// All responses, those of one moment together, in the file's order.
  std::vector<Response> responses;

  // What ranges point into.
  std::vector<Line> lines;
  std::vector<Route> routes;
  std::vector<FateBranch> branches;
  std::vector<Assignment> assignments;
  std::vector<std::int32_t> id_list;
  std::vector<std::string_view> tag_list;
  std::vector<Op> code;

  /// Index 0 is no text.
  std::vector<Text> texts{Text{}};
  std::vector<Translation> translations;

  /// Folder of the file, for images and sounds; "." for none.
  std::string folder;
  /// The scenario's own file; findings point into it.
  std::shared_ptr<const SourceText> source;
  /// Keeps what the views point into.
  std::vector<std::shared_ptr<const void>> storage;

  std::span<const Response> responses_of(const Moment& moment) const {
    return std::span(responses).subspan(moment.responses.first, moment.responses.count);
  }
  std::span<const Line> lines_of(Range range) const {
    return std::span(lines).subspan(range.first, range.count);
  }
  std::span<const Route> routes_of(Range range) const {
    return std::span(routes).subspan(range.first, range.count);
  }
  std::span<const FateBranch> branches_of(const Moment& moment) const {
    return std::span(branches).subspan(moment.chance.first, moment.chance.count);
  }
  std::span<const Assignment> sets_of(const Response& response) const {
    return std::span(assignments).subspan(response.sets.first, response.sets.count);
  }
  std::span<const std::int32_t> ids_of(Range range) const {
    return std::span(id_list).subspan(range.first, range.count);
  }
  std::span<const std::string_view> tags_of(const Response& response) const {
    return std::span(tag_list).subspan(response.tags.first, response.tags.count);
  }

  /// Index of a moment by id, or −1. Linear: for names that people type.
  MomentIndex find_moment(std::string_view id) const;
  /// Index of `moment.response`, or −1.
  ResponseIndex find_response(std::string_view name) const;
  /// "moment.response", the name of a choice in files and on the command line.
  std::string name_of_response(ResponseIndex response) const;
};

}  // namespace mot
