"""A sentence under reading: where it stands, and what is known of it so far."""

from dataclasses import dataclass, field

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
    """

    text: str
    start: int
    stop: int
    is_about_disclosure: bool
    is_about_requests: bool
    is_settled: bool = False
    is_others: bool = False
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

    @property
    def is_right_behind_mention(self) -> bool:
        """Whether the figure before was recognised."""
        return self.previous is not None and self.previous.number.end == self.last_stop
