"""Figures of the running text that are figures of the tables, held against them (表文一致)."""

from models.statements.against_tables import find_statements, statements_known
from models.statements.statement import Statement

__all__ = ["Statement", "find_statements", "statements_known"]
