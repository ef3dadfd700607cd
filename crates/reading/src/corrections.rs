//! Corrections: what a reader changed. They are a layer over the machine's reading, an ordered list
//! of small typed operations, and never mixed into it.
//!
//! A correction names its place by the words that stand there ([`Anchor`]) and whom it is about by
//! slug and name ([`Who`]), so that it still fits when the text has changed a little or a newer
//! engine reads it. [`apply`] is pure and total: what does not fit any more is listed with a reason
//! and changes nothing. Whatever a correction made bears [`engine::Tier::Reader`] or stands in
//! [`ByReader`].

mod agreement;
mod anchor;
mod apply;
mod draft;
mod entities;
mod line;
mod log;
mod mentions;
mod posts;
mod stances;
mod steps;

use engine::{EntityType, Stance};
use thiserror::Error;

pub use self::{
    agreement::Agreement,
    anchor::{Anchor, MAX_QUOTE_BYTES},
    apply::{ByReader, Corrected, MAX_CORRECTIONS, apply},
    entities::slug_for,
    line::{MAX_LINE_BYTES, MAX_NAME_BYTES},
    log::{Change, Log, Record, RecordId},
};

/// How far a correction reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// This mention; for a stance, this paragraph.
    Here,
    /// All that is alike in the same post.
    Post,
    /// All that is alike in the whole discussion.
    #[default]
    Everywhere,
}

/// An entity, as it was called when the correction was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Its slug.
    pub slug: String,
    /// Its name, in case that a newer engine gives it another slug.
    pub name: String,
}

/// Whose stance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Held {
    /// The writer of the post.
    #[default]
    Writer,
    /// Somebody whom no entity stands for.
    Unnamed,
    /// Somebody whom the post quotes or reports.
    Source(Who),
}

/// One thing that a reader changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// An entity is of another type.
    Retype {
        /// Which.
        who: Who,
        /// Of which type it is.
        kind: EntityType,
    },
    /// An entity has another name. Its slug stays, so that links keep working.
    Rename {
        /// Which.
        who: Who,
        /// What it is called.
        name: String,
    },
    /// Two entities are the same.
    Merge {
        /// The one that goes.
        who: Who,
        /// The one that stays.
        into: Who,
    },
    /// A mention refers to somebody else.
    Reassign {
        /// The mention.
        at: Anchor,
        /// How far: this mention, or all of the entity in the post or everywhere.
        scope: Scope,
        /// To whom it was taken to refer.
        from: Who,
        /// To whom it refers.
        to: Who,
        /// The type of `to`, if that is somebody new.
        new: Option<EntityType>,
    },
    /// Words are a mention that the machine has not found.
    Mark {
        /// The words.
        at: Anchor,
        /// How far: these words, or wherever they stand in the post or everywhere.
        scope: Scope,
        /// To whom they refer.
        to: Who,
        /// The type of `to`, if that is somebody new.
        new: Option<EntityType>,
    },
    /// Words that the machine took for a mention are none.
    Unmark {
        /// The mention.
        at: Anchor,
        /// How far: this mention, or all of the entity in the post or everywhere.
        scope: Scope,
        /// To whom it was taken to refer.
        who: Who,
    },
    /// A holder's stance on an entity.
    Judge {
        /// A mention of the entity in the paragraph.
        at: Anchor,
        /// How far: this paragraph, or all of the post or everywhere that name the entity.
        scope: Scope,
        /// Toward whom.
        target: Who,
        /// Whose stance.
        holder: Held,
        /// What it is; none takes away what a source was taken to hold.
        stance: Option<Stance>,
        /// Whether it is not the writer's own as well: the writer then only names the entity.
        not_the_writers: bool,
    },
    /// Where the comments begin.
    Border {
        /// The beginning of their first paragraph; none where there are no comments.
        at: Option<Anchor>,
    },
    /// Who wrote a post.
    Author {
        /// The beginning of the post.
        at: Anchor,
        /// The author; empty where nobody is named.
        name: String,
    },
}

