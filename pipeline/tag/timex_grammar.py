"""Load the time grammar (words.toml, rules.toml, holidays.toml) and compile it.

A rule's pattern becomes a regular expression over categories (one character a token), so that no pattern ever sees
raw text and the longest string it can run on is one run of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import tomli

from pipeline.errors import LexiconError
from pipeline.tag.timex_lexer import Lexicon

PATTERN_TOKEN = re.compile(r"\s*(\{[A-Z0-9]+\}|[A-Z][A-Z0-9]*|[a-z][a-z'’]*|'s|[()|?,/.'-])")
RULE_KEYS = {"name", "pattern", "build", "before", "after", "guard", "yes", "no"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of time expression, as rules.toml says it."""

    name: str
    pattern: str
    build: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    before: str = ""
    after: str = ""
    guard: str = ""


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern of a source, compiled once."""
    return re.compile(source)


class Matcher(NamedTuple):
    """All rules that can start with one category, as one pattern: two groups a branch, its words and its right
    context. Compiled when first needed: a text uses a third of the categories."""

    source: str
    owners: tuple[tuple[int, int], ...]  # of each branch: the index of its rule, and how many tokens of left context it has

    def candidates(self, categories: str, start: int) -> tuple[tuple[int, int, int, int], ...]:
        """(rule index, end, tokens of left context, tokens of right context) of every rule that matches here: longest
        first, then
        the longest right context, then in file order."""
        match = compiled(self.source).match(categories, start)
        if match is None or match.lastindex is None:
            return ()
        groups = match.groups()
        found = {
            (rule, start + len(own), back, len(right or ""))
            for (rule, back), own, right in zip(self.owners, groups[::2], groups[1::2], strict=True)
            if own
        }
        return tuple(sorted(found, key=lambda hit: (-hit[1], -hit[3], hit[0])))


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules and lexicon, compiled."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    cores: tuple[str, ...]
    matchers: Mapping[str, Matcher]  # by the category that a rule starts with

    def parse(self, categories: str) -> tuple[tuple[tuple[int, int, int, int], ...], ...]:
        """For every start of a category string the rules that match there (see `Matcher.candidates`)."""
        matchers = self.matchers
        return tuple(
            matchers[code].candidates(categories, start) if code in matchers else () for start, code in enumerate(categories)
        )


def _read(name: str) -> dict[str, Any]:
    with (files("pipeline.lexicon") / "time" / name).open("rb") as stream:
        return tomli.load(stream)


def load_rules() -> tuple[dict[str, str], tuple[Rule, ...]]:
    """The macros and rules of rules.toml. A rule without `yes` or `no`, or with an unknown key, is a LexiconError."""
    data = _read("rules.toml")
    rules = []
    for row in data["rule"]:
        name = row.get("name", "?")
        if unknown := set(row) - RULE_KEYS:
            raise LexiconError(f"rules.toml: rule {name}: unknown key {sorted(unknown)}. Allowed: {sorted(RULE_KEYS)}")
        if not row.get("yes") or not row.get("no"):
            raise LexiconError(f"rules.toml: rule {name} needs examples: both `yes` and `no`")
        rules.append(Rule(**{**row, "yes": tuple(row["yes"]), "no": tuple(row["no"])}))
    return data["macro"], tuple(rules)


@cache
def holidays() -> Mapping[str, Mapping[str, Any]]:
    """The feasts of holidays.toml by their key."""
    return _read("holidays.toml")


@cache
def neighbours(name: str) -> frozenset[str]:
    """A word list of neighbours.toml."""
    return frozenset(_read("neighbours.toml")[name].split())


def _forms(word: str, case: str, dot: bool) -> list[str]:
    shapes = [word.title() if word.isalpha() else word, word.upper()]
    shapes += [] if case == "title" else [word]
    return [shape + tail for shape in shapes for tail in (("", ".") if dot else ("",))]


def _words(literals: set[str]) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Every written form with its classes, and the forms that wake the tagger."""
    words: dict[str, dict[str, Any]] = {}
    cores: list[str] = []
    for name, table in _read("words.toml").items():
        for word, value in table["words"].items():
            for form in _forms(word, table.get("case", ""), table.get("dot", False)):
                words.setdefault(form, {})[name] = value
                if table.get("core"):
                    cores.append(form.rstrip("."))
    for key, feast in holidays().items():
        for form in feast["forms"]:
            cores.append(form)
            words.setdefault(form, {})["HOLIDAY"] = key
    for literal in literals:
        for form in _forms(literal, "", False):
            words.setdefault(form, {})[f"={literal}"] = True
    _add_variants(words)
    return words, sorted(set(cores))


def _add_variants(words: dict[str, dict[str, Any]]) -> None:
    """The spellings that share a category with a plain one: dashes, curly apostrophes, a.m., B.C."""
    for variant, plain in _VARIANTS:
        if plain in words:
            words[variant] = words[plain]


_VARIANTS = [("–", "-"), ("—", "-"), ("‐", "-"), ("‑", "-"), ("’s", "'s"), ("’", "'")]
_VARIANTS += [(form, "am") for form in ("a.m.", "A.M.", "a.m", "A.M")] + [(form, "pm") for form in ("p.m.", "P.M.", "p.m", "P.M")]
_VARIANTS += [("gmt", "GMT"), ("utc", "UTC")]
_VARIANTS += [(form, "BC") for form in ("B.C.", "B.C", "B.C.E.")] + [("A.D.", "AD")] + [("ca.", "ca")]


