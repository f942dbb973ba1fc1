// A scenario document, top down: first everything that has a name, then everything that uses names,
// then the graph.
#include "engine/scenario/read_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/scenario/file_kind.h"
#include "engine/scenario/read_context.h"
#include "engine/scenario/translation_reader.h"

namespace mot {
namespace {

constexpr std::size_t kMaxMoments = 20'000;

constexpr std::array<std::string_view, 22> kScenarioKeys{
    "mot",     "id",      "title",   "language",   "setting",   "journey",  "customer",  "scene",
    "summary", "brief",   "minutes", "difficulty", "standards", "needs",    "variables", "leaves",
    "start",   "moments", "cast",    "accept",     "draft",     "reference"};

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
    const std::size_t errors_before = sink_.errors_added();
    scenario_->source = document_->source();
    scenario_->storage.push_back(document_);
    const std::filesystem::path path(document_->source()->path);
    scenario_->folder =
        path.has_parent_path() ? path.parent_path().lexically_normal().generic_string() : ".";
    ReadContext context{NodeReader(*document_, sink_), *scenario_, options_, names_};
    read_root(context);
    const bool whole =
        sink_.errors_added() == errors_before && !context.customer_broken && !unreadable_neighbour_;
    if (options_.translations) read_translations(whole);
    return whole ? scenario_ : nullptr;
  }

 private:
  void read_root(ReadContext& context) {
    const NodeReader& reader = context.reader;
    const YamlNode root = document_->root();
    if (document_->kind(root) != YamlKind::map) {
      reader.wrong_type(root, "a scenario", "a map of 'key: value'",
                        "`mot new ID` writes a scenario to start from");
      return;
    }
    if (!reader.version_is_known("mot")) return;
    reader.fields(root, "a scenario", kScenarioKeys, fields_);
    reader.require(fields_, root, "the file", "mot", "start the file with 'mot: 1'");
    read_head(context, root);
    read_journey_of(context);
    read_customer_of(context);
    read_declarations(context, fields_);
    reader.require(fields_, root, "a scenario", "moments");
    std::vector<YamlNode> moments;
    if (!fields_.contains("moments") || !list_moments(context, moments)) return;
    collect_moments(context, moments);
    if (!fields_.contains("journey")) {
      context.journey_broken = true;
      if (fields_.lacks("journey") && names_a_stage(context, moments))
        reader.missing(root, "a scenario whose moments name stages", "journey",
                       "its stages are those that the moments may name");
    }
    for (std::size_t i = 0; i < moments.size(); ++i)
      read_moment(context, moments[i], static_cast<MomentIndex>(i));
    read_ways_out(context, fields_);
    check_graph(context, fields_.key("moments"));
  }

  bool list_moments(ReadContext& context, std::vector<YamlNode>& moments) {
    const NodeReader& reader = context.reader;
    if (!reader.items(fields_["moments"], "'moments'", moments)) return false;
    if (moments.empty())
      reader.report(fields_["moments"], "M0030", "a scenario needs moments",
                    "at least one decision and one ending");
    if (moments.size() > kMaxMoments)
      reader.report(
          moments[kMaxMoments], "M0029",
          fmt::format("there are {} moments; at most {} are allowed", moments.size(), kMaxMoments),
          "split the scenario");
    return !moments.empty() && moments.size() <= kMaxMoments;
  }

  void read_head(ReadContext& context, YamlNode root) {
    const NodeReader& reader = context.reader;
    Scenario& s = *scenario_;
    if (const auto draft = reader.boolean(fields_["draft"], "'draft'")) s.draft = *draft;
    context.draft = s.draft;
    for (const std::string_view key : {"id", "language", "customer"})
      reader.require(fields_, root, "a scenario", key);
    if (const auto id = reader.id(fields_["id"], "the scenario's id")) s.id = *id;
    s.title = read_required_text(context, root, "a scenario", fields_, "title");
    if (const auto language = reader.language(fields_["language"]))
      s.language[static_cast<std::size_t>(TextOrigin::scenario)] = *language;
    if (const auto setting = reader.id(fields_["setting"], "'setting'")) s.setting = *setting;
    s.scene = read_scene(context, fields_["scene"]);
    s.summary = read_text(context, fields_["summary"], "'summary'");
    s.brief = read_text(context, fields_["brief"], "'brief'");
    if (const auto minutes = reader.integer(fields_["minutes"], "'minutes'", 1, 600))
      s.minutes = *minutes;
    if (const auto difficulty = reader.integer(fields_["difficulty"], "'difficulty'", 1, 5))
      s.difficulty = *difficulty;
    for (const std::string_view key : {"summary", "brief", "minutes", "difficulty"}) {
      if (!fields_.lacks(key)) continue;
      sink_.add({"M0100", Severity::warning, document_->source(), document_->position(root), 1,
                 fmt::format("the scenario has no '{}'", key),
                 "the library shows it; trainees choose by it"});
    }
  }

