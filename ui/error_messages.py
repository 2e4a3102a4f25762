"""What the clerk reads when the program itself fails, and the log file that keeps the details."""

import traceback
from datetime import datetime
from pathlib import Path


def failure_sentence(error: BaseException) -> str:
    """Keep the traceback of a failure nobody foresaw in the log; return one sentence for the clerk."""
    log = _keep(error)
    where = f"，经过已记入“{log}”" if log else ""
    return f"程序出了意外的错误，这一步没有完成，原有文件没有改动{where}，请联系维护人员"


def _keep(error: BaseException) -> Path | None:
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    from platformdirs import user_log_path  # noqa: PLC0415 - needed only after a failure, and it takes its time

    log = user_log_path("gknb", appauthor=False) / "errors.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{moment}\n{''.join(traceback.format_exception(error))}\n")
    except OSError:  # a log that cannot be written must not hide the failure itself
        return None
    return log
