"""The lake: the only room that knows the table format. A ledger of rows that are only ever added, and a DuckDB file derived from it to ask.

    Ledger   one Delta table; a commit holds all rows of one turn, or none of them
    Serving  the newest version of everything, and all versions, as DuckDB tables

The ledger is the truth. Whatever is derived can be thrown away and is built again from it.
"""
