"""What the clipboard holds, as files to take in: files of the file manager, or a picture."""

import tempfile
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from cchc_desktop.clock import Clock
from cchc_desktop.domain.errors import CchcError
from ui.evidence.intake import Batch
from ui.evidence.paths import local_paths, pasted_image
from ui.shared.copying import copied_content


def pasted(sheet: str, criterion: str, clock: Clock) -> Batch:
    """Return the files of the clipboard for a criterion; a picture is written to a file first.

    Args:
        sheet: id of the sheet.
        criterion: id of the criterion, "" for the register alone.
        clock: names a picture.

    Raises:
        CchcError: there is nothing to paste, or no room for the picture.
    """
    mime = copied_content()
    paths = local_paths(mime) if mime is not None else ()
    if paths:
        return Batch(paths, sheet, criterion)
    image = QGuiApplication.clipboard().image()
    if image.isNull():
        raise CchcError(
            "Trong bộ nhớ tạm không có ảnh hay tệp nào để dán.",
            "Chụp màn hình hoặc chép tệp rồi dán lại.",
        )
    folder = tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True)
    try:
        path = pasted_image(image, Path(folder.name), clock)
    except CchcError:
        folder.cleanup()
        raise
    return Batch((path,), sheet, criterion, folder)
