//! The weights of the decision where the comments begin.
//!
//! Reader-like text are the comments of our own labelled discussions, the posts of WNUT17 and the Broad Twitter Corpus, and the speech in GUM's
//! interviews and court hearings; article-like text is the articles of these discussions, GUM's news and academic prose, and sentences
//! of NewsMTSC, DSE and wikigold; of all, only the training parts. Sentences and posts are put together to paragraphs of like lengths.
//! A logistic regression fits the features' weights; then the trust and the odds of the kinds of
//! text are chosen so that what is known about made-up joins and the real borders becomes likeliest. Every fourth text
//! is held out from both, and measured.

use std::{fmt::Write as _, fs};

use anyhow::Result;
use discussion::{
    Import, ParagraphId,
    border::{
        Chances,
        evidence::{self, COUNT, FEATURES, Side},
        find_with,
        weights::Weights,
    },
    import,
};
use serde::Deserialize;

use super::Setup;
use crate::{
    corpus::Labelled,
    data,
    evaluate::border::{Found, borrowed, paragraphs},
    joins::{Dice, Join},
};

const TARGET: &str = "crates/discussion/src/border/fitted.rs";
const ROUNDS: usize = 3000;
const RATE: f32 = 1.0;
const SHRINKAGE: f32 = 0.003;
const JOINS: usize = 1400;
/// A paragraph of fewer words is a heading or stands below a picture.
const LEAST_WORDS: usize = 8;

/// A line of any data set.
#[derive(Debug, Deserialize)]
struct Item {
    text: String,
    genre: Option<String>,
}

/// Paragraphs of one source, and what they count in all.
struct Source {
    is_report: bool,
    mass: f32,
    paragraphs: Vec<String>,
}

/// What a paragraph shows, whether it is a report's, and what it counts.
type Example = ([f32; COUNT], bool, f32);

/// The texts of one half: to fit with, or held out.
struct Texts {
    /// Documents with their genres.
    documents: Vec<(String, String)>,
    /// Paragraphs made of sentences of news.
    news: Vec<String>,
    /// Comments made of posts.
    comments: Vec<String>,
    sources: Vec<Source>,
    /// Labelled discussions of our own: the paragraphs of the article, and the comments'.
    discussions: Vec<(Vec<String>, Vec<String>)>,
}

/// Fits the weights, measures them on what was held out, and writes them as source.
pub(super) fn train(setup: &Setup) -> Result<()> {
    let fitted = Texts::read(setup, false)?;
    let held_out = Texts::read(setup, true)?;
    let examples = fitted.examples();
    let mut weights = fit(&examples);
    let joins = fitted.joins(&mut Dice(2));
    choose(&joins, &mut weights);
    let mut source = String::from(HEAD);
    source.push_str("    features: [\n");
    for (feature, weight) in FEATURES.iter().zip(weights.features) {
        let _ = writeln!(source, "        {:.2}, // {}", weight + 0.0, feature.name);
    }
    let _ = writeln!(source, "    ],\n    typical: {:.2},", weights.typical);
    let _ = writeln!(source, "    trust: {:.2},", weights.trust);
    let _ = writeln!(source, "    report: {:.2},", weights.report);
    let _ = writeln!(source, "    comments: {:.2},\n}};", weights.comments);
    fs::write(TARGET, source)?;
    let right = |examples: &[Example]| {
        let all: f32 = examples.iter().map(|(.., mass)| mass).sum();
        let right =
            examples.iter().filter(|(x, is_report, _)| (odds(x, &weights) > 0.0) == *is_report);
        right.map(|(.., mass)| mass).sum::<f32>() / all
    };
    eprintln!(
        "{} paragraphs, {:.3} right; held out {:.3}",
        examples.len(),
        right(&examples),
        right(&held_out.examples())
    );
    measure("fitted on", joins, &weights);
    measure("held out", held_out.joins(&mut Dice(3)), &weights);
    eprintln!("{TARGET}");
    Ok(())
}

const HEAD: &str = "\
//! The weights of the border: written by `lab train border`.

use super::weights::Weights;

