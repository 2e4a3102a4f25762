"""Refused operations: one small tree of exceptions, each a Chinese sentence for the clerk."""


class Refusal(Exception):  # noqa: N818 - the program declines, nothing is in error
    """An operation the program declines, told in one sentence.

    The text of the exception is shown to the clerk as it is: it names the file,
    says what is wrong and what to do. It never holds a traceback or a code.
    """


class InputRefusal(Refusal):
    """A file that cannot be read as a report."""


class OutputRefusal(Refusal):
    """A file that cannot be written; what was there before is unchanged."""


class RequestRefusal(Refusal):
    """Words or choices that do not make sense together, such as an impossible year."""
