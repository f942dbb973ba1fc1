#include "engine/scenario/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

#include "engine/base/file.h"
#include "engine/scenario/course.h"
#include "engine/scenario/neighbour_files.h"
#include "engine/scenario/node_reader.h"
#include "engine/scenario/read_context.h"
#include "engine/scenario/read_scenario.h"
#include "engine/scenario/training_session.h"
#include "engine/scenario/translation_reader.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

std::string clean(const fs::path& path) { return path.lexically_normal().generic_string(); }

// "zh-CN" of "x.zh-CN.yaml", or empty.
std::string tag_in_name(const fs::path& path) {
  const std::string extension = path.stem().extension().string();
  return extension.empty() || !is_language_tag(std::string_view(extension).substr(1))
             ? std::string()
             : extension.substr(1);
}

class PathChecker {
 public:
  PathChecker(const LoadOptions& options, DiagnosticSink& sink) : options_(options), sink_(sink) {}

  CheckedFiles check(const std::vector<std::string>& paths) {
    read_ahead(paths);
    for (const std::string& path : paths) {
      std::error_code error;
      if (!fs::is_directory(path, error)) {
        check_file(clean(path), in_library(path));
        continue;
      }
      const std::vector<std::string> files = yaml_files_below(path);
      if (files.empty()) result_.empty_folders.push_back(path);
      for (const std::string& file : files) check_file(file, true);
    }
    result_.files = files_.size();
    return std::move(result_);
  }

 private:
  // The first file's translations and all files but the first, which is read at once. A pipe can be
  // read only once, so it is left.
  void read_ahead(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
      std::vector<std::string> below = yaml_files_below(path);
      files.insert(files.end(), below.begin(), below.end());
    }
    if (files.empty()) return;
    std::vector<std::string> wanted = translation_files(files.front());
    std::error_code error;
    std::copy_if(files.begin() + 1, files.end(), std::back_inserter(wanted),
                 [&](const std::string& file) { return fs::is_regular_file(file, error); });
    cache_.read_ahead(std::move(wanted));
  }

  bool in_library(const std::string& path) const {
    if (options_.library.empty()) return false;
    std::error_code error;
    const fs::path library = fs::weakly_canonical(options_.library, error);
    const fs::path file = fs::weakly_canonical(path, error);
    return std::mismatch(library.begin(), library.end(), file.begin(), file.end()).first ==
           library.end();
  }

  void check_file(const std::string& path, bool in_library) {
    files_.insert(path);
    const std::size_t errors_before = sink_.errors_added();
    const auto document = cache_.read(path, sink_);
    if (!document) return;
    const bool flawed = sink_.errors_added() != errors_before;
    const FileKind kind = kind_of_file(*document);
    const bool named_like_one = !tag_in_name(fs::path(path)).empty() && is_translation(*document);
    if (kind == FileKind::translation || named_like_one) {
      check_translation(path, *document);
      return;
    }
    check_id(path, *document, kind, in_library);
    switch (kind) {
      case FileKind::scenario:
        if (auto scenario = read_scenario(document, options_, cache_, sink_, files_);
            scenario && !flawed)
          result_.scenarios.push_back(std::move(scenario));
        break;
      case FileKind::customer: check_part(path, document, TextOrigin::customer); break;
      case FileKind::journey: check_part(path, document, TextOrigin::journey); break;
      case FileKind::course: check_course(path, *document); break;
      case FileKind::session: (void)read_training_session(*document, options_, sink_); break;
      case FileKind::translation: break;
    }
  }

  // A customer's or journey's file with its translations, apart from any scenario.
  void check_part(const std::string& path,
                  const std::shared_ptr<const YamlDocument>& document,
                  TextOrigin origin) {
    const std::size_t errors_before = sink_.errors_added();
    Scenario scenario;
    scenario.source = document->source();
    scenario.folder = clean(fs::path(path).parent_path());
    NameIndex names(sink_);
    ReadContext context{NodeReader(*document, sink_), scenario, options_, names, origin};
    if (origin == TextOrigin::customer) {
      read_customer(context, document->root(), true);
    } else {
      read_journey(context, document->root(), true);
    }
    if (!options_.translations) return;
    const bool whole = sink_.errors_added() == errors_before && !context.customer_broken;
    for (const auto& translation : translations_of(path)) {
      if (whole) {
        read_scenario_translation(translation, scenario, origin, sink_);
      } else {
        check_translation_form(*translation, sink_);
      }
    }
  }

  void check_course(const std::string& path, const YamlDocument& document) {
    const auto course = read_course(document, options_, sink_);
    if (!options_.translations) return;
    if (!course) {
      for (const auto& translation : translations_of(path))
        check_translation_form(*translation, sink_);
      return;
    }
    std::vector<TranslatableText> texts{{"title", course->title}};
    if (!course->about.empty()) texts.push_back({"about", course->about});
    for (const Lesson& lesson : course->lessons) {
      if (!lesson.title.empty())
        texts.push_back({fmt::format("lessons.{}.title", lesson.id), lesson.title});
    }
    for (const auto& translation : translations_of(path))
      read_translation(*translation, course->id, course->language, texts, sink_);
  }

  // Those that can be read; the others are reported.
  std::vector<std::shared_ptr<const YamlDocument>> translations_of(const std::string& path) {
    std::vector<std::shared_ptr<const YamlDocument>> found;
    for (const std::string& file : translation_files(path)) {
      auto translation = cache_.read(file, sink_);
      if (translation && !is_translation(*translation)) continue;
      files_.insert(file);
      if (translation) found.push_back(std::move(translation));
    }
    return found;
  }

  // A translation given by itself is read with the file it belongs to.
  void check_translation(const std::string& path, const YamlDocument& document) {
    const fs::path own(path);
    const YamlNode of = value_of(document, "of");
    const std::string tag = tag_in_name(own);
    std::vector<fs::path> candidates;
    if (!tag.empty())
      candidates.push_back(own.parent_path() / (own.stem().stem().string() + ".yaml"));
    std::error_code error;
    for (const fs::path& candidate : candidates) {
      if (!fs::exists(candidate, error)) continue;
      const std::string base = clean(candidate);
      if (files_.count(base) == 0) check_file(base, false);
      return;
    }
    NodeReader reader(document, sink_);
    const YamlNode at = of == kNoNode ? document.root() : of;
    const std::string expected =
        tag.empty()
            ? "<id>.<tag>.yaml beside the file it translates, for example first-call.zh-CN.yaml"
            : candidates.front().filename().string();
    if (tag.empty()) {
      reader.report(at, "M0113", "the file's name does not say what it translates",
                    fmt::format("call it {}", expected));
    } else {
      reader.report(at, "M0113", fmt::format("there is no '{}' beside this translation", expected),
                    "put the translation beside the file it translates");
    }
  }

  void check_id(const std::string& path,
                const YamlDocument& document,
                FileKind kind,
                bool in_library) {
    if (!in_library) return;
    const YamlNode node = value_of(document, "id");
    if (node == kNoNode || !is_id(document.text(node))) return;
    const std::string_view id = document.text(node);
    NodeReader reader(document, sink_);
    const std::string stem = fs::path(path).stem().string();
    if (stem != id)
      reader.report(node, "M0093",
                    fmt::format("id '{}' differs from the file's name '{}'", id, stem),
                    fmt::format("rename the file to {}.yaml, or the id", id), Severity::warning);
    const auto [first, fresh] = ids_.emplace(std::pair(kind, std::string(id)), path);
    if (!fresh && first->second != path)
      reader.report(node, "M0092", fmt::format("id '{}' is used already by {}", id, first->second),
                    "give one of the two another id");
  }

  const LoadOptions& options_;
  DiagnosticSink& sink_;
  DocumentCache cache_;
  std::set<std::string> files_;
  std::map<std::pair<FileKind, std::string>, std::string> ids_;
  CheckedFiles result_;
};

