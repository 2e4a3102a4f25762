"""A sentence under reading: where it stands, and what is known of it so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.statements.cues import cues
from models.statements.grammar import Quantity
from models.statements.mention import Mention


@dataclass(slots=True)
class Sentence:
    """A sentence under reading: where it stands in the text, and what is known of it so far.

    Args:
        text: the whole text.
        start: where the sentence begins.
        stop: where it ends.
        is_about_disclosure: whether it names 信息公开.
        is_about_requests: whether it has words that only requests have.
        is_settled: whether words before have made sure that it is about requests.
        is_others: whether the figures are another agency's.
        other_until: where the words end that speak of something else than requests for information.
        is_sum: whether they add up what others have, its own among them or not.
        is_scoped: whether they may be a part of the tables', or more than they cover.
        is_doubtful: whether the reviews or suits it speaks of may be those on any matter.
        is_of_all_matters: whether those on disclosure are told as a share of them.
        is_split_by_year: whether it tells what became of the requests carried in, apart from the others.
        part_until: where the words end that speak of a part only.
        other_year_until: where the words end that speak of a year that is not the report's.
        all_courts: the rows of all reviews or suits together, where it gave such a total.
        courts: the rows of each figure of reviews or suits.
        shared_out: the rows of the figures that follow, where one word shares them out.
        last_stop: where the figure before ends.
        passed_over: what the figure before counts, of papers that the tables do not.
        previous: the mention before.
        cues_found: where each cue that was looked for matches.
    """

    text: str
    start: int
    stop: int
    is_about_disclosure: bool
    is_about_requests: bool
    is_settled: bool = False
    is_others: bool = False
    other_until: int = 0
    is_sum: bool = False
    is_scoped: bool = False
    is_doubtful: bool = False
    is_of_all_matters: bool = False
    is_split_by_year: bool = False
    part_until: int = 0
    other_year_until: int = 0
    all_courts: tuple[str, ...] = ()
    courts: list[tuple[str, ...]] = field(default_factory=list)
    shared_out: list[tuple[str, ...]] = field(default_factory=list)
    last_stop: int = 0
    passed_over: Quantity | None = None
    previous: Mention | None = None
    cues_found: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def says(self, cue: str, start: int, stop: int) -> bool:
        """Tell whether a cue matches between two places; it is looked for once, as sentences with lists are long."""
        spans = self.cues_found.get(cue)
        if spans is None:
            found = cues()[cue].finditer(self.text, self.start, self.stop)
            spans = self.cues_found[cue] = [each.span() for each in found]
        return bool(spans) and any(start <= begin and end <= stop for begin, end in spans)

    def has_told_all_kinds(self, mentions: Sequence[Mention]) -> bool:
        """Tell whether the last ones told each kind of all cases: 诉讼5件，其中直接起诉2件、复议后起诉3件，维持4件."""
        is_next = self.previous is not None and self.previous.quantity.is_whole
        if not self.all_courts or not is_next or self.text.startswith("(", self.last_stop):
            return False
        wholes = (each for each in mentions[-len(self.all_courts) :] if each.quantity.is_whole)
        return sorted(row for each in wholes for row in each.rows.get("court", ())) == sorted(self.all_courts)

    def begin_of_part(self, place: int) -> int:
        """Return where the part between semicolons begins that a place is in."""
        return max(self.text.rfind(";", self.start, place) + 1, self.start)

    def end_of_part(self, place: int) -> int:
        """Return where the part between semicolons ends that a place is in."""
        end = self.text.find(";", place, self.stop)
        return self.stop if end < 0 else end

    @property
    def is_right_behind_mention(self) -> bool:
        """Whether the figure before was recognised."""
        return self.previous is not None and self.previous.number.end == self.last_stop
