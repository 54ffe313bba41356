// SPDX-License-Identifier: Apache-2.0
#include "cli/help_texts.h"

namespace sceau::cli {

const std::string_view kCompletionFrench =
    R"(sceau completion bash|zsh|fish

Écrit ce qu'il faut à un shell pour compléter les commandes, les options et leurs valeurs. L'installation l'a déjà mis où
chacun le cherche ; sinon, pour bash, dans ~/.bashrc :

  source <(sceau completion bash)

  --lang fr|en              la langue
  -h, --help                cette aide
)";
const std::string_view kCompletionEnglish =
    R"(sceau completion bash|zsh|fish

Writes what a shell needs to complete commands, options and their values. The installation has put it where each of them
looks; if not, for bash, in ~/.bashrc:

  source <(sceau completion bash)

  --lang fr|en              the language
  -h, --help                this help
)";

}  // namespace sceau::cli
