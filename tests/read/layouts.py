"""Invented articles in the layouts of many regions, with what a careful reader takes from their heads.

``want`` names fields of the article; ``body`` the first words of each body block; ``not_coded`` words that no block may hold.
"""

from typing import Any

PLAIN: dict[str, dict[str, Any]] = {
    "gulf agency": {
        "text": """UAE, Chad sign accord on field hospital

ABU DHABI, 14th February, 2025 (WAM) -- The United Arab Emirates and Chad on Friday signed an accord to run a field hospital in Amdjarass.

The hospital will have 60 beds, the ministry said.

WAM/Hazem Lutfi
""",
        "want": {
            "title": "UAE, Chad sign accord on field hospital",
            "outlet": "WAM",
            "published": "2025-02-14",
            "agencies": ("WAM",),
            "dateline": ("ABU DHABI", "2025-02-14"),
        },
        "body": ["The United Arab Emirates and Chad", "The hospital will have"],
        "not_coded": ["ABU DHABI, 14th"],
    },
    "indian daily": {
        "text": """India, Nepal to reopen Mahakali talks after two-year gap
Foreign secretaries to meet in Kathmandu; treaty of 1996 on agenda

Updated - March 03, 2025 10:21 pm IST - NEW DELHI

Anjali Rawat

External Affairs Minister S. Jaishankar with his Nepalese counterpart in New Delhi on Monday. | Photo Credit: PTI

India and Nepal agreed on Monday to reopen talks on the Mahakali river, officials said.

Kathmandu had asked for the talks in December.

Also Read | Nepal bars two contractors

Published - March 03, 2025 09:05 pm IST

(With inputs from PTI)
""",
        "want": {
            "title": "India, Nepal to reopen Mahakali talks after two-year gap",
            "byline": "Anjali Rawat",
            "updated": "2025-03-03T22:21:00+05:30",
            "published": "2025-03-03T21:05:00+05:30",
            "agencies": ("PTI",),
            "standfirst": "Foreign secretaries to meet in Kathmandu; treaty of 1996 on agenda",
        },
        "body": ["India and Nepal agreed", "Kathmandu had asked"],
        "not_coded": ["Photo Credit", "Also Read", "With inputs", "Published -"],
    },
    "asian news agency": {
        "text": """Sri Lanka thanks India for fuel credit line

ANI | Updated: Jan 09, 2025 15:30 IST

Colombo [Sri Lanka], January 9 (ANI): Sri Lankan President Anura Kumara Dissanayake on Thursday thanked India for extending a credit line for fuel.

He spoke at the port of Colombo. (ANI)

(The story has come from a syndicated feed and has not been edited.)
""",
        "want": {
            "title": "Sri Lanka thanks India for fuel credit line",
            "outlet": "ANI",
            "published": "2025-01-09T15:30:00+05:30",
            "agencies": ("ANI",),
            "dateline": ("Colombo", "2025-01-09"),
        },
        "body": ["Sri Lankan President", "He spoke at the port"],
        "not_coded": ["(ANI)", "Colombo [Sri Lanka]"],
    },
    "us wire with correction": {
        "text": """CORRECTED - Panama says no to base request

By Dana Whitlock and Luis Prado

PANAMA CITY, Feb 3 (Reuters) - Panama rejected on Monday a U.S. request to reopen a naval base near the canal.

"Our answer is no," the foreign minister said.

(This February 3 story has been corrected to say naval base, not air base, in paragraph 1)

(Reporting by Dana Whitlock in Washington and Luis Prado in Panama City; Editing by Ann Sorel)

Our Standards: The Thomson Reuters Trust Principles.
""",
        "want": {
            "title": "CORRECTED - Panama says no to base request",
            "byline": "Dana Whitlock and Luis Prado",
            "outlet": "Reuters",
            "published": None,
            "dateline": ("PANAMA CITY", "--02-03"),
            "agencies": ("Reuters",),
        },
        "body": ["Panama rejected on Monday", '"Our answer is no,"'],
        "not_coded": ["has been corrected", "Reporting by", "Our Standards"],
    },
    "us paper": {
        "text": """Senators press White House on Armenia pact

The Hudson Standard
By MARK ELLERY
Published 4/9/2025, 7:05 a.m. ET | Updated 4/9/2025, 11:45 a.m. ET
4 min read

WASHINGTON — A group of senators urged the White House on Tuesday to publish its pact with Armenia.

The administration refused.

Mark Ellery can be reached at ellery@example.org.
""",
        "want": {
            "title": "Senators press White House on Armenia pact",
            "outlet": "The Hudson Standard",
            "byline": "MARK ELLERY",
            "published": "2025-04-09T07:05:00-04:00",
            "updated": "2025-04-09T11:45:00-04:00",
            "dateline": ("WASHINGTON", None),
        },
        "body": ["A group of senators", "The administration refused"],
        "not_coded": ["min read", "Published 4/9"],
    },
    "russian state agency": {
        "text": """Lavrov invites Algerian counterpart to Moscow

17 Jan, 14:52

ALGIERS, January 17. /TASS/. Russian Foreign Minister Sergey Lavrov has invited his Algerian counterpart to visit Moscow.

"We are waiting for our friends," he said.
""",
        "want": {
            "title": "Lavrov invites Algerian counterpart to Moscow",
            "outlet": "TASS",
            "dateline": ("ALGIERS", "--01-17"),
            "agencies": ("TASS",),
            "published": None,
        },
        "body": ["Russian Foreign Minister", '"We are waiting'],
        "not_coded": ["/TASS/"],
    },
    "un press release": {
        "text": """SC/15988
21 January 2025

Security Council Extends Mandate of Sanctions Panel for Mali Neighbours

The Security Council today extended until 31 January 2026 the mandate of its panel.

The representative of Algeria welcomed the vote.

For information media. Not an official record.
""",
        "want": {
            "title": "Security Council Extends Mandate of Sanctions Panel for Mali Neighbours",
            "published": "2025-01-21",
        },
        "body": ["The Security Council today", "The representative of Algeria"],
        "not_coded": ["SC/15988"],
    },
    "state department readout": {
        "text": """U.S. Department of State
Office of the Spokesperson
For Immediate Release
Readout
February 11, 2025

Secretary's Call with Moroccan Foreign Minister

The Secretary of State spoke today with the Moroccan Foreign Minister.

They agreed to meet in March.

###
""",
        "want": {"title": "Secretary's Call with Moroccan Foreign Minister", "published": "2025-02-11"},
        "body": ["The Secretary of State spoke", "They agreed to meet"],
        "not_coded": ["Office of the Spokesperson", "###"],
    },
    "latin american": {
        "text": """Colombia retira a su embajadora en Quito

Por Lucía Andrade
El Cronista Andino | 8 de abril de 2025, 18:30 COT

BOGOTÁ (EFE) - Colombia retiró este martes a su embajadora en Ecuador, informó la cancillería en un comunicado difundido por la tarde.

Quito respondió que lamenta la decisión y pidió diálogo entre los dos países vecinos.

Lea también: Perú cierra su frontera
""",
        "want": {
            "title": "Colombia retira a su embajadora en Quito",
            "byline": "Lucía Andrade",
            "outlet": "El Cronista Andino",
            "published": "2025-04-08T18:30:00-05:00",
            "agencies": ("EFE",),
            "language": "es",
            "dateline": ("BOGOTÁ", None),
        },
        "body": ["Colombia retiró este martes", "Quito respondió"],
        "not_coded": ["Lea también"],
    },
    "african daily": {
        "text": """Kenya summons Ugandan envoy over detained traders
Tuesday, June 03, 2025 — updated on June 04, 2025
By Peter Mwangi | Special Correspondent

File photo: Trucks wait at the Busia border post. PHOTO | FILE

Kenya on Tuesday summoned Uganda's high commissioner over the detention of 11 traders.

Kampala promised to look into the matter.
""",
        "want": {
            "title": "Kenya summons Ugandan envoy over detained traders",
            "published": "2025-06-03",
            "updated": "2025-06-04",
            "byline": "Peter Mwangi",
        },
        "body": ["Kenya on Tuesday summoned", "Kampala promised"],
        "not_coded": ["Special Correspondent"],
    },
    "israeli page": {
        "text": """Cyprus offers to host hostage talks

By Times of Israel Staff
12 May 2025, 4:15 pm IST

JERUSALEM: Cyprus has offered to host a round of talks, an Israeli official said Monday.
Nicosia confirmed the offer in the evening.
""",
        "want": {
            "title": "Cyprus offers to host hostage talks",
            "outlet": "The Times of Israel",
            "published": "2025-05-12T16:15:00+03:00",
            "dateline": ("JERUSALEM", None),
        },
        "body": ["Cyprus has offered", "Nicosia confirmed"],
        "not_coded": ["JERUSALEM:"],
    },
    "chinese agency": {
        "text": """China, Laos vow closer ties
Source: Xinhua   Editor: huaxia   2025-05-20 21:07:15

BEIJING, May 20 (Xinhua) -- China and Laos on Tuesday vowed to deepen cooperation along the railway.

Vientiane thanked Beijing for its help. Enditem
""",
        "want": {
            "title": "China, Laos vow closer ties",
            "outlet": "Xinhua",
            "published": "2025-05-20T21:07:15",
            "dateline": ("BEIJING", "2025-05-20"),
        },
        "body": ["China and Laos on Tuesday", "Vientiane thanked"],
        "not_coded": ["Editor: huaxia"],
    },
    "hard-wrapped mail": {
        "text": """Finland lends Moldova six patrol boats

HELSINKI, Apr 2 (STT) - Finland said on Wednesday that it would lend
Moldova six patrol boats for use on the Prut, after a request that
Chisinau had made in February.

The boats are to arrive in May. Sweden has been asked for more, and
the Swedish government said that it would answer by the summer.
""",
        "want": {
            "title": "Finland lends Moldova six patrol boats",
            "outlet": "STT",
            "dateline": ("HELSINKI", "--04-02"),
        },
        "body": ["Finland said on Wednesday", "The boats are to arrive"],
        "not_coded": ["HELSINKI"],
    },
    "one paragraph a line": {
        "text": """Oslo asked both armies to hold fire, Norwegian minister says
Norway asked both armies on Friday to hold fire for a week, its foreign minister said.
The generals have not replied. One of them told a radio station that he had not seen the letter.
Norway has mediated there since 2011.
Follow us on Telegram
""",
        "want": {
            "title": "Oslo asked both armies to hold fire, Norwegian minister says",
            "outlet": None,
            "published": None,
        },
        "body": ["Norway asked both", "The generals have", "Norway has mediated"],
        "not_coded": ["Follow us"],
    },
    "lone sentence": {
        "text": "Japan protested to Russia over the flight.",
        "want": {"title": None, "standfirst": None, "outlet": None, "boilerplate": ()},
        "body": ["Japan protested to Russia"],
        "not_coded": [],
    },
    "prose from the first word": {
        "text": "Japan protested to Russia over the flight. Tokyo called it unacceptable.\n\nMoscow said on 5 October 2024 that its crews had kept to the rules.\n\nBoth sides agreed to talk.",
        "want": {"title": None, "boilerplate": (), "published": None},
        "body": ["Japan protested", "Moscow said on 5", "Both sides agreed"],
        "not_coded": [],
    },
    "pakistani ministry": {
        "text": """Government of Pakistan
Ministry of Foreign Affairs
(Office of the Spokesperson)
***
PRESS RELEASE
PR. NO. 41/2025
Islamabad, 12 February 2025

Pakistan Welcomes Ceasefire in Eastern Congo

Pakistan welcomes the ceasefire that the parties agreed in Luanda.

It urges all sides to honour it.
""",
        "want": {
            "title": "Pakistan Welcomes Ceasefire in Eastern Congo",
            "published": "2025-02-12",
            "dateline": ("Islamabad", "2025-02-12"),
        },
        "body": ["Pakistan welcomes the ceasefire", "It urges all"],
        "not_coded": ["PR. NO.", "Government of Pakistan"],
    },
    "transcript": {
        "text": """Department Press Briefing

MR. HALE: Good afternoon. The Secretary will travel to Lima on Monday.

QUESTION: Has Peru asked for the visit?

MR. HALE: Peru invited us in March.
""",
        "want": {"title": "Department Press Briefing", "dateline": None},
        "body": ["MR. HALE: Good", "QUESTION: Has", "MR. HALE: Peru"],
        "not_coded": [],
    },
    "masthead first": {
        "text": """Baltic Weekly Herald
WORLD
Latvia bars two Belarusian trucks firms over migrant route
6 May 2025 | 13:40 EEST
Inga Kalnina in Daugavpils

Latvia barred two Belarusian haulage firms on Tuesday, accusing them of carrying migrants.

Minsk denied it.
""",
        "want": {
            "title": "Latvia bars two Belarusian trucks firms over migrant route",
            "outlet": "Baltic Weekly Herald",
            "published": "2025-05-06T13:40:00+03:00",
            "byline": "Inga Kalnina",
        },
        "body": ["Latvia barred two", "Minsk denied"],
        "not_coded": ["WORLD"],
    },
}

