//! Attribution: who says which part of the text.
//!
//! Direct speech: quotation marks are paired paragraph by paragraph, and a quotation belongs to the
//! subject of the reporting verb beside it, else to whoever spoke before in the paragraph. Indirect
//! speech: what follows a reporting verb (`said that`), stands before it (`…, critics say`), or
//! hangs on `according to`, `in her view`, `his claim that`. Short quotations that nobody is said to
//! have uttered are left to the writer: they hold words at a distance, not a speech.

mod contents;
pub(crate) mod quotes;
mod sources;

use discussion::{Discussion, Paragraph, ParagraphKind, Span};

use self::quotes::Quote;
pub(crate) use self::sources::by;
use crate::{
    analysis::{Attribution, Entity, Holder, Mention, MentionKind},
    grammar::Parsed,
    models::{Lexicon, Models},
};

/// What the text's sources say.
#[derive(Clone, Debug, Default)]
pub struct Attributions {
    /// In the order of the text: by the beginning of what is said, the longer first.
    pub attributions: Vec<Attribution>,
    /// The words that name sources, in order.
    pub(crate) sources: Vec<Span>,
}

/// How many attributions are looked at before a place. More never nest.
const DEPTH: usize = 32;

impl Attributions {
    /// Who says what stands at a span: the innermost attribution whose content holds it, else the
    /// writer.
    #[must_use]
    pub fn holder_at(&self, span: Span) -> Holder {
        self.at(span).map_or(Holder::Writer, |attribution| attribution.holder)
    }

    /// The innermost attribution whose content holds a span, and whose own words do not.
    #[must_use]
    pub fn at(&self, span: Span) -> Option<&Attribution> {
        let end = self
            .attributions
            .partition_point(|attribution| attribution.content.start <= span.start);
        self.attributions
            .get(..end)?
            .iter()
            .rev()
            .take(DEPTH)
            .filter(|attribution| {
                attribution.content.contains(span)
                    && !attribution.cue.overlaps(span)
                    && !attribution.source.overlaps(span)
            })
            .min_by_key(|attribution| attribution.content.len())
    }
}

/// Finds quotations and reported speech.
#[must_use]
pub fn find(
    discussion: &Discussion,
    models: &Models,
    _entities: &[Entity],
    mentions: &[Mention],
) -> Attributions {
    let mut found = Vec::new();
    let mut carried = None;
    let mut post = None;
    for paragraph in &discussion.paragraphs {
        if post != Some(paragraph.post) {
            post = Some(paragraph.post);
            carried = None;
        }
        let mut reader = Reader {
            discussion,
            lexicon: &models.lexicon,
            mentions,
            quotes: quotes::find(discussion, paragraph),
            speakers: Vec::new(),
            found: &mut found,
        };
        carried = reader.paragraph(paragraph, carried);
    }
    discussion::order::sort_by_key(&mut found, |a: &Attribution| {
        (a.content.start, u32::MAX - a.content.end, a.cue, a.source)
    });
    found.dedup_by(|a, b| a.content == b.content && a.holder == b.holder);
    let mut sources: Vec<Span> = found.iter().map(|attribution| attribution.source).collect();
    discussion::order::sort(&mut sources);
    Attributions { attributions: found, sources }
}

/// Somebody who is said to say something, and the words that say so.
#[derive(Clone, Copy, Debug)]
struct Speaker {
    holder: Holder,
    source: Span,
    cue: Span,
    /// The words from source to cue.
    span: Span,
    /// A verb that reports wherever it stands.
    reports: bool,
    /// A verb that a few quoted words can hang on.
    speaks: bool,
}

/// Reads one paragraph.
struct Reader<'a> {
    discussion: &'a Discussion,
    lexicon: &'a Lexicon,
    mentions: &'a [Mention],
    quotes: Vec<Quote>,
    /// Who could say the quotations, in the order of the text.
    speakers: Vec<Speaker>,
    found: &'a mut Vec<Attribution>,
}

