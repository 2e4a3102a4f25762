"""Names of the slips that go with a report from desk to desk and are no part of it."""

APPROVAL_SLIP = "审签单"
CHECK_SHEET = "校核单"
