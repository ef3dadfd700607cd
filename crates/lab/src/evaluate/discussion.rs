//! `discussion`: whole texts, end to end, with nothing given: comments alone, or labelled
//! discussions of our own corpus, of which every post is an item.
//!
//! - Mentions: names and adjectives, by span whatever their type.
//! - Entities: a predicted entity matches the gold entity with which it shares most mentions, one
//!   to one, the pairs with most shared mentions first. In a whole discussion they are matched once
//!   and counted in every post that names them.
//! - Stance: the writer's stance on each gold entity, from the paragraphs of the post taken
//!   together; an entity that was not found is an abstention. Entities on which gold is mixed are
//!   left out of the three classes; a predicted mixed or unclear is a miss for the gold class.
//! - Reported relations: holder, target and sign, in names of gold entities. A relation of an
//!   entity that matches no gold entity is a false positive.

mod found;

use std::{collections::BTreeSet, path::PathBuf};

use anyhow::Result;
use engine::Stance;
use serde::Deserialize;
use serde_json::{Value, json};

use self::found::Found;
use crate::{
    corpus::Labelled,
    data::{
        self,
        comments::{CLASSES, Item},
    },
    evaluate::{Setup, scores::Scores},
    metrics::{Confusion, Hits, rounded},
    passage::Passage,
    vader::{Vader, VaderClass},
};

/// A line of either format.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Line {
    Discussion(Labelled),
    Comment(Item),
}

/// A post with what is known of it and what was found in it; nothing, where it was refused.
struct Case {
    item: Item,
    is_comment: bool,
    found: Option<Found>,
}

/// Evaluates the comments or discussions of some files.
pub(super) fn evaluate(files: &[PathBuf], setup: &Setup) -> Result<Scores> {
    let mut lines: Vec<Line> = Vec::new();
    for file in files {
        lines.extend(data::read(file)?);
    }
    let cases: Vec<Vec<Case>> = setup.each(&lines, |line| match line {
        Line::Comment(item) => {
            let found = Found::in_comment(item, setup).ok();
            Ok(vec![Case { item: item.clone(), is_comment: true, found }])
        }
        Line::Discussion(labelled) => {
            let found = Found::in_discussion(labelled, setup)?;
            let items = labelled.posts.iter().map(Item::of);
            let posts = items.zip(&labelled.posts).zip(found);
            Ok(posts
                .map(|((item, post), found)| Case {
                    item,
                    is_comment: post.is_comment(),
                    found: Some(found),
                })
                .collect())
        }
    })?;
    let cases: Vec<Case> = cases.into_iter().flatten().collect();
    let all: Vec<&Case> = cases.iter().collect();
    let tally = Tally::of(&all);
    let mut scores = Scores::over(cases.len())
        .figure("mention_f1", tally.mentions.f1())
        .figure("entity_f1", tally.entities.f1())
        .figure("stance_macro_f1", tally.stance.macro_f1())
        .figure("reported_precision", tally.reported.precision())
        .figure("reported_recall", tally.reported.recall())
        .figure("reported_f1", tally.reported.f1())
        .part("mentions", tally.mentions.figures())
        .part("entities", tally.entities.figures())
        .part("by_class", tally.stance.by_class())
        .part("confusion", tally.stance.counts())
        .refused(cases.iter().filter(|case| case.found.is_none()).count());
    let (comments, articles): (Vec<&Case>, Vec<&Case>) =
        cases.iter().partition(|case| case.is_comment);
    if !articles.is_empty() {
        scores = scores
            .part("comments", Tally::of(&comments).part(comments.len()))
            .part("articles", Tally::of(&articles).part(articles.len()));
    }
    if let Some(vader) = &setup.vader {
        let floors = json!({
            "neutral": rounded(floor(&all, |_| Some(2)).macro_f1()),
            "vader": rounded(floor(&all, |text| Some(vader_class(vader, text))).macro_f1()),
        });
        scores = scores
            .part("floors", floors)
            .note("The floors are given the gold mentions; the engine is not.".to_owned());
    }
    Ok(scores)
}

/// Everything counted over some posts.
struct Tally {
    mentions: Hits,
    entities: Hits,
    reported: Hits,
    stance: Confusion,
}

impl Tally {
    fn of(cases: &[&Case]) -> Self {
        let (mentions, entities, reported) = Default::default();
        let mut tally = Self { mentions, entities, reported, stance: Confusion::new(CLASSES) };
        let nothing = Found::default();
        for Case { item, found, .. } in cases {
            let found = found.as_ref().unwrap_or(&nothing);
            tally.mentions += Hits { gold: item.mentions.len(), ..found.mentions };
            tally.entities += Hits {
                right: found.matched,
                predicted: found.entities,
                gold: item.entities().len(),
            };
            tally.reported += Hits::count(&found.reported, &item.reported);
            for judgement in &item.stance {
                let Some(class) = class_of(&judgement.stance) else { continue };
                let stance = found.stances.get(judgement.entity.as_str()).copied();
                tally.stance.add(class, stance.and_then(class_of_stance));
            }
        }
        tally
    }

    /// The main figures of a part of the posts.
    fn part(&self, items: usize) -> Value {
        json!({
            "items": items,
            "mention_f1": rounded(self.mentions.f1()),
            "entity_f1": rounded(self.entities.f1()),
            "stance_macro_f1": rounded(self.stance.macro_f1()),
            "reported_f1": rounded(self.reported.f1()),
            "confusion": self.stance.counts(),
        })
    }
}

fn class_of(stance: &str) -> Option<usize> {
    CLASSES.iter().position(|class| *class == stance)
}

fn class_of_stance(stance: Stance) -> Option<usize> {
    match stance {
        Stance::Supportive => Some(0),
        Stance::Critical => Some(1),
        Stance::Neutral => Some(2),
        Stance::Mixed | Stance::Unclear => None,
    }
}

/// A judge that is told the entities and sees the sentences that name each.
fn floor(cases: &[&Case], judge: impl Fn(&str) -> Option<usize>) -> Confusion {
    let mut confusion = Confusion::new(CLASSES);
    for Case { item, .. } in cases {
        let Ok(passage) = Passage::comment(&item.text) else { continue };
        for judgement in &item.stance {
            let Some(class) = class_of(&judgement.stance) else { continue };
            confusion.add(class, judge(&naming(item, &passage, &judgement.entity)));
        }
    }
    confusion
}

/// The sentences of a comment that name an entity.
fn naming(item: &Item, passage: &Passage, entity: &str) -> String {
    let sentences: BTreeSet<_> = item
        .mentions
        .iter()
        .filter(|mention| mention.entity == entity)
        .map(|mention| passage.place(passage.span(mention.span)).1)
        .collect();
    let texts: Vec<&str> = sentences
        .into_iter()
        .filter_map(|id| passage.discussion.sentences.get(id.index()))
        .map(|sentence| passage.discussion.slice(sentence.span))
        .collect();
    texts.join(" ")
}

fn vader_class(vader: &Vader, text: &str) -> usize {
    match vader.class(text) {
        VaderClass::Positive => 0,
        VaderClass::Negative => 1,
        VaderClass::Neutral => 2,
    }
}
