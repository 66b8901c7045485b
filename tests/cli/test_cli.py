"""The commands as a user meets them: what they print, what they leave, and their exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer

from pipeline.cli import app, main
from pipeline.parse import Parser
from pipeline.read.source import digest

ATTACK = (
    "Rebels shelled the town of Homs on Monday, killing 12 soldiers, the army said. Residents of the area said that the "
    "shelling went on for hours and that several houses were destroyed. On Sunday government forces attacked rebel "
    "positions near Hama, killing three people.\n"
)
TALKS = "Turkey and Russia signed a deal in Sochi in September 2018, officials said. The foreign ministers of the two met.\n"
COMMANDS = sorted(
    " ".join(filter(None, (group, command.name or command.callback.__name__)))  # type: ignore[union-attr]
    for group, commands in {"": app, **{each.name: each.typer_instance for each in app.registered_groups}}.items()
    for command in commands.registered_commands  # type: ignore[union-attr]
)


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    def call(*args: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["conflict-timeline", *map(str, args)])
        capfd.readouterr()
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return call


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five articles: two good, one a copy, one not UTF-8, one in German."""
    articles = tmp_path_factory.mktemp("articles")
    (articles / "a.txt").write_text(ATTACK)
    (articles / "b.txt").write_text(TALKS)
    (articles / "copy.txt").write_text(ATTACK)
    (articles / "latin.txt").write_bytes(b"caf\xe9")
    (articles / "german.txt").write_text("Die Truppen haben die Stadt am Montag nach schweren Kämpfen wieder verlassen. " * 3)
    rows = ["file,publisher,published", "a.txt,Post,2020-02-19", "b.txt,Post,2020-02-19", "copy.txt,Echo,2020-02-20"]
    (articles / "seeds.csv").write_text("\n".join(rows) + "\n")
    return articles


