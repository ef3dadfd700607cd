"""Writes `tokens.jsonl`: how the library that the networks are trained with cuts texts.

    python crates/deep/tests/tokens.py

Run it from the root of the checkout with the requirements of `lab/deep`, after `tiny.py`.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "../../../lab/deep"))

from pieces import Pieces  # noqa: E402

TEXTS = [
    "Mina Aas praised the new bridge, and Per Lie never did.",
    "“It’s the mayor’s!” she said… NATO, U.S., iPhone, McCain; J. K. and 5G in 1990s",
    "pro-government/anti-police (co-operate) don't won’t rock'n'roll #news @mina_aas 50% $40bn",
    "café naïve Ångström Łódź Ðe smørrebrød straße İstanbul ΣΊΣΥΦΟΣ Ǆ ﬁne",
    "cafe\u0301 A\u030angstro\u0308m e\u0301\u0323\u0327x \u0301mina",
    "Great 👍🏽 work 😂😂 ❤️ 👩‍👩‍👧 🇳🇴 ☹ :-) ¯\\_(ツ)_/¯",
    "北京的市长 said 你好。 東京タワー and 서울 한국어 mayor",
    "שלום עולם! אני מ־תל־אביב \u200fmayor\u200e مرحبا بالعالم، مَدِينَة",
    "हिन्दी में लिखा है। ไทยแลนด์ বাংলা",
    "zero\u200bwidth soft\u00adhyphen no\u00a0break\u202fthin\u2009space tab\there\nline\rback\u2028sep",
    "bell\u0007 null\u0000 replaced\ufffd feff\ufeff private\ue000 mina",
    "x² ½ ⁴ ① Ⅳ ªº 5th 3.14 1,150 −7 + = < > ^ | ~ ` ° © ™ € £",
    "a" * 100 + " " + "b" * 101 + " " + "ab" * 30,
    "…—–‐‑‹›«»„“‚‘¿¡§¶•·†‡※、。《》「」（）",
    "   ",
    "",
    "MINA AAS AND PER LIE SAID NO. mINA mIna Mina mina M m ÉCOLE École éCOLE",
    "ﷺ ㍿ ℵ ℃ Å K Ω 豈 \u1fef \u037e \u2000 q",
]

data = (HERE / "tiny.bin").read_bytes()
length = int.from_bytes(data[8:12], "little")
header = json.loads(data[12 : 12 + length])
vocabulary = data[12 + length :][: header["parts"][0]["length"]].decode().split("\n")
pieces = Pieces(vocabulary, longest=10**6)
with open(HERE / "tokens.jsonl", "w", encoding="utf-8") as file:
    for text in TEXTS:
        window = pieces.window(text, "article")
        row = {"text": text, "ids": window.ids[2:-1], "shapes": window.shapes[2:-1], "places": window.places[2:-1]}
        file.write(json.dumps(row, ensure_ascii=True) + "\n")
