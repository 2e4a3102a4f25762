"""How fast two years' texts of 20,000 characters are compared, at first and again after a pause in typing."""

import random

from pytest_benchmark.fixture import BenchmarkFixture

from models import text_comparison
from models.text_comparison import compared

_CHARACTERS = "公开信息申请办理制度机制推进落实监督平台解读回应政策目录规范标准培训考核整改的和了在对"


def a_text(paragraphs: int = 150, length: int = 130) -> list[str]:
    rng = random.Random(7)

    def paragraph() -> str:
        text = ""
        while len(text) < length:
            text += "".join(rng.choices(_CHARACTERS, k=rng.randint(8, 24))) + rng.choice("，，、；。")
        return text

    return [paragraph() for _ in range(paragraphs)]


LAST = a_text()
NOW = [text[:40] + str(number) + text[40:] for number, text in enumerate(LAST)]
"""Every paragraph changed: more than any office rewrites."""


def forget() -> None:
    for known in (text_comparison._likeness, text_comparison._two_by_two, text_comparison._differences):
        known.cache_clear()


def test_a_long_text_is_compared_within_100_ms(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(compared, args=("\n".join(LAST), "\n".join(NOW)), setup=forget, rounds=10)
    assert benchmark.stats["median"] <= 0.1


def test_after_a_pause_in_typing_it_is_compared_again_within_16_ms(benchmark: BenchmarkFixture) -> None:
    before = "\n".join(LAST)
    compared(before, "\n".join(NOW))
    typed = iter(range(1000))

    def another_key() -> tuple[tuple[str, str], dict[str, object]]:
        return (before, "\n".join([*NOW[:-1], NOW[-1] + str(next(typed))])), {}

    benchmark.pedantic(compared, setup=another_key, rounds=40)
    assert benchmark.stats["median"] <= 0.016
