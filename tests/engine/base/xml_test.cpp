#include "engine/base/xml.h"

#include <catch2/catch.hpp>

using mot::escaped_xml;

TEST_CASE("What would be markup is text") {
  CHECK(escaped_xml("<script>\"a\" & 'b'</script>") ==
        "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
  CHECK(escaped_xml("&amp;") == "&amp;amp;");
  CHECK(escaped_xml("]]>") == "]]&gt;");
}

TEST_CASE("Other signs stay, in every script") {
  CHECK(escaped_xml("Où est l’eau? 天花板 🙂\n\t") ==
        "Où est l’eau? 天花板 🙂\n\t");
}

TEST_CASE("What XML or HTML has no place for is replaced") {
  const std::string replacement = "\xEF\xBF\xBD";
  CHECK(escaped_xml("a\x7F"
                    "b\xC2\x85"
                    "c\xEF\xB7\x90"
                    "d\xF0\x9F\xBF\xBE") ==
        "a" + replacement + "b" + replacement + "c" + replacement + "d" + replacement);
  CHECK(escaped_xml("\f\v") == replacement + replacement);
  CHECK(escaped_xml(std::string_view("a\0b\x1B[31m", 8)) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD[31m");
  CHECK(escaped_xml("\xFF") == "\xEF\xBF\xBD");
}
