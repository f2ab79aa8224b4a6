# ruff: noqa: E501, D102 -- word lists read better in long lines, and most methods here are lists of words
# fmt: off
"""Sentences of two parties in the style of news, made from the phrases of ``acts.txt``: what the model of ``--pairs`` learns from.

Each phrase names a type. Tense and mood shift it as PLOVER has it: a cooperative act that is still to come is AGREE, a hostile one
THREATEN; one that is refused is REJECT, one that is asked for REQUEST. Around it stand what news puts around it: a day, a source,
another act of another pair. Nothing here comes from a corpus.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ACTS = (Path(__file__).with_name("acts.txt"), Path(__file__).with_name("acts2.txt"))
COOPERATIVE = ("CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID")
HOSTILE = ("SANCTION", "COERCE", "MOBILIZE", "PROTEST", "ASSAULT")
DEEDS = ("YIELD", "COOPERATE", "AID", "CONSULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST", "ASSAULT")

_IRREGULAR = {
    "be": ("was", "been"), "have": ("had", "had"), "give": ("gave", "given"), "hold": ("held", "held"), "meet": ("met", "met"),
    "send": ("sent", "sent"), "make": ("made", "made"), "take": ("took", "taken"), "go": ("went", "gone"), "fly": ("flew", "flown"),
    "speak": ("spoke", "spoken"), "say": ("said", "said"), "tell": ("told", "told"), "write": ("wrote", "written"), "let": ("let", "let"),
    "set": ("set", "set"), "put": ("put", "put"), "cut": ("cut", "cut"), "break": ("broke", "broken"), "withdraw": ("withdrew", "withdrawn"),
    "begin": ("began", "begun"), "bring": ("brought", "brought"), "find": ("found", "found"), "sell": ("sold", "sold"), "buy": ("bought", "bought"),
    "build": ("built", "built"), "lend": ("lent", "lent"), "feed": ("fed", "fed"), "spend": ("spent", "spent"), "leave": ("left", "left"),
    "lay": ("laid", "laid"), "hit": ("hit", "hit"), "strike": ("struck", "struck"), "shoot": ("shot", "shot"), "fight": ("fought", "fought"),
    "throw": ("threw", "thrown"), "seek": ("sought", "sought"), "lead": ("led", "led"), "burn": ("burned", "burned"), "beat": ("beat", "beaten"),
    "drop": ("dropped", "dropped"), "stop": ("stopped", "stopped"), "kidnap": ("kidnapped", "kidnapped"), "blow": ("blew", "blown"),
    "shut": ("shut", "shut"), "sign": ("signed", "signed"), "win": ("won", "won"), "come": ("came", "come"), "get": ("got", "got"),
    "quit": ("quit", "quit"), "stand": ("stood", "stood"), "sit": ("sat", "sat"), "tear": ("tore", "torn"), "walk": ("walked", "walked"),
    "refer": ("referred", "referred"), "ban": ("banned", "banned"), "bar": ("barred", "barred"), "slam": ("slammed", "slammed"),
    "stab": ("stabbed", "stabbed"), "snub": ("snubbed", "snubbed"), "shun": ("shunned", "shunned"), "disbar": ("disbarred", "disbarred"), "scrap": ("scrapped", "scrapped"), "swap": ("swapped", "swapped"),
    "step": ("stepped", "stepped"), "call": ("called", "called"), "pay": ("paid", "paid"), "rip": ("ripped", "ripped"), "nab": ("nabbed", "nabbed"),
    "clamp": ("clamped", "clamped"), "crack": ("cracked", "cracked"), "confer": ("conferred", "conferred"), "strip": ("stripped", "stripped"),
    "rebut": ("rebutted", "rebutted"), "slap": ("slapped", "slapped"), "ship": ("shipped", "shipped"), "equip": ("equipped", "equipped"),
    "rob": ("robbed", "robbed"), "deter": ("deterred", "deterred"), "spurn": ("spurned", "spurned"), "ink": ("inked", "inked"),
    "dig": ("dug", "dug"), "understand": ("understood", "understood"), "swear": ("swore", "sworn"), "admit": ("admitted", "admitted"),
    "permit": ("permitted", "permitted"), "submit": ("submitted", "submitted"), "commit": ("committed", "committed"), "beg": ("begged", "begged"),
    "prod": ("prodded", "prodded"), "rout": ("routed", "routed"), "jam": ("jammed", "jammed"), "rule": ("ruled", "ruled"),
    "see": ("saw", "seen"), "sue": ("sued", "sued"), "plot": ("plotted", "plotted"), "tap": ("tapped", "tapped"), "cast": ("cast", "cast"),
}  # fmt: skip

_STATES = """Russia Ukraine China India Pakistan France Germany Britain Italy Spain Turkey Iran Iraq Syria Israel Lebanon Egypt Libya Sudan Ethiopia Kenya Nigeria
Ghana Mali Niger Chad Rwanda Burundi Congo Angola Zambia Zimbabwe Botswana Namibia Somalia Eritrea Morocco Algeria Tunisia Japan Vietnam Thailand Laos Cambodia
Myanmar Malaysia Indonesia Australia Canada Mexico Brazil Argentina Chile Peru Bolivia Colombia Venezuela Ecuador Cuba Haiti Panama Honduras Guatemala Poland
Hungary Austria Greece Serbia Kosovo Croatia Bosnia Albania Bulgaria Romania Moldova Belarus Georgia Armenia Azerbaijan Kazakhstan Uzbekistan Kyrgyzstan
Tajikistan Afghanistan Nepal Bangladesh Qatar Bahrain Kuwait Oman Yemen Jordan Cyprus Malta Norway Sweden Finland Denmark Iceland Ireland Belgium Portugal
Switzerland Mongolia Fiji""".split()  # fmt: skip
_STATES += ["the United States", "the U.S.", "the US", "the UK", "Saudi Arabia", "North Korea", "South Korea", "South Africa", "South Sudan", "Sri Lanka", "the United Arab Emirates",
            "the Philippines", "the Netherlands", "New Zealand", "Ivory Coast", "Burkina Faso", "El Salvador", "Costa Rica", "the Czech Republic", "Sierra Leone"]  # fmt: skip
_ADJECTIVES = """Russian Ukrainian Chinese Indian Pakistani French German British Italian Spanish Turkish Iranian Iraqi Syrian Israeli Lebanese Egyptian Libyan Sudanese
Ethiopian Kenyan Nigerian Malian Somali Moroccan Japanese Vietnamese Thai Cambodian Malaysian Indonesian Australian Canadian Mexican Brazilian Argentine Chilean Peruvian
Bolivian Colombian Venezuelan Cuban Haitian Polish Hungarian Austrian Greek Serbian Croatian Bosnian Albanian Bulgarian Romanian Armenian Georgian Kazakh Afghan
Nepali Palestinian Kurdish Qatari Saudi Kuwaiti Yemeni Jordanian Norwegian Swedish Finnish Danish Irish Belgian Dutch Swiss American European""".split()  # fmt: skip
_BODIES = ["the United Nations", "the European Union", "the EU", "NATO", "the African Union", "the UN Security Council", "the Arab League", "ASEAN", "the European Commission",
           "the World Bank", "the IMF", "the Red Cross", "ECOWAS", "the U.N.", "the World Health Organization", "the European Parliament", "the OSCE", "the White House",
           "the State Department", "the Kremlin", "the Pentagon", "Amnesty International", "Human Rights Watch", "the Senate", "the Vatican", "the Commonwealth", "the Palestinians",
           "the Palestinian Authority", "Hamas", "Hezbollah", "the Taliban", "the Houthis", "the main opposition party", "the ruling party", "the IAEA"]  # fmt: skip
_FIRST = "Maria Ivan Ahmed John Li Juan Pierre Hans Yusuf Amina David Anna Omar Carlos Kofi Nadia Peter Elena Rajiv Tomas Mikhail Fatima George Aung Kim Samuel Laila Boris".split()
_LAST = "Petrov Haidari Moreno Okafor Lindqvist Tanaka Novak Keller Dubois Rahman Silva Mensah Costa Ivanova Suleiman Brandt Castillo Osei Nguyen Park Bianchi Farouk Kovac Hussain Mbeya Larsen".split()
_TITLES = ["President", "Prime Minister", "Foreign Minister", "Defence Minister", "Secretary of State", "Interior Minister", "Chancellor", "Senator", "King", "General", "Vice President", "Ambassador"]
_CITIES = "Geneva Vienna Cairo Moscow Paris Doha Istanbul Nairobi Beijing Brussels Washington Ankara Tehran Baghdad Kabul Delhi Lagos Bogota Manila Seoul Tokyo London Berlin Rome Havana Kyiv Minsk Tripoli Sanaa Aden Goma Kandahar Basra Aleppo Mosul Juba".split()
_LISTS = {
    "city": _CITIES,
    "state": _STATES,
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "n": "two three five 12 14 20 31 45 60 100 250 more\tthan\t300 at\tleast\tnine dozens\tof hundreds\tof".split(" "),
    "event": ["G20 summit", "UN General Assembly", "security conference", "regional summit", "economic forum"],
    "topic": ["trade", "the war in Syria", "security", "climate change", "the nuclear programme", "the border dispute", "migration", "terrorism", "energy", "bilateral ties", "the peace process",
              "the pandemic", "oil exports", "the crisis in the Gulf", "water rights", "human rights", "regional security", "nuclear arms", "economic reform", "fishing rights", "refugees", "drug smuggling"],
    "good": ["its role in the peace process", "hosting refugees", "its hospitality", "fighting terrorism", "his leadership", "the peaceful election", "its help", "his courage", "its efforts", "its reforms"],
    "bad": ["the attack", "the killing of a journalist", "the shooting down of a plane", "human rights abuses", "the bombing", "the violence", "a chemical attack", "the border clash", "election fraud", "the oil spill",
            "its nuclear tests", "the collapse of talks", "the war", "the earthquake", "the delay", "spying", "the deaths of protesters", "the poisoning of a spy", "the hurricane", "the crisis", "illegal settlements"],
    "bad2": ["terrorism", "rebels", "drug cartels", "Islamic State", "organised crime", "piracy", "the virus", "famine", "insurgents"],
    "badthing": ["sanctions", "military action", "tariffs", "an attack", "a boycott", "expulsion", "air strikes", "a trade war", "legal action"],
    "crime": ["corruption", "murder", "fraud", "espionage", "money laundering", "terrorism", "war crimes", "treason", "bribery", "genocide", "drug trafficking", "tax evasion", "inciting violence", "supporting rebels",
              "arming separatists", "interfering in its affairs", "meddling in elections", "violating the truce", "stealing state funds", "plotting a coup", "belonging to a terrorist group", "sexual assault", "insider trading"],
    "sum": ["$2 million", "$340 million", "50 million euros", "$1.5 billion", "12 million pounds", "$400,000"],
    "thing": ["help with housing", "more time", "the archives", "the airport", "military bases"],
    "things": ["ambassadors", "prisoners", "technology", "students", "information"],
    "work": ["maintenance work", "the supply of gas", "a new railway", "joint research"],
    "aidthing": ["humanitarian aid", "food", "medical supplies", "weapons", "military equipment", "financial assistance", "vaccines", "emergency relief", "tents and blankets", "ammunition", "a loan", "tanks",
                 "technical assistance", "economic aid", "drones", "medical equipment and drugs", "air support", "training", "fighter jets", "shelter and clean water"],
    "ing": ["leaving the country", "printing photographs", "holding rallies", "operating in the country", "standing for office"],
    "cond": ["the hostages are freed", "its demands are met", "sanctions are lifted", "troops are withdrawn", "a new system is in place"],
    "theirdeed": ["release political prisoners", "stop the violence", "withdraw its troops", "return to talks", "disarm", "lift the blockade", "respect the ceasefire", "hold free elections", "cut military aid",
                  "appear for questioning", "end the strike", "take action", "join the coalition", "open its markets", "send aid", "step down", "show restraint", "pay its debts", "allow inspectors in",
                  "protect civilians", "share information", "do more", "rein in the militias", "recognise the result", "give up nuclear weapons", "ensure security", "fulfil its mandate", "call off the protest"],
    "theirdeeds": ["withdraws its troops", "releases the prisoners", "stops the attacks", "returns to talks", "meets its demands", "pays its debts"],
    "baddeed": ["flout UN resolutions", "violating the agreement", "destabilising the region", "lying", "hide weapons", "supporting terrorism"],
    "baddeed3": ["supporting rebels", "interfere in its affairs", "testing missiles", "attack", "crossing the border"],
    "deed": ["protect refugees", "hold elections", "fight terrorism", "reform the court", "deliver aid to the besieged town", "send observers", "release activists", "overturn the conviction", "build a pipeline",
             "end the dispute", "use its airspace", "delay the trial", "cut emissions", "host the talks", "detain the publisher", "raise taxes", "reconcile the two sides", "denuclearise the peninsula"],
    "artefact": ["a painting stolen in 1989 from a gallery", "a 16th century manuscript", "{n} ancient coins seized at the airport", "a silver cup engraved with a king's image", "{n} frogs", "a stolen statue", "three mummies", "a dinosaur skeleton",
                 "the confiscated birds", "a captured ship", "{n} seized trucks", "the bodies of {n} soldiers", "a portrait of a young woman by a famous artist", "the remains of a pilot", "looted gold", "stolen documents", "a sacred stone"],
    "conf2": ["cut off aid", "impose sanctions", "retaliate", "attack", "expel its diplomats", "close the border", "sever ties", "use force", "let refugees cross", "shoot down its planes", "leave the treaty"],
}  # fmt: skip
_AROUND = ["members of <B>", "one of <B>'s leaders", "the head of <B>", "{n} citizens of <B>", "the leader of <B>", "officials from <B>", "a spokesman for <B>", "supporters of <B>", "its rivals, including <B>,",
           "several countries, among them <B>,", "the leaders of {state} and <B>", "its neighbour <B>", "{n} members of <B>", "the government of <B>", "forces loyal to <B>", "a delegation from <B>", "its ally <B>", "people in <B>"]  # fmt: skip
_LISTS["n"] = [n.replace("\t", " ") for n in _LISTS["n"]]
_LEADS = ["", "", "", "", "", "", "On {day}, ", "Last week, ", "Earlier, ", "In {month}, ", "Meanwhile, ", "{CITY} - ", "{CITY} (Reuters) - ", "Also {day}, ", "The previous month, ", "In {year}, ", "On {month} {num}, ", "In a statement, ",
          "Following an emergency meeting, ", "Amid rising tensions, ", "But ", "And ", "Two days later, ", "After months of wrangling, ", "Under pressure from {state}, ", "Speaking in {city}, ", "In {state}, ", "At the summit, "]  # fmt: skip
_TAILS = ["", "", "", "", "", "", " on {day}", ", officials said", ", state media reported", " for the first time in years", ", according to a statement", ", the foreign ministry said on {day}", " last week", ", a spokesman said", " in {month} {year}",
          ", sources told {agency}", " early on {day}", " amid tensions with {state}", ", raising fears of a wider conflict", ", a monitor said", " this week", " on {month} {num}, {year}", " despite protests at home", " as part of a wider plan", " in exchange for concessions"]  # fmt: skip
_ACTORS = {"ASSAULT": "army", "PROTEST": "crowd", "MOBILIZE": "army"}
_MONTHS = "January February March April May June July August September October November December".split()
_AGENCIES = ["AFP", "Reuters", "the BBC", "CNN", "Al Jazeera"]


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with its two parties marked ``<s>..</s>`` and ``<t>..</t>``, and what the first does to the second."""

    marked: str
    type: str


