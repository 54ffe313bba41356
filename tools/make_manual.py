#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_manual.py [--write]: makes the manual pages and the texts of --help from man/source/, or says where they differ from it.

A source file holds one page in one language. Its lines are text, or begin with a word of this list:

  @title NAME "SECTION"      @name LINE        of the manual's head
  @intro                     the first line of the page's help
  @summary USAGE | TEXT      a row of the overview; the last " | " separates
  @see TEXT                  behind the synopsis, in the manual alone
  @section HEADING           text for the manual alone, with @item and @verbatim
  @commands HEADING          the commands follow
  @group TEXT                a heading among the commands, in the help alone
  @command NAME              then @usage lines, text, @option, @after (text behind the options)
  @options HEADING           options of all commands of the page
  @option NAMES [VALUE]      then its text
  @common                    --lang and --help
  @exits HEADING             then @lead, @exit NUMBER TEXT and @tail

Text that begins with "+ " is for the manual alone: what comes before it is what the help says. `…` is set in bold; names of options
and of values are found by themselves. A page with @summary has a help for each command; of another one all commands share one.
"""
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "man/source"
HELP = ROOT / "cli/help_texts.inc"
LANGUAGES = ("fr", "en")
PAGES = ("sceau", "sceau-trust", "sceau-ledger")
# The commands whose help a shared page is.
SHARED = {"sceau-trust": ["trust"], "sceau-ledger": ["ledger", "revoke", "suspend", "reinstate", "status"]}
COMMON = {"fr": [("--lang fr|en", "la langue"), ("-h, --help", "cette aide")],
          "en": [("--lang fr|en", "the language"), ("-h, --help", "this help")]}
HEADS = {"fr": ("NOM", "SYNOPSIS"), "en": ("NAME", "SYNOPSIS")}
WIDTH = 120
OPTION_COLUMN = 28
SUMMARY_COLUMN = 31
# What is written small at the beginning of a sentence too.
SMALL = ("pdf", "es256", "valid", "counter")


class Block:
    """One directive with its argument, the text for help and manual, and the text for the manual alone."""

    def __init__(self, kind, argument):
        self.kind, self.argument, self.text, self.more = kind, argument, [], []


def read(path):
    """The blocks of a source file. A block's texts are lists of paragraphs."""
    blocks, target, fresh = [], None, True
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("@"):
            kind, _, argument = line[1:].partition(" ")
            blocks.append(Block(kind, argument))
            target, fresh = blocks[-1].text, True
        elif not line:
            fresh = True
        elif not blocks:
            sys.exit(f"{path}:{number}: text before the first directive")
        else:
            if line.startswith("+ "):
                target, fresh, line = blocks[-1].more, True, line[2:]
            if fresh:
                target.append(line)
            else:
                target[-1] += " " + line
            fresh = False
    return blocks


# ---- help ----

def kept_together(text, space):
    """The text with `space` where no line may end: before French punctuation, and between an option in brackets and its value."""
    text = re.sub(r" (?=[:;?!»])|(?<=«) ", space, text)
    return re.sub(r"(?<=\[)-[^][]*(?=\])", lambda option: option.group(0).replace(" ", space), text)


def wrapped(text, first="", rest=None):
    rest = first if rest is None else rest
    lines = textwrap.fill(kept_together(text, "\N{NO-BREAK SPACE}"), WIDTH, initial_indent=first, subsequent_indent=rest,
                          break_long_words=False, break_on_hyphens=False)
    return lines.replace("\N{NO-BREAK SPACE}", " ")


def plain(text):
    return text.replace("`", "")


def row(head, text, column):
    """"  HEAD      text", the text aligned at a column; below a head that is too long."""
    start = "  " + head
    if not text:
        return start.rstrip()
    if len(start) + 1 > column:
        return start + "\n" + wrapped(plain(text), " " * column)
    return wrapped(plain(text), start.ljust(column), " " * column)


def option_rows(blocks, language):
    rows = []
    for block in blocks:
        if block.kind == "option":
            rows.append(row(block.argument, " ".join(block.text), OPTION_COLUMN))
        elif block.kind == "common":
            rows += [row(names, text, OPTION_COLUMN) for names, text in COMMON[language]]
    return "\n".join(rows)


def command_help(blocks, language):
    usages = [wrapped(b.argument, "", "      ") for b in blocks if b.kind == "usage"]
    parts = ["\n".join(usages)]
    for block in blocks:
        if block.kind in ("usage", "after") and block.text:
            parts.append("\n".join(wrapped(plain(t)) for t in block.text))
        if block.kind == "usage" and block is [b for b in blocks if b.kind == "usage"][-1]:
            parts += ["  " + b.argument for b in blocks if b.kind == "verbatim"]
            parts.append(option_rows(blocks, language))
    return "\n\n".join(parts) + "\n"


