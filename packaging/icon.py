"""The program's icon for Windows, drawn from resources/icons/mark.svg."""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_MARK = Path(__file__).parent.parent / "resources/icons/mark.svg"
_SIZES = (16, 20, 24, 32, 48, 64, 256)
_GROUND = "#1b4f91"  # the accent of the light theme


def write_icon(path: Path) -> None:
    """Write an .ico file with every size that Windows asks for, each as a PNG."""
    pictures = [_png(size) for size in _SIZES]
    offset = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(_SIZES, pictures, strict=True):
        edge = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head + b"".join(pictures))


def _png(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_GROUND))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.18, size * 0.18)
    svg = _MARK.read_bytes().replace(b"currentColor", b"#ffffff")
    edge = size * 0.14
    QSvgRenderer(QByteArray(svg)).render(
        painter, QRectF(edge, edge, size - 2 * edge, size - 2 * edge)
    )
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


if __name__ == "__main__":
    write_icon(Path(sys.argv[1]))
