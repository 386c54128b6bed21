#pragma once

namespace postlude::native {

/// Tells the allocator to keep what is freed (up to 64 MiB at the end of each heap) instead of
/// giving it back to the system at once. For programs that render one page after the other: with
/// glibc's default of 128 KiB every page document of some size has its memory taken away and
/// zeroed anew, which took four fifths of the time of parsing it. Call it first in `main`; does
/// nothing where the allocator is not glibc's.
void keep_memory();

}  // namespace postlude::native
