//! `border`: whether the place is found where the comments begin.
//!
//! The joins are made of the documents of genre `news` (the first paragraphs of one, so many that
//! chance says) and of the texts without a genre, which are taken for comments, in an order of
//! chance that is the same in every run. Beside them, every document alone, and comments alone:
//! there, any border is a false one. Discussions of our own corpus give articles and comments for
//! joins, and are read as they are, too.

use std::path::PathBuf;

use anyhow::{Result, bail};
use serde::Deserialize;
use serde_json::json;

use crate::{
    corpus::Labelled,
    data,
    evaluate::{Setup, scores::Scores},
    joins::{Dice, Join},
    metrics::rounded,
};

const JOINS: usize = 400;
const ONLY_COMMENTS: usize = 100;

/// A line of any data set.
#[derive(Debug, Deserialize)]
struct Item {
    text: String,
    genre: Option<String>,
}

/// A line of our own corpus, or of any other data set.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Line {
    Discussion(Labelled),
    Text(Item),
}

/// Evaluates the border on joins of the documents and comments of some files.
pub(super) fn evaluate(files: &[PathBuf], _: &Setup) -> Result<Scores> {
    let (mut items, mut discussions): (Vec<Item>, Vec<Labelled>) = Default::default();
    for file in files {
        for line in data::read::<Line>(file)? {
            match line {
                Line::Discussion(discussion) => discussions.push(discussion),
                Line::Text(item) => items.push(item),
            }
        }
    }
    let side = |discussion: &'_ Labelled, comments: bool| -> Vec<String> {
        let paragraphs = discussion.paragraphs();
        let paragraphs = paragraphs.filter(|(post, _)| post.is_comment() == comments);
        paragraphs.map(|(_, paragraph)| paragraph.text.clone()).collect()
    };
    let sides: Vec<(Vec<String>, Vec<String>)> =
        discussions.iter().map(|d| (side(d, false), side(d, true))).collect();
    let real: Vec<Join> = sides
        .iter()
        .filter_map(|(article, comments)| Join::new(&borrowed(article), &borrowed(comments)))
        .collect();
    let of_items = items.iter().filter(|i| i.genre.is_some()).map(|i| paragraphs(&i.text));
    let documents: Vec<Vec<&str>> =
        of_items.chain(sides.iter().map(|(article, _)| borrowed(article))).collect();
    let is_news = |item: &&Item| item.genre.as_deref() == Some("news");
    let news: Vec<Vec<&str>> = items
        .iter()
        .filter(is_news)
        .map(|item| paragraphs(&item.text))
        .chain(sides.iter().map(|(article, _)| borrowed(article)))
        .collect();
    let of_items = items.iter().filter(|i| i.genre.is_none()).map(|i| i.text.trim());
    let comments: Vec<&str> =
        of_items.chain(sides.iter().flat_map(|(_, comments)| borrowed(comments))).collect();
    if news.is_empty() || comments.is_empty() {
        bail!("the border needs news with a genre and comments: say --data GUM COMMENTS");
    }
    let mut dice = Dice(1);
    let joins: Vec<Join> = (0..JOINS)
        .filter_map(|number| {
            let article = &news[number % news.len()];
            let length = dice.roll(3..article.len().max(3) + 1).min(article.len());
            let count = dice.roll(3..21);
            Join::new(&article[..length], &dice.draw(&comments, count))
        })
        .collect();
    let documents: Vec<Join> =
        documents.iter().filter_map(|document| Join::new(document, &[])).collect();
    let only_comments: Vec<Join> = (0..ONLY_COMMENTS)
        .filter_map(|_| {
            let count = dice.roll(3..21);
            Join::new(&[], &dice.draw(&comments, count))
        })
        .collect();
    let found = Found::over(&joins);
    let mut scores = Scores::over(joins.len())
        .figure("exact", found.share(found.exact))
        .figure("within_one", found.share(found.within_one))
        .figure("mean_distance", found.distance / found.placed.max(1) as f64)
        .figure("placed", found.share(found.placed))
        .figure("brier", found.brier / joins.len().max(1) as f64)
        .part("false_borders", json!({
            "documents": false_borders(&documents),
            "comments": false_borders(&only_comments),
        }))
        .note(format!(
            "Joins of {} articles with {} comments; a border that was not found is neither exact nor \
             within one, and has no distance.",
            news.len(),
            comments.len(),
        ));
    if !real.is_empty() {
        let found = Found::over(&real);
        scores = scores.part(
            "real_borders",
            json!({
                "items": real.len(),
                "exact": rounded(found.share(found.exact)),
                "within_one": rounded(found.share(found.within_one)),
            }),
        );
    }
    Ok(scores)
}

/// Texts as joins take them.
pub(crate) fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// The paragraphs of a document, set apart by blank lines.
pub(crate) fn paragraphs(text: &str) -> Vec<&str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).collect()
}

/// What was found in joins.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Found {
    items: usize,
    /// Exactly there.
    pub(crate) exact: usize,
    /// There or one paragraph off.
    pub(crate) within_one: usize,
    /// Anywhere.
    placed: usize,
    /// The sum of the distances in paragraphs where it was placed.
    distance: f64,
    /// The sum of the squared differences between the confidence and whether it was right.
    brier: f64,
}

impl Found {
    /// Compares what the importer found with what is known.
    pub(crate) fn over(joins: &[Join]) -> Self {
        let mut found = Self { items: joins.len(), ..Self::default() };
        for join in joins {
            let border = join.discussion.border;
            let place = border.paragraph.map(|paragraph| paragraph.index());
            let right = place == join.border;
            found.exact += usize::from(right);
            found.brier += (f64::from(border.confidence) - f64::from(u8::from(right))).powi(2);
            if let (Some(place), Some(known)) = (place, join.border) {
                found.placed += 1;
                found.within_one += usize::from(place.abs_diff(known) <= 1);
                found.distance += place.abs_diff(known) as f64;
            }
        }
        found
    }

    /// A count as a share of all.
    pub(crate) fn share(&self, count: usize) -> f64 {
        count as f64 / self.items.max(1) as f64
    }
}

/// The share of texts without a border in which one was found, and of how many.
fn false_borders(texts: &[Join]) -> serde_json::Value {
    let found = Found::over(texts);
    json!({"items": texts.len(), "share": rounded(1.0 - found.share(found.exact))})
}
