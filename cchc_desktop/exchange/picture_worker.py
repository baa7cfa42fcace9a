"""Pictures as pixels; runs in a child process only, where a bad file harms nobody."""

import math
import warnings
from pathlib import Path

from PIL import Image, ImageOps

from cchc_desktop.exchange.page_wire import Fault, PageAnswer, PageRequest

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF")
MOST_PIXELS = 64_000_000  # what is unpacked before it is made smaller
_MOST_EDGE = 8_000
_DOT = 72 / 96  # points of a pixel at 100 %
_TURNED = frozenset({5, 6, 7, 8})  # orientations that lie on a side
_ORIENTATION = 0x0112
_DEEP = frozenset({"I", "I;16", "I;16B", "I;16L", "F"})

Image.MAX_IMAGE_PIXELS = None  # bounded below, with a word of its own
warnings.simplefilter("ignore")


def picture_of(request: PageRequest) -> PageAnswer:
    """Return a picture, made smaller where it is larger than wanted, or why it cannot be shown."""
    try:
        with Path(request.path).open("rb") as file:
            return _rendered(Image.open(file, formats=FORMATS), request)
    except MemoryError:
        return PageAnswer(Fault.TOO_LARGE)
    except Exception:  # noqa: BLE001  # codecs raise what they like
        return PageAnswer(Fault.DAMAGED)


def _rendered(image: Image.Image, request: PageRequest) -> PageAnswer:
    if image.format != "JPEG" and _is_vast(image):  # others are unpacked as they are
        return PageAnswer(Fault.TOO_LARGE)
    turn = image.getexif().get(_ORIENTATION, 1)
    is_turned = turn in _TURNED
    upright = image.size[::-1] if is_turned else image.size
    shown = _fitted(upright, request)
    size = shown[::-1] if is_turned else shown
    image.draft("RGB", size)  # a photograph is made smaller while it is read
    if _is_vast(image):
        return PageAnswer(Fault.TOO_LARGE)
    image.load()
    drawn = _coloured(image)
    if drawn.size != size:
        drawn = drawn.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    drawn = _upright(drawn, turn)
    pixels = drawn.convert("RGBA").tobytes("raw", "BGRA")  # Qt wants the fourth byte full
    width, height = drawn.size
    return PageAnswer(Fault.NONE, 1, width, height, width * 4, upright[0] * _DOT, pixels)


def _is_vast(image: Image.Image) -> bool:
    return image.width * image.height > MOST_PIXELS


def _coloured(image: Image.Image) -> Image.Image:
    """Return the picture in plain colours; what is clear in it lies on white."""
    if image.mode in _DEEP:
        return ImageOps.autocontrast(image.convert("F").convert("L")).convert("RGB")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return image.convert("RGB")


def _upright(image: Image.Image, turn: int) -> Image.Image:
    exif = Image.Exif()
    exif[_ORIENTATION] = turn
    image.info["exif"] = exif.tobytes()
    return ImageOps.exif_transpose(image)


def _fitted(size: tuple[int, int], request: PageRequest) -> tuple[int, int]:
    width, height = size
    wanted = request.scale * _DOT * width if request.scale else float(request.width)
    share = min(1.0, wanted / width, _MOST_EDGE / max(size))
    return max(1, math.floor(width * share + 0.5)), max(1, math.floor(height * share + 0.5))
