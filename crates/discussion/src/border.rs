//! The border between the article and its comments.
//!
//! The weights and the odds of the scored decision are fitted by `lab train border` on training
//! parts alone: the comments of our own corpus, posts (WNUT17, Broad Twitter Corpus) and speech
//! (GUM's interviews and hearings) against the articles of our corpus, news and other prose (GUM,
//! NewsMTSC, DSE, wikigold). On 800 joins of texts held out from them, 0.805 of the borders are
//! found exactly and 0.946 within one paragraph, and 0.020 of 600 texts without a border get one.
//!
//! `lab evaluate border` measures it on 400 joins of two news articles with twenty reader
//! comments, all from development parts: 0.795 exactly, 0.930 within one; no false border in 8
//! documents and 100 texts of comments alone. These joins were looked at while the signs and the
//! sources were chosen from a handful of variants, so they flatter a little; they share their few
//! texts, so a difference of some hundredths says little. The Brier score of the confidence is
//! 0.172 there. On 400 joins of our corpus' development part, 0.885 are exact and 0.973 within one.

pub mod evidence;
mod fitted;
mod lists;
pub mod weights;
mod words;

use serde::{Deserialize, Serialize};

use self::{fitted::WEIGHTS, weights::Weights};
use crate::{
    assemble::comment,
    discussion::{Discussion, Paragraph, ParagraphId, Post, PostId, Section},
};

/// Where the comments begin, how sure that is, and who said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Border {
    /// The first paragraph of the comments; none where all is article.
    pub paragraph: Option<ParagraphId>,
    /// From 0 (a guess) to 1 (given).
    pub confidence: f32,
    /// Who placed it.
    pub origin: BorderOrigin,
}

/// Who placed the border.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BorderOrigin {
    /// Found by the scored decision of this module.
    #[default]
    Scored,
    /// Marked in the text or by its format (a heading `Comments`).
    Marked,
    /// Placed by the reader.
    Reader,
}

/// The scored decision for a text that marks nothing.
///
/// Three kinds of text compete: a report with comments behind it, for every place where these may
/// begin; a report; and comments. A text of the last two kinds has no border: all of it is article.
/// The confidence is the chance of what is decided: that the comments begin exactly there, or that
/// they begin nowhere.
pub(crate) fn find(discussion: &Discussion) -> Border {
    find_with(discussion, &WEIGHTS)
}

/// The decision with given weights; what fits and measures them needs it.
#[must_use]
pub fn find_with(discussion: &Discussion, weights: &Weights) -> Border {
    let scores: Vec<Option<f32>> = (0..discussion.paragraphs.len() as u32)
        .map(|i| evidence::score(discussion, ParagraphId(i), weights))
        .collect();
    let chances = Chances::of(&scores, weights);
    let best = chances.best().filter(|(place, _)| !is_interview(discussion, *place));
    match best {
        Some((place, chance)) => Border {
            paragraph: Some(ParagraphId(place as u32)),
            confidence: chance,
            origin: BorderOrigin::Scored,
        },
        None => Border {
            paragraph: None,
            confidence: chances.none.max(0.5),
            origin: BorderOrigin::Scored,
        },
    }
}

/// How far the typical comment's score may lie below the typical report's.
const GAPS: [f32; 4] = [1.0, 2.0, 3.0, 4.0];

/// How likely every place is as the border, and that there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Chances {
    /// That there is none.
    pub none: f32,
    /// That the comments begin with the second paragraph, the third, and so on.
    pub places: Vec<f32>,
}

impl Chances {
    /// From the paragraphs' scores; one without a score speaks for nothing.
    ///
    /// Scores of reports and of comments are taken to be normally distributed with the same
    /// variance. How far below reports the comments lie is not the same under every article, so
    /// each of [`GAPS`] counts alike. All odds are logarithms, against a text that is all report.
    #[must_use]
    pub fn of(scores: &[Option<f32>], weights: &Weights) -> Self {
        let Some(count) = scores.len().checked_sub(1).filter(|count| *count > 0) else {
            return Self { none: 1.0, places: Vec::new() };
        };
        let share = (count as f32).ln();
        let mut odds = vec![vec![weights.report]];
        odds.resize(count + 2, Vec::new());
        for gap in GAPS {
            let odds_of_comment = |score: &Option<f32>| {
                score.map_or(0.0, |score| {
                    weights.trust * gap * (weights.typical - gap / 2.0 - score)
                })
            };
            let each: Vec<f32> = scores.iter().map(odds_of_comment).collect();
            let mut rest = each.iter().sum::<f32>();
            let mut hypotheses = vec![weights.comments + rest];
            for comment in each.iter().take(count) {
                rest -= comment;
                hypotheses.push(rest - share);
            }
            for (all, one) in odds.iter_mut().skip(1).zip(hypotheses) {
                all.push(one - (GAPS.len() as f32).ln());
            }
        }
        let most = odds.iter().flatten().copied().fold(f32::NEG_INFINITY, f32::max);
        let mut chances =
            odds.iter().map(|each| each.iter().map(|odds| (odds - most).exp()).sum::<f32>());
        let none: f32 = chances.by_ref().take(2).sum();
        let places: Vec<f32> = chances.collect();
        let sum = none + places.iter().sum::<f32>();
        Self { none: none / sum, places: places.iter().map(|place| place / sum).collect() }
    }

