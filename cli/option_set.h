// SPDX-License-Identifier: Apache-2.0
// The options that a command declares, and how arguments set them. Spec: POSIX's Utility Syntax
// Guidelines, with GNU's long options, which are never abbreviated.
//
// Ours, because it reports mistakes in two languages and never repeat a value: a library that
// would parse for us (CLI11 did) words them in English, and needs operands, empty values and
// near misses to be handled beside it all the same.
#ifndef SCEAU_CLI_OPTION_SET_H_
#define SCEAU_CLI_OPTION_SET_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/wording.h"

namespace sceau::cli {

struct DeclaredOption {
  std::vector<std::string> names;  // "-o", "--output"
  bool takes_value = false;
};

// What is wrong with the arguments. `option` is the name alone, since a value may be personal.
struct OptionMistake {
  Message message;
  std::string option;
};

struct ParsedArguments {
  std::vector<std::string> operands;     // what is neither an option nor the value of one
  std::optional<OptionMistake> mistake;  // the first one
};

// Values are left as they are when their option is not given; they must outlive the parsing. Names
// are separated by a comma: "-o,--output".
class OptionSet {
 public:
  void Flag(std::string_view names, bool& value);
  void Text(std::string_view names, std::string& value);                 // given once
  void Texts(std::string_view names, std::vector<std::string>& values);  // one value each time

  // Sets the values. After a mistake it goes on, so that --help is seen wherever it stands. A value
  // that begins with a hyphen is written --name=-value; "-" alone is a value or an operand, and
  // after "--" everything is an operand.
  ParsedArguments Parse(const std::vector<std::string>& arguments);

  std::vector<DeclaredOption> declared() const;

 private:
  using Value = std::variant<bool*, std::string*, std::vector<std::string>*>;
  struct Option {
    std::vector<std::string> names;
    Value value;
    bool given = false;

    bool takes_value() const { return !std::holds_alternative<bool*>(value); }
  };
  class Parser;

  void Add(std::string_view names, Value value);
  Option* Find(std::string_view name);

  std::vector<Option> options_;
};

std::vector<DeclaredOption> DeclaredBy(const std::function<void(OptionSet&)>& declare);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_OPTION_SET_H_
