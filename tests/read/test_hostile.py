"""Hostile and broken input: each file ends as ok, empty, skipped or quarantined with a reason, and costs no other one."""

from __future__ import annotations

import gzip
import io
import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.read import read
from pipeline.records import Document

GOOD = (
    "Rebels attacked the northern town on Monday, officials said. The army said it had sent troops to the area and "
    "that two of its soldiers were killed in the fighting near the river. Residents said shelling went on all night.\n"
)
ENGLISH = GOOD.encode()
GERMAN = (
    "Die Regierung hat am Montag erklärt, dass die Truppen die Stadt nach schweren Kämpfen verlassen haben. Nach Angaben "
    "der Behörden wurden dabei mehrere Menschen verletzt, darunter auch Zivilisten, die in der Nähe wohnten.\n"
)
PAGE = (
    '<html lang="en"><head><title>T</title><meta property="og:title" content="Town attacked"></head><body><article>'
    f"<h1>Town attacked</h1><p>{GOOD}</p><p>{GOOD.replace('Rebels', 'Fighters')}</p><p>{GOOD}</p></article></body></html>"
)


BOMB = 3_000_000  # bytes; the tests lower the limit below it


@pytest.fixture(autouse=True)
def _low_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.read.warc.MAX_MEMBER_BYTES", 1_000_000)


def line(**record: object) -> bytes:
    return json.dumps(record).encode() + b"\n"


def seeds(*rows: str, header: str = "file,published") -> bytes:
    return "\n".join([header, *rows, ""]).encode()


def page(head: str = "", body: str = "") -> bytes:
    return PAGE.replace("</head>", head + "</head>").replace("</article>", body + "</article>").encode()


def warc(*bodies: bytes, kind: str = "response", status: str = "200 OK", mime: str = "text/html") -> bytes:
    records = []
    for number, body in enumerate(bodies):
        http = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://example.org/{number}\r\n"
            f"WARC-Date: 2020-02-19T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(records)


