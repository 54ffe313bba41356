// SPDX-License-Identifier: Apache-2.0
#include "isolation/helper_process.h"

const char* const sceau_helper_of_tests = SCEAU_HELPER;
