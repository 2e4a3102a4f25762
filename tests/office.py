"""LibreOffice for tests: converts documents without a window, in a profile of its own."""

import atexit
import functools
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

SECONDS = 200

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def convert(path: Path, to: str, folder: Path, *, recalculate: bool = False) -> Path:
    """Convert one document and return the new file.

    Args:
        path: the document.
        to: the format as LibreOffice names it: `pdf`, `xlsx`, `csv:Text - txt - csv (StarCalc):44,34,76`.
        folder: where the new file goes, under the old name with the new suffix.
        recalculate: compute every formula of a workbook anew instead of trusting the values in the file.
    """
    return convert_all([path], to, folder, recalculate=recalculate)[0]


def convert_all(paths: Sequence[Path], to: str, folder: Path, *, recalculate: bool = False) -> list[Path]:
    """Convert several documents with different names in one start of LibreOffice; as `convert` else."""
    made = [folder / f"{path.stem}.{to.partition(':')[0]}" for path in paths]
    assert len({*made}) == len(made), "two documents would be written to the same file"
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={_profile(recalculate=recalculate).as_uri()}"
    command = ["soffice", profile, "--headless", "--norestore", "--convert-to", to, "--outdir", str(folder)]
    run = subprocess.run(
        [*command, *map(str, paths)], capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False
    )
    missing = [path.name for path in made if not path.exists()]
    assert not missing, f"LibreOffice did not write {missing}: {run.stdout} {run.stderr}"
    return made


@functools.cache
def _profile(*, recalculate: bool) -> Path:
    """Return this process's profile: a first start is slow, and two programs cannot share one."""
    folder = Path(tempfile.mkdtemp(prefix="office-profile-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if recalculate:
        (folder / "user").mkdir()
        (folder / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    return folder
