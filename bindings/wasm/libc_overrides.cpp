// Linked into the modules of WebAssembly alone, before the C library: what nlohmann/json and
// libc++abi ask of it, without what they never need.

#include <clocale>
#include <cstdarg>
#include <cstddef>

extern "C" {

// The only locale there is.
struct lconv* localeconv() {
  static char point[] = ".";
  static char none[] = "";
  static struct lconv c_locale = {};
  c_locale.decimal_point = point;
  c_locale.thousands_sep = none;
  return &c_locale;
}

// Called for the words of error messages, which nobody reads: errors are codes and pointers.
int snprintf(char* out, size_t size, const char*, ...) {
  if (size > 0) *out = '\0';
  return 0;
}

// The end of a bug of ours: a trap, which the page contains, and no message.
[[noreturn]] void abort_message(const char*, ...) { __builtin_trap(); }

}  // extern "C"

// The virtual tables of std::type_info's classes (Itanium C++ ABI, 2.9.5). Exception classes that
// are never thrown point to them; nothing ever calls through them.
extern "C" {
extern const void* const _ZTVN10__cxxabiv117__class_type_infoE[];
extern const void* const _ZTVN10__cxxabiv120__si_class_type_infoE[];
const void* const _ZTVN10__cxxabiv117__class_type_infoE[11] = {};
const void* const _ZTVN10__cxxabiv120__si_class_type_infoE[11] = {};
}
