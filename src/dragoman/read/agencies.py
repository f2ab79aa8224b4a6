"""News agencies: who supplied a text or a picture."""

import re

# as they sign; longer forms beside the abbreviation
KNOWN = frozenset(
    "AP,AFP,Reuters,Thomson Reuters,ANI,PTI,IANS,UNI,Xinhua,TASS,ITAR-TASS,RIA Novosti,RIA,Sputnik,Interfax,Anadolu,Anadolu Agency,AA,WAM,SPA,MENA,"
    "KUNA,QNA,BNA,ONA,Petra,NNA,SANA,INA,IRNA,ISNA,Tasnim,Mehr,Fars,Bernama,Antara,ANTARA,Yonhap,KCNA,Kyodo,Kyodo News,Jiji,Jiji Press,CNA,VNA,TNA,dpa,DPA,"
    "EFE,ANSA,Lusa,LUSA,APA,Belga,ANP,TT,NTB,Ritzau,STT,PAP,CTK,ČTK,MTI,Agerpres,BTA,Tanjug,Hina,HINA,STA,FENA,MINA,UKRINFORM,Ukrinform,UNIAN,BelTA,"
    "Agência Brasil,Agencia Brasil,Télam,Telam,Prensa Latina,Notimex,NAN,GNA,KNA,ENA,APS,MAP,TAP,SUNA,SONNA,Shabelle,PANA,APP,UNB,BSS,UPI,Bloomberg,"
    "PA,PA Media,Press Association,Associated Press,The Associated Press,Agence France-Presse,Getty Images,Getty,AAP,NZPA,Canadian Press,The Canadian Press,"
    "Press Trust of India,Asian News International,United News of India,Emirates News Agency,Saudi Press Agency,Qatar News Agency,Kuwait News Agency,"
    "Middle East News Agency,Central News Agency,EPA,EPA-EFE,EPA/EFE,IMAGO,Imago,KazInform,Kazinform,Trend,Azertac,AZERTAC,Armenpress,WAFA,TRT,IINA,UNA,CNS,"
    "Agenzia Nova,Europa Press,ANGOP,Angop,Inforpress,ABI,IP,AVN,Andina,ANDINA,DD News,Montsame,MONTSAME,ADN,Alamy,ZUMA,NurPhoto,Abaca,SIPA,Sipa,SOPA,"
    "UNTV,UN News,ТАСС,РИА Новости,Интерфакс,УНИАН,Укринформ,БелТА".split(",")
)
_FOLDED = {name.casefold(): name for name in sorted(KNOWN, reverse=True)}
_TAIL = re.compile(r"\s*(?:via\s+|/\s*)?(?:Handout|File|Pool|Photo|Photos|Images|Archive)\b.*$")
_NOT_AGENCIES = frozenset(
    {
        "UN",
        "US",
        "EU",
        "UK",
        "UAE",
        "NATO",
        "PIB",
        "MEA",
        "PMO",
        "MFA",
        "MOFA",
        "PHOTO",
        "FILE",
        "POOL",
        "X",
        "TV",
        "PDF",
        "AM",
        "PM",
        "II",
    }
)


def known_agency(name: str) -> bool:
    """Whether a name is that of a news agency."""
    return name.strip().casefold() in _FOLDED


def agency_name(name: str) -> str:
    """An agency's name as it is usually written ("REUTERS" -> "Reuters"); other names as they are."""
    return name if name in KNOWN else _FOLDED.get(name.casefold(), name)


def credit_agencies(credit: str) -> tuple[str, ...]:
    """The agencies in a picture's credit.

    Args:
        credit: "Arben Krasniqi/DPI", "AP Photo/John Doe", "ANI", "Photo by A. B. / AFP via Getty Images".

    Returns:
        Known agencies, and an unknown one where a short acronym stands after a photographer's name, in order.
    """
    found: list[str] = []
    pieces = [
        piece.strip(" .()[]") for piece in re.split(r"\s*[/|;,]\s*|\s+via\s+|\s+-\s+", credit) if piece.strip(" .()[]")
    ]
    for place, piece in enumerate(pieces):
        bare = _TAIL.sub("", piece).strip() or piece
        if known_agency(piece) or known_agency(bare):
            found.append(agency_name(piece if known_agency(piece) else bare))
        elif place > 0 and re.fullmatch(r"[A-Z]{2,6}", bare) and bare not in _NOT_AGENCIES:
            found.append(bare)
    return tuple(dict.fromkeys(found))


_INPUTS = re.compile(
    r"\b(?:with\s+)?(?:inputs?|reporting|material|additional\s+reporting|information|files?)\s+(?:from|by)\s+(?P<who>[^.)\]]{2,120})",
    re.IGNORECASE,
)


def named_agencies(line: str) -> tuple[str, ...]:
    """The agencies that a note such as "(With inputs from ANI and PTI)" names; "agencies" names none."""
    match = _INPUTS.search(line)
    if not match:
        return ()
    names = (name.strip(" *_") for name in re.split(r"\s*(?:,|&|/|\band\b)\s*", match["who"]))
    return tuple(name.removeprefix("the ") for name in names if known_agency(name.removeprefix("the ")))
