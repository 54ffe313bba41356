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

std::vector<DeclaredOption> DeclaredBy(const std::function<void(OptionSet&)>& declare) {
  CLI::App app;
  app.set_help_flag();
  OptionSet set(app);
  declare(set);
  std::vector<DeclaredOption> declared;
  for (const CLI::Option* option : app.get_options()) {
    DeclaredOption row;
    for (const std::string& name : option->get_snames()) row.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) row.names.push_back("--" + name);
    row.takes_value = option->get_items_expected_max() > 0;
    declared.push_back(std::move(row));
  }
  return declared;
}

}  // namespace sceau::cli
