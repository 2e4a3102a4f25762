"""A report becomes a Word file or a workbook."""
