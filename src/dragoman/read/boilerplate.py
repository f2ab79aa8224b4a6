"""Lines that surround an article on a page and are never part of it.

Every pattern is anchored at the start of a paragraph, and most bind its length, since losing prose is worse than keeping a line.
What only one outlet prints belongs in ``codebook/outlets/``.
"""

import re
from functools import lru_cache

_LONGEST = 400  # no line of furniture seen was longer; disclaimers and correction notes are let run on
_SHORT = (
    # share and follow
    r"(?:you can |kindly |please )?share (?:this|on|via|the|to|article|story|with)\b.{0,80}",
    (
        r"(?:share|tweet|print|email|copy link|whatsapp|facebook|twitter|telegram|linkedin|comments?|save|listen|bookmark"
        r"|x)(?:[\s|•·,/]+(?:share|tweet|print|email|link|copy link|whatsapp|facebook|twitter|telegram|linkedin|comments?"
        r"|save|listen|x))*"
    ),
    r"(?:follow|join|find|like) (?:us|our (?:page|channel|\w+ channel|account|community|newsletter))\b.{0,160}",
    r"(?:follow|catch) (?:all )?the latest (?:news|updates?|on)\b.{0,160}",
    r"(?:facebook|twitter|x|instagram|telegram) ?[|/].{0,60}",
    # subscribe, apps, sign-ups
    (
        r"(?:subscribe|sign up|sign in|log in|register (?:now|here|for free)|enjoying this|get (?:our|the|all the|your) (?:latest"
        r"|free|weekly|daily|morning|best|news\w*|app)|want more|support (?:our|independent) journalism|donate (?:now|today"
        r"|here)|become a (?:member|subscriber)|already a (?:member|subscriber)|download (?:the|our)|this (?:article|content"
        r"|story) is for subscribers)\b.{0,200}"
    ),
    r"(?:newsletter|our newsletters?)\b.{0,80}",
    # other articles
    r"(?:read|see|watch|listen|view) (?:also|more|next|the rest|the full|full)\b.{0,200}",
    r"(?:also|must) (?:read|see|watch)\b.{0,200}",
    (
        r"(?:more|related|recommended|similar|top|latest|trending|popular|most read|most popular|next) (?:articles?|stories"
        r"|story|posts|coverage|links|headlines|videos?|topics?)\b.{0,60}(?<![.!?\"”])"
    ),
    (
        r"(?:related|recommended(?: for you)?|trending(?: now)?|most read|most popular|you may (?:also )?like|don['’]t miss"
        r"|what to read next|editor['’]s? picks?|latest news|top news|more news|more on this(?: topic| story)?|more from .{2,40}(?<![.!?\"”]))\s*:?"
    ),
    r"(?:related|see also|also on this|in this section|background)\s*:\s*(?-i:[A-Z])[^.!?]{4,120}",
    r"this (?:live )?(?:page|blog|coverage|feed|live blog) (?:is now|has now|is|has) (?:closed|ended|no longer)\b.{0,60}",
    (
        r"[\d,.]+[KM]? (?:retweets?|quote tweets?|likes|views|reposts?|replies|bookmarks|comments|shares)"
        r"(?:[\s·|]+[\d,.]+[KM]? (?:retweets?|quote tweets?|likes|views|reposts?|replies|bookmarks|comments|shares))*"
    ),
    r"click here\b.{0,160}",
    r"(?:lire aussi|lea también|leia também|lee también|mehr zum thema|читайте также|baca juga|leggi anche)\b.{0,160}",
    # advertising, cookies, furniture
    (
        r"(?:advertisement|advertising|sponsored(?: content)?|promoted|story continues below.{0,40}|continue reading.{0,60}"
        r"|article continues.{0,60}|loading\.{0,3}|skip to .{0,40}|back to top|home|menu|search|close|next|previous)"
    ),
    r"(?:we|this (?:web)?site|our site) (?:use|uses|stores?)\b.{0,40}\bcookies\b.{0,200}",
    r"(?:accept|reject|manage)(?: all)?(?: cookies| choices| preferences)?",
    r"(?:follow[ ·]*)?\d+ ?(?:min(?:ute)?s?)(?: of)? (?:read|reading)",
    r"(?:reading|read) time\s*:?.{0,30}",
    r"listen to this.{0,60}",
    r"\d+ (?:comments?|shares?|views|likes|claps)|comments? \(?\d+\)?|leave a (?:comment|reply)|post a comment|no comments?",
    r"more (?:by|from) (?:this|the) (?:author|writer)|in (?-i:[A-Z])\w+ by (?-i:[A-Z])[^.]{2,40}|like this:|like loading.*",
    r"[-–—*\s]*(?:forwarded|original) message[-–—*\s]*|sent from my .{2,40}|get outlook for .{2,20}",
    r"print(?: this)?|(?:from the )?print edition",
    r"back to (?:press|news|media|all|the|list|index|home)\b.{0,60}",
    r"(?:breaking news|live updates?|exclusive|premium|opinion|abstract|full text|correction appended|letters?)\.?",
    # menus and bread crumbs: "News | Analysis | Video | Subscribe", "Home > World > Caucasus"
    r"(?-i:[A-Z])[\w&’'-]*(?: [\w&’'-]+){0,2}(?: \| (?-i:[A-Z])[\w&’'-]*(?: [\w&’'-]+){0,2}){3,}",
    r"home(?: [>»›/] (?-i:[A-Z])[\w&’'-]*(?: [\w&’'-]+){0,4})+",
    # rights
    r"(?:©|\(c\)|copyright\b).{0,200}",
    r"all rights reserved\b.{0,160}",
    (
        r"(?:this (?:material|article|story|content|report)) (?:may not be|was (?:originally |first )?published|has been (?:published"
        r"|reproduced|syndicated)|is (?:auto-?generated|published)|originally appeared)\b.{0,300}"
    ),
    (
        r"(?:(?:full or partial |any )?(?:reproduction|republication|redistribution|republishing|reprinting|copying|use|quoting|citation)"
        r" (?:in whole|of (?:this|the|our|any|all|materials|articles|content)|without|is|in any)|no part of this"
        r"|when (?:using|quoting|reprinting|citing)|(?:these|the|our|all|any)? ?(?:materials?|contents?|texts?|articles?)"
        r"(?: (?:of|on|from) (?:this|the) (?:site|website|agency|page))? (?:may|can|must|are|is) (?:only )?(?:not )?(?:be )?(?:used|reproduced"
        r"|republished|reprinted|quoted|published|redistributed|protected))\b.{0,260}"
    ),
    r"(?:the |this )?(?:briefing|press conference|interview|event|press briefing) (?:was concluded|concluded|ended|ends|began|adjourned)(?: at)? [\d:. apm]+",
    # contacts
    (
        r"(?:for (?:further|more|additional|all|any)?\s*(?:media|press|further|more|additional)?\s*(?:enquir\w+|inquir\w+"
        r"|information|details|queries)|(?:media|press) (?:contacts?|enquir\w+|inquir\w+))\b[^.]{0,40}[:,].{0,240}"
    ),
    r"for (?:media|press) accreditation\b.{0,200}",
    r"contacts?\s*:.{0,240}",
    # transcripts
    r"(?:the following|this|below) is an? (?:(?:near-|un)?(?:verbatim|edited|official|rush|full|partial|lightly edited|corrected),? )*transcript\b.{0,240}",
    r"check against delivery\b.{0,80}",
    r"(?:end of (?:(?:the )?(?:transcript|briefing|text|statement|release|document))|transcript ends)\.?",
    r"(?:e-?mail|tel|telephone|phone|fax|website|web)\.?\s*:.{0,120}",
    # mails
    r"dear (?:colleagues?|all|editors?|friends|sirs?|madam|journalists?|readers?|subscribers?|members of the press)\b[\w /,]{0,40}[,:.]?",
    (
        r"(?:you (?:are receiving|have received|received) this|to (?:unsubscribe|opt out|be removed)|unsubscribe"
        r"|view (?:this )?(?:in|email in|online|in your)|this (?:e-?mail|message) (?:was sent|is intended|and any)"
        r"|if you (?:no longer wish|wish to unsubscribe)|your e-?mail address will not)\b.{0,240}"
    ),
    r"(?:to|cc|bcc|reply-to|message-id|importance|mime-version|content-[a-z-]+|x-[\w-]+|return-path|list-[\w-]+|delivered-to|received)\s*:\s*\S.{0,160}",
    r"share (?:full )?article",
    r"reporting from (?-i:[A-Z])[^.]{2,80}",
    r"(?:our|your) (?:reporters?|correspondents?|live team|team|writers?|editors?)(?: today| on the ground)?\s*:\s*(?-i:[A-Z]).{2,200}",
    r"@\w{2,30}",
    r"sources?\s*:\s*[^.]{2,60}",
    r"release id\s*:\s*\d+",
    r"(?-i:[A-Z]{2,4}(?:/[A-Z]{2,4})+)",
    r"for information media\b.{0,60}",
    # where a printed paper goes on: "Letters, page 23", "Leading article, P24", "Continued on page 6", "More reports, pages 4-5"
    r"(?:continued|turn|more|full story|see)\b[^.,:;]{0,40}\bpages? ?[A-Z]?\d{1,3}(?: ?(?:-|–|and|&) ?[A-Z]?\d{1,3})?",
    r"(?=.{0,80}$)[^.:;0-9]{3,60},? (?:pages?|pp?\.?) ?[A-Z]?\d{1,3}(?: ?(?:-|–|and|&) ?[A-Z]?\d{1,3})?",
    r"(?:have a (?:tip|story)|got a tip|contact (?:us|the (?:author|writer|reporter))|write to (?:us|the))\b.{0,160}",
    # end marks
    r"(?:[-–—*# ]*(?:ends?|30|0+|more|#)[-–—*# .]*|\*{2,}|#{2,}|[-–—_=]{3,}|xxx+|/?(?:ends?)/?)",
    # wire credits and corrections
    r"\((?:additional )?(?:reporting|writing|compiled|edited|editing|written|translation|translated|report|produced|with reporting)\b.{0,300}",
    r"(?:additional )?(?:reporting|writing|editing|compiled|translated) by (?!.*\b(?:that|was|were|has|have|had|found|shows?|suggests?)\b)(?-i:[A-Z]).{0,200}",
    r"(?:our standards|editing)\s*:.{0,120}",
)
# furniture told by words within the line: looked for quickly, as most lines are prose, before the expression goes through it
_WITHIN = (
    (("all rights reserved",), r".{0,120}\ball rights reserved\.?"),
    # "RTA's materials may be used only with a hyperlink to the source"
    (
        ("link", "permission", "reference to", "attribution", "credit", "consent", "prohibited"),
        (
            r".{0,80}\b(?:materials?|content|texts?|articles?|news|photos?|information)\b.{0,60}\b(?:used?|using|reproduc\w+|reprint\w*|republi\w+"
            r"|quot\w+|cit\w+)\b.{0,80}\b(?:(?:hyper|back)?link|permission|reference to|attribution|credit|consent|prohibited)\b.{0,120}"
        ),
    ),
    (("website contains only",), r".{0,60}\bwebsite contains only\b.{0,240}"),
    (("@",), r".{0,120}\S@\S+\.\w{2,}.{0,60}"),
    (("contributed ",), r".{0,120}\bcontributed (?:to this|reporting)\b.{0,60}"),
)
_LONG = (
    (
        r"[(\[*]*\s*(?:this (?:.{0,30} )?(?:story|article|report|version|item|headline) (?:has been|was) (?:corrected|updated"
        r"|refiled|amended|edited|revised)|corrects?\b|adds?\b.{0,60}\bparagraph|updates? (?:with|throughout)|refil\w+|recasts?\b)"
    ),
    (
        r"[(\[*]*\s*(?:correction|clarification|corrected|editor['’]s note|note to (?:editors?|readers?|users)|an earlier version of this)\s*(?:\([^)]{1,40}\)"
        r"|[,:;-]|of this (?:article|story)).*\b(?:article|story|version|report|headline|misstated|corrected|incorrectly|paragraph"
        r"|caption)\b"
    ),
    r"[(\[*]*\s*(?:disclaimer)\b",
    r"[(\[*]*\s*(?:except for the headline|this (?:story|report|article) (?:has not been|is (?:auto|un)))\b",
    r"[(\[*]*\s*(?:this|the) (?:story|report|article|copy|item)\b.{0,60}\b(?:syndicated|wire feed|agency feed|news feed|our staff|by our team)\b",
    r"[(\[*]*\s*(?:the views (?:and opinions )?expressed|the opinions expressed|views (?:expressed )?are personal)\b",
    r"[(\[*]*\s*(?:with (?:additional )?(?:inputs?|agency inputs?|material|files|reporting)|(?:agency )?inputs) (?:from|by) [^.]{2,100}[.)\]*]*$",
)


