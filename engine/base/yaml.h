// One YAML document as a compact tree with positions, read by events (no YAML::Node): small, and
// nothing is lost or guessed. The only user of yaml-cpp. Anchors, aliases, tags, several documents
// and deep nesting are refused here.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"

namespace mot {

/// What a node is. `null` is an empty value or ~.
enum class YamlKind : std::uint8_t { null, scalar, sequence, map };

/// Index of a node in its document; kNoNode: none.
using YamlNode = std::uint32_t;
inline constexpr YamlNode kNoNode = 0xFFFFFFFFU;

/// Deepest nesting of lists and maps in a file.
inline constexpr int kMaxYamlDepth = 32;

/// A stretch of a text that another takes the place of: at byte `at`, `removed` bytes by
/// `inserted`.
struct TextStretch {
  std::size_t at = 0;
  std::size_t removed = 0;
  std::size_t inserted = 0;
};

/// A parsed document. Texts are views that live as long as the document.
class YamlDocument {
 public:
  /// Parses the text. Null where it cannot be read at all; findings (M0005 … M0010) go to the sink.
  /// A document with a tag, or with an anchor that no alias names, is still returned.
  static std::shared_ptr<const YamlDocument> parse(std::shared_ptr<const SourceText> source,
                                                   DiagnosticSink& sink);
  /// The document of a text that differs from this one's in some stretches, in order and apart:
  /// the same as parse() would give, but only the outermost keys and the items of their lists that
  /// are touched are read. Requires that this one was parsed without a finding. Null where that is
  /// not enough, or where something is wrong: parse() finds out.
  std::shared_ptr<const YamlDocument> reread(std::shared_ptr<const SourceText> changed,
                                             const std::vector<TextStretch>& stretches) const;

  YamlNode root() const { return 0; }
  YamlKind kind(YamlNode n) const { return nodes_[n].kind; }
  /// A scalar's value; empty for others.
  std::string_view text(YamlNode n) const { return {nodes_[n].text, nodes_[n].size}; }
  /// A scalar written in quotes or as a block: always text, never a number.
  bool quoted(YamlNode n) const { return nodes_[n].quoted; }

  /// First child of a sequence, first key of a map; kNoNode: empty. Keys and values alternate along
  /// next().
  YamlNode first(YamlNode n) const { return nodes_[n].child; }
  YamlNode next(YamlNode n) const { return nodes_[n].next; }

  /// How many nodes there are; they are numbered from 0 in the order of the text.
  std::size_t size() const { return nodes_.size(); }
  /// Byte in the source at which the node starts: a quote or the sign of a block included.
  std::size_t offset(YamlNode n) const { return nodes_[n].offset; }
  /// Where the node starts.
  Position position(YamlNode n) const;
  /// Position `code_points` into a scalar that stands on one line as it is; the node's own position
  /// otherwise.
  Position position(YamlNode n, std::uint32_t code_points) const;
  /// Code points to underline: a scalar's on its first line, else 1.
  std::uint32_t width(YamlNode n) const;
  const std::shared_ptr<const SourceText>& source() const { return source_; }

 private:
  friend class YamlTreeBuilder;
  friend class YamlPatch;
  struct Node {
    const char* text = nullptr;
    std::uint32_t size = 0;
    std::uint32_t offset = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    YamlNode next = kNoNode;
    YamlNode child = kNoNode;
    YamlKind kind = YamlKind::null;
    bool quoted = false;
  };
  /// Keeps a text that does not stand in the source as it is.
  const char* kept(std::string_view text);

  std::vector<Node> nodes_;
  /// Texts that do not stand in the source as they are.
  std::vector<std::unique_ptr<char[]>> arena_;
  std::size_t arena_used_ = 0;
  std::size_t arena_size_ = 0;
  std::shared_ptr<const SourceText> source_;
};

}  // namespace mot
