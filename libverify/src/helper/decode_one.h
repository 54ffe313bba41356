// SPDX-License-Identifier: Apache-2.0
// One document of one request, read where nothing can be touched, and answered.
#ifndef SCEAU_HELPER_DECODE_ONE_H_
#define SCEAU_HELPER_DECODE_ONE_H_

#include "isolation/wire.h"
#include "sandbox/job.h"

namespace sceau::helper {

using sandbox::Job;

// Each reads what the job brought and writes the answer; call it in the sandbox. Ends the process.
[[noreturn]] void DecodeOne(const Job& job);
[[noreturn]] void DecodeFrame(const Job& job);  // a picture of a camera

// Writes the answer and ends the process.
[[noreturn]] void Say(const Job& job, const isolation::Answer& answer);

// Ends the process where it is: nothing that a document could have prepared runs any more.
[[noreturn]] void Leave(int code);

}  // namespace sceau::helper

#endif  // SCEAU_HELPER_DECODE_ONE_H_
