#include "engine/interchange/markup.h"

#include <catch2/catch.hpp>

using mot::plain_text;
using mot::without_entities;

TEST_CASE("Entities become signs, and what is none stays") {
  CHECK(without_entities("a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&apos;") ==
        "a & b <c> \"d\" 'e'");
  CHECK(without_entities("caf&eacute; &Eacute;t&eacute; 5&nbsp;&euro;") == "café Été 5\u00A0€");
  CHECK(without_entities("&#x4e2d;&#25991;") == "中文");
  CHECK(without_entities("R&D; &nothing; &; & &#; &#xg; &amp") ==
        "R&D; &nothing; &; & &#; &#xg; &amp");
  // No sign has this number.
  CHECK(without_entities("&#xD800;&#0;&#x110000;") == "\uFFFD\uFFFD\uFFFD");
  // Once only.
  CHECK(without_entities("&amp;lt;") == "&lt;");
}

TEST_CASE("A tag is known by its name, and ends where its quotes are closed") {
  const std::string_view html = "<IMG alt='a > b' src=\"x.png\">rest";
  const mot::MarkupTag tag = mot::tag_at(html, 0);
  CHECK(tag.name == "img");
  CHECK_FALSE(tag.closes);
  CHECK(html.substr(tag.end) == "rest");
  CHECK(mot::attribute(tag.attributes, "src") == "x.png");
  CHECK(mot::attribute(tag.attributes, "alt") == "a > b");
  CHECK(mot::attribute(tag.attributes, "title").empty());
  CHECK(mot::tag_at("</p >x", 0).closes);
  CHECK(mot::tag_at("<!-- <p> -->x", 0).end == 12);
  CHECK(mot::tag_at("<!-- <p> -->x", 0).name.empty());
  for (const char* none : {"< p>", "<3", "<", "</", "<p", "<p or <b>"}) {
    INFO(none);
    CHECK(mot::tag_at(none, 0).end == 0);
  }
}

TEST_CASE("Plain text has line ends where a page has them, and no tags, scripts or styles") {
  CHECK(plain_text("<p>One <b>two</b></p><p>three</p>") == "One two\n\nthree");
  CHECK(plain_text("a<br>b<br/>c") == "a\nb\nc");
  CHECK(plain_text("a\n  b\tc") == "a b c");
  CHECK(plain_text("a<script>if (1<2) x('</p>')</script>b<style>p{}</style>c") == "abc");
  CHECK(plain_text("1 < 2 &amp;&amp; 3 > 2") == "1 < 2 && 3 > 2");
}

TEST_CASE("What was shown or heard is told by its source") {
  std::vector<std::string> media;
  CHECK(plain_text("a<img src='x.png'>b<audio src=\"y.mp3\"></audio><iframe></iframe>", &media) ==
        "ab");
  CHECK(media == std::vector<std::string>{"x.png", "y.mp3", ""});
}

TEST_CASE("A text of tags that never end is read at once, and kept") {
  std::string flood;
  for (int i = 0; i < 200'000; ++i) flood += "<a";
  CHECK(plain_text(flood) == flood);
}

TEST_CASE("Words are tidied of blanks, empty lines and signs that nobody sees") {
  CHECK(mot::tidied_words("  a \u00A0 b  \n c\n\n\n\nd \u200B\uFEFF") == "a b\nc\n\nd");
  CHECK(mot::tidied_words("so\u00ADft") == "soft");
  CHECK(mot::tidied_words(" \n ").empty());
}
