"""Ledgers in the vocabularies of others; `docs/vocabularies.md` says what each can carry.

`hxl` is the Humanitarian Exchange Language: a table with a row of hashtags.
`packages` is the Frictionless Data Package: CSV files with a description of every column.
These hold everything, and read back what they wrote.

`claims` is schema.org's Claim, `provenance` W3C PROV, `statements` FollowTheMoney.
These were made for something else and hold a part; they are written and not read.

None needs an extra.
"""
