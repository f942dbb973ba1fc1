// The update that is put behind a PDF: found by readers, and left out where it cannot be right.
#include "engine/report/pdf_catalogue.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

using mot::report::with_catalogue;

namespace {

const std::string kSmall =
    "%PDF-1.5\n3 0 obj\n<< /Type /Catalog\n   /Pages 1 0 R\n>>\nendobj\nxref\n0 4\n"
    "trailer\n<< /Size 4\n   /Root 3 0 R\n   /Info 2 0 R\n>>\nstartxref\n60\n%%EOF\n";

}  // namespace

TEST_CASE("the catalogue is written again with language and tags, and points at the old table") {
  const std::string made = with_catalogue(kSmall, "zh-CN");
  CHECK(made.rfind(kSmall, 0) == 0);
  const std::string added = made.substr(kSmall.size());
  CHECK(added.find("3 0 obj\n<< /Type /Catalog\n   /Pages 1 0 R\n   /Lang (zh-CN)\n") == 0);
  CHECK(added.find("/Prev 60") != std::string::npos);
  CHECK(added.find("/Root 3 0 R") != std::string::npos);
  // The offset in the new table is that of the new object.
  CHECK(added.find(fmt::format("{:010} 00000 n", kSmall.size())) != std::string::npos);
}

TEST_CASE("a language is written as letters, digits and dashes only") {
  CHECK(with_catalogue(kSmall, "en) /Evil (x").find("/Lang (enEvilx)") != std::string::npos);
}

TEST_CASE("what is not understood stays as it is") {
  for (const std::string& text : {std::string(), std::string("%PDF-1.5\n"),
                                  std::string("trailer << /Root 9 0 R >> startxref x")}) {
    CHECK(with_catalogue(text, "en") == text);
  }
}
