"""Heads and tails of releases, readouts, state agencies, transcripts, mails and old wires; see ``layouts`` for the keys."""

from typing import Any

PLAIN: dict[str, dict[str, Any]] = {
    "page header of a paper": {
        "text": """Region | Page 7

Riyadh shrugs off Doha's plea

By our Gulf correspondent
17 March 2014

Saudi Arabia turned down a Qatari request for talks on Sunday.

"They can wait," a diplomat said.
""",
        "want": {"title": "Riyadh shrugs off Doha's plea", "published": "2014-03-17"},
        "body": ["Saudi Arabia turned down", '"They can wait,"'],
        "not_coded": ["Page 7"],
    },
    "transcript of an organisation": {
        "text": """International Criminal Court
Public Affairs Unit

TRANSCRIPT: Press briefing on the hearings of the week
Antwerp Conference Centre, Friday 3 March 2017, 11:00

Check against delivery. Not an official record.

SPOKESPERSON FADI HALE: Good morning. The hearings end today.

QUESTION (Scheldt Radio): Will there be an appeal?

MR. HALE: That is for the parties to say.

END OF BRIEFING

Public Affairs Unit, Meuse Strasse 5, 2000 Antwerp
""",
        "want": {"title": "TRANSCRIPT: Press briefing on the hearings of the week", "byline": None},
        "body": ["SPOKESPERSON FADI HALE:", "QUESTION (Scheldt Radio):", "MR. HALE:"],
        "not_coded": ["Check against delivery", "END OF BRIEFING", "Meuse Strasse"],
    },
    "page and section": {
        "text": """Page A4 - WORLD NEWS
The Lagos Sentinel, Tuesday, July 9, 2013

Abuja recalls troops from Mali mission

From Chidi Okeke, Bamako

Nigeria will withdraw part of its contingent from Mali, its army said on Monday.

The decision was taken last week.
""",
        "want": {
            "title": "Abuja recalls troops from Mali mission",
            "published": "2013-07-09",
            "outlet": "The Lagos Sentinel",
        },
        "body": ["Nigeria will withdraw", "The decision was taken"],
        "not_coded": ["WORLD NEWS"],
    },
    "state agency with masthead": {
        "text": """RTA | Republican Telegraph Agency
Politics

27.10.2021 14:05

Minsk rejects Warsaw's note of protest

MINSK, 27 October (RTA) - Belarus rejects the note of protest delivered by Poland, the Foreign Ministry said on Wednesday.

It asked Warsaw for video recordings.

RTA's materials may be used only with a hyperlink to the source.
""",
        "want": {
            "title": "Minsk rejects Warsaw's note of protest",
            "published": "2021-10-27T14:05:00",
            "dateline": ("MINSK", "2021-10-27"),
        },
        "body": ["Belarus rejects the note", "It asked Warsaw"],
        "not_coded": ["Telegraph Agency", "hyperlink", "Politics"],
    },
    "central asian agency": {
        "text": """KAZNEWS International Information Agency
Main / Politics / Foreign policy
Astana, 4 March 2022, 10:40

Tokayev, Mirziyoyev agree to open five border crossings

ASTANA. KAZNEWS - President Kassym-Jomart Tokayev and his Uzbek counterpart agreed on Thursday to open five border crossings.

The talks took place by telephone.

When using materials, a link to the agency is required.
© 2022 KAZNEWS
""",
        "want": {
            "title": "Tokayev, Mirziyoyev agree to open five border crossings",
            "published": "2022-03-04T10:40:00",
        },
        "body": ["President Kassym-Jomart", "The talks took place"],
        "not_coded": ["Foreign policy", "link to the agency", "Information Agency"],
    },
    "community release with address": {
        "text": """ECONOMIC COMMUNITY OF WEST AFRICAN STATES
ECOWAS COMMISSION - DIRECTORATE OF COMMUNICATION
PRESS RELEASE
No: 127/2012
2 May 2012 [Abuja - Nigeria]

ECOWAS IMPOSES SANCTIONS ON GUINEA BISSAU

The Economic Community of West African States has imposed sanctions on Guinea Bissau with effect from 30 April 2012.

The decision was taken on 29 April in Banjul.

For further information, please contact:
Directorate of Communication, ECOWAS Commission, 101 Yakubu Gowon Crescent, Asokoro, Abuja
www.ecowas.int
""",
        "want": {"title": "ECOWAS IMPOSES SANCTIONS ON GUINEA BISSAU", "published": "2012-05-02"},
        "body": ["The Economic Community", "The decision was taken"],
        "not_coded": ["Crescent", "www.", "DIRECTORATE"],
    },
    "union communique with number": {
        "text": """AFRICAN UNION
UNION AFRICAINE
UNIÃO AFRICANA
Addis Ababa, ETHIOPIA P. O. Box 3243 Telephone: +251 11 551 77 00 Fax: +251 11 551 78 44
Website: www.au.int

PEACE AND SECURITY COUNCIL
433RD MEETING
ADDIS ABABA, ETHIOPIA
5 MAY 2014

PSC/PR/COMM.(CDXXXIII)

COMMUNIQUÉ

The Peace and Security Council of the African Union, at its 433rd meeting, condemned the attack on Bentiu.

Council urged the parties to sign a ceasefire.
""",
        "want": {"published": "2014-05-05"},
        "body": ["The Peace and Security Council of the African Union", "Council urged"],
        "not_coded": ["P. O. Box", "www.", "UNIÃO", "PSC/PR"],
    },
    "oas release": {
        "text": """Organization of American States
Press Release
E-045/19
OAS General Secretariat Rejects Expulsion of Mission from Nicaragua
September 16, 2019

The General Secretariat of the Organization of American States (OAS) rejects the decision of Nicaragua to bar its commission.

It called on Managua to reconsider.

Reference: E-045/19
""",
        "want": {
            "title": "OAS General Secretariat Rejects Expulsion of Mission from Nicaragua",
            "published": "2019-09-16",
        },
        "body": ["The General Secretariat", "It called on Managua"],
        "not_coded": ["E-045"],
    },
    "un meeting coverage": {
        "text": """SC/14786
21 JANUARY 2022

SECURITY COUNCIL PRESS STATEMENT ON ATTACK IN ABU DHABI

The following Security Council press statement was issued today by Council President Mona Juul (Norway):

The members of the Security Council condemned the attack in Abu Dhabi on Monday.

They expressed sympathy to the United Arab Emirates.

For information media. Not an official record.
""",
        "want": {"title": "SECURITY COUNCIL PRESS STATEMENT ON ATTACK IN ABU DHABI", "published": "2022-01-21"},
        "body": ["The following Security Council", "The members of", "They expressed"],
        "not_coded": ["SC/14786", "Not an official record"],
    },
    "eu statement": {
        "text": """Council of the EU
Press release
11 October 2021
15:30

Nicaragua: EU prolongs sanctions for one year

The Council today extended its sanctions on Nicaragua until 15 October 2022.

They concern 14 individuals.

Press office - General Secretariat of the Council of the EU
Rue de la Loi 175 - B-1048 BRUSSELS - Tel.: +32 (0)2 281 6319
press@consilium.europa.eu - www.consilium.europa.eu/press
""",
        "want": {"title": "Nicaragua: EU prolongs sanctions for one year", "published": "2021-10-11T15:30:00"},
        "body": ["The Council today extended", "They concern"],
        "not_coded": ["Rue de la Loi", "Press office"],
    },
    "readout with links": {
        "text": """Minister of Foreign Affairs speaks with Peruvian counterpart

From: Global Affairs Canada

Readout

September 18, 2018 - Ottawa, Ontario - Global Affairs Canada

The Minister of Foreign Affairs today spoke by telephone with her Peruvian counterpart.

They discussed Venezuela.

Associated links

Canada-Peru relations
Canadian sanctions related to Venezuela

Contacts

Office of the Minister of Foreign Affairs
Media Relations Office, Global Affairs Canada
343-555-0177
Follow us on Twitter: @CanadaFP
""",
        "want": {"title": "Minister of Foreign Affairs speaks with Peruvian counterpart", "published": "2018-09-18"},
        "body": ["The Minister of Foreign Affairs today", "They discussed"],
        "not_coded": ["Canadian sanctions", "343-555", "Media Relations", "Canada-Peru", "Contacts"],
    },
    "state department release": {
        "text": """U.S. DEPARTMENT OF STATE
Office of the Spokesperson

For Immediate Release

STATEMENT BY SECRETARY HOLLIS

March 8, 2023

Sanctioning Officials of the Government of Nicaragua

The United States is today imposing visa restrictions on 12 Nicaraguan officials.

We call on Managua to release political prisoners.

# # #
""",
        "want": {"published": "2023-03-08"},
        "body": ["The United States is today", "We call on"],
        "not_coded": ["For Immediate Release", "# # #", "Office of the Spokesperson"],
    },
    "indian ministry": {
        "text": """Ministry of External Affairs
Government of India
Media Center

Official Spokesperson's response to media queries on the situation in the Maldives
February 06, 2018

In response to queries, the Official Spokesperson said India was disturbed by the declaration of emergency in the Maldives.

India urged Malé to respect the ruling of the court.

New Delhi
February 06, 2018
""",
        "want": {"published": "2018-02-06"},
        "body": ["In response to queries", "India urged Malé"],
        "not_coded": ["Media Center", "New Delhi\n"],
    },
    "press information bureau": {
        "text": """Press Information Bureau
Government of India
Ministry of Defence

19-September-2016 17:32 IST

Raksha Mantri reviews security along Line of Control

The Defence Minister today reviewed the security situation after the attack on an army camp in Uri.

He directed the Army to act.

NAo/Nampi/DK
""",
        "want": {
            "title": "Raksha Mantri reviews security along Line of Control",
            "published": "2016-09-19T17:32:00+05:30",
        },
        "body": ["The Defence Minister today", "He directed"],
        "not_coded": ["NAo/", "Government of India"],
    },
    "kremlin style": {
        "text": """Telephone conversation with President of Turkey Recep Tayyip Erdogan

January 20, 2022
18:45

Vladimir Putin had a telephone conversation with President of Turkey Recep Tayyip Erdogan.

The two leaders discussed Ukraine.

Publication status: Published in section: News
Publication date: January 20, 2022, 18:45
Direct link: en.kremlin.example/d/67617
""",
        "want": {
            "title": "Telephone conversation with President of Turkey Recep Tayyip Erdogan",
            "published": "2022-01-20T18:45:00",
        },
        "body": ["Vladimir Putin had", "The two leaders"],
        "not_coded": ["Direct link", "Publication status"],
    },
    "chinese state": {
        "text": """Xinhua | February 12, 2019

China's special envoy visits Caracas
Updated: 2019-02-12 20:14:55|Editor: Li Xia

CARACAS, Feb. 11 (Xinhua) -- A special envoy of the Chinese government met Venezuelan officials here on Monday.

He said China opposed interference. Enditem

Editor: Li Xia
""",
        "want": {"title": "China's special envoy visits Caracas", "updated": "2019-02-12T20:14:55"},
        "body": ["A special envoy", "He said China opposed"],
        "not_coded": ["Li Xia", "Enditem"],
    },
    "web editor": {
        "text": """China, Laos sign rail accord

VIENTIANE, Dec. 3, 2021 (Zhonghua News) -- China and Laos signed an accord on rail freight on Friday.

The accord takes effect in January.

(Web editor: Liu Ning, Chen Wei)
""",
        "want": {"title": "China, Laos sign rail accord", "published": "2021-12-03"},
        "body": ["China and Laos signed", "The accord takes"],
        "not_coded": ["Web editor"],
    },
    "north korean style": {
        "text": """KCNA
Juche 112 (2023). 7. 14.

Press Statement of Vice Department Director of C.C., WPK

Pyongyang, July 14 (KCNA) -- The vice department director denounced the United States for sending a spy plane.

She warned of a "shocking incident". -0-

www.kcna.example (Juche112.7.14.)
""",
        "want": {"published": "2023-07-14", "dateline": ("Pyongyang", "2023-07-14")},
        "body": ["The vice department", "She warned"],
        "not_coded": ["Juche", "-0-"],
    },
    "old wire slug": {
        "text": """BC-PERU-ECUADOR-BORDER (2nd lead)

Peru, Ecuador trade charges over patrols

By Lucia Berrocal

LIMA, Sept 2, 1998 (Andean Press) - Peru accused Ecuador on Wednesday of slipping patrols back into a strip.

Quito said there was nothing to withdraw.

AP-NY-09-02-98 1804EDT
""",
        "want": {
            "title": "Peru, Ecuador trade charges over patrols",
            "published": "1998-09-02T18:04:00-04:00",
            "byline": "Lucia Berrocal",
        },
        "body": ["Peru accused Ecuador", "Quito said"],
        "not_coded": ["BC-PERU", "AP-NY"],
    },
    "older slug": {
        "text": """^PM-Chad-Libya, 1st Ld-Writethru, a0512, 610
^Chad Says Libyan Jets Bombed Oasis Town
^By MARTHE NGUE=
N'DJAMENA, Chad (AP) - Chad accused Libya on Friday of bombing an oasis town.

Libya denied the charge.

(PROFILE
(CO:Sahel Press; IN:; )
)
""",
        "want": {"title": "Chad Says Libyan Jets Bombed Oasis Town"},
        "body": ["Chad accused Libya", "Libya denied"],
        "not_coded": ["Writethru", "PROFILE"],
    },
    "mail with headers": {
        "text": """From: press@mofa.example.kz
To: foreign-press@lists.example.kz
Subject: Kazakhstan hosts tenth round of Syria talks
Date: Fri, 18 May 2018 09:12:44 +0600

Dear colleagues,

Kazakhstan hosted the tenth round of talks on Syria this week, the Foreign Ministry said.

The delegations agreed to meet again in July.

Best regards,
Press Service
Ministry of Foreign Affairs
Tel.: +7 7172 55 00 11
""",
        "want": {
            "title": "Kazakhstan hosts tenth round of Syria talks",
            "published": "2018-05-18T09:12:44+06:00",
        },
        "body": ["Kazakhstan hosted", "The delegations agreed"],
        "not_coded": ["To: foreign", "Tel.", "Best regards", "Dear colleagues", "Press Service"],
    },
    "newsletter mail": {
        "text": """Subject: [Sahel Brief] Niamey closes border with Benin
Sent: 12 May 2024 06:30 GMT
Reply-To: brief@sahel.example.org

Niger closed its border with Benin on Saturday after a dispute over oil exports.

Cotonou summoned the chargé d'affaires.

You are receiving this email because you subscribed to the Sahel Brief.
Unsubscribe | View in browser
""",
        "want": {"published": "2024-05-12T06:30:00+00:00"},
        "body": ["Niger closed its border", "Cotonou summoned"],
        "not_coded": ["Unsubscribe", "You are receiving", "Reply-To"],
    },
    "briefing transcript": {
        "text": """Daily Press Briefing
Department Spokesperson
Washington, DC
April 3, 2019

2:14 p.m. EDT

MS ORTIZ: Good afternoon. The United States welcomes the agreement between Ethiopia and Eritrea.

QUESTION: Will you lift the sanctions?

MS ORTIZ: We are reviewing them.

(The briefing was concluded at 2:51 p.m.)
""",
        "want": {"title": "Daily Press Briefing", "published": "2019-04-03T14:14:00-04:00"},
        "body": ["MS ORTIZ: Good", "QUESTION: Will", "MS ORTIZ: We"],
        "not_coded": ["was concluded", "Washington, DC"],
    },
    "ministry transcript": {
        "text": """Foreign Ministry Spokesperson Qin Lan's Regular Press Conference on June 14, 2021
2021/06/14

Xinhua News Agency: What is China's response to the G7 communique?

Qin Lan: China rejects the accusations of the G7.

AFP: Has the ambassador been summoned?

Qin Lan: I have nothing to tell you.
""",
        "want": {
            "title": "Foreign Ministry Spokesperson Qin Lan's Regular Press Conference on June 14, 2021",
            "published": "2021-06-14",
        },
        "body": ["Xinhua News", "Qin Lan: China", "AFP: Has", "Qin Lan: I"],
        "not_coded": [],
    },
    "live blog text": {
        "text": """Taiwan president begins Pacific tour – live
Updated: 4 December 2024, 08:40 GMT

08:31 GMT
Plane lands in Palau

President Surangel Whipps has greeted the Taiwanese leader.

07:55 GMT
Beijing protests

China condemned the visit.

Key events
• Plane lands in Palau
• Beijing protests
""",
        "want": {
            "title": "Taiwan president begins Pacific tour – live",
            "updated": "2024-12-04T08:40:00+00:00",
        },
        "body": ["Plane lands", "President Surangel", "Beijing protests", "China condemned"],
        "not_coded": ["08:31", "07:55", "Key events"],
    },
    "french africa": {
        "text": """REPUBLIC OF MALI
One People – One Goal – One Faith
MINISTRY OF FOREIGN AFFAIRS AND INTERNATIONAL COOPERATION
---------
Communiqué No. 014/MAECI-2022

Mali recalls its ambassador in Abidjan

The Government of Mali informs the public that it has recalled its ambassador in Abidjan.

It demands the release of its soldiers.

Bamako, 15 July 2022

The Minister of Foreign Affairs
Abdoulaye Traoré
""",
        "want": {"title": "Mali recalls its ambassador in Abidjan", "published": "2022-07-15"},
        "body": ["The Government of Mali", "It demands"],
        "not_coded": ["One People", "014/MAECI"],
    },
    "philippine release": {
        "text": """Republic of the Philippines
Department of Foreign Affairs
PRESS RELEASE
DFA-OPCD-2021-118
Manila
24 April 2021

DFA PROTESTS CHINESE VESSELS IN JULIAN FELIPE REEF

The Department of Foreign Affairs on Friday filed two new diplomatic protests against China.

Chinese vessels remain in the area. END
""",
        "want": {"title": "DFA PROTESTS CHINESE VESSELS IN JULIAN FELIPE REEF", "published": "2021-04-24"},
        "body": ["The Department of Foreign Affairs on", "Chinese vessels remain"],
        "not_coded": ["OPCD", "END"],
    },
    "iranian agency": {
        "text": """Tehran: 11:42, Sun 3 Jul 2022
News Code: 84808412
Irna English
Service: Politic

Iran, Qatar FMs discuss Doha talks by phone

Tehran, July 3, IRNA – The foreign ministers of Iran and Qatar discussed the Doha talks by phone on Sunday.

They agreed to continue.

9417**2050
Follow us on Twitter @IrnaEnglish
""",
        "want": {"title": "Iran, Qatar FMs discuss Doha talks by phone"},
        "body": ["The foreign ministers of Iran", "They agreed"],
        "not_coded": ["News Code", "9417", "Service: Politic"],
    },
    "turkish agency": {
        "text": """Türkiye, Egypt to exchange ambassadors

Two countries have been repairing ties since 2021

Selin Kaya and Omar Said   |04.07.2023 - Update : 05.07.2023

ANKARA

Türkiye and Egypt on Tuesday appointed ambassadors to each other's capitals, the foreign ministries said.

The step ends a decade of estrangement.

Anadolu Agency website contains only a portion of the news stories offered to subscribers in the AA News Broadcasting System (HAS), and in summarized form. Please contact us for subscription options.
Related topics
Egypt
Türkiye
""",
        "want": {"title": "Türkiye, Egypt to exchange ambassadors", "published": "2023-07-04"},
        "body": ["Türkiye and Egypt on Tuesday", "The step ends"],
        "not_coded": ["subscription options", "ANKARA", "Related topics"],
    },
    "japanese ministry": {
        "text": """Press Releases
Japan-Philippines Foreign Ministers' Meeting
[Japanese]
November 9, 2019

On November 9, commencing at 10:15 a.m. for 40 minutes, the Minister for Foreign Affairs of Japan held a meeting with his Philippine counterpart.

The two ministers discussed the South China Sea.

Back to Press Releases
""",
        "want": {"title": "Japan-Philippines Foreign Ministers' Meeting", "published": "2019-11-09"},
        "body": ["On November 9", "The two ministers"],
        "not_coded": ["[Japanese]", "Back to Press"],
    },
    "korean daily": {
        "text": """Seoul summons Japanese envoy over shrine visit

Posted : 2020-10-19 16:45
Updated : 2020-10-19 18:10
By Han Ji-eun

South Korea summoned Japan's ambassador on Monday over an offering to a war shrine.

Tokyo called the step regrettable.

hanjieun@koreadaily.example.kr
""",
        "want": {
            "title": "Seoul summons Japanese envoy over shrine visit",
            "published": "2020-10-19T16:45:00",
            "updated": "2020-10-19T18:10:00",
            "byline": "Han Ji-eun",
        },
        "body": ["South Korea summoned", "Tokyo called"],
        "not_coded": ["hanjieun"],
    },
    "pakistani release": {
        "text": """PR No. 212/2022
Pakistan strongly condemns suicide attack in Kabul

Pakistan strongly condemns the suicide attack near the Russian embassy in Kabul.

We extend our condolences to the families of the victims.

Islamabad
5 September 2022
""",
        "want": {
            "title": "Pakistan strongly condemns suicide attack in Kabul",
            "published": "2022-09-05",
        },
        "body": ["Pakistan strongly condemns the", "We extend"],
        "not_coded": ["PR No.", "Islamabad\n"],
    },
    "dated in words": {
        "text": """Statement by the Government of Jamaica
Kingston, the 14th day of October, 2022

Jamaica supports the call of Haiti for an international force

The Government of Jamaica supports the request of Haiti for the deployment of a force.

It is ready to take part.
""",
        "want": {"published": "2022-10-14"},
        "body": ["The Government of Jamaica supports", "It is ready"],
        "not_coded": ["14th day"],
    },
    "magazine": {
        "text": """MIDDLE EAST AND AFRICA
Sudan and its neighbours

Why Juba will not close the pipeline
Two countries that cannot part

Jan 26th 2012 | JUBA | from the print edition

South Sudan halted its oil output on January 22nd, accusing Khartoum of theft.

Nobody expects a quick accord.
""",
        "want": {"published": "2012-01-26"},
        "body": ["South Sudan halted", "Nobody expects"],
        "not_coded": ["print edition"],
    },
    "site header": {
        "text": """The Levant Post - Breaking news from Lebanon and the region
HOME NEWS BUSINESS SPORTS OPINION

Beirut asks Cyprus to redraw sea border

Staff Writer
Thursday 20 October 2022 | 18:05

Lebanon asked Cyprus on Thursday to redraw their sea border.

A Cypriot delegation is due in Beirut.

Copyright 2022 The Levant Post. All rights reserved. Reproduction in whole or in part without permission is prohibited.
""",
        "want": {"title": "Beirut asks Cyprus to redraw sea border", "published": "2022-10-20T18:05:00"},
        "body": ["Lebanon asked Cyprus", "A Cypriot delegation"],
        "not_coded": ["HOME NEWS", "Reproduction", "Breaking news"],
    },
    "title and site": {
        "text": """Nairobi and Mogadishu restore ties – Horn Herald
Thursday, 6 May 2021

Kenya and Somalia restored diplomatic relations on Thursday.

Qatar mediated.

Share this article: Facebook Twitter WhatsApp
Leave a comment
Your email address will not be published.
""",
        "want": {"published": "2021-05-06"},
        "body": ["Kenya and Somalia", "Qatar mediated"],
        "not_coded": ["Leave a comment", "email address", "Share this"],
    },
    "embassy notice": {
        "text": """EMBASSY OF THE REPUBLIC OF CUBA IN NAMIBIA
37 Quenta Street, Ludwigsdorf, Windhoek
Tel: (+264 61) 227 072

STATEMENT BY THE MINISTRY OF FOREIGN AFFAIRS

Havana, 12 January 2021

The Ministry of Foreign Affairs condemns the decision of the United States to list Cuba as a sponsor of terrorism.

It rejects the accusation.
""",
        "want": {"published": "2021-01-12"},
        "body": ["The Ministry of Foreign Affairs condemns", "It rejects"],
        "not_coded": ["Quenta Street", "Tel:"],
    },
    "nato release": {
        "text": """NATO
Press Release (2018) 061
Issued on 27 Mar. 2018 | Last updated: 28 Mar. 2018 09:41

Statement on further decisions following the use of a nerve agent in Salisbury

The Secretary General announced that accreditation of seven staff of the Russian mission was withdrawn.

Allies welcomed the decision.
""",
        "want": {
            "title": "Statement on further decisions following the use of a nerve agent in Salisbury",
            "published": "2018-03-27",
        },
        "body": ["The Secretary General", "Allies welcomed"],
        "not_coded": ["061"],
    },
    "osce style": {
        "text": """Permanent Council No. 1313
PC.DEL/712/21
6 May 2021

ENGLISH only

United Kingdom statement on Ukraine

The United Kingdom condemns the build-up of Russian forces near Ukraine.

We call on Russia to explain it.
""",
        "want": {"title": "United Kingdom statement on Ukraine", "published": "2021-05-06"},
        "body": ["The United Kingdom condemns", "We call on Russia"],
        "not_coded": ["PC.DEL", "ENGLISH only"],
    },
    "caribbean communique": {
        "text": """CARICOM Secretariat, Turkeyen, Greater Georgetown, Guyana

Tuesday, 15 November 2022
(CARICOM Secretariat, Turkeyen) The Caribbean Community condemned the violence in Haiti on Tuesday.

It asked the United Nations for help.

-- END --
CONTACT: communications@caricom.example.org
""",
        "want": {"published": "2022-11-15"},
        "body": ["(CARICOM Secretariat, Turkeyen) The Caribbean", "It asked the United"],
        "not_coded": ["Greater Georgetown", "CONTACT", "END"],
    },
    "vietnamese agency": {
        "text": """Vietnam, Cambodia step up demarcation
VNA Saturday, March 16, 2019 - 19:22:00 Print

Hanoi (VNA) – Vietnam and Cambodia agreed on Saturday to step up work on their border.

The ministers met in Hanoi.-VNA
""",
        "want": {
            "title": "Vietnam, Cambodia step up demarcation",
            "published": "2019-03-16T19:22:00",
        },
        "body": ["Vietnam and Cambodia agreed", "The ministers met"],
        "not_coded": ["Print", "-VNA"],
    },
    "indonesian": {
        "text": """ANTARA News
World

Retno meets Myanmar counterpart in Bangkok

1 April 2021 06:47 WIB

Bangkok (ANTARA) - Indonesian Foreign Minister Retno Marsudi met her counterpart on Thursday.

She urged an end to violence.

Reporter: Yuni Arisandy
Editor: Fardah Assegaf
COPYRIGHT © ANTARA 2021
""",
        "want": {
            "title": "Retno meets Myanmar counterpart in Bangkok",
            "published": "2021-04-01T06:47:00+07:00",
        },
        "body": ["Indonesian Foreign Minister", "She urged"],
        "not_coded": ["Reporter:", "Editor:", "COPYRIGHT"],
    },
    "serbian": {
        "text": """Vucic: Belgrade will not join sanctions
Source: Tanjug
Friday, 25.02.2022 | 17:25

Serbia will not impose sanctions on Russia, President Aleksandar Vucic said on Friday.

It supports the integrity of Ukraine.

Photo: Tanjug/Dimitrije Goll
Comments 14
""",
        "want": {"title": "Vucic: Belgrade will not join sanctions", "published": "2022-02-25T17:25:00"},
        "body": ["Serbia will not impose", "It supports"],
        "not_coded": ["Comments 14", "Tanjug/"],
    },
    "australian minister": {
        "text": """Joint media release with:
The Hon Marise Arden, Minister for Foreign Affairs
The Hon Peter Dent, Minister for Defence

22 July 2021

Australia condemns malicious cyber activity

The Australian Government joins partners in condemning the cyber attacks of China's security ministry.

Australia calls on all countries to act responsibly.

Media enquiries
Minister's office: (02) 6277 7500
DFAT Media Liaison: (02) 6261 1555
Authorised by Senator the Hon Marise Arden, Canberra.
""",
        "want": {"title": "Australia condemns malicious cyber activity", "published": "2021-07-22"},
        "body": ["The Australian Government joins", "Australia calls"],
        "not_coded": ["Media Liaison", "6277", "Authorised by", "Media enquiries"],
    },
    "pacific statement": {
        "text": """PACIFIC ISLANDS FORUM SECRETARIAT
Ratu Sukuna Road, Suva, Fiji
FORUM STATEMENT: 09/2023
Released: 24 August 2023

Forum regrets discharge of treated water

The Forum Secretary General regretted Japan's decision to discharge treated water.

He asked Tokyo for data.

ENDS.
For media enquiries, contact Lisa Kava, Public Affairs, on +679 322 0201
""",
        "want": {"title": "Forum regrets discharge of treated water", "published": "2023-08-24"},
        "body": ["The Forum Secretary General", "He asked Tokyo"],
        "not_coded": ["Ratu Sukuna", "Lisa Kava", "ENDS"],
    },
    "foreign ministry communique": {
        "text": """MINISTERIO DE RELACIONES EXTERIORES
REPUBLICA DEL PERU
Communique No. 61 (unofficial translation)

Foreign Minister Salas's visit to Sucre

Sucre, 14 March 2012. The Minister of Foreign Affairs, Ana Salas, paid a visit to Bolivia today.

The ministers signed an agreement.

Press Office
""",
        "want": {"title": "Foreign Minister Salas's visit to Sucre", "published": "2012-03-14", "dateline": ("Sucre", "2012-03-14")},
        "body": ["The Minister of Foreign Affairs, Ana Salas", "The ministers signed"],
        "not_coded": ["Communique No. 61", "Press Office"],
    },
}
PAGES: dict[str, dict[str, Any]] = {}
