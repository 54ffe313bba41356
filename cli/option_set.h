// SPDX-License-Identifier: Apache-2.0
// The options that a command declares. CLI11, which is a header of ten thousand lines, stays behind
// it: in option_set.cc and in command.cc.
#ifndef SCEAU_CLI_OPTION_SET_H_
#define SCEAU_CLI_OPTION_SET_H_

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace sceau::cli {

// Values are left as they are when their option is not given; they must outlive the parsing.
class OptionSet {
 public:
  explicit OptionSet(CLI::App& app) : app_(app) {}

  void Flag(const char* name, bool& value);
  void Text(const char* name, std::string& value);                 // given once
  void Texts(const char* name, std::vector<std::string>& values);  // one value each time

 private:
  CLI::App& app_;
};

struct DeclaredOption {
  std::vector<std::string> names;  // "-o", "--output"
  bool takes_value = false;
};
std::vector<DeclaredOption> DeclaredBy(const std::function<void(OptionSet&)>& declare);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_OPTION_SET_H_