impl Reader<'_> {
    /// Reads the paragraph; `carried` is whose quotation was still open before it. Gives whose is
    /// open behind it.
    fn paragraph(&mut self, paragraph: &Paragraph, carried: Option<Speaker>) -> Option<Speaker> {
        let first = self.found.len();
        let sentences = paragraph.sentences.start as usize..paragraph.sentences.end as usize;
        for sentence in self.discussion.sentences.get(sentences).unwrap_or(&[]) {
            for piece in Parsed::pieces(self.discussion, self.lexicon, self.mentions, sentence) {
                self.reported(&piece);
            }
        }
        discussion::order::sort_by_key(&mut self.speakers, |speaker| speaker.span);
        if paragraph.kind == ParagraphKind::Quote {
            self.attribute(None, paragraph.span, true);
        }
        let open = self.quoted(paragraph, carried);
        self.settle_first_person(first);
        self.drop_doubles(first);
        open
    }

    /// Gives every quotation of the paragraph to its speaker.
    fn quoted(&mut self, paragraph: &Paragraph, carried: Option<Speaker>) -> Option<Speaker> {
        let quotes = std::mem::take(&mut self.quotes);
        let mut last: Option<Speaker> = None;
        let mut open = None;
        for (i, quote) in quotes.iter().enumerate() {
            let continues = i == 0 && quote.outer.start == paragraph.span.start;
            let speech = quote.words > 4 || (quote.stopped && quote.capital);
            // A title, or a word held at a distance.
            if !speech && quote.capital && !quote.stopped && !quote.open {
                continue;
            }
            let near = |s: &Speaker| {
                speech || (s.speaks && quote.outer.start.saturating_sub(s.cue.end) < 60)
            };
            let beside = self.beside(quote).filter(near);
            // Whoever spoke last before it in the paragraph.
            let earlier = self.speakers.partition_point(|s| s.span.start < quote.outer.start);
            let earlier = self.speakers.get(..earlier).unwrap_or(&[]);
            let earlier = earlier.iter().rev().find(|s| s.reports).copied();
            let speaker = beside
                .or(if continues { carried } else { None })
                .or_else(|| self.signed(quote).filter(|_| speech))
                .or(last.or(earlier).filter(|_| speech))
                .or_else(|| {
                    // Nobody yet: the first one who speaks later in the paragraph.
                    let next = self.speakers.partition_point(|s| s.span.start < quote.outer.end);
                    self.speakers.get(next).copied().filter(|s| s.reports && speech)
                });
            if speaker.is_none() && !speech {
                continue;
            }
            self.attribute(speaker, quote.inner, true);
            last = speaker.or(last);
            open = if quote.open { speaker } else { None };
        }
        self.quotes = quotes;
        open
    }

    /// The speaker who stands beside a quotation in its own sentence: right before or behind it,
    /// else the last one before it whose sentence it ends.
    fn beside(&self, quote: &Quote) -> Option<Speaker> {
        let text = &self.discussion.text;
        let outside = |s: &Speaker| !quote.outer.overlaps(s.span);
        let joined = |from: u32, to: u32| {
            let between = Span { start: from, end: to.max(from) }.of(text);
            between.len() < 24 && !between.contains(['.', '!', '?', ';'])
        };
        let next = self.speakers.partition_point(|s| s.span.start < quote.outer.end);
        let behind = self
            .speakers
            .get(next)
            .filter(|s| outside(s) && s.span.start - quote.outer.end < 48)
            .filter(|s| {
                Span { start: quote.outer.end, end: s.span.start }
                    .of(text)
                    .chars()
                    .all(|c| c.is_whitespace() || c == ',' || c == '\u{2014}')
            });
        let before = self
            .speakers
            .get(..next)
            .unwrap_or(&[])
            .iter()
            .rev()
            .take(4)
            .find(|s| outside(s) && s.span.end <= quote.outer.start);
        let touching = before.filter(|s| joined(s.span.end, quote.outer.start));
        let same_sentence = before.filter(|s| {
            let between = Span { start: s.span.end, end: quote.outer.start }.of(text);
            between.len() < 200 && !between.contains(". ") && !between.contains(['!', '?', ';'])
        });
        behind.or(touching).or(same_sentence).copied()
    }

    /// Whose name stands behind a quotation and a dash at the end of its paragraph.
    fn signed(&self, quote: &Quote) -> Option<Speaker> {
        let text = &self.discussion.text;
        let next = self.mentions.partition_point(|m| m.span.start < quote.outer.end);
        let mention = self.mentions.get(next)?;
        let dash = Span { start: quote.outer.end, end: mention.span.start.max(quote.outer.end) };
        let dash = dash.of(text).trim();
        let is_dash = matches!(dash, "-" | "--" | "\u{2013}" | "\u{2014}");
        let (source, cue) = (mention.span, mention.span);
        (is_dash && mention.kind == MentionKind::Name).then_some(Speaker {
            holder: Holder::Source(mention.entity),
            source,
            cue,
            span: source,
            reports: true,
            speaks: true,
        })
    }

    fn attribute(&mut self, speaker: Option<Speaker>, content: Span, quoted: bool) {
        let nowhere = Span { start: content.start, end: content.start };
        let (holder, source, cue) =
            speaker.map_or((Holder::Unnamed, nowhere, nowhere), |s| (s.holder, s.source, s.cue));
        self.found.push(Attribution { holder, source, cue, content, quoted });
    }

    /// What is quoted inside reported speech of the same verb is said once.
    fn drop_doubles(&mut self, first: usize) {
        let mut reported: Vec<(Span, Span)> = self
            .found
            .iter()
            .skip(first)
            .filter(|a| !a.quoted && !a.cue.is_empty())
            .map(|a| (a.cue, a.content))
            .collect();
        discussion::order::sort(&mut reported);
        let mut i = 0;
        self.found.retain(|a| {
            i += 1;
            i <= first
                || !a.quoted
                || !reported
                    .binary_search_by_key(&a.cue, |(cue, _)| *cue)
                    .is_ok_and(|at| reported.get(at).is_some_and(|(_, c)| c.contains(a.content)))
        });
    }

    /// `I` inside a quotation is the one who is quoted.
    fn settle_first_person(&mut self, first: usize) {
        let mut quoted: Vec<(Span, Holder)> = self
            .found
            .iter()
            .skip(first)
            .filter(|a| a.quoted)
            .map(|a| (a.content, a.holder))
            .collect();
        discussion::order::sort_by_key(&mut quoted, |(content, _)| *content);
        for attribution in self.found.iter_mut().skip(first).filter(|a| !a.quoted) {
            if attribution.holder != Holder::Writer {
                continue;
            }
            let next =
                quoted.partition_point(|(content, _)| content.start <= attribution.cue.start);
            if let Some((_, holder)) = next
                .checked_sub(1)
                .and_then(|i| quoted.get(i))
                .filter(|(content, _)| content.contains(attribution.cue))
            {
                attribution.holder = *holder;
            }
        }
    }
}
