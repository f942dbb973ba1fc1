// The process's edges: results on stdout, everything else on stderr, exit codes, signals. The one
// place that knows about descriptors. Implements docs/command_line.md.
#pragma once

#include <atomic>
#include <cstddef>
#include <string_view>

namespace mot {

/// What the process exits with; a signal adds 128.
inline constexpr int kDone = 0;
/// Errors were found, an expectation failed, a folder without a file.
inline constexpr int kNotGood = 1;
/// An unknown option, name or choice.
inline constexpr int kWrongUsage = 2;
/// A file, disk, display refused.
inline constexpr int kMachineRefused = 3;

/// Call first: closed standard descriptors are occupied so that no file of ours gets their number,
/// a closed pipe becomes a write error, SIGINT, SIGTERM and SIGHUP end the process with 128 +
/// signal.
void prepare_process();

/// While it lives, the first of those signals does not end the process but read_input(), so that a
/// game can say how to go on. A second one ends the process at once.
class SignalsEndReading {
 public:
  SignalsEndReading();
  ~SignalsEndReading();
  SignalsEndReading(const SignalsEndReading&) = delete;
  SignalsEndReading& operator=(const SignalsEndReading&) = delete;
};

/// The signal that came while SignalsEndReading lived, or 0.
int signal_received();

/// Becomes true with that signal: for work that looks at a flag to give up.
const std::atomic<bool>& interrupted();

/// Says that the work was broken off and nothing printed. Returns the exit code, 128 + signal.
int end_interrupted();

/// Reads from stdin what there is, waiting for something. 0: the end, an error, or a signal came.
std::size_t read_input(char* buffer, std::size_t size);

/// Writes to stdout. On failure says so on stderr, once a process, and returns false.
bool write_result(std::string_view text);

/// Writes a result and returns `code`, or kMachineRefused where it could not be written.
int finish(std::string_view text, int code = kDone);

/// Writes "mot: <sentence>" to stderr. Returns `code`, so that a command can end with it.
int complain(std::string_view sentence, int code);

/// Writes to stderr as it is.
void write_error(std::string_view text);

/// Whether a descriptor is a terminal, and one that shows colours (NO_COLOR and TERM=dumb
/// honoured).
bool is_terminal(int descriptor);
bool shows_colours(int descriptor);

/// Columns of the terminal on stdout, else COLUMNS, else 80; between 20 and 100, the widest that
/// reads well.
std::size_t text_width();

inline constexpr int kStandardInput = 0;
inline constexpr int kStandardOutput = 1;
inline constexpr int kStandardError = 2;

}  // namespace mot