// The id that a file gives itself, or empty.
std::string inner_id(const std::string& file) {
  DiagnosticSink ignored;
  const auto source = read_source(file, ignored);
  const auto document = source ? YamlDocument::parse(source, ignored) : nullptr;
  const YamlNode id = document ? value_of(*document, "id") : kNoNode;
  return id == kNoNode ? std::string() : std::string(document->text(id));
}

}  // namespace

std::vector<std::string> yaml_files_below(const std::string& path) {
  std::error_code error;
  std::vector<std::string> files;
  if (!fs::is_directory(path, error)) return {clean(path)};
  auto walk =
      fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const fs::path& entry = walk->path();
    std::error_code ignored;
    if (entry.filename().string().front() == '.') {
      if (walk->is_directory(ignored)) walk.disable_recursion_pending();
    } else if (entry.extension() == ".yaml" && !walk->is_directory(ignored)) {
      files.push_back(clean(entry));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

CheckedFiles check_paths(const std::vector<std::string>& paths,
                         const LoadOptions& options,
                         DiagnosticSink& sink) {
  return PathChecker(options, sink).check(paths);
}

std::vector<std::string> scenario_files(const std::string& library) {
  std::vector<std::string> files = yaml_files_below(library);
  const auto other = [](const std::string& file) {
    const fs::path path(file);
    const std::string folder = path.parent_path().filename().string();
    return folder == "customers" || folder == "journeys" || folder == "courses" ||
           !tag_in_name(path).empty();
  };
  files.erase(std::remove_if(files.begin(), files.end(), other), files.end());
  return files;
}

LibraryReader::LibraryReader(LoadOptions options)
    : options_(std::move(options)), cache_(std::make_unique<DocumentCache>()) {}

LibraryReader::~LibraryReader() = default;

std::optional<std::shared_ptr<const Scenario>> LibraryReader::read(const std::string& file) {
  DiagnosticSink sink;
  std::set<std::string> files;
  const auto document = cache_->read(file, sink);
  if (!document) return nullptr;
  if (kind_of_file(*document) != FileKind::scenario) return std::nullopt;
  return read_scenario(document, options_, *cache_, sink, files);
}

std::vector<LibraryScenario> list_library(const LoadOptions& options,
                                          std::vector<std::string>* left_out) {
  std::vector<LibraryScenario> found;
  LibraryReader reader(options);
  for (const std::string& file : scenario_files(options.library)) {
    auto scenario = reader.read(file);
    if (!scenario) continue;
    if (*scenario) {
      found.push_back({file, *std::move(scenario)});
    } else if (left_out != nullptr) {
      left_out->push_back(file);
    }
  }
  return found;
}

std::string find_scenario(const std::string& library, std::string_view id) {
  if (library.empty()) return {};
  const std::vector<std::string> files = scenario_files(library);
  for (const std::string& file : files) {
    if (fs::path(file).stem() == id) return file;
  }
  for (const std::string& file : files) {
    if (inner_id(file) == id) return file;
  }
  return {};
}

std::vector<std::string> scenario_ids(const std::string& library) {
  std::vector<std::string> ids;
  if (library.empty()) return ids;
  for (const std::string& file : scenario_files(library))
    ids.push_back(fs::path(file).stem().string());
  return ids;
}

std::vector<std::string> scenario_inner_ids(const std::string& library) {
  std::vector<std::string> ids;
  for (const std::string& file : scenario_files(library)) {
    if (std::string id = inner_id(file); !id.empty()) ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace mot
