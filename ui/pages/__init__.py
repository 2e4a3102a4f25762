"""The pages of the window, one a section of the report, and the start page."""
