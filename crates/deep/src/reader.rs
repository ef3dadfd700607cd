//! The reader: a loaded file, and how it cuts and encodes text.

use std::fmt;

use discussion::{Discussion, Span};
use engine::EntityType;

use crate::{
    container::{Container, LoadError, Marks},
    network::{Encoded, Networks, ReadError},
    pieces::{Pieces, Vocabulary},
    windows::{Kind, Window},
};

/// The ids of a window that stand on no word: what kind of text it is from, and the ends.
const AROUND: usize = 3;
/// The first id of a window that stands on a word.
pub(crate) const FIRST: usize = 2;

/// A loaded deep reader.
pub struct Reader {
    hash: String,
    pieces: usize,
    /// For each label of the network the number that the engine gives it.
    pub(crate) labels: Vec<u8>,
    marks: Marks,
    cls: u32,
    sep: u32,
    mask: u32,
    vocabulary: Vocabulary,
    pub(crate) networks: Networks,
}

/// A window as it is read.
pub(crate) struct Input {
    pub(crate) pieces: Pieces,
    pub(crate) encoded: Encoded,
}

impl Reader {
    /// Loads a file.
    ///
    /// # Errors
    /// Where the bytes are no file of the deep reader, are damaged, or hold networks that cannot
    /// be run.
    pub fn load(bytes: &[u8]) -> Result<Self, LoadError> {
        Self::known(bytes, engine::analysis::sha256(bytes))
    }

    /// Loads a file if its SHA-256, in lower-case hexadecimal, is the expected one.
    ///
    /// # Errors
    /// [`LoadError::Other`] where it is not, and as [`Reader::load`].
    pub fn load_expected(bytes: &[u8], hash: &str) -> Result<Self, LoadError> {
        let found = engine::analysis::sha256(bytes);
        if found == hash { Self::known(bytes, found) } else { Err(LoadError::Other) }
    }

    fn known(bytes: &[u8], hash: String) -> Result<Self, LoadError> {
        let Container { header, vocabulary, encoder, targets, pairs } = Container::parse(bytes)?;
        let labels = header.labels.iter().map(|label| number(label)).collect::<Option<Vec<u8>>>();
        let labels = labels.ok_or(LoadError::Damaged("it has a label that is none"))?;
        let networks = Networks::load(encoder, targets, pairs, labels.len())?;
        let reader = Self {
            hash,
            pieces: header.pieces,
            labels,
            marks: header.marks,
            cls: header.cls,
            sep: header.sep,
            mask: header.mask,
            vocabulary: Vocabulary::new(vocabulary, header.unknown),
            networks,
        };
        reader.tried()
    }

    /// Reads one word, so that networks which do not fit together are found out here.
    fn tried(self) -> Result<Self, LoadError> {
        let failed = |error: ReadError| LoadError::Network {
            network: error.network(),
            reason: error.to_string(),
        };
        let ids = [self.cls, self.marks.article, self.mask, self.sep];
        let ids = ids.map(|id| i32::try_from(id).unwrap_or(0));
        let encoded = self.networks.encode(&ids, &[0, 0, 1, 0]).map_err(failed)?;
        self.networks.targets(&encoded, &[vec![FIRST]]).map_err(failed)?;
        self.networks.pairs(&encoded, &[[vec![FIRST], vec![FIRST]]]).map_err(failed)?;
        Ok(self)
    }

    /// SHA-256 of the file in lower-case hexadecimal.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// How many pieces of words fit into a window.
    pub(crate) fn room(&self) -> usize {
        self.pieces.saturating_sub(AROUND)
    }

    /// The pieces at a span of a discussion's text.
    pub(crate) fn cut(&self, discussion: &Discussion, span: Span) -> Pieces {
        self.vocabulary.cut(&discussion.text, span)
    }