def feed(items: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()


def item(**parts: str) -> str:
    return "<item>" + "".join(f"<{key}>{value}</{key}>" for key, value in parts.items()) + "</item>"


def bomb(size: int) -> bytes:
    """A gzip file of one member that unpacks to `size` zero bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1_000_000)
    return b"".join(packer.compress(block) for _ in range(size // 1_000_000)) + packer.flush()


def parquet(**columns: list[object]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def case(name: str, files: dict[str, bytes], **expected: str) -> object:
    """Files, and what becomes of each article: `path="status"` or `path="status: words of the reason"`."""
    return pytest.param(files, expected, id=name)


def one(name: str, content: bytes, expected: str, file: str = "bad.txt") -> object:
    return pytest.param({file: content}, {file: expected}, id=name)


def jsonl(name: str, content: bytes, expected: str, key: str) -> object:
    return pytest.param({"in.jsonl": content}, {f"in.jsonl#{key}": expected}, id=f"jsonl: {name}")


def listed(name: str, table: bytes, expected: str, file: str = "bad.txt") -> object:
    return pytest.param({"seeds.csv": table, "bad.txt": ENGLISH}, {file: expected}, id=f"seeds.csv: {name}")


TEXTS = [
    one("empty file", b"", "empty"),
    one("white space only", b" \n\t\r\n ", "empty"),
    one("only a byte order mark", b"\xef\xbb\xbf", "empty"),
    one("punctuation only", b"... --- !!!", "empty: no words"),
    one("zero-width characters only", "\u200b\u200d\u2060".encode(), "empty"),
    one("emoji only", "🔥🔥🔥".encode(), "empty"),
    one("one byte order mark", b"\xef\xbb\xbf" + ENGLISH, "ok"),
    one("two byte order marks", b"\xef\xbb\xbf" * 2 + ENGLISH, "ok"),
    one("carriage returns only", ENGLISH.replace(b". ", b".\r"), "ok"),
    one("CRLF", ENGLISH.replace(b". ", b".\r\n"), "ok"),
    one("line separators", GOOD.replace(". ", ".\u2028").encode(), "ok"),
    one("form feed between pages", ENGLISH + b"\f" + ENGLISH, "ok"),
    one("bidirectional marks", GOOD.replace("town", "\u202etown\u202c").encode(), "ok"),
    one("zero-width joiners in words", GOOD.replace("town", "to\u200dwn").encode(), "ok"),
    one("stacked combining marks", GOOD.replace("town", "t" + "\u0301" * 500 + "own").encode(), "ok"),
    one("private use and unassigned characters", GOOD.encode() + "\ue000\U000f0000\u0378".encode(), "ok"),
    one("a stray bell", ENGLISH.replace(b"town", b"town\x07"), "ok"),
    one("capitals", GOOD.upper().encode(), "ok"),
    one("lower case", GOOD.lower().encode(), "ok"),
    one("turkish dotted capital", GOOD.replace("town", "İİİ").encode(), "ok"),
    one("UTF-16 little endian", GOOD.encode("utf-16"), "quarantined: UTF-16"),
    one("UTF-16 big endian", b"\xfe\xff" + GOOD.encode("utf-16-be"), "quarantined: UTF-16"),
    one("UTF-16 without a mark", GOOD.encode("utf-16-le"), "quarantined: NUL"),
    one("UTF-32", GOOD.encode("utf-32"), "quarantined: UTF-32"),
    one("Latin-1", GOOD.replace("town", "Mérida").encode("latin-1"), "quarantined: not UTF-8: byte 0xe9"),
    one("Windows quotes", b"\x93" + ENGLISH + b"\x94", "quarantined: not UTF-8: byte 0x93 at 0"),
    one("Shift-JIS", "日本語の記事".encode("shift-jis"), "quarantined: not UTF-8"),
    one("cut inside a character", "Café".encode()[:-1], "quarantined: breaks off"),
    one("overlong encoding", ENGLISH + b"\xc0\xaf", "quarantined: not UTF-8"),
    one("surrogate in UTF-8", ENGLISH + b"\xed\xa0\x80", "quarantined: not UTF-8"),
    one("five-byte sequence", ENGLISH + b"\xf8\x88\x80\x80\x80", "quarantined: not UTF-8"),
    one("NUL at the start", b"\0" + ENGLISH, "quarantined: NUL character at 0"),
    one("NUL in the middle", ENGLISH + b"\0" + ENGLISH, "quarantined: NUL"),
    one("NUL at the end", ENGLISH + b"\0", "quarantined: NUL"),
    one("NULs only", bytes(1000), "quarantined: NUL"),
    one("all byte values", bytes(range(256)) * 20, "quarantined"),
    one("control characters", b"\x01\x02\x03" * 100, "quarantined: control characters"),
    one("escape sequences of a terminal", b"\x1b[31m" * 50, "quarantined: control characters"),
    one("PDF", b"%PDF-1.7\n" + ENGLISH, "quarantined: a PDF"),
    one("Word document", b"PK\x03\x04" + bytes(50), "quarantined: ZIP"),
    one("gzip file", gzip.compress(ENGLISH), "quarantined: gzip"),
    one("RTF", b"{\\rtf1 " + ENGLISH, "quarantined: RTF"),
    one("PNG", b"\x89PNG\r\n\x1a\n", "quarantined: picture"),
    one("JPEG", b"\xff\xd8\xff\xe0", "quarantined: picture"),
    one("GIF", b"GIF89a", "quarantined: picture"),
    one("program", b"\x7fELF\x02", "quarantined: program"),
    one("HTML named .txt", page(), "quarantined: Name the file .html"),
    one("XML named .txt", b"<?xml version='1.0'?><a/>", "quarantined: HTML or XML"),
    one("more than an article may have", ENGLISH * 25_000, "quarantined: an article may have 5 MB"),
    one("4 MB in one line", GOOD.replace("\n", " ").encode() * 18_000, "ok"),
    one("4 MB without a space", b"a" * 4_000_000, "ok"),
    one("a million line breaks", b"\n" * 1_000_000 + ENGLISH, "ok"),
    one("front matter", b'+++\ntitle = "T"\npublished = 2020-02-19\n+++\n' + ENGLISH, "ok"),
    one("front matter, published a string", b'+++\npublished = "2020-02-19"\n+++\n' + ENGLISH, "ok"),
    one("plain front matter with a bad day", b"---\npublished: soon\n---\n" + ENGLISH, "quarantined: is not a date"),
    one("plain front matter that never ends", b"---\ntitle: T\n" + ENGLISH, "ok"),
    one("front matter and nothing else", b'+++\ntitle = "T"\n+++\n', "empty"),
    one("front matter that never ends", b"+++\n" + ENGLISH, "ok"),
    one("front matter that is no TOML", b"+++\ntitle = \n+++\n" + ENGLISH, "quarantined: front matter"),
    one("front matter with a number as title", b"+++\ntitle = 1\n+++\n" + ENGLISH, "quarantined: title is a int"),
    one("front matter nested deeply", b"+++\na = " + b"[" * 5000 + b"\n+++\n" + ENGLISH, "quarantined: front matter"),
    one("front matter with a NUL in the title", b'+++\ntitle = "a\\u0000b"\n+++\n' + ENGLISH, "ok"),
    one("front matter with a bad day", b'+++\npublished = "soon"\n+++\n' + ENGLISH, "quarantined: is not a date"),
    one("Markdown", ENGLISH, "ok", "bad.md"),
    one("capital suffix", ENGLISH, "ok", "BAD.TXT"),
    one("name in another script", ENGLISH, "ok", "статья 1.txt"),
    one("no suffix", ENGLISH, "quarantined: unknown kind of file ''", "bad"),
    one("unknown suffix", ENGLISH, "quarantined: unknown kind of file '.docx'", "bad.docx"),
    one("picture in the folder", b"\xff\xd8", "quarantined: unknown kind of file '.jpg'", "bad.jpg"),
]

LANGUAGES = [
    one("German", GERMAN.encode(), "skipped: language is de"),
    one(
        "French",
        "Le gouvernement a déclaré lundi que les troupes avaient quitté la ville après de violents combats. Selon les "
        "autorités, plusieurs personnes ont été blessées, dont des civils qui vivaient près de la rivière.".encode(),
        "skipped: language is fr",
    ),
    one(
        "Spanish",
        "El gobierno declaró el lunes que las tropas abandonaron la ciudad tras fuertes combates. Según las autoridades, "
        "varias personas resultaron heridas, entre ellas civiles que vivían cerca del río.".encode(),
        "skipped: language is es",
    ),
    one("Arabic", ("قالت الحكومة يوم الاثنين إن القوات غادرت المدينة بعد معارك عنيفة. " * 3).encode(), "skipped: language is ar"),
    one("Russian", ("Правительство заявило, что войска покинули город после боев. " * 3).encode(), "skipped: language is ru"),
    one("Chinese", ("政府星期一表示，军队在激烈战斗后离开了这座城市。" * 4).encode(), "skipped: language is zh"),
    one("a short foreign line is no evidence", b"Breve.", "ok"),
    one("English with foreign names", GOOD.replace("northern town", "Deir ez-Zor, Aïn al-Arab").encode(), "ok"),
    one("English with one German quote", ENGLISH * 3 + "„Wir bleiben hier“, sagte er.".encode(), "ok"),
    jsonl("an English text given as French", line(id="a", text=GOOD, language="fr"), "ok", "a"),
    jsonl("a short text given as French", line(id="a", text="Bref.", language="fr"), "skipped: language is fr", "a"),
    jsonl("language given as en-GB", line(id="a", text=GOOD, language="en-GB"), "ok", "a"),
    jsonl("language given as a word", line(id="a", text=GOOD, language="English"), "ok", "a"),
]

RECORDS = [
    jsonl("no id", line(text=GOOD), "quarantined: line 1: no id", "line-1"),
    jsonl("id null", line(id=None, text=GOOD), "quarantined: no id", "line-1"),
    jsonl("id true", line(id=True, text=GOOD), "quarantined: no id", "line-1"),
    jsonl("id a list", line(id=[1], text=GOOD), "quarantined: no id", "line-1"),
    jsonl("id empty", line(id="", text=GOOD), "quarantined: no id", "line-1"),
    jsonl("id a number", line(id=7, text=GOOD), "ok", "7"),
    jsonl("id that climbs folders", line(id="../../etc/passwd", text=GOOD), "ok", "../../etc/passwd"),
    jsonl("id with a line break", line(id="a\nb", text=GOOD), "ok", "a b"),
    jsonl("id with half a character", b'{"id": "a\\ud800", "text": "x"}\n', "ok", "a?"),
    jsonl("id with a hash", line(id="a#b", text=GOOD), "ok", "a#b"),
    jsonl("no text", line(id="a"), "quarantined: line 1: no text", "a"),
    jsonl("text a number", line(id="a", text=1), "quarantined: no text", "a"),
    jsonl("text null", line(id="a", text=None), "quarantined: no text", "a"),
    jsonl("text empty", line(id="a", text=""), "empty", "a"),
    jsonl("text with NUL", line(id="a", text="x\0y"), "quarantined: NUL", "a"),
    jsonl("text with half a character", b'{"id": "a", "text": "x \\ud800 y"}\n', "quarantined: lone surrogate", "a"),
    jsonl("a whole surrogate pair", b'{"id": "a", "text": "The \\ud83d\\ude00 army"}\n', "ok", "a"),
    jsonl("not JSON", b"{id: 1}\n", "quarantined: line 1: not JSON", "line-1"),
    jsonl("cut off", line(id="a", text=GOOD)[:-5], "quarantined: not JSON", "line-1"),
    jsonl("an array", b"[1, 2]\n", "quarantined: not a record", "line-1"),
    jsonl("a number", b"5\n", "quarantined: not a record", "line-1"),
    jsonl("a string", b'"text"\n', "quarantined: not a record", "line-1"),
    jsonl("depth of 10,000", b'{"a":' * 10_000 + b"1" + b"}" * 10_000 + b"\n", "quarantined: nested too deeply", "line-1"),
    jsonl("a number of 10,000 digits", b'{"id": ' + b"9" * 10_000 + b"}\n", "quarantined: not JSON", "line-1"),
    jsonl("not UTF-8", b'{"id": "a", "text": "caf\xe9"}\n', "quarantined: not UTF-8", "line-1"),
    jsonl("byte order mark", b"\xef\xbb\xbf" + line(id="a", text=GOOD), "ok", "a"),
    jsonl("a line of 6 MB", line(id="a", text="x" * 6_000_000), "quarantined: longer than 5 MB", "line-1"),
    jsonl("blank lines between", b"\n\n" + line(id="a", text=GOOD) + b"\n", "ok", "a"),
    jsonl("NaN", b'{"id": "a", "text": "The army", "x": NaN}\n', "ok", "a"),
    jsonl("the same key twice", b'{"id": "a", "id": "b", "text": "The army"}\n', "ok", "b"),
    jsonl("url a list", line(id="a", text=GOOD, url=["x"]), "ok", "a"),
    jsonl("title an object", line(id="a", text=GOOD, title={"a": 1}), "ok", "a"),
    jsonl("a title of 100,000 characters", line(id="a", text=GOOD, title="x" * 100_000), "ok", "a"),
    jsonl("half a character in the title", b'{"id": "a", "text": "The army", "title": "x\\ud800"}\n', "ok", "a"),
    jsonl("unknown keys", line(id="a", text=GOOD, mood="sad"), "ok", "a"),
    jsonl("a day", line(id="a", text=GOOD, published="2020-02-19"), "ok", "a"),
    jsonl("a moment", line(id="a", text=GOOD, published="2020-02-19T23:30:00-05:00"), "ok", "a"),
    jsonl("a day in words", line(id="a", text=GOOD, published="19 February 2020"), "ok", "a"),
    jsonl("no day at all", line(id="a", text=GOOD, published=""), "ok", "a"),
    jsonl("a day that is none", line(id="a", text=GOOD, published="sometime"), "quarantined: 'sometime' is not a date", "a"),
    jsonl("30 February", line(id="a", text=GOOD, published="2020-02-30"), "quarantined: not a day of the calendar", "a"),
    jsonl("year 25", line(id="a", text=GOOD, published="0025-01-01"), "quarantined: outside 1900-2100", "a"),
    jsonl("year 9999", line(id="a", text=GOOD, published="9999-12-31"), "quarantined: outside 1900-2100", "a"),
    jsonl("a day of 100,000 digits", line(id="a", text=GOOD, published="1" * 100_000), "quarantined: not a date", "a"),
    jsonl("a list as day", line(id="a", text=GOOD, published=[2020]), "quarantined: not a date", "a"),
    jsonl("an empty file is nothing", b"", "absent", "line-1"),
    case(
        "jsonl: broken lines cost no others",
        {"in.jsonl": b"{\n" + line(id="a", text=GOOD) + b"[]\n" + line(id="b", text=GOOD)},
        **{
            "in.jsonl#line-1": "quarantined",
            "in.jsonl#a": "ok",
            "in.jsonl#line-3": "quarantined",
            "in.jsonl#b": "ok",
        },
    ),
    one("csv: good", b"id,text\n1,The army left.\n", "ok", "in.csv#1"),
    one("csv: quoted line breaks", b'id,text\n1,"The army\nleft."\n', "ok", "in.csv#1"),
    one("csv: empty", b"", "quarantined: no column 'id'", "in.csv#row-1"),
    one("csv: header only", b"id,text\n", "absent", "in.csv#row-1"),
    one("csv: no id column", b"name,text\n1,x\n", "quarantined: no column 'id'. Columns are", "in.csv#row-1"),
    one("csv: no text column", b"id,body\n1,x\n", "quarantined: no column 'text'", "in.csv#row-1"),
    one("csv: semicolons", b"id;text\n1;x\n", "quarantined: no column 'id'", "in.csv#row-1"),
    one("csv: 100,000 columns", b",".join([b"c"] * 100_000) + b"\n", "quarantined: 100000 columns", "in.csv#row-1"),
    one("csv: quote that never closes", b'id,text\n1,"The army', "quarantined: not read", "in.csv#row-2"),
    one("csv: a line of 6 MB", b"id,text\n1," + b"x" * 6_000_000, "quarantined: more than 5 MB", "in.csv#row-2"),
    one("csv: Latin-1", b"id,text\n1,caf\xe9\n", "quarantined", "in.csv#row-2"),
    one("csv: row too short", b"id,text\n1\n", "quarantined: no text", "in.csv#1"),
    one("csv: row too long", b"id,text\n1,The army,left,now\n", "ok", "in.csv#1"),
    one("csv: NUL", b"id,text\n1,The\0army\n", "quarantined: NUL", "in.csv#1"),
    one("parquet: good", parquet(id=["a"], text=[GOOD]), "ok", "in.parquet#a"),
    one("parquet: number as id", parquet(id=[5], text=[GOOD]), "ok", "in.parquet#5"),
    one("parquet: null text", parquet(id=["a", "b"], text=[None, GOOD]), "quarantined: no text", "in.parquet#a"),
    one("parquet: no text column", parquet(id=["a"]), "quarantined: no column 'text'", "in.parquet#row-1"),
    one("parquet: not Parquet", ENGLISH, "quarantined: not readable as Parquet", "in.parquet#row-1"),
    one("parquet: empty file", b"", "quarantined: not readable as Parquet", "in.parquet#row-1"),
    one("parquet: cut off", parquet(id=["a"], text=[GOOD])[:-20], "quarantined: Parquet", "in.parquet#row-1"),
]

PAGES = [
    one("html: good", page(), "ok", "in.html"),
    one("html: .htm", page(), "ok", "in.htm"),
    one("html: empty", b"", "quarantined: unextractable", "in.html"),
    one("html: plain text inside", b"hello", "quarantined: unextractable", "in.html"),
    one("html: no article", b"<html><body><nav>Menu</nav></body></html>", "quarantined: unextractable", "in.html"),
    one("html: script only", b"<script>var a = 1</script>", "quarantined: unextractable", "in.html"),
    one("html: 100,000 nested elements", b"<div>" * 100_000 + ENGLISH, "quarantined: nested elements", "in.html"),
    one("html: 100,000 nested spans, closed", b"<b>" * 100_000 + b"x" + b"</b>" * 100_000, "quarantined: nested", "in.html"),
    one("html: 100,000 open angle brackets", b"<" * 100_000, "quarantined: unextractable", "in.html"),
    one("html: tags that never close", b"<div " * 50_000, "quarantined: unextractable", "in.html"),
    one("html: comment that never ends", page() + b"<!--" + b"x" * 100_000, "ok", "in.html"),
    one("html: an attribute of 1 MB", page(body=f'<p data-x="{"y" * 1_000_000}">x</p>'), "ok", "in.html"),
    one("html: entities that grow", b'<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&d;">]>' + page(), "quarantined", "in.html"),
    one("html: NUL", page().replace(b"town", b"to\0wn"), "quarantined: NUL", "in.html"),
    one("html: a PDF", b"%PDF-1.4" + bytes(100), "quarantined: NUL", "in.html"),
    one("html: declared Latin-1", page('<meta charset="iso-8859-1">').replace(b"river", b"caf\xe9"), "ok", "in.html"),
    one("html: undeclared Latin-1", page().replace(b"river", b"caf\xe9"), "quarantined: neither UTF-8", "in.html"),
    one("html: unknown encoding", page('<meta charset="klingon">') + b"\xe9", "quarantined: neither UTF-8", "in.html"),
    one("html: UTF-16", page().decode().encode("utf-16"), "quarantined", "in.html"),
    one("html: JSON-LD that is broken", page('<script type="application/ld+json">{"a":</script>'), "ok", "in.html"),
    one(
        "html: JSON-LD nested deeply",
        page('<script type="application/ld+json">' + '{"a":' * 10_000 + "</script>"),
        "ok",
        "in.html",
    ),
    one(
        "html: JSON-LD with odd types",
        page('<script type="application/ld+json">[1, {"@type": 5, "@graph": {"@type": "Article"}}]</script>'),
        "ok",
        "in.html",
    ),
    one(
        "html: half a character and a NUL in the title",
        b'<script type="application/ld+json">{"@type": "Article", "headline": "a\\ud800\\u0000b"}</script>'
        + PAGE.replace("og:title", "x").encode(),
        "ok",
        "in.html",
    ),
    one("html: a day of nonsense", page('<meta name="date" content="yesterday-ish">'), "ok", "in.html"),
    one("html: larger than a page may be", PAGE.encode() + b"x" * 21_000_000, "quarantined: 20 MB", "in.html"),
    one(
        "html: German",
        PAGE.replace(GOOD, GERMAN).replace(GOOD.replace("Rebels", "Fighters"), GERMAN).encode(),
        "skipped: language is",
        "in.html",
    ),
    one("warc: good", warc(page()), "ok", "in.warc#http://example.org/0"),
    one("warc: packed", gzip.compress(warc(page())), "ok", "in.warc.gz#http://example.org/0"),
    one("warc: plain text of a crawl", warc(ENGLISH, kind="conversion"), "ok", "in.warc#http://example.org/0"),
    one("warc: a redirect is no article", warc(page(), status="302 Found"), "absent", "in.warc#http://example.org/0"),
    one("warc: a picture is no article", warc(b"x", mime="image/png"), "absent", "in.warc#http://example.org/0"),
    one("warc: a request is no article", warc(page(), kind="request"), "absent", "in.warc#http://example.org/0"),
    one("warc: no WARC", ENGLISH, "quarantined: no WARC record", "in.warc"),
    one("warc: empty", b"", "quarantined: no WARC record", "in.warc"),
    one("warc: gzip that breaks off", gzip.compress(warc(page()))[:-40], "quarantined: breaks off", "in.warc.gz#record-1"),
    one(
        "warc: gzip that is damaged",
        gzip.compress(warc(page()))[:60] + b"xxxx" * 40,
        "quarantined: broken",
        "in.warc.gz#record-1",
    ),
    one("warc: gzip bomb", bomb(BOMB), "quarantined: broken", "in.warc.gz#record-1"),
    case(
        "warc: a bomb behind a good record",
        {"in.warc.gz": gzip.compress(warc(page())) + bomb(BOMB)},
        **{"in.warc.gz#http://example.org/0": "ok", "in.warc.gz#record-2": "quarantined: broken after record 1"},
    ),
    one("feed: good", feed(item(guid="a", description=GOOD)), "ok", "in.xml#a"),
    one("feed: HTML inside", feed(item(guid="a", description=f"&lt;p&gt;{GOOD}&lt;/p&gt;")), "ok", "in.rss#a"),
    one("feed: no id", feed(item(description=GOOD)), "ok", "in.xml#entry-1"),
    one("feed: entry without text", feed(item(guid="a")), "empty", "in.xml#a"),
    one("feed: a day", feed(item(guid="a", description=GOOD, pubDate="Wed, 19 Feb 2020 23:00:00 +0300")), "ok", "in.xml#a"),
    one("feed: a bad day", feed(item(guid="a", description=GOOD, pubDate="soon")), "quarantined: not a date", "in.xml#a"),
    one("feed: no entries", feed(""), "quarantined: without entries", "in.xml"),
    one("feed: no feed", b"<a/>", "quarantined: no feed", "in.xml"),
    one("feed: not XML", ENGLISH, "quarantined: no feed", "in.atom"),
    one("feed: entity bomb", b'<!DOCTYPE a [<!ENTITY b "x">]>' + feed(""), "quarantined: DOCTYPE", "in.xml"),
    one("feed: nested deeply", b"<rss>" + b"<a>" * 10_000, "quarantined: nested", "in.xml"),
    one("feed: cut off", feed(item(guid="a", description=GOOD))[:-40], "empty", "in.xml#a"),
]

TABLES = [
    listed("a day", seeds("bad.txt,2020-02-19"), "ok"),
    listed("a moment with its offset", seeds("bad.txt,2020-02-19T23:30:00+03:00"), "ok"),
    listed("no day", seeds("bad.txt,"), "ok"),
    listed(
        "day and month swapped",
        seeds("bad.txt,20-2-19"),
        "quarantined: seeds.csv: row 2: published '20-2-19' is not a date. Use YYYY-MM-DD.",
    ),
    listed("words", seeds("bad.txt,last week"), "quarantined: row 2: published 'last week' is not a date"),
    listed("a moment without offset", seeds("bad.txt,2020-02-19T10:00:00"), "quarantined: row 2"),
    listed("31 June", seeds("bad.txt,2020-06-31"), "quarantined: not a day of the calendar"),
    listed("year 25", seeds("bad.txt,0025-02-19"), "quarantined: outside 1900-2100"),
    listed("year 9999", seeds("bad.txt,9999-12-31"), "quarantined: outside 1900-2100"),
    listed("digits of another script", seeds("bad.txt,٢٠٢٠-٠٢-١٩"), "quarantined: row 2"),
    listed("no column published", seeds("bad.txt", header="file"), "quarantined: seeds.csv: no column 'published'"),
    listed("no column file", seeds("bad.txt", header="name"), "quarantined: seeds.csv: no column 'file'"),
    listed("empty table", b"", "quarantined: no column 'file'"),
    listed("not UTF-8", b"file,published\nbad.txt,\xe9\n", "quarantined: seeds.csv: not UTF-8"),
    listed("binary", b"\0\0\0", "quarantined: seeds.csv"),
    listed("byte order mark", b"\xef\xbb\xbf" + seeds("bad.txt,2020-02-19"), "ok"),
    listed("quote that never closes", b'file,published\n"bad.txt,2020', "quarantined: seeds.csv"),
    listed("a cell too many", seeds("bad.txt,2020-02-19,x"), "quarantined: row 2: 3 cells, the header has 2"),
    listed("a cell too few", seeds("bad.txt"), "quarantined: row 2: 1 cells"),
    listed(
        "a file named twice",
        seeds("bad.txt,2020-02-19", "bad.txt,2020-02-20"),
        "quarantined: row 3: file 'bad.txt' is named twice",
    ),
    listed("a file that is not there", seeds("gone.txt,2020-02-19"), "quarantined: 'gone.txt', which is not there", "gone.txt"),
    listed("a path out of the folder", seeds("../../etc/passwd,2020-02-19"), "ok"),
    listed("another hash", seeds(f"bad.txt,2020-02-19,{'0' * 64}", header="file,published,sha256"), "quarantined: has changed"),
    listed("blank rows", seeds("", "bad.txt,2020-02-19", ""), "ok"),
    listed("blanks around the values", seeds(" bad.txt , 2020-02-19 ", header=" file , published "), "ok"),
]


def outcome(document: Document) -> str:
    return f"{document.status}: {document.reason or ''}"


def matches(document: Document | None, expected: str) -> bool:
    if document is None:
        return expected == "absent"
    status, _, words = expected.partition(": ")
    return document.status == status and words in (document.reason or "")


@pytest.mark.parametrize(("files", "expected"), [*TEXTS, *LANGUAGES, *RECORDS, *PAGES, *TABLES])
def test_each_input_ends_with_a_status_and_costs_no_other(
    files: dict[str, bytes], expected: dict[str, str], tmp_path: Path
) -> None:
    for name, content in files.items():
        (tmp_path / name.split("#", 1)[0]).write_bytes(content)
    (tmp_path / "zz good.txt").write_bytes(ENGLISH)
    found = {document.path: document for document in read([tmp_path])}
    is_table_broken = any("seeds.csv: no" in reason or reason.endswith("seeds.csv") for reason in expected.values())
    if "seeds.csv" not in files or not is_table_broken:
        good = found["zz good.txt"]
        assert good.status == "ok" or (good.reason or "").startswith("seeds.csv:"), outcome(good)
    for path, wanted in expected.items():
        assert matches(found.get(path), wanted), outcome(found[path]) if path in found else sorted(found)
    for document in found.values():
        assert document.status in ("ok", "empty", "skipped", "quarantined")
        assert document.status == "ok" or document.reason
        assert "\n" not in (document.reason or "")
        for words in (document.path, document.title, document.publisher, document.url, document.reason, document.text):
            (words or "").encode("utf-8")
            assert "\0" not in (words or "")


def test_the_suite_is_large_enough() -> None:
    assert len([*TEXTS, *LANGUAGES, *RECORDS, *PAGES, *TABLES]) >= 150


ODD_FOLDERS: dict[str, Callable[[Path], None]] = {
    "a link to the folder itself": lambda folder: os.symlink(folder, folder / "loop"),
    "two folders that link to each other": lambda folder: (
        (folder / "a").mkdir(),
        (folder / "b").mkdir(),
        os.symlink(folder / "b", folder / "a" / "b"),
        os.symlink(folder / "a", folder / "b" / "a"),
    )[0],
    "a link that leads nowhere": lambda folder: os.symlink(folder / "gone", folder / "broken.txt"),
    "a pipe": lambda folder: os.mkfifo(folder / "pipe.txt"),
    "a folder named like an article": lambda folder: (folder / "folder.txt").mkdir(),
    "a name that is no UTF-8": lambda folder: Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_bytes(ENGLISH),
    "hidden files": lambda folder: (folder / ".hidden.txt").write_bytes(b"\0"),
    "hidden folders": lambda folder: ((folder / ".git").mkdir(), (folder / ".git" / "x.txt").write_bytes(b"\0"))[0],
    "tables that are no articles": lambda folder: (folder / "corrections.csv").write_bytes(b"\0"),
    "a file of 50 MB": lambda folder: os.truncate(os.open(folder / "big.txt", os.O_CREAT | os.O_WRONLY), 50_000_000),
}


@pytest.mark.parametrize("make", ODD_FOLDERS.values(), ids=list(ODD_FOLDERS))
def test_odd_folders_are_read_to_the_end(make: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "zz good.txt").write_bytes(ENGLISH)
    make(tmp_path)
    found = list(read([tmp_path]))
    assert [document.status for document in found if document.path == "zz good.txt"] == ["ok"]
    assert len(found) <= 3
