// The customer's lines spoken by a synthesiser of the system, where one is installed: espeak-ng,
// run as a program of its own. Robotic, and not a model of good Chinese; a help for those who
// cannot read the screen, off unless wished.
#pragma once

#include <spawn.h>
#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/customer/persona.h"
#include "game/window/synth.h"

namespace mot {

// Starts a program: its file, then its words; no shell is asked. Where its streams lead is said by
// the actions, which are used up. 0 where it cannot be started.
pid_t start_program(const std::vector<std::string>& words, posix_spawn_file_actions_t& actions);

// Where the program of that name is, by PATH; empty where it is not installed.
std::string program_on_path(std::string_view name);

// Where the synthesiser is, or empty: none is installed.
std::string speech_program();

// A stretch of a text in one script, with the voice that reads it.
struct SpeechPart {
  std::string voice;
  std::string text;
};

// Parts of a text: Chinese characters with what stands between them, and everything else.
std::vector<SpeechPart> speech_parts(std::string_view text, std::string_view language);

// A spoken text; its own rate.
struct Spoken {
  Samples samples;
  unsigned rate = kSampleRate;
};

// Has it spoken; takes about 10 ms a sentence. Empty where the program fails.
Spoken speak(const std::string& program,
             std::string_view text,
             std::string_view language,
             const Voice& voice);

// The samples of a WAV file in memory, 16 bits mono, whatever length its header promises (a pipe's
// is unknown when it is written). Empty where it is no such file.
Spoken spoken_of_wav(std::string_view wav);

}  // namespace mot
