// The architecture test: a folder includes only from itself and from folders before it. The order
// of the engine's folders is read from engine/README.md; of the game's, cli and {window < tools <
// stage < screens < editor < dashboard} never include each other; game/window/main.cpp, which puts
// the program together, stands above all of window's folders.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// Path from the root of the project → text.
using Tree = std::map<std::string, std::string>;
using Folders = std::vector<std::string>;

const Folders kWindowFolders = {"window", "tools", "stage", "screens", "editor", "dashboard"};

/// Puts the program together, so it stands above all of window's folders.
constexpr std::string_view kWindowMain = "game/window/main.cpp";

/// The folders of lines such as "- `base`: diagnostics, …", in order.
Folders folders_of_readme(std::string_view readme) {
  Folders folders;
  std::string_view rest = readme;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.substr(0, 3) != "- `") continue;
    const std::size_t end = line.find("`:", 3);
    if (end != std::string_view::npos) folders.emplace_back(line.substr(3, end - 3));
  }
  return folders;
}

/// The paths that a text includes by name from engine/ or game/.
std::vector<std::string> project_includes(std::string_view text) {
  std::vector<std::string> includes;
  std::string_view rest = text;
  const auto skip_blanks = [](std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  };
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    skip_blanks(line);
    if (line.substr(0, 1) != "#") continue;
    line.remove_prefix(1);
    skip_blanks(line);
    if (line.substr(0, 7) != "include") continue;
    line.remove_prefix(7);
    skip_blanks(line);
    if (line.empty() || (line[0] != '"' && line[0] != '<')) continue;
    const std::size_t end = line.find_first_of("\">", 1);
    const std::string_view path = line.substr(1, end == std::string_view::npos ? end : end - 1);
    const bool quoted = line[0] == '"';
    const bool ours = path.substr(0, 7) == "engine/" || path.substr(0, 5) == "game/";
    if (quoted || ours) includes.emplace_back(path);
  }
  return includes;
}

struct Place {
  std::string half;    // engine or game
  std::string folder;  // base, window, …; empty directly below the half
};

std::optional<Place> place_of(std::string_view path) {
  const std::size_t first = path.find('/');
  if (first == std::string_view::npos) return std::nullopt;
  Place place{std::string(path.substr(0, first)), {}};
  if (place.half != "engine" && place.half != "game") return std::nullopt;
  const std::size_t second = path.find('/', first + 1);
  if (second != std::string_view::npos) {
    place.folder = std::string(path.substr(first + 1, second - first - 1));
  }
  return place;
}

std::optional<std::size_t> rank(const Folders& order, const std::string& folder) {
  const auto found = std::find(order.begin(), order.end(), folder);
  if (found == order.end()) return std::nullopt;
  return static_cast<std::size_t>(found - order.begin());
}

/// Why a file in `from` may not include one in `to`; empty where it may.
std::string broken_rule(const Folders& engine, const Place& from, const Place& to) {
  if (from.half == "engine") {
    if (to.half == "game") return "engine/ never includes game/";
    const auto own = rank(engine, from.folder);
    const auto other = rank(engine, to.folder);
    if (!own) return "engine/" + from.folder + " is not in engine/README.md";
    if (!other) return "engine/" + to.folder + " is not in engine/README.md";
    if (*other > *own) return to.folder + " comes after " + from.folder + " in engine/README.md";
    return {};
  }
  if (to.half == "engine") {
    return rank(engine, to.folder) ? "" : "engine/" + to.folder + " is not in engine/README.md";
  }
  if (from.folder == to.folder) return {};
  const auto own = rank(kWindowFolders, from.folder);
  const auto other = rank(kWindowFolders, to.folder);
  if (!own || !other) return "game/cli and the window's folders never include each other";
  return *other > *own ? to.folder + " comes after " + from.folder : "";
}

/// One line a violation: file, include, rule.
std::vector<std::string> violations(const Tree& tree, const Folders& engine) {
  std::vector<std::string> found;
  for (const auto& [file, text] : tree) {
    std::optional<Place> from = place_of(file);
    if (!from) continue;
    if (file == kWindowMain) from->folder = kWindowFolders.back();
    if (from->half == "game" && from->folder != "cli" && !rank(kWindowFolders, from->folder)) {
      found.push_back(
          fmt::format("{}: game/{} is a folder without a place in the order", file, from->folder));
      continue;
    }
    for (const std::string& include : project_includes(text)) {
      const std::optional<Place> to = place_of(include);
      const std::string rule = to ? broken_rule(engine, *from, *to)
                                  : "includes name the whole path from the root of the project";
      if (!rule.empty()) found.push_back(fmt::format("{} includes {}: {}", file, include, rule));
    }
  }
  return found;
}

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Tree project_tree(const fs::path& root) {
  Tree tree;
  for (const char* half : {"engine", "game"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / half)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp") continue;
      tree[fs::relative(entry.path(), root).generic_string()] = read(entry.path());
    }
  }
  return tree;
}

