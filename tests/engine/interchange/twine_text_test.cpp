#include "engine/interchange/twine_text.h"

#include <catch2/catch.hpp>
#include <chrono>

using mot::TwineFormat;
using mot::TwineLink;
using mot::TwineText;

namespace {

std::string links_of(const TwineText& text) {
  std::string all;
  for (const TwineLink& link : text.links) all += link.text + " > " + link.target + "\n";
  return all;
}

std::string left_out_of(const TwineText& text) {
  std::string all;
  for (const auto& left : text.left_out) all += std::string(left.kind) + " " + left.what + "\n";
  return all;
}

TwineText harlowe(std::string_view passage) {
  return mot::read_twine_text(passage, TwineFormat::harlowe);
}
TwineText sugarcube(std::string_view passage) {
  return mot::read_twine_text(passage, TwineFormat::sugarcube);
}

}  // namespace

TEST_CASE("Links are read in all their forms") {
  const TwineText text = mot::read_twine_text(
      "Well?\n[[a]] [[say b->b]] [[c<-say c]] [[say d|d]] [[say e|e][$x to 1]] [[1 -> 2->f]]",
      TwineFormat::unknown);
  CHECK(links_of(text) == "a > a\nsay b > b\nsay c > c\nsay d > d\nsay e > e\n1 -> 2 > f\n");
  CHECK(text.prose == "Well?");
  CHECK(left_out_of(text) == "macro $x to 1\n");
}

TEST_CASE("A link that is there twice is one") {
  CHECK(links_of(harlowe("[[a->b]] [[a->b]] [[c->b]]")) == "a > b\nc > b\n");
}

TEST_CASE("Harlowe's macros that lead somewhere are links, others are left out") {
  const TwineText text = harlowe(
      "(set: $a to (a: 1, \")\"))You are (if: $a > 1)[angry](else:)[calm].\n"
      "(link-goto: \"Go\", \"there\") (link: \"Tea\")[(set: $tea to true)(goto: \"kitchen\")]\n"
      "(link-reveal: \"Look\")[ closely] |name>[hook] (link-goto: $where)");
  CHECK(links_of(text) == "Go > there\nTea > kitchen\n");
  CHECK(text.prose == "You are angry\ncalm.\n\nLook\nclosely hook");
  CHECK(left_out_of(text) ==
        "macro (set: $a to (a: 1, \")\"))\ncondition (if: $a > 1)\nmacro (set: $tea to true)\n"
        "macro (link-reveal: \"Look\")\ncomputed-link (link-goto: $where)\n");
}

TEST_CASE("A passage of Harlowe that only goes on jumps") {
  CHECK(harlowe("(goto: 'b')").jump == "b");
  CHECK(harlowe("(go-to: \"b\")").jump == "b");
}

TEST_CASE("SugarCube's macros that lead somewhere are links, others are left out") {
  const TwineText text = sugarcube(
      "<<set $a to \">>\">>Hello $name.<<if $a>>Yes.<<else>>No.<</if>>\n"
      "<<link [[Go|there][$b to 1]]>><</link>><<button \"Tea\" \"kitchen\">><<set $c to "
      "1>><</button>>"
      "<<link \"Out\">><<goto \"street\">><</link>><<return>><<script>>alert('x');<</script>>"
      "<<choice \"x\" \"Take x\">><<include \"Box\">>");
  CHECK(links_of(text) == "Go > there\nTea > kitchen\nOut > street\nTake x > x\n");
  CHECK(text.prose == "Hello $name.Yes.\nNo.");
  CHECK(left_out_of(text) ==
        "macro <<set $a to \">>\">>\nvariable $name\ncondition <<if $a>>\nmacro <<set $c to 1>>\n"
        "back-link <<return>>\nscript <<script>>alert('x');<</script>>\ninclude <<include "
        "\"Box\">>\n");
}

