"""Heads of archives, agencies and pages without marks for machines, written after the rules of ``layouts_heads``; see ``layouts`` for the keys."""

from typing import Any

PLAIN: dict[str, dict[str, Any]] = {
    "nexis": {
        "text": """Copyright 2012 Guardian Newspapers Limited
The Guardian (London) - Final Edition

March 5, 2012 Monday

Israel and US at odds over red lines on Iran

BYLINE: Harriet Sherwood in Jerusalem

SECTION: GUARDIAN INTERNATIONAL PAGES; Pg. 16

LENGTH: 756 words

Binyamin Netanyahu will press Barack Obama on Monday to set red lines for Iran.

The White House has refused so far.

LOAD-DATE: March 5, 2012

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper
""",
        "want": {"title": "Israel and US at odds over red lines on Iran", "published": "2012-03-05"},
        "body": ["Binyamin Netanyahu", "The White House"],
        "not_coded": ["Pg. 16", "LENGTH", "LOAD-DATE", "Copyright"],
    },
    "bbc monitoring": {
        "text": """BBC Monitoring Africa - Political
Supplied by BBC Worldwide Monitoring

July 9, 2009 Thursday

Eritrean leader rejects Djibouti border talks

SOURCE: Shabait website, Asmara, in English 8 Jul 09

LENGTH: 312 words

Text of report in English by Eritrean information ministry website Shabait on 8 July

President Isaias Afewerki rejected talks with Djibouti on the border dispute.

He said there was no problem to discuss.
""",
        "want": {"title": "Eritrean leader rejects Djibouti border talks", "published": "2009-07-09"},
        "body": ["Text of report", "President Isaias", "He said"],
        "not_coded": ["LENGTH", "SOURCE"],
    },
    "white house": {
        "text": """THE WHITE HOUSE
Office of the Press Secretary
_______________________________________
For Immediate Release                      November 24, 2013

Readout of the President's Call with Prime Minister Netanyahu of Israel

The President called Prime Minister Netanyahu of Israel today to discuss the interim accord with Iran.

The two leaders reaffirmed their goal.

###
""",
        "want": {
            "title": "Readout of the President's Call with Prime Minister Netanyahu of Israel",
            "published": "2013-11-24",
        },
        "body": ["The President called", "The two leaders"],
        "not_coded": ["Office of the Press"],
    },
    "downing street": {
        "text": """Press release

PM call with President Zelenskyy: 14 June 2023

The Prime Minister spoke to President Zelenskyy of Ukraine this morning.

From: Prime Minister's Office, 10 Downing Street
Published 14 June 2023

The Prime Minister spoke to President Volodymyr Zelenskyy of Ukraine this morning about the counter-offensive.

He welcomed progress.

Published 14 June 2023
""",
        "want": {"title": "PM call with President Zelenskyy: 14 June 2023", "published": "2023-06-14"},
        "body": ["The Prime Minister spoke to President Volodymyr", "He welcomed"],
        "not_coded": ["10 Downing"],
    },
    "ethiopian": {
        "text": """Ethiopian News Agency (ENA)
Addis Ababa, January 2/2024 (ENA) Ethiopia and Somaliland signed a memorandum on access to the sea on Monday.

Somalia has rejected the accord.
""",
        "want": {"published": "2024-01-02"},
        "body": ["Ethiopia and Somaliland", "Somalia has"],
        "not_coded": ["News Agency"],
    },
    "saudi": {
        "text": """Saudi Crown Prince Receives Pakistani Prime Minister

Jeddah, Shawwal 26, 1443, May 27, 2022, SPA -- The Crown Prince received the Prime Minister of Pakistan here today.

They reviewed ties.

--SPA
17:44 LOCAL TIME 14:44 GMT
0019
www.spa.gov.example/w1731234
""",
        "want": {"title": "Saudi Crown Prince Receives Pakistani Prime Minister", "published": "2022-05-27"},
        "body": ["The Crown Prince received", "They reviewed"],
        "not_coded": ["LOCAL TIME", "0019", "Shawwal"],
    },
    "kuna": {
        "text": """KUNA: Kuwait urges Iran to respect maritime border
Politics    7/26/2023 8:14:00 PM

KUWAIT, July 26 (KUNA) -- Kuwait's foreign minister urged Iran on Wednesday to respect their maritime border. (end)

mt.gb
KUNA 262014 Jul 23NNNN
""",
        "want": {"published": "2023-07-26T20:14:00"},
        "body": ["Kuwait's foreign minister"],
        "not_coded": ["mt.gb", "NNNN", "(end)"],
    },
    "ap datelines old": {
        "text": """AP Exclusive: Honduras to expel Cuban doctors
April 12, 2006

TEGUCIGALPA, Honduras (AP) _ Honduras will send home 120 Cuban doctors, the health minister said Wednesday.

Havana protested.

___

Associated Press writer Freddy Cuevas contributed to this report.
""",
        "want": {"title": "AP Exclusive: Honduras to expel Cuban doctors", "published": "2006-04-12"},
        "body": ["Honduras will send", "Havana protested"],
        "not_coded": ["contributed"],
    },
    "un secretary general": {
        "text": """United Nations
Secretary-General
SG/SM/21612
20 December 2022

Secretary-General, in Message, Welcomes Truce between Armenia, Azerbaijan

Following is UN Secretary-General António Guterres' message, delivered in Yerevan today:

I welcome the truce between Armenia and Azerbaijan.

I urge both sides to respect it.

* *** *
For information media. Not an official record.
""",
        "want": {
            "title": "Secretary-General, in Message, Welcomes Truce between Armenia, Azerbaijan",
            "published": "2022-12-20",
        },
        "body": ["Following is", "I welcome", "I urge"],
        "not_coded": ["SG/SM", "information media"],
    },
    "asean chair": {
        "text": """ASEAN Chairman's Statement on the Situation in Myanmar
Bandar Seri Begawan, 1 February 2021

1. ASEAN Member States have closely followed the developments in Myanmar.

2. We encourage the pursuance of dialogue.

***
""",
        "want": {"title": "ASEAN Chairman's Statement on the Situation in Myanmar", "published": "2021-02-01"},
        "body": ["1. ASEAN", "2. We"],
        "not_coded": ["Bandar Seri Begawan, 1"],
    },
    "gcc": {
        "text": """General Secretariat of the Gulf Cooperation Council
Media Department

Date: 17/01/2022

Secretary General condemns Houthi attack on Abu Dhabi

Riyadh - The Secretary General of the Cooperation Council condemned the attack on Abu Dhabi on Monday.

He said the Council stood with the UAE.
""",
        "want": {"title": "Secretary General condemns Houthi attack on Abu Dhabi", "published": "2022-01-17"},
        "body": ["The Secretary General of the Cooperation", "He said"],
        "not_coded": ["Media Department"],
    },
    "brazil": {
        "text": """MINISTRY OF FOREIGN AFFAIRS
Press Office
Note to the press no. 56
18 March 2019

Joint Statement by Brazil and Paraguay on the Itaipu Treaty

The Governments of Brazil and Paraguay agreed to review Annex C of the Itaipu Treaty.

Talks will begin in June.

[Portuguese version]
""",
        "want": {"title": "Joint Statement by Brazil and Paraguay on the Itaipu Treaty", "published": "2019-03-18"},
        "body": ["The Governments of Brazil", "Talks will"],
        "not_coded": ["Press Office", "Portuguese version"],
    },
    "mexico": {
        "text": """SRE
Comunicado No. 113
Mexico City, March 16, 2023

Mexico recalls ambassador from Lima

The Foreign Ministry announces that it has recalled its ambassador from Peru.

Mexico regrets the decision of Lima.

---000---
""",
        "want": {"title": "Mexico recalls ambassador from Lima", "published": "2023-03-16"},
        "body": ["The Foreign Ministry announces", "Mexico regrets"],
        "not_coded": ["Comunicado", "---000"],
    },
    "kenya daily": {
        "text": """NATION
Monday July 2 2018

Museveni, Uhuru to launch border bridge

By AGGREY MUTAMBO
More by this Author

IN SUMMARY
• Bridge to cut travel time
• Talks on fish next

The presidents of Kenya and Uganda will open a border bridge at Sio Port on Friday.

Kampala has agreed to free ten fishermen.

amutambo@ke.example.com
""",
        "want": {
            "title": "Museveni, Uhuru to launch border bridge",
            "published": "2018-07-02",
            "byline": "AGGREY MUTAMBO",
        },
        "not_coded": ["More by this", "IN SUMMARY", "@ke"],
        "body": ["• Bridge to cut", "• Talks on fish", "The presidents of Kenya", "Kampala has"],
    },
    "nigerian": {
        "text": """Nigeria, Cameroon resume Bakassi demarcation
On December 11, 2019 3:23 pm
In News by Emmanuel Okogba

Kindly Share This Story:

Nigeria and Cameroon have resumed the demarcation of their border, the UN said on Wednesday.

The work should end in 2020.

Vanguard News
""",
        "want": {"title": "Nigeria, Cameroon resume Bakassi demarcation", "published": "2019-12-11T15:23:00"},
        "body": ["Nigeria and Cameroon have", "The work should"],
        "not_coded": ["Kindly", "Vanguard News", "In News by"],
    },
    "balkan": {
        "text": """Balkan Insight
Milica Stojanovic | Belgrade | BIRN | September 20, 2021 16:02

Kosovo Plates Row: NATO Patrols Near Border

KFOR stepped up its patrols in northern Kosovo on Monday after Pristina banned Serbian plates.

Belgrade protested.
""",
        "want": {"title": "Kosovo Plates Row: NATO Patrols Near Border", "published": "2021-09-20T16:02:00"},
        "body": ["KFOR stepped", "Belgrade protested"],
        "not_coded": ["BIRN"],
    },
    "dw style": {
        "text": """POLITICS | GERMANY

Berlin expels two Iranian diplomats
02/22/2023February 22, 2023

The Foreign Office declared two members of the Iranian embassy unwelcome over a death sentence.

Tehran called the step provocative.

ab/fb (AFP, dpa)
""",
        "want": {"title": "Berlin expels two Iranian diplomats", "published": "2023-02-22"},
        "body": ["The Foreign Office declared", "Tehran called"],
        "not_coded": ["ab/fb", "GERMANY"],
    },
    "afp style": {
        "text": """Mali junta orders French envoy out

Issued on: 31/01/2022 - 18:22

Bamako (AFP) – Mali's junta on Monday gave the French ambassador 72 hours to leave.

France took note of the decision.

© 2022 AFP
""",
        "want": {"title": "Mali junta orders French envoy out", "published": "2022-01-31T18:22:00"},
        "body": ["Mali's junta on Monday", "France took"],
        "not_coded": ["Issued on"],
    },
    "tass": {
        "text": """19 Jul 2021, 14:25
Russia, Norway hold consultations on Arctic
MOSCOW, July 19. /TASS/. Russia and Norway held consultations on the Arctic on Monday, the Foreign Ministry said.

The sides discussed fishing.
Tags
RussiaNorway
""",
        "want": {"title": "Russia, Norway hold consultations on Arctic", "published": "2021-07-19T14:25:00"},
        "body": ["Russia and Norway held", "The sides"],
        "not_coded": ["RussiaNorway"],
    },
    "blog": {
        "text": """Why Windhoek Turned Down the Offer
by Petrus Haufiku
Posted on August 3, 2016 by editor
Filed under: Foreign policy, SADC

Namibia turned down a Chinese offer to build a naval base at Walvis Bay.

It fears a row with Pretoria.

Like this:
Like Loading...
""",
        "want": {"title": "Why Windhoek Turned Down the Offer", "published": "2016-08-03"},
        "body": ["Namibia turned", "It fears"],
        "not_coded": ["Filed under", "Like this"],
    },
    "mid email chain": {
        "text": """---------- Forwarded message ---------
From: Embassy Press <press@emb.example.org>
Date: Tue, Mar 3, 2020 at 4:05 PM
Subject: Fwd: Statement on Lesotho
To: <list@example.org>

South Africa urges all parties in Lesotho to respect the accord brokered by SADC.

It will send an envoy to Maseru.

Sent from my iPhone
""",
        "want": {"title": "Statement on Lesotho", "published": "2020-03-03T16:05:00"},
        "body": ["South Africa urges", "It will send"],
        "not_coded": ["Forwarded", "iPhone"],
    },
    "thai": {
        "text": """Bangkok Courier
Published : 11 Sep 2025 at 10:20   Newspaper section: News   writer: Apinya Wip

Thailand, Cambodia agree to clear mines

Thailand and Cambodia agreed on Wednesday to clear mines along their border.

The pact was reached in Koh Kong.
""",
        "want": {"title": "Thailand, Cambodia agree to clear mines", "published": "2025-09-11T10:20:00"},
        "body": ["Thailand and Cambodia agreed", "The pact"],
        "not_coded": ["Newspaper section"],
    },
    "russian mfa": {
        "text": """Press release on consultations with Nicaragua
1024-12-05-2021

On May 12, consultations on arms control were held in Moscow between Russia and Nicaragua.

The sides praised their cooperation.

12 May 2021
""",
        "want": {"published": "2021-05-12"},
        "body": ["On May 12", "The sides"],
        "not_coded": ["1024-12"],
    },
    "iaea": {
        "text": """IAEA Director General Statement on Verification in Iran
19/2021
Vienna, Austria

23 February 2021 | 20:05 CET

Iran has stopped implementing voluntary measures, the Director General told the Board.

He called on Iran to resume cooperation.

Press contacts
Fredrik Dahl, Senior Press Officer, [+43 699] 165 22443
""",
        "want": {
            "title": "IAEA Director General Statement on Verification in Iran",
            "published": "2021-02-23T20:05:00+01:00",
        },
        "body": ["Iran has stopped", "He called"],
        "not_coded": ["Senior Press", "19/2021"],
    },
}


