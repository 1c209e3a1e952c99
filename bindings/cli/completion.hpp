// What may stand where the cursor is. A shell asks `openeom complete WORD...`, and a short script of each shell shows
// the answer: commands, options, types, members, codes, and the ids in the dossier that was named. It comes from the
// commands themselves and from the library, so that it needs no table that could grow old.
// Threads: the command has one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"

namespace command {

struct Candidate {
    std::string word;
    std::string meaning;
};

struct Completion {
    std::vector<Candidate> candidates = {};
    bool files = false;     ///< names of files too ...
    std::string kept = {};  ///< ... behind this part of the word: "press-release="
};

/// The first word with which a shell asks.
inline constexpr std::string_view kAsk = "complete";

/// `words` are those behind the program's name; the last one is unfinished or empty. What cannot be found out (a
/// dossier that cannot be read) is no candidate and no failure.
Completion complete(const std::vector<Command>& commands, const std::vector<std::string>& words);

/// A line each: the word, a tab, its meaning. A last line of ":files", a tab and `kept` asks for names of files.
std::string lines(const Completion& completion);

/// `openeom completion bash|zsh|fish`: the shell's script.
Command completion_command();

}  // namespace command
