"""A picture for paper: what is drawn of it, without the clear border around."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

EDGE_PX = 4
QUALITY = 88


def drawn_part(content: bytes) -> tuple[bytes, tuple[int, int]]:
    """The drawn part on white as JPEG, and its width and height in pixels."""
    with Image.open(BytesIO(content)) as picture:
        drawn = picture.convert("RGBA")
    white = Image.new("RGBA", drawn.size, "white")
    box = drawn.getchannel("A").getbbox() or (0, 0, *drawn.size)
    left, top = (max(edge - EDGE_PX, 0) for edge in box[:2])
    right, bottom = (min(e + EDGE_PX, n) for e, n in zip(box[2:], drawn.size, strict=True))
    part = Image.alpha_composite(white, drawn).convert("RGB").crop((left, top, right, bottom))
    out = BytesIO()
    part.save(out, "JPEG", quality=QUALITY)
    return out.getvalue(), part.size
