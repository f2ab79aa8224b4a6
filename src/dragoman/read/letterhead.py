"""Shapes of the lines that stand above and below an article and belong to a paper, an office or a mail: page and section headers,
document numbers, addresses, telephone numbers, credits of editors, keyed lines of archives.

Each shape binds the whole line. ``head`` and ``foot`` decide where a shape tells: a line of capitalised names is a letterhead
above the words "Press release" and a headline elsewhere.
"""

import re

from dragoman.read.names import institution_shaped

_SECTION_WORD = (
    r"(?:(?:world|national?|regional?|region|local|domestic|foreign|international|global|home|main|front|latest|top|breaking|daily"
    r"|political|security|defen[cs]e|economic|general)\s+)?"
    r"(?:world|nation|national|region|regional|news|politics?|policy|affairs|diplomacy|international|foreign|security|defen[cs]e|economy"
    r"|business|society|sports?|culture|political|opinion|analysis|comment(?:ary)?|features?|briefing|explainer|interviews?|report(?:s|age)?|video|home"
    r"|main|page|front|headlines|stories|conflicts?|geopolitics|peace|migration|elections?|law|energy|editorials?|letters|live|metro"
    r"|(?:(?:north|south|east|west|central|southern|eastern|western|northern|south-?east|sub-saharan|latin|great|wider|arab)(?:\s+|-))?"
    r"(?:africa|asia|europe|america|americas|pacific|asia-pacific|oceania|balkans|caucasus|gulf|maghreb|sahel|levant|middle east|caribbean"
    r"|far east|horn of africa|mena|indo-pacific|eurasia|lakes|baltics?|mediterranean))"
)
_PAGE = r"(?:pages?|pg?\.?)\s*[A-Z]?-?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|[A-Z]\d{1,2}"
_SECTION = re.compile(
    rf"(?:the\s+)?(?:{_SECTION_WORD}|{_PAGE})(?:\s*(?:[|/>»›•·,&:–—-]|\band\b)+\s*(?:the\s+)?(?:{_SECTION_WORD}|{_PAGE}))*",
    re.IGNORECASE,
)
# "Page 5: BREXIT AND THE ROCK": what a page of a paper is about
_PAGE_TITLE = re.compile(rf"(?i:{_PAGE})\s*[:–—|-]\s*[^a-z]{{2,60}}")
_MENU = re.compile(rf"{_SECTION_WORD}(?:\s+(?:{_SECTION_WORD}|subscribe|login|contact|about|more|search)){{2,}}", re.IGNORECASE)
_NUMBER = re.compile(
    # SC/14786, E-045/19, PC.DEL/712/21, DFA-OPCD-2021-118, PSC/PR/COMM.(CDXXXIII), S/RES/2627 (2022)
    r"(?-i:(?=\S*[\d(])[A-Z]{1,6}(?:[-/.][A-Z\d]+)*(?:[-/.]?\(?[A-Z\d.]+\)?)*[-/.(][A-Z\d().-]+(?:\s\(\d{4}\))?)"
    # No. 014/MAECI-2022, Permanent Council No. 1313, PR No. 212/2022, FORUM STATEMENT: 09/2023, Ref: E-045/19
    r"|(?:[\w()'’/-]+\s+){0,5}(?:no|nr|n[°º]|ref(?:erence)?|doc(?:ument)?|release|statement|communiqu[eé]|bulletin)\b\.?\s*(?:no\b\.?|number|#)?\s*[:.]?"
    r"\s*[\w/()-]*\d[\w/().-]*"
    # 1024-12-05-2021
    r"|\d{1,5}-\d\d-\d\d-\d{4}"
    # 433RD MEETING, 1313th plenary meeting
    r"|\d{1,5}(?:st|nd|rd|th)\s+(?:[a-z]+\s+){0,2}(?:meeting|session|sitting)",
    re.IGNORECASE,
)
_LANGUAGES = "english|french|français|spanish|español|arabic|russian|chinese|japanese|portuguese|português|korean|german|turkish"
_MARK = re.compile(
    rf"[\[(]?(?:original\s*:\s*)?(?:{_LANGUAGES})(?:\s*[|/,]\s*(?:{_LANGUAGES}))*(?:\s+(?:only|version|text|edition))?[\])]?"
    r"|check against delivery|as delivered|as prepared for delivery|unofficial translation|(?:courtesy|provisional) translation|advance copy|unclassified"
    r"|(?:for )?(?:general|limited|public|official use) (?:distribution|release|only)|distr\.?\s*:.{0,30}|original\s*:.{0,20}|joint media release with:?",
    re.IGNORECASE,
)
# keyed lines of agencies and of archives such as Nexis and Factiva
_KEYED = re.compile(
    r"(?:news (?:code|id)|story (?:code|id)|code|id|service|category|section|desk|slug|priority|edition|length|word count|load-date|language"
    r"|publication-type|journal-code|document|publication|country|type|topic|subject area|format|classification|news number|serial"
    r"|newspaper section|origin|format|themes?|countries|originally published"
    r"|publication status|direct link|permalink|short link|link|url|source url|issue|volume|sc|ct|pub|an|la|ed|wc|pg|hd|se)\s*:\s*\S.{0,90}"
    r"|.{0,60}\b(?:print(?:ed)? cop(?:y|ies)|print-?out)\b.{0,60}"
    r"|\d{2,6} words|supplied by .{3,60}|copyright \d{4}.{0,80}|body\s*:?|text\s*:|full text\s*:|[a-z]{1,3}/[a-z]{1,3}(?:/[a-z]{1,3})*(?:/\d+)?",
    re.IGNORECASE,
)
# BC-PERU-ECUADOR-BORDER (2nd lead), PM-Chad-Libya, 1st Ld-Writethru, a0512, 610
_SLUG = re.compile(r"[\^]?(?:AM|PM|BC|RP)-[A-Z]\S*(?:[ ,]+\S+){0,6}|[a-z]{1,2}\d{4},? [A-Z][\w-]+.{0,40}|(?:URGENT|BULLETIN|FLASH|ALERT)")
_STREET = (
    r"(?:Street|St\.|Road|Rd\.?|Avenue|Ave\.?|Boulevard|Blvd\.?|Crescent|Lane|Drive|Square|Sq\.|Plaza|Highway|Building|Bldg\.?|Floor|House|Compound|Rue|Place"
    r"|Calle|Avenida|Av\.|Rua|Paseo|Via|Piazza|Marg|Jalan|Jl\.|[A-Z][a-z]+(?:strasse|straße|straat|gatan|plein)"
    r"|Strasse|Straße|Platz|Gasse|Allee|Ring|Laan|Ulitsa|Prospekt|Caddesi|Corso|Praça|Quai|Chaussée)"
)
_ADDRESS = re.compile(
    rf"(?=.*\d)(?=.*(?<!\w){_STREET}(?!\w))(?!.*[.!?][\"”’)]*$)[^!?]{{8,200}}"
    rf"|(?=[^a-z]*[A-Z][^,]{{2,40}}(?<!\w){_STREET},)(?:[A-Z\d][\w.’'-]*[ ,]*)+"
    r"|.{0,120}\bP\.?\s?O\.?\s?Box\b.{0,160}"
    r"|(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}, ){3,}[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
)
_PHONE = r"(?:\+|00|\()?\d[\d\s()./-]{5,}\d(?:\s*(?:ext|x)\.?\s*\d+)?"
_CONTACT = re.compile(
    rf"{_PHONE}"
    rf"|[^.!?]{{0,80}}\b(?:tel(?:ephone)?|phone|fax|mobile|cell|whatsapp|hotline|office|liaison|duty officer|enquiries|inquiries"
    rf"|contact|press|media)\b[^!?]{{0,60}}?{_PHONE}[^!?]{{0,80}}"
    r"|(?:.{0,80}[\s|(/–-])?(?:https?://|www\.)\S+(?:\s*[|–-].{0,40})?(?:\s*\([^)]{0,40}\))?"
    r"|authori[sz]ed by [A-Z].{0,100}"
    r"|(?:media|press|public|external|information|communications?)\s+(?:contacts?|enquir\w+|inquir\w+|relations|affairs|liaison)(?:\s+(?:office|unit|section|team|division))?\s*:?",
    re.IGNORECASE,
)
_NAME = r"(?-i:[A-Z])[\w.'’-]*(?:\s+(?:(?-i:[A-Z])[\w.'’-]*|bin|al|de|van|von)){0,4}"
_CREDIT = re.compile(
    rf"[\[(]?\s*(?:(?:web|copy|sub|news|page|chief|responsible|duty|managing|night|online|english)[ -]?)?(?:editors?|reporters?|author"
    rf"|writers?|translat(?:or|ed by)|proofread(?:er|ing)?|journalists?|correspondents?"
    rf"|edited|published|posted|reported|prepared|compiled)(?:\s+by)?\s*:\s*{_NAME}(?:\s*(?:,|/|;|&|\band\b)\s*{_NAME}){{0,4}}\s*[\])]?\.?",
    re.IGNORECASE,
)
# NAo/Nampi/DK, 9417**2050, AP-NY-09-02-98 1804EDT, (PROFILE, (CO:Sahel Press; IN:; ), MNA/5512345
_IDENTIFIER = re.compile(
    r"[A-Z][A-Za-z]{1,4}(?:/[A-Za-z.]{1,8}){1,4}(?:/?\d+)?|[A-Z]{2,5}/\d{4,}|\d{3,5}\*{1,3}\d{3,5}|AP-[A-Z]{2}-\d\d-\d\d-\d\d.{0,12}|\(PROFILE|\((?:CO|IN|TS|WS):.{0,80}|\)"
    r"|[a-z]{1,3}(?:[/.][a-z]{1,3}){1,2}(?: \([^)]{2,40}\))?|[A-Z]{2,6} \d{6} [A-Z][a-z]{2} \d\d.{0,6}|\d{1,2}:\d\d (?:LOCAL TIME|GMT).{0,30}|\d{3,6}"
    # an agency's name and the initials of its desk
    r"|[A-Z]{3,}(?: [A-Z]{3,})? [a-z]{1,3}(?:/[a-z]{1,3}){1,2}"
    r"|-0-|Juche\s?\d.{0,30}|\(?www\.\S+ \(?Juche.{0,30}"
)
_PLACE = re.compile(r"[A-ZÀ-ÞŁŞĞİ][\w.'’-]*(?:[ -](?:de |da |la |el |al-)?[A-ZÀ-ÞŁŞĞİ][\w.'’-]*){0,3}(?:,\s*[A-ZÀ-Þ][\w.'’ ]{1,20})?")