std::vector<std::string> violations_of(const std::string& file, const std::string& include) {
  return violations({{file, "#include \"" + include + "\"\n"}}, {"base", "text", "scenario"});
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("no folder includes from a folder after it") {
  const fs::path root = MOT_SOURCE_DIR;
  const Folders engine = folders_of_readme(read(root / "engine/README.md"));
  REQUIRE(engine.size() > 1);
  CHECK(engine.front() == "base");
  const Tree tree = project_tree(root);
  REQUIRE(tree.size() > 10);
  std::string report;
  for (const std::string& violation : violations(tree, engine)) {
    report += violation;
    report += '\n';
  }
  INFO(report);
  CHECK(report.empty());
}

TEST_CASE("every folder of the engine with code has its line in the README") {
  const fs::path root = MOT_SOURCE_DIR;
  const Folders engine = folders_of_readme(read(root / "engine/README.md"));
  for (const auto& [file, text] : project_tree(root)) {
    const std::optional<Place> place = place_of(file);
    INFO(file);
    CHECK((place->half != "engine" || rank(engine, place->folder)));
  }
}

TEST_CASE("the scanner reads the README's list in order") {
  CHECK(
      folders_of_readme("# Title\n\nText `x`: no.\n- `base`: files\n- `text`: words\n- other\n") ==
      Folders{"base", "text"});
}

TEST_CASE("the scanner sees includes however they are spaced, and passes over system headers") {
  CHECK(project_includes("#include <vector>\n  #  include \"engine/base/a.h\"\n"
                         "#include <engine/base/b.h>\n// #include \"engine/base/c.h\"\n"
                         "#include \"d.h\"") ==
        std::vector<std::string>{"engine/base/a.h", "engine/base/b.h", "d.h"});
}

TEST_CASE("includes to the left and within a folder are in order") {
  CHECK(violations_of("engine/text/a.cpp", "engine/base/b.h").empty());
  CHECK(violations_of("engine/text/a.cpp", "engine/text/b.h").empty());
  CHECK(violations_of("game/cli/a.cpp", "engine/scenario/b.h").empty());
  CHECK(violations_of("game/cli/a.cpp", "game/cli/b.h").empty());
  CHECK(violations_of("game/editor/a.cpp", "game/window/b.h").empty());
}

TEST_CASE("a planted include to the right is found, with file, include and rule") {
  CHECK(
      violations_of("engine/base/a.h", "engine/text/b.h") ==
      Found{"engine/base/a.h includes engine/text/b.h: text comes after base in engine/README.md"});
  CHECK(violations_of("game/window/a.h", "game/stage/b.h") ==
        Found{"game/window/a.h includes game/stage/b.h: stage comes after window"});
}

TEST_CASE("the engine includes nothing of the game") {
  CHECK(violations_of("engine/text/a.h", "game/cli/b.h") ==
        Found{"engine/text/a.h includes game/cli/b.h: engine/ never includes game/"});
}

TEST_CASE("the command line and the window's folders never include each other") {
  const std::string rule = "game/cli and the window's folders never include each other";
  CHECK(violations_of("game/cli/a.cpp", "game/window/b.h") ==
        Found{"game/cli/a.cpp includes game/window/b.h: " + rule});
  CHECK(violations_of("game/screens/a.cpp", "game/cli/b.h") ==
        Found{"game/screens/a.cpp includes game/cli/b.h: " + rule});
}

TEST_CASE("the window's main puts the program together, but knows nothing of the command line") {
  CHECK(violations_of("game/window/main.cpp", "game/editor/b.h").empty());
  CHECK(violations_of("game/window/main.cpp", "game/cli/b.h").size() == 1);
}

TEST_CASE("a folder without a place in the order is found") {
  CHECK(violations_of("engine/misc/a.h", "engine/base/b.h").size() == 1);
  CHECK(violations_of("game/cli/a.h", "engine/misc/b.h").size() == 1);
  CHECK(violations_of("game/misc/a.h", "engine/base/b.h").size() == 1);
}

TEST_CASE("an include that does not name the whole path is found") {
  CHECK(violations_of("engine/text/a.cpp", "../scenario/b.h").size() == 1);
  CHECK(violations_of("engine/text/a.cpp", "b.h").size() == 1);
}
