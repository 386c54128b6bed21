#include "bindings/native/keep_memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace postlude::native {

void keep_memory() {
#ifdef __GLIBC__
  constexpr int kKeptBytes = 64 << 20;
  mallopt(M_TRIM_THRESHOLD, kKeptBytes);
  // Left at its start this is 128 KiB for good once the other is set, and a larger block is
  // mapped and unmapped each time.
  mallopt(M_MMAP_THRESHOLD, kKeptBytes / 2);
#endif
}

}  // namespace postlude::native
