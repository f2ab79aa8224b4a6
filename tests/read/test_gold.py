"""The gold articles beside the checkout, where they are: heads as wanted, and no prose lost from texts without one."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.model import Article
from dragoman.read import read_inputs

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
here = pytest.mark.skipif(not GOLD.is_dir(), reason=f"the gold articles are not beside the checkout ({GOLD})")


def cases() -> list[tuple[Path, dict[str, Any]]]:
    files = sorted(GOLD.glob("*/gold.yaml"))
    rows = [(file.parent, row) for file in files for row in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [(folder / row["article"], row) for folder, row in rows if "article" in row]


@here
@pytest.mark.parametrize(("path", "want"), cases(), ids=lambda value: value.name if isinstance(value, Path) else "")
def test_heads(path: Path, want: dict[str, Any]) -> None:
    (article,) = read_inputs([str(path)])
    assert isinstance(article, Article)
    for field in ("outlet", "title", "published"):
        if field in want:
            assert getattr(article, field) == want[field]
    for field in ("tags", "agencies"):
        if field in want:
            assert list(getattr(article, field)) == want[field]
    coded = [re.sub(r"\s+", " ", article.text[b.start : b.end]) for b in article.blocks]
    for words in want.get("boilerplate", ()):
        assert not any(words in text for text in coded), words
    if path.suffix == ".txt":
        assert article.text == path.read_bytes().decode("utf-8")


@here
def test_texts_without_a_head_are_body() -> None:
    folder = GOLD / "polnear" / "dev" / "text"
    for article in read_inputs([str(folder)]):
        assert isinstance(article, Article)
        left = sum(len(text) for text in article.boilerplate if any(char.isalpha() for char in text))
        assert left <= min(500, 0.2 * len(article.text)), article.input
        assert {block.part for block in article.blocks} <= {"title", "standfirst", "body"}
        assert article.title is None or article.blocks[0].part == "title"
