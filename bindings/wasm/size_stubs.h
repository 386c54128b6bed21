#pragma once

// What the storefront module uses in place of the C library's own (size_stubs.cpp), under names
// that tests can call natively. The C library's `strtod` alone would be a quarter of what shoppers
// download.

namespace postlude::wasm {

/// Reads a decimal number as `strtod` does ("-12.5e3": no white space, hexadecimal, inf or nan);
/// `end` gets the place behind it, or `text` when there is none. Tells exactly whether the number
/// is beyond the range of double (then the result is infinite); any other result is right to about
/// 13 digits, and the core does not use it: it keeps numbers as they were written.
double parse_double(const char* text, char** end);

/// Reads decimal digits as `strtoull` and `strtoll` do with base 10 (no white space, no plus sign).
/// Beyond the range the result is the nearest limit and `errno` is ERANGE.
unsigned long long parse_unsigned(const char* text, char** end);
long long parse_signed(const char* text, char** end);

}  // namespace postlude::wasm