def _expand(pattern: str, macros: Mapping[str, str], name: str) -> list[str]:
    """The pattern's signs and names with all macros put in."""
    tokens, position = [], 0
    while position < len(pattern.rstrip()):
        match = PATTERN_TOKEN.match(pattern, position)
        if match is None:
            raise LexiconError(f"rules.toml: rule {name}: cannot read the pattern at '{pattern[position : position + 20]}'")
        position, token = match.end(), match[1]
        if token[0] == "{":
            if token[1:-1] not in macros:
                raise LexiconError(f"rules.toml: rule {name}: no macro {token}. Known: {', '.join(sorted(macros))}")
            tokens += ["(", *_expand(macros[token[1:-1]], macros, name), ")"]
        else:
            tokens.append(token)
    return tokens


def _alternatives(tokens: list[str]) -> list[list[str]]:
    """The top-level alternatives of a pattern; the longest match is searched among them."""
    parts: list[list[str]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token == "(") - (token == ")")
        if token == "|" and depth == 0:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _compile(tokens: list[str], lexicon: Lexicon, rule: str) -> str:
    """The regular expression of a pattern over categories; alternatives that are one category each become one set."""
    parts = ["".join(_compile_sequence(part, lexicon, rule)) for part in _alternatives(tokens)]
    if len(parts) > 1 and all(_is_set(part) for part in parts):
        return _set(dict.fromkeys("".join(parts).replace("[", "").replace("]", "")))
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _compile_sequence(tokens: list[str], lexicon: Lexicon, rule: str) -> Iterator[str]:
    i = 0
    while i < len(tokens):
        start = tokens[i]
        inner, i = _element(tokens, i)
        source = _compile(inner, lexicon, rule) if start == "(" else _set(_codes_of(start, lexicon, rule))
        is_optional = i < len(tokens) and tokens[i] == "?"
        i += is_optional
        yield source if not is_optional else f"{source}?" if _is_set(source) else f"(?:{source})?"


def _codes_of(token: str, lexicon: Lexicon, rule: str) -> list[str]:
    name = token if token[0].isupper() else f"={token}"
    if codes := lexicon.codes([name]):
        return codes
    known = ", ".join(sorted(n for n in lexicon.names() if n[0] != "="))
    raise LexiconError(f"rules.toml: rule {rule}: no class {token}. Known: {known}")


def _set(codes: Iterable[str]) -> str:
    """One of these categories; one alone needs no brackets."""
    joined = "".join(codes)
    return joined if len(joined) == 1 else f"[{joined}]"


def _is_set(source: str) -> bool:
    return len(source) == 1 or (source[:1] == "[" and source.find("]") == len(source) - 1)


def _literals(patterns: list[list[str]]) -> set[str]:
    return {token for tokens in patterns for token in tokens if not token[0].isupper() and token not in "()|?"}


def _first_names(tokens: list[str]) -> tuple[set[str], bool]:
    """The classes a pattern can start with, and whether it can match nothing."""
    names: set[str] = set()
    is_empty = False
    for part in _alternatives(tokens):
        i = 0
        while i < len(part):
            inner, i = _element(part, i)
            found, skips = _first_names(inner) if len(inner) > 1 or inner == [] else ({inner[0]}, False)
            is_optional = i < len(part) and part[i] == "?"
            i += is_optional
            names |= found
            if not (skips or is_optional):
                break
        else:
            is_empty = True
    return names, is_empty


def _width(tokens: list[str]) -> int:
    """How many tokens a pattern of fixed length matches."""
    width, i = 0, 0
    part = _alternatives(tokens)[0]
    while i < len(part):
        inner, i = _element(part, i)
        width += 1 if len(inner) == 1 else _width(inner)
    return width


def _element(tokens: list[str], i: int) -> tuple[list[str], int]:
    """The next word or group of a sequence, without its brackets, and where the sequence goes on."""
    if tokens[i] != "(":
        return [tokens[i]], i + 1
    depth, j = 1, i + 1
    while depth:
        depth += (tokens[j] == "(") - (tokens[j] == ")")
        j += 1
    return tokens[i + 1 : j - 1], j


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """The compiled grammar; read once a process. Errors: LexiconError names the rule and what is allowed."""
    macros, rules = load_rules()
    patterns = [[_expand(text, macros, rule.name) for text in (rule.pattern, rule.before, rule.after)] for rule in rules]
    words, cores = _words(_literals([tokens for trio in patterns for tokens in trio]))
    lexicon = Lexicon(words)
    branches: dict[str, list[tuple[str, tuple[int, int]]]] = {}
    for index, (rule, (pattern, before, after)) in enumerate(zip(rules, patterns, strict=True)):
        back = _width(before)
        left = f"(?<={_compile(before, lexicon, rule.name)})" if before else ""
        right = f"(?=({_compile(after, lexicon, rule.name)}))" if after else "()"
        for part in _alternatives(pattern):
            branch = f"(?:(?={left}({_compile(part, lexicon, rule.name)}){right})|)"
            starts = {name if name[0].isupper() else f"={name}" for name in _first_names(part)[0]}
            for code in lexicon.codes(starts):
                branches.setdefault(code, []).append((branch, (index, back)))
    matchers = {
        code: Matcher("".join(branch for branch, _ in own), tuple(index for _, index in own)) for code, own in branches.items()
    }
    return Grammar(rules, lexicon, tuple(cores), matchers)
