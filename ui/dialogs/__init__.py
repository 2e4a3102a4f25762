"""Everything the program asks in a window of its own."""
