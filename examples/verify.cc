// SPDX-License-Identifier: Apache-2.0
#include "sceau/verify.h"

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  sceau::VerifyOptions options;
  const auto trust = sceau::LoadTrustDirectory(argv[1]);
  if (!trust.ok()) return 2;
  options.trust = *trust;
  const auto verifier = sceau::Verifier::Create(options);
  if (!verifier.ok()) return 2;
  const auto report = verifier->VerifyFile(argv[2]);
  if (!report.ok()) return 2;
  std::cout << sceau::ReportToJson(*report, sceau::Language::kEnglish, sceau::NirDisplay::kMasked)
            << '\n';
  return report->verdict == sceau::Verdict::kValid ? 0 : 1;
}
