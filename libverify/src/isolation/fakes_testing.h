// SPDX-License-Identifier: Apache-2.0
// Helpers that misbehave (fake_helper_testing.cc).
#ifndef SCEAU_ISOLATION_FAKES_TESTING_H_
#define SCEAU_ISOLATION_FAKES_TESTING_H_

#include <string>

namespace sceau::isolation {

// A folder of programs, each of them the fake helper; the name of the folder says what it does.
std::string Fake(const std::string& kind);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_FAKES_TESTING_H_
