//! Corrections of mentions: which words refer, and to whom.

use discussion::Span;
use engine::{EntityId, EntityType, Mention, MentionId, MentionKind};

use super::{Anchor, Misfit, Scope, Who, draft::Draft};

/// The most mentions that one correction adds.
const MOST: usize = 1000;

impl Draft<'_> {
    pub(super) fn reassign(
        &mut self,
        at: &Anchor,
        scope: Scope,
        from: &Who,
        to: &Who,
        new: Option<EntityType>,
    ) -> Result<(), Misfit> {
        // A newer engine may know the one it was taken for by no name: the place says who it is.
        let from = self.who(from).unwrap_or(EntityId(u32::MAX));
        let mention = self.mention(at, from)?;
        let from = self.analysis.mentions[mention.index()].entity;
        let mentions = self.alike(scope, mention, from);
        let to = self.entity(to, new)?;
        self.refer(&mentions, to);
        Ok(())
    }

    /// Makes mentions refer to an entity; opinions read at them follow.
    fn refer(&mut self, mentions: &[MentionId], to: EntityId) {
        let mut pairs = Vec::new();
        for id in mentions {
            let mention = &mut self.analysis.mentions[id.index()];
            pairs.extend([(mention.paragraph, mention.entity), (mention.paragraph, to)]);
            mention.entity = to;
            self.by_reader.mentions[id.index()] = true;
            if mention.kind == MentionKind::Name {
                let form = mention.span.of(&self.discussion.text);
                let forms = &mut self.analysis.entities[to.index()].aliases;
                if !forms.iter().any(|other| other == form) {
                    forms.push(form.to_owned());
                }
            }
        }
        for opinion in &mut self.analysis.opinions {
            if mentions.binary_search(&opinion.mention).is_ok() {
                opinion.target = to;
            }
        }
        self.settle(pairs);
    }

    pub(super) fn unmark(&mut self, at: &Anchor, scope: Scope, who: &Who) -> Result<(), Misfit> {
        let who = self.who(who).unwrap_or(EntityId(u32::MAX));
        let mention = self.mention(at, who)?;
        let who = self.analysis.mentions[mention.index()].entity;
        let mentions = self.alike(scope, mention, who);
        let mut pairs = Vec::new();
        for id in &mentions {
            self.gone[id.index()] = true;
            pairs.push((self.analysis.mentions[id.index()].paragraph, who));
        }
        self.analysis.opinions.retain(|o| mentions.binary_search(&o.mention).is_err());
        self.settle(pairs);
        Ok(())
    }

    pub(super) fn mark(
        &mut self,
        at: &Anchor,
        scope: Scope,
        to: &Who,
        new: Option<EntityType>,
    ) -> Result<(), Misfit> {
        let span = self.span(at)?;
        self.check_free(span)?;
        let to = self.entity(to, new)?;
        let mut spans = vec![span];
        if scope != Scope::Here
            && let Some(here) = self.paragraph(span)
        {
            self.work = self.work.checked_sub(self.discussion.text.len()).ok_or(Misfit::TooMuch)?;
            let text = &self.discussion.text;
            let others = text
                .match_indices(&at.quote)
                .filter(|(start, _)| !joins(text, *start) && !joins(text, start + at.quote.len()));
            let others = others.map(|(start, words)| Span::new(start, start + words.len()));
            let reached = others.filter(|other| {
                *other != span
                    && self.paragraph(*other).is_some_and(|there| self.reaches(scope, here, there))
            });
            let reached: Vec<_> = reached.take(MOST).collect();
            spans.extend(reached.into_iter().filter(|other| self.check_free(*other).is_ok()));
        }
        let mut pairs = Vec::new();
        for span in spans {
            let Some((sentence, paragraph)) = self.sentence(span).map(|(id, s)| (id, s.paragraph))
            else {
                continue;
            };
            let kind = kind_of(span.of(&self.discussion.text));
            self.analysis.mentions.push(Mention {
                span,
                paragraph,
                sentence,
                entity: to,
                kind,
                confidence: 1.0,
            });
            self.gone.push(false);
            self.by_reader.mentions.push(true);
            pairs.push((paragraph, to));
        }
        let forms = &mut self.analysis.entities[to.index()].aliases;
        if !forms.contains(&at.quote) {
            forms.push(at.quote.clone());
        }
        self.settle(pairs);
        Ok(())
    }

    /// Whether a mention can stand at a place.
    fn check_free(&self, span: Span) -> Result<(), Misfit> {
        if self.sentence(span).is_none() || span.of(&self.discussion.text).trim().is_empty() {
            return Err(Misfit::Crosses);
        }
        let mut near = self.alive().map(|id| self.analysis.mentions[id.index()].span);
        near.try_for_each(|other| {
            if other == span {
                Err(Misfit::Marked)
            } else if other.overlaps(span) && !other.contains(span) && !span.contains(other) {
                Err(Misfit::Crosses)
            } else {
                Ok(())
            }
        })
    }
}