def phrases(path: Path) -> list[tuple[str, str, str]]:
    """(type, kind of actor, phrase) of every line of ``acts.txt`` or a file like it."""
    out = []
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line.strip() and not line.startswith("#"):
            who, sep, what = line.partition(" > ")
            out.append((kind, who.strip() if sep else "", (what if sep else line).strip()))
    return out


class Maker:
    """Makes sentences; one seed, one sequence."""

    def __init__(self, seed: int, frames: Path | None = None, share: float = 0.4, acts: Sequence[Path] = ACTS) -> None:
        """
        Args:
            seed: of all draws.
            frames: phrases made of the codebook's frames (``frames.py``).
            share: how many of the sentences are made of those.
            acts: the files of phrases.
        """
        self.rng = random.Random(seed)
        self.share = share if frames else 0.0
        self.by_type: dict[str, list[tuple[str, str]]] = {}
        for kind, who, what in (line for path in acts for line in phrases(path)):
            self.by_type.setdefault(kind, []).append((who, what))
        self.of_frames: dict[str, list[tuple[str, str]]] = {}
        for kind, who, what in phrases(frames) if frames else ():
            self.of_frames.setdefault(kind, []).append((who or _ACTORS.get(kind, ""), what))

    # -- words

    def pick(self, items: list[str]) -> str:
        return self.rng.choice(items)

    def person(self) -> str:
        r = self.rng.random()
        name = f"{self.pick(_FIRST)} {self.pick(_LAST)}"
        if r < 0.3:
            return f"{self.pick(_ADJECTIVES)} {self.pick(_TITLES)} {name}"
        if r < 0.45:
            return f"{self.pick(_STATES)}'s {self.pick(_TITLES)} {name}".replace("the ", "", 0)
        if r < 0.6:
            return name
        if r < 0.7:
            return self.pick(_LAST)
        if r < 0.8:
            return f"{name}, {self.pick(['a former minister', 'the opposition leader', 'a senior official', 'the party chairman'])}"
        return self.pick([f"the {self.pick(_ADJECTIVES)} president", f"the {self.pick(_ADJECTIVES)} foreign minister", f"his {self.pick(_ADJECTIVES)} counterpart", f"a senior {self.pick(_ADJECTIVES)} official",
                          f"{self.pick(_ADJECTIVES)} officials", f"{self.pick(_ADJECTIVES)} leaders", "the prime minister"])  # fmt: skip

    def target_person(self) -> str:
        a = self.pick(_ADJECTIVES)
        return self.pick([self.person(), f"a {a} journalist", f"two {a} journalists", f"opposition leader {self.pick(_FIRST)} {self.pick(_LAST)}", f"{self.rng.randint(3, 400)} prisoners", f"a former {a} minister",
                          "dozens of activists", f"{a} protesters", "an opposition politician", "a human rights lawyer", f"three {a} citizens", "several suspects", f"a {a} man", "political prisoners", f"{a} civilians",
                          f"at least {self.rng.randint(2, 80)} people in {self.pick(_STATES)}", f"a {a} diplomat", "members of the Muslim minority", f"former president {self.pick(_FIRST)} {self.pick(_LAST)}",
                          f"{a} soldiers", f"a {a} businessman", "two aid workers", "teachers", "a pastor", f"a {a} soldier", "the leader of a militant network", f"supporters of {self.pick(_LAST)}", "the country's top prosecutor"])  # fmt: skip

    def party(self) -> str:
        r = self.rng.random()
        if r < 0.38:
            return self.pick(_STATES)
        if r < 0.5:
            return self.pick([f"the {self.pick(_ADJECTIVES)} government", f"{self.pick(_ADJECTIVES)} authorities", f"the government of {self.pick(_STATES)}", f"the {self.pick(_ADJECTIVES)} parliament", f"the {self.pick(_ADJECTIVES)} Foreign Ministry",
                              f"{self.pick(_ADJECTIVES)} officials", "the government", f"the {self.pick(_ADJECTIVES)} army", "the authorities", "the opposition", f"the government in {self.pick(_CITIES)}", f"{self.pick(_STATES)}'s government",
                              f"{self.pick(_ADJECTIVES)} lawmakers", "rebels", f"the {self.pick(_ADJECTIVES)} regime"])  # fmt: skip
        if r < 0.68:
            return self.pick(_BODIES)
        if r < 0.72:
            return f"{self.pick(_STATES)} and {self.pick(_STATES)}"
        if r < 0.76:
            return self.pick([f"a {self.pick(_ADJECTIVES)} company", f"{self.pick(_LAST)} Oil", f"{self.pick(_LAST)} Group", "a rights group", "the central bank", "the teachers' union", "local residents", f"the University of {self.pick(_CITIES)}"])
        return self.person()

    def actor(self, who: str) -> str:
        a, s, c = self.pick(_ADJECTIVES), self.pick(_STATES), self.pick(_CITIES)
        if who == "police" and self.rng.random() < 0.8:
            return self.pick([f"{a} police", f"police in {c}", "the FBI", f"{a} authorities", f"{s}'s security forces", "the police", f"{a} security forces", f"the {a} army", "prosecutors", f"authorities in {s}", f"the {a} Interior Ministry"])
        if who in ("court", "prosecutor") and self.rng.random() < 0.85:
            return self.pick([f"a {a} court", f"a court in {c}", "the Supreme Court", f"a {a} judge", f"the {c} High Court", f"{s}'s highest court", "the International Criminal Court", f"{a} prosecutors", "a federal judge", "a U.N. tribunal"])
        if who == "militant" and self.rng.random() < 0.85:
            return self.pick(["rebels", "the Taliban", "Islamic State militants", "gunmen", f"{a} rebels", "Boko Haram", "a suicide bomber", "al-Shabaab", "separatist fighters", f"militants in {s}", "an armed group", f"{a} militias", "insurgents",
                              "Hezbollah", "the Houthis", "a drug cartel", f"fighters loyal to {self.pick(_LAST)}", "the FARC", "Hamas"])  # fmt: skip
        if who == "army" and self.rng.random() < 0.85:
            return self.pick([f"{a} troops", f"the {a} army", f"the {a} military", f"{a} soldiers", f"{a} forces", f"the {a} air force", f"{a} warplanes", s, "government forces", f"{s}'s army", f"{a} peacekeepers", "the U.S. military", f"{a} government forces"])
        if who == "bomb":
            return self.pick(["a car bomb", "a suicide attack", "a roadside bomb", "a bomb blast", f"{a} shelling", f"{a} missiles", "rocket fire", f"an air strike by {a} forces", "a Taliban-claimed bombing", "an explosion", f"{a} artillery fire"])
        if who == "crowd" and self.rng.random() < 0.9:
            return self.pick(["protesters", "thousands of demonstrators", "teachers", "students", f"{a} workers", "opposition supporters", "nurses", "truck drivers", f"residents of {c}", "farmers", "the opposition", "union members", "activists",
                              "hundreds of women", f"thousands of {a} citizens", "prison inmates", "around 2,000 employees", f"{self.pick(_FIRST)} {self.pick(_LAST)}", "anti-war groups", "opposition parties", "migrants", "asylum seekers"])  # fmt: skip
        if who == "agency" and self.rng.random() < 0.8:
            return self.pick(["the Red Cross", "UNICEF", "the World Food Programme", "Oxfam", "a relief agency", "USAID", "the UN refugee agency"])
        return self.party()

    def words(self) -> str:
        b, p = self.pick(_STATES), self.party()
        own = f"{p}'s"
        return self.pick([f"{own} decision to {{deed}}", f"{own} plan to {{deed}}", f"the {self.pick(_ADJECTIVES)} decision", f"{own} policies", f"{own} comments", f"{own} proposal", f"the election results in {b}", f"{own} new law", f"the {self.pick(_ADJECTIVES)} government's handling of the crisis",
                          f"the {self.pick(_ADJECTIVES)} call for {{topic}}", f"the killing of civilians in {b}", f"{own} offer", f"{own} demand", f"{own} request", f"a {self.pick(_ADJECTIVES)} proposal", f"the arrest of {self.pick(_LAST)}", f"{own} visit", f"{own} peace plan",
                          f"{own} efforts", f"{own} appeal", f"{own} statement", f"the {self.pick(_ADJECTIVES)} offensive", f"{own} move", f"reports that {b} had withdrawn", f"{own} initiative", f"{own} rules", f"{own} war", f"the death sentence on {self.pick(_LAST)}"])  # fmt: skip

    def armed(self) -> str:
        a, s, c = self.pick(_ADJECTIVES), self.pick(_STATES), self.pick(_CITIES)
        return self.pick([f"{a} positions", f"an army base in {s}", f"{a} forces", f"rebels in {s}", s, f"a military camp near {c}", f"a convoy of {a} soldiers", f"the {a} embassy in {c}", f"a police station in {c}", f"Islamic State in {s}", "Hamas targets",
                          f"{a} militants", c, f"the rebel-held town of {c}", f"{a} Kurdish fighters", f"a hospital in {c}", "a bus carrying civilians", f"a refugee camp in {s}", f"the parliament of {s}", "the Taliban", f"{a} troops", f"a mosque in {c}"])  # fmt: skip

    def place(self) -> str:
        s, c = self.pick(_STATES), self.pick(_CITIES)
        return self.pick([s, s, s, s, c, f"the {self.pick(_ADJECTIVES)} capital", f"northern {s.removeprefix('the ')}", f"{c} and {self.pick(_CITIES)}", f"the city of {c}", f"parts of {s}", f"the {self.pick(_ADJECTIVES)} border", f"{s}'s northern province", f"eastern {s.removeprefix('the ')}", f"{c}, {s}"])

    def goods(self) -> str:
        a = self.pick(_ADJECTIVES)
        return self.pick([f"{a} goods", f"{a} exports", f"{self.pick(_STATES)}'s steel", f"{a} imports", f"a {a} ship", f"a {a} tanker", f"{a} property", f"a {a} vessel"])

    def expand(self, text: str) -> str:
        """Alternatives and lists filled in."""
        while "(" in text:
            new = re.sub(r"\(([^()]*)\)", lambda m: self.pick(m.group(1).split("|")), text, count=1)
            if new == text:
                break
            text = new
        for _ in range(3):
            text = re.sub(r"\{(\w+)\}", self._fill, text)
        return re.sub(r"\s+", " ", text).strip()

    def _fill(self, m: re.Match[str]) -> str:
        name = m.group(1)
        if name == "month":
            return self.pick(_MONTHS)
        if name == "year":
            return str(self.rng.randint(1979, 2024))
        if name == "num":
            return str(self.rng.randint(1, 30))
        if name == "agency":
            return self.pick(_AGENCIES)
        if name == "CITY":
            return self.pick(_CITIES).upper()
        if name in ("coop", "conf"):
            types = ("YIELD", "AID", "COOPERATE", "CONSULT", "SUPPORT") if name == "coop" else HOSTILE
            return self.deed(types)
        return self.pick(_LISTS[name])

    def deed(self, types: tuple[str, ...]) -> str:
        """An infinitive phrase of one of the types, with <B> left open."""
        while True:
            _, what = self.rng.choice(self.by_type[self.rng.choice(types)])
            if not what.startswith("=") and not what.startswith(("not ", "will", "be ", "(will")) and "{coop}" not in what and "{conf}" not in what:
                return what_of(self.expand(what))

    def target(self, text: str) -> tuple[str, str]:
        """The open slot's filling, and the text with ``<B>`` for it."""
        m = re.search(r"<([BPLMWT])>", text)
        if not m:
            return "", text
        kind = m.group(1)
        if kind in "P" and self.rng.random() < 0.15:
            kind = "B"
        if kind in "BPM" and self.rng.random() < 0.12:
            return self.expand(self.party()), text[: m.start()] + self.expand(self.pick(_AROUND)) + text[m.end() :]
        filled = {"B": self.party, "P": self.target_person, "L": self.place, "M": self.armed, "W": self.words, "T": self.goods}[kind]()
        return self.expand(filled), text[: m.start()] + "<B>" + text[m.end() :]

    # -- sentences

    def row(self, kind: str) -> Row | None:
        """One sentence from a phrase of a section; None where the phrase does not bear what was drawn for it."""
        rng = self.rng
        source = self.of_frames if rng.random() < self.share and kind in self.of_frames else self.by_type
        who, what = rng.choice(source[kind])
        text = what_of(self.expand(what))
        if text.startswith("="):
            target, clause = self.target(text[1:])
            actor = self.actor(who)
            if not target or "<A>" not in clause:
                return None
            return self._dress(clause, actor, target, kind)
        target, text = self.target(text)
        if not target:
            return None
        actor = self.actor(who)
        kind, clause = self._mood(kind, text)
        return self._dress(clause, actor, target, kind)

    def _mood(self, kind: str, vp: str) -> tuple[str, str]:
        """The phrase in some tense or mood, with <A> before it, and the type that this makes of it."""
        rng = self.rng
        r = rng.random()
        if vp.startswith(("will ", "would ")):
            return kind, f"<A> {vp}"
        if vp.startswith("not "):
            rest = vp[4:]
            return kind, "<A> " + self.pick(["will not ", "would not ", "says it will not ", "said it would not ", "has said he will not ", "refuses to ", "has refused to ", "declined to "]) + rest
        pastonly = kind in ("AGREE", "THREATEN", "REQUEST", "ACCUSE", "REJECT")
        if kind in COOPERATIVE and not vp.startswith("fail"):
            if r < 0.16:
                lead = self.pick(["will {0}", "agreed to {0}", "has agreed to {0}", "said it would {0}", "says it will {0}", "pledged to {0}", "is ready to {0}", "is willing to {0}", "offered to {0}", "has offered to {0}", "plans to {0}",
                                  "is set to {0}", "is due to {0}", "promised to {0}", "announced it will {0}", "was willing to {0}", "would {0}", "vowed to {0}", "has pledged to {0}", "intends to {0}", "is prepared to {0}", "will soon {0}",
                                  "is committed to {1}", "is considering {1}", "said on Monday they will {0}", "is expected to {0}", "expressed readiness to {0}", "hopes to {0}", "said they would {0}"])  # fmt: skip
                return "AGREE", "<A> " + lead.format(vp, gerund(vp))
            if r < 0.24:
                lead = self.pick(["refused to {0}", "has refused to {0}", "declined to {0}", "will not {0}", "said it would not {0}", "says it will not {0}", "ruled out {1}", "has rejected calls to {0}", "would not {0}", "cancelled plans to {0}", "refuses to {0}",
                                  "has no intention of {1}", "rejected a proposal to {0}", "is unwilling to {0}", "has stated that he will not {0}", "balked at {1}", "again refused to {0}", "is refusing to {0}", "opposes {1}", "has declined to {0}"])  # fmt: skip
                return "REJECT", "<A> " + lead.format(vp, gerund(vp))
        if kind in HOSTILE and r < 0.2:
            lead = self.pick(["threatened to {0}", "has threatened to {0}", "will {0}", "vowed to {0}", "said it would {0}", "warned it would {0}", "says it will {0}", "is threatening to {0}", "is ready to {0}", "is considering {1}", "plans to {0}",
                              "announced it will {0}", "warned that it will {0}", "is preparing to {0}", "threatens to {0}", "may {0}", "could {0}", "pledged to {0}", "has vowed to {0}", "said they will {0}", "intends to {0}"])  # fmt: skip
            return "THREATEN", "<A> " + lead.format(vp, gerund(vp))
        if kind in ("ACCUSE", "REJECT") and r < 0.06:
            return kind, "<A> will " + vp
        if not pastonly and r < 0.28 and vp.startswith(tuple("provide send release withdraw lift hold share open".split())) and kind in COOPERATIVE:
            return kind, f"<A> continued to {vp}"
        tense = rng.random()
        passive = _passive(vp) if tense > 0.9 else None
        if passive:
            return kind, passive
        if tense < 0.48:
            return kind, f"<A> {past(vp)}"
        if tense < 0.75:
            return kind, f"<A> {self.pick(['has', 'has', 'have', 'had', 'has already', 'have also'])} {participle(vp)}"
        if tense < 0.85:
            return kind, f"<A> {present(vp)}"
        if tense < 0.93:
            return kind, f"<A> {self.pick(['is', 'are', 'has been', 'was', 'were'])} {gerund(vp)}"
        return kind, self.pick(["{c} said <A> {p}", "it emerged that <A> had {d}", "{c} said that <A> had {d}", "officials said <A> {p}", "<A> said it had {d}", "<A> says it has {d}", "<A>, which is allied with {c}, {p}", "<A>, under pressure at home, {p}", "<A> announced it had {d}", "reports say <A> {p}"]).format(
            c=self.party(), p=past(vp), d=participle(vp))  # fmt: skip

    def _aside(self) -> str:
        """Another act of another pair, to be told around the one that counts."""
        kind = self.rng.choice(list(self.by_type))
        who, what = self.rng.choice(self.by_type[kind])
        text = what_of(self.expand(what))
        if text.startswith(("=", "not ", "will", "would")):
            return ""
        target, vp = self.target(text)
        if not target:
            return ""
        vp = vp.replace("<B>", target)
        c = self.actor(who)
        return self.pick([f", days after {c} {past(vp)}", f" after {c} {past(vp)}", f", as {c} {past(vp)}", f", while {c} {present(vp)}", f", {gerund(vp)}", f" and {past(vp)}", f", which had {participle(vp)}", f" before {c} {past(vp)}", f" because {c} had {participle(vp)}", f", hours before {gerund(vp)}", f" but {past(vp)}"])

    def _dress(self, clause: str, actor: str, target: str, kind: str) -> Row:
        rng = self.rng
        lead, tail = self.expand(self.pick(_LEADS)), self.expand(self.pick(_TAILS))
        tail = " " + tail if tail and tail[0] != "," else tail
        if rng.random() < 0.3:
            tail += self._aside()
        if rng.random() < 0.05:
            clause = re.sub(r"<A>(?!,)", "<A>, " + self.pick(["a rebel group", "who took office in May", "a close ally of the president", "known for his blunt words", "the country's largest party"]) + ",", clause, count=1)
        if rng.random() < 0.25:
            actor = re.sub(r"^(the|a|an) ", "", actor)
        if rng.random() < 0.12:
            target = re.sub(r"^(the|a|an) ", "", target)
        if rng.random() < 0.12 and "'s " not in target and target[0].isupper():
            clause = clause.replace("<B>", "<B>'s " + self.pick(["government", "army", "people", "leaders", "officials", "decision", "northern region"]), 1)
        clause = clause.replace("<A>", f"<s>{actor}</s>", 1).replace("<B>", f"<t>{target}</t>", 1)
        clause = clause.replace("<A>", actor).replace("<B>", self.party())
        text = f"{lead} {clause}{tail}".replace("  ", " ").strip()
        if rng.random() < 0.85:
            text += "."
        first = re.sub(r"^((?:<[st]>)?)(\w)", lambda m: m.group(1) + m.group(2).upper(), text)
        return Row(first, kind)

    def rows(self, n: int) -> Iterator[Row]:
        """n sentences, all types alike before tense and mood move some."""
        kinds = list(self.by_type)
        made = 0
        while made < n:
            row = self.row(kinds[made % len(kinds)])
            if row is not None:
                made += 1
                yield row


