// Files: reading with limits, writing so that a crash leaves the old or the new content, never half
// of it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/base/result.h"

namespace mot {

/// Largest file of the format, in bytes (16 MiB).
inline constexpr std::size_t kMaxFileBytes = std::size_t{16} << 20U;

/// Reads a regular file of at most `limit` bytes. On failure one finding (M0001 unreadable, M0002
/// too large, M0003 not UTF-8, M0004 not text) goes to the sink and the text is null. A byte order
/// mark is dropped and CRLF becomes LF.
std::shared_ptr<const SourceText> read_source(const std::string& path,
                                              DiagnosticSink& sink,
                                              std::size_t limit = kMaxFileBytes);

/// The same for a text in memory.
std::shared_ptr<const SourceText> take_source(const std::string& path,
                                              std::string text,
                                              DiagnosticSink& sink,
                                              std::size_t limit = kMaxFileBytes);

/// Reads a regular file of at most `limit` bytes as it is.
Result<std::string> read_file(const std::string& path, std::size_t limit = kMaxFileBytes);

/// The same, and an empty text where there is no such file.
Result<std::string> read_file_if_there(const std::string& path, std::size_t limit = kMaxFileBytes);

/// Writes beside `path`, syncs, renames over it and syncs the folder: afterwards the file is whole,
/// before it is the old one. Creates missing folders. The refusal names path and cause.
Result<bool> write_file_atomically(const std::string& path, std::string_view content);

/// Writes a file that is not there yet, all of it or nothing. False: there is one by now, and it is
/// as it was. Creates missing folders. The refusal names path and cause.
Result<bool> write_new_file(const std::string& path, std::string_view content);

}  // namespace mot
