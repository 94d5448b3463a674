"""From news text to draft observations, for a person to confirm.

`draft` reads an English news text by rules over its sentences, with no model and nothing to
install; what it gives is no observation until somebody confirms it.
"""

from kazfigures.drafting.drafting import draft
from kazfigures.drafting.drafts.draft_notices import DraftNotice
from kazfigures.drafting.drafts.drafts import PARTS, Draft, Drafts, Standing
from kazfigures.drafting.lexicon.english import OUTCOMES
from kazfigures.drafting.lexicon.outcomes import Outcome
from kazfigures.drafting.phrases import Certainty, Phrase, Span

__all__ = [
    "OUTCOMES",
    "PARTS",
    "Certainty",
    "Draft",
    "DraftNotice",
    "Drafts",
    "Outcome",
    "Phrase",
    "Span",
    "Standing",
    "draft",
]
