// What the readers of the parts of a scenario share, and the small pieces they have in common.
// Internal to engine/scenario.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/loader.h"
#include "engine/scenario/model.h"
#include "engine/scenario/name_index.h"
#include "engine/scenario/node_reader.h"

namespace mot {

/// The keys of a moment and of a response.
inline constexpr std::array<std::string_view, 23> kMomentKeys{
    "id",     "stage",      "channel",    "touchpoint", "weight",    "expects", "acceptable_wait",
    "says",   "feels",      "speaker",    "thinks",     "image",     "sound",   "scene",
    "hint",   "time_limit", "on_timeout", "shuffle",    "responses", "next",    "chance",
    "ending", "verbatim"};
inline constexpr std::array<std::string_view, 21> kResponseKeys{
    "id",         "say",    "do",     "when",     "once",  "delivers", "wait",
    "behaviours", "meets",  "breaks", "uncovers", "set",   "reply",    "feels",
    "speaker",    "thinks", "image",  "sound",    "coach", "next",     "tags"};

/// One file being read into a scenario.
struct ReadContext {
  NodeReader reader;
  Scenario& scenario;
  const LoadOptions& options;
  NameIndex& names;
  TextOrigin origin = TextOrigin::scenario;
  bool draft = false;
  /// The customer's levels are unknown because their file is wrong: no follow-ups about levels.
  bool customer_broken = false;
  /// The stages are unknown because the journey is wrong or missing.
  bool journey_broken = false;
  /// The moment being read; kNone before and after them.
  MomentIndex current = kNone;
  /// By moment: it leads somewhere that could not be told. Shorter than the moments where the rest
  /// has none.
  std::vector<char> unknown_targets = {};
  /// Some moment is of no kind, or of two.
  bool unknown_kind = false;
  /// An entry of `leaves` leads somewhere that could not be told.
  bool unknown_leave = false;

  /// Error, or warning in a draft.
  Severity unless_draft() const { return draft ? Severity::warning : Severity::error; }
  /// What is being read leads somewhere that can't be told, so that reachability can't either.
  void mark_unknown_target();
};

/// Reads a text into the scenario; kNoText where absent or wrong (reported).
TextId read_text(ReadContext& context, YamlNode node, std::string_view what);
/// The same where the key must be there: its absence is reported at `owner`.
TextId read_required_text(ReadContext& context,
                          YamlNode owner,
                          std::string_view owner_name,
                          const Fields& fields,
                          std::string_view key);

/// Compiles a condition (`when`); an absent one is empty. A wrong one is reported and becomes
/// empty.
CodeRange read_condition(ReadContext& context, YamlNode node);
/// Compiles an expression of a type, the new value of a variable if one is named. False: reported.
bool read_expression(ReadContext& context,
                     YamlNode node,
                     ValueType wanted,
                     CodeRange& into,
                     std::string_view variable = {});

/// Index of a moment by id. A misspelt one is reported (M0012) and repaired where one is near; else
/// kNone. `who` says who leads there: "response 'act'".
MomentIndex read_target(ReadContext& context, YamlNode node, std::string_view who);

/// Index of a name in a list of declared ones; a name that is not there is reported under `code`,
/// unless declarations failed.
std::optional<std::int32_t> read_name(ReadContext& context,
                                      YamlNode node,
                                      std::string_view what,
                                      const NameList& names,
                                      std::string_view code);
/// Index of a dimension; an unknown name is reported at `key`.
std::optional<std::size_t> dimension_named(const NodeReader& reader,
                                           std::string_view name,
                                           YamlNode key);
/// A scene's name; one without a picture is warned about.
std::string_view read_scene(ReadContext& context, YamlNode node);

/// Reads `says`, `reply` or `thinks`: a text, a map or a list of maps.
Range read_lines(ReadContext& context, YamlNode node, std::string_view what);
/// Reads feels, speaker, image, sound.
Manner read_manner(ReadContext& context, const Fields& fields);
/// Reads `next` of a response or a line: an id or a list of routes.
Range read_routes(ReadContext& context, YamlNode node, std::string_view who);

/// A file of an `image:` or `sound:` key, below the scenario's folder and there; else reported and
/// empty.
std::string_view read_media(ReadContext& context, YamlNode node, std::string_view what);

/// Reads a portrait: a person's name, or a map that changes one.
Portrait read_portrait(ReadContext& context, YamlNode node);

/// Reads `standards`, `needs`, `reference`, `cast` and `variables`.
void read_declarations(ReadContext& context, const Fields& fields);
/// Gives every moment and response its index and id, so that whatever is read next may name them.
void collect_moments(ReadContext& context, const std::vector<YamlNode>& moments);
/// Whether any of these moments names a stage.
bool names_a_stage(const ReadContext& context, const std::vector<YamlNode>& moments);
/// Reads `start`, `leaves` and `accept`.
void read_ways_out(ReadContext& context, const Fields& fields);

/// Reads one moment of an index that pass one has given it.
void read_moment(ReadContext& context, YamlNode node, MomentIndex index);
/// Reads the responses of a decision into their slots.
void read_responses(ReadContext& context, YamlNode node, MomentIndex index);

/// Reads a customer (inline or a file's root) into the scenario. `own_file`: `mot` is required and
/// recommended keys are missed.
void read_customer(ReadContext& context, YamlNode node, bool own_file);
/// Reads a journey's title and stages into the scenario.
void read_journey(ReadContext& context, YamlNode node, bool own_file);

/// Reports what is wrong with the graph of moments (M0082 … M0087).
/// What concerns all moments is reported at `moments_key`.
void check_graph(ReadContext& context, YamlNode moments_key);

}  // namespace mot
