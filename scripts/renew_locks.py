"""Pin the newest releases that pyproject.toml allows, with their hashes; needs uv on the PATH or beside this Python."""

import shutil
import sys
from pathlib import Path

from environment import run, say

OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes", "--upgrade", "--quiet")

WITHOUT_HOSTS = ("--no-header", "--no-emit-index-url")
"""A lock names packages and hashes; where they come from is the business of each machine."""


def main() -> int:
    """Write the lock of the program, of its development, and of the tests on the oldest Qt."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        say("请先安装 uv / please install uv first: pip install uv")
        return 1
    pin = [uv, "pip", "compile", "pyproject.toml", *OPTIONS, *WITHOUT_HOSTS, "--output-file"]
    run([*pin, "requirements.lock"])
    run([*pin, "requirements-dev.lock", "--extra", "dev"])
    run([*pin, "requirements-floor.lock", "--extra", "dev", "--group", "floor"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
