// Writing to an open file descriptor, on POSIX.
#pragma once

#include <string_view>

namespace mot {

/// Writes all of it. 0, or errno.
int write_all(int descriptor, std::string_view content);

/// Waits until what was written is on the disk, so that it outlives the machine. What cannot be
/// synchronised (a pipe, some file systems) is as far as it goes. 0, or errno.
int put_on_disk(int descriptor);

}  // namespace mot
