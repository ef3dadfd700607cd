//! What speaks for a report, and what for a comment, in one paragraph.
//!
//! A linear model: each feature is a count of signs outside quotations, damped (`n / (n + 1)`, so
//! that one paragraph cannot shout down the others) and weighted; the sum is high for a report and
//! low for a comment. What is counted follows what sets involved from informational writing
//! (Biber, Variation across Speech and Writing, 1988). The lists and the side on which each sign may
//! count are set by hand; how much it counts is fitted, see [`super::weights`].

use super::{lists, weights::Weights};
use crate::discussion::{Discussion, ParagraphId, ParagraphKind, Token, TokenKind};

/// A feature of a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Feature {
    /// What it is called in the table of weights.
    pub name: &'static str,
    /// Which side it may speak for.
    pub side: Side,
    /// The most that its weight may be. Signs by which data sets differ more than reports and
    /// comments do (sentences cut short, capitals left out, emoji) have a bound.
    pub most: f32,
    count: fn(&Counts) -> f32,
}

/// Which side a feature may speak for; its weight is 0 where the data say the opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Its weight is 0 or more.
    Report,
    /// Its weight is 0 or less.
    Comment,
}

/// How many features there are.
pub const COUNT: usize = 26;
/// So many tokens a paragraph may have before what is counted in it is scaled down.
const LONG: f32 = 40.0;
/// The bounds of one paragraph's say.
const MOST: f32 = 2.5;

const fn report(name: &'static str, most: f32, count: fn(&Counts) -> f32) -> Feature {
    Feature { name, side: Side::Report, most, count }
}

const fn comment(name: &'static str, most: f32, count: fn(&Counts) -> f32) -> Feature {
    Feature { name, side: Side::Comment, most, count }
}

/// The features in the order of the weights.
pub const FEATURES: [Feature; COUNT] = [
    comment("first_person", 3.0, |c| c.first_person),
    comment("second_person", 3.0, |c| c.second_person),
    comment("exclamations", 1.5, |c| c.exclamations),
    comment("questions", 3.0, |c| c.questions),
    comment("ellipses", 1.5, |c| c.ellipses),
    comment("shouted", 1.5, |c| c.shouted),
    comment("small_starts", 1.5, |c| c.small_starts),
    comment("contractions", 3.0, |c| c.contractions),
    comment("pictures", 1.5, |c| c.pictures),
    comment("argument", 3.0, |c| c.argument),
    comment("openers", 3.0, |c| c.openers),
    comment("present", 3.0, |c| c.present),
    comment("modals", 3.0, |c| c.modals),
    comment("conditions", 3.0, |c| c.conditions),
    comment("pointers", 3.0, |c| c.pointers),
    comment("negations", 3.0, |c| c.negations),
    report("reports", 3.0, |c| c.reports),
    report("quotations", 3.0, |c| c.quotations),
    report("dates", 3.0, |c| c.dates),
    report("titles", 3.0, |c| c.titles),
    report("numbers", 3.0, |c| c.numbers),
    report("prepositions", 3.0, |c| c.prepositions),
    report("past", 3.0, |c| c.past),
    report("names", 2.0, |c| c.names),
    report("length", 0.5, |c| c.length),
    comment("bare", 1.0, |c| c.bare),
];

#[derive(Default)]
struct Counts {
    first_person: f32,
    second_person: f32,
    exclamations: f32,
    questions: f32,
    ellipses: f32,
    shouted: f32,
    small_starts: f32,
    contractions: f32,
    pictures: f32,
    argument: f32,
    openers: f32,
    present: f32,
    modals: f32,
    conditions: f32,
    pointers: f32,
    negations: f32,
    prepositions: f32,
    reports: f32,
    quotations: f32,
    dates: f32,
    titles: f32,
    numbers: f32,
    past: f32,
    /// Capitals inside sentences, for every ten tokens.
    names: f32,
    /// Tokens of the mean sentence, in twenties.
    length: f32,
    /// Whether nothing says where it comes from.
    bare: f32,
}

impl Counts {
    /// Makes what was counted in a long paragraph comparable with a short one.
    fn scale(&mut self, factor: f32) {
        for count in [
            &mut self.first_person,
            &mut self.second_person,
            &mut self.exclamations,
            &mut self.questions,
            &mut self.ellipses,
            &mut self.shouted,
            &mut self.small_starts,
            &mut self.contractions,
            &mut self.pictures,
            &mut self.argument,
            &mut self.openers,
            &mut self.present,
            &mut self.modals,
            &mut self.conditions,
            &mut self.pointers,
            &mut self.negations,
            &mut self.prepositions,
            &mut self.reports,
            &mut self.quotations,
            &mut self.dates,
            &mut self.titles,
            &mut self.numbers,
            &mut self.past,
        ] {
            *count *= factor;
        }
    }
}

