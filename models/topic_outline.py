"""The headings of what a section has to speak of, put into its text where they lack."""

from collections.abc import Sequence

from models.form import Topic
from models.live_text import LiveText, joined
from models.numerals import numeral_of
from models.outline import outline_line
from models.renumbering import renumbered_live

_LEVEL = 2
"""That of （一）."""


def with_topics(text: LiveText, topics: Sequence[Topic]) -> LiveText:
    """Return a text with a heading for each topic that has none, in the topics' order, the headings numbered.

    Below a new heading an empty paragraph waits for what there is to say.
    """
    lines = text.lines() if text.text.strip() else []
    headed = _headed(lines, topics)
    if len(headed) == len(topics):
        return text
    for number, topic in reversed(list(enumerate(topics))):
        if topic.name not in headed:
            behind = [headed[each.name] for each in topics[number + 1 :] if each.name in headed]
            place = min(behind, default=len(lines))
            lines[place:place] = [LiveText(f"（{numeral_of(number + 1)}）{topic.name}"), LiveText("")]
            headed = {name: at + 2 * (at >= place) for name, at in headed.items()} | {topic.name: place}
    return renumbered_live(joined(lines))


def _headed(lines: Sequence[LiveText], topics: Sequence[Topic]) -> dict[str, int]:
    """Return the topics that have a heading, by name, with the number of its line."""
    headings = [(number, outline_line(line.text.strip())) for number, line in enumerate(lines)]
    found: dict[str, int] = {}
    for number, line in headings:
        if line.level == _LEVEL:
            named = next((each for each in topics if each.name in line.heading), None)
            topic = named or next((each for each in topics if any(word in line.heading for word in each.words)), None)
            if topic:
                found.setdefault(topic.name, number)
    return found
