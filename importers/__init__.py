"""A file becomes blocks, blocks become a report; what was not understood is said."""
