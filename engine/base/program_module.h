// Parts of the program in files of their own, loaded when something asks for them: whoever does not
// talk to a server does not wait for the libraries that do.
#pragma once

#include <string>

#include "engine/base/result.h"

namespace mot {

/// The address of `symbol` in the module `name`, a file NAME.so beside the running program or in
/// <prefix>/lib/moments-of-truth. Once loaded it stays. Refuses where the module is not there or
/// does not load, with the cause; `purpose` says what it is for: "PostgreSQL".
Result<void*> module_symbol(const std::string& name,
                            const char* symbol,
                            const std::string& purpose);

}  // namespace mot