TEST_CASE("What is printed stands in the text; a computed value is left out") {
  const auto text = mot::read_twine_text("<<= $name>> says <<print \"hi\">> to <<= $a + 1>>.",
                                         mot::TwineFormat::sugarcube);
  CHECK(text.prose == "$name says hi to .");
  CHECK(left_out_of(text) == "variable <<= $name>>\ncomputed-text <<= $a + 1>>\n");
}

TEST_CASE("Of a list of links no bullets stay behind") {
  const auto text = mot::read_twine_text("Choose:\n* [[A]]\n* not a link\n- [[B]]\n1. [[C]]",
                                         mot::TwineFormat::harlowe);
  CHECK(text.prose == "Choose:\n* not a link");
  CHECK(mot::read_twine_text("*\n5.", mot::TwineFormat::harlowe).prose == "*\n5.");
}

TEST_CASE("Chapbook's variables, modifiers and inserts are understood") {
  const TwineText text = mot::read_twine_text(
      "mood: 3\n--\n[if mood > 2]\nHello {name}.\n[continue]\n{reveal link: 'Go', passage: 'b'}",
      TwineFormat::chapbook);
  CHECK(text.prose == "Hello name.");
  CHECK(links_of(text) == "Go > b\n");
  CHECK(left_out_of(text) == "macro mood: 3\ncondition [if mood > 2]\nvariable {name}\n");
}

TEST_CASE("HTML becomes text, its links links, its media notices") {
  const TwineText text = mot::read_twine_text(
      "<p>One&nbsp;&amp;\xC2\xA0two</p><b>three</b> 3 < 4 &unknown; &#x4F60;<!-- no -->\n"
      "<img src='a.png'><a data-passage=\"b\">go <i>b</i></a> <script>x</script>",
      TwineFormat::snowman);
  CHECK(text.prose == "One & two\nthree 3 < 4 &unknown; 你");
  CHECK(links_of(text) == "go b > b\n");
  CHECK(left_out_of(text) == "media a.png\nscript <script>x</script>\n");
}

TEST_CASE("What is not closed stays as text, and soon") {
  CHECK(harlowe("(if: $a").prose == "(if: $a");
  CHECK(harlowe("[[nowhere").prose == "[nowhere");
  CHECK(sugarcube("[[nowhere <<set").prose == "[[nowhere <<set");
  for (const std::string piece : {"<<", "(a:", "<a ", "[[", "<<link x>>", "[img[", "<%", "/*"}) {
    std::string long_one;
    while (long_one.size() < 2'000'000) long_one += piece;
    const auto before = std::chrono::steady_clock::now();
    for (const TwineFormat format : {TwineFormat::harlowe, TwineFormat::sugarcube})
      mot::read_twine_text(long_one, format);
    INFO(piece);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
  }
}

TEST_CASE("A sign for 'less than' in a sentence takes no link with it") {
  const TwineText text = harlowe("The price is <b then what?\n[[Pay->P]]\n[[Refuse->R]]");
  CHECK(text.prose == "The price is <b then what?");
  CHECK(links_of(text) == "Pay > P\nRefuse > R\n");
  for (const char* passage :
       {"a <b [[Pay->P]] c>", "a <b and\nmore> [[Pay->P]]", "Wow <! [[Pay->P]]",
        "Well <? [[Pay->P]]", "<!-- not closed [[Pay->P]]", "if a <b and c <d [[Pay->P]] then>"}) {
    INFO(passage);
    CHECK(links_of(harlowe(passage)) == "Pay > P\n");
  }
  // However often it is there.
  std::string often;
  for (int i = 0; i < 200; ++i) often += "a <b ";
  CHECK(links_of(harlowe(often + "[[Pay->P]]")) == "Pay > P\n");
  // A tag may go on in the next line.
  const TwineText tag = harlowe("One <img src=\"a.png\"\n  alt='[[x]]' /> two<!-- [[y]]\n -->");
  CHECK(tag.prose == "One two");
  CHECK(links_of(tag).empty());
}

