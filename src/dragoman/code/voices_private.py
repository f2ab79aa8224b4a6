"""Voices of private life: forecasts, traders on prices, a farmer on his buffaloes. They are no part of politics, and make no statement.

A private voice counts as soon as what it says names a party or tells an act ("villagers said Burundian soldiers had burned houses").
"""

from __future__ import annotations

from dragoman.code.draft import Line
from dragoman.code.voices_scene import Find
from dragoman.engine.parse import Token
from dragoman.model import Statement

_FORECASTS = frozenset("forecast forecaster meteorologist weatherman almanac temperature barometer".split())
_OF_WEATHER = frozenset("weather meteorological met meteorology seismological".split())
_MARKETS = frozenset("investor analyst economist trader strategist dealer broker bank fund".split())
_MARKET_MATTERS = frozenset("inflation rate interest growth gdp currency yield share bond stock profit price bank lira rouble peso dollar yuan".split())
_TRADES = frozenset(
    """trader grower farmer dealer broker vendor shopkeeper stallholder seller importer exporter breeder herder butcher baker miller fisherman fisherwoman
    fishmonger grocer trucker hawker shopper buyer wholesaler retailer peasant housewife grandmother pensioner driver tailor barber waiter""".split()
)
_PRICED = frozenset(
    """price cost rate crop harvest rain rice wheat maize sugar fish catch market stall shop storm buffalo cow goat sheep sale customer wage rent fare
    bread flour petrol fuel kerosene diesel income""".split()
)
_PLEASANTRY = 4
# words: a shorter line behind a name and a colon greets, thanks or says yes
_PRIVATE = frozenset({"AGR", "BUS", "LAB", "CVL", "ELI", "UNK"})


def is_everyday(line: Line, find: Find, made: Statement) -> bool:
    """Whether a statement is of private life.

    Args:
        line: its sentence, with the acts found in it.
        find: where it was found.
        made: the statement.

    Returns:
        True for greetings, for forecasts, for traders and growers on prices and crops, and for private people in whose words no party is named.
    """
    if not find.source or line.acts or made.content_span is None:
        return False
    head = find.source[0]
    if find.how == "mark":
        # "MR MILLER: Good afternoon."
        return made.cue == ":" and made.directness == "indirect" and len(made.content.split()) < _PLEASANTRY and not _names_party(line, *made.content_span)
    if head.lemma in _FORECASTS or any(t.lower in _OF_WEATHER for t in head.kids("amod", "compound", "nmod")):
        return True
    start, end = made.content_span
    words = {t.lemma for t in line.parse.tokens if start <= t.start < end} if line.parse is not None else set()
    plain = not head.is_proper
    if plain and head.lemma in _TRADES and words & _PRICED or plain and head.lemma in _MARKETS and words & _MARKET_MATTERS:
        return True
    return _is_private(head, made) and not _names_party(line, start, end)


def _is_private(head: Token, made: Statement) -> bool:
    """Somebody of no office: by his trade, or by the age behind his name ("Mirlande Joseph, 41, who trades in clothes")."""
    if any(p.code or (p.sector and p.sector not in _PRIVATE) for p in made.speaker):
        return False
    roles = " ".join(p.role or "" for p in made.speaker).lower().split()
    aged = head.is_proper and any(c.dep in ("appos", "nummod", "npadvmod") and c.text.isdigit() and 10 < int(c.text) < 110 for c in head.children)
    beside = {c.lemma for c in head.kids("appos")}
    return (head.lemma in _TRADES and not head.is_proper) or bool(_TRADES & beside) or bool(_TRADES & {*roles}) or aged


def _names_party(line: Line, start: int, end: int) -> bool:
    """Whether words between two offsets name a party that the codebook knows."""
    return any(start <= h.start < end and h.entries for h in line.hits)