def _binds(line: str, longest: int, *shapes: re.Pattern[str]) -> bool:
    """Whether one of some shapes binds a whole line of so many characters at most."""
    text = line.strip()
    return len(text) <= longest and any(shape.fullmatch(text) for shape in shapes)


def section_shaped(line: str) -> bool:
    """Whether a line names a section or page, a bread crumb or a menu, and no more ("Region | Page 7", "Main / Politics")."""
    text = line.strip()
    if len(text) > 90:
        return False
    return bool(_SECTION.fullmatch(text)) or bool(_PAGE_TITLE.fullmatch(text)) or (len(text.split()) > 2 and bool(_MENU.fullmatch(text)))


def number_shaped(line: str) -> bool:
    """Whether a line is the number of a document or sitting ("PC.DEL/712/21", "433RD MEETING"), a mark of its language or distribution."""
    return _binds(line, 70, _NUMBER, _MARK)


def keyed_line(line: str) -> bool:
    """Whether a line is a field of an agency's or archive's record, or a wire's slug ("LENGTH: 756 words", "BC-PERU-ECUADOR-BORDER")."""
    return _binds(line, 110, _KEYED, _SLUG)


def address_shaped(line: str) -> bool:
    """Whether a line is a postal address."""
    return _binds(line, 220, _ADDRESS)


def contact_shaped(line: str) -> bool:
    """Whether a line is a telephone number with its label, a web address, or says whom the press may ask."""
    return _binds(line, 200, _CONTACT)


def credit_shaped(line: str) -> bool:
    """Whether a line at the foot names those who edited, wrote or translated ("(Web editor: Liu Ning)"), or is an office's code."""
    return _binds(line, 160, _CREDIT, _IDENTIFIER)


def place_shaped(line: str) -> bool:
    """Whether a line could be no more than a place: up to four capitalised words, perhaps with the country."""
    return _binds(line, 50, _PLACE)


def letterhead_shaped(line: str) -> bool:
    """Whether a line above a release could be its letterhead: capitalised names, a motto, names joined by bars or dashes."""
    text = line.strip()
    names = [piece for piece in re.split(r"\s*[|/•·,]\s*|\s+[–—-]\s+", text) if piece]
    return len(text) <= 120 and bool(names) and all(institution_shaped(piece) for piece in names)
