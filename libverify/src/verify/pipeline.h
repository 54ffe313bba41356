// SPDX-License-Identifier: Apache-2.0
// file bytes -> pages -> symbols -> parsed seal -> issuer's key -> signature -> claims -> axes ->
// Report
#ifndef SCEAU_VERIFY_PIPELINE_H_
#define SCEAU_VERIFY_PIPELINE_H_

#include <string>

#include "base/bytes.h"
#include "isolation/reader.h"
#include "sceau/report.h"
#include "verify/context.h"

namespace sceau::verify {

// What every report says before anything was read.
Report StartReport(const std::string& name, const Context& context);

Report VerifyDocument(ByteSpan document, const std::string& name, const Context& context);

// The report of what was read of a document, by whatever reader. No page of it is drawn again.
Report VerifyRead(const absl::StatusOr<isolation::ReadOutcome>& read, const std::string& name,
                  const Context& context);

// The report with another question about the person, judged anew.
Report AskHolder(Report report, const ExpectedHolder& expected, const Policy& policy);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_PIPELINE_H_
