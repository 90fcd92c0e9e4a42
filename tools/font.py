#!/usr/bin/env python3
"""Makes src/chart/cjk.otf: the font of the pictures, cut down to what they may have to say.

    apt-get download fonts-noto-cjk && dpkg-deb -x fonts-noto-cjk_*.deb noto
    pip install fonttools==4.68.0
    python3 tools/font.py noto/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

The same font file (Debian's 1:20220127+repack1) and the same contents of locales/ and personas/ give the same bytes.
Run it again when the test `every_character_of_every_label_has_a_glyph` names characters that are missing.

Kept: printable ASCII, Latin-1, general punctuation and the signs below; all of GB2312 (6,763 characters); the 5,401
frequent characters of Big5, for names in Traditional Chinese; every character of locales/ and personas/; and the
box that stands for anything else. Hinting, kerning and alternative forms go: pictures are drawn large, and positions
must be the same on every machine.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "chart" / "cjk.otf"
# The face of the collection with Simplified Chinese forms. It has the Traditional characters too.
FACE = "NotoSansCJKsc-Regular"
SIGNS = "·…—–‘’“”、。〈〉《》「」『』【】（）！？：；，％＋－＝～□■●○◆◇▲△▼▽★☆→←↑↓↘↗①②③④⑤⑥⑦⑧⑨⑩℃￥€£×÷±≤≥"


def code_points() -> set[int]:
    wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x2010, 0x2028))
    wanted |= {ord(sign) for sign in SIGNS} | set(range(0x3000, 0x3018)) | set(range(0xFF01, 0xFF5F))
    wanted |= charset("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
    wanted |= charset("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    for folder in ("locales", "personas"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".ftl", ".toml"):
                wanted |= {ord(c) for c in path.read_text(encoding="utf-8")}
    return wanted


def charset(name: str, firsts, seconds) -> set[int]:
    """The characters of a two-byte character set between these first and second bytes."""
    found = set()
    for first in firsts:
        for second in seconds:
            try:
                found.add(ord(bytes([first, second]).decode(name)))
            except (UnicodeDecodeError, TypeError):
                pass
    return found


def main(source: str) -> None:
    faces = TTCollection(source, recalcTimestamp=False) if source.endswith(".ttc") else None
    if faces is None:
        sys.exit("tools/font.py: give it NotoSansCJK-Regular.ttc")
    font = next(f for f in faces.fonts if f["name"].getDebugName(6) == FACE)
    font.recalcTimestamp = False
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "STAT"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=code_points())
    cutter.subset(font)
    # A changed font should not go by the name of the whole one.
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = "XiaoqiPictures"
    font.save(TARGET)
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")


if __name__ == "__main__":
    main(*sys.argv[1:2] or [""])