def _line(shape: str) -> re.Pattern[str]:
    """A shape of a whole line, with the bullets and brackets around it."""
    return re.compile(rf"[\s•▪■►*>|\[(-]*(?:{shape})\s*[)\]|:»›→>]*", re.IGNORECASE | re.DOTALL)


_SHORT_RE = _line("|".join(_SHORT))
_WITHIN_RE = tuple((words, _line(shape)) for words, shape in _WITHIN)
_LONG_RE = re.compile("|".join(_LONG), re.IGNORECASE)
_LIST_LABEL = re.compile(
    (
        r"(?:read (?:also|more)|also read|see also|related(?: (?:articles?|stories|news|coverage|topics))?|most (?:read|popular)"
        r"|top stories|recommended(?: for you)?|trending(?: now)?|latest(?: news)?|you may (?:also )?like|more (?:stories"
        r"|news))\s*:?"
    ),
    re.IGNORECASE,
)
DISCLAIMER = re.compile(
    r"^[(\[*\s]*(?:disclaimer\b|except for the headline|.{0,40}(?:views|opinions) (?:and opinions )?(?:are personal|expressed))",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)  # the head and the body both ask
def is_boilerplate(paragraph: str) -> bool:
    """Whether a whole paragraph is furniture of the page.

    Args:
        paragraph: its text.

    Returns:
        True for share lines, cookie notes, links to other articles, rights, contacts, wire credits and correction notes.
    """
    text = paragraph.strip()
    if not text or not any(char.isalnum() for char in text):
        return True
    if _LONG_RE.match(text):
        return len(text) <= 1500
    return len(text) <= _LONGEST and (_SHORT_RE.fullmatch(text) is not None or _tells_within(text)) and not _goes_on(text)


def _tells_within(text: str) -> bool:
    lower = text.lower()
    return any(line.fullmatch(text) for words, line in _WITHIN_RE if any(word in lower for word in words))


def _goes_on(text: str) -> bool:
    """Whether a line that opens like furniture is a longer piece of prose: quotes someone, or has three sentences or more."""
    return len(re.findall(r"[.!?][\"”’)]?\s+[A-Z]", text)) >= 3 or bool(
        re.search(r"[,.”\"] (?:he|she|they|said|told|according)\b", text)
    )


def is_list_label(paragraph: str) -> bool:
    """Whether a paragraph only announces links to other articles ("READ ALSO", "Most read")."""
    return bool(_LIST_LABEL.fullmatch(paragraph.strip(" \t•*-|")))