/// The evidence of one paragraph, feature by feature, from 0 to 1; see [`score`].
#[must_use]
pub fn values(discussion: &Discussion, paragraph: ParagraphId) -> [f32; COUNT] {
    let counts = count(discussion, paragraph);
    FEATURES.map(|feature| {
        let value = (feature.count)(&counts);
        value / (value + 1.0)
    })
}

/// How much a paragraph reads like a report (high) or a comment (low), within fixed bounds.
/// Headings and block quotations say nothing.
#[must_use]
pub fn score(discussion: &Discussion, paragraph: ParagraphId, weights: &Weights) -> Option<f32> {
    let kind = discussion.paragraphs.get(paragraph.index())?.kind;
    if matches!(kind, ParagraphKind::Heading | ParagraphKind::Quote) {
        return None;
    }
    let values = values(discussion, paragraph);
    let sum: f32 = weights.features.iter().zip(&values).map(|(weight, value)| weight * value).sum();
    Some(sum.clamp(-MOST, MOST))
}

fn count(discussion: &Discussion, paragraph: ParagraphId) -> Counts {
    let mut counts = Counts::default();
    let mut quoted = false;
    let mut first = true;
    let (mut names, mut total, mut sentences) = (0, 0, 0);
    for (id, _) in discussion.sentences_of(paragraph) {
        let tokens = discussion.tokens_of(id);
        if !quoted {
            begin(discussion, tokens, first, &mut counts);
        }
        first = false;
        sentences += 1;
        total += tokens.len();
        for (at, token) in tokens.iter().enumerate() {
            let text = discussion.slice(token.span);
            let word = token.kind == TokenKind::Word && text.len() > 1;
            if word && at > 0 && text.starts_with(char::is_uppercase) {
                names += 1;
            }
            if token.kind == TokenKind::Punctuation {
                match text {
                    "“" => quoted = true,
                    "”" => quoted = false,
                    "\"" => quoted = !quoted,
                    _ => {}
                }
                if matches!(text, "”" | "\"") && !quoted {
                    counts.quotations += 1.0;
                }
            }
            if !quoted {
                count_token(token.kind, text, &mut counts);
            }
        }
    }
    counts.scale((LONG / total.max(1) as f32).min(1.0));
    counts.names = 10.0 * names as f32 / total.max(1) as f32;
    counts.length = total as f32 / (20 * sentences.max(1)) as f32;
    if counts.reports + counts.quotations + counts.dates + counts.titles == 0.0 {
        counts.bare = 1.0;
    }
    counts
}

fn begin(discussion: &Discussion, tokens: &[Token], first: bool, counts: &mut Counts) {
    let Some(token) = tokens.iter().find(|t| t.kind != TokenKind::Punctuation) else { return };
    let text = discussion.slice(token.span);
    if token.kind == TokenKind::Word && text.starts_with(char::is_lowercase) {
        counts.small_starts += 1.0;
    }
    if first && lists::has(text, lists::OPENERS) {
        counts.openers += 1.0;
    }
}

fn count_token(kind: TokenKind, text: &str, counts: &mut Counts) {
    match kind {
        TokenKind::Punctuation => {
            if text.contains('!') {
                counts.exclamations += 1.0;
            }
            if text.contains('?') {
                counts.questions += 1.0;
            }
            if text.contains('…') || text.len() > 1 && text.starts_with('.') {
                counts.ellipses += 1.0;
            }
        }
        TokenKind::Clitic if !text.ends_with(['s', 'S']) => {
            counts.contractions += 1.0;
            if lists::has(text, lists::NEGATIONS) {
                counts.negations += 1.0;
            }
        }
        TokenKind::Emoji | TokenKind::Handle | TokenKind::Hashtag => counts.pictures += 1.0,
        TokenKind::Number => counts.numbers += 1.0,
        TokenKind::Word if text == "i" => counts.small_starts += 1.0,
        TokenKind::Word if text.len() <= lists::LONGEST => {
            lists::each(text, |list| {
                let count = match list {
                    // `US` is a country; in a shouted sentence too few are lost to matter.
                    0 if text == "US" => return,
                    0 => &mut counts.first_person,
                    1 => &mut counts.second_person,
                    2 => &mut counts.argument,
                    3 => &mut counts.present,
                    4 => &mut counts.reports,
                    5 => &mut counts.titles,
                    6 => &mut counts.past,
                    7 => &mut counts.modals,
                    8 => &mut counts.conditions,
                    9 => &mut counts.pointers,
                    lists::NEGATIONS => &mut counts.negations,
                    11 => &mut counts.prepositions,
                    12 => &mut counts.dates,
                    _ => return,
                };
                *count += 1.0;
            });
            if text.len() >= 5 && text.ends_with("ed") {
                counts.past += 1.0;
            }
            if text.len() >= 6 && text.chars().all(char::is_uppercase) {
                counts.shouted += 1.0;
            }
        }
        _ => {}
    }
}