/// Whether a place lies inside a word.
fn joins(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    before.chars().next_back().is_some_and(char::is_alphanumeric)
        && after.chars().next().is_some_and(char::is_alphanumeric)
}

/// How words refer, by their look: a name has a capital.
fn kind_of(words: &str) -> MentionKind {
    let begins_great = |word: &str| word.chars().next().is_some_and(|c| !c.is_lowercase());
    if words.split(' ').any(begins_great) { MentionKind::Name } else { MentionKind::Nominal }
}

#[cfg(test)]
mod tests {
    use engine::Stance;

    use super::*;
    use crate::corrections::{Correction, tests::*};

    fn reassign(words: &str, scope: Scope, to: &str, new: bool) -> Correction {
        Correction::Reassign {
            at: at(words, 0),
            scope,
            from: who("Ada"),
            to: who(to),
            new: new.then_some(EntityType::Place),
        }
    }

    #[test]
    fn one_mention_is_somebody_else() {
        let read = corrected(sample(), &[reassign("Ada", Scope::Here, "Ada Two", true)]);
        assert!(read.misfits.is_empty(), "{:?}", read.misfits);
        let names: Vec<_> = read.analysis.entities.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(names, ["Ada Two", "Bob", "Ada"]);
        assert_eq!(read.analysis.entities[0].slug, "ada-two");
        assert_eq!(stance(&read, 0, "ada-two"), Some(Stance::Critical), "the opinion follows");
        assert_eq!(stance(&read, 0, "ada"), None);
        assert_eq!(stance(&read, 2, "ada"), Some(Stance::Neutral));
        assert_eq!(read.by_reader.mentions.iter().filter(|by| **by).count(), 1);
    }

    #[test]
    fn all_mentions_are_somebody_else_who_is_known() {
        let read = corrected(sample(), &[reassign("Ada", Scope::Everywhere, "Bob", false)]);
        let names: Vec<_> = read.analysis.entities.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(names, ["Bob"]);
        let here = corrected(sample(), &[reassign("Ada", Scope::Post, "Bob", false)]);
        assert_eq!(stance(&here, 2, "ada"), Some(Stance::Neutral), "another post");
    }

    #[test]
    fn a_mark_goes_with_its_stance() {
        let unmark = |scope| Correction::Unmark { at: at("Ada", 0), scope, who: who("Ada") };
        let read = corrected(sample(), &[unmark(Scope::Here)]);
        assert_eq!(stance(&read, 0, "ada"), None);
        assert!(read.analysis.opinions.iter().all(|o| o.paragraph.0 != 0));
        assert_eq!(stance(&read, 2, "ada"), Some(Stance::Neutral));
        let read = corrected(sample(), &[unmark(Scope::Everywhere)]);
        assert!(read.analysis.entities.iter().all(|e| e.name != "Ada"));
    }

    #[test]
    fn words_become_a_mark() {
        let mark = |words, scope, to, new: Option<EntityType>| Correction::Mark {
            at: at(words, 0),
            scope,
            to: who(to),
            new,
        };
        let new = Some(EntityType::Organisation);
        let read = corrected(sample(), &[mark("the club", Scope::Everywhere, "Club", new)]);
        assert!(read.misfits.is_empty(), "{:?}", read.misfits);
        let club = read.analysis.entities.iter().position(|e| e.slug == "club").unwrap();
        let found: Vec<_> =
            read.analysis.mentions.iter().filter(|m| m.entity.index() == club).collect();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].kind, MentionKind::Nominal);
        let check = |correction: Correction, expected: Misfit| {
            assert_eq!(corrected(sample(), &[correction]).misfits, [(0, expected)]);
        };
        check(mark("Ada", Scope::Here, "Bob", None), Misfit::Marked);
        check(mark("da sp", Scope::Here, "Bob", None), Misfit::Crosses);
        check(mark("the club", Scope::Here, "Cy", None), Misfit::Nobody("Cy".into()));
        check(mark("nowhere", Scope::Here, "Bob", None), Misfit::QuoteGone);
    }
}
