// Every key of the scenario format in one table: name, type, meaning. `mot schema` is made of it;
// tests hold it against the loader, so that it cannot drift. Implements docs/scenario_format.md.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mot {

/// Kinds of moments a key is for, as bits.
enum MomentKeyUse : std::uint8_t {
  kOnDecision = 1,
  kOnLine = 2,
  kOnFate = 4,
  kOnEnding = 8,
  kOnAll = 15
};

/// One key of a map with fixed keys.
struct FormatKey {
  std::string_view name;
  /// A type of the table below: "text", "id", "int 1 600", "word channel", "list id", "@level" …
  ///   text, id, language, bool, condition, expression, number A B, int A B, version     scalars
  ///   id N, text N  of which names of the kind N are offered (schema_names.h)
  ///   word W       one word of a list (format_schema.cpp, words_of)
  ///   list T       a list; list+ T with one entry at least; T may not be a list
  ///   map K T      a map with free keys; K: id, variable, path, dimension, category, part
  ///   @NAME        a map of this table;  T | U  either
  std::string_view type;
  std::string_view about;
  bool required = false;
  MomentKeyUse kinds = kOnAll;
};

/// One map with fixed keys. `note` is allowed in all and not listed.
struct FormatMap {
  std::string_view name;
  std::string_view about;
  std::span<const FormatKey> keys;
};

/// All maps. The moment is one entry; its keys say which kinds they are for.
std::span<const FormatMap> format_maps();

/// What a dimension or a category means, in a sentence. Requires that it is one.
std::string_view format_word_about(std::string_view word);

/// The entry of a name. Requires that there is one.
const FormatMap& format_map(std::string_view name);

}  // namespace mot
