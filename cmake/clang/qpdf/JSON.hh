// SPDX-License-Identifier: Apache-2.0
// In the place of qpdf's own header for clang, which (version 14, with GCC 12's library) does not
// compile a std::vector of a class within that class under C++20. Nothing of ours uses qpdf's JSON.
#ifndef JSON_HH
#define JSON_HH

class JSON;

#endif  // JSON_HH
