#pragma once

/// Traps when `condition` is false: for our own bugs only, never for data from outside. The trap is
/// the same natively and in WebAssembly; the loader contains it and the page keeps its fallback.
#define CHECK(condition)                \
  do {                                  \
    if (!(condition)) __builtin_trap(); \
  } while (false)
