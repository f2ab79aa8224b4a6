"""The record: what was read and what became of it, so kept that nothing is lost, nothing doubled, and every version stays readable.

    Record   a ledger (the truth) with an index beside it (derived, for writers)
    Turn     one writer's turn: read what others wrote, add, commit all or nothing

Whoever kills a writer loses the turn that was under way and no more: its rows are in no commit, and the inputs are read again by the next run.
"""
