"""What a command's exit status says to the scripts that call it."""

DONE, ERRORS_FOUND, WRONG_WORDS, UNREADABLE, UNWRITABLE, FAILED = range(6)
"""FAILED is a mistake of the program's own."""
