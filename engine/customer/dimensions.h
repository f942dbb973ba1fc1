// The vocabulary of a customer: five dimensions of service quality (SERVQUAL), eight feelings, four
// MOT behaviours. Implements docs/scenario_format.md, "Expectations" and "A customer".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mot {

/// SERVQUAL dimensions [PZB1988].
enum class Dimension : std::uint8_t { reliability, responsiveness, assurance, empathy, tangibles };
inline constexpr std::size_t kDimensions = 5;
inline constexpr std::array<Dimension, kDimensions> kAllDimensions{
    Dimension::reliability, Dimension::responsiveness, Dimension::assurance, Dimension::empathy,
    Dimension::tangibles};

/// How an expectation turns delivery into satisfaction [Kano1984].
enum class ExpectationKind : std::uint8_t { performance, must_be, attractive };

/// What a face can show.
enum class Feeling : std::uint8_t {
  delighted,
  pleased,
  neutral,
  confused,
  anxious,
  annoyed,
  angry,
  relieved
};
inline constexpr std::size_t kFeelings = 8;

/// The four behaviours at a moment of truth (explore, offer, act, confirm).
enum class Behaviour : std::uint8_t { explore, offer, act, confirm };
inline constexpr std::size_t kBehaviours = 4;

/// How an encounter ends.
enum class EndingKind : std::uint8_t { resolved, unresolved, lost, escalated };
inline constexpr std::size_t kEndingKinds = 4;

/// Where a contact takes place.
enum class Channel : std::uint8_t { phone, counter, visit, chat, web, email, letter };
inline constexpr std::size_t kChannels = 7;

/// Survey categories of likelihood to recommend [Reichheld2003].
enum class Category : std::uint8_t { promoter, passive, detractor };
inline constexpr std::size_t kCategories = 3;

/// The words of the format, in enumerator order.
inline constexpr std::array<std::string_view, kDimensions> kDimensionNames{
    "reliability", "responsiveness", "assurance", "empathy", "tangibles"};
inline constexpr std::array<std::string_view, 3> kExpectationKindNames{"performance", "must-be",
                                                                       "attractive"};
inline constexpr std::array<std::string_view, kFeelings> kFeelingNames{
    "delighted", "pleased", "neutral", "confused", "anxious", "annoyed", "angry", "relieved"};
inline constexpr std::array<std::string_view, kBehaviours> kBehaviourNames{"explore", "offer",
                                                                           "act", "confirm"};
inline constexpr std::array<std::string_view, kEndingKinds> kEndingKindNames{
    "resolved", "unresolved", "lost", "escalated"};
inline constexpr std::array<std::string_view, kChannels> kChannelNames{
    "phone", "counter", "visit", "chat", "web", "email", "letter"};
inline constexpr std::array<std::string_view, kCategories> kCategoryNames{"promoter", "passive",
                                                                          "detractor"};

/// The word of the format for an enumerator.
constexpr std::string_view name_of(Dimension d) {
  return kDimensionNames[static_cast<std::size_t>(d)];
}
constexpr std::string_view name_of(ExpectationKind k) {
  return kExpectationKindNames[static_cast<std::size_t>(k)];
}
constexpr std::string_view name_of(Feeling f) { return kFeelingNames[static_cast<std::size_t>(f)]; }
constexpr std::string_view name_of(Behaviour b) {
  return kBehaviourNames[static_cast<std::size_t>(b)];
}
constexpr std::string_view name_of(EndingKind k) {
  return kEndingKindNames[static_cast<std::size_t>(k)];
}
constexpr std::string_view name_of(Channel c) { return kChannelNames[static_cast<std::size_t>(c)]; }
constexpr std::string_view name_of(Category c) {
  return kCategoryNames[static_cast<std::size_t>(c)];
}

/// The index of `name` in a list of words, or nothing.
template <std::size_t N>
constexpr std::optional<std::size_t> index_of(const std::array<std::string_view, N>& names,
                                              std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return i;
  }
  return std::nullopt;
}

/// A set of dimensions or behaviours as bits, lowest bit the first enumerator.
using BitSet8 = std::uint8_t;
template <class Enum>
constexpr BitSet8 bit(Enum e) {
  return static_cast<BitSet8>(1U << static_cast<unsigned>(e));
}
template <class Enum>
constexpr bool has(BitSet8 set, Enum e) {
  return (set & bit(e)) != 0;
}

}  // namespace mot
