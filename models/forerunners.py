"""What a form has replaced: an older form whose reports can be last year's, a document that is no longer cited."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False, repr=False)
class Predecessor:
    """An older form whose reports can serve as last year's; `moved` maps table/row to table/row."""

    form: str
    moved: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, repr=False)
class OutdatedBasis:
    """A document that reports once cited and that another has replaced.

    Args:
        name: what sentences call it.
        words: what a citation of it looks like.
        since: the first year whose reports must not cite it.
        instead: the document in its place.
        history: what a sentence that tells of the replacement itself looks like.
    """

    name: str
    words: re.Pattern[str]
    since: int
    instead: str
    history: re.Pattern[str]
