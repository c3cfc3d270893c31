"""Writes a small PDF by hand: lines of Helvetica, and tables between ruled lines."""

from collections.abc import Sequence

WIDTH, HEIGHT, LEFT, SIZE, STEP = 595, 842, 60, 9, 16
Table = Sequence[Sequence[str]]


def raw_pdf(pages: Sequence[Sequence[str | Table]]) -> bytes:
    """A PDF of pages; a page is texts, each on a line of its own, and tables of texts.

    A text may say where it stands: "@30 12" is 12 at 30 points from the top.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for page in pages:
        content = _content(page)
        stream = f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream"
        kids.append(f"{len(objects) + 2} 0 R")
        objects += [
            stream,
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects) + 1} 0 R >>",
        ]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _content(page: Sequence[str | Table]) -> str:
    parts, top = [], 100
    for item in page:
        if isinstance(item, str):
            place, text = (item[1:].split(" ", 1)) if item.startswith("@") else (str(top), item)
            parts.append(_text(LEFT, int(place), text))
            top += STEP if text is item else 0
            continue
        width = (WIDTH - 2 * LEFT) / len(item[0])
        for row, cells in enumerate(item):
            for column, cell in enumerate(cells):
                x, y = LEFT + column * width, top + row * STEP
                parts.append(f"{x} {HEIGHT - y - STEP} {width} {STEP} re S")
                parts.append(_text(x + 3, y + STEP - 5, cell))
        top += (len(item) + 2) * STEP
    return "\n".join(parts)


def _text(x: float, top: float, text: str) -> str:
    quoted = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {SIZE} Tf {x} {HEIGHT - top} Td ({quoted}) Tj ET"