  // Reads an inline map, or the file an id names; calls read(context of that file, root). False:
  // there is none that could be read.
  template <class Read>
  bool read_named_or_inline(ReadContext& context,
                            YamlNode node,
                            std::string_view what,
                            std::string_view folder,
                            std::string_view code,
                            TextOrigin origin,
                            Read&& read) {
    const NodeReader& reader = context.reader;
    if (document_->kind(node) == YamlKind::map) {
      read(context, node, false);
      return true;
    }
    if (document_->kind(node) != YamlKind::scalar) {
      reader.wrong_type(node, what, "an id or a map",
                        fmt::format("name a file of the folder {}, or write it out here", folder));
      return false;
    }
    const auto id = reader.id(node, what);
    if (!id) return false;
    const std::string path = find_neighbour(scenario_->folder, options_.library, folder, *id);
    if (path.empty()) {
      const std::vector<std::string> ids =
          neighbour_ids(scenario_->folder, options_.library, folder);
      const std::vector<std::string_view> names(ids.begin(), ids.end());
      std::string hint = reader.suggest(*id, names);
      if (hint.empty())
        hint = fmt::format(
            "looked for {}/{}.yaml in the scenario's folder, its parent and the library", folder,
            *id);
      reader.report(node, code,
                    fmt::format("there is no {} '{}'", folder.substr(0, folder.size() - 1), *id),
                    std::move(hint));
      return false;
    }
    files_.insert(path);
    const auto file = cache_.read(path, sink_);
    if (!file) {
      unreadable_neighbour_ = true;
      return false;
    }
    scenario_->storage.push_back(file);
    ReadContext own{NodeReader(*file, sink_), *scenario_, options_, names_, origin};
    read(own, file->root(), true);
    context.customer_broken = context.customer_broken || own.customer_broken;
    context.journey_broken = context.journey_broken || own.journey_broken;
    (origin == TextOrigin::customer ? customer_path_ : journey_path_) = path;
    return true;
  }

  void read_journey_of(ReadContext& context) {
    if (!fields_.contains("journey")) return;
    if (!read_named_or_inline(context, fields_["journey"], "the journey", "journeys", "M0052",
                              TextOrigin::journey, read_journey))
      context.journey_broken = true;
  }

  void read_customer_of(ReadContext& context) {
    if (fields_.contains("customer") &&
        read_named_or_inline(context, fields_["customer"], "the customer", "customers", "M0051",
                             TextOrigin::customer, read_customer))
      return;
    context.customer_broken = true;
  }

  // Where the scenario is wrong, its translations are checked apart from its texts.
  void read_translations(bool whole) {
    read_translations_of(document_->source()->path, TextOrigin::scenario, whole);
    if (!customer_path_.empty()) read_translations_of(customer_path_, TextOrigin::customer, whole);
    if (!journey_path_.empty()) read_translations_of(journey_path_, TextOrigin::journey, whole);
  }

  void read_translations_of(const std::string& path, TextOrigin origin, bool whole) {
    for (const std::string& file : translation_files(path)) {
      const auto translation = cache_.read(file, sink_);
      if (translation && !is_translation(*translation)) continue;
      files_.insert(file);
      if (!translation) continue;
      if (whole) {
        read_scenario_translation(translation, *scenario_, origin, sink_);
      } else {
        check_translation_form(*translation, sink_);
      }
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
  bool unreadable_neighbour_ = false;
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