TEST_CASE("Of Chapbook's scripts, styles and notes nothing is said, and nothing leads on") {
  const TwineText text = mot::read_twine_text(
      "[note]\nFor me only [[no->Two]]\n[continued]\n\"I have been *waiting* for __hours__.\" 2 * "
      "3 * "
      "4\n[JavaScript]\nwrite(`[[x->y]]`);\n[CSS; align center]\n.page { color: red }\n[if "
      "late]\n> "
      "[[Go on->Two]]\n> [[Two<-Go slow]]",
      TwineFormat::chapbook);
  CHECK(text.prose == "\"I have been waiting for hours.\" 2 * 3 * 4");
  CHECK(links_of(text) == "Go on > Two\nGo slow > Two\n");
  CHECK(
      left_out_of(text) ==
      "note [note]\nFor me only [[no->Two]]\nscript [JavaScript]\nwrite(`[[x->y]]`);\nscript [CSS; "
      "align center]\n.page { color: red }\ncondition [if late]\n");
}

TEST_CASE("Where a variable was shown its name stands, and what is worked out is said to be gone") {
  const auto chapbook = mot::read_twine_text("{guest.name} in {room + 1}.", TwineFormat::chapbook);
  CHECK(chapbook.prose == "guest.name in .");
  CHECK(left_out_of(chapbook) == "variable {guest.name}\ncomputed-text {room + 1}\n");
  const auto snowman =
      mot::read_twine_text("<%= s.name %> has <%- s.a + 1 %>.", TwineFormat::snowman);
  CHECK(snowman.prose == "s.name has .");
  CHECK(left_out_of(snowman) == "variable <%= s.name %>\ncomputed-text <%- s.a + 1 %>\n");
  const TwineText sugar = sugarcube("<<- $y>>, <<=$x>>, <<= $a.b>>, $name and <<print $z>>");
  CHECK(sugar.prose == "$y, $x, $a.b, $name and $z");
  CHECK(harlowe("(print: $a), (print: \"hi\") and (print: $a + 1)").prose == "$a, hi and");
}

TEST_CASE("SugarCube's texts made of parts, styles and what is shown as it is written") {
  const TwineText text = sugarcube(
      "<<link `\"Talk to \" + $name` \"Bag\">><</link>>"
      "<<link \"A\" `passage()`>><</link>>"
      "<<link `f(\"x\")` \"Box\">><</link>>");
  CHECK(links_of(text) == "Talk to $name > Bag\nx > Box\n");
  CHECK(text.prose == "A");
  CHECK(left_out_of(text) ==
        "variable <<link `\"Talk to \" + $name` \"Bag\">>\ncomputed-link A -> `passage()`\n"
        "computed-text <<link `f(\"x\")` \"Box\">>\n");
  const TwineText plain = sugarcube(
      "@@.red;Careful@@ @@color:red;\"Now!\"@@ @@#id;.cls;x@@ {{{code}}} <nowiki>[[nope]]</nowiki> "
      "\"\"\"[[nope2]]\"\"\" __under__ <html><b>raw [[no->Bag]]</b></html>");
  CHECK(plain.prose == "Careful \"Now!\" x code [[nope]] [[nope2]] under raw [[no->Bag]]");
  CHECK(plain.links.empty());
}

TEST_CASE("Harlowe's braces, joined macros and what is shown as it is written leave no signs") {
  CHECK(harlowe("{\n  one\n  two\n}\nthree").prose == "one two\nthree");
  CHECK(harlowe("a } b").prose == "a } b");
  CHECK(harlowe("(text-colour:red)+(text-style:'bold')[Loud]").prose == "Loud");
  CHECK(harlowe("(text-colour:red) + (text-style:'bold') [Loud]").prose == "Loud");
  CHECK(harlowe("`[[at]]` *slow* ~~no~~").prose == "[[at]] slow no");
  CHECK(harlowe("`[[at]]`").links.empty());
}
