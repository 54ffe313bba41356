// SPDX-License-Identifier: Apache-2.0
#include "cli/option_set.h"

#include "CLI/App.hpp"
#include "CLI/Config.hpp"
#include "CLI/Formatter.hpp"

namespace sceau::cli {

void OptionSet::Flag(const char* name, bool& value) { app_.add_flag(name, value); }

void OptionSet::Text(const char* name, std::string& value) { app_.add_option(name, value); }

void OptionSet::Texts(const char* name, std::vector<std::string>& values) {
  app_.add_option(name, values)->allow_extra_args(false);
}

}  // namespace sceau::cli
