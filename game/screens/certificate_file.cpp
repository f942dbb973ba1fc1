#include "game/screens/certificate_file.h"

#include <fmt/format.h>

#include <cctype>
#include <filesystem>

#include "engine/base/file.h"
#include "engine/report/certificate.h"

namespace mot {
namespace {

constexpr std::size_t kMostBytes = 80;  // of a name in a file's name

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

std::string name_for_file(std::string_view name) {
  std::string out;
  for (const char byte : name) {
    const auto code = static_cast<unsigned char>(byte);
    if (out.size() >= kMostBytes && !continues_character(byte)) {
      break;
    }
    if (code >= 0x80 || std::isalnum(code) != 0) {
      out += byte;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') {
    out.pop_back();
  }
  return out;
}

Result<std::string> write_certificate(const std::string& folder,
                                      const CourseStanding& at,
                                      const std::string& learner,
                                      const FindScenario& find,
                                      const UiStrings& words) {
  report::CertificateFacts facts{learner,         at.course->title,    at.finished_on,
                                 at.course->pass, at.progress.score(), {}};
  for (std::size_t i = 0; i < at.course->lessons.size(); ++i) {
    const Lesson& lesson = at.course->lessons[i];
    facts.lessons.push_back({title_of(lesson, find, words.language()),
                             lesson.example ? std::nullopt : at.progress.lessons[i].score});
  }
  const Result<std::string> bytes = report::pdf_of_certificate(facts, words);
  if (!bytes) {
    return refuse(bytes.error().message);
  }
  const std::string name = name_for_file(learner);
  const std::filesystem::path path =
      std::filesystem::path(folder) /
      fmt::format("{}{}-{}.pdf", at.course->id, name.empty() ? "" : "-" + name, facts.date);
  const Result<bool> written = write_file_atomically(path.string(), *bytes);
  if (!written) {
    return refuse(written.error().message);
  }
  return path.string();
}

}  // namespace mot