    /// Reads a window.
    pub(crate) fn encode(
        &self,
        discussion: &Discussion,
        window: &Window,
    ) -> Result<Input, ReadError> {
        let mut pieces = self.cut(discussion, window.span);
        pieces.pieces.truncate(self.room());
        let encoded = self.encode_pieces(Kind::of(discussion, window.paragraph), &pieces)?;
        Ok(Input { pieces, encoded })
    }

    /// Reads a window with one of its words behind a mask.
    pub(crate) fn encode_without(
        &self,
        discussion: &Discussion,
        window: &Window,
        word: usize,
    ) -> Result<Input, ReadError> {
        let mut pieces = self.cut(discussion, window.span);
        pieces.pieces.truncate(self.room());
        let hidden = |piece: &crate::pieces::Piece| piece.word as usize == word;
        let mut first = true;
        pieces.pieces.retain_mut(|piece| {
            if !hidden(piece) {
                return true;
            }
            piece.id = self.mask;
            std::mem::take(&mut first)
        });
        let encoded = self.encode_pieces(Kind::of(discussion, window.paragraph), &pieces)?;
        Ok(Input { pieces, encoded })
    }

    fn encode_pieces(&self, kind: Kind, pieces: &Pieces) -> Result<Encoded, ReadError> {
        let mark = match kind {
            Kind::Article => self.marks.article,
            Kind::Comment => self.marks.comment,
            Kind::Reply => self.marks.reply,
        };
        let inner = pieces.pieces.iter().map(|piece| (piece.id, piece.shape));
        let around = [(self.cls, 0), (mark, 0)].into_iter();
        let (ids, shapes): (Vec<i32>, Vec<i32>) = around
            .chain(inner)
            .chain([(self.sep, 0)])
            .map(|(id, shape)| (i32::try_from(id).unwrap_or(0), i32::from(shape)))
            .unzip();
        self.networks.encode(&ids, &shapes)
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Reader").field("hash", &self.hash).finish_non_exhaustive()
    }
}

/// The engine's number of a label.
fn number(label: &str) -> Option<u8> {
    if label == "O" {
        return Some(0);
    }
    let (begins, kind) = label.split_once('-')?;
    let kind = EntityType::named(kind)?;
    match begins {
        "B" => Some(engine::names::labels::label(kind, true)),
        "I" => Some(engine::names::labels::label(kind, false)),
        _ => None,
    }
}

impl Input {
    /// The words that its pieces cover.
    pub(crate) fn words(&self) -> &[Span] {
        &self.pieces.words
    }

    /// The ids that stand on any of some spans; the first one, which stands for the whole window,
    /// where none does.
    pub(crate) fn at(&self, spans: &[Span]) -> Vec<usize> {
        let on = |piece: &crate::pieces::Piece| {
            let word = self.pieces.words.get(piece.word as usize);
            word.is_some_and(|word| spans.iter().any(|span| span.overlaps(*word)))
        };
        let pieces = self.pieces.pieces.iter().enumerate();
        let ids: Vec<usize> = pieces.filter(|(_, p)| on(p)).map(|(at, _)| at + FIRST).collect();
        if ids.is_empty() { vec![0] } else { ids }
    }

    /// What each word adds, of what each id adds, beside what a word of the window adds on average:
    /// what all add alike stands on no word.
    pub(crate) fn by_word(&self, parts: impl Iterator<Item = f32>) -> Vec<(Span, f32)> {
        let mut sums = vec![0.0; self.pieces.words.len()];
        for (piece, part) in self.pieces.pieces.iter().zip(parts.skip(FIRST)) {
            if let Some(sum) = sums.get_mut(piece.word as usize) {
                *sum += part;
            }
        }
        let words = self.pieces.words.iter().copied().zip(sums);
        let mut words: Vec<(Span, f32)> = words.filter(|(_, sum)| *sum != 0.0).collect();
        if words.len() > 1 {
            let mean = words.iter().map(|(_, sum)| *sum).sum::<f32>() / words.len() as f32;
            words.iter_mut().for_each(|(_, sum)| *sum -= mean);
        }
        words
    }
}
