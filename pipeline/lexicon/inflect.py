"""Inflected forms of English lemmas, for recognising triggers before anything is parsed. Generous: a form too many costs nothing."""

from __future__ import annotations

IRREGULAR = {
    "arise": "arose arisen", "beat": "beat beaten", "become": "became", "begin": "began begun beginning", "behead": "", "bind": "bound",
    "bid": "bid bade bidden", "blow": "blew blown", "break": "broke broken", "bring": "brought", "build": "built", "burn": "burnt",
    "burst": "burst", "buy": "bought", "catch": "caught", "choose": "chose chosen", "come": "came", "cut": "cut cutting", "deal": "dealt",
    "dig": "dug digging", "do": "did done", "draw": "drew drawn", "drive": "drove driven", "fall": "fell fallen", "fight": "fought",
    "find": "found", "flee": "fled fleeing", "fly": "flew flown", "forbid": "forbade forbidden forbidding", "get": "got gotten getting",
    "give": "gave given", "go": "went gone", "hang": "hung", "have": "had has", "hit": "hit hitting", "hold": "held", "hurt": "hurt",
    "keep": "kept", "lay": "laid", "lead": "led", "leave": "left", "lie": "lay lain lying", "lose": "lost losing", "make": "made",
    "meet": "met", "overrun": "overran overrunning", "overthrow": "overthrew overthrown", "pay": "paid", "put": "put putting",
    "quit": "quit quitting", "retake": "retook retaken", "ride": "rode ridden", "rise": "rose risen", "run": "ran running",
    "say": "said", "seek": "sought", "sell": "sold", "send": "sent", "set": "set setting", "shake": "shook shaken", "shoot": "shot",
    "shut": "shut shutting", "sink": "sank sunk", "slay": "slew slain", "speak": "spoke spoken", "spread": "spread",
    "stand": "stood", "steal": "stole stolen", "strike": "struck stricken", "take": "took taken", "tear": "tore torn", "tell": "told",
    "throw": "threw thrown", "undergo": "underwent undergone", "uphold": "upheld", "wage": "", "win": "won winning",
    "withdraw": "withdrew withdrawn", "withhold": "withheld", "woman": "women", "man": "men", "be": "is are was were been being",
    "die": "dying", "feel": "felt", "grow": "grew grown", "know": "knew known", "mean": "meant", "see": "saw seen", "swear": "swore sworn",
    "break-up": "", "cast": "cast", "cede": "", "freeze": "froze frozen", "foresee": "foresaw foreseen", "oversee": "oversaw overseen",
    "rebuild": "rebuilt", "spend": "spent", "split": "split splitting", "stick": "stuck", "tie": "tying", "weep": "wept", "write": "wrote written",
    "understand": "understood", "undertake": "undertook undertaken", "crisis": "crises",
}  # fmt: skip
VOWELS = "aeiou"


def inflect(lemma: str) -> frozenset[str]:
    """The forms of a lemma as verb or noun, itself included, in lower case."""
    forms = {lemma, *IRREGULAR.get(lemma, "").split()}
    if lemma.endswith("e"):
        forms |= {lemma + "s", lemma + "d", lemma[:-1] + "ing", lemma + "ing", lemma + "es"}
    elif lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith(("s", "x", "z", "ch", "sh")):
        forms |= {lemma + "es", lemma + "ed", lemma + "ing"}
    else:
        forms |= {lemma + "s", lemma + "ed", lemma + "ing", lemma + "es"}
    if len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in VOWELS:
        forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return frozenset(forms)
