//! Evidence: the words that carry a verdict.

use discussion::Span;
use engine::{Evidence, EvidenceRole, Polarity, Summand};

use super::Ground;
use crate::thresholds::SHOWN;

impl Ground<'_> {
    /// The words that speak most for a side, in the order of the text; nothing where no word does.
    /// Words that tell a reader nothing are shown only where no other speaks for it.
    pub(super) fn evidence(&self, parts: &[(Span, f32)], polarity: Polarity) -> Vec<Evidence> {
        let sign = if polarity == Polarity::Supportive { 1.0 } else { -1.0 };
        let letters = |span: Span| self.discussion.slice(span).contains(char::is_alphanumeric);
        let mut speaking: Vec<(bool, Span, f32)> = parts
            .iter()
            .filter(|(span, weight)| weight * sign > 0.0 && letters(*span))
            .map(|(span, weight)| (self.tells(*span), *span, *weight))
            .collect();
        speaking.sort_by(|a, b| {
            b.0.cmp(&a.0).then((b.2 * sign).total_cmp(&(a.2 * sign))).then(a.1.cmp(&b.1))
        });
        let any = speaking.first().is_some_and(|(tells, ..)| *tells);
        speaking.retain(|(tells, ..)| *tells || !any);
        speaking.truncate(if any { SHOWN } else { 1 });
        speaking.sort_by_key(|(_, span, _)| *span);
        let shown = speaking.into_iter();
        shown.map(|(_, span, weight)| Evidence { span, role: EvidenceRole::Cue, weight }).collect()
    }

    fn tells(&self, span: Span) -> bool {
        let next = self.telling.partition_point(|word| word.end <= span.start);
        self.telling.get(next).is_some_and(|word| word.overlaps(span))
    }
}

/// All that was added up, in the order of the text: what stands on no word first.
pub(super) fn summands(odds: f32, parts: &[(Span, f32)]) -> Vec<Summand> {
    let words: f32 = parts.iter().map(|(_, weight)| weight).sum();
    let rest = Summand { span: Span::default(), weight: odds - words };
    let of_words = parts.iter().map(|&(span, weight)| Summand { span, weight });
    [rest].into_iter().chain(of_words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summands_add_up_to_the_odds() {
        let parts = [(Span::new(3, 8), 1.5), (Span::new(9, 12), -0.25)];
        let summands = summands(-2.0, &parts);
        assert_eq!(summands[0].span, Span::default());
        assert_eq!(summands[1..].iter().map(|s| s.span).collect::<Vec<_>>(), parts.map(|p| p.0));
        assert!((summands.iter().map(|s| s.weight).sum::<f32>() + 2.0).abs() < 1e-6);
    }
}
