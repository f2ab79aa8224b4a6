"""More invented layouts, of the kinds that single outlets print; see ``layouts`` for the keys."""

from typing import Any

PLAIN: dict[str, dict[str, Any]] = {
    "full stop for a dash": {
        "text": """Tripoli: Cairo closed the crossing to patients

TRIPOLI, 3 May 2014 (Libyan State Agency). Egyptian guards closed the Salloum crossing on Friday.

Libya protested.""",
        "want": {"published": "2014-05-03", "agencies": ("Libyan State Agency",)},
        "body": ["Egyptian guards closed", "Libya protested"],
        "not_coded": ["(Libyan State"],
    },
    "menus above": {
        "text": """Skip to main content
Adriatic Mirror
News | Opinion | Sport | Sign in
Home > Montenegro

Podgorica recalls envoy from Valletta

By Ivana Perović
3 May 2022, 09:15 (UTC+02:00)

Montenegro recalled its ambassador to Malta on Monday.

Malta regretted the step.""",
        "want": {
            "outlet": "Adriatic Mirror",
            "title": "Podgorica recalls envoy from Valletta",
            "standfirst": None,
            "byline": "Ivana Perović",
            "published": "2022-05-03T09:15:00+02:00",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Montenegro recalled its ambassador", "Malta regretted"],
        "not_coded": ["News | Opinion", "Home > Montenegro"],
    },
    "release line": {
        "text": """Ministry for Europe and Foreign Affairs
News release | No. 12/2021 | Date: 22/03/2021

Minister Camara receives the ambassador of Peru

The Minister today received the ambassador of Peru.

They discussed fisheries.""",
        "want": {
            "title": "Minister Camara receives the ambassador of Peru",
            "published": "2021-03-22",
            "updated": None,
        },
        "body": ["The Minister today received", "They discussed fisheries"],
        "not_coded": ["No. 12/2021"],
    },
    "masthead with section": {
        "text": """THE BALTIC QUARTERLY | ANALYSIS

Why nobody trusts the ferry talks

By Maija Ozola
November 2, 2021

Riga broke off the talks in May.

Tallinn waits.""",
        "want": {
            "outlet": "THE BALTIC QUARTERLY",
            "title": "Why nobody trusts the ferry talks",
            "byline": "Maija Ozola",
            "published": "2021-11-02",
        },
        "body": ["Riga broke off the talks", "Tallinn waits"],
        "not_coded": ["ANALYSIS"],
    },
    "defence": {
        "text": """Ministry of Defence Signs Contract With Kongsberg

Norway's Ministry of Defence signed a contract on Friday for 12 boats.

Oslo will pay by 2027.""",
        "want": {
            "outlet": None,
            "title": "Ministry of Defence Signs Contract With Kongsberg",
            "standfirst": None,
            "byline": None,
            "published": None,
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Norway's Ministry of Defence", "Oslo will pay by"],
        "not_coded": [],
    },
    "short person title": {
        "text": """Modi Meets Putin

By Asha Pillai
Oct 5, 2024 6:10 PM IST

Prime Minister Narendra Modi met Russian President Vladimir Putin.

They agreed to talk again.""",
        "want": {
            "outlet": None,
            "title": "Modi Meets Putin",
            "standfirst": None,
            "byline": "Asha Pillai",
            "published": "2024-10-05T18:10:00+05:30",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Prime Minister Narendra Modi", "They agreed to talk"],
        "not_coded": [],
    },
    "russian": {
        "text": """Лавров принял посла Индии
5 октября 2024, 14:20 МСК

МОСКВА, 5 октября. /ТАСС/. Министр иностранных дел РФ Сергей Лавров принял посла Индии.

Стороны обсудили визит.""",
        "want": {
            "outlet": "ТАСС",
            "title": "Лавров принял посла Индии",
            "standfirst": None,
            "byline": None,
            "published": "2024-10-05T14:20:00+03:00",
            "updated": None,
            "tags": (),
            "agencies": ("ТАСС",),
            "dateline": ("МОСКВА", "2024-10-05"),
        },
        "body": ["Министр иностранных дел РФ", "Стороны обсудили визит."],
        "not_coded": [],
    },
    "markdown": {
        "text": """# Kenya recalls envoy

*By Peter Mwangi, Nairobi*

Kenya recalled its envoy on Monday.

## Background

The row began in May.

- Uganda closed the border
- Kenya reopened it""",
        "want": {
            "outlet": None,
            "title": "Kenya recalls envoy",
            "standfirst": None,
            "byline": "Peter Mwangi, Nairobi",
            "published": None,
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": [
            "Kenya recalled its envoy",
            "Background",
            "The row began in",
            "- Uganda closed the",
            "- Kenya reopened it",
        ],
        "not_coded": [],
    },
    "bythetime": {
        "text": """Envoys leave Doha
By the time the envoys left Doha, two of them had stopped talking to each other.
Updated rules on visas were announced by Qatar.
Published accounts differ on what was said.""",
        "want": {
            "outlet": None,
            "title": "Envoys leave Doha",
            "standfirst": None,
            "byline": None,
            "published": None,
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["By the time the", "Updated rules on visas", "Published accounts differ on"],
        "not_coded": [],
    },
    "prose w pub words": {
        "text": """Published in May, the report accused Serbia of moving troops. It was updated in June 2024.

Posted to Belgrade in 2019, the ambassador knew the army well.

Related talks in Vienna failed.""",
        "want": {
            "outlet": None,
            "title": None,
            "standfirst": None,
            "byline": None,
            "published": None,
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Published in May, the", "Posted to Belgrade in", "Related talks in Vienna"],
        "not_coded": [],
    },
    "caption first": {
        "text": """US and Iran trade barbs at UN

Iranian Foreign Minister Abbas Araghchi at the United Nations, Sept. 26, 2024. REUTERS/Ramon Vidal

UNITED NATIONS, Sept 26 (Reuters) - The United States and Iran traded barbs on Thursday.

Tehran denied it. (Reporting by Jane Roe; Editing by John Doe)""",
        "want": {
            "outlet": "Reuters",
            "title": "US and Iran trade barbs at UN",
            "standfirst": None,
            "byline": None,
            "published": None,
            "updated": None,
            "tags": (),
            "agencies": ("Reuters",),
            "dateline": ("UNITED NATIONS", "--09-26"),
        },
        "body": ["The United States and", "Tehran denied it."],
        "not_coded": [],
    },
    "cna": {
        "text": """Asia
Malaysia summons Thai envoy over border shooting
Thai and Malaysian officers in Padang Besar. (Photo: Bernama)
Azmi Latif
@AzmiLatifKL
05 Oct 2024 06:00PM (Updated: 05 Oct 2024 09:12PM)
Bookmark
Share
KUALA LUMPUR: Malaysia summoned the Thai envoy on Saturday (Oct 5).
"We want answers," its foreign minister said.
Source: CNA/ac(kg)""",
        "want": {
            "outlet": None,
            "title": "Malaysia summons Thai envoy over border shooting",
            "standfirst": None,
            "byline": "Azmi Latif",
            "published": "2024-10-05T18:00:00",
            "updated": "2024-10-05T21:12:00",
            "tags": (),
            "agencies": ("Bernama",),
            "dateline": ("KUALA LUMPUR", None),
        },
        "body": ["Malaysia summoned the Thai", '"We want answers," its'],
        "not_coded": [],
    },
    "bbc": {
        "text": """Sudan army retakes bridge in capital

5 October 2024

Share

Save

Samir Idris
Africa editor, BBC World Service

Reuters
The army has regained control of the bridge

Sudan's army has retaken a bridge in the capital, its spokesman said.

Related topics
Sudan
Africa""",
        "want": {
            "outlet": None,
            "title": "Sudan army retakes bridge in capital",
            "standfirst": None,
            "byline": "Samir Idris",
            "published": "2024-10-05",
            "updated": None,
            "tags": (),
            "agencies": ("Reuters",),
            "dateline": None,
        },
        "body": ["The army has regained", "Sudan's army has retaken"],
        "not_coded": [],
    },
    "guardian": {
        "text": """Poland accuses Belarus of pushing migrants over border

Warsaw's foreign ministry summons charge d'affaires after soldier is wounded

Jakub Nowak in Warsaw
Sat 5 Oct 2024 16.41 BST
Last modified on Sat 5 Oct 2024 18.02 BST
Share
Poland has accused Belarus of pushing migrants over the border.

Minsk called the charge absurd.""",
        "want": {
            "outlet": None,
            "title": "Poland accuses Belarus of pushing migrants over border",
            "standfirst": "Warsaw's foreign ministry summons charge d'affaires after soldier is wounded",
            "byline": "Jakub Nowak",
            "published": "2024-10-05T16:41:00+01:00",
            "updated": "2024-10-05T18:02:00+01:00",
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Poland has accused Belarus", "Minsk called the charge"],
        "not_coded": [],
    },
    "nyt": {
        "text": """Israel and Lebanon Agree to Mark Part of Border

The accord, brokered by the United States, leaves 13 points in dispute.

Listen to this article · 6:12 min Learn more
Share full article

By Ada Quill and Sam Thorne
Reporting from Beirut and Jerusalem

Oct. 5, 2024, 3:14 p.m. ET

Israel and Lebanon have agreed to mark part of their border.

Hezbollah did not object.""",
        "want": {
            "outlet": None,
            "title": "Israel and Lebanon Agree to Mark Part of Border",
            "standfirst": "The accord, brokered by the United States, leaves 13 points in dispute.",
            "byline": "Ada Quill and Sam Thorne",
            "published": "2024-10-05T15:14:00-04:00",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Israel and Lebanon have", "Hezbollah did not object."],
        "not_coded": [],
    },
    "pib": {
        "text": """Ministry of External Affairs
azadi ka amrit mahotsav
India and Bhutan sign rail accord
Posted On: 05 OCT 2024 5:32PM by PIB Delhi

India and Bhutan signed an accord today to build a railway.

****
AK/SS
(Release ID: 2062411)""",
        "want": {
            "outlet": None,
            "title": "India and Bhutan sign rail accord",
            "standfirst": None,
            "byline": "PIB Delhi",
            "published": "2024-10-05T17:32:00",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["India and Bhutan signed"],
        "not_coded": [],
    },
    "kremlin": {
        "text": """Telephone conversation with President of Türkiye Recep Tayyip Erdogan
October 5, 2024
14:20

Vladimir Putin had a telephone conversation with President of the Republic of Türkiye Recep Tayyip Erdogan.

The two leaders discussed grain exports.""",
        "want": {
            "outlet": None,
            "title": "Telephone conversation with President of Türkiye Recep Tayyip Erdogan",
            "standfirst": None,
            "byline": None,
            "published": "2024-10-05T14:20:00",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Vladimir Putin had a", "The two leaders discussed"],
        "not_coded": [],
    },
    "dawn": {
        "text": """Pakistan, Iran vow to curb border smuggling
Tahir Khan Published October 5, 2024 Updated October 5, 2024 09:15pm
ISLAMABAD: Pakistan and Iran vowed on Saturday to curb smuggling.
Published in Dawn, October 6th, 2024""",
        "want": {
            "outlet": None,
            "title": "Pakistan, Iran vow to curb border smuggling",
            "standfirst": None,
            "byline": "Tahir Khan",
            "published": "2024-10-05",
            "updated": "2024-10-05T21:15:00",
            "tags": (),
            "agencies": (),
            "dateline": ("ISLAMABAD", None),
        },
        "body": ["Pakistan and Iran vowed"],
        "not_coded": [],
    },
}

PAGES: dict[str, dict[str, Any]] = {
    "itemprop + h2 related inside": {
        "html": """<html lang="en"><head><title>Oman to host talks</title><meta name="author" content="Salma Said"><meta itemprop="datePublished" content="2025-03-04T08:00:00Z"></head><body>
<div id="wrapper"><div class="header">Strait Notes</div><div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Oman to host talks</h1>
<div itemprop="articleBody"><p>Oman will host talks between Iran and the United States next week, its foreign minister said.</p>
<p>Tehran confirmed.</p><h3>Earlier rounds</h3><p>The last round was held in Rome in February and ended after two hours without a date for the next.</p>
<h2>Related stories</h2><ul><li><a href="/1">Iran sends ship to Yemen</a></li><li><a href="/2">Qatar thanks Oman</a></li></ul></div></div></div></body></html>""",
        "want": {
            "outlet": None,
            "title": "Oman to host talks",
            "standfirst": None,
            "byline": "Salma Said",
            "published": "2025-03-04T08:00:00+00:00",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Oman will host talks", "Tehran confirmed.", "Earlier rounds", "The last round was"],
        "not_coded": [],
    },
    "divs br, date in span": {
        "html": """<html><head><title>Zambia and Angola settle border row :: Copperbelt Daily</title></head><body><center><b><font size=5>Zambia and Angola settle border row</font></b><br>
<span class="date">12/03/2025</span><br><br>LUSAKA - Zambia and Angola have settled their row over the Kazungula crossing, officials said yesterday.<br><br>The two presidents will sign the accord on Friday in Luanda, according to a note seen by this paper.<br><br>Copyright 2025 Copperbelt Daily</center></body></html>""",
        "want": {
            "outlet": "Copperbelt Daily",
            "title": "Zambia and Angola settle border row",
            "standfirst": None,
            "byline": None,
            "published": "2025-03-12",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": ("LUSAKA", None),
        },
        "body": ["Zambia and Angola have", "The two presidents will"],
        "not_coded": [],
    },
    "ld array two scripts": {
        "html": """<html lang="es"><head><title>Chile y Perú firman acuerdo - Diario del Sur</title><script type="application/ld+json">{"@type":"BreadcrumbList"}</script>
<script type="application/ld+json">[{"@type":"WebSite","name":"Diario del Sur"},{"@type":"NewsArticle","headline":"Chile y Perú firman acuerdo","datePublished":"2025-05-02T10:00:00-04:00","author":{"@type":"Person","name":"Ana Díaz"},"publisher":{"@type":"Organization","name":"Diario del Sur"},"articleSection":"Mundo"}]</script></head>
<body><main><article><header><h1>Chile y Perú firman acuerdo</h1><p class="bajada">Los cancilleres se reunieron en Arica.</p><time datetime="2025-05-02T10:00:00-04:00">2 de mayo</time></header>
<p>Chile y Perú firmaron este viernes un acuerdo sobre el paso fronterizo de Chacalluta.</p><p>"Es un día histórico", dijo el canciller chileno.</p>
<div class="newsletter-box"><p>Suscríbete a nuestro boletín para recibir las noticias más importantes del día en tu correo electrónico.</p></div>
<p>El acuerdo entrará en vigor en julio.</p></article></main><footer>Diario del Sur</footer></body></html>""",
        "want": {
            "outlet": "Diario del Sur",
            "title": "Chile y Perú firman acuerdo",
            "standfirst": "Los cancilleres se reunieron en Arica.",
            "byline": "Ana Díaz",
            "published": "2025-05-02T10:00:00-04:00",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Chile y Perú firmaron", '"Es un día histórico",', "El acuerdo entrará en"],
        "not_coded": [],
    },
    "medium": {
        "html": """<html lang="en"><head><title>Notes from Astana. What the summit told us | by Dana K. | Steppe Letters | Medium</title><meta property="og:site_name" content="Medium"><meta property="og:title" content="Notes from Astana"><meta property="article:published_time" content="2025-06-20T05:00:00.000Z"><meta name="author" content="Dana K."></head>
<body><div id="root"><div class="a b c"><div class="d"><a>Open in app</a><button>Sign up</button></div><article><div class="l"><section><div><div class="gn"><h1 class="pw">Notes from Astana</h1><h2 class="pw2">What the summit told us about the five</h2>
<div class="x"><a>Dana K.</a><span>·</span><a>Follow</a><span>5 min read</span><span>·</span><span>Jun 20, 2025</span></div>
<figure><img/><figcaption class="z">The hall, before the guests. Photo by the author</figcaption></figure>
<p>Kazakhstan asked its four neighbours to sign a water accord, and three of them said yes on the spot.</p><p>Turkmenistan asked for time.</p><blockquote><p>We are not in a hurry.</p></blockquote><p>That is how the region works: slowly, and then all at once.</p></div></div></section></div></article>
<div class="foot"><p>Written by Dana K.</p><p>Follow</p><p>312 followers</p></div><div class="more"><h2>More from Dana K. and Steppe Letters</h2><p>A long winter in Bishkek and what it means for everyone who lives there and beyond</p></div></div></div></body></html>""",
        "want": {
            "outlet": "Medium",
            "title": "Notes from Astana",
            "standfirst": "What the summit told us about the five",
            "byline": "Dana K.",
            "published": "2025-06-20T05:00:00+00:00",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Kazakhstan asked its four", "Turkmenistan asked for time.", "We are not in", "That is how the"],
        "not_coded": [],
    },
    "consent first big": {
        "html": """<html lang="en"><head><title>Peru expels envoy | Andean Times</title></head><body><div class="fc-consent-root"><p>We value your privacy. We and our 834 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised ads.</p><p>With your permission we and our partners may use precise geolocation data and identification through device scanning. You may click to consent.</p></div>
<h1>Peru expels envoy</h1><p>By <a rel="author" href="/a">Rosa Quispe</a> | March 3, 2025 | 4:05 PM EST</p><p>Peru expelled the Nicaraguan envoy on Monday over remarks about its president.</p><p>Managua called the step "an insult" and recalled its own staff from Lima.</p></body></html>""",
        "want": {
            "outlet": "Andean Times",
            "title": "Peru expels envoy",
            "standfirst": None,
            "byline": "Rosa Quispe",
            "published": "2025-03-03T16:05:00-05:00",
            "updated": None,
            "tags": (),
            "agencies": (),
            "dateline": None,
        },
        "body": ["Peru expelled the Nicaraguan", "Managua called the step"],
        "not_coded": [],
    },
    "tags in page, updated only": {
        "html": """<html lang="en"><head><title>Jordan hosts donors - Amman Gazette</title></head><body><div class="content"><h1>Jordan hosts donors</h1><span class="last-update">Last updated: 20 Nov 2025 - 14:05 (GMT+3)</span>
<p>AMMAN — Jordan hosted 14 donors on Thursday, the state news agency Petra reported.</p><p>They promised Jordan 300 million dollars for water.</p><p class="tags">Tags: Jordan, donors, water</p><p>(Petra)</p></div></body></html>""",
        "want": {
            "outlet": "Amman Gazette",
            "title": "Jordan hosts donors",
            "standfirst": None,
            "byline": None,
            "published": "2025-11-20T14:05:00+03:00",
            "updated": "2025-11-20T14:05:00+03:00",
            "tags": ("Jordan", "donors", "water"),
            "agencies": ("Petra",),
            "dateline": ("AMMAN", None),
        },
        "body": ["Jordan hosted 14 donors", "They promised Jordan 300"],
        "not_coded": [],
    },
}
