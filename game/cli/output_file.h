// A file that is written piece by piece and is there only when it is whole; "-" is stdout.
#pragma once

#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace mot {

/// Writes all of a result to stdout for "-", else to the file. The exit code, once said why.
int write_output(const std::string& file, std::string_view content);
/// The same of a page, where it could be made.
int write_page(const std::string& file, const Result<std::string>& page);

/// A result as it was asked for, "--html -", and whether it goes to stdout.
struct AskedFor {
  std::string_view words;
  bool printed = false;
};
/// Says which two of these would both be printed; empty: one is, or none.
std::string printed_twice(std::initializer_list<AskedFor> results);

/// A sentence where one of the files is there already and nobody said that it may be replaced;
/// empty: there is none. "-" and the empty name are no files.
std::string in_the_way(std::initializer_list<std::string> files, bool replace);

/// One that grows.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  /// Not closed: nothing stays.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// A failure is kept until close().
  void write(std::string_view text);
  /// Puts the file in its place. Refuses where anything could not be written.
  Result<bool> close();

 private:
  std::string path_;
  std::string temporary_;
  std::FILE* file_ = nullptr;
  /// errno of the first failure.
  int failed_ = 0;
};

}  // namespace mot
