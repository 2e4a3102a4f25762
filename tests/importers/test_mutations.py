"""A seeded few of the damaged files that tests/try_mutations.py makes by the thousand."""

from tests import try_mutations


def test_a_damaged_file_is_read_or_refused_and_nothing_else() -> None:
    ends, failures = try_mutations.try_mutations(try_mutations.sample_files()[:2], 300, seed=7)
    assert failures == []
    assert set(ends) <= {"read", "refused"}
