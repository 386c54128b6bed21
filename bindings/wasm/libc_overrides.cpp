// Linked into the storefront module alone, before the C library: what nlohmann/json and libc++abi
// ask of it, without what they never need. Each is small only if its whole family is replaced: one
// object file of the C library holds strtof, strtod and strtold.

#include <clocale>
#include <cstdarg>
#include <cstddef>

#include "bindings/wasm/size_stubs.h"

extern "C" {

double strtod(const char* text, char** end) { return postlude::wasm::parse_double(text, end); }
float strtof(const char* text, char** end) {
  return static_cast<float>(postlude::wasm::parse_double(text, end));
}
long double strtold(const char* text, char** end) {
  return postlude::wasm::parse_double(text, end);
}

unsigned long long strtoull(const char* text, char** end, int) {
  return postlude::wasm::parse_unsigned(text, end);
}
long long strtoll(const char* text, char** end, int) {
  return postlude::wasm::parse_signed(text, end);
}

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
[[noreturn]] void abort() { __builtin_trap(); }
[[noreturn]] void abort_message(const char*, ...) { __builtin_trap(); }

}  // extern "C"
