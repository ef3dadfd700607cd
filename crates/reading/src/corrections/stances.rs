//! Corrections of stances.

use discussion::ParagraphId;
use engine::{
    EntityId, Evidence, EvidenceRole, Holder, MentionId, Opinion, Polarity, RunnerUp, Stance,
    StanceRow, Tier,
};

use super::{Anchor, Held, Misfit, Scope, Who, draft::Draft};

impl Draft<'_> {
    pub(super) fn judge(
        &mut self,
        at: &Anchor,
        scope: Scope,
        target: &Who,
        held: &Held,
        stance: Option<Stance>,
        not_the_writers: bool,
    ) -> Result<(), Misfit> {
        let span = self.span(at)?;
        let (id, holder) = (self.who(target)?, self.holder(held)?);
        let here = self.paragraph(span).ok_or(Misfit::QuoteGone)?;
        let mut places: Vec<(ParagraphId, MentionId)> = Vec::new();
        for mention in self.alive() {
            let found = &self.analysis.mentions[mention.index()];
            if found.entity != id || !self.reaches(scope, here, found.paragraph) {
                continue;
            }
            match places.iter_mut().rev().find(|(paragraph, _)| *paragraph == found.paragraph) {
                // In the paragraph itself the opinion stands where it was made.
                Some((_, kept)) if found.span == span => *kept = mention,
                Some(_) => {}
                None => places.push((found.paragraph, mention)),
            }
        }
        if !places.iter().any(|(paragraph, _)| *paragraph == here) {
            return Err(Misfit::NotNamedHere(target.name.clone()));
        }
        // A source is spread only to where it already holds something.
        if holder != Holder::Writer {
            let rows = &self.analysis.stances;
            places.retain(|(paragraph, _)| {
                let same = |row: &StanceRow| {
                    (row.paragraph, row.holder, row.target) == (*paragraph, holder, id)
                };
                *paragraph == here || rows.iter().any(same)
            });
        }
        for (paragraph, mention) in places {
            self.hold(paragraph, mention, holder, id, stance);
            if not_the_writers && holder != Holder::Writer {
                self.hold(paragraph, mention, Holder::Writer, id, Some(Stance::Neutral));
            }
        }
        Ok(())
    }

    /// Puts the reader's judgement in the place of whatever was read there.
    fn hold(
        &mut self,
        paragraph: ParagraphId,
        mention: MentionId,
        holder: Holder,
        target: EntityId,
        stance: Option<Stance>,
    ) {
        let key = (paragraph, holder, target);
        self.analysis.opinions.retain(|o| (o.paragraph, o.holder, o.target) != key);
        self.analysis.stances.retain(|row| (row.paragraph, row.holder, row.target) != key);
        let stance = match (stance, holder) {
            (None, Holder::Writer) => Stance::Neutral,
            (None, _) => return,
            (Some(stance), _) => stance,
        };
        let place = &self.analysis.mentions[mention.index()];
        let (span, words) = (
            self.discussion.sentences.get(place.sentence.index()).map_or(place.span, |s| s.span),
            place.span,
        );
        let polarities: &[Polarity] = match stance {
            Stance::Supportive => &[Polarity::Supportive],
            Stance::Critical => &[Polarity::Critical],
            Stance::Mixed => &[Polarity::Supportive, Polarity::Critical],
            // A source needs an opinion to be there at all; neither side is none.
            Stance::Neutral | Stance::Unclear => &[],
        };
        for polarity in polarities {
            let weight = if *polarity == Polarity::Supportive { 1.0 } else { -1.0 };
            self.analysis.opinions.push(Opinion {
                paragraph,
                span,
                holder,
                target,
                mention,
                polarity: *polarity,
                score: 1.0,
                tier: Tier::Reader,
                evidence: vec![Evidence { span: words, role: EvidenceRole::Cue, weight }],
                runner_up: RunnerUp::default(),
                summands: Vec::new(),
            });
        }
        let row = StanceRow { paragraph, holder, target, stance, score: 1.0, tier: Tier::Reader };
        self.analysis.stances.push(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corrections::{Correction, tests::*};

    fn judge(holder: Held, stance: Option<Stance>, scope: Scope) -> Correction {
        Correction::Judge {
            at: at("Ada", 0),
            scope,
            target: who("Ada"),
            holder,
            stance,
            not_the_writers: true,
        }
    }

    #[test]
    fn the_writers_stance_here_and_everywhere() {
        let here = judge(Held::Writer, Some(Stance::Supportive), Scope::Here);
        let read = corrected(sample(), &[here]);
        assert_eq!(stance(&read, 0, "ada"), Some(Stance::Supportive));
        assert_eq!(stance(&read, 2, "ada"), Some(Stance::Neutral));
        let row = &read.analysis.stances.iter().find(|row| row.tier == Tier::Reader).unwrap();
        assert_eq!((row.paragraph.0, row.score), (0, 1.0));
        let opinions: Vec<_> = read.analysis.opinions.iter().map(|o| o.polarity).collect();
        assert_eq!(opinions, [Polarity::Supportive, Polarity::Supportive], "Bob's is left");
        let all = judge(Held::Writer, Some(Stance::Mixed), Scope::Everywhere);
        let read = corrected(sample(), &[all]);
        assert_eq!(stance(&read, 2, "ada"), Some(Stance::Mixed));
    }

    #[test]
    fn a_stance_gets_another_holder() {
        let source = Held::Source(who("Bob"));
        let read =
            corrected(sample(), &[judge(source.clone(), Some(Stance::Critical), Scope::Here)]);
        assert_eq!(stance(&read, 0, "ada"), Some(Stance::Neutral), "the writer only reports it");
        let bobs = |read: &crate::corrections::Corrected| {
            let bob = read.analysis.entities.iter().position(|e| e.slug == "bob").unwrap();
            let held = Holder::Source(EntityId(bob as u32));
            read.analysis.stances.iter().filter(|row| row.holder == held).count()
        };
        assert_eq!(bobs(&read), 1);
        let both = [
            judge(source.clone(), Some(Stance::Critical), Scope::Here),
            judge(source, None, Scope::Here),
        ];
        assert_eq!(bobs(&corrected(sample(), &both)), 0);
    }

    #[test]
    fn what_is_not_named_cannot_be_judged() {
        let other = Correction::Judge {
            at: at("Nobody", 0),
            scope: Scope::Everywhere,
            target: who("Bob"),
            holder: Held::Writer,
            stance: Some(Stance::Critical),
            not_the_writers: false,
        };
        let read = corrected(sample(), &[other]);
        assert_eq!(read.misfits, [(0, Misfit::NotNamedHere("Bob".into()))]);
    }
}
