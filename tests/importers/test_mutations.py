"""A seeded few of the damaged files that tests/try_mutations.py makes by the thousand."""

from tests.try_mutations import sample_files, try_mutations


def test_a_damaged_file_is_read_or_refused_in_time_and_nothing_else() -> None:
    assert try_mutations(sample_files(), range(400), seed=7).failures == []
