"""Word pieces: from text to what the encoder reads, with the place of every piece.

Offsets are Unicode code points, as in the data sets.
"""

from dataclasses import dataclass, field

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

CLS, SEP, UNKNOWN, MASK, PAD = "[CLS]", "[SEP]", "[UNK]", "[MASK]", "[PAD]"
# What kind of text a window is from stands behind CLS.
MARKS = {"article": "[unused1]", "comment": "[unused2]", "reply": "[unused3]"}
SPECIALS = [PAD, UNKNOWN, CLS, SEP, MASK, *MARKS.values()]
# CLS, the mark and SEP.
AROUND = 3


def shape(word: str) -> int:
    """How a word is written: the encoder's vocabulary knows small letters only."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6 if any(c.isdigit() for c in word) else 7
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return 1 if all(c.islower() for c in letters) else 7
    if capitals == len(letters):
        return 3 if len(letters) > 1 else 4
    return 2 if letters[0].isupper() else 5


SHAPES = 8


@dataclass
class Window:
    """A stretch of text as the encoder reads it."""

    ids: list[int]
    shapes: list[int]
    # Of each id, from and to in the text; (0, 0) for what stands on no word.
    places: list[tuple[int, int]]
    # Whether an id begins a word.
    first: list[bool]
    # By id, what the names head may answer; None where it is not asked.
    names: list[list[int] | None] = field(default_factory=list)

    def at(self, spans: list[tuple[int, int]]) -> list[int]:
        """The ids that overlap any of the spans."""
        return [
            i
            for i, (start, end) in enumerate(self.places)
            if end > start and any(start < b and a < end for a, b in spans)
        ]


class Pieces:
    """WordPiece over a vocabulary, a list of pieces by id."""

    def __init__(self, vocabulary: list[str], longest: int = 192):
        self.vocabulary = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.longest = longest
        self.tokenizer = Tokenizer(
            models.WordPiece(self.ids, unk_token=UNKNOWN, max_input_chars_per_word=100)
        )
        self.tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
        self.tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()

    def window(self, text: str, kind: str) -> Window:
        """Reads a text, cut where it is too long."""
        read = self.tokenizer.encode(text, add_special_tokens=False)
        room = self.longest - AROUND
        words = read.word_ids[:room]
        places = read.offsets[:room]
        spans: dict[int, tuple[int, int]] = {}
        for word, (start, end) in zip(words, places):
            a, b = spans.get(word, (start, end))
            spans[word] = (min(a, start), max(b, end))
        shapes = {word: shape(text[a:b]) for word, (a, b) in spans.items()}
        first = [i == 0 or words[i - 1] != word for i, word in enumerate(words)]
        return Window(
            ids=[self.ids[CLS], self.ids[MARKS[kind]], *read.ids[:room], self.ids[SEP]],
            shapes=[0, 0, *(shapes[word] for word in words), 0],
            places=[(0, 0), (0, 0), *places, (0, 0)],
            first=[False, False, *first, False],
        )
