// SPDX-License-Identifier: Apache-2.0
#include "cli/option_set.h"

#include <algorithm>

namespace sceau::cli {

// One run over the arguments.
class OptionSet::Parser {
 public:
  Parser(OptionSet& set, const std::vector<std::string>& arguments)
      : set_(set), arguments_(arguments) {}

  ParsedArguments Run() {
    while (next_ < arguments_.size()) {
      const std::string_view argument = arguments_[next_++];
      if (argument == "--") break;
      if (argument.size() < 2 || argument.front() != '-')
        parsed_.operands.emplace_back(argument);
      else if (argument.starts_with("--"))
        TakeLong(argument);
      else
        TakeShort(argument.substr(1));
    }
    for (; next_ < arguments_.size(); ++next_) parsed_.operands.push_back(arguments_[next_]);
    return std::move(parsed_);
  }

 private:
  void TakeLong(std::string_view argument) {
    const std::size_t equals = argument.find('=');
    const std::string name(argument.substr(0, equals));
    Option* option = set_.Find(name);
    if (option == nullptr) return Complain(Message::kUnknownOption, name);
    if (equals == argument.npos) return Take(*option, name);
    if (!option->takes_value()) return Complain(Message::kTakesNoValue, name);
    SetValue(*option, name, argument.substr(equals + 1));
  }

  // "-r0" is two flags, "-opage.pdf" an option with its value.
  void TakeShort(std::string_view letters) {
    while (!letters.empty()) {
      const std::string name = {'-', letters.front()};
      letters.remove_prefix(1);
      Option* option = set_.Find(name);
      if (option == nullptr) return Complain(Message::kUnknownOption, name);
      if (option->takes_value() && !letters.empty()) return SetValue(*option, name, letters);
      Take(*option, name);
    }
  }

  // Without a value of its own.
  void Take(Option& option, const std::string& name) {
    if (bool* const* flag = std::get_if<bool*>(&option.value)) {
      **flag = true;
      return;
    }
    const bool follows = next_ < arguments_.size() &&
                         (arguments_[next_] == "-" || !arguments_[next_].starts_with('-'));
    if (!follows) return Complain(Message::kNoValue, name);
    SetValue(option, name, arguments_[next_++]);
  }

  // The variable of a script that was never set is not a question that was never asked.
  void SetValue(Option& option, const std::string& name, std::string_view value) {
    if (value.empty()) return Complain(Message::kEmptyValue, name);
    if (std::vector<std::string>* const* many =
            std::get_if<std::vector<std::string>*>(&option.value)) {
      (*many)->emplace_back(value);
      return;
    }
    if (option.given) return Complain(Message::kGivenTwice, name);
    option.given = true;
    *std::get<std::string*>(option.value) = value;
  }

  void Complain(Message message, const std::string& option) {
    if (!parsed_.mistake) parsed_.mistake = OptionMistake{message, option};
  }

  OptionSet& set_;
  const std::vector<std::string>& arguments_;
  std::size_t next_ = 0;
  ParsedArguments parsed_;
};

void OptionSet::Flag(std::string_view names, bool& value) { Add(names, &value); }

void OptionSet::Text(std::string_view names, std::string& value) { Add(names, &value); }

void OptionSet::Texts(std::string_view names, std::vector<std::string>& values) {
  Add(names, &values);
}

ParsedArguments OptionSet::Parse(const std::vector<std::string>& arguments) {
  return Parser(*this, arguments).Run();
}

std::vector<DeclaredOption> OptionSet::declared() const {
  std::vector<DeclaredOption> declared;
  declared.reserve(options_.size());
  for (const Option& option : options_) declared.push_back({option.names, option.takes_value()});
  return declared;
}

void OptionSet::Add(std::string_view names, Value value) {
  Option option{{}, value};
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    option.names.emplace_back(names.substr(0, comma));
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  options_.push_back(std::move(option));
}

OptionSet::Option* OptionSet::Find(std::string_view name) {
  const auto found = std::ranges::find_if(options_, [name](const Option& option) {
    return std::ranges::find(option.names, name) != option.names.end();
  });
  return found == options_.end() ? nullptr : &*found;
}

std::vector<DeclaredOption> DeclaredBy(const std::function<void(OptionSet&)>& declare) {
  OptionSet set;
  declare(set);
  return set.declared();
}

}  // namespace sceau::cli
