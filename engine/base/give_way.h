// Threads whose work may wait a little while another draws.
#pragma once

namespace mot {

/// From now on the calling thread, and those that it begins, get a processor after the program's
/// others where the system knows such a difference. It cannot be taken back.
void give_way();

}  // namespace mot