/// The weights in use.
#[rustfmt::skip]
pub(super) const WEIGHTS: Weights = Weights {
";

fn measure(name: &str, mut joins: Vec<Join>, weights: &Weights) {
    for join in &mut joins {
        join.discussion.border = find_with(&join.discussion, weights);
    }
    let (with, without): (Vec<_>, Vec<_>) = joins.into_iter().partition(|j| j.border.is_some());
    let (found, none) = (Found::over(&with), Found::over(&without));
    eprintln!(
        "{name}: {} joins, exact {:.3}, within one {:.3}; {} texts without a border, false ones {:.3}",
        with.len(),
        found.share(found.exact),
        found.share(found.within_one),
        without.len(),
        1.0 - none.share(none.exact),
    );
}

impl Texts {
    /// Every fourth text, or all others.
    fn read(setup: &Setup, held_out: bool) -> Result<Self> {
        let data = &setup.data;
        let part = |set: &str| -> Result<Vec<Item>> {
            let mut items: Vec<Item> = data::read(&data.join(set).join("train.jsonl"))?;
            items.dedup_by(|a, b| a.text == b.text);
            Ok(items)
        };
        let mut dice = Dice(1);
        let sentences = |set: &str, dice: &mut Dice| -> Result<Vec<String>> {
            let sentences: Vec<String> = part(set)?.into_iter().map(|item| item.text).collect();
            Ok(grouped(&sentences, 4, held_out, dice))
        };
        let posts = |set: &str, dice: &mut Dice| -> Result<Vec<String>> {
            let posts: Vec<String> =
                part(set)?.iter().filter_map(|item| post(&item.text)).collect();
            Ok(grouped(&posts, 6, held_out, dice))
        };
        let documents: Vec<(String, String)> = part("gum")?
            .into_iter()
            .enumerate()
            .filter(|(number, _)| (number % 4 == 3) == held_out)
            .filter_map(|(_, item)| Some((item.genre?, item.text)))
            .collect();
        let of_genre = |name: &str| -> Vec<String> {
            let documents = documents.iter().filter(|(genre, _)| genre == name);
            documents.flat_map(|(_, text)| paragraphs(text)).map(str::to_owned).collect()
        };
        let news = sentences("newsmtsc", &mut dice)?;
        let tweets = posts("btc", &mut dice)?;
        let comments = posts("wnut17", &mut dice)?;
        // Speech argues as readers do: in the first person, and with more sobriety than posts.
        let speech: Vec<String> = [of_genre("court"), of_genre("interview")]
            .concat()
            .into_iter()
            .filter(|text| text.split_whitespace().count() >= LEAST_WORDS)
            .collect();
        let source = |is_report, mass, paragraphs: &[String]| Source {
            is_report,
            mass,
            paragraphs: paragraphs.to_vec(),
        };
        let labelled: Vec<Labelled> = data::read(&setup.corpus.join("train.jsonl"))?;
        let discussions: Vec<(Vec<String>, Vec<String>)> = labelled
            .iter()
            .enumerate()
            .filter(|(number, _)| (number % 4 == 3) == held_out)
            .map(|(_, discussion)| {
                let texts = |comments: bool| -> Vec<String> {
                    let of_side = discussion.paragraphs();
                    let of_side = of_side.filter(|(post, _)| post.is_comment() == comments);
                    of_side.map(|(_, paragraph)| paragraph.text.clone()).collect()
                };
                (texts(false), texts(true))
            })
            .collect();
        let (articles, readers): (Vec<_>, Vec<_>) = discussions.iter().cloned().unzip();
        let (articles, readers) = (articles.concat(), readers.concat());
        let sources = vec![
            source(false, 0.5, &readers),
            source(false, 0.125, &comments),
            source(false, 0.075, &tweets),
            source(false, 0.3, &speech),
            source(true, 0.25, &articles),
            source(true, 0.3, &of_genre("news")),
            source(true, 0.25, &news),
            source(true, 0.1, &sentences("dse", &mut dice)?),
            source(true, 0.05, &sentences("wikigold", &mut dice)?),
            source(true, 0.05, &of_genre("academic")),
        ];
        let comments = [comments, tweets, speech].concat();
        Ok(Self { documents, news, comments, sources, discussions })
    }

    fn examples(&self) -> Vec<Example> {
        let mut examples = Vec::new();
        for source in &self.sources {
            // A heading or a line below a picture says nothing.
            let read: Vec<_> = source
                .paragraphs
                .iter()
                .filter(|text| text.split_whitespace().count() >= LEAST_WORDS)
                .filter_map(|text| import(text.as_bytes(), Import { name: Some("a.txt") }).ok())
                .map(|discussion| evidence::values(&discussion, ParagraphId(0)))
                .collect();
            let mass = source.mass / read.len().max(1) as f32;
            examples.extend(read.into_iter().map(|values| (values, source.is_report, mass)));
        }
        examples
    }

    /// Half with a border, a third documents alone, the rest comments alone.
    fn joins(&self, dice: &mut Dice) -> Vec<Join> {
        let comments = borrowed(&self.comments);
        let readers: Vec<&str> =
            self.discussions.iter().flat_map(|(_, comments)| borrowed(comments)).collect();
        let all: Vec<Vec<&str>> = self
            .documents
            .iter()
            .filter(|(genre, _)| genre == "news")
            .map(|(_, text)| paragraphs(text))
            .collect();
        let news: Vec<Vec<&str>> = self
            .documents
            .iter()
            .filter(|(genre, _)| genre == "news")
            .map(|(_, text)| paragraphs(text))
            .collect();
        (0..JOINS)
            .filter_map(|number| {
                let count = dice.roll(3..21);
                let drawn = if number % 3 == 2 { &comments } else { &readers };
                let comments = dice.draw(drawn, count);
                match number % 7 {
                    6 => {
                        let at = dice.roll(0..self.discussions.len());
                        let (article, comments) = self.discussions.get(at)?;
                        Join::new(&borrowed(article), &borrowed(comments))
                    }
                    0 | 1 => {
                        let document = news.get(dice.roll(0..news.len()))?;
                        let length = dice.roll(3..document.len().max(3) + 1);
                        Join::new(document.get(..length.min(document.len()))?, &comments)
                    }
                    2 => {
                        let from = dice.roll(0..self.news.len().saturating_sub(10));
                        let length = dice.roll(3..11);
                        let article: Vec<&str> = self
                            .news
                            .get(from..from + length)?
                            .iter()
                            .map(String::as_str)
                            .collect();
                        Join::new(&article, &comments)
                    }
                    3 | 4 => {
                        let document = all.get(dice.roll(0..all.len()))?;
                        let length = dice.roll(3..document.len().max(3) + 1);
                        Join::new(document.get(..length.min(document.len()))?, &[])
                    }
                    _ => Join::new(&[], &comments),
                }
            })
            .collect()
    }
}

/// A post as a reader may have written it under an article; none where it is another's, leads
/// elsewhere (most such are headlines), or is hardly English. Names of accounts and tags are left
/// out, since they tell the network and not the writer.
fn post(text: &str) -> Option<String> {
    const ENGLISH: [&str; 12] =
        ["the", "a", "to", "of", "and", "in", "is", "it", "that", "for", "on", "be"];
    if text.starts_with("RT ") || text.contains("http") {
        return None;
    }
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| !word.contains(['@', '#'])).collect();
    let is_english = |word: &&&str| ENGLISH.iter().any(|known| known.eq_ignore_ascii_case(word));
    (words.len() >= 5 && words.iter().filter(is_english).count() >= 2).then(|| words.join(" "))
}

