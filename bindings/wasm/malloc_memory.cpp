// Memory of the developer API's modules: the C library's, which Emscripten's glue uses too.

#include <cstddef>
#include <cstdlib>
#include <new>

// libc++'s own would bring the machinery of std::bad_alloc along. Without memory there is no going
// on.
void* operator new(size_t size) {
  void* const memory = malloc(size);
  if (memory == nullptr) __builtin_trap();
  return memory;
}
void* operator new(size_t size, const std::nothrow_t&) noexcept { return malloc(size); }
void operator delete(void* memory) noexcept { free(memory); }
void operator delete(void* memory, size_t) noexcept { free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { free(memory); }
