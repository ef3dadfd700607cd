//! What a filter leaves of a reading, as a reading of its own, for files that go out.
//!
//! The text stays whole, so that every place stays right and every format stays valid; so do posts,
//! paragraphs and the border. Mentions, opinions, stances and attributions are those that stand in
//! the paragraphs that match, and entities those that any of them refers to.

use discussion::{ParagraphId, Span};
use engine::{Analysis, EntityId, Holder, MentionId};

use crate::{filter::Shown, reading::Reading};

/// New numbers for what is kept, by the old ones.
struct Numbers(Vec<Option<u32>>);

impl Numbers {
    fn of(kept: &[bool]) -> Self {
        let mut next = 0;
        let number = |kept: &bool| {
            let number = kept.then_some(next);
            next += u32::from(*kept);
            number
        };
        Self(kept.iter().map(number).collect())
    }

    fn get(&self, old: u32) -> Option<u32> {
        self.0.get(old as usize).copied().flatten()
    }
}

impl Reading {
    /// What stands in the paragraphs that match.
    #[must_use]
    pub fn restricted(&self, shown: &Shown) -> Self {
        let old = &self.analysis;
        let matches = |paragraph: ParagraphId| shown.matches.get(paragraph.index()) == Some(&true);
        let is_in = |span: Span| {
            let paragraphs = &self.discussion.paragraphs;
            let at = paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start);
            matches(ParagraphId(at as u32))
        };
        let kept: Vec<bool> = old.mentions.iter().map(|m| matches(m.paragraph)).collect();
        let mentions = Numbers::of(&kept);
        let mut analysis = Analysis {
            stamp: old.stamp.clone(),
            mentions: old.mentions.iter().filter(|m| matches(m.paragraph)).cloned().collect(),
            attributions: old.attributions.iter().filter(|a| is_in(a.source)).cloned().collect(),
            opinions: old.opinions.iter().filter(|o| matches(o.paragraph)).cloned().collect(),
            stances: old.stances.iter().filter(|r| matches(r.paragraph)).cloned().collect(),
            ..Analysis::default()
        };
        // Without the mention that it is read at, an opinion would point to another.
        analysis.opinions.retain_mut(|opinion| {
            let number = mentions.get(opinion.mention.0);
            opinion.mention = MentionId(number.unwrap_or_default());
            number.is_some()
        });
        renumber_entities(&mut analysis, old);
        Self::new(self.discussion.clone(), analysis, self.lowercase())
    }
}

/// Takes the entities that anything refers to, and gives them new numbers.
fn renumber_entities(analysis: &mut Analysis, old: &Analysis) {
    let mut kept = vec![false; old.entities.len()];
    each_entity(analysis, |entity| {
        if let Some(kept) = kept.get_mut(entity.index()) {
            *kept = true;
        }
    });
    let numbers = Numbers::of(&kept);
    // What referred to nothing goes on doing so.
    each_entity(analysis, |entity| entity.0 = numbers.get(entity.0).unwrap_or(u32::MAX));
    let entities = old.entities.iter().zip(&kept).filter(|(_, kept)| **kept);
    analysis.entities = entities.map(|(entity, _)| entity.clone()).collect();
}

/// Does something with every reference to an entity.
fn each_entity(analysis: &mut Analysis, mut act: impl FnMut(&mut EntityId)) {
    let of_holder = |holder: &mut Holder, act: &mut dyn FnMut(&mut EntityId)| {
        if let Holder::Source(entity) = holder {
            act(entity);
        }
    };
    analysis.mentions.iter_mut().for_each(|mention| act(&mut mention.entity));
    for attribution in &mut analysis.attributions {
        of_holder(&mut attribution.holder, &mut act);
    }
    for opinion in &mut analysis.opinions {
        of_holder(&mut opinion.holder, &mut act);
        act(&mut opinion.target);
    }
    for row in &mut analysis.stances {
        of_holder(&mut row.holder, &mut act);
        act(&mut row.target);
    }
}

#[cfg(test)]
mod tests {
    use engine::{Polarity, Stance};

    use super::*;
    use crate::{filter::Filter, sample::Sample};

    fn reading() -> Reading {
        Sample::new(&["Ada met Bob.", "Bob praised Cy."])
            .comment("Cy is a fool!")
            .mention("Ada", 0, "Ada")
            .mention("Bob", 0, "Bob")
            .mention("Bob", 1, "Bob")
            .mention("Cy", 1, "Cy")
            .mention("Cy", 2, "Cy")
            .opinion(2, Holder::Writer, "Cy", Polarity::Critical, "fool")
            .writer(2, "Cy", Stance::Critical)
            .reading()
    }

    #[test]
    fn what_is_left_keeps_its_places() {
        let whole = reading();
        let filter = Filter::default().toggle_stance(Stance::Critical);
        let part = whole.restricted(&filter.apply(&whole));
        assert_eq!(part.discussion, whole.discussion);
        let names: Vec<_> = part.entities().map(|(_, entity)| entity.name.as_str()).collect();
        assert_eq!(names, ["Cy"]);
        let said: Vec<_> =
            part.analysis.mentions.iter().map(|m| part.discussion.slice(m.span)).collect();
        assert_eq!(said, ["Cy"]);
        let [opinion] = part.analysis.opinions.as_slice() else { panic!() };
        assert_eq!((opinion.mention, part.name(opinion.target)), (MentionId(0), "Cy"));
        assert_eq!(part.analysis.stances.len(), 1);
    }

    #[test]
    fn no_filter_leaves_everything() {
        let whole = reading();
        assert_eq!(whole.restricted(&Filter::default().apply(&whole)), whole);
        let none = whole.restricted(&Shown::default());
        assert!(none.analysis.entities.is_empty() && none.analysis.stances.is_empty());
    }
}