    /// The likeliest place and its chance, the first one among equals; none where it is likelier
    /// that there is none.
    #[must_use]
    pub fn best(&self) -> Option<(usize, f32)> {
        let places = self.places.iter().enumerate().map(|(i, chance)| (i + 1, *chance));
        places.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).filter(|_| self.none < 0.5)
    }
}

/// Whether what follows a place reads like an interview: every other paragraph or so is a question.
fn is_interview(discussion: &Discussion, place: usize) -> bool {
    let paragraphs = discussion.paragraphs.get(place..).unwrap_or(&[]);
    let asks =
        |p: &&Paragraph| discussion.slice(p.span).trim_end_matches(['”', '"']).ends_with('?');
    let questions = paragraphs.iter().filter(asks).count();
    questions >= 3 && questions * 20 >= paragraphs.len() * 7
}

impl Discussion {
    /// The same text with the border where the reader puts it; `None` makes all of it article.
    /// A paragraph that does not exist, and the first one, count as `None`.
    ///
    /// Comments that the text marks keep their authors; what was article and is behind the border
    /// now becomes one post a paragraph.
    #[must_use]
    pub fn with_border(mut self, paragraph: Option<ParagraphId>) -> Self {
        let count = self.paragraphs.len() as u32;
        let paragraph = paragraph.filter(|p| (1..count).contains(&p.0));
        let border = paragraph.map_or(count, |p| p.0);
        let old = std::mem::take(&mut self.posts);
        self.posts.push(Post {
            section: Section::Article,
            author: old.first().and_then(|post| post.author.clone()),
            time: old.first().and_then(|post| post.time.clone()),
            parent: None,
            paragraphs: 0..border,
        });
        let mut numbers = vec![None; old.len()];
        for (number, post) in old.into_iter().enumerate() {
            let range = post.paragraphs.start.max(border)..post.paragraphs.end;
            if range.is_empty() {
                continue;
            }
            if post.section == Section::Article {
                self.posts.extend(range.map(|i| comment(i..i + 1)));
                continue;
            }
            if let Some(slot) = numbers.get_mut(number) {
                *slot = Some(PostId(self.posts.len() as u32));
            }
            let parent = post.parent.and_then(|p| numbers.get(p.index()).copied().flatten());
            self.posts.push(Post { paragraphs: range, parent, ..post });
        }
        self.name_posts();
        self.border = Border { paragraph, confidence: 1.0, origin: BorderOrigin::Reader };
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Import, import};

    const REPORT: [&str; 3] = [
        "The council of Harrow Bay voted 7 to 4 on Tuesday to close the ferry line, the mayor's spokeswoman said.",
        "The line was opened in 1962 and carried 41,000 passengers last year, according to the port authority.",
        "\u{201c}We have no money left,\u{201d} Mayor Ellen Marsh told reporters. The company declined to comment.",
    ];
    const COMMENTS: [&str; 3] = [
        "So they close it again?? I can't believe you people voted for her!",
        "you obviously never took that ferry... my kids need it every day",
        "Well, maybe we should ask who really pays for this. I think it's a joke.",
    ];

    fn border(paragraphs: &[&str]) -> Option<u32> {
        let text = paragraphs.join("\n");
        let discussion = import(text.as_bytes(), Import::default()).unwrap();
        assert_eq!(discussion.check_invariants(), Ok(()));
        discussion.border.paragraph.map(|p| p.0)
    }

    #[test]
    fn report_then_comments() {
        assert_eq!(border(&[REPORT, COMMENTS].concat()), Some(3));
        assert_eq!(border(&[&REPORT[..], &COMMENTS, &REPORT[..1]].concat()), Some(3));
    }

    #[test]
    fn one_voice_has_no_border() {
        assert_eq!(border(&REPORT), None);
        assert_eq!(border(&COMMENTS), None);
        assert_eq!(border(&REPORT[..1]), None);
    }

    #[test]
    fn a_reader_moves_it() {
        let text = [REPORT, COMMENTS].concat().join("\n");
        let found = import(text.as_bytes(), Import::default()).unwrap();
        for place in [None, Some(1), Some(3), Some(5)] {
            let moved = found.clone().with_border(place.map(ParagraphId));
            assert_eq!(moved.check_invariants(), Ok(()));
            assert_eq!(moved.border.paragraph, place.map(ParagraphId));
            assert_eq!(moved.posts.len(), place.map_or(1, |place| 7 - place as usize));
            assert_eq!(moved.clone().with_border(Some(ParagraphId(3))).posts, found.posts);
        }
        assert_eq!(found.clone().with_border(Some(ParagraphId(0))).border.paragraph, None);
        assert_eq!(found.with_border(Some(ParagraphId(6))).border.paragraph, None);
    }

    /// The plain text for which the product was conceived is not part of this repository.
    #[test]
    fn real_input() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../shared/data/real-input/article-and-comments.txt"
        );
        let Ok(bytes) = std::fs::read(path) else {
            println!("skipped: the real input is not here");
            return;
        };
        let discussion = import(&bytes, Import::default()).unwrap();
        assert_eq!(discussion.check_invariants(), Ok(()));
        assert_eq!(discussion.border.paragraph, Some(ParagraphId(4)));
    }
}
