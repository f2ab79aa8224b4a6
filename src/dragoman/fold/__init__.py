"""Folding: reports of one event, from many outlets and days, into one record with its independent origins and its contradictions. Pure.

    Readout --claims--> Claim --keys--> candidates --compare--> links --cluster--> groups --merge--> FoldedEvent

A *claim* is one article's telling of one act. Claims that could tell of the same act share a *key* (blocking: Christen 2012, ch. 4), so that cost grows
with what is new and not with what is there. Two claims are *linked* if nothing bars it and their likeness is enough; groups are grown along the
links, best first,
as long as a group stays of one mind about parties, time and persons. The outcome depends on the set of claims alone, not on the order of their
coming: new claims
lead to the groups they touch, and those are grown again from their links.
"""