def what_of(text: str) -> str:
    """A phrase that another phrase was put into: only the last open side stays open."""
    found = list(re.finditer(r"<[BPLMWT]>", text))
    for m in reversed(found[1:]):
        text = text[: m.start()] + "them" + text[m.end() :]
    return text


def _first(vp: str) -> tuple[str, str]:
    head, _, rest = vp.partition(" ")
    return head, (" " + rest if rest else "")


def past(vp: str) -> str:
    """The phrase in the past tense."""
    head, rest = _first(vp)
    return (_IRREGULAR[head][0] if head in _IRREGULAR else _ed(head)) + rest


def participle(vp: str) -> str:
    """The phrase as a past participle."""
    head, rest = _first(vp)
    return (_IRREGULAR[head][1] if head in _IRREGULAR else _ed(head)) + rest


def present(vp: str) -> str:
    """The phrase in the third person."""
    head, rest = _first(vp)
    if head in ("be", "have"):
        return {"be": "is", "have": "has"}[head] + rest
    if head.endswith(("s", "sh", "ch", "x", "z", "o")):
        return head + "es" + rest
    return (head[:-1] + "ies" if head.endswith("y") and head[-2] not in "aeiou" else head + "s") + rest


def gerund(vp: str) -> str:
    """The phrase as an -ing form."""
    head, rest = _first(vp)
    if head.endswith("ie"):
        return head[:-2] + "ying" + rest
    if head.endswith("e") and head not in ("be", "see", "free", "agree", "flee"):
        return head[:-1] + "ing" + rest
    ed = _IRREGULAR.get(head, ("", ""))[0] or _ed(head)
    doubled = len(head) > 2 and (ed == head + head[-1] + "ed" or head in ("cut", "put", "hit", "set", "let", "get", "shut", "sit", "quit", "win", "begin", "dig"))
    return (head + head[-1] if doubled else head) + "ing" + rest


def _ed(head: str) -> str:
    if head.endswith("e"):
        return head + "d"
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ied"
    return head + "ed"


def _passive(vp: str) -> str | None:
    """"accuse <B> of murder": "<B> was accused of murder by <A>"; None where the other side is no object."""
    head, rest = _first(vp)
    if not rest.startswith(" <B>") or " to " in rest[4:] and head == "be":
        return None
    return f"<B> was {participle(head)}{rest[4:]} by <A>"
