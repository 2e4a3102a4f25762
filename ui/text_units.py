"""Lengths of texts as Qt counts them, and back."""


def units(text: str) -> int:
    """Return a text's length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, length: int) -> int:
    """Return how many characters of a text its first UTF-16 units are."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * length].decode("utf-16-le", "surrogatepass"))


def as_units(text: str) -> str:
    """Return a text with each UTF-16 unit as a character of its own, so that places in it count as Qt counts."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    if len(encoded) == 2 * len(text):
        return text
    return "".join(map(chr, memoryview(encoded).cast("H")))
