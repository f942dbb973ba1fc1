#include "engine/base/give_way.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace mot {

void give_way() {
#ifdef __linux__
  constexpr int kLater = 2;  // steps of niceness: two thirds of the others' share
  const auto thread = static_cast<id_t>(::syscall(SYS_gettid));
  const int now = ::getpriority(PRIO_PROCESS, thread);
  (void)::setpriority(PRIO_PROCESS, thread, now + kLater);
#endif
}

}  // namespace mot
