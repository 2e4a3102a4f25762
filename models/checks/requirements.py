"""Local requirements: what an authority asks of reports beyond the form, in a TOML file that an office adds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.checks.check import Check, Group, Input
from models.checks.written_texts import found_in
from models.finding import Finding, Severity
from models.form import Content, Form, Section
from models.office_file import read_office_file
from models.report import Report
from models.texts import length_of
from models.toml_source import TomlSource

_CODE = "local-requirement"
_ALTERNATIVES = "|"
"""What separates the wordings of a phrase of which one is enough."""


@dataclass(frozen=True, slots=True)
class SectionRequirement:
    """What is asked of one section.

    Args:
        section: its name, title or key.
        longest: characters it may have, white space not counted; 0 for no limit.
        shortest: characters it must have; 0 for no limit.
        required: phrases it must hold; of several wordings between bars one is enough.
        forbidden: phrases it must not hold.
    """

    section: str
    longest: int = 0
    shortest: int = 0
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    def is_about(self, section: Section) -> bool:
        """Tell whether it is a section of text that is meant."""
        names = {section.key, section.name, section.title, section.title.partition("、")[2]}
        return section.content is Content.TEXT and self.section in names


@dataclass(frozen=True, slots=True)
class Requirements:
    """The requirements of one authority: what sentences call them, and what they ask of each section."""

    name: str = ""
    sections: tuple[SectionRequirement, ...] = ()

    def check(self) -> Check:
        """Return these requirements as a check."""
        inputs = frozenset({Input.TEXTS})
        return Check(_CODE, self.name, Severity.WARNING, Group.WORDING, inputs, self._find, longest=self._longest)

    def _longest(self, section: Section) -> int:
        limits = [each.longest for each in self.sections if each.longest and each.is_about(section)]
        return min(limits, default=0)

    def _find(self, report: Report) -> Iterator[Finding]:
        for each in self.sections:
            section = _section(report.form, each)
            if section is not None:
                yield from _unmet(self.name, report.text(section.key), section, each)


NO_REQUIREMENTS = Requirements()


def read_requirements(path: Path, form: Form) -> Requirements:
    """Read a file of local requirements.

    Args:
        path: a TOML file.
        form: the form whose sections it speaks of.

    Raises:
        InputRefusal: with every mistake in the file, in one sentence.
    """
    return read_office_file(path, "本地要求文件", lambda source: _read(source, path.name, form))


def _read(source: TomlSource, file_name: str, form: Form) -> Requirements:
    requirements = Requirements(
        name=source.text("name"),
        sections=tuple(_section_requirement(each, form) for each in source.tables("sections", required=True)),
    )
    source.close()
    source.raise_problems(file_name)
    return requirements


def _section_requirement(source: TomlSource, form: Form) -> SectionRequirement:
    requirement = SectionRequirement(
        section=source.text("section"),
        longest=source.number("longest", 0, minimum=0),
        shortest=source.number("shortest", 0, minimum=0),
        required=source.texts("required"),
        forbidden=source.texts("forbidden"),
    )
    source.close()
    if requirement.section and _section(form, requirement) is None:
        names = "、".join(form.section(key).name for key in form.text_sections)
        source.note("section", f"没有叫“{requirement.section}”的文字部分，可写：{names}")
    if 0 < requirement.longest < requirement.shortest:
        source.note("longest", f"最多 {requirement.longest} 字少于最少 {requirement.shortest} 字")
    for key, phrases in (("required", requirement.required), ("forbidden", requirement.forbidden)):
        if not all(_wordings(phrase) for phrase in phrases):
            source.note(key, "有空的词语")
    return requirement


def _section(form: Form, requirement: SectionRequirement) -> Section | None:
    return next((each for each in form.sections if requirement.is_about(each)), None)


def _wordings(phrase: str) -> list[str]:
    return [wording.strip() for wording in phrase.split(_ALTERNATIVES) if wording.strip()]


# ── what is not met ─────────────────────────────────────────────────────


def _unmet(name: str, text: str, section: Section, wanted: SectionRequirement) -> Iterator[Finding]:
    length = length_of(text)
    if wanted.longest and length > wanted.longest:
        excess = length - wanted.longest
        message = f"{section.name}有 {length} 字，“{name}”限 {wanted.longest} 字，多 {excess} 字，请压缩"
        yield Finding(_CODE, Severity.WARNING, message, section=section.key)
    if length < wanted.shortest:
        message = f"{section.name}有 {length} 字，“{name}”要求不少于 {wanted.shortest} 字，请补充"
        yield Finding(_CODE, Severity.WARNING, message, section=section.key)
    for phrase in wanted.required:
        if not any(wording in text for wording in _wordings(phrase)):
            words = "”或“".join(_wordings(phrase))
            message = f"{section.name}没有写到“{words}”，“{name}”要求写明，请补写"
            yield Finding(_CODE, Severity.WARNING, message, section=section.key)
    for phrase in wanted.forbidden:
        yield from _forbidden(name, text, section, phrase)


def _forbidden(name: str, text: str, section: Section, phrase: str) -> Iterator[Finding]:
    for wording in _wordings(phrase):
        for match in re.finditer(re.escape(wording), text):
            message = f"写有“{wording}”，“{name}”要求不写，请改写"
            yield found_in(section, text, match.span(), code=_CODE, severity=Severity.WARNING, message=message)
