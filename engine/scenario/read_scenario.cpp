// A scenario document, top down: first everything that has a name, then everything that uses names,
// then the graph.
#include "engine/scenario/read_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>

#include "engine/scenario/read_context.h"
#include "engine/scenario/translation_reader.h"

namespace mot {
namespace {

constexpr std::size_t kMaxMoments = 20'000;
constexpr std::size_t kMaxResponses = 32;
constexpr std::size_t kMaxVariables = 256;

constexpr std::array<std::string_view, 21> kScenarioKeys{
    "mot",       "id",      "title", "language", "setting",    "journey",   "customer",
    "scene",     "summary", "brief", "minutes",  "difficulty", "standards", "needs",
    "variables", "leaves",  "start", "moments",  "cast",       "accept",    "draft"};
constexpr std::array<std::string_view, 2> kLeaveKeys{"when", "next"};
constexpr std::array<std::string_view, 2> kCastKeys{"name", "portrait"};
constexpr std::array<std::string_view, 2> kReferenceKeys{"title", "text"};
constexpr std::array<std::string_view, 3> kAcceptKeys{"smell", "where", "because"};
constexpr std::array<std::string_view, 10> kReservedNames{
    "and", "or", "not", "true", "false", "mood", "turn", "visited", "chose", "knows"};

bool is_variable_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxIdLength || name[0] < 'a' || name[0] > 'z') return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// Reads one scenario; lives for one call.
class ScenarioReader {
 public:
  ScenarioReader(std::shared_ptr<const YamlDocument> document,
                 const LoadOptions& options,
                 DocumentCache& cache,
                 DiagnosticSink& sink,
                 std::set<std::string>& files)
      : document_(std::move(document)),
        options_(options),
        cache_(cache),
        sink_(sink),
        files_(files),
        scenario_(std::make_shared<Scenario>()),
        names_(sink) {}

  std::shared_ptr<const Scenario> read() {
    const std::size_t errors_before = sink_.errors();
    scenario_->source = document_->source();
    scenario_->storage.push_back(document_);
    const std::filesystem::path path(document_->source()->path);
    scenario_->folder =
        path.has_parent_path() ? path.parent_path().lexically_normal().generic_string() : ".";
    ReadContext context{NodeReader(*document_, sink_), *scenario_, options_, names_};
    read_root(context);
    if (sink_.errors() != errors_before) return nullptr;
    if (options_.translations) read_translations(context);
    return scenario_;
  }

 private:
  void read_root(ReadContext& context) {
    const NodeReader& reader = context.reader;
    const YamlNode root = document_->root();
    std::vector<std::string_view> keys(kScenarioKeys.begin(), kScenarioKeys.end());
    keys.push_back("reference");
    if (document_->kind(root) != YamlKind::map) {
      reader.report(root, "M0022", "a scenario is a map of 'key: value', this is something else",
                    "`mot new ID` writes a scenario to start from");
      return;
    }
    if (unknown_version(context, root)) return;
    if (!reader.fields(root, "a scenario", keys, fields_)) return;
    read_version(reader, root, "mot", fields_);
    read_head(context, root);
    read_journey_of(context, root);
    read_customer_of(context, root);
    read_named_texts(context);
    read_cast(context);
    read_variables(context);
    if (!fields_.contains("moments")) {
      reader.missing(root, "a scenario", "moments");
      return;
    }
    std::vector<YamlNode> moments;
    if (!reader.items(fields_["moments"], "'moments'", moments)) return;
    if (moments.empty()) {
      reader.report(fields_["moments"], "M0030", "a scenario needs moments",
                    "at least one decision and one ending");
      return;
    }
    if (moments.size() > kMaxMoments) {
      reader.report(
          moments[kMaxMoments], "M0029",
          fmt::format("there are {} moments; at most {} are allowed", moments.size(), kMaxMoments),
          "split the scenario");
      return;
    }
    collect_moments(context, moments);
    read_needs_journey(context, root, moments);
    for (std::size_t i = 0; i < moments.size(); ++i)
      read_moment(context, moments[i], static_cast<MomentIndex>(i));
    read_start(context);
    read_leaves(context);
    read_accepts(context);
    check_graph(context, fields_["moments"]);
  }

