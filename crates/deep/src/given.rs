//! Judging places that are given, for evaluation: what the networks say of them, before any
//! threshold.

use discussion::{Discussion, ParagraphId, Span};

use crate::{network::ReadError, reader::Reader, verdicts::likelihoods, windows::Window};

/// The share of the pairs without an opinion that training saw (`lab/deep/train.py`). Where pairs are
/// given as they occur, nothing is likelier by as much than the networks say.
const SEEN: f32 = 1.0 / 3.0;

/// The window in which a data set's text is read: the whole text, up to what fits, as in training.
fn whole(discussion: &Discussion) -> Window {
    let span = Span::new(0, discussion.text.len());
    Window { paragraph: ParagraphId(0), span, sentences: 1 }
}

/// How likely what a short text expresses toward a target, whoever holds it, is supportive,
/// critical and neither; `spans` are the target's mentions.
///
/// # Errors
/// Where a network fails.
pub fn toward(
    reader: &Reader,
    discussion: &Discussion,
    spans: &[Span],
) -> Result<[f32; 3], ReadError> {
    let input = reader.encode(discussion, &whole(discussion))?;
    let judged = reader.networks.targets(&input.encoded, &[input.at(spans)])?;
    Ok(judged.first().map_or([0.0, 0.0, 1.0], |[anyone, _]| likelihoods(anyone.logits)))
}

/// How likely it is that a short text says nothing between two entities; that the first supports
/// the second; the second the first; the first criticises the second; the second the first. Each is
/// given by its mentions, the one that is mentioned first first.
///
/// # Errors
/// Where a network fails.
pub fn between(
    reader: &Reader,
    discussion: &Discussion,
    [first, second]: [&[Span]; 2],
) -> Result<[f32; 5], ReadError> {
    let input = reader.encode(discussion, &whole(discussion))?;
    let judged = reader.networks.pairs(&input.encoded, &[[input.at(first), input.at(second)]])?;
    Ok(judged.first().map_or([1.0, 0.0, 0.0, 0.0, 0.0], |judged| {
        let [nothing, opinions @ ..] = judged.logits;
        let [a, b, c, d] = opinions;
        likelihoods([nothing + SEEN.recip().ln(), a, b, c, d])
    }))
}
