from models.checks import CHECKS, DEFAULT_CHECKS, find_problems
from models.checks.requirements import Requirements, SectionRequirement
from models.checks.settings import CheckSettings, checks_in_force
from models.finding import Finding, Severity
from models.report import Report
from tests.builders import a_clean_report

REQUIREMENTS = Requirements("市里的要求", (SectionRequirement("总体情况", required=("社会监督员",)),))
TOWN = {"proactive/regulations/in_force": "2"}


def codes(settings: CheckSettings) -> set[str]:
    return {check.code for check in checks_in_force(settings)}


def found(report: Report, settings: CheckSettings, requirements: Requirements = REQUIREMENTS) -> list[Finding]:
    return list(find_problems(report, checks_in_force(settings, requirements)))


def test_without_settings_the_default_checks_run() -> None:
    assert checks_in_force() == DEFAULT_CHECKS


def test_only_the_length_of_the_overview_is_off_by_default() -> None:
    assert [check.code for check in CHECKS if check.is_optional] == ["overview-length"]


def test_a_check_is_switched_off_and_an_optional_one_on() -> None:
    in_force = codes(CheckSettings(on=frozenset({"overview-length"}), off=frozenset({"overview-topics"})))
    assert in_force == {check.code for check in CHECKS} - {"overview-topics"}


def test_what_is_off_finds_nothing() -> None:
    report = a_clean_report(TOWN, agency="某某镇人民政府")
    assert find_problems(report)
    assert not find_problems(report, checks_in_force(CheckSettings(off=frozenset({"regulations-by-whom"}))))


def test_codes_that_no_check_has_are_left_alone() -> None:
    settings = CheckSettings(on=frozenset({"none"}), off=frozenset({"nothing"}), levels={"no one": Severity.ERROR})
    assert checks_in_force(settings) == DEFAULT_CHECKS


def test_a_level_is_changed_by_its_code() -> None:
    report = a_clean_report(TOWN, agency="某某镇人民政府")
    settings = CheckSettings(levels={"regulations-by-whom": Severity.INFO})
    assert [finding.severity for finding in find_problems(report, checks_in_force(settings))] == [Severity.INFO]


def test_the_limit_of_the_overview_is_the_clerks() -> None:
    report = a_clean_report()
    on = CheckSettings(on=frozenset({"overview-length"}))
    shorter = CheckSettings(on=frozenset({"overview-length"}), longest_overview=100)
    assert not find_problems(report, checks_in_force(on))
    assert [finding.code for finding in find_problems(report, checks_in_force(shorter))] == ["overview-length"]


def test_the_limit_and_the_level_are_both_the_clerks() -> None:
    settings = CheckSettings(
        on=frozenset({"overview-length"}), longest_overview=100, levels={"overview-length": Severity.WARNING}
    )
    (finding,) = find_problems(a_clean_report(), checks_in_force(settings))
    assert finding.severity is Severity.WARNING


def test_local_requirements_come_last() -> None:
    (finding,) = found(a_clean_report(), CheckSettings())
    assert finding.code == "local-requirement"
    assert checks_in_force(CheckSettings(), REQUIREMENTS)[:-1] == DEFAULT_CHECKS


def test_local_requirements_have_a_level_too() -> None:
    (finding,) = found(a_clean_report(), CheckSettings(levels={"local-requirement": Severity.ERROR}))
    assert finding.severity is Severity.ERROR
