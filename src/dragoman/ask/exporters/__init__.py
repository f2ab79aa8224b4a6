"""Exports: what a record holds, in the files of the field. One format a file, `formats.py` lists them."""
