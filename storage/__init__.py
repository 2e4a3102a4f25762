"""The native file: reading, atomic writing."""
