"""Imports: event files of others become events of a record, so that the same questions can be put to old data.

    file --read--> EventLine --told--> Told --event--> FoldedEvent --road--> rows of the record, 50,000 a commit
"""
