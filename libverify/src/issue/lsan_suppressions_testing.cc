// SPDX-License-Identifier: Apache-2.0
// What LeakSanitizer must not report: Pango keeps a thread's fonts until the thread ends, which for
// the main thread is after the report; and fontconfig 2.14 loses 288 bytes, once, when it parses
// its configuration. Neither grows with the number of pages.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)

extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libfontconfig.so\n";
}
