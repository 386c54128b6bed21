// Memory of the modules that shoppers download, in place of the C library's: SmallHeap over all of
// the module's memory behind its data and its stack.

#include <new>

#include "bindings/wasm/small_heap.h"

extern "C" char __heap_base;

namespace {

constexpr size_t kPage = 65536;
// Views of the page's scripts end with every growth: it comes in steps.
constexpr size_t kStepPages = 16;

bool reach(char* end) {
  const size_t pages = (reinterpret_cast<size_t>(end) + kPage - 1) / kPage;
  const size_t have = __builtin_wasm_memory_size(0);
  if (pages <= have) return true;
  return __builtin_wasm_memory_grow(0, pages - have + kStepPages) != SIZE_MAX;
}

postlude::SmallHeap heap(&__heap_base, reach);

}  // namespace

// Not inlined: each of hundreds of places would have a heap of its own.
#define POSTLUDE_CALLED __attribute__((noinline))

// Without memory there is no going on.
POSTLUDE_CALLED void* operator new(size_t size) {
  void* const memory = heap.take(size);
  if (memory == nullptr) __builtin_trap();
  return memory;
}
void* operator new(size_t size, const std::nothrow_t&) noexcept { return operator new(size); }
POSTLUDE_CALLED void operator delete(void* memory) noexcept { heap.give_back(memory); }
void operator delete(void* memory, size_t) noexcept { operator delete(memory); }
// Of arrays too: those of the C++ library would bring the C library's memory along.
void* operator new[](size_t size) { return operator new(size); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { operator delete(memory); }