def shared_help(blocks, language):
    lines, in_options = [blocks_of(blocks, "intro")[0].text[0], ""], False
    for block in blocks:
        if block.kind == "group":
            lines += ([""] if lines[-1] else []) + [block.argument]
        elif block.kind == "usage":
            lines.append(wrapped(block.argument, "  ", "      "))
            lines += [wrapped(plain(t), "      ") for t in block.text]
        elif block.kind == "options":
            in_options = True
            lines.append("")
        elif block.kind in ("option", "common") and in_options:
            lines.append(option_rows([block], language))
        elif block.kind == "after":
            lines += [""] + [wrapped(plain(t)) for t in block.text]
    return "\n".join(lines) + "\n"


def overview(blocks):
    lines = [blocks_of(blocks, "intro")[0].text[0], ""]
    for block in blocks_of(blocks, "summary"):
        usage, _, text = block.argument.rpartition(" | ")
        lines.append(row(usage, text, SUMMARY_COLUMN) if usage else "")
    codes = ", ".join(b.argument for b in blocks_of(blocks, "exit"))
    lead, tail = blocks_of(blocks, "lead")[0].argument, blocks_of(blocks, "tail")[0].argument
    return "\n".join(lines + ["", wrapped(f"{lead} {codes}. {tail}")]) + "\n"


def blocks_of(blocks, kind):
    return [block for block in blocks if block.kind == kind]


def commands_of(blocks):
    """Command name -> its blocks, without those of the page."""
    commands, current = {}, None
    for block in blocks:
        if block.kind == "command":
            current = commands.setdefault(block.argument, [])
        elif block.kind in ("section", "options", "exits", "group"):
            current = None
        elif current is not None:
            current.append(block)
    return commands


def helps_of(page, blocks, language):
    """Command -> text of --help."""
    if page in SHARED:
        text = shared_help(blocks, language)
        return {command: text for command in SHARED[page]}
    helps = {"": overview(blocks)}
    helps.update({name: command_help(parts, language) for name, parts in commands_of(blocks).items()})
    return helps


def help_file(sources):
    lines = ["// SPDX-License-Identifier: Apache-2.0",
             "// Made from man/source/ by tools/make_manual.py --write: change it there."]
    for page in PAGES:
        french, english = (helps_of(page, sources[page, language], language) for language in LANGUAGES)
        if page in SHARED:
            first = SHARED[page][0]
            groups = [(SHARED[page], french[first], english[first])]
        else:
            groups = [([name], french[name], english[name]) for name in french]
        for names, in_french, in_english in groups:
            commands = " ".join(names)
            lines.append(f'SCEAU_HELP("{commands}", R"help({in_french})help", R"help({in_english})help")')
    return "\n".join(lines) + "\n"


# ---- manual ----

def escaped(text):
    return text.replace("\\", "\\e")


