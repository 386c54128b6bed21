// Linked into the developer modules alone: what Embind asks of the C library without need.

#include <cstdio>

// Embind writes the addresses of types that nobody bound, for a message that nobody gets to see:
// the whole of printf for that would be two kilobytes of each module. The compiler calls the second
// where no argument is a number with a fraction; both are one object of the C library.
extern "C" {

int sprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}
int siprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}

}  // extern "C"
