// The certificate of a course: one page in every language, whatever the names (certificate.h).
#include "engine/report/certificate.h"

#include <catch2/catch.hpp>
#include <string>

namespace {

using namespace mot;

UiStrings words_in(const std::string& language) {
  return {std::string(MOT_SOURCE_DIR) + "/assets/lang", language};
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

report::CertificateFacts facts(std::size_t lessons) {
  report::CertificateFacts made{"Wei Zhang", "First weeks", "2026-11-21", 60, 82.4, {}};
  for (std::size_t i = 0; i < lessons; ++i) {
    made.lessons.push_back({"A lesson with a name that is rather long for one line of a page, too",
                            i == 0 ? std::nullopt : std::optional<double>(70)});
  }
  return made;
}

}  // namespace

TEST_CASE("a certificate is one tagged page with its title and language") {
  for (const char* language : {"en", "zh-CN"}) {
    const auto pdf = report::pdf_of_certificate(facts(7), words_in(language));
    REQUIRE(pdf);
    CHECK(pdf->substr(0, 5) == "%PDF-");
    CHECK(count(*pdf, "/MarkInfo") == 1);
    CHECK(count(*pdf, std::string("/Lang (") + language + ")") == 1);
  }
}

TEST_CASE("many lessons and strange names still make one page") {
  auto many = facts(40);
  many.learner = "<b>\xE2\x80\xAE" + std::string(200, 'x');
  many.score.reset();
  const auto pdf = report::pdf_of_certificate(many, words_in("en"));
  REQUIRE(pdf);
  CHECK(pdf->size() > 5000);
  const auto none = report::pdf_of_certificate(facts(0), words_in("en"));
  CHECK(none);
}