/// Why a correction does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Misfit {
    /// The quotation is not in the text.
    #[error("These words are not in the text any more.")]
    QuoteGone,
    /// The quotation is there several times.
    #[error("These words stand at several places, none of them like the one that was meant.")]
    Ambiguous,
    /// There is no such entity.
    #[error("Nobody is called \u{201c}{0}\u{201d} here.")]
    Nobody(String),
    /// The machine has no mention there.
    #[error("These words are not marked any more.")]
    NotMarked,
    /// The words cut through a mark or a sentence.
    #[error("These words cut through another mark or reach beyond a sentence.")]
    Crosses,
    /// The words are marked already.
    #[error("These words are marked already.")]
    Marked,
    /// The place does not name the entity.
    #[error("\u{201c}{0}\u{201d} is not named here any more.")]
    NotNamedHere(String),
    /// Looking for it would take too long.
    #[error("There are too many corrections; this one was not looked at.")]
    TooMuch,
}

#[cfg(test)]
pub(crate) mod tests {
    use discussion::Span;
    use engine::{Holder, Polarity};
    use proptest::{collection::vec, option, prelude::*, sample::select};

    use super::*;
    use crate::{reading::Reading, sample::Sample, term::Term, words::Lowercase};

    pub(crate) fn sample() -> Sample {
        Sample::new(&["Ada spoke badly of the club, said Bob.", "Bob sang."])
            .comment("Nobody knows Ada or the club.")
            .mention("Ada", 0, "Ada")
            .mention("Bob", 0, "Bob")
            .mention("Bob", 1, "Bob")
            .mention("Ada", 2, "Ada")
            .opinion(0, Holder::Writer, "Ada", Polarity::Critical, "badly")
            .opinion(1, Holder::Writer, "Bob", Polarity::Supportive, "sang")
            .writer(0, "Ada", Stance::Critical)
            .writer(0, "Bob", Stance::Neutral)
            .writer(1, "Bob", Stance::Supportive)
            .writer(2, "Ada", Stance::Neutral)
    }

    pub(crate) fn who(name: &str) -> Who {
        Who { slug: slug_for(name, &|_| false), name: name.to_owned() }
    }

    /// The place of words in the sample; words that are not there get a place that is gone.
    pub(crate) fn at(words: &str, nth: usize) -> Anchor {
        let text = sample().parts().0.text;
        match text.match_indices(words).nth(nth) {
            Some((start, _)) => Anchor::of(&text, Span::new(start, start + words.len())),
            None => Anchor { quote: words.to_owned(), ..Anchor::default() },
        }
    }

    pub(crate) fn corrected(sample: Sample, corrections: &[Correction]) -> Corrected {
        let (discussion, analysis) = sample.parts();
        apply(discussion, analysis, corrections.iter())
    }

    pub(crate) fn stance(read: &Corrected, paragraph: u32, slug: &str) -> Option<Stance> {
        let entity = read.analysis.entities.iter().position(|e| e.slug == slug)?;
        let rows = read.analysis.stances.iter().filter(|row| row.holder == Holder::Writer);
        let mut rows = rows.filter(|r| r.paragraph.0 == paragraph && r.target.index() == entity);
        let found = rows.next().map(|row| row.stance);
        assert!(rows.next().is_none(), "one row");
        found
    }

    fn anchors() -> impl Strategy<Value = Anchor> {
        let word = select(&["Ada", "Bob", "the club", "Nobody", "sang", "gone", " sang."][..]);
        prop_oneof![
            3 => (word, 0..2_usize).prop_map(|(word, nth)| at(word, nth)),
            1 => ("\\PC{1,9}", any::<u32>(), "[ab\t\\\\\n]{0,3}").prop_map(
                |(quote, start, before)| Anchor { quote, start, after: before.clone(), before }
            ),
        ]
    }

    fn whos() -> impl Strategy<Value = Who> {
        let known = select(&["Ada", "Bob", "Cy", "Ada Two"][..]).prop_map(who);
        prop_oneof![3 => known, 1 => "\\PC{0,5}".prop_map(|name| Who { slug: "x".into(), name })]
    }

