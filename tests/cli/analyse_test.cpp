// `mot analyse` as text, in the reader's language.
#include <catch2/catch.hpp>

#include "engine/base/file.h"
#include "tests/cli/program.h"

using namespace mot::test;

namespace {

constexpr const char* kStory = R"(mot: 1
id: own
title: Title
language: en
draft: true
summary: Summary
customer: { id: mr-a, name: Mr A, expects: { reliability: 7, assurance: 7, empathy: 7 } }
journey: { id: way, title: A way, stages: [ { id: first-contact, title: First contact } ] }
moments:
  - id: call
    stage: first-contact
    channel: phone
    touchpoint: The call
    expects: [empathy]
    says: "Hello?"
    responses:
      - { id: ask, say: "Who is there?", delivers: { empathy: 9 }, next: end }
      - { id: form, say: "Your number?", delivers: { empathy: 5 }, next: end }
  - { id: end, ending: resolved, says: Thanks. }
  - { id: gone, ending: lost, says: Goodbye. }
)";

}  // namespace

TEST_CASE("What an analysis says is said in the reader's language", "[e2e]") {
  const TemporaryFolder folder;
  const std::string file = folder / "own.yaml";
  REQUIRE(mot::write_file_atomically(file, kStory));
  const Ran english = run_mot({"analyse", file});
  CHECK(english.code == 0);
  CHECK(english.out.find("own: decisions 1, states 2\nWays through: 2\n"
                         "Best play: satisfaction 8.52; after each choice:\n"
                         "   8.52  call.ask\n         → end\n") == 0);
  CHECK(english.out.find("Endings reached: end (resolved)\n"
                         "Never reached: gone (the customer is lost)\nSmells:\n"
                         "  S0021 warning at gone: ") != std::string::npos);
  const Ran chinese = run_mot({"analyse", file, "--lang", "zh-CN"});
  CHECK(chinese.code == 0);
  CHECK(chinese.out.find("own：1处选择，2种状态\n走法：2\n"
                         "最佳走法：满意度8.52；每次选择之后：\n") == 0);
  CHECK(chinese.out.find("到不了的结局：gone（顾客走了）\n问题：\n  S0021 警告，gone：") !=
        std::string::npos);
  CHECK(run_mot({"analyse", file, "--playthroughs", folder / "none", "--lang", "zh-CN"})
            .err.find("不是能读的文件夹") != std::string::npos);
}
