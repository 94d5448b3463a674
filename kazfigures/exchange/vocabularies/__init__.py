"""Ledgers in the vocabularies of others; `docs/vocabularies.md` says what each can carry.

`hxl` is the Humanitarian Exchange Language: a table with a row of hashtags.
`packages` is the Frictionless Data Package: CSV files with a description of every column.

Both hold everything, need no extra, and read back what they wrote.
"""
