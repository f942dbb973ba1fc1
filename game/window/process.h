// What the operating system says about this program: for --measure.
#pragma once

#include <string>

namespace mot {

// Seconds since the program was started by the system (to 10 ms on Linux), else since first asked.
double seconds_since_start();
// Seconds of processor time used so far, all threads.
double processor_seconds();
// Has the sound library mix with the settings of that file, unless the environment names others.
// Call it before there is any sound.
void use_sound_settings(const std::string& file);
// Has the system take back what is freed of pictures: they are made on many threads, and each keeps
// what it once had otherwise. Call it first of all.
void give_memory_back();
// Gives back what is free between what is used, now: some milliseconds.
void give_free_memory_back();
// Resident memory in MB (10^6 bytes); 0 where unknown.
double resident_megabytes();

}  // namespace mot