@pytest.fixture(scope="module")
def data(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of these articles."""
    out = tmp_path_factory.mktemp("built") / "data"
    command = [sys.executable, "-m", "pipeline", "build", str(folder), "--out", str(out), "--cache", str(out.parent / "cache")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert "Articles: 2 ok, 1 duplicate, 1 skipped, 1 quarantined." in done.stdout
    assert "Not read: latin.txt: not UTF-8" in done.stdout
    assert done.stderr == ""
    return out


def test_every_input_is_in_documents_with_its_status(data: Path, run: Run) -> None:
    import pyarrow.parquet as pq

    rows = {row["path"]: row for row in pq.read_table(data / "documents.parquet").to_pylist()}
    statuses = {path: row["status"] for path, row in rows.items()}
    assert statuses == {
        "a.txt": "ok",
        "b.txt": "ok",
        "copy.txt": "duplicate",
        "german.txt": "skipped",
        "latin.txt": "quarantined",
    }
    assert rows["copy.txt"]["duplicate_of"] == rows["a.txt"]["document_id"]
    assert rows["copy.txt"]["publisher"] == "Echo"


def test_a_copy_is_a_second_telling_but_no_second_source(data: Path, run: Run) -> None:
    events = json.loads(run("show", "--data", data, "--json", "--place", "Homs").out)
    assert [(e["n_documents"], e["n_publishers"], e["n_independent"], e["fatalities_best"]) for e in events] == [(2, 2, 1, 12)]


FILTERS = [
    pytest.param(["--type", "AGREE"], {"AGREE"}, id="type"),
    pytest.param(["--type", "assault"], {"ASSAULT"}, id="type in small letters"),
    pytest.param(["--min-fatalities", "5"], {"ASSAULT"}, id="fatalities"),
    pytest.param(["--until", "2018-12-31"], {"AGREE"}, id="until"),
    pytest.param(["--since", "2020-02-17"], {"ASSAULT"}, id="since"),
    pytest.param(["--actor", "turkey"], {"AGREE"}, id="actor"),
    pytest.param(["--incidents"], {"ASSAULT"}, id="incidents"),
    pytest.param(["--place", "nowhere"], set(), id="nothing matches"),
]


@pytest.mark.parametrize(("options", "types"), FILTERS)
def test_show_filters(options: list[str], types: set[str], data: Path, run: Run) -> None:
    events = json.loads(run("show", "--data", data, "--json", *options).out)
    assert {event["event_type"] for event in events if event["date_start"]} == types


@pytest.mark.parametrize("width", [40, 80, 160], ids="{} columns".format)
def test_show_fits_the_terminal_and_has_no_colours_in_a_pipe(
    width: int, data: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = run("show", "--data", data)
    assert "17 Feb 2020" in " ".join(result.out.split())
    assert "12 killed" in " ".join(result.out.split())
    assert max(map(len, result.out.splitlines())) <= width
    assert "\x1b" not in result.out


def test_show_one_event_prints_its_sentence_and_accepts_the_beginning_of_the_id(data: Path, run: Run) -> None:
    event = json.loads(run("show", "--data", data, "--json", "--place", "Homs").out)[0]
    result = run("show", event["event_id"][:10], "--data", data)
    assert "Rebels shelled the town of Homs on Monday" in " ".join(result.out.split())
    assert run("show", event["event_id"], "--data", data, "--correction").out.startswith("op,event_id,")


def test_export_prints_what_show_shows_and_notes_go_to_stderr(data: Path, run: Run, tmp_path: Path) -> None:
    options = ["--data", data, "--incidents", "--place", "Homs"]
    shown = json.loads(run("show", "--json", *options).out)
    printed = run("export", "--format", "timelinejs", *options)
    assert [slide["unique_id"] for slide in json.loads(printed.out)["events"]] == [event["event_id"] for event in shown]
    assert "stay out" in run("export", "--format", "ged", "--data", data).err
    written = run("export", "--format", "xlsx", "--out", tmp_path / "events.xlsx", *options)
    assert (written.code, written.err) == (0, "")
    assert "events.xlsx: 1 rows" in written.out
    assert shown[0]["event_id"] in run("cite", shown[0]["event_id"], "--data", data).out


def test_check_finds_nothing_wrong_in_a_fresh_build(data: Path, folder: Path, run: Run) -> None:
    result = run("check", "--data", data, "--input", folder)
    assert (result.code, "no faults" in result.out) == (0, True), result.out


def test_builds_on_two_workers_and_from_the_cache_give_the_same_bytes(data: Path, folder: Path, tmp_path: Path, run: Run) -> None:
    again = run("build", folder, "--out", tmp_path / "two", "--cache", tmp_path / "cache", "--jobs", 2)
    cached = run("build", folder, "--out", tmp_path / "cached", "--cache", tmp_path / "cache", "--json")
    assert (again.code, cached.code) == (3, 3)
    summary = json.loads(cached.out)
    assert summary["articles"] == {"ok": 2, "duplicate": 1, "skipped": 1, "quarantined": 1}
    assert summary["quarantined"] == ["latin.txt: not UTF-8: the text breaks off inside a character at byte 3."]
    for name in ("events", "reports", "documents", "counts"):
        assert len({(at / f"{name}.parquet").read_bytes() for at in (data, tmp_path / "two", tmp_path / "cached")}) == 1, name
    assert run("diff", data, tmp_path / "two") == Result(0, "No changes\n", "")


def test_a_build_into_an_unchanged_folder_reads_nothing_again(
    data: Path, folder: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.engine.run", None)
    again = run("build", folder, "--out", data, "--cache", tmp_path / "empty")
    assert (again.code, "unchanged" in again.out) == (3, True), again


def test_explain_shows_frame_words_and_tree(
    data: Path, folder: Path, run: Run, parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.parse.load", lambda model: parser)
    text = run("explain", "Rebels shelled Homs on Monday, killing 12 people.", "--published", "2020-02-19").out
    assert "assault/shelling" in text
    assert "2020-02-17" in text
    event = json.loads(run("show", "--data", data, "--json", "--place", "Homs").out)[0]
    assert "[actor Rebels] [event shelled] [where Homs] on [date Monday], killing [killed 12 people]" in text
    assert "shelled" in run("explain", event["event_id"], "--data", data, "--input", folder).out


def test_timex_and_places_print_a_line_for_each_article(run: Run, tmp_path: Path) -> None:
    docs = tmp_path / "docs.jsonl"
    docs.write_text(json.dumps({"id": "x#1", "text": ATTACK, "published": "2020-02-19"}) + "\n")
    times = json.loads(run("timex", docs).out)
    assert times["id"] == "x#1"
    assert {"start", "end", "type", "value", "mod", "date_start", "date_end"} <= times["timex"][0].keys()
    assert times["timex"][0]["date_start"] == "2020-02-17"
    found = json.loads(run("places", docs).out)["places"]
    assert [ATTACK[p["start"] : p["end"]] for p in found] == ["Homs", "Hama"]


def test_new_registers_an_article_and_its_hash(tmp_path: Path, run: Run) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TALKS)
    assert run("new", article, "--published", "2018-09-20", "--publisher", "Post").code == 0
    row = (tmp_path / "seeds.csv").read_text().splitlines()[1]
    assert row.startswith("a.txt,,Post,,2018-09-20,")
    assert digest(TALKS) in row
    article.write_text(ATTACK)
    run("new", article, "--title", "Attack")
    assert "a.txt,Attack,Post,,2018-09-20," in (tmp_path / "seeds.csv").read_text()
    assert len((tmp_path / "seeds.csv").read_text().splitlines()) == 2


USAGE = [
    pytest.param(["show", "--data", "gone"], 2, "no dataset here", id="no tables"),
    pytest.param(["show", "--since", "soon"], 2, "Use YYYY-MM-DD", id="bad day"),
    pytest.param(["show", "--type", "assalt"], 2, "is no type", id="no such type"),
    pytest.param(["export", "--format", "csv", "--data", "gone"], 2, "no dataset here", id="export nothing"),
    pytest.param(["export", "--format", "pdf"], 2, "Formats: csv, xlsx", id="no such format"),
    pytest.param(["export", "--format", "csv", "--until", "soon"], 2, "Use YYYY-MM-DD", id="export until a bad day"),
    pytest.param(["cite", "ev_0", "--data", "gone"], 2, "no dataset here", id="cite nothing"),
    pytest.param(["build", "gone", "--out", "d"], 2, "no such file or folder", id="no input"),
    pytest.param(["build", "empty", "--out", "d"], 4, "no article found", id="an empty folder"),
    pytest.param(
        ["build", "bad", "--out", "d"], 4, "none of 1 articles could be read; the first: x.txt: ", id="nothing readable"
    ),
    pytest.param(["build", "good", "--out", "file"], 5, "file", id="the output is a file"),
    pytest.param(["build", "good", "--out", "d", "--model", "no_such_model"], 2, "no_such_model", id="no such model"),
    pytest.param(["explain", "ev_0000000000000000", "--data", "gone"], 2, "no dataset", id="explain without tables"),
    pytest.param(["schema", "--format", "xml"], 2, "Use json or md", id="unknown form"),
    pytest.param(["new", "gone.txt"], 2, "no such file", id="register nothing"),
    pytest.param(["new", "good/a.txt", "--published", "1.2.2020"], 2, "is not a date", id="register with a bad day"),
    pytest.param(["timex", "gone.jsonl"], 2, "no such file", id="timex of nothing"),
    pytest.param(["nonsense"], 2, "nonsense", id="no such command"),
]


@pytest.mark.parametrize(("args", "code", "words"), USAGE)
def test_errors_are_one_line_and_an_exit_code(
    args: list[str], code: int, words: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("empty", "bad", "good"):
        (tmp_path / name).mkdir()
    (tmp_path / "bad" / "x.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "good" / "a.txt").write_text(TALKS)
    (tmp_path / "file").write_text("")
    result = run(*args)
    assert result.code == code, result
    assert words in result.err
    assert "Traceback" not in result.err
    assert result.out == ""


def test_every_command_has_help_and_stands_in_the_readme(run: Run) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"conflict-timeline {command}" in run(*command.split(), "--help").out
        assert f"`conflict-timeline {command}" in readme, command


def test_every_command_and_option_says_what_it_is() -> None:
    def silent(command: Any, name: str) -> Iterator[str]:
        for sub in getattr(command, "commands", {}).values():
            yield from silent(sub, f"{name} {sub.name}")
        yield from ([] if command.help else [name])
        yield from (f"{name} {each.name}" for each in command.params if not getattr(each, "help", None))

    assert list(silent(typer.main.get_command(app), "")) == []


def test_the_readmes_python_runs(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = re.search(r"```python\n(.*?)```", (Path(__file__).parents[2] / "README.md").read_text("utf-8"), re.DOTALL)
    assert code is not None
    monkeypatch.chdir(data.parent)
    exec(code.group(1), {})
    assert (data.parent / "deaths.png").read_bytes().startswith(b"\x89PNG")


NOT_FOR = {"--help": {"pyarrow", "rich"}, "show": set()}


@pytest.mark.parametrize("word", NOT_FOR)
def test_quick_commands_import_nothing_slow(word: str, data: Path) -> None:
    """How long they take depends on the machine and its load; what they import does not."""
    options = ["--data", str(data)] if word == "show" else []
    command = [sys.executable, "-X", "importtime", "-m", "pipeline", word, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert imported & ({"pandas", "pandera", "spacy", "trafilatura", "dateparser"} | NOT_FOR[word]) == set()


def test_the_timeline_can_be_cut_off_by_its_reader(data: Path) -> None:
    command = f"{sys.executable} -m pipeline show --data {data} | head -1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"}
    )
    assert done.stderr == ""
