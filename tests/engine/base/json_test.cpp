#include "engine/base/json.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

using mot::Json;
using mot::parse_json;
using mot::rounded;

namespace {

std::string refusal(const std::string& text) {
  const auto parsed = parse_json(text);
  return parsed ? "accepted: " + parsed->dump(-1) : parsed.error().message;
}

std::string again(const std::string& text) {
  const auto parsed = parse_json(text);
  return parsed ? parsed->dump(-1) : "refused: " + parsed.error().message;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("values of every type are written and read back the same") {
  for (const std::string text :
       {"null", "true", "false", "0", "-7", "9223372036854775807", "-9223372036854775808", "8.6",
        "0.1", "-1.5e-300", "\"\"", "\"漏水 \\\"x\\\" \\\\ \\n\"", "[]", "{}",
        "[1,[2,[]],{\"a\":{}}]", "{\"z\":1,\"a\":2,\"m\":[true,null]}"}) {
    CHECK(again(text) == text);
  }
}

TEST_CASE("keys keep their order, also through set") {
  Json json;
  json.set("z", 1).set("a", 2).set("z", 3);
  CHECK(json.dump(-1) == R"({"z":3,"a":2})");
}

TEST_CASE("null grows into an object or an array") {
  CHECK(Json().push(1).push("two").dump(-1) == R"([1,"two"])");
  CHECK(Json().set("k", nullptr).dump(-1) == R"({"k":null})");
}

TEST_CASE("indented text has one member a line") {
  Json json;
  json.set("list", Json().push(1).push(Json(Json::Array{})));
  json.set("map", Json().set("k", 0.5));
  CHECK(json.dump(2) == R"({
  "list": [
    1,
    []
  ],
  "map": {
    "k": 0.5
  }
})");
}

TEST_CASE("each integer type keeps its value, and what is too large becomes a double") {
  CHECK(Json(std::numeric_limits<std::uint32_t>::max()).dump() == "4294967295");
  CHECK(Json(std::size_t{7}).dump() == "7");
  CHECK(Json(7LL).dump() == "7");
  CHECK(Json(short{-7}).dump() == "-7");
  CHECK(Json(std::numeric_limits<std::uint64_t>::max()).dump() == "1.8446744073709552e+19");
  CHECK(again("18446744073709551615") == "1.8446744073709552e+19");
  CHECK(again("-9223372036854775809") == "-9.223372036854776e+18");
}

TEST_CASE("integers and doubles are told apart, and both are numbers") {
  CHECK(parse_json("10")->integer() != nullptr);
  CHECK(parse_json("10.0")->integer() == nullptr);
  CHECK(parse_json("10.0")->is_number());
  CHECK(parse_json("10.0")->number() == 10.0);
  CHECK(parse_json("10")->number() == 10.0);
  CHECK(again("10.0") == "10.0");
  CHECK_FALSE(parse_json("\"10\"")->is_number());
  CHECK(parse_json("\"10\"")->number() == 0.0);
}

TEST_CASE("what is no number in JSON is written as null") {
  CHECK(Json(std::nan("")).dump() == "null");
  CHECK(Json(std::numeric_limits<double>::infinity()).dump() == "null");
}

TEST_CASE("invalid UTF-8 is written as replacement characters, in keys too") {
  CHECK(Json("a\xFFz").dump() == "\"a\uFFFDz\"");
  CHECK(Json().set("\xC3(", 1).dump(-1) == "{\"\uFFFD(\":1}");
}

TEST_CASE("a member is found by its key, and only in an object") {
  const auto json = parse_json(R"({"a": 1, "b": null})");
  REQUIRE(json);
  REQUIRE(json->find("a") != nullptr);
  CHECK(*json->find("a")->integer() == 1);
  CHECK(json->find("b")->is_null());
  CHECK(json->find("c") == nullptr);
  CHECK(Json(3).find("a") == nullptr);
}

TEST_CASE("escapes and surrogate pairs are read") {
  CHECK(*parse_json(R"("\u6f0f\ud83d\ude00\t")")->string() == "漏😀\t");
}

TEST_CASE("a repeated key is refused where it stands") {
  CHECK(refusal("{\"a\": 1,\n  \"漏\": 2, \"a\": 3}") ==
        "line 2, column 11: the key 'a' stands twice");
  CHECK(refusal(R"({"x\"y": 1, "x\"y": 2})") == "line 1, column 13: the key 'x\"y' stands twice");
  CHECK(refusal(R"({"a": {"a": 1}, "b": {"a": 1}})").substr(0, 8) == "accepted");
}

TEST_CASE("nesting of 64 levels is read, one more is refused") {
  CHECK(again(nested(64)) == nested(64));
  CHECK(refusal(nested(65)) == "line 1, column 65: nested deeper than 64 levels");
  CHECK(refusal(std::string(1'000'000, '[')) == "line 1, column 65: nested deeper than 64 levels");
}

TEST_CASE("a refusal names line and column") {
  CHECK(refusal("{\n  \"a\": tru\n}").substr(0, 8) == "line 2, ");
  CHECK(refusal("[1] x") ==
        "line 1, column 5: syntax error while parsing value - invalid literal; last read: '1] x'; "
        "expected end of input");
  CHECK(refusal("").substr(0, 18) == "line 1, column 1: ");
  CHECK(refusal("\"a\xFF\"").find("ill-formed UTF-8") != std::string::npos);
}

TEST_CASE("broken texts are refused") {
  for (const std::string text :
       {"[1,2", "[1,]", "{\"a\"}", "{a: 1}", "1 2", "nul", "01", "+1", ".5", "1e999", "\"\n\"",
        "\"\\x\"", "NaN", "// 1\n1", "{,}", "'a'"}) {
    INFO(text);
    CHECK(refusal(text).substr(0, 5) == "line ");
  }
}

TEST_CASE("a refusal stays short however long the text is") {
  CHECK(refusal("\"" + std::string(1'000'000, 'x')).size() < 300);
}

TEST_CASE("an object of many keys is read in little time") {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
  text.back() = '}';
  const auto json = parse_json(text);
  REQUIRE(json);
  CHECK(json->object()->size() == 100'000);
  CHECK(json->dump(-1) == text);
}

TEST_CASE("numbers are rounded half away from zero") {
  CHECK(rounded(2.5, 0) == 3.0);
  CHECK(rounded(-2.5, 0) == -3.0);
  CHECK(rounded(0.125, 2) == 0.13);
  CHECK(rounded(-0.125, 2) == -0.13);
  CHECK(rounded(8.705, 2) == 8.71);
  CHECK(rounded(8.6, 1) == 8.6);
  CHECK(rounded(1.0 / 3.0, 6) == 0.333333);
}

TEST_CASE("rounding hundredths to hundredths changes none of them") {
  for (int hundredths = -1000; hundredths <= 1000; ++hundredths) {
    const double value = hundredths / 100.0;
    REQUIRE(rounded(value, 2) == value);
  }
}

TEST_CASE("nothing is rounded to minus zero") {
  CHECK_FALSE(std::signbit(rounded(-0.001, 2)));
  CHECK_FALSE(std::signbit(rounded(-0.0, 2)));
  CHECK(Json(rounded(-0.001, 2)).dump() == "0.0");
}

TEST_CASE("what has no fraction or is no number is not touched by rounding") {
  CHECK(rounded(1e300, 6) == 1e300);
  CHECK(rounded(-1e17, 6) == -1e17);
  CHECK(std::isnan(rounded(std::nan(""), 2)));
  CHECK(std::isinf(rounded(std::numeric_limits<double>::infinity(), 2)));
}