  // A file of a later version may have keys that we don't know: say only that.
  bool unknown_version(ReadContext& context, YamlNode root) {
    for (YamlNode key = document_->first(root); key != kNoNode;
         key = document_->next(document_->next(key))) {
      if (document_->text(key) != "mot") continue;
      const YamlNode value = document_->next(key);
      if (document_->kind(value) == YamlKind::scalar && document_->text(value) == "1" &&
          !document_->quoted(value))
        return false;
      const std::string_view found =
          document_->kind(value) == YamlKind::scalar ? document_->text(value).substr(0, 40) : "";
      context.reader.report(
          value, "M0011",
          fmt::format("format version '{}' is not known; this programme reads version 1", found),
          "write 'mot: 1', or use a newer programme");
      return true;
    }
    return false;
  }

  void read_head(ReadContext& context, YamlNode root) {
    const NodeReader& reader = context.reader;
    Scenario& s = *scenario_;
    if (const auto draft = reader.boolean(fields_["draft"], "'draft'")) s.draft = *draft;
    context.draft = s.draft;
    for (const std::string_view key : {"id", "language", "customer"}) {
      if (!fields_.contains(key)) reader.missing(root, "a scenario", key);
    }
    if (const auto id = reader.id(fields_["id"], "the scenario's id")) s.id = *id;
    s.title = read_required_text(context, root, "a scenario", fields_, "title");
    if (const auto language = reader.text(fields_["language"], "'language'")) {
      if (is_language_tag(*language)) {
        s.language[static_cast<std::size_t>(TextOrigin::scenario)] = *language;
      } else {
        reader.report(fields_["language"], "M0114",
                      fmt::format("'{}' is not a language tag", *language),
                      "for example: en, zh-CN");
      }
    }
    if (const auto setting = reader.id(fields_["setting"], "'setting'")) s.setting = *setting;
    if (const auto scene = reader.text(fields_["scene"], "'scene'")) {
      s.scene = *scene;
      const auto& known = options_.pictures.scenes;
      if (!known.empty() && std::find(known.begin(), known.end(), *scene) == known.end()) {
        const std::vector<std::string_view> names(known.begin(), known.end());
        reader.report(fields_["scene"], "M0054",
                      fmt::format("scene '{}' is not known; the default picture is shown", *scene),
                      reader.suggest(*scene, names), Severity::warning);
      }
    }
    s.summary = read_text(context, fields_["summary"], "'summary'");
    s.brief = read_text(context, fields_["brief"], "'brief'");
    if (const auto minutes = reader.integer(fields_["minutes"], "'minutes'", 1, 600))
      s.minutes = *minutes;
    if (const auto difficulty = reader.integer(fields_["difficulty"], "'difficulty'", 1, 5))
      s.difficulty = *difficulty;
    for (const std::string_view key : {"summary", "brief", "minutes", "difficulty"}) {
      if (fields_.contains(key)) continue;
      sink_.add({"M0100", Severity::warning, document_->source(), document_->position(root), 1,
                 fmt::format("the scenario has no '{}'", key),
                 "the library shows it; trainees choose by it"});
    }
  }

  // Reads an inline map, or the file an id names; calls read(context of that file, root).
  template <class Read>
  bool read_named_or_inline(ReadContext& context,
                            YamlNode node,
                            std::string_view what,
                            std::string_view folder,
                            std::string_view code,
                            TextOrigin origin,
                            Read&& read) {
    if (document_->kind(node) == YamlKind::map) {
      read(context, node, false);
      return true;
    }
    const auto id = context.reader.id(node, what);
    if (!id) return false;
    const std::string path = find_neighbour(scenario_->folder, options_.library, folder, *id);
    if (path.empty()) {
      const std::vector<std::string> ids =
          neighbour_ids(scenario_->folder, options_.library, folder);
      const std::vector<std::string_view> names(ids.begin(), ids.end());
      std::string hint = context.reader.suggest(*id, names);
      if (hint.empty())
        hint = fmt::format(
            "looked for {}/{}.yaml in the scenario's folder, its parent and the library", folder,
            *id);
      context.reader.report(
          node, code, fmt::format("there is no {} '{}'", folder.substr(0, folder.size() - 1), *id),
          std::move(hint));
      return false;
    }
    files_.insert(path);
    const auto file = cache_.read(path, sink_);
    if (!file) return false;
    scenario_->storage.push_back(file);
    ReadContext own{NodeReader(*file, sink_), *scenario_, options_, names_, origin};
    read(own, file->root(), true);
    context.customer_broken = context.customer_broken || own.customer_broken;
    context.journey_broken = context.journey_broken || own.journey_broken;
    (origin == TextOrigin::customer ? customer_path_ : journey_path_) = path;
    return true;
  }

