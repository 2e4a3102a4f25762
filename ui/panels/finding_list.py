"""The list in the panel of findings."""

from models.finding import Finding
from ui.panels.row_list import RowList
from ui.panels.rows import RowKind


class FindingList(RowList):
    """Shows the findings, and steps from one to the next."""

    def step(self, direction: int) -> Finding | None:
        """Go to the next open finding (1) or the one before (-1), around the end and return it, if there is one."""
        places = [place for place, row in enumerate(self.rows) if row.kind is RowKind.FINDING]
        if not places:
            return None
        here = self.currentRow() if self.currentRow() >= 0 else self.resumes_at + (direction < 0)
        ahead = [place for place in places if (place - here) * direction > 0]
        place = (ahead or places)[0 if direction > 0 else -1]
        self.setCurrentRow(place)
        return self.rows[place].finding
