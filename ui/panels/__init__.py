"""The panels beside the page: sections on the left, findings on the right."""