  void read_journey_of(ReadContext& context, YamlNode) {
    if (!fields_.contains("journey")) return;
    if (!read_named_or_inline(context, fields_["journey"], "the journey", "journeys", "M0052",
                              TextOrigin::journey, read_journey))
      context.journey_broken = true;
  }

  void read_customer_of(ReadContext& context, YamlNode) {
    if (!fields_.contains("customer")) {
      context.customer_broken = true;
      return;
    }
    if (!read_named_or_inline(context, fields_["customer"], "the customer", "customers", "M0051",
                              TextOrigin::customer, read_customer))
      context.customer_broken = true;
  }

  template <class Visit>
  void each_id(ReadContext& context, std::string_view key, std::string_view what, Visit&& visit) {
    if (!fields_.contains(key)) return;
    context.reader.entries(fields_[key], fmt::format("'{}'", key),
                           [&](std::string_view name, YamlNode at, YamlNode value) {
                             if (context.reader.id(at, what)) visit(name, value);
                           });
  }

  void read_named_texts(ReadContext& context) {
    each_id(context, "standards", "the standard's id", [&](std::string_view id, YamlNode value) {
      names_.add_standard(id);
      scenario_->standards.push_back({id, read_text(context, value, "a standard")});
    });
    each_id(context, "needs", "the need's id", [&](std::string_view id, YamlNode value) {
      names_.add_need(id);
      scenario_->needs.push_back({id, read_text(context, value, "a need")});
    });
    each_id(context, "reference", "the page's id", [&](std::string_view id, YamlNode value) {
      Fields page;
      if (!context.reader.fields(value, "a page of reference", kReferenceKeys, page)) return;
      ReferencePage reference;
      reference.id = id;
      reference.title = read_required_text(context, value, "a page of reference", page, "title");
      reference.text = read_required_text(context, value, "a page of reference", page, "text");
      scenario_->reference.push_back(reference);
    });
  }

  void read_cast(ReadContext& context) {
    each_id(context, "cast", "the cast member's id", [&](std::string_view id, YamlNode value) {
      names_.add_cast(id);
      CastMember member;
      member.id = id;
      Fields person;
      if (context.reader.fields(value, "a cast member", kCastKeys, person)) {
        member.name = read_required_text(context, value, "a cast member", person, "name");
        member.portrait = read_portrait(context, person["portrait"]);
      }
      scenario_->cast.push_back(std::move(member));
    });
  }

  void read_variables(ReadContext& context) {
    if (!fields_.contains("variables")) return;
    const NodeReader& reader = context.reader;
    bool too_many = false;
    reader.entries(
        fields_["variables"], "'variables'",
        [&](std::string_view name, YamlNode key, YamlNode value) {
          const bool reserved =
              std::find(kReservedNames.begin(), kReservedNames.end(), name) != kReservedNames.end();
          if (reserved || !is_variable_name(name)) {
            reader.report(
                key, "M0072",
                reserved ? fmt::format("'{}' is a word of the language of conditions", name)
                         : fmt::format("'{}' is not a variable name", name.substr(0, 80)),
                reserved ? "choose another name"
                         : "small letters, digits and '_', a letter first: promised_minutes");
            return;
          }
          if (scenario_->variables.size() == kMaxVariables) {
            if (!too_many)
              reader.report(key, "M0029",
                            fmt::format("there are more than {} variables", kMaxVariables));
            too_many = true;
            return;
          }
          Variable variable;
          variable.name = name;
          const std::string_view written = document_->text(value);
          const bool plain =
              document_->kind(value) == YamlKind::scalar && !document_->quoted(value);
          if (plain && (written == "true" || written == "false")) {
            variable.type = ValueType::boolean;
            variable.start = written == "true" ? 1 : 0;
          } else if (const auto start = reader.integer(value, fmt::format("variable '{}'", name),
                                                       std::numeric_limits<std::int32_t>::min(),
                                                       std::numeric_limits<std::int32_t>::max())) {
            variable.start = *start;
          }
          names_.add_variable(name, variable.type);
          scenario_->variables.push_back(variable);
        });
  }

