"""The page as a file: whole, small, of its own policy, and written only where it may be."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from pipeline.choose import Filter
from pipeline.cli import main
from pipeline.errors import PublishError, UsageError
from pipeline.report import write_report
from pipeline.report.gather import gather
from pipeline.report.write import MOST_BYTES, render
from tests.report.conftest import HOSTILE, Arrow


def data_of(page: str) -> Any:
    """What the page unpacks."""
    packed = re.search(r'id="data">([^<]*)</script>', page)
    assert packed
    return json.loads(gzip.decompress(b64decode(packed[1])))


def column(content: Any, name: str) -> list[Any]:
    """A column of the events, unpacked."""
    packed = content["events"][name]
    return packed if isinstance(packed, list) else [None if at is None else packed["words"][at] for at in packed["at"]]


def test_the_policy_names_just_this_script_and_style(sample: Arrow) -> None:
    page = render(gather(sample, Filter()))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for element in ("script", "style"):
        text = re.search(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        assert text
        assert b64encode(sha256(text[1].encode()).digest()).decode() in policy[1]


def test_nothing_in_it_is_fetched(sample: Arrow) -> None:
    page = render(gather(sample, Filter()))
    assert re.findall(r"""(?:src|href)=["'](?!#)""", page) == []
    assert set(re.findall(r"https?://[^'\"\s/]+", page)) == {"http://www.w3.org"}
    assert "@import" not in page
    assert "url(" not in page


def test_hostile_words_are_no_markup(hostile: Arrow) -> None:
    page = render(gather(hostile, Filter(), HOSTILE))
    assert page.count("<script") == 2
    assert 'onerror="' not in page
    assert data_of(page)["title"] == HOSTILE


def test_the_same_tables_give_the_same_bytes(sample: Arrow) -> None:
    assert render(gather(sample, Filter())) == render(gather(dict(reversed(sample.items())), Filter()))


def test_every_event_has_one_switch_and_its_own_days(sample: Arrow) -> None:
    content = data_of(render(gather(sample, Filter())))
    classes = dict(zip(column(content, "event_type"), column(content, "class"), strict=True))
    assert classes["DISPLACE"] == "aggregate"
    assert classes["THREATEN"] == "speech"
    assert classes["MOBILIZE"] == "planned"
    shelling = column(content, "fatalities_best").index(13)
    assert column(content, "class")[shelling] == "incident"
    assert column(content, "date_end")[shelling] - column(content, "date_start")[shelling] == 9
    assert None in column(content, "date_start")


def test_only_the_events_asked_for(sample: Arrow) -> None:
    content = gather(sample, Filter(event_type="THREATEN"))
    assert column(content, "event_type") == ["THREATEN"]
    assert len(content["reports"]["event"]) == 1


def test_twenty_thousand_events_fit_and_more_are_refused(sample: Arrow, many: Arrow, page_of: Callable[[Arrow], str]) -> None:
    assert many["events"].num_rows == 20_000
    assert len(page_of(many)) <= MOST_BYTES
    with pytest.raises(UsageError, match=r"6 events; a page holds 5\. Take fewer with --since"):
        gather(sample, Filter(), most=5)


def test_a_report_replaces_a_report_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert write_report(folder, out) == write_report(folder, out) == 6
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    mine = tmp_path / "mine.html"
    mine.write_text("<p>my own page</p>")
    with pytest.raises(UsageError, match="is no report"):
        write_report(folder, mine)
    assert mine.read_text() == "<p>my own page</p>"
    with pytest.raises(PublishError, match="cannot be written"):
        write_report(folder, tmp_path / "nowhere" / "report.html")


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command: its exit code and what it printed."""

    def call(*arguments: object) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["conflict-timeline", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out + printed.err

    return call


def test_the_command(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    assert run("report", folder, "--out", out) == (0, f"{out}: 6 events. Open it in a browser; it needs no network.\n")
    assert run("report", folder, "--out", out, "--incidents", "--title", "War & <b>")[0] == 0
    assert "<title>War &amp; &lt;b&gt;</title>" in out.read_text("utf-8")


def test_what_cannot_be_is_said_in_a_line(run: Run, folder: Path, tmp_path: Path) -> None:
    for arguments in (["report", tmp_path], ["report", folder, "--type", "NOISE"], ["report", folder, "--since", "soon"]):
        code, said = run(*arguments)
        assert code == 2
        assert said.startswith("conflict-timeline: ")
        assert said.count("\n") == 1


def test_build_writes_it_beside_the_tables(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    article, data = tmp_path / "one.txt", tmp_path / "data"
    article.write_text("Rebels shelled the town of Homs on Monday, killing 12 soldiers, the army said in a statement.\n")
    code, said = run("build", article, "--out", data, "--report", "--json")
    assert code == 0
    assert json.loads(said)["report"] == str(data / "report.html")
    assert "Homs" in json.dumps(data_of((data / "report.html").read_text("utf-8")))
