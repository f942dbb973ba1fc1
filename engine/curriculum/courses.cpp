#include "engine/curriculum/courses.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/base/file.h"
#include "engine/scenario/neighbour_files.h"
#include "engine/scenario/translation_reader.h"

namespace mot {
namespace {

std::shared_ptr<const YamlDocument> document_at(const std::string& path, DiagnosticSink& sink) {
  const auto source = read_source(path, sink);
  return source ? YamlDocument::parse(source, sink) : nullptr;
}

/// The text at a path of the course, as translations name it.
struct CourseText {
  std::string path;
  std::string* text;
};

std::vector<CourseText> texts_of(Course& course) {
  std::vector<CourseText> texts{{"title", &course.title}, {"about", &course.about}};
  for (Lesson& lesson : course.lessons) {
    texts.push_back({fmt::format("lessons.{}.title", lesson.id), &lesson.title});
  }
  std::erase_if(texts, [](const CourseText& text) { return text.text->empty(); });
  return texts;
}

void translate(Course& course, const YamlDocument& document) {
  const std::vector<CourseText> texts = texts_of(course);
  std::vector<TranslatableText> sources;
  sources.reserve(texts.size());
  for (const CourseText& text : texts) sources.push_back({text.path, *text.text});
  // What is wrong in a translation is `mot check`'s to say.
  DiagnosticSink unheard;
  const TranslationTexts read =
      read_translation(document, course.id, course.language, sources, unheard);
  if (!read.usable) return;
  // All before any: the sources are views of what is replaced.
  std::vector<std::string> translated(read.texts.begin(), read.texts.end());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!translated[i].empty()) *texts[i].text = std::move(translated[i]);
  }
}

/// "…/onboarding.zh-CN.yaml" → "zh-CN".
std::string tag_of(const std::string& path) {
  return std::filesystem::path(path).stem().extension().string().substr(1);
}

}  // namespace

std::shared_ptr<const Course> load_course(const std::string& path,
                                          std::string_view language,
                                          const LoadOptions& options,
                                          DiagnosticSink& sink) {
  const auto document = document_at(path, sink);
  const auto read = document ? read_course(*document, options, sink) : nullptr;
  if (!read || read->language == language) return read;
  const std::string_view plain = language.substr(0, language.find('-'));
  const std::vector<std::string> files = translation_files(path);
  const auto fits = [&](std::string_view wanted) {
    return std::find_if(files.begin(), files.end(),
                        [&](const std::string& file) { return tag_of(file) == wanted; });
  };
  auto file = fits(language);
  if (file == files.end()) file = fits(plain);
  if (file == files.end() && plain != read->language) {
    file = std::find_if(files.begin(), files.end(), [&](const std::string& candidate) {
      return tag_of(candidate).substr(0, plain.size()) == plain;
    });
  }
  if (file == files.end()) return read;
  DiagnosticSink unheard;
  const auto translation = document_at(*file, unheard);
  if (!translation) return read;
  auto course = std::make_shared<Course>(*read);
  translate(*course, *translation);
  return course;
}

}  // namespace mot
