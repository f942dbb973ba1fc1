// Takes one passage of Twine apart, sign by sign. What each story format adds stands in a file of
// its own. Only twine_*.cpp include this.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/interchange/markup.h"
#include "engine/interchange/twine_scan.h"
#include "engine/interchange/twine_text.h"

namespace mot::twine {

class PassageReader {
 public:
  /// `depth`: links within the bodies of links.
  PassageReader(std::string_view passage, TwineFormat format, int depth = 0)
      : text_(passage), format_(format), depth_(depth) {}

  /// Once.
  TwineText read();

 private:
  /// Deepest links within the bodies of links.
  static constexpr int kDeepest = 8;

  // twine_reader.cpp: what stands in every format.
  /// Counts a piece that is not closed.
  bool is_unclosed();
  bool starts(std::string_view with) const;
  void leave_out(std::string_view kind, std::string_view what);
  void add_link(TwineLink link);
  /// Moves past one piece that is no plain text; false: there is none here. Where many pieces are
  /// not closed, the rest is taken as text, so that none of them is looked for again and again.
  bool read_piece();
  bool read_square();
  bool at_line_start() const;
  bool read_link();
  bool read_picture();
  bool read_angle();
  bool read_snowman();
  /// A variable's name stands where its value was shown; what is worked out is left out.
  void print_expression(std::string_view whole, std::string_view expression);
  bool read_tag();
  void read_linking_tag(const MarkupTag& tag, std::size_t from);
  bool read_entity();
  bool read_comment();
  bool read_variable();
  bool read_line_joint();

  // twine_marks.cpp
  /// What is shown as it is written, without links and signs in it.
  bool read_verbatim();
  /// Signs for bold, italics, headings and rules left out.
  std::string without_marks(std::string_view text) const;
  /// Length of the sign for a heading at the beginning of a line.
  std::size_t heading(std::string_view text, std::size_t at) const;

  // twine_sugarcube.cpp: <<name arguments>>, and what a macro is that is left out.
  /// Offset of the >> that closes the macro at `at`, quotes skipped.
  std::size_t macro_end(std::size_t at) const;
  bool read_sugarcube();
  /// @@.class;text@@: only the signs go.
  bool read_styled();
  void leave_out_macro(const std::string& name, std::string_view whole);
  /// Offset behind <</name>>, or here where it is not closed.
  std::size_t behind_macro(const std::string& name);
  /// The text of an argument; of code the part of it that is one.
  std::string words_of(const Argument& argument, std::string_view whole);
  /// The passage that an argument names; code keeps its backquotes.
  static std::string target_of(const Argument& argument);
  void read_link_macro(const std::string& name,
                       std::string_view whole,
                       const std::vector<Argument>& arguments);
  void read_choices(const std::string& name, const std::vector<Argument>& arguments);
  void read_print(std::string_view whole, const std::vector<Argument>& arguments);
  void read_jump(std::string_view whole, const std::vector<Argument>& arguments);

  // twine_harlowe.cpp: (name: arguments)[hook].
  /// { … } takes out line ends.
  bool close_brace();
  bool close_hook();
  /// |name>[text]
  bool read_hook_name();
  bool read_harlowe();
  /// Blanks between a macro and its hook, or the '+' between it and the next.
  void skip_to_hook();
  void read_harlowe_link(std::string_view whole, const std::vector<Argument>& arguments);
  /// (link: "text")[hook]: a link where the hook goes somewhere, else text that appears.
  void read_hook_link(std::string_view whole, const std::vector<Argument>& arguments);

  // twine_chapbook.cpp: {insert}, [modifier], and the variables at the top.
  bool read_modifier();
  /// Offset of the next modifier's line, or the end.
  std::size_t next_modifier(std::size_t from) const;
  bool read_brace();
  void read_insert(std::string_view whole);
  /// What stands before a line "--".
  void skip_chapbook_variables();

  std::string_view text_;
  TwineFormat format_;
  /// Links within links.
  int depth_;
  std::size_t at_ = 0;
  int hooks_ = 0;
  /// Where the text of each open brace of Harlowe begins in prose_.
  std::vector<std::size_t> braces_;
  bool styled_ = false;
  int unclosed_ = 0;
  int unclosed_bodies_ = 0;
  std::string prose_;
  std::unordered_set<std::string> left_out_before_;
  std::unordered_set<std::string> linked_before_;
  TwineText out_;
};

}  // namespace mot::twine
