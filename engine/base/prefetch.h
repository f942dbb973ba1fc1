// A hint to the processor, for loops that wait for memory.
#pragma once

namespace mot {

/// Asks for memory that will be read soon. Does nothing where the compiler offers no way to.
inline void prefetch([[maybe_unused]] const void* address) {
#ifdef __GNUC__
  __builtin_prefetch(address);
#endif
}

}  // namespace mot
