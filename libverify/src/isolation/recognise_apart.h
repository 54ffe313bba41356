// SPDX-License-Identifier: Apache-2.0
// The words of a page, recognised by sceau-recognise: the pixels go into a process that has no
// files, no network, no keys and no time but its own. The program is a part that need not be
// installed.
#ifndef SCEAU_ISOLATION_RECOGNISE_APART_H_
#define SCEAU_ISOLATION_RECOGNISE_APART_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/page.h"
#include "isolation/recognised.h"
#include "sceau/limits.h"

namespace sceau::isolation {

// `programs`: the folder of the program that does it. Refuses isolation.unavailable where it is not
// installed, what ReasonOfEnd() does, and what ReadRecognised() does.
absl::StatusOr<std::vector<RecognisedWord>> RecogniseApart(const PageImage& image,
                                                           const Limits& limits,
                                                           const std::string& programs);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_RECOGNISE_APART_H_
