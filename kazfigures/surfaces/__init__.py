"""What people look at: sentences a desk can print, charts, and a page.

`words` needs the extra `words`, `charts` the extra `charts`, `report` both (the extra `report`);
each says so where it is missing.
"""