  YamlNode child(YamlNode map, std::string_view name) const {
    if (document_->kind(map) != YamlKind::map) return kNoNode;
    for (YamlNode key = document_->first(map); key != kNoNode;
         key = document_->next(document_->next(key))) {
      if (document_->text(key) == name) return document_->next(key);
    }
    return kNoNode;
  }

  // Gives every moment and response its index and id, so that whatever is read next may name them.
  void collect_moments(ReadContext& context, const std::vector<YamlNode>& moments) {
    scenario_->moments.resize(moments.size());
    std::size_t total = 0;
    for (std::size_t i = 0; i < moments.size(); ++i) {
      Moment& moment = scenario_->moments[i];
      moment.position = document_->position(moments[i]);
      const YamlNode id = child(moments[i], "id");
      moment.id = declared_id(context, moments[i], id, "a moment", "the moment's id");
      if (!names_.add_moment(moment.id, static_cast<ResponseIndex>(total))) {
        const MomentIndex first = names_.moment(moment.id);
        context.reader.report(
            id, "M0028", fmt::format("moment '{}' is there already", moment.id),
            fmt::format("the first stands in line {}",
                        scenario_->moments[static_cast<std::size_t>(first)].position.line));
      }
      moment.responses = {static_cast<std::uint32_t>(total), 0};
      collect_responses(context, child(moments[i], "responses"), static_cast<MomentIndex>(i));
      total += moment.responses.count;
    }
  }

  void collect_responses(ReadContext& context, YamlNode list, MomentIndex index) {
    if (list == kNoNode || document_->kind(list) != YamlKind::sequence) return;
    Moment& moment = scenario_->moments[static_cast<std::size_t>(index)];
    for (YamlNode item = document_->first(list); item != kNoNode; item = document_->next(item)) {
      if (moment.responses.count == kMaxResponses) {
        context.reader.report(item, "M0029",
                              fmt::format("this moment has more than {} responses", kMaxResponses),
                              "nobody weighs that many; split the moment");
        return;
      }
      const YamlNode id = child(item, "id");
      Response response;
      response.moment = index;
      response.id = declared_id(context, item, id, "a response", "the response's id");
      if (!names_.add_response(response.id))
        context.reader.report(
            id, "M0028", fmt::format("response '{}' is there already in this moment", response.id),
            "give each response of a moment an id of its own");
      scenario_->responses.push_back(response);
      ++moment.responses.count;
    }
  }

  std::string_view declared_id(ReadContext& context,
                               YamlNode owner,
                               YamlNode id,
                               std::string_view owner_name,
                               std::string_view what) {
    if (document_->kind(owner) != YamlKind::map) return {};  // reported when it is read
    if (id == kNoNode) {
      context.reader.missing(owner, owner_name, "id");
      return {};
    }
    return context.reader.id(id, what).value_or(std::string_view());
  }

  void read_needs_journey(ReadContext& context,
                          YamlNode root,
                          const std::vector<YamlNode>& moments) {
    if (fields_.contains("journey")) return;
    context.journey_broken = true;
    for (const YamlNode moment : moments) {
      if (child(moment, "stage") == kNoNode) continue;
      context.reader.missing(root, "a scenario whose moments name stages", "journey");
      return;
    }
  }

  void read_start(ReadContext& context) {
    scenario_->start = 0;
    if (!fields_.contains("start")) return;
    const MomentIndex start = read_target(context, fields_["start"], "'start'");
    if (start != kNone) scenario_->start = start;
  }

