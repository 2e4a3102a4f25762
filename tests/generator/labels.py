"""Ways in which authors, fonts and converters change a printed label."""

from collections.abc import Callable
from random import Random

from models.form import Label

Change = Callable[[Random, Label], str]

_RADICALS = str.maketrans("一二人入八力十口土大女子小工己干广心手文方日月木止气水火片用田目示立行见长高",
                          "⼀⼆⼈⼊⼋⼒⼗⼝⼟⼤⼥⼦⼩⼯⼰⼲⼴⼼⼿⽂⽅⽇⽉⽊⽌⽓⽔⽕⽚⽤⽥⽬⽰⽴⾏⻅⻓⾼")  # fmt: skip
_HALF_WIDTH = str.maketrans("（）、，：“”", '(),,:""')


def printed(_: Random, label: Label) -> str:
    return label.text


def split(rng: Random, label: Label) -> str:
    """Break a label at any place, over two paragraphs or by white space."""
    text = label.text
    if len(text) < 3:
        return text
    place = rng.randint(1, len(text) - 1)
    return text[:place] + rng.choice(("\n", " ", "\u3000", "\n\n", "\u00a0")) + text[place:]


def wrapped(rng: Random, label: Label) -> str:
    """Break a label between two of its letters, as a narrow column does; numbers stay whole."""
    text = label.text
    places = [at for at in range(1, len(text)) if text[at - 1].isalpha() and text[at].isalpha()]
    at = rng.choice(places) if len(places) > 2 else 0
    return f"{text[:at]}\n{text[at:]}" if at else text


def vertical(_: Random, label: Label) -> str:
    """Write one character a line, as in a narrow cell."""
    return "\n".join(label.text) if len(label.text) < 10 else label.text


def half_width(_: Random, label: Label) -> str:
    return label.text.translate(_HALF_WIDTH)


def radicals(_: Random, label: Label) -> str:
    return label.text.translate(_RADICALS)


def variants(rng: Random, label: Label) -> str:
    return rng.choice(label.accepted)


def explained(rng: Random, label: Label) -> str:
    """Add an explanation in brackets, as some provinces do."""
    return label.text + rng.choice(("", "（由主管部门填写）", "(指全年办结数量,不含转办件)", "："))


def unnumbered(rng: Random, label: Label) -> str:
    """Lose or change the number in front."""
    text = label.text
    for mark in ("、", "）", "."):
        number, found, rest = text.partition(mark)
        if found and len(number) <= 2 and rest:
            return rng.choice((rest, f"{number}{mark} {rest}", f"{number} {mark}{rest}"))
    return text


def misspelt(rng: Random, label: Label) -> str:
    """Put a wrong character into a long label."""
    text = label.text
    if len(text) < 8 or "（" in text[4:] or rng.random() < 0.7:
        return text
    place = rng.randint(4, len(text) - 2)
    return text[:place] + rng.choice("口丫丁") + text[place + 1 :]


LABELS: dict[str, Change] = {
    "printed": printed,
    "split": split,
    "wrapped": wrapped,
    "vertical": vertical,
    "half width": half_width,
    "radicals": radicals,
    "variants": variants,
    "explained": explained,
    "unnumbered": unnumbered,
    "misspelt": misspelt,
}
