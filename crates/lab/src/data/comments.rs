//! Whole comments with their entities, the writer's stance on each, and what the comment says
//! that others hold.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::{corpus::Post, passage::CodePoints};

/// The classes that are scored, in the order of the tables.
pub(crate) const CLASSES: &[&str] = &["supportive", "critical", "neutral"];

/// One comment.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Item {
    /// The comment.
    pub(crate) text: String,
    /// Names and adjectives of entities.
    pub(crate) mentions: Vec<Mention>,
    /// The writer's stance on each entity over the whole comment.
    pub(crate) stance: Vec<Judgement>,
    /// What somebody named is said to hold.
    #[serde(default)]
    pub(crate) reported: Vec<Relation>,
}

/// One mention.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Mention {
    /// Where it stands.
    #[serde(flatten)]
    pub(crate) span: CodePoints,
    /// The entity's name.
    pub(crate) entity: String,
}

/// The writer's stance on an entity.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Judgement {
    /// The entity's name.
    pub(crate) entity: String,
    /// `supportive`, `critical`, `mixed` or `neutral`.
    pub(crate) stance: String,
}

/// A reported stance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) struct Relation {
    /// Whose it is: an entity's name.
    pub(crate) holder: String,
    /// Toward whom: an entity's name.
    pub(crate) target: String,
    /// `supportive` or `critical`.
    pub(crate) stance: String,
}

impl Item {
    /// A post of our own corpus in this format: its paragraphs with a blank line between, entities
    /// by their slugs.
    pub(crate) fn of(post: &Post) -> Self {
        const BETWEEN: &str = "\n\n";
        let mut item =
            Self { text: String::new(), mentions: vec![], stance: vec![], reported: vec![] };
        for paragraph in &post.paragraphs {
            if !item.text.is_empty() {
                item.text.push_str(BETWEEN);
            }
            let before = item.text.chars().count();
            item.text.push_str(&paragraph.text);
            let named = paragraph.mentions.iter().filter(|mention| mention.is_named());
            item.mentions.extend(named.map(|mention| Mention {
                span: CodePoints {
                    start: before + mention.piece.start,
                    end: before + mention.piece.end,
                },
                entity: mention.entity.clone(),
            }));
            item.reported.extend(paragraph.opinions.iter().map(|opinion| Relation {
                holder: opinion.holder.clone(),
                target: opinion.target.clone(),
                stance: opinion.polarity.clone(),
            }));
        }
        item.reported.sort();
        item.reported.dedup();
        item.stance = post
            .stances
            .iter()
            .map(|s| Judgement { entity: s.entity.clone(), stance: s.stance.clone() })
            .collect();
        item
    }

    /// The names of the entities that are mentioned.
    pub(crate) fn entities(&self) -> BTreeSet<&str> {
        self.mentions.iter().map(|mention| mention.entity.as_str()).collect()
    }
}