  void read_leaves(ReadContext& context) {
    std::vector<YamlNode> items;
    if (!fields_.contains("leaves") || !context.reader.items(fields_["leaves"], "'leaves'", items))
      return;
    for (const YamlNode item : items) {
      Fields fields;
      if (!context.reader.fields(item, "an entry of 'leaves'", kLeaveKeys, fields)) continue;
      for (const std::string_view key : {"when", "next"}) {
        if (!fields.contains(key)) context.reader.missing(item, "an entry of 'leaves'", key);
      }
      Leave leave;
      leave.when = read_condition(context, fields["when"]);
      if (fields.contains("next")) leave.target = read_target(context, fields["next"], "'leaves'");
      scenario_->leaves.push_back(leave);
    }
  }

  void read_accepts(ReadContext& context) {
    std::vector<YamlNode> items;
    const NodeReader& reader = context.reader;
    if (!fields_.contains("accept") || !reader.items(fields_["accept"], "'accept'", items)) return;
    for (const YamlNode item : items) {
      Fields fields;
      if (!reader.fields(item, "an entry of 'accept'", kAcceptKeys, fields)) continue;
      Accept accept;
      accept.position = document_->position(item);
      for (const std::string_view key : {"smell", "because"}) {
        if (!fields.contains(key)) reader.missing(item, "an entry of 'accept'", key);
      }
      if (const auto smell = reader.text(fields["smell"], "'smell'")) {
        const bool well_formed =
            smell->size() == 5 && (*smell)[0] == 'S' &&
            smell->find_first_not_of("0123456789", 1) == std::string_view::npos;
        if (well_formed) {
          accept.smell = *smell;
        } else {
          reader.report(fields["smell"], "M0022",
                        fmt::format("'{}' is not the code of a smell", smell->substr(0, 40)),
                        "codes look like S0014; `mot check` prints them");
        }
      }
      if (const auto because = reader.text(fields["because"], "'because'"))
        accept.because = *because;
      if (const auto where = reader.text(fields["where"], "'where'")) {
        accept.where = *where;
        check_place(context, fields["where"], *where);
      }
      scenario_->accepts.push_back(accept);
    }
  }

  void check_place(ReadContext& context, YamlNode node, std::string_view where) {
    const std::size_t dot = where.find('.');
    const std::string_view moment = where.substr(0, dot);
    if (names_.moment(moment) == kNone) {
      const std::string nearest = names_.nearest_moment(moment);
      context.reader.report(node, "M0012",
                            fmt::format("there is no moment '{}'", moment.substr(0, 80)),
                            nearest.empty() ? "" : fmt::format("did you mean '{}'?", nearest));
    } else if (dot != std::string_view::npos &&
               names_.response(moment, where.substr(dot + 1)) == kNone) {
      context.reader.report(
          node, "M0013",
          fmt::format("moment '{}' has no response '{}'", moment, where.substr(dot + 1, 80)),
          names_.nearest_response(moment, where.substr(dot + 1)));
    }
  }

  void read_translations(ReadContext& context) {
    read_translations_of(context, document_->source()->path, TextOrigin::scenario);
    if (!customer_path_.empty())
      read_translations_of(context, customer_path_, TextOrigin::customer);
    if (!journey_path_.empty()) read_translations_of(context, journey_path_, TextOrigin::journey);
  }

  void read_translations_of(ReadContext&, const std::string& path, TextOrigin origin) {
    for (const std::string& file : translation_files(path)) {
      files_.insert(file);
      const auto translation = cache_.read(file, sink_);
      if (translation) read_scenario_translation(translation, *scenario_, origin, sink_);
    }
  }

  std::shared_ptr<const YamlDocument> document_;
  const LoadOptions& options_;
  DocumentCache& cache_;
  DiagnosticSink& sink_;
  std::set<std::string>& files_;
  std::shared_ptr<Scenario> scenario_;
  NameIndex names_;
  Fields fields_;
  std::string customer_path_;
  std::string journey_path_;
};

}  // namespace

std::shared_ptr<const Scenario> read_scenario(std::shared_ptr<const YamlDocument> document,
                                              const LoadOptions& options,
                                              DocumentCache& cache,
                                              DiagnosticSink& sink,
                                              std::set<std::string>& files) {
  return ScenarioReader(std::move(document), options, cache, sink, files).read();
}

}  // namespace mot