def page(body: str, head: str = "") -> str:
    """A page around a body."""
    return "<html><head>" + head + "</head><body>" + body + "</body></html>"


PAGES: dict[str, dict[str, Any]] = {
    "ministry page without meta": {
        "html": page(
            """<div id=top><a href="/">Home</a> | <a href="/n">News</a></div><div class="content"><h2>Belize protests Guatemalan patrols on the Sarstoon</h2><p>Belmopan, 14 June 2021</p><p>The Ministry of Foreign Affairs of Belize has protested against the patrols of the Guatemalan navy on the Sarstoon river and asked for an explanation.</p><p>Belize reiterated its commitment to a peaceful settlement through the International Court of Justice.</p><p>For more information, contact the Press Office, tel: +501 822 2322</p></div><div id=footer>Copyright 2021</div>""",
            "<title>Ministry of Foreign Affairs | Belize</title>",
        ),
        "want": {"title": "Belize protests Guatemalan patrols on the Sarstoon", "published": "2021-06-14"},
        "body": ["The Ministry of Foreign Affairs", "Belize reiterated"],
        "not_coded": ["Press Office"],
    },
    "release page": {
        "html": page(
            """<article><h1>OECS condemns coup attempt</h1><div class="date">Tuesday, March 1, 2016</div><p>CASTRIES, Saint Lucia - The Organisation of Eastern Caribbean States condemned the attempt to seize power in Dominica and called for calm.</p><p>It thanked the Government of Barbados for its offer of police officers, which arrived on Monday.</p><h3>Contact us</h3><p>OECS Communications Unit</p><p>Tel: +1 758 455 6363</p></article>""",
            "<title>OECS condemns coup attempt - OECS</title>",
        ),
        "want": {"title": "OECS condemns coup attempt", "published": "2016-03-01"},
        "body": ["The Organisation of Eastern", "It thanked"],
        "not_coded": ["Communications Unit"],
    },
    "live page": {
        "html": page(
            """<main><h1>Gabon coup: neighbours close borders – live updates</h1><p>Last updated 30 August 2023 17:40 WAT</p><div class="entry"><time>17:31</time><h3>Cameroon closes border</h3><p>Cameroon has closed its border with Gabon, the interior ministry in Yaoundé said in a statement read on state television.</p></div><div class="entry"><time>16:10</time><h3>France condemns coup</h3><p>France condemned the coup and asked the soldiers to respect the result of the election, a government spokesman in Paris said.</p></div></main>""",
            "<title>Gabon coup: neighbours close borders – live updates</title>",
        ),
        "want": {"updated": "2023-08-30T17:40:00+01:00"},
        "body": ["Cameroon closes", "Cameroon has closed", "France condemns", "France condemned"],
        "not_coded": ["17:31"],
    },
}
