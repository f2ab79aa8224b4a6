"""Shapes of names in head matter: which piece of "A | B | date" is a person, which an outlet, which a desk."""

import re

_PARTICLES = r"(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|bin|bint|ibn|al|el|abu|ould|y|e)"
_WORD = r"(?:[A-ZÀ-ÞŁŞĞİŻŹŚČŠŽĐ](?:[\w'’‑-]+|\.)(?:[A-ZÀ-Þ]\.)*|[A-Z]\.?)"
_PERSON = re.compile(rf"{_WORD}(?:\s+(?:{_PARTICLES}\s+)*{_WORD}){{1,4}}")
_OUTLET_WORDS = frozenset(
    "review times post news ledger dispatch monitor herald courier gazette tribune journal chronicle observer guardian telegraph mail express standard star sun"
    " globe mirror record register sentinel examiner press agency daily weekly wire newswire network bulletin report reporter echo"
    " voice independent argus mercury"
    " radio tv television broadcasting media magazine digest insight watch briefs brief online newspaper today monitoring"
    " inquirer advocate bugle beacon clarion messenger"
    " correspondent spectator standard-times economist diplomat statesman pioneer hindu politico inquisitor intelligencer newsroom outlook service"
    " noticias diario periódico jornal folha gazeta zeitung nachrichten anzeiger tagblatt rundschau presse monde temps gazete haber"
    " gazette-mail quarterly monthly almanac update updates affairs policy digest podcast channel".split()
)
_DESK = re.compile(
    r"^(?P<outlet>.*?)[\s,]*\b(?P<desk>(?:(?:News|Web|Digital|National|World|Foreign|International|Online|Political|Diplomatic"
    r"|City|State)\s+)*(?:Desk|Bureau|Newsdesk|Newsroom"
    r"|Team|Staff|Correspondents?|Reporters?|Editors?|Staff\s+Writers?|Staff\s+Reporters?|Special\s+Correspondent|Our\s+Correspondent))$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:by|byline|written by|reported by|reporting by|story by|text by|por|par|von|author|authors|reporter|words by|autor|redacción)\s*:?\s+(?P<who>\S.*)$",
    re.IGNORECASE,
)
# "From Chidi Okeke, Bamako", "From Our Correspondent in Doha": never "From A to B"
_FROM = re.compile(
    rf"^from\s+(?P<who>(?-i:{_WORD}(?:\s+(?:{_PARTICLES}\s+)*{_WORD}){{1,3}}))(?:,\s*|\s+in\s+)"
    r"(?-i:[A-ZÀ-Þ])[\w.'’-]*(?:[ ,]+(?-i:[A-ZÀ-Þ])[\w.'’-]*){0,2}$",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+(?:in|em|en|à|reporting from|at)\s+[A-ZÀ-Þ].*$")
_DOMAIN = re.compile(
    r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|in|co\.\w\w|news|tv|[a-z]{2})", re.IGNORECASE
)


_HOUSES = frozenset("centre center headquarters palace hall building hotel airport university".split())
# "Vienna International Centre": where, not who


def person_shaped(text: str) -> bool:
    """Whether a piece of head matter has the shape of a person's name, perhaps with "in CITY" after it."""
    name = _IN.sub("", text).strip(" ,")
    return bool(_PERSON.fullmatch(name)) and not any(word.lower() in _OUTLET_WORDS | _HOUSES for word in name.split())


def outlet_shaped(text: str) -> bool:
    """Whether a piece of head matter has the shape of an outlet's name ("The Quayside Review", "rt.com")."""
    # "The Guardian (London) - Final Edition", "Ethiopian News Agency (ENA)"
    text = re.sub(r"\s+\([A-Z][\w .,]{1,20}\)|\s+-\s+\w+ Edition$", "", text)
    words = text.split()
    if not words or len(words) > 6 or text.rstrip()[-1] in ".:;,?!":
        return bool(_DOMAIN.fullmatch(text.strip()))
    if _DOMAIN.fullmatch(text.strip()):
        return True
    proper = all(
        word[0].isupper() or word[0].isdigit() or word.lower() in ("of", "the", "and", "&", "for", "de", "la", "el")
        for word in words
    )
    return proper and any(word.lower().strip("'’()") in _OUTLET_WORDS for word in words)


def institution_shaped(text: str) -> bool:
    """Whether a line is no more than a capitalised name (up to ten words, joined by "of", "and", "for", "the")."""
    small = {"of", "the", "and", "for", "&", "on", "to", "in", "de", "la", "del", "des", "et", "y", "e", "-", "–", "|"}
    words = text.split()
    return (
        0 < len(words) <= 10
        and text[-1] not in ".:;?!"
        and all(w[0].isupper() or w[0] in "(&'’" or w.lower() in small for w in words)
    )


def read_desk(text: str) -> tuple[str | None, str] | None:
    """The outlet and the desk in "Devdiscourse News Desk" or "Our Correspondent".

    Args:
        text: a piece of head matter.

    Returns:
        The outlet's name (None where only a desk is named) and the whole as a byline; None where the text is no desk.
    """
    match = _DESK.match(text.strip())
    if not match or len(text.split()) > 7:
        return None
    outlet = match["outlet"].strip(" ,-")
    if re.match(r"by\b", outlet, re.IGNORECASE):
        outlet = outlet[2:].strip()
    wanted = outlet and _proper(outlet) and outlet.lower() not in ("our", "the", "a", "special", "from")
    return (outlet if wanted else None), text.strip()


def _proper(text: str) -> bool:
    return all(word[0].isupper() or word in ("of", "the", "and", "de", "la") for word in text.split())


def read_byline(line: str) -> str | None:
    """The author in "By Mirela Horvat in Luxembourg"; None where the line is no byline.

    Args:
        line: a line, or a piece of one.

    Returns:
        "Mirela Horvat"; several authors as the page joins them.
    """
    match = _BY.match(line.strip(" \t*_=")) or _FROM.match(line.strip(" \t*_="))
    if not match or len(line) > 120:
        return None
    who = match["who"].strip(" ,|")
    if who.endswith((".", "?", "!", ":")) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", who):
        return None
    names = re.split(r"\s*(?:,|;|&|/|\band\b|\bwith\b|\by\b|\bund\b|\bet\b)\s*", who)
    first = _IN.sub("", names[0]).strip()
    shaped = (
        person_shaped(first)
        or read_desk(first)
        or outlet_shaped(first)
        or (first.isupper() and len(first.split()) <= 4)
    )
    single = len(names) == 1 and re.fullmatch(r"[A-Z]\w+", first)
    return _IN.sub("", who).strip(" ,") if shaped or single else None
