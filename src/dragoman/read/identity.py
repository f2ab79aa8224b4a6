"""The id of an article: a hash of what it says and where, so that a second reading gives the same one."""

import hashlib
import unicodedata


def article_id(*, url: str | None, outlet: str | None, title: str | None, published: str | None, text: str) -> str:
    """Hash an article.

    Args:
        url: where it stands; where None, the outlet takes its place. Never a local path.
        outlet: who published it.
        title: its headline.
        published: its time.
        text: its text; white space is levelled.

    Returns:
        16 hexadecimal digits of a SHA-256.
    """
    level = " ".join(unicodedata.normalize("NFC", text).split())
    claim = "\x1f".join((url or outlet or "", title or "", published or "", level))
    return hashlib.sha256(claim.encode("utf-8", "replace")).hexdigest()[:16]