    /// Any corrections, most of them of the sample.
    pub(crate) fn corrections() -> impl Strategy<Value = Vec<Correction>> {
        let (kind, scope) = (select(EntityType::ALL), select(Scope::ALL));
        let new = option::of(kind.clone());
        let held =
            prop_oneof![Just(Held::Writer), Just(Held::Unnamed), whos().prop_map(Held::Source)];
        let stance = option::of(select(Stance::ALL));
        let each =
            prop_oneof![
                (whos(), kind).prop_map(|(who, kind)| Correction::Retype { who, kind }),
                (whos(), "\\PC{1,5}").prop_map(|(who, name)| Correction::Rename { who, name }),
                (whos(), whos()).prop_map(|(who, into)| Correction::Merge { who, into }),
                (anchors(), scope.clone(), whos(), whos(), new.clone()).prop_map(
                    |(at, scope, from, to, new)| Correction::Reassign { at, scope, from, to, new }
                ),
                (anchors(), scope.clone(), whos(), new)
                    .prop_map(|(at, scope, to, new)| Correction::Mark { at, scope, to, new }),
                (anchors(), scope.clone(), whos())
                    .prop_map(|(at, scope, who)| Correction::Unmark { at, scope, who }),
                (anchors(), scope, whos(), held, stance, any::<bool>()).prop_map(
                    |(at, scope, target, holder, stance, not_the_writers)| Correction::Judge {
                        at,
                        scope,
                        target,
                        holder,
                        stance,
                        not_the_writers,
                    }
                ),
                option::of(anchors()).prop_map(|at| Correction::Border { at }),
                (anchors(), "\\PC{0,5}").prop_map(|(at, name)| Correction::Author { at, name }),
            ];
        vec(each, 0..12)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_analysis_promises_holds_after_any_corrections(all in corrections()) {
            let read = corrected(sample(), &all);
            let Corrected { discussion, analysis, by_reader, misfits, .. } = &read;
            let bare = engine::invariants::check(discussion, &analysis.entities, &analysis.mentions);
            // A source may be known by what it holds alone.
            prop_assert!(bare.clone().is_ok_and(|()| true) || bare == Err("an entity has no mention".into()), "{bare:?}");
            prop_assert_eq!(by_reader.mentions.len(), analysis.mentions.len());
            prop_assert_eq!(by_reader.entities.len(), analysis.entities.len());
            for opinion in &analysis.opinions {
                let mention = &analysis.mentions[opinion.mention.index()];
                prop_assert_eq!((mention.paragraph, mention.entity), (opinion.paragraph, opinion.target));
                prop_assert!(!opinion.evidence.is_empty());
            }
            let rows = analysis.stances.len();
            let reading = Reading::new(discussion.clone(), analysis.clone(), Lowercase::STANDARD);
            // Only what a source was said to be neutral or unclear about is no row.
            let silent = analysis.stances.iter().filter(|row| {
                row.holder != Holder::Writer
                    && !analysis.opinions.iter().any(|o| {
                        (o.paragraph, o.holder, o.target) == (row.paragraph, row.holder, row.target)
                    })
            });
            prop_assert_eq!(reading.analysis.stances.len(), rows - silent.count(), "every row is there, once");
            prop_assert!(misfits.is_sorted_by_key(|(at, _)| *at));
        }

        #[test]
        fn what_does_not_fit_changes_nothing(all in corrections()) {
            let whole = corrected(sample(), &all);
            let fits = |at: &usize| !whole.misfits.iter().any(|(misfit, _)| misfit == at);
            let fitting: Vec<_> =
                (0..all.len()).filter(fits).map(|at| all[at].clone()).collect();
            let again = corrected(sample(), &fitting);
            prop_assert_eq!(&again.misfits, &vec![]);
            prop_assert_eq!((again.analysis, again.by_reader), (whole.analysis, whole.by_reader));
        }
    }
}
