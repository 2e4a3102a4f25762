"""What is raised where the clerk does not wait; loaded at each start, so apart from what one waits for."""


class Cancelled(Exception):  # noqa: N818 - no error: the clerk thought better of it
    """Raised where the clerk does not wait for the result."""