PAGES: dict[str, dict[str, Any]] = {
    "json-ld graph": {
        "html": """<html lang="en-IN"><head><title>India hands note to Dhaka - Deccan Mirror</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#org","name":"Deccan Mirror"},
{"@type":"WebPage","name":"x"},{"@type":["NewsArticle"],"headline":"India hands note to Dhaka","datePublished":"2025-03-02T08:00:00+0530",
"dateModified":"2025-03-02T09:30:00+05:30","publisher":{"@id":"#org"},"author":[{"name":"Kiran Rao"},{"name":"Asha Pillai"}],"keywords":"India, Bangladesh"}]}</script></head>
<body><nav><a href="/">Home</a></nav><div class="story-page"><h1>India hands note to Dhaka</h1><h2 class="sub-headline">Delhi asks for the return of two boats</h2>
<div class="story-body"><p><strong>NEW DELHI:</strong> India on Sunday handed Bangladesh a note asking for the return of two fishing boats.</p>
<p><a href="/x">Also read: Dhaka buys rice from Hanoi</a></p><p>Dhaka said it was studying the request and would reply within a week.</p>
<div class="ad">Advertisement</div><p>The boats were seized in January off Cox's Bazar.</p></div></div></body></html>""",
        "want": {
            "title": "India hands note to Dhaka",
            "outlet": "Deccan Mirror",
            "published": "2025-03-02T08:00:00+05:30",
            "updated": "2025-03-02T09:30:00+05:30",
            "byline": "Kiran Rao, Asha Pillai",
            "tags": ("India", "Bangladesh"),
            "standfirst": "Delhi asks for the return of two boats",
            "dateline": ("NEW DELHI", None),
        },
        "body": ["India on Sunday handed", "Dhaka said it was", "The boats were seized"],
        "not_coded": ["Also read", "Hanoi", "Advertisement"],
    },
    "no semantic markup": {
        "html": """<html><head><title>Why Chad matters — The Sahel Notebook</title></head><body><div class="a1"><div class="b2"><div class="c3">Why Chad matters</div>
<div class="c4">Amina Oumar</div><div class="c4">3 min read</div></div>
<div class="d5"><div class="e6">Chad asked France in November to withdraw its soldiers, and Paris agreed within a day to do so by the end of January.</div>
<div class="e6">The last French plane left N'Djamena on a Thursday evening, with little ceremony and no music at all.</div>
<div class="e6">Turkey has since offered to train pilots there.</div></div><div class="f7"><a href="/1">Older post</a> <a href="/2">Newer post</a></div></div></body></html>""",
        "want": {"title": "Why Chad matters", "outlet": "The Sahel Notebook"},
        "body": ["Chad asked France", "The last French plane", "Turkey has since"],
        "not_coded": ["min read", "Older post"],
    },
    "amp": {
        "html": """<!doctype html><html amp lang="pt"><head><meta charset="utf-8"><title>Brasil convoca embaixador | Folha do Planalto</title>
<meta property="og:site_name" content="Folha do Planalto"><meta property="article:published_time" content="2025-04-01T12:00:00-03:00"></head>
<body><amp-sidebar id="s"><ul><li>Início</li></ul></amp-sidebar><header>Folha do Planalto</header><article><h1>Brasil convoca embaixador</h1>
<amp-img src="x"></amp-img><figure><amp-img src="y.jpg"></amp-img><figcaption>O chanceler em Brasília. Foto: Agência Brasil</figcaption></figure>
<p>O Brasil convocou nesta terça-feira o embaixador em Caracas para consultas, informou o Itamaraty em nota.</p>
<p>A Venezuela disse que lamenta a decisão do governo brasileiro e pediu respeito entre os dois países.</p><amp-ad>x</amp-ad></article></body></html>""",
        "want": {
            "title": "Brasil convoca embaixador",
            "outlet": "Folha do Planalto",
            "published": "2025-04-01T12:00:00-03:00",
            "language": "pt",
            "agencies": ("Agência Brasil",),
        },
        "body": ["O Brasil convocou", "A Venezuela disse"],
        "not_coded": ["Início", "Foto:"],
    },
    "live blog": {
        "html": """<html lang="en"><head><title>Live: Geneva talks</title><meta property="og:site_name" content="Alpine Post"><script type="application/ld+json">
[{"@type":"LiveBlogPosting","headline":"Live: Geneva talks","datePublished":"2025-02-05T07:00:00Z","liveBlogUpdate":[
{"@type":"BlogPosting","headline":"Delegations arrive","articleBody":"The Syrian and Lebanese delegations arrived at the Palais at nine o'clock."},
{"@type":"BlogPosting","headline":"","articleBody":"Lebanon asked for a break of one hour, which the Syrian side refused."}]}]</script></head><body><div id="root"></div></body></html>""",
        "want": {"title": "Live: Geneva talks", "outlet": "Alpine Post", "published": "2025-02-05T07:00:00+00:00"},
        "body": ["Delegations arrive", "The Syrian and Lebanese", "Lebanon asked for"],
        "not_coded": [],
    },
    "wordpress": {
        "html": """<html lang="en-US"><head><title>Ghana recalls envoy to Burkina Faso &#8211; Accra Times</title></head>
<body class="single has-sidebar menu-open"><div id="page"><header id="masthead"><p class="site-title">Accra Times</p></header>
<article id="post-9" class="post tag-ghana"><header class="entry-header"><h1 class="entry-title">Ghana recalls envoy to Burkina Faso</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date" datetime="2025-06-11T16:20:00+00:00">June 11, 2025</time></span>
<span class="byline"> by <span class="author"><a href="/a">Kofi Mensah</a></span></span></div></header>
<div class="entry-content"><div class="wp-caption"><img src="a.jpg"/><p class="wp-caption-text">The embassy in Ouagadougou (Photo: GNA)</p></div>
<p>ACCRA, June 11 (GNA) &#8211; Ghana on Wednesday recalled its envoy to Burkina Faso for consultations.</p>
<p>Ouagadougou has not yet commented on the step, which follows a shooting at the border.</p>
<blockquote><p>&#8220;We want answers,&#8221; the minister said.</p></blockquote>
<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li><a>Twitter</a></li></ul></div></div>
<footer class="entry-footer"><span class="tags-links">Tagged <a href="/t/g" rel="tag">Ghana</a>, <a href="/t/b" rel="tag">Burkina Faso</a></span></footer></article>
<div id="comments"><h2>2 thoughts on this</h2><p>First commenter says that the envoy should never have been sent there at all, in his view.</p></div>
<aside id="secondary"><h2>Recent Posts</h2><ul><li><a>Togo signs port deal with Italy</a></li></ul></aside></div></body></html>""",
        "want": {
            "title": "Ghana recalls envoy to Burkina Faso",
            "outlet": "Accra Times",
            "published": "2025-06-11T16:20:00+00:00",
            "byline": "Kofi Mensah",
            "tags": ("Ghana", "Burkina Faso"),
            "agencies": ("GNA",),
            "dateline": ("ACCRA", "2025-06-11"),
        },
        "body": ["Ghana on Wednesday recalled", "Ouagadougou has not", "“We want answers,”"],
        "not_coded": ["commenter", "Togo signs", "Share this", "ACCRA, June"],
    },
    "old table layout": {
        "html": """<HTML><HEAD><TITLE>Foreign Ministry of Atlantis: Statement</TITLE></HEAD><BODY><TABLE><TR><TD WIDTH=150><A HREF="/">Home</A><BR><A HREF="/n">News</A></TD>
<TD><H3>Statement on the visit of the Omani delegation</H3>Muscat, 3 May 2025<BR><BR>The Omani delegation visited the ministry today and met the deputy minister for an hour.
<BR><BR>Both sides agreed to open a joint committee on fisheries before the end of the year.<BR><BR>The delegation leaves on Sunday.</TD></TR></TABLE></BODY></HTML>""",
        "want": {"title": "Statement on the visit of the Omani delegation", "published": "2025-05-03"},
        "body": ["The Omani delegation visited", "Both sides agreed", "The delegation leaves"],
        "not_coded": ["Muscat, 3 May", "News"],
    },
    "gulf page, visible times only": {
        "html": """<html lang="en"><head><title>Qatar hosts Afghan talks | Doha Gazette</title></head><body><div class="top-menu"><a>World</a></div><section class="article-wrap">
<h1>Qatar hosts Afghan talks</h1><div class="art-info">Published: 02-06-2025 21:05 GMT+3 <br> Last updated: 02-06-2025 22:40 GMT+3</div>
<p class="intro-text">Envoys of nine states came to Doha.</p>
<div class="art-text"><p>Doha (QNA) - Qatar on Monday hosted envoys of nine states for talks about Afghanistan, the foreign ministry said.</p>
<ul><li>China sent its special envoy</li><li>Iran stayed away</li></ul>
<p>The envoys called on Kabul to let girls return to school.</p><p>Agencies</p></div></section><div class="more-news"><h4>More news</h4><p>Kuwait refuses to extend the fishing accord with its neighbour, officials said.</p></div></body></html>""",
        "want": {
            "title": "Qatar hosts Afghan talks",
            "outlet": "Doha Gazette",
            "published": "2025-06-02T21:05:00+03:00",
            "updated": "2025-06-02T22:40:00+03:00",
            "standfirst": "Envoys of nine states came to Doha.",
            "agencies": ("QNA",),
        },
        "body": ["Qatar on Monday hosted", "China sent its", "Iran stayed away", "The envoys called on"],
        "not_coded": ["Kuwait refuses", "Doha (QNA)", "Published:"],
    },
}
