"""Decision tables: `.csv` and `.xlsx` files whose rows are rules.

A table becomes the same tree as a YAML file, with the place of every cell, so that whatever reads
and checks rules works for tables too.
"""
