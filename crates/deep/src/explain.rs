//! Explaining by leaving words out: how a judgement changes where one word is not there.

use discussion::{Discussion, ParagraphId, Span};
use engine::{Analysis, EntityId, Holder, Summand};

use crate::{
    network::ReadError,
    read::Mentioned,
    reader::{Input, Reader},
    windows::{Window, windows_of},
};

/// The most words that are left out: each costs as much as reading the window.
const WORDS: usize = 64;

/// What the words of a paragraph do for the judgement on a target, found by leaving them out one by
/// one: how much less the logarithm of how many times likelier supportive is than critical becomes
/// without each. They are the words of the sentences that mention the target or show the opinion,
/// up to 64 of them, in the order of the text. Empty where the paragraph does not mention the
/// target (or the holder).
///
/// # Errors
/// Where a network fails.
pub fn explain(
    reader: &Reader,
    discussion: &Discussion,
    analysis: &Analysis,
    paragraph: ParagraphId,
    holder: Holder,
    target: EntityId,
) -> Result<Vec<Summand>, ReadError> {
    let mut summands = Vec::new();
    let told = told(discussion, analysis, paragraph, holder, target);
    for window in windows_of(reader, discussion, paragraph) {
        let mentioned = Mentioned::of(&analysis.mentions, &window);
        let spans = |entity: EntityId| -> Vec<Span> {
            let places = mentioned.entities.get(&entity).map(Vec::as_slice).unwrap_or(&[]);
            places.iter().map(|(span, _)| *span).collect()
        };
        let target = spans(target);
        let asked = match holder {
            Holder::Writer => Asked::Writer(target),
            Holder::Unnamed => Asked::Anyone(target),
            Holder::Source(source) => Asked::Source(spans(source), target),
        };
        if asked.is_there() {
            left_out(reader, discussion, &window, &asked, &told, &mut summands)?;
        }
    }
    Ok(summands)
}

/// The sentences of a paragraph that mention the target, or hold evidence of the opinion on it.
fn told(
    discussion: &Discussion,
    analysis: &Analysis,
    paragraph: ParagraphId,
    holder: Holder,
    target: EntityId,
) -> Vec<Span> {
    let mentions = analysis.mentions.iter().filter(|mention| mention.entity == target);
    let opinions = analysis.opinions.iter().filter(|opinion| {
        (opinion.paragraph, opinion.holder, opinion.target) == (paragraph, holder, target)
    });
    let evidence = opinions.flat_map(|opinion| &opinion.evidence).map(|evidence| evidence.span);
    let places: Vec<Span> = mentions.map(|mention| mention.span).chain(evidence).collect();
    discussion
        .sentences_of(paragraph)
        .map(|(_, sentence)| sentence.span)
        .filter(|sentence| places.iter().any(|place| sentence.contains(*place)))
        .collect()
}

/// What is asked of a window, by the mentions in it.
enum Asked {
    Writer(Vec<Span>),
    Anyone(Vec<Span>),
    Source(Vec<Span>, Vec<Span>),
}

fn left_out(
    reader: &Reader,
    discussion: &Discussion,
    window: &Window,
    asked: &Asked,
    told: &[Span],
    summands: &mut Vec<Summand>,
) -> Result<(), ReadError> {
    let input = reader.encode(discussion, window)?;
    let whole = asked.odds(reader, &input)?;
    for (word, span) in input.words().iter().enumerate() {
        let is_told = told.iter().any(|sentence| sentence.contains(*span));
        let is_word = discussion.slice(*span).contains(char::is_alphanumeric);
        if !is_told || !is_word || asked.names(*span) || summands.len() >= WORDS {
            continue;
        }
        let without = reader.encode_without(discussion, window, word)?;
        let weight = whole - asked.odds(reader, &without)?;
        summands.push(Summand { span: *span, weight });
    }
    Ok(())
}

impl Asked {
    fn mentions(&self) -> [&[Span]; 2] {
        match self {
            Self::Writer(target) | Self::Anyone(target) => [target, target],
            Self::Source(source, target) => [source, target],
        }
    }

    fn is_there(&self) -> bool {
        self.mentions().iter().all(|mentions| !mentions.is_empty())
    }

    /// Whether a word names one of those who are asked about.
    fn names(&self, word: Span) -> bool {
        self.mentions().iter().any(|mentions| mentions.iter().any(|at| at.overlaps(word)))
    }

    /// The log odds of supportive to critical.
    fn odds(&self, reader: &Reader, input: &Input) -> Result<f32, ReadError> {
        let odds =
            match self {
                Self::Source(source, target) => {
                    let forward = source.first() < target.first();
                    let (source, target) = (input.at(source), input.at(target));
                    let pair = if forward { [source, target] } else { [target, source] };
                    let (pro, contra) = if forward { (1, 3) } else { (2, 4) };
                    let judged = reader.networks.pairs(&input.encoded, &[pair])?;
                    judged.first().map(|judged| judged.logits[pro] - judged.logits[contra])
                }
                Self::Writer(target) | Self::Anyone(target) => {
                    let judged = reader.networks.targets(&input.encoded, &[input.at(target)])?;
                    let writer = matches!(self, Self::Writer(_));
                    let judged = judged.first().map(|[of_anyone, of_writer]| {
                        if writer { of_writer.logits } else { of_anyone.logits }
                    });
                    judged.map(|logits| logits[0] - logits[1])
                }
            };
        Ok(odds.unwrap_or(0.0))
    }
}