/// Paragraphs of one to so many items in a row; every fourth one, or all others.
fn grouped(items: &[String], most: usize, held_out: bool, dice: &mut Dice) -> Vec<String> {
    let mut groups = Vec::new();
    let mut rest = items;
    while !rest.is_empty() {
        let (group, behind) = rest.split_at(dice.roll(1..most + 1).min(rest.len()));
        groups.push(group.join(" "));
        rest = behind;
    }
    let numbered = groups.into_iter().enumerate();
    numbered.filter(|(at, _)| (at % 4 == 3) == held_out).map(|(_, group)| group).collect()
}

fn odds(values: &[f32; COUNT], weights: &Weights) -> f32 {
    weights.features.iter().zip(values).map(|(weight, value)| weight * value).sum()
}

/// Logistic regression by gradient descent with shrinkage; after each step, every weight is put
/// back within its bounds.
fn fit(examples: &[Example]) -> Weights {
    let mut weights =
        Weights { features: [0.0; COUNT], typical: 1.5, trust: 0.5, report: 0.0, comments: 0.0 };
    for _ in 0..ROUNDS {
        let mut slope = [0.0; COUNT];
        for (values, is_report, mass) in examples {
            let chance = 1.0 / (1.0 + (-odds(values, &weights)).exp());
            let error = mass * (f32::from(u8::from(*is_report)) - chance);
            for (slope, value) in slope.iter_mut().zip(values) {
                *slope += error * value;
            }
        }
        for ((weight, slope), feature) in weights.features.iter_mut().zip(slope).zip(FEATURES) {
            let moved = *weight + RATE * (slope - SHRINKAGE * *weight);
            *weight = match feature.side {
                Side::Report => moved.clamp(0.0, feature.most),
                Side::Comment => moved.clamp(-feature.most, 0.0),
            };
        }
    }
    weights
}

/// Chooses the trust and the odds of the kinds of text: a search along each in steps that become
/// smaller, for what makes the known borders likeliest.
fn choose(joins: &[Join], weights: &mut Weights) {
    let read: Vec<(Vec<Option<f32>>, Option<usize>)> = joins
        .iter()
        .map(|join| {
            let count = join.discussion.paragraphs.len() as u32;
            let score = |i| evidence::score(&join.discussion, ParagraphId(i), weights);
            ((0..count).map(score).collect(), join.border)
        })
        .collect();
    let likelihood = |weights: &Weights| -> f64 {
        let chance = |(scores, border): &(Vec<Option<f32>>, Option<usize>)| {
            let chances = Chances::of(scores, weights);
            let chance = border.map_or(Some(&chances.none), |at| chances.places.get(at - 1));
            f64::from(chance.copied().unwrap_or(0.0)).max(1e-6).ln()
        };
        read.iter().map(chance).sum()
    };
    let parts: [fn(&mut Weights) -> &mut f32; 4] =
        [|w| &mut w.trust, |w| &mut w.typical, |w| &mut w.report, |w| &mut w.comments];
    let mut best = likelihood(weights);
    for step in [0.4, 0.2, 0.1, 0.05, 0.02_f32] {
        for _ in 0..20 {
            let before = best;
            for (number, part) in parts.iter().enumerate() {
                // The trust is a factor, all else are summands.
                let step = if number == 0 { step / 4.0 } else { step };
                for step in [step, -step] {
                    let mut moved = weights.clone();
                    *part(&mut moved) += step;
                    let likelihood = likelihood(&moved);
                    if moved.trust > 0.0 && likelihood > best {
                        (best, *weights) = (likelihood, moved);
                    }
                }
            }
            if best <= before {
                break;
            }
        }
    }
}