class Manual:
    def __init__(self, blocks, language):
        self.blocks, self.language, self.lines = blocks, language, []
        arguments = " ".join(b.argument for b in blocks if b.kind in ("usage", "option"))
        self.values = set(re.findall(r"(?<![\w.-])[^\W\d_a-z]+(?![\w])", arguments)) - {"NIR"}

    def markup(self, text):
        """Options and `…` in bold, values in italics, and hyphens that are typed as they are."""
        def set_word(match):
            word = match.group(0)
            if word.startswith("`"):
                return "\\fB" + word[1:-1].replace("-", "\\-") + "\\fP"
            if word.startswith("-"):
                return "\\fB\\%" + word.replace("-", "\\-") + "\\fP" if len(word) > 1 else "\\-"
            if word.endswith("(1)"):
                return "\\fB" + word[:-3].replace("-", "\\-") + "\\fP(1)"
            return "\\fI" + word + "\\fP" if word in self.values else word
        text = kept_together(escaped(text), "\N{NO-BREAK SPACE}")
        text = re.sub(r"`[^`]+`|(?<![\w-])--?[a-z0][a-z-]*|(?<![\w-])--?(?![\w-])|[\w-]+\(1\)|(?<![\w.-])[^\W\d_]+(?![\w])",
                      set_word, text)
        text = re.sub(r"([\[(])\\fB\\%", r"\\%\1\\fB", text)  # stands before a word, and not in it
        return re.sub(r"(?<=\d)-(?=\d)", r"\\-", text).replace("\N{NO-BREAK SPACE}", "\\ ")

    def text(self, text):
        for line in textwrap.wrap(self.markup(text), WIDTH, break_long_words=False, break_on_hyphens=False):
            self.lines.append("\\&" + line if line[0] in ".'" else line)

    def paragraphs(self, texts):
        for i, text in enumerate(texts):
            if i:
                self.lines.append(".PP")
            self.text(text)

    def usage(self, usage):
        words = re.split(r"(\s+)", self.markup(usage))
        plain_words = [f"\\fB{w}\\fP" if re.fullmatch(r"[a-z0-9][a-z0-9-]*[,]?", w) else w for w in words]
        return "".join(plain_words)

    def entry(self, head, texts):
        self.lines += [".TP", head]
        self.paragraphs([sentence(" ".join(texts))] if texts else [])

    def option(self, block):
        text = sentence(" ".join(block.text))
        self.lines += [".TP", self.markup(block.argument)]
        self.paragraphs([" ".join([text] + block.more)])

    def page(self):
        title = self.argument("title")
        name, section = title.split(" ", 1)
        heads = HEADS[self.language]
        self.lines += ['.\\" SPDX-License-Identifier: Apache-2.0',
                       '.\\" Made from man/source/ by tools/make_manual.py --write: change it there.',
                       f'.TH {name} 1 "" "Sceau 0.1" {section}', f".SH {heads[0]}", self.argument("name"),
                       f".SH {heads[1]}", ".nh", ".ad l"]
        for block in blocks_of(self.blocks, "usage"):
            self.lines += [".HP 4", self.usage(block.argument)]
        self.lines += [".ad b", ".hy"]
        for block in blocks_of(self.blocks, "see"):
            self.lines.append(".PP")
            self.text(block.argument)
        self.body()
        return "\n".join(self.lines) + "\n"

    def argument(self, kind):
        return blocks_of(self.blocks, kind)[0].argument

    def body(self):
        shared = not blocks_of(self.blocks, "summary")
        for block in self.blocks:
            if block.kind in ("section", "commands", "exits", "options"):
                # Options of all commands stand beside the commands where those have options of their own.
                self.lines.append((".SS " if block.kind == "options" and not shared else ".SH ") + block.argument)
                self.paragraphs(block.text)
            elif block.kind == "command":
                self.lines.append(f".SS {block.argument}".replace("-", "\\-"))
            elif block.kind == "usage" and shared:
                self.lines += [".TP", self.usage(block.argument)]
                self.paragraphs([" ".join([sentence(" ".join(block.text))] + block.more)] if block.text else [])
            elif block.kind == "usage":
                self.paragraphs([*block.text, *block.more])
            elif block.kind == "option":
                self.option(block)
            elif block.kind == "common" and shared:
                for names, text in COMMON[self.language]:
                    self.entry(self.markup(names), [text])
            elif block.kind == "after":
                self.lines.append(".PP")
                self.paragraphs(block.text)
            elif block.kind == "item":
                self.lines += [".TP", "\\fB" + escaped(block.argument).replace("-", "\\-") + "\\fP"]
                self.paragraphs(block.text)
            elif block.kind == "verbatim":
                self.lines += [".PP", ".nf", escaped(block.argument).replace("-", "\\-").replace("'", "\\(aq"), ".fi"]
            elif block.kind == "lead":
                self.text(block.argument)
            elif block.kind == "exit":
                code, text = block.argument.split(" ", 1)
                self.lines += [".TP", f"\\fB{code}\\fP"]
                self.text(" ".join([sentence(text)] + block.more))
            elif block.kind == "tail":
                self.lines.append(".PP")
                self.text(block.argument)


def sentence(text):
    """A phrase of the help as a sentence of the manual."""
    word = re.match(r"[\w-]*", text).group(0)
    if word and word not in SMALL:
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", ":")) else text + "."


def made():
    """Every file that is made: path -> text."""
    sources = {(page, language): read(SOURCE / f"{page}.{language}.txt") for page in PAGES for language in LANGUAGES}
    files = {HELP: help_file(sources)}
    for (page, language), blocks in sources.items():
        folder = ROOT / "man" if language == "en" else ROOT / "man" / language
        files[folder / f"{page}.1"] = Manual(blocks, language).page()
    return files


def main():
    write = sys.argv[1:] == ["--write"]
    stale = [path for path, text in made().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if write:
            path.write_text(made()[path], encoding="utf-8")
        else:
            print(f"{path.relative_to(ROOT)}: is not what man/source/ gives: run tools/make_manual.py --write", file=sys.stderr)
    return 1 if stale and not write else 0


if __name__ == "__main__":
    sys.exit(main())
