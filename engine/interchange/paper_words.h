// What conditions and changes of variables are called on paper, where moments are numbered cards,
// responses letters, and variables notes that somebody keeps.
#pragma once

#include <cstddef>
#include <string>

#include "engine/scenario/expression_words.h"
#include "engine/scenario/model.h"
#include "engine/scenario/reading.h"

namespace mot {

/// The words of one scenario. Lends all three.
class PaperWords final : public NameWords {
 public:
  PaperWords(const Scenario& scenario, const Reading& reading, const UiStrings& words)
      : scenario_(scenario), reading_(reading), words_(words) {}

  /// "card 3": moments are numbered from 1 in the file's order.
  std::string card(MomentIndex moment) const;
  /// The letter of a moment's response, from 0: A … Z, then AA, BB …
  static std::string letter(std::size_t response);
  /// A variable as it is noted: its name with blanks.
  std::string note(const Variable& variable) const;
  /// "answer B of card 3 was chosen"; empty: always.
  std::string condition(CodeRange when) const;
  /// What is to be done with the notes: "Note down: “room” is now 204".
  std::string change(const Assignment& set) const;
  /// What the notes say at the start, by commas; empty: nothing.
  std::string notes_at_start() const;

  std::optional<std::string> call(std::string_view function,
                                  std::string_view name,
                                  bool negated) const override;
  std::optional<std::string> variable(std::string_view name, bool negated) const override;

 private:
  std::string in_words(const std::string& expression) const {
    return expression_in_words(expression, *this, words_);
  }

  const Scenario& scenario_;
  const Reading& reading_;
  const UiStrings& words_;
};

}  // namespace mot
