"""Made-up sentences are well formed and always the same."""

from __future__ import annotations

from pipeline.parse.drill import drills


def test_drills_are_trees_whose_words_spell_their_text() -> None:
    for sentence in drills(500, seed=1):
        assert [i for i, head in enumerate(sentence.heads) if i == head] == [sentence.deps.index("root")]
        assert all(sentence.deps)
        assert [sentence.text[start:end] for start, end in sentence.spans()] == list(sentence.words)
        assert not sentence.text[0].islower()
        assert sentence.text.endswith(".")
        assert all(_reaches_root(sentence.heads, i) for i in range(len(sentence.heads)))


def _reaches_root(heads: tuple[int, ...], i: int) -> bool:
    for _ in heads:
        i = heads[i]
    return heads[i] == i


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert drills(50, seed=3) == drills(50, seed=3) != drills(50, seed=4)
