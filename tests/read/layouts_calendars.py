"""Heads of other calendars, embassies, courts and older wires, written after the rules of ``layouts_archives``; see ``layouts`` for the keys."""

from typing import Any

PLAIN: dict[str, dict[str, Any]] = {
    "gulf release": {
        "text": """Kingdom of Saudi Arabia
Ministry of Foreign Affairs

Riyadh, 4 Ramadan 1444H corresponding to 26 March 2023

Statement on the attack on a mosque in Kano

The Ministry of Foreign Affairs expresses the Kingdom's condemnation of the attack on a mosque in Kano.

It conveys condolences to Nigeria.
""",
        "want": {"title": "Statement on the attack on a mosque in Kano", "published": "2023-03-26"},
        "body": ["The Ministry of Foreign", "It conveys"],
        "not_coded": ["1444H"],
    },
    "nepal": {
        "text": """Government of Nepal
Ministry of Foreign Affairs
Singha Durbar, Kathmandu

Press Release

Kathmandu, 25 Baisakh 2078 (8 May 2021)

Nepal receives oxygen cylinders from China

The Government of the People's Republic of China handed over 400 oxygen cylinders to Nepal today.

Nepal thanked China.
""",
        "want": {"title": "Nepal receives oxygen cylinders from China", "published": "2021-05-08"},
        "body": ["The Government of the People", "Nepal thanked"],
        "not_coded": ["Singha Durbar", "Baisakh"],
    },
    "thai mfa": {
        "text": """Press Release : Thailand and Lao PDR to open second bridge
8 Feb 2024

Thailand and the Lao PDR agreed to open a second bridge at Bueng Kan.

Work will end in June.

Last updated 9 Feb 2024
""",
        "want": {"published": "2024-02-08", "updated": "2024-02-09"},
        "body": ["Thailand and the Lao", "Work will"],
        "not_coded": ["Last updated"],
    },
    "vietnamplus": {
        "text": """Politics
Vietnam, Laos sign border protocol
VNA  Thursday, August 10, 2017 11:20 GMT+7

Vietnam and Laos signed a protocol on their border on Wednesday.

It takes effect in September.
""",
        "want": {"title": "Vietnam, Laos sign border protocol", "published": "2017-08-10T11:20:00+07:00"},
        "body": ["Vietnam and Laos signed", "It takes"],
        "not_coded": ["VNA"],
    },
    "us embassy": {
        "text": """U.S. Embassy Juba
July 20, 2016 | 3 MINUTE READ
Topics: Press Releases

Statement on Violence in Juba

The United States condemns the violence in Juba and urges both leaders to restrain their troops.

We have ordered the departure of some staff.
""",
        "want": {"title": "Statement on Violence in Juba", "published": "2016-07-20"},
        "body": ["The United States condemns", "We have"],
        "not_coded": ["MINUTE READ"],
    },
    "old immediate": {
        "text": """FOR IMMEDIATE RELEASE: Wednesday, April 17, 1996

LIBERIA: FACTION LEADERS MEET IN ACCRA

Leaders of the Liberian factions met in Accra on Tuesday at the invitation of Ghana.

They agreed on a truce.

-30-
""",
        "want": {"title": "LIBERIA: FACTION LEADERS MEET IN ACCRA", "published": "1996-04-17"},
        "body": ["Leaders of the Liberian", "They agreed"],
        "not_coded": ["IMMEDIATE", "-30-"],
    },
    "irin": {
        "text": """IRIN
humanitarian news and analysis
a service of the UN Office for the Coordination of Humanitarian Affairs

CHAD-SUDAN: Borders to reopen

N'DJAMENA, 10 February 2010 (IRIN) - Chad and Sudan have agreed to reopen their border after seven years.

Joint patrols will start in March.

nr/he/cb

[This report does not necessarily reflect the views of the United Nations]
""",
        "want": {"title": "CHAD-SUDAN: Borders to reopen", "published": "2010-02-10"},
        "body": ["Chad and Sudan have", "Joint patrols"],
        "not_coded": ["nr/he", "does not necessarily", "humanitarian news"],
    },
    "rfe": {
        "text": """Tajikistan Protests To Kyrgyzstan Over Water Intake

April 29, 2021 17:40 GMT

By RFE/RL's Tajik Service

DUSHANBE -- Tajikistan has protested to Kyrgyzstan over cameras at a water intake on their border.

Bishkek rejected the protest.

With reporting by AP and Interfax
""",
        "want": {
            "title": "Tajikistan Protests To Kyrgyzstan Over Water Intake",
            "published": "2021-04-29T17:40:00+00:00",
        },
        "body": ["Tajikistan has protested", "Bishkek rejected"],
        "not_coded": ["With reporting", "Tajik Service"],
    },
    "voa": {
        "text": """Sudan Recalls Envoy From Ethiopia
VOA News
February 17, 2021 06:14 PM

Share
WhatsApp Share Print

KHARTOUM - Sudan recalled its ambassador from Ethiopia on Wednesday.

Addis Ababa expressed regret.
""",
        "want": {"title": "Sudan Recalls Envoy From Ethiopia", "published": "2021-02-17T18:14:00"},
        "body": ["Sudan recalled", "Addis Ababa expressed"],
        "not_coded": ["WhatsApp", "VOA"],
    },
    "mercopress": {
        "text": """MercoPress. South Atlantic News Agency
Montevideo, March 12th 2013 - 10:05 UTC

Falklanders vote to stay British; Argentina rejects ballot

Tuesday, March 12th 2013 - 05:21 UTC

Falkland Islanders voted to remain British by a large majority.

Argentina rejected the ballot.
""",
        "want": {"title": "Falklanders vote to stay British; Argentina rejects ballot"},
        "body": ["Falkland Islanders voted", "Argentina rejected"],
        "not_coded": ["MercoPress"],
    },
    "reliefweb": {
        "text": """Source: Government of the United Kingdom
Posted: 8 Jan 2021
Originally published: 7 Jan 2021
Origin: View original

UK gives aid to Yemen as parties meet in Amman

The United Kingdom announced aid for Yemen on Thursday.

The parties are to meet in Amman next week.
""",
        "want": {"title": "UK gives aid to Yemen as parties meet in Amman"},
        "body": ["The United Kingdom announced", "The parties are"],
        "not_coded": ["Origin", "Source:"],
    },
    "ics": {
        "text": """INTERNATIONAL COURT OF JUSTICE
Peace Palace, Carnegieplein 2, 2517 KJ The Hague, Netherlands
Tel.: +31 (0)70 302 2323 Fax: +31 (0)70 364 9928
Website: www.icj-cij.example
Press Release
Unofficial
No. 2021/20
24 September 2021

Armenia and Azerbaijan institute proceedings

On 16 September 2021 Armenia instituted proceedings against Azerbaijan before the Court.

Azerbaijan followed on 23 September.
""",
        "want": {"title": "Armenia and Azerbaijan institute proceedings", "published": "2021-09-24"},
        "body": ["On 16 September", "Azerbaijan followed"],
        "not_coded": ["Carnegieplein", "Unofficial"],
    },
    "bulletin": {
        "text": """SADC SECRETARIAT
Communiqué of the Extraordinary Summit
Maputo, Republic of Mozambique
23 June 2021

1. The Extraordinary Summit of SADC was held in Maputo on 23 June 2021.

2. Summit approved the deployment of a force to Cabo Delgado.

DONE AT MAPUTO
23 JUNE 2021
""",
        "want": {"published": "2021-06-23"},
        "body": ["1. The Extraordinary", "2. Summit approved"],
        "not_coded": ["DONE AT"],
    },
    "two dates": {
        "text": """Bogota and Caracas reopen embassies

Caribbean Ledger | Bogota | 29 Aug 2022 14:02 | Updated: 29 Aug 2022 18:45

Colombia and Venezuela exchanged ambassadors on Monday.

Trade will follow.

Contact the newsroom: news@cl.example
""",
        "want": {
            "title": "Bogota and Caracas reopen embassies",
            "published": "2022-08-29T14:02:00",
            "updated": "2022-08-29T18:45:00",
            "outlet": "Caribbean Ledger",
        },
        "body": ["Colombia and Venezuela exchanged", "Trade will"],
        "not_coded": ["newsroom"],
    },
    "print of an archive": {
        "text": """SIERRA ARCHIVE DESK - print copy made 3 May 2020 for reader 17
Source: Agencia Sierra, English desk
Original publication: 9 March 2011, 08:05 Lima time (UTC-05:00)
Page 1 of 2

Lima recalls its envoy from Quito

LIMA, March 9 (Sierra) - Peru recalled its ambassador from Ecuador on Tuesday.

Quito called it a mistake.

SIERRA jl/pq
""",
        "want": {"title": "Lima recalls its envoy from Quito", "published": "2011-03-09T08:05:00-05:00"},
        "body": ["Peru recalled its", "Quito called"],
        "not_coded": ["Page 1", "jl/pq"],
    },
    "au tweet thread": {
        "text": """Moussa Faki Mahamat @AUC_MoussaFaki
10:42 AM · Apr 15, 2023

I call on the Sudanese Armed Forces and the Rapid Support Forces to halt the fighting at once.

I urge them to return to talks.

1,204 Retweets 88 Quote Tweets 3,410 Likes
""",
        "want": {"published": "2023-04-15T10:42:00"},
        "body": ["I call on", "I urge"],
        "not_coded": ["Retweets"],
    },
}
PAGES: dict[str, dict[str, Any]] = {
    "gov page": {
        "html": "<html><head><title>Readout of call | PMO</title></head><body><nav><a href=/>Home</a></nav><main><h1>Prime Minister speaks with President of Kenya</h1><p>Office of the Prime Minister</p><p>Ottawa, Ontario - 3 May 2023</p><p>Today, the Prime Minister spoke with the President of Kenya, William Ruto, about the fighting in Sudan and the evacuation of Canadians.</p><p>The two leaders called for a lasting ceasefire and thanked Djibouti for its help.</p><h2>Contacts</h2><p>Media Relations: 613-555-0110</p><h2>Related links</h2><ul><li><a href=/a>Canada and Kenya</a></li></ul></main><footer>© Government</footer></body></html>",
        "want": {"title": "Prime Minister speaks with President of Kenya", "published": "2023-05-03"},
        "body": ["Today, the Prime Minister", "The two leaders"],
        "not_coded": ["613-555", "Canada and Kenya"],
    },
    "blog page": {
        "html": "<html><head><title>Oman Briefs</title></head><body><div class=post><h2 class=title>Muscat takes a message to Tehran</h2><div class=meta>Posted by Salim on Tuesday, 14 June 2011 at 9:20 PM</div><p>Oman's foreign minister flew to Tehran on Monday with a message from Washington, two diplomats in Muscat said on Tuesday.</p><p>Iran has not answered, and the American embassy in Muscat declined to comment on the trip.</p><div class=share>Share | Tweet</div></div></body></html>",
        "want": {"title": "Muscat takes a message to Tehran", "published": "2011-06-14T21:20:00"},
        "body": ["Oman's foreign minister", "Iran has not"],
        "not_coded": ["Posted by"],
    },
}
